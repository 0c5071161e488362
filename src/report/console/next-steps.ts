// Suggests what to type next, at the end of commands used early in a campaign.

/** A command line and what it does; the latter may be empty. */
export type NextStep = readonly [line: string, does: string];

/** The steps as lines under a heading, each with its explanation. */
export function nextSteps(steps: readonly NextStep[]): string[] {
  const width = Math.max(...steps.map(([line]) => line.length));
  return ["Next:", ...steps.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`.trimEnd())];
}
