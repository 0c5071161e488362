// Merges requests about one fact: several rules may report the same problem, and the supplier is asked about it once.
import type { Finding } from "../../model/finding.ts";

/**
 * What makes two findings be about one fact: the row of their cells, their mineral, the denied company question, or the
 * whole response.
 */
type Fact = "row" | "metal" | "practice" | "response";

/** Rules whose request includes those of other rules about the same fact. */
const SAYS_IT_ALL: readonly { rule: string; others: readonly string[]; of: Fact }[] = [
  {
    rule: "smelter-not-listed-is-listed",
    others: ["smelter-not-listed", "smelter-not-listed-incomplete", "smelter-unmatched"],
    of: "row",
  },
  {
    rule: "smelter-not-listed-incomplete",
    others: ["smelter-not-listed", "smelter-unmatched"],
    of: "row",
  },
  { rule: "smelter-not-a-name", others: ["smelter-not-listed", "smelter-unmatched"], of: "row" },
  { rule: "smelter-name-implausible", others: ["smelter-not-listed", "smelter-unmatched"], of: "row" },
  { rule: "smelter-not-listed", others: ["smelter-unmatched"], of: "row" },
  { rule: "smelter-lookup-missing", others: ["smelter-unmatched"], of: "row" },
  { rule: "smelter-id-unknown", others: ["smelter-id-not-in-reference"], of: "row" },
  {
    rule: "identified-but-unidentified-row",
    others: ["smelter-not-identified", "identified-without-full-response"],
    of: "metal",
  },
  { rule: "smelters-not-all-identified", others: ["smelter-not-identified"], of: "metal" },
  { rule: "covered-country-sourcing", others: ["cahra-sourcing", "origin-yes-comment-missing"], of: "metal" },
  { rule: "cahra-sourcing", others: ["origin-yes-comment-missing"], of: "metal" },
  { rule: "answers-without-survey", others: ["company-answer-no"], of: "practice" },
  { rule: "policy-missing-but-public", others: ["company-answer-no"], of: "practice" },
  { rule: "practices-contradict", others: ["company-answer-no"], of: "practice" },
  { rule: "product-list-empty", others: ["product-number-missing"], of: "response" },
];

/** Asks for another declaration, and only once, however many of the supplier's are dated before the period. */
const ASKED_ONCE = "date-before-period";

/** The findings without those whose fact is covered by another finding. */
export function oneRequestPerFact(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>();
  for (const { rule, others, of } of SAYS_IT_ALL) {
    for (const finding of findings) {
      const key = finding.rule === rule ? factKey(finding, of) : undefined;
      if (key !== undefined) for (const other of others) said.add(`${other}\u0000${key}`);
    }
  }
  const facts: readonly Fact[] = ["row", "metal", "practice", "response"];
  const newest = newestOf(findings.filter(({ rule }) => rule === ASKED_ONCE));
  return findings.filter(
    (finding) =>
      !facts.some((of) => said.has(`${finding.rule}\u0000${factKey(finding, of)}`)) &&
      (finding.rule !== ASKED_ONCE || finding === newest),
  );
}

/** The finding with the latest date; the last of those with the same date. One without a date only if all are. */
function newestOf(findings: readonly Finding[]): Finding | undefined {
  const day = ({ facts }: Finding) => `${facts.other ?? facts.date ?? ""}`;
  return findings.reduce<Finding | undefined>(
    (newest, one) => (newest === undefined || day(one) >= day(newest) ? one : newest),
    undefined,
  );
}

/** The key of the fact; undefined if the finding is not about such a fact. */
function factKey({ response, at, facts }: Finding, of: Fact): string | undefined {
  if (of === "response") return `${response}`;
  const what = {
    row: /^.*![A-Z]*(\d+)/.exec(at ?? "")?.[0].replace(/![A-Z]+/, "!"),
    metal: facts.metal,
    practice: facts.deniedLetter ?? facts.policyLetter ?? facts.letter,
  }[of];
  return typeof what === "string" ? `${response} ${of} ${what}` : undefined;
}
