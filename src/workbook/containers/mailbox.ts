// Mailboxes (mbox, RFC 4155): consecutive mails, each after a line that begins with "From ".
import { beginsMail } from "../sources/mail-head.ts";
import { mailMembers } from "./mail.ts";
import type { Member } from "./member.ts";

const NEW_LINE = 0x0a;
const FROM = Buffer.from("From ");
/** A line in a mail that would have started another one; each time it is stored, another ">" is added (mboxrd). */
const QUOTED = /^>(>*From )/gm;
/** How much of a mail is needed to recognise it. */
const HEAD = 64 * 1024;

/** The mails of a mailbox by number, or the content of the mail if there is only one. */
export async function mailboxMembers(bytes: Buffer): Promise<Member[]> {
  const mails = split(bytes).map(withoutQuotes);
  const [first = bytes] = mails;
  if (mails.length <= 1) return mailMembers(first);
  return mails.map((mail, index) => ({ name: `mail ${index + 1}`, bytes: mail }));
}

/** A line that starts a mail is at the beginning or after an empty line, and is followed by a mail header. */
function split(bytes: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(FROM); at >= 0; at = bytes.indexOf(FROM, at + 1)) {
    const isFirst =
      starts.length === 0 && bytes.toString("latin1", 0, at).trim().replace("\xef\xbb\xbf", "") === "";
    if (!isFirst && !followsEmptyLine(bytes, at)) continue;
    const end = bytes.indexOf(NEW_LINE, at);
    if (end >= 0 && beginsMail(bytes.subarray(end + 1, end + 1 + HEAD))) starts.push(at);
  }
  return starts.map((start, index) =>
    bytes.subarray(bytes.indexOf(NEW_LINE, start) + 1, starts[index + 1] ?? bytes.length),
  );
}

function followsEmptyLine(bytes: Buffer, at: number): boolean {
  return /\n\r?\n$/.test(bytes.toString("latin1", Math.max(0, at - 3), at));
}

function withoutQuotes(mail: Buffer): Buffer {
  if (!mail.includes(">From ")) return mail;
  return Buffer.from(mail.toString("latin1").replace(QUOTED, "$1"), "latin1");
}
