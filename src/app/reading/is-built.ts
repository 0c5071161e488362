/**
 * Whether this is the built program. Workers can only run that; from its TypeScript sources cmrt reads in its own
 * process.
 */
export const IS_BUILT = import.meta.url.endsWith(".js");
