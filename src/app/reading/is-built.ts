/** Workers run the built program; run from its TypeScript sources, cmrt reads in its own process. */
export const IS_BUILT = import.meta.url.endsWith(".js");
