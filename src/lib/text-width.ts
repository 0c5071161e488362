// Text width in terminal columns. Chinese, Japanese and Korean characters take two, combining marks none.
import stringWidth from "string-width";

/** How many columns a text takes. Expects printable text without line breaks (see `printable`). */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/**
 * Pads the text with blanks after it, or before it, to `width` columns. A wider text is returned as it is.
 */
export function padText(text: string, width: number, side: "start" | "end" = "end"): string {
  const blanks = " ".repeat(Math.max(0, width - textWidth(text)));
  return side === "end" ? text + blanks : blanks + text;
}

/**
 * The text truncated to at most `width` columns, ending in "…" if anything was cut. Never splits a character.
 */
export function shortenText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  let columns = 1;
  for (const { segment } of LETTERS.segment(text)) {
    columns += textWidth(segment);
    if (columns > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
