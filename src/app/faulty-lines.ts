// Reports faulty lines in files that people edit.
import { printable } from "../lib/printable.ts";

/** A sentence for each line of a file that is ignored, with the reason. */
export function faultyLines(file: string, faults: readonly { line: number; fault: string }[]): string[] {
  return faults.map(({ line, fault }) => `${file}, line ${line} does not apply: ${printable(fault)}.`);
}
