// A letter as a draft e-mail (RFC 5322), for a person to open, read and send.
import MailComposer from "nodemailer/lib/mail-composer";
import { printable } from "../../lib/printable.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { type Letter, letterBody } from "./letter.ts";

export interface DraftInput {
  letter: Letter;
  /** Recipients; if there are none, the line stays empty. */
  to: readonly string[];
  from?: { name?: string; email?: string };
  /** The day (ISO) of the run. */
  today: string;
  attachments: readonly { name: string; bytes: Buffer }[];
}

/** Exactly one address: rejects text that would add a header or a second address. */
const ADDRESS = /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}]+$/u;

const WORKBOOK = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
};

/**
 * The bytes of an .eml file that mail programs open as a draft (`X-Unsent: 1`). The same letter gives the same bytes:
 * its message id and boundaries are derived from its content.
 */
export async function renderDraft({ letter, to, from, today, attachments }: DraftInput): Promise<Buffer> {
  const text = letterBody(letter);
  const seed = sha256Of([letter.subject, text, today, ...to].join("\u0000")).slice(0, 32);
  const sender =
    from?.email !== undefined && ADDRESS.test(from.email)
      ? { name: printable(from.name ?? ""), address: from.email }
      : undefined;
  const mail = new MailComposer({
    ...(sender ? { from: sender } : {}),
    to: to.filter((address) => ADDRESS.test(address)),
    subject: printable(letter.subject),
    text,
    date: new Date(`${today}T12:00:00Z`),
    messageId: `<${seed}@cmrt.invalid>`,
    baseBoundary: seed,
    headers: { "X-Unsent": "1" },
    attachments: attachments.map(({ name, bytes }) => ({
      filename: name,
      content: bytes,
      contentType: WORKBOOK[name.endsWith(".xlsm") ? "xlsm" : "xlsx"],
    })),
    // Neither files nor URLs may be accessed to make an e-mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
