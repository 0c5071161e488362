// Messages saved by Outlook (.msg).
import { createRequire } from "node:module";
import { ATTACHMENT_ELSEWHERE, damaged, fail } from "../unreadable.ts";
import { TRIMMINGS } from "./mail.ts";
import { baseName, type Member } from "./member.ts";

/** The attachments of a message. Throws UnreadableError if it is invalid. */
export function outlookMembers(bytes: Buffer): Member[] {
  // A CommonJS package with a default export: importers disagree about what its default is.
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
