// Names the files behind exit code 3: without them, people would have to search for the cause.
import { isRoster, someUnreadable } from "../../domain/standing.ts";
import { EXIT, type ExitCode } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { printable } from "../../lib/printable.ts";
import { type SourceName, sourceText, type Unreadable } from "../../model/workbook.ts";

/** The number of files that are named; any more are only counted. */
const NAMED = 10;

/**
 * Returns the exit code of a command that looked at a campaign with these files: 3 if any is unreadable. Names them on
 * standard error unless the command is quiet or prints JSON.
 */
export function unreadableExit(
  files: readonly (SourceName & { unreadable: Unreadable })[],
  { quiet = false, json = false }: { quiet?: boolean; json?: boolean },
  io: Io,
): ExitCode {
  if (!quiet && !json) {
    const lines = files
      .filter((file) => !isRoster(file))
      .map((file) => printable(`${sourceText(file)}: ${file.unreadable.reason}`));
    // With campaigns of two templates, a file may be listed twice.
    const told = [...new Set(lines)];
    for (const line of told.slice(0, NAMED)) io.err(`Unreadable: ${line}\n`);
    if (told.length > NAMED) io.err(`Unreadable: ${told.length - NAMED} more files.\n`);
  }
  return someUnreadable(files) ? EXIT.unreadable : EXIT.clean;
}
