// The outside world as commands see it: passed to main, so that tests can replace it.

/** Streams, environment and clock. Only bin/cmrt.js passes the real ones. */
export interface Io {
  /** Writes to standard output: the result of a command. */
  out(text: string): void;
  /** Writes to standard error: progress, notices, errors. */
  err(text: string): void;
  /** Whether standard output and standard error are terminals. */
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  /** Width of the terminal in columns; absent if standard output is not a terminal. */
  outColumns?: number;
  /** Asks the person a question and returns the line typed; undefined at the end of input. */
  ask?(question: string): Promise<string | undefined>;
  /** Resolves when the person stops a long-running command (Ctrl-C). */
  untilStopped?(): Promise<void>;
  /**
   * Runs `last` if the user interrupts the process (Ctrl-C), which then ends. Returns a function that removes the
   * handler.
   */
  onInterrupt?(last: () => void): () => void;
  /** Opens an address in the person's browser, if there is one. */
  showPage?(address: string): Promise<void>;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Today's date in the local calendar, as an ISO day. */
  today(): string;
}
