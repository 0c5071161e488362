// Files written as text with uuencode, in the body of old mails or as a file (.uue): POSIX uuencode(1), with its own
// alphabet or in base64.
import { damaged } from "../unreadable.ts";
import type { Member } from "./member.ts";

const BEGIN = /^begin(-base64)? [0-7]{3,4} (\S.*?)[ \t]*\r?$/;

/** The files in a text. One without an end is reported as truncated. */
export function uuencodedFiles(text: string): Member[] {
  const files: Member[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; ) {
    const begin = BEGIN.exec(lines[at++] as string);
    if (begin === null) continue;
    const [, base64, name = ""] = begin;
    const { bytes, end, isWhole } = base64 ? fromBase64(lines, at) : fromUu(lines, at);
    // A sentence may start like this, too.
    if (end === at) continue;
    files.push(isWhole ? { name, bytes } : { name, unreadable: CUT_OFF });
    at = end;
  }
  return files;
}

const CUT_OFF = damaged("The uuencoded file is cut off: its last line is missing.");

/** The decoded content, the first line after the file, and whether the file was complete. */
interface Decoded {
  bytes: Buffer;
  end: number;
  isWhole: boolean;
}

function fromBase64(lines: readonly string[], start: number): Decoded {
  let end = start;
  while (end < lines.length && /^[A-Za-z0-9+/]+={0,2}\r?$/.test(lines[end] as string)) end++;
  const bytes = Buffer.from(lines.slice(start, end).join(""), "base64");
  return { bytes, end, isWhole: lines[end]?.trimEnd() === "====" };
}

/** A line for 45 bytes has their number followed by 60 characters. */
const MOST = 45;
const END = "end";

/** Each line starts with its number of bytes; every four characters are three bytes. */
function fromUu(lines: readonly string[], start: number): Decoded {
  const bytes: Buffer[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = (lines[end] as string).replace(/\r$/, "");
    const length = line === END ? 0 : sixBits(line, 0);
    if (length === 0) break;
    const groups = Math.ceil(length / 3);
    // Trailing blanks, which stand for zeros, are easily lost. A checksum may follow.
    if (length > MOST || line.length > 1 + 4 * groups + 2) break;
    bytes.push(decodeLine(line, groups).subarray(0, length));
  }
  // A line without bytes comes before the last one; some programs omit it.
  const isWhole = [lines[end], lines[end + 1]].some((line) => line?.trimEnd() === END);
  return { bytes: Buffer.concat(bytes), end, isWhole };
}

function decodeLine(line: string, groups: number): Buffer {
  const decoded = Buffer.alloc(groups * 3);
  for (let group = 0; group < groups; group++) {
    const at = 1 + 4 * group;
    const value =
      (sixBits(line, at) << 18) |
      (sixBits(line, at + 1) << 12) |
      (sixBits(line, at + 2) << 6) |
      sixBits(line, at + 3);
    decoded.writeUIntBE(value, group * 3, 3);
  }
  return decoded;
}

/** The six bits of a character: blank and backquote are zero. */
function sixBits(text: string, at: number): number {
  return at < text.length ? (text.charCodeAt(at) - 0x20) & 0x3f : 0;
}
