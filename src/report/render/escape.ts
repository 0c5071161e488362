// Escapes other people's text in Markdown and HTML, so that it is shown but not interpreted.
import { printable } from "../../lib/printable.ts";

/** A run of characters that may form a link target. */
const RUN = /[^\s`|<>()[\]"\\]+/gu;
const SCHEME = /[a-z]:\/\/|(?:mailto|xmpp|tel|sms|callto|skype|javascript|data|file):|www\./i;
const MAILBOX = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u;
/**
 * Hosts without a scheme, by the top-level domains that renderers look for and by country codes, in lower case, since
 * "Co.KG" is a legal form. One-letter labels are abbreviations.
 */
const HOST =
  /[\p{L}\p{N}-]{2}\.(?:com|net|org|edu|gov|info|biz|pro|web|shop|name|coop|aero|asia|museum|io|app|dev)(?![\p{L}\p{N}.-])/iu;
const COUNTRY_HOST = /[\p{L}\p{N}-]{2}\.[a-z]{2}(?![\p{L}\p{N}.-])/u;

/**
 * Whether some renderer would turn it into a link. Renderers look at the text after undoing escapes, so that escapes
 * cannot prevent it.
 */
function isLinkTarget(run: string): boolean {
  if (SCHEME.test(run) || (run.includes("@") && MAILBOX.test(run))) return true;
  return run.includes(".") && (HOST.test(run) || COUNTRY_HOST.test(run));
}

/**
 * Text for a line or table cell of Markdown: on one line, with every character escaped that Markdown or HTML would
 * interpret.
 */
export function escapeMarkdown(text: string): string {
  return escapeMarkdownInside(text)
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*)([-+=])/, "$1\\$2");
}

/** The same for text that does not start a line. Link targets become code, which all renderers leave alone. */
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

/** Text for HTML, between tags or in a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
