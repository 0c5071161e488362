import { createRequire } from "node:module";
import { isMessage, mayBeMessage } from "../legacy/open-ole.ts";
import { damaged, fail } from "../unreadable.ts";
import { sniff } from "./sniff.ts";

export interface Attachment {
  /** Null where the mail gives no name. */
  name: string | null;
  bytes: Buffer;
  /** Belongs to the letter and not to what was sent with it: a picture in the text, a signature, a business card. */
  trimming: boolean;
}

/** Whether the bytes look like a saved mail, by a short look at them. */
export function mayBeMail(bytes: Buffer): boolean {
  const { type } = sniff(bytes);
  return type === "mail" || (type === "ole" && mayBeMessage(bytes));
}

/**
 * The attachments of a saved mail, in the Internet format (.eml) or Outlook's (.msg); undefined where the bytes are
 * neither. Throws UnreadableError where they make no sense. Libraries do the reading, which a damaged mail can keep busy
 * without end.
 */
export async function mailAttachments(bytes: Buffer): Promise<Attachment[] | undefined> {
  if (sniff(bytes).type === "mail") return emlAttachments(bytes);
  return (await isMessage(bytes)) ? msgAttachments(bytes) : undefined;
}

async function emlAttachments(bytes: Buffer): Promise<Attachment[]> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(fromHeaders(bytes)).catch(() =>
    fail(damaged("The saved e-mail cannot be read.")),
  );
  return mail.attachments.map(({ filename, mimeType, disposition, related, contentId, content }) => ({
    name: filename,
    bytes: typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
    trimming:
      (mimeType.startsWith("image/") &&
        (related === true || disposition === "inline" || contentId !== undefined)) ||
      TRIMMINGS.test(filename ?? ""),
  }));
}

/** The mail from its first header on: behind a blank line the library takes everything for text. */
function fromHeaders(bytes: Buffer): Buffer {
  return bytes.subarray(/^(?:\xef\xbb\xbf)?\s*/.exec(bytes.toString("latin1", 0, 200))?.[0].length);
}

async function msgAttachments(bytes: Buffer): Promise<Attachment[]> {
  // A CommonJS package whose module has a default export of its own: importers do not agree on what its default is.
  const library: typeof import("@kenjiuno/msgreader") = createRequire(import.meta.url)("@kenjiuno/msgreader");
  try {
    const reader = new library.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const attachments = reader.getFileData().attachments ?? [];
    return attachments.map((field) => {
      const { fileName, content } = reader.getAttachment(field);
      const hidden = field.attachmentHidden === true;
      const picture = field.pidContentId !== undefined && /\.(png|jpe?g|gif|bmp|emf)$/i.test(fileName ?? "");
      return {
        name: fileName || field.name || null,
        bytes: Buffer.from(content),
        trimming: hidden || picture || TRIMMINGS.test(fileName ?? ""),
      };
    });
  } catch {
    return fail(damaged("The saved Outlook message cannot be read."));
  }
}

const TRIMMINGS = /\.(p7s|vcf|ics)$/i;
