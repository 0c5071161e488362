import { isAscii } from "node:buffer";
import { type Entry, getFileNameLowLevel } from "yauzl";

const UTF8_FLAG = 0x800;
/** Id of the Info-ZIP field that holds a name in UTF-8. */
const UNICODE_PATH = 0x7075;

/** The name of a zip entry with forward slashes, whichever code page it was written in. Never to be used as a path. */
export function zipName(entry: Entry): string {
  return decode(entry).replaceAll("\\", "/");
}

function decode(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const hasUnicodePath = entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  // All code pages agree on it.
  if (!hasUnicodePath && isAscii(raw)) return raw.toString("latin1");
  const declared = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  const inUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  // The library looks into the field first.
  if (inUtf8 || hasUnicodePath) return declared;
  return strictly("utf-8", raw) ?? strictly(guessCodePage(raw), raw) ?? declared;
}

/** Neighbours that no Western name has: two kana, two kanji whose bytes are all high, or three kanji. */
const JAPANESE =
  /(?:\x82[\x9f-\xf1]|\x83[\x40-\x96]){2}|(?:[\x88-\x9f][\x80-\xfc]){2}|(?:[\x88-\x9f][\x40-\xfc]){3}/;
/** Two neighbours of the frequent characters of Big5. */
const TAIWANESE = /(?:[\xa4-\xc6][\x40-\x7e\xa1-\xfe]){2}/;

/**
 * The code page of a name that says none and is no UTF-8: archives made by Windows use that of the machine. Korean and
 * Chinese write each character as two high bytes, Korean syllables with a narrow range of first ones. A single letter
 * with an accent and the letter after it look like a character of Japanese or Taiwanese, so that only neighbours tell.
 * All else is left to code page 437, the zip format's own, which agrees with 850 on Western letters.
 */
function guessCodePage(raw: Buffer): string {
  const text = raw.toString("latin1");
  const runs = text.match(/[\x80-\xff]+/g) ?? [];
  if (runs.every((run) => run.length % 2 === 0 && /^[\xa1-\xfe]+$/.test(run))) {
    return runs.every((run) => /^(?:[\xb0-\xc8].)+$/s.test(run)) ? "euc-kr" : "gb18030";
  }
  if (JAPANESE.test(text)) return "shift_jis";
  return TAIWANESE.test(text) ? "big5" : "cp437";
}

/** The text in that encoding; undefined where it is none. */
function strictly(encoding: string, raw: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}
