// `cmrt doctor`: looks for problems in the workspace and says how to fix them.

import { diagnose } from "../app/doctor/diagnose.ts";
import type { Diagnosis } from "../app/doctor/diagnosis.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { CommonOptions } from "./options.ts";

/** Checks the workspace without changing anything. Exit code 1 if there is something to fix. */
export async function doctor(options: CommonOptions, io: Io): Promise<ExitCode> {
  const workspace = workspaceHere(io, options);
  const diagnoses = await diagnose(workspace);
  const isSound = diagnoses.every(({ state }) => state !== "problem");
  if (options.json) {
    io.out(`${JSON.stringify({ schema: 1, sound: isSound, diagnoses }, null, 2)}\n`);
  } else {
    io.out(diagnoses.map(diagnosisText).join(""));
    io.out(isSound ? "\nNo problems found.\n" : "\nProblems found.\n");
  }
  return isSound ? EXIT.clean : EXIT.findings;
}

function diagnosisText({ state, what, mend }: Diagnosis): string {
  return `${state.padEnd(8)} ${printable(what)}\n${mend === undefined ? "" : `         ${printable(mend)}\n`}`;
}
