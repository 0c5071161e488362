// Saved mails in the Internet's format (.eml, Apple Mail's .emlx).
import { basename } from "node:path/posix";
import type { Attachment } from "postal-mime";
import { placeOfMail } from "../sources/mail-head.ts";
import { damaged, encryptedMail, fail, notAWorkbook } from "../unreadable.ts";
import { withoutBinaryParts } from "./binary-parts.ts";
import type { Member } from "./member.ts";
import { uuencodedFiles } from "./uuencode.ts";

/** Names of what belongs to a letter and is not sent with it: signatures, business cards, appointments. */
export const TRIMMINGS = /\.(p7s|vcf|ics)$/i;

/** Types of parts that mail programs add: signatures, keys, reports of what became of a mail. */
const ADDED =
  /^(?:application\/(?:pgp-(?:signature|keys|encrypted)|(?:x-)?pkcs7-signature)|message\/(?:(?:global-)?(?:delivery-status|disposition-notification)|feedback-report)|text\/rfc822-headers)$/;

/** Types of parts that stand for something that is not in the mail. */
const ELSEWHERE = new Map([
  [
    "message/partial",
    notAWorkbook(
      "one part of an e-mail that was sent in several",
      "Open it in a mail program together with the other parts, or ask for the workbook in one piece.",
    ),
  ],
  [
    "message/external-body",
    notAWorkbook("a reference to a file that is kept elsewhere", "Ask for the workbook as an attachment."),
  ],
]);

/** Apple Mail keeps large attachments beside the mail and leaves this field in their place. */
const KEPT_BESIDE = /^x-apple-content-length[ \t]*:/im;
const NOT_IN_THE_FILE = notAWorkbook(
  "an attachment that Apple Mail keeps beside the e-mail (.partial.emlx)",
  "In Apple Mail, save the attachment itself, or the e-mail with its attachments.",
);

const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----/m;

/**
 * What a mail carries: its attachments, and files that are uuencoded in its text. Throws UnreadableError for one that
 * makes no sense, and for one whose text is encrypted and that carries nothing else.
 */
export async function mailMembers(bytes: Buffer): Promise<Member[]> {
  const mail = placeOfMail(bytes) ?? { start: 0, end: bytes.length };
  const { default: PostalMime } = await import("postal-mime");
  const { attachments, text = "" } = await PostalMime.parse(
    withoutBinaryParts(bytes.subarray(mail.start, mail.end)),
  ).catch(() => fail(damaged("The saved e-mail cannot be read.")));
  const isPartial = KEPT_BESIDE.test(bytes.toString("latin1"));
  const members = attachments.map((attachment) => toMember(attachment, isPartial));
  members.push(...uuencodedFiles(text));
  if (members.length === 0 && PGP_MESSAGE.test(text)) fail(encryptedMail("PGP"));
  return members;
}

function toMember(attachment: Attachment, isPartial: boolean): Member {
  const { filename, mimeType, disposition, related, contentId, content } = attachment;
  const name = filename && basename(filename.replaceAll("\\", "/"));
  const elsewhere = ELSEWHERE.get(mimeType);
  if (elsewhere !== undefined) return { name, unreadable: elsewhere };
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  if (isPartial && bytes.length === 0) return { name, unreadable: NOT_IN_THE_FILE };
  const isShown = related === true || disposition === "inline" || contentId !== undefined;
  const trimming =
    (mimeType.startsWith("image/") && isShown) || ADDED.test(mimeType) || TRIMMINGS.test(name ?? "");
  return { name, bytes, trimming };
}
