import { WANTED } from "../forms/wanted.ts";
import { LIMITS, type Limits } from "../model/limits.ts";
import { type Opened, type Unreadable, UnreadableError, type Workbook } from "../model/workbook.ts";
import { openLegacy } from "./legacy/open-legacy.ts";
import { openOle } from "./legacy/open-ole.ts";
import { openOoxml } from "./ooxml/open-ooxml.ts";
import { PackageParts } from "./ooxml/package-parts.ts";
import { sniff } from "./sources/sniff.ts";
import { damaged, EMPTY, fail, notAWorkbook, PROTECTED_ODS, tooLarge } from "./unreadable.ts";
import { openZip, type Zip } from "./zip/zip.ts";

export interface OpenOptions {
  /** Passwords to try on protected workbooks, in addition to Excel's public default. */
  passwords?: readonly string[];
  limits?: Limits;
  /** Notes about the origin of the bytes, which precede the workbook's own. */
  notes?: readonly string[];
}

/**
 * Opens the bytes of a file as a workbook, by content rather than name. Any problem is a result with an explanation,
 * never an error; only reading a damaged sheet later throws (UnreadableError).
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<Opened> {
  try {
    const workbook = await open(asBuffer(bytes), options);
    return { ok: true, workbook: withNotes(workbook, options.notes ?? []) };
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, unreadable: error.unreadable };
    throw error;
  }
}

function withNotes(workbook: Workbook, notes: readonly string[]): Workbook {
  if (notes.length === 0) return workbook;
  return {
    ...workbook,
    get notes() {
      return [...notes, ...workbook.notes];
    },
  };
}

async function open(bytes: Buffer, { limits = LIMITS, passwords = [] }: OpenOptions): Promise<Workbook> {
  if (bytes.length === 0) return fail(EMPTY);
  if (bytes.length > limits.fileBytes) return fail(tooLarge(`The file has ${bytes.length} bytes.`));
  const content = sniff(bytes);
  switch (content.type) {
    case "zip":
      return openPackage(bytes, limits, passwords);
    case "ole":
      return openOleWorkbook(bytes, passwords, limits);
    case "biff":
      return openLegacy(bytes, "xls", limits);
    case "container":
      return fail(notAWorkbook(content.what, content.ask));
    case "other": {
      const unreadable = notAWorkbook(content.what, content.ask);
      if (!content.isEncrypted) return fail(unreadable);
      return fail({ ...unreadable, kind: "encrypted", reason: `The file is ${content.what}.` });
    }
  }
}

async function openOleWorkbook(
  bytes: Buffer,
  passwords: readonly string[],
  limits: Limits,
): Promise<Workbook> {
  const content = await openOle(bytes, passwords);
  switch (content.type) {
    case "package":
      return { ...(await openPackage(content.bytes, limits)), encrypted: true };
    case "xls":
      return { ...(await openLegacy(content.bytes, "xls", limits)), encrypted: content.encrypted };
    case "message":
      return fail(
        notAWorkbook("a saved e-mail without attachments", `Ask for the ${WANTED.id} as an attachment.`),
      );
  }
}

async function openPackage(
  bytes: Buffer,
  limits: Limits,
  passwords: readonly string[] = [],
): Promise<Workbook> {
  const zip = await openZip(bytes, limits, { passwords });
  const parts = new PackageParts(zip);
  const main = [...parts.relations("").values()].find(({ kind }) => kind === "officeDocument");
  const part = main?.target ?? "xl/workbook.xml";
  if (/\.bin$/i.test(part) && parts.has(part)) return openLegacyPackage(zip, "xlsb", limits);
  if (parts.has(part) && (part.startsWith("xl/") || /workbook[^/]*\.xml$/i.test(part))) {
    return openOoxml(parts, part, limits, zip.notes);
  }
  if (parts.has("content.xml") && parts.has("mimetype")) {
    const kind = parts.read("mimetype").toString("latin1");
    if (!kind.includes("spreadsheet")) return fail(notAWorkbook("an OpenDocument text or drawing"));
    if (
      parts.has("META-INF/manifest.xml") &&
      parts.read("META-INF/manifest.xml").includes("encryption-data")
    ) {
      return fail(PROTECTED_ODS);
    }
    return openLegacyPackage(zip, "ods", limits);
  }
  return fail(describeZip(parts, zip));
}

/** The library inflates by itself; unpacking every part first enforces our limits and checksums. */
async function openLegacyPackage(zip: Zip, format: "xlsb" | "ods", limits: Limits): Promise<Workbook> {
  for (const name of zip.names) zip.read(name);
  return { ...(await openLegacy(zip.bytes, format, limits)), notes: zip.notes };
}

/** Parts of a Numbers, Pages or Keynote document, depending on the program's version. */
const APPLE_PART = /(?:^|\/)index(?:\/.*\.iwa|\.zip|\.apxl)$/i;
const APPLE_DOCUMENT = notAWorkbook(
  "an Apple document (Numbers, Pages or Keynote)",
  `Ask for the ${WANTED.id} exported to Excel (in Numbers: File > Export To > Excel).`,
);

function describeZip(parts: PackageParts, zip: Zip): Unreadable {
  if (parts.has("word/document.xml")) return notAWorkbook("a Word document");
  if (parts.has("ppt/presentation.xml")) return notAWorkbook("a PowerPoint presentation");
  if (zip.names.some((name) => APPLE_PART.test(name))) return APPLE_DOCUMENT;
  if (parts.has("[Content_Types].xml")) return damaged("The workbook part is missing from the file.");
  return notAWorkbook(`a zip archive (files in it: ${zip.names.length})`);
}

/** The same bytes as a Buffer, without copying. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
