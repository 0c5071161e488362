// `cmrt doctor`: is the workspace sound, and how is it mended where it is not?
import { createHash } from "node:crypto";
import { EXIT, type ExitCode } from "../errors.ts";
import type { Io } from "../io.ts";
import { DECISIONS_FILE } from "../match/decisions.ts";
import { LIMITS, type Limits } from "../model/limits.ts";
import { printable } from "../model/printable.ts";
import { parseSettings, SETTINGS_FILE } from "../model/settings.ts";
import { sourceText } from "../model/workbook.ts";
import { version } from "../version.ts";
import { findFiles } from "../workbook/find-files.ts";
import { findWorkspace } from "../workspace/find-workspace.ts";
import { lockHolder } from "../workspace/lock.ts";
import type { Manifest } from "../workspace/manifest.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { LISTS_FOLDER, loadImportedLists } from "./imported-lists.ts";
import { loadDecisions } from "./load-decisions.ts";
import { openReader } from "./open-reader.ts";
import type { CommonOptions } from "./options.ts";
import { readSettings } from "./read-settings.ts";

/** One thing looked at: sound, worth knowing, or to be mended. */
export interface Diagnosis {
  state: "sound" | "note" | "problem";
  what: string;
  /** How to mend a problem. */
  mend?: string;
}

/** Examines the workspace and changes nothing. Exit code 1 where something is to be mended. */
export async function doctor(options: CommonOptions, io: Io): Promise<ExitCode> {
  const workspace = openWorkspace(findWorkspace(io.cwd, options.workspace), version());
  const diagnoses = await diagnose(workspace);
  const isSound = diagnoses.every(({ state }) => state !== "problem");
  if (options.json) {
    io.out(`${JSON.stringify({ schema: 1, sound: isSound, diagnoses }, null, 2)}\n`);
  } else {
    io.out(diagnoses.map(diagnosisText).join(""));
    io.out(isSound ? "\nThe workspace is sound.\n" : "\nThe workspace needs mending.\n");
  }
  return isSound ? EXIT.clean : EXIT.findings;
}

function diagnosisText({ state, what, mend }: Diagnosis): string {
  return `${state.padEnd(8)} ${printable(what)}\n${mend === undefined ? "" : `         ${printable(mend)}\n`}`;
}

/** Everything that is known to go wrong with a workspace, looked at one after the other. */
export async function diagnose(workspace: Workspace): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [
    ...lockState(workspace),
    ...settingsState(workspace),
    ...matchingState(workspace),
  ];
  if (!workspace.exists) {
    found.push({
      state: "problem",
      what: `Nothing was ingested in ${workspace.root} yet.`,
      mend: "Run `cmrt ingest <folder>`.",
    });
    return found;
  }
  let manifest: Manifest;
  try {
    manifest = workspace.manifest();
  } catch (error) {
    found.push({ state: "problem", what: (error as Error).message });
    return found;
  }
  found.push(...storeState(workspace, manifest), ...(await fileState(workspace, manifest)));
  return found;
}

function lockState(workspace: Workspace): Diagnosis[] {
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
            what: `${left.length} half-written files of a run that was stopped; the next ingest removes them.`,
          },
        ]),
  ];
}

function settingsState(workspace: Workspace): Diagnosis[] {
  const text = workspace.readUserFile(SETTINGS_FILE);
  if (text === undefined)
    return [{ state: "sound", what: `No ${SETTINGS_FILE}: the default settings hold.` }];
  try {
    parseSettings(text);
    return [{ state: "sound", what: `${SETTINGS_FILE} is understood.` }];
  } catch (error) {
    return [{ state: "problem", what: (error as Error).message, mend: `Edit ${SETTINGS_FILE}.` }];
  }
}

