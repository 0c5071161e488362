// Columns on a terminal. Chinese, Japanese and Korean letters take two, marks on letters none.
import stringWidth from "string-width";

/** How many columns a text takes. Expects printable text without line breaks (see printable). */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** The text with blanks after it, or before it, up to `width` columns; a wider one comes back as it is. */
export function padText(text: string, width: number, side: "start" | "end" = "end"): string {
  const blanks = " ".repeat(Math.max(0, width - textWidth(text)));
  return side === "end" ? text + blanks : blanks + text;
}

/** The text cut to at most `width` columns, with "…" in place of what was cut; a letter is never split. */
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
