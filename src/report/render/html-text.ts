// HTML from templates: every inserted value is escaped unless it came from a template itself.
import { escapeHtml } from "./escape.ts";

/** A piece of HTML that is safe to insert into a page. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Html[];

/** A piece of HTML. Texts and numbers are escaped, lists are joined, null is empty. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let whole = texts[0] as string;
  for (const [index, part] of parts.entries()) whole += written(part) + (texts[index + 1] as string);
  return { html: whole };
}

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}
