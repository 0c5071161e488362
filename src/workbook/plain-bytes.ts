import { UnreadableError } from "../model/workbook.ts";
import { openOle } from "./legacy/open-ole.ts";
import { sniff } from "./sources/sniff.ts";

/** How a workbook was encrypted: not at all, with the password built into every copy of Excel, or with another one. */
export type Encryption = "none" | "default" | "password";

/**
 * A workbook's bytes without its encryption. Throws UnreadableError if none of the passwords fits or the container is
 * damaged.
 */
export async function plainBytes(
  bytes: Buffer,
  passwords: readonly string[],
): Promise<{ bytes: Buffer; encryption: Encryption }> {
  if (sniff(bytes).type !== "ole") return { bytes, encryption: "none" };
  try {
    return await plain(bytes, [], "default");
  } catch (error) {
    if (!(error instanceof UnreadableError) || error.unreadable.kind !== "encrypted") throw error;
    return plain(bytes, passwords, "password");
  }
}

async function plain(
  bytes: Buffer,
  passwords: readonly string[],
  encryption: Encryption,
): Promise<{ bytes: Buffer; encryption: Encryption }> {
  const content = await openOle(bytes, passwords);
  if (content.type === "package") return { bytes: content.bytes, encryption };
  if (content.type === "xls" && content.encrypted) return { bytes: content.bytes, encryption };
  return { bytes, encryption: "none" };
}
