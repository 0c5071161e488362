// The result of unpacking a file, as lines.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceText, UnreadableError } from "../../src/model/workbook.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";
import { findFiles } from "../../src/workbook/sources/find-files.ts";
import {
  type UnpackedFile,
  type UnpackOptions,
  unpackFiles,
} from "../../src/workbook/sources/unpack-files.ts";

/** What is found in one file, written to the folder: names, each with the result of reading and opening it. */
export async function unpackLines(
  folder: string,
  name: string,
  bytes: Buffer,
  options: UnpackOptions = {},
): Promise<{ lines: string[]; skipped: number; reasons: string[] }> {
  writeFileSync(join(folder, name), bytes);
  const found = await findFiles([name], folder);
  const lines: string[] = [];
  const reasons: string[] = [];
  for await (const file of unpackFiles(found, options)) {
    const { kind, reason } = await outcome(file);
    lines.push(`${sourceText(file.source)}: ${kind}`);
    reasons.push(reason);
  }
  return { lines, skipped: found.skipped, reasons };
}

async function outcome(file: UnpackedFile): Promise<{ kind: string; reason: string }> {
  if ("failure" in file) {
    if (file.failure instanceof UnreadableError) return file.failure.unreadable;
    throw file.failure;
  }
  const { content, notes = [] } = file;
  const opened = await openWorkbook(typeof content === "string" ? readFileSync(content) : content, { notes });
  return opened.ok ? { kind: "ok", reason: opened.workbook.notes.join(" ") } : opened.unreadable;
}
