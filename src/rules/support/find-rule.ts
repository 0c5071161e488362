// Rules by their ids, as people type them.
import { UsageError } from "../../lib/errors.ts";
import { currentRuleId } from "../../model/former-rule-ids.ts";
import { RULES } from "../index.ts";
import type { Rule } from "../rule.ts";

/** A rule by its id, or by a former one. */
export function findRule(id: string): Rule | undefined {
  const current = currentRuleId(id);
  return RULES.find((rule) => rule.id === current);
}

/** Throws a UsageError for ids that no rule has, with the likely ones. `where` says where they were written. */
export function requireRules(ids: readonly string[], where: string): void {
  for (const id of ids) {
    if (findRule(id)) continue;
    const near = RULES.filter((rule) => sharesWords(rule.id, id)).map((rule) => rule.id);
    const hint = near.length === 0 ? "" : ` Did you mean ${near.slice(0, 5).join(", ")}?`;
    throw new UsageError(`${where}: unknown rule "${id}".${hint} Run \`cmrt rules\` for the list.`);
  }
}

/** At least two words of an id in common, or one where it has only one; endings do not count. */
function sharesWords(a: string, b: string): boolean {
  const words = a.split("-");
  const others = b.toLowerCase().split(/[^a-z0-9]+/);
  const alike = (one: string): boolean => words.some((word) => word.startsWith(one) || one.startsWith(word));
  return others.filter(alike).length >= Math.min(2, others.length);
}
