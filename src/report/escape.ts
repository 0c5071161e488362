// Text of others inside Markdown and HTML: shown as it is, never obeyed.

const LINE_BREAKS = /[\t\r\n\u0085\u2028\u2029]+/g;
// Controls, direction marks and invisible characters: written out, because they could hide or turn a name around.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

function visible(text: string): string {
  return text
    .replace(LINE_BREAKS, " ")
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text for a line or a table cell of Markdown: on one line, every character that Markdown or HTML would obey escaped. */
export function escapeMarkdown(text: string): string {
  return visible(text)
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
  return visible(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
