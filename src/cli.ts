// The command line: names, flags and help. Each action loads its command when it is called, so that starting stays fast.
import { Command } from "commander";
import type { ExitCode } from "./errors.ts";
import type { Io } from "./io.ts";
import { version } from "./version.ts";

/** Declares every command. `done` receives the exit code of the command that ran. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("cmrt")
    .description("Reads Conflict Minerals Reporting Templates, checks them, and writes RCOI reports.")
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) });

  /** A command with the options that all of them share. */
  const command = (nameAndArguments: string, summary: string): Command =>
    program
      .command(nameAndArguments)
      .description(summary)
      .option("--workspace <dir>", "folder of the campaign (default: nearest parent with .cmrt/, else here)")
      .option("--json", "print JSON for programs")
      .option("--quiet", "print only what was asked for, no notices")
      .option("--no-color", "never colour the output");

  command("show <file>", "print one response as it was read").action(async (file: string, options) => {
    const { show } = await import("./commands/show.ts");
    done(await show(file, options, io));
  });

  return program;
}
