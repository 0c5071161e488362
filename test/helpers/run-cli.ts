// Runs cmrt in this process, as a user would call it.
import type { ExitCode } from "../../src/lib/errors.ts";
import type { Io } from "../../src/lib/io.ts";
import { run } from "../../src/main.ts";

export interface CliResult {
  code: ExitCode;
  out: string;
  err: string;
}

/** Runs `cmrt` with these words in the folder `cwd`; the clock stands at `today`. */
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
