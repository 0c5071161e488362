// Diagnoses the store.
import { sourceText } from "../../model/workbook.ts";
import { lockHolder } from "../../store/lock.ts";
import type { Manifest, ManifestFile } from "../../store/manifest.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { listKey } from "../campaign/campaign-lists.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Reports which process has locked the workspace, and what an interrupted run left behind. */
export function diagnoseLock(workspace: Workspace): Diagnosis[] {
  const holder = lockHolder(workspace.root);
  const left = workspace.leftovers();
  return [
    ...(holder === undefined
      ? []
      : [{ state: "note" as const, what: `The workspace is in use by ${holder}.` }]),
    ...(left.length === 0
      ? []
      : [
          {
            state: "note" as const,
            what: `${left.length} temporary files of an interrupted run; the next ingest removes them.`,
          },
        ]),
  ];
}

function readAgain({ path, container }: ManifestFile): string {
  return `Run \`cmrt ingest --force ${JSON.stringify(container?.split(" » ")[0] ?? path)}\`.`;
}

/** Checks every stored response against its hash and schema, and the look-up lists that responses refer to. */
export function diagnoseStore(workspace: Workspace, manifest: Manifest): Diagnosis[] {
  const found: Diagnosis[] = [];
  const named = new Map(
    manifest.files.flatMap((file) =>
      file.sha256 !== null && file.state !== "unreadable" ? [[file.sha256, file] as const] : [],
    ),
  );
  const listUsers = new Map<string, ManifestFile[]>();
  let sound = 0;
  for (const [id, file] of named) {
    const state = workspace.verify(id);
    const name = sourceText(file);
    if (state === "sound") {
      sound++;
      const key = workspace.response(id)?.list ?? null;
      if (key === null || file.state === "gone") continue;
      const users = listUsers.get(key);
      if (users) users.push(file);
      else listUsers.set(key, [file]);
    } else if (file.state === "gone") {
      found.push({
        state: "note",
        what: `The stored response of ${name} is ${state}. The file is gone, so the response no longer counts.`,
      });
    } else {
      const what = {
        missing: `The stored response of ${name} is missing.`,
        damaged: `The stored response of ${name} is damaged.`,
        changed: `The stored response of ${name} was changed by something other than cmrt.`,
      }[state];
      found.push({ state: "problem", what, mend: readAgain(file) });
    }
  }
  for (const [key, [first, ...others]] of listUsers) {
    const list = workspace.list(key);
    if (first === undefined || (list !== undefined && listKey(list) === key)) continue;
    const more = others.length === 0 ? "" : ` (and of ${others.length} more)`;
    found.push({
      state: "problem",
      what: `The look-up list of ${sourceText(first)}${more} is missing or damaged in the store.`,
      mend: readAgain(first),
    });
  }
  found.unshift({
    state: "sound",
    what: `${sound} of ${named.size} stored responses are intact.`,
  });
  const unnamed = [...workspace.storedIds()].filter((id) => !named.has(id)).length;
  if (unnamed > 0)
    found.push({
      state: "note",
      what: `${unnamed} stored responses have no file any more; they do not count.`,
    });
  return found;
}
