// Finds rules by id, as people type them.
import { UsageError } from "../../lib/errors.ts";
import { currentRuleId } from "../../model/former-rule-ids.ts";
import { RULES } from "../index.ts";
import type { Rule } from "../rule.ts";

/** A rule by its current or former id. */
export function findRule(id: string): Rule | undefined {
  const current = currentRuleId(id);
  return RULES.find((rule) => rule.id === current);
}

/** Throws a UsageError for unknown ids, with suggestions. `where` says where they were written. */
export function requireRules(ids: readonly string[], where: string): void {
  for (const id of ids) {
    if (findRule(id)) continue;
    const near = RULES.filter((rule) => sharesWords(rule.id, id)).map((rule) => rule.id);
    const hint = near.length === 0 ? "" : ` Did you mean ${near.slice(0, 5).join(", ")}?`;
    throw new UsageError(`${where}: unknown rule "${id}".${hint} Run \`cmrt rules\` for the list.`);
  }
}

/** Whether two ids share at least two words, or one if either has only one; word endings are ignored. */
function sharesWords(a: string, b: string): boolean {
  const words = a.split("-");
  const others = b.toLowerCase().split(/[^a-z0-9]+/);
  const alike = (one: string): boolean => words.some((word) => word.startsWith(one) || one.startsWith(word));
  return others.filter(alike).length >= Math.min(2, others.length);
}
