import { EXIT, type ExitCode } from "../errors.ts";
import type { Io } from "../io.ts";
import type { CommonOptions } from "./options.ts";

/** Prints one response as read: text for people, JSON for programs. */
export async function show(_file: string, _options: CommonOptions, _io: Io): Promise<ExitCode> {
  return EXIT.clean;
}
