// Text of others inside Markdown and HTML: shown as it is, never obeyed.
import { printable } from "../../lib/printable.ts";

/** A run of characters that a link target may consist of. */
const RUN = /[^\s`|<>()[\]"\\]+/gu;
const SCHEME = /[a-z]:\/\/|(?:mailto|xmpp|tel|sms|callto|skype|javascript|data|file):|www\./i;
const MAILBOX = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u;
/**
 * Hosts without scheme, by the endings that renderers look for and by those of countries, in small letters: "Co.KG" is a
 * legal form. Labels of one letter are abbreviations.
 */
const HOST =
  /[\p{L}\p{N}-]{2}\.(?:com|net|org|edu|gov|info|biz|pro|web|shop|name|coop|aero|asia|museum|io|app|dev)(?![\p{L}\p{N}.-])/iu;
const COUNTRY_HOST = /[\p{L}\p{N}-]{2}\.[a-z]{2}(?![\p{L}\p{N}.-])/u;

/**
 * Whether some renderer makes a link of it by itself. Renderers look at the text as it reads once escapes are undone, so
 * that no escape keeps them from it.
 */
function isLinkTarget(run: string): boolean {
  if (SCHEME.test(run) || (run.includes("@") && MAILBOX.test(run))) return true;
  return run.includes(".") && (HOST.test(run) || COUNTRY_HOST.test(run));
}

/** Text for a line or a table cell of Markdown: on one line, every character that Markdown or HTML would obey escaped. */
export function escapeMarkdown(text: string): string {
  return escapeMarkdownInside(text)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*)([-+=])/, "$1\\$2");
}

/** The same for text that does not begin a line. Link targets come as code, the one place where all leave them alone. */
export function escapeMarkdownInside(text: string): string {
  const shown = printable(text);
  let escaped = "";
  let done = 0;
  for (const { 0: run, index } of shown.matchAll(RUN)) {
    if (!isLinkTarget(run)) continue;
    escaped += `${escapeMarks(shown.slice(done, index))}\`${run}\``;
    done = index + run.length;
  }
  return escaped + escapeMarks(shown.slice(done));
}

function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]|~#]/g, (character) => `\\${character}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
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
