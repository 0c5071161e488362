// Files written as text with uuencode, in the body of old mails or as a file (.uue): POSIX uuencode(1), in its own
// alphabet or in base64.
import { damaged } from "../unreadable.ts";
import type { Member } from "./member.ts";

const BEGIN = /^begin(-base64)? [0-7]{3,4} (\S.*?)[ \t]*\r?$/;

/** The files in a text. One whose end is missing is named with that. */
export function uuencodedFiles(text: string): Member[] {
  const files: Member[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const begin = BEGIN.exec(lines[at] as string);
    if (begin === null) continue;
    const [, base64, name = ""] = begin;
    const isEnd = base64 ? (line: string) => line === "====" : (line: string) => line === "end";
    let end = at + 1;
    while (end < lines.length && !isEnd((lines[end] as string).trimEnd())) end++;
    const body = lines.slice(at + 1, end);
    const bytes = base64 ? Buffer.from(body.join(""), "base64") : decode(body);
    // A sentence may begin like that, too: nothing was encoded where the first line has another length than it says.
    if (bytes === undefined) continue;
    const isWhole = end < lines.length;
    files.push(isWhole ? { name, bytes } : { name, unreadable: CUT_OFF });
    at = end;
  }
  return files;
}

const CUT_OFF = damaged("The uuencoded file is cut off: its last line is missing.");

/** Each line begins with the number of its bytes; every four characters are three bytes. */
function decode(lines: readonly string[]): Buffer | undefined {
  const bytes: Buffer[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.replace(/\r$/, "");
    const length = sixBits(text, 0);
    if (length === 0) break;
    const groups = Math.ceil(length / 3);
    // Blanks at the end get lost on the way: they are zeros. A check sum may follow.
    if (text.length > 1 + 4 * groups + 2 || length > 45) {
      if (index === 0) return undefined;
      break;
    }
    const decoded = Buffer.alloc(groups * 3);
    for (let group = 0; group < groups; group++) {
      const at = 1 + 4 * group;
      const value =
        (sixBits(text, at) << 18) |
        (sixBits(text, at + 1) << 12) |
        (sixBits(text, at + 2) << 6) |
        sixBits(text, at + 3);
      decoded.writeUIntBE(value, group * 3, 3);
    }
    bytes.push(decoded.subarray(0, length));
  }
  return bytes.length === 0 ? undefined : Buffer.concat(bytes);
}

/** A character's six bits: blank and backquote are zero. */
function sixBits(text: string, at: number): number {
  return at < text.length ? (text.charCodeAt(at) - 0x20) & 0x3f : 0;
}
