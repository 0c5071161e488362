// Exit codes and the errors that lead to them.

/** What each exit code means. If several apply, the one nearest the top wins. */
export const EXIT = {
  /** A bug in cmrt. */
  bug: 70,
  /** Wrong usage, wrong settings, or no workspace. */
  usage: 2,
  /** Done, but some workbooks could not be read. */
  unreadable: 3,
  /** Done, with findings at or above the fail level. */
  findings: 1,
  clean: 0,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const PRECEDENCE: readonly ExitCode[] = [70, 2, 3, 1, 0];

/** The exit code to end with when several apply. */
export function worstExit(...codes: ExitCode[]): ExitCode {
  return PRECEDENCE.find((code) => codes.includes(code)) ?? EXIT.clean;
}

/**
 * Something the user can fix: a flag, a path, a setting. Printed as a single message without a stack trace.
 */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The workspace cannot be used: no such folder, not writable, or a store of another schema. */
export class WorkspaceError extends UsageError {
  override name = "WorkspaceError";
}

/**
 * The code and reason of an error reported by the operating system, with the path if it has one; undefined
 * for other errors.
 */
export function systemFault(error: unknown): { code: string; reason: string; path?: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const reason = /^E[A-Z0-9]+: ([^,]+),/.exec(message)?.[1] ?? "refused by the system";
  return { code, reason, ...(path === undefined ? {} : { path }) };
}
