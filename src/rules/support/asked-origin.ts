// What a template asks about origin, for the rules about the basis of a No.
import type { Edition } from "../../forms/form.ts";
import { findQuestion } from "../../forms/layouts.ts";

/** The origin question that a No answers. */
export type AskedOrigin = "coveredOrigin" | "cahraOrigin";

/** What a No rules out, worded for the start of a sentence. */
export const ORIGINS_RULED_OUT: Readonly<Record<AskedOrigin, string>> = {
  coveredOrigin: "The covered countries",
  cahraOrigin: "Conflict-affected and high-risk areas",
};

/**
 * The origin question of an edition: the law's covered countries if its instructions base the answer on those
 * of the supply chain.
 */
export function askedOrigin({
  layout,
  required,
}: Pick<Edition, "layout" | "required">): AskedOrigin | undefined {
  if (findQuestion(layout, "coveredOrigin"))
    return required.instructions.includes("originRestsOnAnswers") ? "coveredOrigin" : undefined;
  return findQuestion(layout, "cahraOrigin") ? "cahraOrigin" : undefined;
}
