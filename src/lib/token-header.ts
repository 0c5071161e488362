/** The header in which the page of a review sends its token. A page of another origin cannot set it unasked. */
export const TOKEN_HEADER = "x-cmrt-token";
