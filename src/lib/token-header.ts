/**
 * The header in which the review page sends its token. A page of another origin cannot set it without a CORS
 * preflight.
 */
export const TOKEN_HEADER = "x-cmrt-token";
