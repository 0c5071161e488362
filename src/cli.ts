// The command line: names, flags and help. Each action loads its command when it is called, so that starting stays fast.
import { Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "./errors.ts";
import type { Io } from "./io.ts";
import { version } from "./version.ts";

/** Declares every command. `done` receives the exit code of the command that ran. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("cmrt")
    .description("Reads Conflict Minerals Reporting Templates, checks them, and writes RCOI reports.")
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText(
      "after",
      `
The main job, in three commands:
  cmrt ingest responses          read every workbook in the folder
  cmrt check                     what is missing, contradictory or doubtful in them
  cmrt report --period 2024      write the RCOI report to reports/2024

Exit codes:
  0  done, nothing to complain about
  1  done, with findings at or above the fail level
  2  wrong usage or settings, or no workspace
  3  done, but some workbooks could not be read
 70  a bug in cmrt`,
    );

  /** A command with the options that all of them share, and examples of its use: line by line, then what it does. */
  const command = (
    nameAndArguments: string,
    summary: string,
    examples: readonly [line: string, does: string][] = [],
  ): Command => {
    const width = Math.max(0, ...examples.map(([line]) => line.length));
    const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
    return program
      .command(nameAndArguments)
      .description(summary)
      .option("--workspace <dir>", "folder of the campaign (default: nearest parent with .cmrt/, else here)")
      .option("--json", "print JSON for programs")
      .option("--quiet", "print only what was asked for, no notices")
      .option("--no-color", "never colour the output")
      .addHelpText("after", lines.length === 0 ? "" : `\nExamples:\n${lines.join("\n")}`);
  };

  command("show <file>", "print one response as it was read").action(async (file: string, options) => {
    const { show } = await import("./commands/show.ts");
    done(await show(file, options, io));
  });

  return program;
}

/** A calendar year. */
export function parseYear(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError("Expected a calendar year, such as 2024.");
  return Number(text);
}

/** A day as ISO date; its text comes back. */
export function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(text) ||
    Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== text
  ) {
    throw new InvalidArgumentError("Expected a day, such as 2025-05-31.");
  }
  return text;
}
