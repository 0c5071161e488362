// Decodes text files as spreadsheets and editors save them.

/** The text of a file, and how its bytes were decoded. */
export interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/** How many bytes are inspected if there is no byte order mark. */
const LOOKED_AT = 400;

/**
 * Decodes a text file: by its byte order mark; as UTF-16 if every second byte is zero; as UTF-8 if the bytes
 * are valid UTF-8; otherwise as Windows-1252, in which every byte sequence is valid.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

/**
 * The UTF-16 variant of the bytes, by their byte order mark or because every second byte is zero; undefined
 * if they are not UTF-16.
 */
export function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (parity: 0 | 1) => start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > start.length / 4 && even <= start.length / 4) return "utf-16le";
  if (even > start.length / 4 && odd <= start.length / 4) return "utf-16be";
  return undefined;
}
