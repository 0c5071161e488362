import { damaged, ENCRYPTED, fail, notAWorkbook, unsupported } from "../unreadable.ts";

/** Excel protects the structure of a workbook with this publicly known password (MS-OFFCRYPTO 2.4.2.3). */
const DEFAULT_PASSWORD = "VelvetSweatshop";

/**
 * Streams of an OLE container that identify the program that wrote it, in lower case; `what` completes "The file is …".
 */
const OTHERS: readonly [stream: string, what: string][] = [
  ["worddocument", "a Word document"],
  ["powerpoint document", "a PowerPoint presentation"],
  ["visiodocument", "a Visio drawing"],
  ["quill", "a Publisher document"],
  ["wksssworkbook", "a Works spreadsheet"],
];

/** The content of an OLE container: a workbook's bytes, a saved message, or decrypted bytes. */
export type OleContent =
  | { type: "xls"; bytes: Buffer; encrypted: boolean }
  | { type: "package"; bytes: Buffer }
  | { type: "message" };

/**
 * Opens an OLE container and removes encryption, first with Excel's public password and then with those given. Stream
 * names are case-insensitive (MS-CFB 2.6.4). Throws UnreadableError if it contains something else, or none of the
 * passwords fits.
 */
export async function openOle(bytes: Buffer, passwords: readonly string[]): Promise<OleContent> {
  const streams = await listStreams(bytes);
  const atRoot = new Set(streams.map(({ path }) => path));
  if (streams.some(({ path }) => path.includes("drmencrypted"))) {
    return fail(
      unsupported("The file is protected by rights management.", "Ask for a copy without protection."),
    );
  }
  if (atRoot.has("encryptedpackage")) {
    requireFewRounds(streams.find(({ path }) => path === "encryptioninfo")?.content);
    return { type: "package", bytes: await decrypt(bytes, passwords) };
  }
  if (WORKBOOKS.some((name) => atRoot.has(name))) return openXls(bytes, passwords);
  if (atRoot.has(MESSAGE_STREAM)) return { type: "message" };
  const other = OTHERS.find(([stream]) => atRoot.has(stream));
  if (other !== undefined) return fail(notAWorkbook(other[1]));
  // If there is no program's own stream at its root, a workbook in a folder is the purpose of the container.
  const inFolders = streams.filter(({ path }) => WORKBOOKS.includes(path.slice(path.lastIndexOf("/") + 1)));
  const [workbook] = inFolders;
  if (workbook === undefined || inFolders.length > 1) {
    return fail(notAWorkbook("an OLE container without a workbook"));
  }
  return openXls(await asContainer(workbook.content), passwords);
}

/** Streams in which Excel stores a workbook, the newer one first. */
const WORKBOOKS = ["workbook", "book"];

async function openXls(bytes: Buffer, passwords: readonly string[]): Promise<OleContent> {
  const encrypted = await isEncryptedXls(bytes);
  return { type: "xls", bytes: encrypted ? await decrypt(bytes, passwords) : bytes, encrypted };
}

/** A container with a workbook's stream at the place where programs look for it. */
async function asContainer(workbook: Buffer): Promise<Buffer> {
  const { CFB } = await import("@e965/xlsx");
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/Workbook", workbook);
  return CFB.write(container, { type: "buffer" }) as Buffer;
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

/** Whether an OLE container contains the name of a message's stream at all: a quick check before a library reads it. */
export function mayBeMessage(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from(MESSAGE_STREAM, "utf16le"));
}

/** Whether the OLE container is a message saved by Outlook. */
export async function isMessage(bytes: Buffer): Promise<boolean> {
  if (!mayBeMessage(bytes)) return false;
  return listStreams(bytes).then(
    (streams) => streams.some(({ path }) => path === MESSAGE_STREAM),
    () => false,
  );
}

interface Stream {
  /** In lower case, preceded by folders with slashes, without the root, whose name varies. */
  path: string;
  content: Buffer;
}

/** The streams and storages. The library reads past the end of a truncated container, so sizes are checked. */
async function listStreams(bytes: Buffer): Promise<Stream[]> {
  const { CFB } = await import("@e965/xlsx");
  let entries: { type: number; size: number; content?: Buffer | number[] }[];
  let paths: string[];
  try {
    ({ FileIndex: entries, FullPaths: paths } = CFB.read(bytes, { type: "buffer" }));
  } catch {
    return fail(damaged("The file is cut off or damaged: its OLE directory cannot be read."));
  }
  const STREAM = 2;
  if (entries.some(({ type, size, content }) => type === STREAM && size !== (content?.length ?? 0))) {
    return fail(damaged("The file is cut off: it ends before its content does."));
  }
  const root = paths[0]?.length ?? 0;
  return entries.slice(1).map(({ content }, index) => ({
    path: (paths[index + 1] ?? "").slice(root).replace(/\/$/, "").toLowerCase(),
    content: Buffer.from(content ?? []),
  }));
}

/**
 * Maximum number of hashing rounds in deriving a key from a password that the format allows (MS-OFFCRYPTO 2.3.4.10).
 * Excel uses 100,000.
 */
const MOST_ROUNDS = 10_000_000;
const ROUNDS = /spinCount\s*=\s*(["'])(.*?)\1/gs;

/** Each password costs as many rounds as the file says: with billions, trying one would use up the time limit. */
function requireFewRounds(info: Buffer | undefined): void {
  // In any encoding these characters are single bytes, possibly with zeros in between.
  const text = info?.toString("latin1").replaceAll("\0", "") ?? "";
  for (const [, , rounds = ""] of text.matchAll(ROUNDS)) {
    if (/^\d{1,8}$/.test(rounds) && Number(rounds) <= MOST_ROUNDS) continue;
    fail(
      unsupported(
        "The workbook is encrypted in a way that Excel does not use: opening it would take too long.",
        "Ask for a copy without a password.",
      ),
    );
  }
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
