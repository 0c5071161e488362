/** The error for a rule that threw: names the rule, the file and the cause. */
export function ruleFailed(rule: string, file: string | null, cause: unknown): Error {
  const where = file === null ? "" : ` on ${file}`;
  const what = cause instanceof Error ? cause.message : String(cause);
  return new Error(`The rule ${rule} failed${where}: ${what}`, { cause });
}
