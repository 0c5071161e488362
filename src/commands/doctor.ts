// `cmrt doctor`: is the workspace sound, and how is it mended where it is not?

import { diagnoseEdited } from "../app/doctor/diagnose-edited.ts";
import { diagnoseFiles } from "../app/doctor/diagnose-files.ts";
import { diagnoseLock, diagnoseStore } from "../app/doctor/diagnose-store.ts";
import type { Diagnosis } from "../app/doctor/diagnosis.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { Manifest } from "../store/manifest.ts";
import type { Workspace } from "../store/open-workspace.ts";
import type { CommonOptions } from "./options.ts";

/** Examines the workspace and changes nothing. Exit code 1 where something is to be mended. */
export async function doctor(options: CommonOptions, io: Io): Promise<ExitCode> {
  const workspace = workspaceHere(io, options);
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
async function diagnose(workspace: Workspace): Promise<Diagnosis[]> {
  const found = [...diagnoseLock(workspace), ...diagnoseEdited(workspace)];
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
  return [...found, ...diagnoseStore(workspace, manifest), ...(await diagnoseFiles(workspace, manifest))];
}
