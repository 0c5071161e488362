// Supplier text on its way to a terminal or a letter.

// Control characters, and marks that reorder or hide text: they could move the cursor, fake a line or turn a name round.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text on one line, with control, direction and invisible characters written out as `\u{202e}`. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Controls and marks but for line ends, tabs and the sequences that set a colour. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERING = /\u001b\[[\d;]*m|[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * An answer made for programs (CSV, JSON) as a terminal may show it: control, direction and invisible characters written
 * out as JSON writes them, `\u202e`; a byte order mark at the beginning is left out. Lines and colours stay.
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
