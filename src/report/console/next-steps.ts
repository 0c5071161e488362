// What to type next, at the end of commands with which a campaign begins.

/** A command line and what it does; the latter is empty where there is nothing to say. */
export type NextStep = readonly [line: string, does: string];

/** The steps as lines under a heading, what they do beside them. */
export function nextSteps(steps: readonly NextStep[]): string[] {
  const width = Math.max(...steps.map(([line]) => line.length));
  return ["Next:", ...steps.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`.trimEnd())];
}
