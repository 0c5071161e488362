// Warning signs: what prevents an inquiry from concluding that there is no reason to believe in a covered
// origin until a person has looked at it. A sign is a finding of a rule in this table, whatever its severity;
// adding a rule takes one line.
import { newestEdition } from "../forms/editions.ts";
import type { Family, Meaning } from "../forms/form.ts";
import { findQuestion } from "../forms/layouts.ts";
import type { Finding } from "../model/finding.ts";

/** A kind of warning sign. */
export interface SignKind {
  /** The kind's name in tables. */
  id: string;
  /** Its title, for people. */
  title: string;
  /** Rules whose findings are signs of this kind. */
  rules: readonly string[];
  /**
   * If only some findings of these rules are signs: the meaning of the question that they must be about,
   * according to their facts.
   */
  question?: Meaning;
  /** If only some findings of these rules are signs: the facts that they must have. */
  facts?: Readonly<Record<string, unknown>>;
  /** Each finding concerns every metal, including those that the response declares out of scope. */
  everyMetal?: true;
}

/** In the order in which reports list them. */
export const SIGN_KINDS: readonly SignKind[] = [
  {
    id: "smelter-in-covered-country",
    title: "A smelter is located in a covered country",
    rules: ["smelter-in-covered-country"],
  },
  {
    id: "mine-in-high-risk-area",
    title: "A mine is in a conflict-affected or high-risk area, but the answer on such areas is No",
    rules: ["mine-country-covered-but-no"],
    question: "cahraOrigin",
  },
  {
    id: "mine-in-listed-area",
    title: "A mine is in a country of the user's list of conflict-affected and high-risk areas",
    rules: ["mine-in-listed-area"],
  },
  {
    id: "smelter-in-listed-area",
    title: "A smelter is located in an area of the user's list of conflict-affected and high-risk areas",
    rules: ["smelter-in-listed-area"],
  },
  {
    id: "mine-in-covered-country",
    title: "A mine, or a class of origin such as CC, is in the covered countries",
    rules: ["mine-country-covered-but-no", "mine-in-covered-country"],
  },
  {
    id: "origin-list-covered-country",
    title: "An origin list puts the source of a named smelter into a covered country",
    rules: ["smelter-origin-covered"],
  },
  {
    id: "no-without-basis",
    title: "A No on origin without an inquiry of the supplier's own",
    rules: ["origin-no-without-inquiry", "origin-no-without-full-coverage"],
  },
  {
    id: "no-was-yes",
    title: "A No on origin that was Yes last year, with the same smelters",
    rules: ["origin-no-was-yes"],
    facts: { same: true },
  },
  {
    id: "another-company",
    title: "The company that declares is not the supplier",
    rules: ["declarant-not-supplier"],
    everyMetal: true,
  },
  {
    id: "company-name-to-confirm",
    title: "A company name that may be the supplier's, in short or in another script",
    rules: ["declarant-name-to-confirm"],
    everyMetal: true,
  },
  {
    id: "whole-list",
    title: "A pasted list of nearly all smelters",
    rules: ["smelter-list-is-whole-reference"],
  },
  {
    id: "contradicting-declarations",
    title: "Declarations of one supplier contradict each other",
    rules: ["responses-disagree"],
  },
  {
    id: "expected-metal-denied",
    title: "A metal that the supplier's parts hold by the roster is declared as not used",
    rules: ["expected-metal-denied"],
  },
  {
    id: "watched-smelter",
    title: "A sanctioned or watched smelter is named",
    rules: ["smelter-watch-list", "smelter-on-sanctions-list"],
  },
];

const KINDS_OF_RULE = new Map<string, SignKind[]>();
for (const kind of SIGN_KINDS) {
  for (const rule of kind.rules) KINDS_OF_RULE.set(rule, [...(KINDS_OF_RULE.get(rule) ?? []), kind]);
}

/** The kind of sign that a finding is; undefined if it is not a sign. */
export function signKindOf(finding: Pick<Finding, "rule" | "facts">, family: Family): SignKind | undefined {
  // The facts are read only where they decide, because withholding contacts from them takes time.
  return KINDS_OF_RULE.get(finding.rule)?.find(
    ({ question, facts: wanted = {} }) =>
      Object.entries(wanted).every(([name, value]) => finding.facts[name] === value) &&
      (question === undefined ||
        findQuestion(newestEdition(family).layout, question)?.key === finding.facts.question),
  );
}
