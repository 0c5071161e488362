// Imported reference lists: one file per snapshot in the folder reference/ of the workspace.

import { compareTexts, sortTexts } from "../../lib/compare-texts.ts";
import { UsageError, WorkspaceError } from "../../lib/errors.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { fold } from "../../lib/text.ts";
import { type ReferenceList, referenceListSchema } from "../../model/reference.ts";
import { LISTS_FOLDER } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";

/** The file name of a snapshot, made from its name in plain letters and its day. */
export function snapshotFile(list: Pick<ReferenceList, "name" | "asOf">): string {
  const plain = fold(list.name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  // A name in another script keeps its characters, which are safe in file names; only spaces are replaced.
  const stem = plain === "" ? fold(list.name).replaceAll(" ", "-") : plain;
  return `${LISTS_FOLDER}/${stem || "list"}-${list.asOf ?? "undated"}.json`;
}

/** The imported lists by file name. Throws a WorkspaceError that names a file which is not a list. */
export function loadImportedLists(workspace: Workspace): ReferenceList[] {
  return workspace
    .userFiles(LISTS_FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const file = `${LISTS_FOLDER}/${name}`;
      const parsed = referenceListSchema.safeParse(parseJson(workspace.readUserFile(file)));
      if (parsed.success) return parsed.data;
      throw new WorkspaceError(
        `${file} is not a reference list written by cmrt. Import the list again with \`cmrt reference import\`, or remove the file.`,
      );
    });
}

/**
 * The lists available to a run: those in workbooks and imported ones. An imported snapshot replaces a workbook's list
 * with the same name and day.
 */
export function mergeLists(
  fromWorkbooks: readonly ReferenceList[],
  imported: readonly ReferenceList[],
): ReferenceList[] {
  const same = (a: ReferenceList, b: ReferenceList) =>
    a.name === b.name && a.asOf === b.asOf && a.kind === b.kind;
  return [...fromWorkbooks.filter((list) => !imported.some((other) => same(list, other))), ...imported];
}

/**
 * The list with this name: "name@2024-04-26" asks for one snapshot, a bare name for the newest. Letter case and
 * punctuation are ignored. Throws a UsageError that lists the available names if none fits.
 */
export function findList(lists: readonly ReferenceList[], asked: string): ReferenceList {
  const [, name = asked, day] = /^(.*)@(\d{4}-\d\d-\d\d)$/.exec(asked) ?? [];
  const fitting = lists.filter(
    (list) => fold(list.name) === fold(name) && (day === undefined || list.asOf === day),
  );
  const [newest] = [...fitting].sort((a, b) => compareTexts(b.asOf ?? "", a.asOf ?? ""));
  if (newest) return newest;
  const names = sortTexts(new Set(lists.map((list) => list.name)));
  const known =
    names.length === 0
      ? "None is available yet: see `cmrt reference import`."
      : `Available: ${names.join(", ")}.`;
  throw new UsageError(`Reference list "${asked}" not found. ${known}`);
}
