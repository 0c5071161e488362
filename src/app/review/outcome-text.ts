// Writes a determination into the text of the settings, keeping people's formatting and comments.
import { applyEdits, modify } from "jsonc-parser";
import { defined } from "../../lib/defined.ts";
import type { Decision } from "../../model/settings.ts";

const MARK = "\uFEFF";

/** The text of cmrt.json with the determination for a metal in a period; a new file if there was none. */
export function addOutcome(
  text: string | undefined,
  { period, metal, decision }: { period: number; metal: string; decision: Decision },
): string {
  const mark = text?.startsWith(MARK) ? MARK : "";
  const json = text === undefined || text.trim() === "" ? "{}\n" : text.slice(mark.length);
  const [, indent = "  "] = /\n([ \t]+)"/.exec(json) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
    eol: json.includes("\r\n") ? "\r\n" : "\n",
  };
  const edits = modify(json, ["decisions", String(period), metal], defined(decision), { formattingOptions });
  return mark + applyEdits(json, edits);
}
