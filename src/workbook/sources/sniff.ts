// What bytes are, by their first ones: file names lie.
import { defined } from "../../lib/defined.ts";
import { startOfZip } from "../zip/trim-zip.ts";

/** `zip` and `ole` may hold workbooks; everything else is described for a person. */
export type Content = { type: "zip" | "ole" | "mail" } | { type: "other"; what: string; ask?: string };

/** First bytes of file types that arrive instead of workbooks; `what` completes "The file is …". */
const SIGNATURES: readonly { bytes: string; at?: number; what: string; ask?: string }[] = [
  { bytes: "%PDF", what: "a PDF document" },
  { bytes: "\xff\xd8\xff", what: "a JPEG image" },
  { bytes: "\x89PNG", what: "a PNG image" },
  { bytes: "GIF8", what: "a GIF image" },
  { bytes: "BM", what: "a bitmap image" },
  { bytes: "II*\0", what: "a TIFF image" },
  { bytes: "MM\0*", what: "a TIFF image" },
  { bytes: "WEBP", at: 8, what: "a WebP image" },
  { bytes: "ftyphei", at: 4, what: "a HEIC image" },
  { bytes: "{\\rtf", what: "a rich text document" },
  { bytes: "Rar!", what: "a RAR archive", ask: "Unpack it, or ask for the workbook itself or a .zip." },
  {
    bytes: "7z\xbc\xaf",
    what: "a 7-Zip archive",
    ask: "Unpack it, or ask for the workbook itself or a .zip.",
  },
  { bytes: "\x1f\x8b", what: "a gzip archive", ask: "Unpack it, or ask for the workbook itself or a .zip." },
  { bytes: 'x\x9f>"', what: "an Outlook container (winmail.dat)" },
  { bytes: "SQLite format 3", what: "a database" },
];

const EMPTY_ZIP = "PK\x05\x06";
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** How far into a file its kind shows. */
const HEAD = 4096;

/** Says what kind of file these bytes are. */
export function sniff(bytes: Buffer): Content {
  const head = bytes.toString("latin1", 0, HEAD);
  if (startOfZip(bytes) !== undefined || head.startsWith(EMPTY_ZIP)) return { type: "zip" };
  if (head.startsWith(OLE)) return { type: "ole" };
  const known = SIGNATURES.find(({ bytes: signature, at }) => head.startsWith(signature, at ?? 0));
  if (known !== undefined) return { ...defined({ ask: known.ask }), type: "other", what: known.what };
  if (bytes.subarray(0, HEAD).every((byte) => byte === 0))
    return { type: "other", what: "filled with zero bytes" };
  return text(bytes) ?? { type: "other", what: "of an unknown kind" };
}

/**
 * Whether cmrt's own scanner would read these bytes, or nothing but a look at them is needed. Other formats go through
 * libraries that a damaged file can keep busy without end.
 */
export function isReadByOwnScanner(bytes: Buffer): boolean {
  const { type } = sniff(bytes);
  return type === "zip" ? bytes.includes("xl/workbook.xml") : type !== "ole";
}

/** What kind of text the bytes are; undefined where they are no text. */
function text(bytes: Buffer): Content | undefined {
  const head = decode(bytes.subarray(0, HEAD));
  if (head === undefined) return undefined;
  const start = head.trimStart();
  if (/^[\w-]+:[^\n]*\n/.test(start) && /^(received|from|mime-version|return-path):/im.test(head)) {
    return { type: "mail" };
  }
  if (/^From \S+.*\r?\n[\w-]+:/.test(start)) {
    return { type: "other", what: "a mailbox (mbox)", ask: "Save its mails one by one as .eml." };
  }
  if (/^<\?xml[^>]*\?>\s*<\?mso-application[^>]*Excel\.Sheet/.test(start)) {
    return { type: "other", what: "a workbook saved as XML 2003", ask: "Ask for the CMRT saved as .xlsx." };
  }
  if (/^(<!doctype html|<html|<head|<body|<table)/i.test(start)) return { type: "other", what: "a web page" };
  if (start.startsWith("<?xml")) return { type: "other", what: "an XML document" };
  const lines = start.split(/\r?\n/, 5);
  const separated = lines.length > 1 && lines.every((line) => line === "" || /[,;\t]/.test(line));
  if (separated) return { type: "other", what: "text with separated values (CSV)" };
  return { type: "other", what: "plain text" };
}

function decode(head: Buffer): string | undefined {
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  const decoded = utf16 ? head.toString("utf16le", 2) : head.toString("latin1").replace(/^\xef\xbb\xbf/, "");
  return /\p{Cc}/u.test(decoded.replace(/[\t\n\f\r\x80-\x9f]/g, "")) ? undefined : decoded;
}
