// Turns arguments into an exit code: the only place where a result or an error becomes a number.
import { inspect } from "node:util";
import { CommanderError } from "commander";
import { createProgram } from "./cli/program.ts";
import { EXIT, type ExitCode, systemFault, UsageError } from "./lib/errors.ts";
import type { Io } from "./lib/io.ts";
import { printable, terminalText } from "./lib/printable.ts";
import { version } from "./lib/version.ts";

/**
 * Runs cmrt. `args` are the words after the program's name; everything is printed through `io`. Returns the exit code
 * and never throws: an unexpected error is reported as a bug in cmrt.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  try {
    const program = createProgram(onTerminal(io), (outcome) => {
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
    const fault = systemFault(error);
    if (fault !== undefined) {
      const where = fault.path === undefined ? "" : `${fault.path}: `;
      io.err(`cmrt: ${printable(`${where}${fault.reason} (${fault.code}).`)}\n`);
      return EXIT.usage;
    }
    io.err(
      `Internal error in cmrt ${version()}. Please report it with the command you ran:\n${printableLines(inspect(error))}\n`,
    );
    return EXIT.bug;
  }
}

/** The same environment, with output to a terminal stripped of control characters, whatever its format. */
function onTerminal(io: Io): Io {
  return {
    ...io,
    out: io.outIsTerminal ? (text) => io.out(terminalText(text)) : io.out,
    err: io.errIsTerminal ? (text) => io.err(terminalText(text)) : io.err,
  };
}

/** Messages contain names of sheets, files and cells that others chose. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
