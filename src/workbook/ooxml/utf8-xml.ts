import { fail, unsupported } from "../unreadable.ts";

/** The declaration of an XML document in any encoding whose ASCII characters are single bytes. */
const DECLARATION = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/;

/** The bytes of an XML document as UTF-8, converted if it is in UTF-16 or declares another encoding. */
export function utf8Xml(bytes: Buffer): Buffer {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return bytes;
  try {
    return Buffer.from(new TextDecoder(encoding).decode(bytes));
  } catch {
    return fail(unsupported(`The workbook is written in an unknown encoding (${encoding}).`));
  }
}

/** The encoding to convert from; undefined if the bytes are already UTF-8. */
function encodingOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a byte order mark a document still starts with "<".
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  const declared = DECLARATION.exec(bytes.toString("latin1", 0, 200))?.[1]?.toLowerCase();
  return declared === undefined || declared === "utf-8" || declared === "us-ascii" ? undefined : declared;
}
