// Findings that a person may accept with a reason, and companies that a person may confirm as a supplier.

import { PAIR_RULE } from "../../domain/likely-pairs.ts";
import { withFullStop } from "../../lib/full-stop.ts";
import { groupBy } from "../../lib/group-by.ts";
import { sha256Of } from "../../lib/sha256.ts";
import type { Finding } from "../../model/finding.ts";
import type { FindingItem, IdentityItem } from "../../model/review.ts";
import { acceptedKey } from "../../rules/support/accepted.ts";
import { findRule } from "../../rules/support/find-rule.ts";
import { DECLARANT_RULES } from "../../rules/support/state.ts";
import type { TemplateSnapshot } from "./snapshot.ts";

/** Findings that a single line of the file would accept; never empty. */
export interface FindingEntry {
  key: string;
  findings: readonly [Finding, ...Finding[]];
  /** The kind of warning sign that they are. */
  sign: string | null;
}

const IDENTITY_RULES: ReadonlySet<string> = new Set([PAIR_RULE, ...DECLARANT_RULES]);
const ORDER: readonly string[] = ["error", "warning", "info"];

/**
 * Open findings that can be accepted: errors, warnings, and those infos that are warning signs. Findings that are not
 * about a supplier cannot be accepted.
 */
export function findingEntries({ evaluation, consolidation }: TemplateSnapshot): FindingEntry[] {
  const signs = new Map(consolidation.signs.map(({ finding, title }) => [finding, title]));
  const open = evaluation.findings.filter(
    (finding) =>
      finding.accepted === undefined &&
      finding.supplier !== "" &&
      !IDENTITY_RULES.has(finding.rule) &&
      (finding.severity !== "info" || signs.has(finding)),
  );
  return gathered(open, (finding) => signs.get(finding) ?? null, evaluation.family);
}

/** The rank of an entry in its queue: signs before others, then by severity. */
export function findingRank({ sign, findings: [{ severity }] }: FindingEntry): number {
  return (sign === null ? ORDER.length : 0) + ORDER.indexOf(severity);
}

/**
 * Groups findings by the line of the file that would accept them. Findings in two templates may share rule, supplier
 * and cell.
 */
function gathered(
  findings: readonly Finding[],
  signOf: (finding: Finding) => string | null,
  family = "",
): FindingEntry[] {
  return [...groupBy(findings, (finding) => family + acceptedKey(finding))].flatMap(([key, same]) => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    const sign = same.map(signOf).find((title) => title !== null) ?? null;
    return [{ key: sha256Of(key).slice(0, 32), findings: [first, ...others] as const, sign }];
  });
}

/** The entry as shown on the page. */
export function findingItem(
  { key, findings, sign }: FindingEntry,
  { withholding }: TemplateSnapshot,
): FindingItem {
  const [{ rule, severity, supplier, at }] = findings;
  const about = findRule(rule);
  return {
    key,
    rule,
    title: about?.title ?? rule,
    why: about?.why ?? "",
    ask: about?.ask ?? "",
    severity,
    sign,
    supplier: withholding.text(supplier),
    cell: at,
    places: findings.map((finding) => {
      const { file, response, message } = withholding.finding(finding);
      return { file, response, message };
    }),
  };
}

/**
 * Companies that a person may confirm as a supplier. One that may be any of several suppliers is left to the file
 * queue, as accepting its finding would not say which.
 */
export function identityEntries({ evaluation }: TemplateSnapshot): FindingEntry[] {
  const open = evaluation.findings.filter(
    ({ accepted, supplier, rule }) => accepted === undefined && supplier !== "" && IDENTITY_RULES.has(rule),
  );
  return gathered(open, () => null).filter(({ findings }) => {
    const [{ rule }] = findings;
    return rule !== PAIR_RULE || new Set(findings.map(({ facts }) => facts.supplier)).size === 1;
  });
}

/** The entry as shown on the page. */
export function identityItem(
  { key, findings: [finding] }: FindingEntry,
  snapshot: TemplateSnapshot,
): IdentityItem {
  const { rule, supplier, file, response, at, message, facts } = snapshot.withholding.finding(finding);
  const declared = String(facts.declared ?? "");
  const other = String(facts.supplier ?? supplier);
  return {
    key,
    declared,
    supplier: other,
    message,
    follows:
      rule === PAIR_RULE
        ? withFullStop(`The response of ${declared} counts as that of ${other}`)
        : `The declaration${declared === "" ? "" : ` of ${declared}`} counts as that of ${other}.`,
    file,
    response,
    cell: at,
  };
}
