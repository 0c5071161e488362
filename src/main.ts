// From arguments to an exit code: the one place where an outcome or an error becomes a number.
import { inspect } from "node:util";
import { CommanderError } from "commander";
import { createProgram } from "./cli/program.ts";
import { EXIT, type ExitCode, UsageError } from "./lib/errors.ts";
import type { Io } from "./lib/io.ts";
import { printable } from "./lib/printable.ts";
import { version } from "./lib/version.ts";

/**
 * Runs cmrt. `args` are the words after the program's name; everything printed goes through `io`.
 * Returns the exit code and never throws: what nobody expected is reported as a bug of cmrt.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  try {
    const program = createProgram(io, (outcome) => {
      code = outcome;
    });
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (error instanceof UsageError) {
      io.err(`cmrt: ${printableLines(error.message)}\n`);
      return EXIT.usage;
    }
    io.err(
      `Internal error in cmrt ${version()}. Please report it with the command you ran:\n${printableLines(inspect(error))}\n`,
    );
    return EXIT.bug;
  }
}

/** Messages name sheets, files and cells of others. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