/** The imported lists and the decisions on smelters; nothing where there are none. */
function matchingState(workspace: Workspace): Diagnosis[] {
  const found: Diagnosis[] = [];
  const look = (what: () => Diagnosis[], mend: string) => {
    try {
      found.push(...what());
    } catch (error) {
      found.push({ state: "problem", what: (error as Error).message, mend });
    }
  };
  look(() => {
    const { length } = loadImportedLists(workspace);
    return length === 0 ? [] : [{ state: "sound", what: `Imported reference lists: ${length}.` }];
  }, `See the folder ${LISTS_FOLDER}.`);
  look(() => {
    const { decisions, notices } = loadDecisions(workspace);
    const mend = `Edit ${DECISIONS_FILE}.`;
    const faults = notices.map((what): Diagnosis => ({ state: "problem", what, mend }));
    return decisions.length === 0
      ? faults
      : [{ state: "sound", what: `Decisions on smelters: ${decisions.length}.` }, ...faults];
  }, `Edit ${DECISIONS_FILE}.`);
  return found;
}

/** Every stored response against its hash and its schema, and the look-up lists that they name. */
function storeState(workspace: Workspace, manifest: Manifest): Diagnosis[] {
  const found: Diagnosis[] = [];
  const named = new Map(
    manifest.files.flatMap((file) =>
      file.sha256 !== null && file.state !== "unreadable" ? [[file.sha256, file] as const] : [],
    ),
  );
  let sound = 0;
  for (const [id, file] of named) {
    const state = workspace.verify(id);
    const name = sourceText(file);
    const readAgain =
      file.state === "gone"
        ? undefined
        : `Run \`cmrt ingest --force ${JSON.stringify(file.container?.split(" » ")[0] ?? file.path)}\`.`;
    if (state === "sound") {
      sound++;
      const key = workspace.response(id)?.list ?? null;
      if (key !== null && workspace.list(key) === undefined) {
        found.push({
          state: "problem",
          what: `The look-up list of ${name} is missing or damaged.`,
          ...(readAgain ? { mend: readAgain } : {}),
        });
      }
    } else if (file.state === "gone") {
      found.push({
        state: "note",
        what: `What was read from ${name}, which has gone, is ${state}; it does not count any more.`,
      });
    } else {
      const what = {
        missing: `What was read from ${name} is missing from the store.`,
        damaged: `What was read from ${name} is damaged in the store.`,
        changed: `What was read from ${name} was changed in the store by something else than cmrt.`,
      }[state];
      found.push({ state: "problem", what, ...(readAgain ? { mend: readAgain } : {}) });
    }
  }
  found.unshift({
    state: "sound",
    what: `${sound} of ${named.size} stored responses are as they were written.`,
  });
  const unnamed = [...workspace.storedIds()].filter((id) => !named.has(id)).length;
  if (unnamed > 0)
    found.push({
      state: "note",
      what: `${unnamed} stored responses that no file stands for any more; they do not count.`,
    });
  return found;
}

/** The workbooks themselves: still there and still the same? */
async function fileState(workspace: Workspace, manifest: Manifest): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  const known = new Map(
    manifest.files.filter((file) => file.state !== "gone").map((file) => [sourceText(file), file]),
  );
  const limits = limitsOf(workspace);
  const reader = openReader({ limits }, 1);
  for (const path of manifest.paths) {
    try {
      for await (const { source, read } of reader.unpack(await findFiles([path], workspace.root, limits))) {
        const name = sourceText(source);
        const file = known.get(name);
        known.delete(name);
        const bytes = await read().catch(() => undefined);
        if (bytes === undefined) continue;
        if (file === undefined) found.push({ state: "note", what: `${name} was not ingested yet.` });
        else if (file.sha256 !== null && createHash("sha256").update(bytes).digest("hex") !== file.sha256)
          found.push({ state: "note", what: `${name} has changed since it was ingested.` });
      }
    } catch (error) {
      found.push({ state: "note", what: `${path}: ${(error as Error).message}` });
    }
  }
  await reader.close();
  for (const [name] of known) found.push({ state: "note", what: `${name} is no longer there.` });
  if (found.length > 0)
    found.push({ state: "note", what: "Run `cmrt ingest` to bring the workspace up to date." });
  else found.push({ state: "sound", what: "Every file is as it was ingested." });
  return found;
}

/** The workspace's limits; those of everybody where its settings are not understood, which is told elsewhere. */
function limitsOf(workspace: Workspace): Limits {
  try {
    return readSettings(workspace).limits;
  } catch {
    return LIMITS;
  }
}
