// Unicode normalisation in time that is in line with the length of the text.

/** Texts as long as this may hold so many marks in a row that sorting them is felt. */
const LONG = 1000;
/** More marks than any letter of any language carries; half-width voicing marks become such marks. */
const RUN_OF_MARKS = /[\p{M}ﾞﾟ]{30}(?=[\p{M}ﾞﾟ])/gu;
/** Ends a run of marks and shows nothing (U+034F). */
const JOINER = "\u034f";

/**
 * The text in a normal form of Unicode. Normalising sorts the marks that follow a letter, one by one into place: tens of
 * thousands in a row would take minutes. In a long text such a run is broken first, as the Stream-Safe Text Format has
 * it (UAX #15, section 13).
 */
export function normalForm(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  const safe = text.length < LONG ? text : text.replace(RUN_OF_MARKS, `$&${JOINER}`);
  return safe.normalize(form);
}
