/**
 * Returns the option that repeats the given day of a command, or nothing: on another day, the commands it suggests
 * might give other results.
 */
export function todayOption(today: string | undefined): string {
  return today === undefined ? "" : ` --today ${today}`;
}
