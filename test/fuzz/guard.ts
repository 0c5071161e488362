// How long and how large one case may get.

/** Limits of the reader: shorter than a campaign's, so that a run meets many files that have to be stopped. */
export const GUARD = { fileSeconds: 3, workerMemory: 256 };

/** A case that takes longer than this hangs, guard or no guard. */
export const HANG_MS = 20_000;

/** Memory of a process that runs cases, in MB. A case that alone takes more is a failure. */
export const MEMORY_MB = 1024;
