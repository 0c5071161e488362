// Rule explanations: their wording, and the results of running their examples.
import { DEFAULT_FAMILY, FAMILIES } from "../../forms/families.ts";
import { formerRuleIds } from "../../model/former-rule-ids.ts";
import type { RulePage } from "../../model/rule-page.ts";
import { TOPICS } from "../index.ts";
import type { Need, Rule } from "../rule.ts";
import { check } from "../run.ts";
import { editionsText, NO_EDITIONS } from "./about.ts";
import { exampleInput, examplesOf, findingLine } from "./example.ts";

const NEEDS: Readonly<Record<Need, string>> = {
  company: "the company information",
  answers: "the questions per metal",
  policies: "the company questions",
  smelters: "the smelter list",
  products: "the product list",
  mines: "the mine list",
  ownList: "the workbook's look-up list",
  reference: "a reference list",
  statusList: "a list of facility statuses",
  statusHistory: "dated lists of facility statuses",
  originList: "a list of countries of origin",
  watchList: "a watch list",
  areaList: "a list of conflict-affected and high-risk areas",
  sanctionsList: "a sanctions list",
  period: "a period (--period)",
  previous: "the supplier's response for the previous period",
  copies: "the names of all files",
  roster: "the roster",
  rosterProducts: "part numbers on the roster",
  rosterMinerals: "metals of the suppliers' parts on the roster",
  askedMinerals: "minerals that suppliers are asked about, on the roster or in the settings",
  minimumVersion: "the setting thresholds.minimumTemplateVersion",
};

/**
 * The editions that a rule applies to: those of the CMRT or, if it applies to none of them, those of the
 * other families.
 */
function versionsText({ about }: Rule): string {
  const own = editionsText(about, DEFAULT_FAMILY);
  if (own !== NO_EDITIONS) return own;
  const others = FAMILIES.flatMap((family) => {
    const text = editionsText(about, family);
    return text === NO_EDITIONS ? [] : [`${family.id} ${text}`];
  });
  return others.length === 0 ? own : others.join("; ");
}

/** A rule with its topic and the results of its examples. */
export function rulePage(rule: Rule): RulePage {
  const { id, severity, risk, title, why, ask, source, needs } = rule;
  const example = examplesOf(rule);
  const { findings } = check(exampleInput(example.fires), [rule]);
  const silent = check(exampleInput(example.silent), [rule]);
  if (findings.length === 0 || silent.findings.length > 0) {
    throw new Error(`The examples of ${id} do not do what they say.`);
  }
  const formerIds = formerRuleIds(id);
  return {
    id,
    severity,
    ...(risk ? { risk } : {}),
    title,
    why,
    ask,
    source,
    topic: TOPICS.find((topic) => topic.rules.includes(rule))?.title ?? "",
    versions: versionsText(rule),
    needs: needs.map((need) => NEEDS[need]),
    internal: rule.internal === true,
    fires: { about: example.fires.about, findings: findings.map(findingLine) },
    silent: { about: example.silent.about },
    ...(formerIds.length > 0 ? { formerIds } : {}),
  };
}
