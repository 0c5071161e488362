/** The words that repeat the day that a command was given: on another one the commands that it names may say something else. */
export function todayOption(today: string | undefined): string {
  return today === undefined ? "" : ` --today ${today}`;
}
