// Recognises the kind of a text file.
import { WANTED } from "../../forms/wanted.ts";
import type { Content } from "./sniff.ts";
import { ENCRYPTED_PGP, isCms } from "./sniff-structure.ts";

/** How much of a text is needed to recognise its kind. */
const HEAD = 4096;

const LINK_ASK = "Ask for the workbook itself, or download it and ingest that.";
const SAVE_ASK = `Ask for the ${WANTED.id} saved as .xlsx.`;

/** Kinds of text in order of precedence; `what` completes "The file is …". */
const KINDS: readonly { pattern: RegExp; content: Content }[] = [
  {
    pattern: /^begin(?:-base64)? [0-7]{3,4} \S.*\r?\n/m,
    content: { type: "container", kind: "uuencode", what: "a uuencoded text without a file" },
  },
  {
    pattern: /^-----BEGIN (?:PKCS ?#?7|CMS|SMIME)[ \w]*-----/m,
    content: { type: "container", kind: "smime", what: "a signed e-mail without content" },
  },
  { pattern: /^-----BEGIN PGP MESSAGE-----/m, content: ENCRYPTED_PGP },
  {
    pattern: /^-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----/m,
    content: { type: "other", what: "a signature or a key of PGP" },
  },
  {
    pattern: /^=ybegin .*\bline=\d+/m,
    content: {
      type: "other",
      what: "a text in yEnc, as news servers use it",
      ask: "Decode it, or ask for the workbook itself.",
    },
  },
  {
    pattern: /^\(This file must be converted with BinHex/m,
    content: {
      type: "other",
      what: "a Mac file in BinHex (.hqx)",
      ask: "Decode it, or ask for the workbook itself.",
    },
  },
  {
    pattern: /^\[(?:InternetShortcut|\{000214A0)|^\[Desktop Entry\].*^(?:Type=Link|URL)/ims,
    content: { type: "other", what: "a link to a web page", ask: LINK_ASK },
  },
  {
    pattern: /^\s*\{[^{}]*(?:"doc_id"|"resource_id"|docs\.google\.com|drive\.google\.com)/,
    content: { type: "other", what: "a link to a Google document", ask: LINK_ASK },
  },
  {
    pattern: /<!DOCTYPE plist.*<key>URL<\/key>/s,
    content: { type: "other", what: "a link to a web page (.webloc)", ask: LINK_ASK },
  },
  {
    pattern: /^<\?xml.*(?:progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet)/s,
    content: { type: "other", what: "a table saved as XML 2003 (SpreadsheetML)", ask: SAVE_ASK },
  },
  {
    pattern: /^<\?xml.*application\/vnd\.oasis\.opendocument\.spreadsheet/s,
    content: { type: "other", what: "a flat OpenDocument spreadsheet (.fods)", ask: SAVE_ASK },
  },
  {
    pattern:
      /^(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|meta|style|div|table)\b.*(?:<table|urn:schemas-microsoft-com:office:excel)/is,
    content: { type: "other", what: "a table saved as a web page (HTML)", ask: SAVE_ASK },
  },
  {
    pattern: /^(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|meta|style|div|table|script)\b/is,
    content: { type: "other", what: "a web page" },
  },
  { pattern: /^<\?xml/, content: { type: "other", what: "an XML document" } },
  { pattern: /^BEGIN:VCARD/i, content: { type: "other", what: "a business card (.vcf)" } },
  { pattern: /^BEGIN:VCALENDAR/i, content: { type: "other", what: "a calendar entry (.ics)" } },
  { pattern: /^ID;P/, content: { type: "other", what: "a table in the format SYLK (.slk)", ask: SAVE_ASK } },
];

/** What kind of text the bytes are; undefined if they are not text. */
export function sniffText(bytes: Buffer): Content | undefined {
  const head = decode(bytes.subarray(0, HEAD));
  if (head === undefined) return undefined;
  const start = head.trimStart();
  const kind = KINDS.find(({ pattern }) => pattern.test(start));
  if (kind !== undefined) return kind.content;
  if (isBase64Cms(start)) {
    return { type: "container", kind: "smime", what: "a signed e-mail without content" };
  }
  const lines = start.split(/\r?\n/, 5);
  const separated = lines.length > 1 && lines.every((line) => line === "" || /[,;\t]/.test(line));
  if (separated) return { type: "other", what: "text with separated values (CSV)" };
  return { type: "other", what: "plain text" };
}

/** Whether a text is a cryptographic message in base64 without lines around it. */
function isBase64Cms(text: string): boolean {
  const first = /^MI[A-Za-z0-9+/]{30,}/.exec(text)?.[0];
  return first !== undefined && isCms(Buffer.from(first.slice(0, 32), "base64"));
}

/** The text in UTF-16, or one character per byte; undefined if it contains control characters. */
function decode(head: Buffer): string | undefined {
  const [first, second] = head;
  const even = head.subarray(2, head.length - (head.length % 2));
  let decoded: string;
  if (first === 0xff && second === 0xfe) decoded = even.toString("utf16le");
  else if (first === 0xfe && second === 0xff) decoded = Buffer.from(even).swap16().toString("utf16le");
  else decoded = head.toString("latin1").replace(/^\xef\xbb\xbf/, "");
  return /\p{Cc}/u.test(decoded.replace(/[\t\n\f\r\x80-\x9f]/g, "")) ? undefined : decoded;
}
