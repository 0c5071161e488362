// Supplier text on its way to a terminal or a letter.

// Control characters, and marks that reorder or hide text: they could move the cursor, fake a line or turn a name round.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text on one line, with control, direction and invisible characters written out as `\u{202e}`. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
