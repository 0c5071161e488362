// Unicode normalisation in linear time.

/** Shorter texts cannot hold enough consecutive marks for sorting them to be slow. */
const LONG = 1000;
/**
 * More marks than a letter of any language carries. Half-width voicing marks count, as normalising turns them
 * into such marks.
 */
const RUN_OF_MARKS = /[\p{M}ﾞﾟ]{30}(?=[\p{M}ﾞﾟ])/gu;
/** Ends a run of marks and is invisible (U+034F, combining grapheme joiner). */
const JOINER = "\u034f";

/**
 * The text in a Unicode normal form. Normalising sorts the marks after a letter by insertion, so that tens of
 * thousands in a row would take minutes. In a long text such a run is broken up first, as the Stream-Safe
 * Text Format does (UAX #15, section 13).
 */
export function normalForm(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  const safe = text.length < LONG ? text : text.replace(RUN_OF_MARKS, `$&${JOINER}`);
  return safe.normalize(form);
}
