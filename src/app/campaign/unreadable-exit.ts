// Names the files behind exit code 3: without them, people would have to search for the cause.
import { isRoster, someUnreadable, unusableTexts } from "../../domain/standing.ts";
import { EXIT, type ExitCode } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { printable } from "../../lib/printable.ts";
import type { SourceName, Unreadable } from "../../model/workbook.ts";

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
    const lines = unusableTexts(files.filter((file) => !isRoster(file)));
    for (const line of lines.slice(0, NAMED)) io.err(`Unreadable: ${printable(line)}\n`);
    if (lines.length > NAMED) io.err(`Unreadable: ${lines.length - NAMED} more files.\n`);
  }
  return someUnreadable(files) ? EXIT.unreadable : EXIT.clean;
}
