// Words that people write where they have nothing to say. How they are told in a text: domain/sentinels.ts.

/** What the templates' instructions allow where something does not exist. */
export const NOT_AVAILABLE_WORDS = ["n/a", "not available", "not applicable"] as const;

/** What fills a cell without saying anything; marks alone ("-", "?") do so too. */
export const PLACEHOLDER_WORDS = [
  ...NOT_AVAILABLE_WORDS,
  ...["none", "nil", "unknown", "not known", "not listed", "tbd", "0"],
] as const;

/** What says that somebody knows and does not tell. */
export const WITHHELD_WORDS = ["undisclosed", "not disclosed", "confidential"] as const;
