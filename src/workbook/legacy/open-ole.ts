import { damaged, ENCRYPTED, fail, notAWorkbook, unsupported } from "../unreadable.ts";

/** Excel protects the structure of a workbook with this password, which everybody knows (MS-OFFCRYPTO 2.4.2.3). */
const DEFAULT_PASSWORD = "VelvetSweatshop";

/** Streams of an OLE container that tell what program wrote it; `what` completes "The file is …". */
const OTHERS: readonly [stream: string, what: string][] = [
  ["WordDocument", "a Word document"],
  ["PowerPoint Document", "a PowerPoint presentation"],
  ["VisioDocument", "a Visio drawing"],
];

/** What an OLE container holds: a workbook's bytes, a saved message, or encrypted bytes made plain. */
export type OleContent =
  | { type: "xls"; bytes: Buffer; encrypted: boolean }
  | { type: "package"; bytes: Buffer }
  | { type: "message" };

/**
 * Looks into an OLE container and takes off encryption, first with Excel's public password and then with those given.
 * Throws UnreadableError where it holds something else, or none of the passwords fits.
 */
export async function openOle(bytes: Buffer, passwords: readonly string[]): Promise<OleContent> {
  const streams = await streamNames(bytes);
  if (streams.some((name) => name.includes("DRMEncrypted"))) {
    return fail(
      unsupported("The file is protected by rights management.", "Ask for a copy without protection."),
    );
  }
  if (streams.includes("EncryptedPackage")) {
    return { type: "package", bytes: await decrypt(bytes, passwords) };
  }
  if (streams.includes("Workbook") || streams.includes("Book")) {
    const encrypted = await isEncryptedXls(bytes);
    return { type: "xls", bytes: encrypted ? await decrypt(bytes, passwords) : bytes, encrypted };
  }
  if (streams.includes(MESSAGE_STREAM)) return { type: "message" };
  const other = OTHERS.find(([stream]) => streams.includes(stream));
  return fail(notAWorkbook(other?.[1] ?? "an OLE container without a workbook"));
}

async function isEncryptedXls(bytes: Buffer): Promise<boolean> {
  const library = (await import("officecrypto-tool")).default;
  try {
    return library.isEncrypted(bytes);
  } catch {
    return fail(damaged("The file is damaged: there is nothing in its workbook stream."));
  }
}

const MESSAGE_STREAM = "__properties_version1.0";

/** Whether an OLE container holds the name of a message's stream at all: looked for before a library walks it. */
export function mayBeMessage(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from(MESSAGE_STREAM, "utf16le"));
}

/** The OLE container is a message saved by Outlook. */
export async function isMessage(bytes: Buffer): Promise<boolean> {
  if (!mayBeMessage(bytes)) return false;
  const { CFB } = await import("@e965/xlsx");
  try {
    const paths: string[] = CFB.read(bytes, { type: "buffer" }).FullPaths;
    return paths.some((path) => path.split("/").length === 2 && path.endsWith(`/${MESSAGE_STREAM}`));
  } catch {
    return false;
  }
}

/** Names of the streams and storages. The library reads on where a container ends early; sizes tell. */
async function streamNames(bytes: Buffer): Promise<string[]> {
  const { CFB } = await import("@e965/xlsx");
  let entries: { name: string; type: number; size: number; content?: { length: number } }[];
  try {
    entries = CFB.read(bytes, { type: "buffer" }).FileIndex;
  } catch {
    return fail(damaged("The file is cut off or damaged: its OLE directory cannot be read."));
  }
  const STREAM = 2;
  if (entries.some(({ type, size, content }) => type === STREAM && size !== (content?.length ?? 0))) {
    return fail(damaged("The file is cut off: it ends before its content does."));
  }
  return entries.map(({ name }) => name);
}

async function decrypt(bytes: Buffer, passwords: readonly string[]): Promise<Buffer> {
  const library = (await import("officecrypto-tool")).default;
  for (const password of [DEFAULT_PASSWORD, ...passwords]) {
    try {
      return await library.decrypt(bytes, { password });
    } catch (error) {
      if (error instanceof Error && /password is incorrect/i.test(error.message)) continue;
      if (error instanceof Error && /unsupported/i.test(error.message)) {
        return fail(unsupported("The workbook is encrypted in a way that is not read."));
      }
      return fail(damaged("The encrypted workbook is cut off or damaged."));
    }
  }
  return fail(ENCRYPTED);
}
