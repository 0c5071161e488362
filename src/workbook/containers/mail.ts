// Saved mails in Internet format (.eml, Apple Mail's .emlx).
import type { Attachment } from "postal-mime";
import type { Unreadable } from "../../model/workbook.ts";
import { mailIn } from "../sources/mail-head.ts";
import { damaged, encryptedMail, fail, notAWorkbook } from "../unreadable.ts";
import { withoutBinaryParts } from "./binary-parts.ts";
import { baseName, type Member } from "./member.ts";
import { uuencodedFiles } from "./uuencode.ts";

/** Attachments that are part of the letter rather than sent with it: signatures, business cards, appointments. */
export const TRIMMINGS = /\.(p7s|vcf|ics)$/i;

/** Types of parts that mail programs add: signatures, keys, delivery reports. */
const ADDED =
  /^(?:application\/(?:pgp-(?:signature|keys)|(?:x-)?pkcs7-signature)|message\/(?:(?:global-)?(?:delivery-status|disposition-notification)|feedback-report)|text\/rfc822-headers)$/;

/** Types of parts that refer to something outside the mail. */
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

/** Apple Mail stores large attachments beside the mail and leaves this header field instead. */
const KEPT_BESIDE = /^x-apple-content-length[ \t]*:/im;
const NOT_IN_THE_FILE: Unreadable = {
  kind: "empty",
  reason: "The attachment is not in this file: Apple Mail keeps it beside the e-mail (.partial.emlx).",
  ask: "In Apple Mail, save the attachment itself, or the e-mail with its attachments.",
};

const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----/m;
/** What PGP adds to a letter. */
const PGP_ADDED = /^-----BEGIN PGP (?:SIGNATURE|PUBLIC KEY BLOCK)-----/;

/** Uuencoded lines may end with blanks, which the library would take for soft line breaks in a flowed mail. */
const FLOWED = /\bformat=flowed\b/gi;

/**
 * The content of a mail: its attachments, and files that are uuencoded in its text. Throws UnreadableError for an
 * invalid mail, and for one that consists of encrypted text.
 */
export async function mailMembers(file: Buffer): Promise<Member[]> {
  const mail = mailIn(file);
  const { default: PostalMime } = await import("postal-mime");
  const parsed = PostalMime.parse(withoutFlow(withoutBinaryParts(mail)));
  const { attachments, text = "" } = await parsed.catch(() =>
    fail(damaged("The saved e-mail cannot be read.")),
  );
  if (attachments.some(({ mimeType }) => mimeType === "application/pgp-encrypted")) {
    fail(encryptedMail("PGP"));
  }
  const members = attachments.map((attachment) => toMember(attachment, mail));
  members.push(...uuencodedFiles(text));
  if (members.length === 0 && PGP_MESSAGE.test(text)) fail(encryptedMail("PGP"));
  return members;
}

function withoutFlow(mail: Buffer): Buffer {
  if (!mail.includes("\nbegin ")) return mail;
  return Buffer.from(mail.toString("latin1").replace(FLOWED, "format=fixed"), "latin1");
}

const UUENCODED = Buffer.from("begin ");

function toMember(attachment: Attachment, mail: Buffer): Member {
  const { filename, mimeType, disposition, related, contentId, content } = attachment;
  const name = baseName(filename);
  const elsewhere = ELSEWHERE.get(mimeType);
  if (elsewhere !== undefined) return { name, unreadable: elsewhere };
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  if (bytes.length === 0 && KEPT_BESIDE.test(mail.toString("latin1"))) {
    return { name, unreadable: NOT_IN_THE_FILE };
  }
  if (bytes.subarray(0, UUENCODED.length).equals(UUENCODED)) {
    // A transfer encoding that the library does not support.
    const [decoded, ...others] = uuencodedFiles(bytes.toString("latin1"));
    if (decoded !== undefined && others.length === 0) return { ...decoded, name: name ?? decoded.name };
  }
  const isShown = related === true || disposition === "inline" || contentId !== undefined;
  const trimming =
    (mimeType.startsWith("image/") && isShown) ||
    ADDED.test(mimeType) ||
    TRIMMINGS.test(name ?? "") ||
    PGP_ADDED.test(bytes.toString("latin1", 0, 64));
  return { name, bytes, trimming };
}
