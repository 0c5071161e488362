// Reads the date of a list from a text with "as of" or similar.
import { readDate } from "../lib/read-date.ts";

const AS_OF =
  /\b(?:as of|last updated?(?: on)?|updated(?: on)?|list date|status as at|as at|date of list|generated(?: on)?)\b\s*:?\s*(.{6,40})/i;

/** The ISO day after "as of" or "updated" in a text; undefined if there is none, or it is ambiguous. */
export function readAsOf(text: string): string | undefined {
  const behind = AS_OF.exec(text)?.[1];
  if (behind === undefined) return undefined;
  // "March 5, 2025. The latest version …": tries the text up to the end of the sentence, then with fewer and fewer
  // words.
  const [sentence = ""] = behind.split(/\.\s|\.$|[;)\]]/);
  const parts = sentence.trim().split(/\s+/);
  for (let length = Math.min(parts.length, 4); length > 0; length--) {
    const { date } = readDate(parts.slice(0, length).join(" "), false);
    if (date !== null) return date;
  }
  return undefined;
}
