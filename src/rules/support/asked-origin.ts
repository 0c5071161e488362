// What a template asks about origin, for the rules on what a No rests on.
import type { Edition } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";

/** The question on origin that a No answers. */
export type AskedOrigin = "coveredOrigin" | "cahraOrigin";

/** What a No to it rules out, at the beginning of a sentence. */
export const ORIGINS_RULED_OUT: Readonly<Record<AskedOrigin, string>> = {
  coveredOrigin: "The covered countries",
  cahraOrigin: "Conflict-affected and high-risk areas",
};

/** What an edition asks about origin: the law's countries where its instructions rest the answer on others' answers. */
export function askedOrigin({
  layout,
  required,
}: Pick<Edition, "layout" | "required">): AskedOrigin | undefined {
  if (findQuestion(layout, "coveredOrigin"))
    return required.instructions.includes("originRestsOnAnswers") ? "coveredOrigin" : undefined;
  return findQuestion(layout, "cahraOrigin") ? "cahraOrigin" : undefined;
}
