// Recognises a saved mail by its header lines, which may be many and may follow lines added by programs.
import { WANTED } from "../../forms/wanted.ts";
import type { Content } from "./sniff.ts";

/** A longer header is not that of a mail; the mail library gives up at twice this size. */
const LONGEST_HEAD = 1024 * 1024;

/** The name of a field and its colon (RFC 5322 2.2); some programs wrote blanks in between. */
const FIELD = /^[!-9;-~]+[ \t]*:/;
/** Fields that a mail has, but not other texts with colons in their first lines. */
const OF_MAILS =
  /^(?:received|from|mime-version|return-path|message-id|delivered-to)[ \t]*:|^content-type[ \t]*:[ \t]*(?:$|[\w-]+\/[\w.+-]+)/i;
/** The line before a mail in a mailbox. */
const FROM_LINE = /^>?From \S/;
/** The first line of Apple Mail's files: the size of the mail in bytes. */
const LENGTH_LINE = /^\d+[ \t]*$/;
/** Excel's web archive is written like a mail. */
const WEB_ARCHIVE = /^x-document-type[ \t]*:[ \t]*workbook/i;

/** Whether a mail starts at the first of these bytes. */
export function beginsMail(bytes: Buffer): boolean {
  return readHead(bytes)?.start === 0;
}

/** A saved mail or a mailbox; undefined if the bytes are neither. */
export function findMail(bytes: Buffer): Content | undefined {
  const head = readHead(inBytes(bytes.subarray(0, 2 * LONGEST_HEAD)));
  if (head === undefined) return undefined;
  if (head.isWebArchive) {
    return {
      type: "other",
      what: "a web archive made by Excel (.mht)",
      ask: `Ask for the ${WANTED.id} saved as .xlsx.`,
    };
  }
  return head.isStored
    ? { type: "container", kind: "mailbox", what: "a mailbox whose mails have no attachments" }
    : {
        type: "container",
        kind: "mail",
        what: "a saved e-mail without attachments",
        ask: `Ask for the ${WANTED.id} as an attachment.`,
      };
}

/** The mail in a file, without what programs add before and after it; all of the bytes if there is none. */
export function mailIn(file: Buffer): Buffer {
  const bytes = inBytes(file);
  const head = readHead(bytes);
  return head === undefined ? bytes : bytes.subarray(head.start, head.end);
}

/** Converts back a mail that an editor saved in UTF-16. */
function inBytes(file: Buffer): Buffer {
  const text = file.subarray(2, file.length - (file.length % 2));
  if (file[0] === 0xff && file[1] === 0xfe) return Buffer.from(text.toString("utf16le"));
  if (file[0] === 0xfe && file[1] === 0xff)
    return Buffer.from(Buffer.from(text).swap16().toString("utf16le"));
  return file;
}

interface Head {
  /** Where its first field starts. */
  start: number;
  /** Where the mail ends. */
  end: number;
  /** Whether a mailbox's line comes before it. */
  isStored: boolean;
  isWebArchive: boolean;
}

function readHead(bytes: Buffer): Head | undefined {
  let start: number | undefined;
  let length: number | undefined;
  let isStored = false;
  let isMail = false;
  let isWebArchive = false;
  const first = bytes.toString("latin1", 0, 3) === "\xef\xbb\xbf" ? 3 : 0;
  for (let at = first; at < bytes.length && at < LONGEST_HEAD; ) {
    const end = bytes.indexOf(0x0a, at);
    const next = end < 0 ? bytes.length : end + 1;
    const line = lineOf(bytes, at, next);
    if (line === undefined) return undefined;
    if (start === undefined) {
      if (FIELD.test(line)) start = at;
      else if (FROM_LINE.test(line)) isStored = true;
      else if (LENGTH_LINE.test(line) && length === undefined) length = next + Number(line);
      else if (line.trim() !== "") return undefined;
    } else if (line.trim() === "") break;
    isMail ||= OF_MAILS.test(line);
    isWebArchive ||= WEB_ARCHIVE.test(line);
    at = next;
  }
  if (start === undefined || !isMail) return undefined;
  return { start, end: Math.min(bytes.length, length ?? bytes.length), isStored, isWebArchive };
}

/** A longer line is truncated, as its field name is at the beginning. */
const LINE = 1000;

/** A line without its end; undefined if it is not text. */
function lineOf(bytes: Buffer, at: number, next: number): string | undefined {
  const line = bytes.toString("latin1", at, Math.min(next, at + LINE)).replace(/\r?\n?$/, "");
  return /[^\P{Cc}\t\x80-\x9f]/u.test(line) ? undefined : line;
}
