// Messages as Outlook saves them (.msg).
import { createRequire } from "node:module";
import { ATTACHMENT_ELSEWHERE, damaged, fail } from "../unreadable.ts";
import { TRIMMINGS } from "./mail.ts";
import { baseName, type Member } from "./member.ts";

/** Throws UnreadableError for a message that makes no sense. */
export function outlookMembers(bytes: Buffer): Member[] {
  // A CommonJS package whose module has a default export of its own: importers do not agree on what its default is.
  const library: typeof import("@kenjiuno/msgreader") = createRequire(import.meta.url)("@kenjiuno/msgreader");
  try {
    const reader = new library.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const attachments = reader.getFileData().attachments ?? [];
    return attachments.map((field) => {
      const { fileName, content } = reader.getAttachment(field);
      const name = baseName(fileName || field.name);
      if (content.length === 0) return { name, unreadable: ATTACHMENT_ELSEWHERE };
      const hidden = field.attachmentHidden === true;
      const picture = field.pidContentId !== undefined && /\.(png|jpe?g|gif|bmp|emf)$/i.test(name ?? "");
      return { name, bytes: Buffer.from(content), trimming: hidden || picture || TRIMMINGS.test(name ?? "") };
    });
  } catch {
    return fail(damaged("The saved Outlook message cannot be read."));
  }
}
