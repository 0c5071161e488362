// Words that people write if they have nothing to say. domain/sentinels.ts recognises them in texts.

/** What the templates' instructions allow if something does not exist. */
export const NOT_AVAILABLE_WORDS = ["n/a", "not available", "not applicable"] as const;

/** Texts that fill a cell without saying anything, as do punctuation marks alone ("-", "?"). */
export const PLACEHOLDER_WORDS = [
  ...NOT_AVAILABLE_WORDS,
  ...["none", "nil", "unknown", "not known", "not listed", "tbd", "0"],
] as const;

/** Texts that say something is known but not disclosed. */
export const WITHHELD_WORDS = ["undisclosed", "not disclosed", "confidential"] as const;
