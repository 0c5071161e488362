// Limits of time and memory for one case.

/** Limits of the reader: lower than a campaign's, so that a run has many files that must be stopped. */
export const GUARD = { fileSeconds: 3, workerMemory: 256 };

/** A case that takes longer than this hangs, whatever the reader's limits. */
export const HANG_MS = 20_000;

/** Memory of a process that runs cases, in MB. A case that exceeds it alone is a failure. */
export const MEMORY_MB = 1024;
