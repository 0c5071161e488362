// Real workbooks, which are not part of the project: environment variables name their folders. Only files named
// *.corpus.test.ts read them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CMRT } from "../../fixtures/cmrt.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { readLookUpList } from "../../src/reference/look-up-list.ts";
import { openWorkbook } from "../../src/workbook/open-workbook.ts";

/** The folder of official templates and filled-in workbooks; undefined without it. */
export const CORPUS = folderOf("CMRT_CORPUS");

/** For a test's title: the path of a folder, or why its tests are skipped. */
export const OF_CORPUS = `(CMRT_CORPUS ${CORPUS ?? "is not set"})`;

/** The folder of filled-in templates of other families; undefined without it. */
export const FAMILY_CASES = folderOf("CMRT_FAMILIES");
export const OF_FAMILY_CASES = `(CMRT_FAMILIES ${FAMILY_CASES ?? "is not set"})`;

function folderOf(variable: string): string | undefined {
  const folder = process.env[variable];
  if (!folder) return undefined;
  if (!existsSync(folder)) throw new Error(`${variable} names ${folder}, which does not exist.`);
  return folder;
}

/** The path of a file of the corpus. */
export function corpusPath(...parts: string[]): string {
  if (CORPUS === undefined) throw new Error("CMRT_CORPUS is not set.");
  return join(CORPUS, ...parts);
}

/** The bytes of a file of the corpus. */
export function corpusBytes(...parts: string[]): Buffer {
  return readFileSync(corpusPath(...parts));
}

/** The look-up list of the official blank template of a version. */
export async function officialList(version: string): Promise<ReferenceList> {
  const file = corpusPath("templates", `RMI_CMRT_${version}.xlsx`);
  const opened = await openWorkbook(readFileSync(file));
  const list = opened.ok
    ? readLookUpList(opened.workbook, CMRT, version, { file, sha256: version })
    : undefined;
  if (!list) throw new Error(`${file} has no look-up list`);
  return list;
}
