// Runs cmrt in this process as a user would call it, or the executable if one is being tested.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ExitCode } from "../../src/lib/errors.ts";
import type { Io } from "../../src/lib/io.ts";
import { run } from "../../src/main.ts";
import { EXECUTABLE } from "./built.ts";

/** Whether cmrt runs in the process of the tests, where they can replace functions of Node. */
export const RUNS_HERE = EXECUTABLE === undefined;

export interface CliResult {
  code: ExitCode;
  out: string;
  err: string;
}

/** Runs `cmrt` with these arguments in the folder `cwd`, with the clock at `today`. */
export async function runCli(
  args: readonly string[],
  cwd: string,
  options: Partial<
    Pick<Io, "env" | "outIsTerminal" | "errIsTerminal" | "outColumns" | "ask" | "untilStopped" | "showPage">
  > & {
    today?: string;
  } = {},
): Promise<CliResult> {
  const { today = "2017-06-01", ...surroundings } = options;
  // Terminals and keyboards are simulated by this process.
  const isPlain = Object.keys(surroundings).every((key) => key === "env");
  if (EXECUTABLE !== undefined && isPlain)
    return runFile(EXECUTABLE, args, cwd, { today, env: options.env ?? {} });
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    cwd,
    env: {},
    today: () => today,
    ...surroundings,
  });
  return { code, out, err };
}

/** Sets the clock of a process to the day in CMRT_TEST_DAY. */
const CLOCK = join(import.meta.dirname, "set-clock.cjs");

async function runFile(
  file: string,
  args: readonly string[],
  cwd: string,
  { today, env }: { today: string; env: Readonly<Record<string, string | undefined>> },
): Promise<CliResult> {
  const child = spawn(file, [`--node-options=--require=${CLOCK}`, ...args], {
    cwd,
    env: { ...process.env, ...env, CMRT_TEST_DAY: today },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([
    // As bytes: decoding them would remove a byte order mark.
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, "exit") as Promise<[ExitCode]>,
  ]);
  return { code, out: out.toString("utf8"), err: err.toString("utf8") };
}
