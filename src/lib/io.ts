// The world outside as commands see it: given to main, so that tests can stand in for it.

/** Streams, surroundings and the clock. Only bin/cmrt.js passes the real ones. */
export interface Io {
  /** Writes to standard output: the answer of a command. */
  out(text: string): void;
  /** Writes to standard error: progress, notices, errors. */
  err(text: string): void;
  /** Standard output and standard error are terminals. */
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  /** Columns of the terminal that standard output is; absent where it is none. */
  outColumns?: number;
  /** Text typed by a person, line by line; undefined at the end. */
  ask?(question: string): Promise<string | undefined>;
  /** Resolves when the person ends what goes on until then (Ctrl-C). */
  untilStopped?(): Promise<void>;
  /** Shows an address in the person's browser, where there is one. */
  showPage?(address: string): Promise<void>;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Today's date in the local calendar, ISO. */
  today(): string;
}
