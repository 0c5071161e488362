// Makes supplier text safe for a terminal or a letter.

// Control characters, and marks that reorder or hide text: they could move the cursor, fake a line or reverse
// a name.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text on one line, with control, direction and invisible characters escaped as `\u{202e}`. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Control characters and marks, except line ends, tabs and colour sequences. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /\u001b\[[\d;]*m|[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Machine-readable output (CSV, JSON) made safe for a terminal: control, direction and invisible characters
 * are escaped as in JSON (`\u202e`), and a leading byte order mark is removed. Line breaks and colours stay.
 */
export function terminalText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(STEERING, (found) => {
    if (found.length > 1 && found.startsWith("\u001b")) return found;
    return Array.from({ length: found.length }, (_, at) => {
      const unit = found.charCodeAt(at).toString(16).padStart(4, "0");
      return `\\u${unit}`;
    }).join("");
  });
}
