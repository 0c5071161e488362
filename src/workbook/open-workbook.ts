import { type Opened, UnreadableError, type Workbook } from "../model/workbook.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { openOoxml } from "./open-ooxml.ts";
import { PackageParts } from "./package-parts.ts";
import { sniff } from "./sniff.ts";
import { damaged, EMPTY, ENCRYPTED, fail, notAWorkbook, tooLarge, unsupported } from "./unreadable.ts";
import { openZip, type Zip } from "./zip.ts";

export interface OpenOptions {
  /** Passwords to try on protected workbooks, besides Excel's public default one. */
  passwords?: readonly string[];
  limits?: Limits;
}

/**
 * Opens the bytes of a file as a workbook, by content and not by name. Whatever is wrong with them is an outcome with
 * the words for it, never an error; only reading a damaged sheet later throws (UnreadableError).
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<Opened> {
  try {
    return { ok: true, workbook: await open(asBuffer(bytes), options) };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}

async function open(bytes: Buffer, { limits = LIMITS }: OpenOptions): Promise<Workbook> {
  if (bytes.length === 0) return fail(EMPTY);
  if (bytes.length > limits.fileBytes) return fail(tooLarge(`The file has ${bytes.length} bytes.`));
  const content = sniff(bytes);
  switch (content.type) {
    case "zip":
      return openPackage(await openZip(bytes, limits), limits);
    case "ole":
      return fail(await describeOle(bytes));
    case "mail":
      return fail(notAWorkbook("a saved e-mail"));
    case "other":
      return fail(notAWorkbook(content.what, content.ask));
  }
}

function openPackage(zip: Zip, limits: Limits): Workbook {
  const parts = new PackageParts(zip);
  const main = [...parts.relations("").values()].find(({ kind }) => kind === "officeDocument");
  const part = main?.target ?? "xl/workbook.xml";
  if (part.endsWith("workbook.bin")) return fail(unsupported("The workbook is in the binary format .xlsb."));
  if (parts.has(part) && (part.startsWith("xl/") || /workbook[^/]*\.xml$/i.test(part))) {
    return openOoxml(parts, part, limits);
  }
  return fail(describeZip(parts, zip));
}

function describeZip(parts: PackageParts, zip: Zip) {
  if (parts.has("word/document.xml")) return notAWorkbook("a Word document");
  if (parts.has("ppt/presentation.xml")) return notAWorkbook("a PowerPoint presentation");
  if (parts.has("content.xml")) return unsupported("The workbook is in the OpenDocument format.");
  if (parts.has("[Content_Types].xml")) return damaged("The workbook part is missing from the file.");
  return notAWorkbook(`a zip archive of ${zip.names.length} files`);
}

/** Streams of an OLE container that tell what program wrote it. */
const OLE_STREAMS: readonly [stream: string, what: string][] = [
  ["WordDocument", "a Word document"],
  ["PowerPoint Document", "a PowerPoint presentation"],
  ["__properties_version1.0", "a saved Outlook message"],
  ["VisioDocument", "a Visio drawing"],
];

async function describeOle(bytes: Buffer) {
  const { CFB } = await import("@e965/xlsx");
  let names: string[];
  try {
    names = CFB.read(bytes, { type: "buffer" }).FileIndex.map(({ name }: { name: string }) => name);
  } catch {
    return damaged("The file is cut off or damaged: its OLE directory cannot be read.");
  }
  if (names.includes("EncryptedPackage")) return ENCRYPTED;
  if (names.includes("Workbook") || names.includes("Book")) {
    return unsupported("The workbook is in the format .xls of Excel 97–2003.");
  }
  const known = OLE_STREAMS.find(([stream]) => names.includes(stream));
  return notAWorkbook(known?.[1] ?? "an OLE container without a workbook");
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
