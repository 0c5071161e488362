// Text of others inside Markdown and HTML: shown as it is, never obeyed.
import { printable } from "../../lib/printable.ts";

/** Text for a line or a table cell of Markdown: on one line, every character that Markdown or HTML would obey escaped. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]|~#]/g, (character) => `\\${character}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*)([-+=])/, "$1\\$2")
    .replace(/\b(https?|ftp|mailto)(:)|\b(www)(\.)/gi, (_all, scheme, colon, www, dot) =>
      scheme ? `${scheme}\\${colon}` : `${www}\\${dot}`,
    )
    .replace(/@/g, "&#64;");
}

/** Text for HTML, between tags or inside a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
