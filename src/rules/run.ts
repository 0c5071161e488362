// Runs rules over responses. Returns sorted findings, and which rules could not be run and why.

import { isBlank } from "../domain/blank.ts";
import { isListedChoice } from "../domain/sentinels.ts";
import { editionOf, familyOf } from "../forms/editions.ts";
import { isNowhere } from "../forms/layouts.ts";
import type { AcceptedFinding, Finding, NotRun, Severity } from "../model/finding.ts";
import { sourceText } from "../model/workbook.ts";
import { RULES } from "./index.ts";
import {
  type Beside,
  type CampaignRule,
  CHECKED,
  type CheckedResponse,
  type CheckInput,
  type Judgement,
  type NamedSmelters,
  type Need,
  type ResponsePart,
  type ResponseRule,
  type Rule,
  type Says,
  type Subject,
} from "./rule.ts";
import { holdsFor } from "./support/about.ts";
import { markAccepted } from "./support/accepted.ts";
import { findRule } from "./support/find-rule.ts";
import { listedByMetal, nameSmelters } from "./support/named-smelters.ts";
import { ruleFailed } from "./support/rule-failed.ts";
import { compareFindings, compareNotRun } from "./support/sort.ts";
import { isOthersPeriod, standing } from "./support/standing.ts";
import { subjectOf } from "./support/subject.ts";
import { WordedFinding } from "./support/worded-finding.ts";

export interface CheckResult {
  /** Sorted by supplier, file, severity, rule and cell. */
  findings: Finding[];
  notRun: NotRun[];
  /** Accepted findings that no longer occur, of suppliers included in this run. */
  gone: AcceptedFinding[];
}

/**
 * Checks responses against rules (by default all), each rule on the standings that it looks at (see CHECKED).
 * Optional rules run only if requested by id or given a severity in the settings. A rule that throws is a
 * bug: the error names the rule and the file.
 */
export function check(input: CheckInput, rules: readonly Rule[] = RULES): CheckResult {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const ofCampaign: CampaignRule[] = [];
  const ofResponses: ResponseRule[] = [];
  for (const rule of rules) {
    if (!hasPlace(rule, input) || (rule.scope === "campaign" && !holdsForAny(rule, input))) continue;
    const reason = whyNotAtAll(rule, input, rules === RULES);
    if (reason !== undefined) notRun.push({ rule: rule.id, supplier: "", file: null, reason });
    else if (rule.scope === "response") ofResponses.push(rule);
    else ofCampaign.push(rule);
  }

  const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const isRun = createIsRun(input);
  const judge = createJudge(input, ofResponses, isRun);
  const named = new Map<CheckedResponse, NamedSmelters>();
  // One response at a time, so that its smelter rows are unpacked only once for all rules.
  for (const checked of input.responses) {
    const { response, supplier } = checked.selected;
    const file = sourceText(response.source);
    const judgement = judge(checked);
    for (const { rule, ...found } of judgement.findings) {
      const of = { supplier: supplier.name, file, response: response.id };
      findings.push(finding(byId.get(rule) as Rule, of, found));
    }
    for (const { rule, reason } of judgement.notRun)
      notRun.push({ rule, supplier: supplier.name, file, reason });
    named.set(checked, judgement.named);
  }
  for (const rule of ofCampaign) {
    const run = () => rule.check(input, (checked) => named.get(checked) as NamedSmelters, isRun);
    for (const { supplier, file, response, severity, ...found } of guarded(rule, null, run)) {
      const judged = { ...found, severity: severityOf(rule, input, severity) };
      findings.push(finding(rule, { supplier, file, response }, judged));
    }
  }
  const suppliers = new Set(input.responses.map(({ selected }) => selected.supplier.name));
  const gone = markAccepted(findings, input.accepted ?? [], suppliers);
  return { findings: findings.sort(compareFindings), notRun: notRun.sort(compareNotRun), gone };
}

/** Returns a function that determines whether a rule of the catalogue is run at all. It throws for an unknown id. */
function createIsRun(input: CheckInput): Says {
  return remembered((id) => whyNotAtAll(catalogued(id), input, true) === undefined);
}

/** Caches the answer for each rule. */
function remembered(says: Says): Says {
  const known = new Map<string, boolean>();
  return (id) => {
    const said = known.get(id) ?? says(id);
    known.set(id, said);
    return said;
  };
}

function catalogued(id: string): Rule {
  const rule = findRule(id);
  if (rule === undefined) throw new Error(`No rule has the id ${id}.`);
  return rule;
}

/** Returns a function that runs the rules over one response. */
function createJudge(
  input: CheckInput,
  rules: readonly ResponseRule[],
  isRun: Says,
): (checked: CheckedResponse) => Judgement {
  const ids = rules.map(({ id }) => id);
  const answered = new Set(standing(input).map(({ selected }) => selected.supplier.key));
  const onRoster = input.roster && new Set(input.roster.map(({ key }) => key));
  const listed = listedByMetal(input.reference);

  function judge(checked: CheckedResponse, beside: Beside): Judgement {
    const says = remembered((id) => {
      const rule = catalogued(id);
      return isRun(id) && (rule.scope === "campaign" || looksHere(rule, subject));
    });
    const subject = subjectOf(checked, beside, says);
    const file = sourceText(subject.response.source);
    const findings: Judgement["findings"][number][] = [];
    const notRun: Judgement["notRun"][number][] = [];
    for (const rule of rules) {
      if (!concerns(rule, subject)) continue;
      const missing = whyNotHere(rule, subject);
      if (missing !== undefined) {
        notRun.push({ rule: rule.id, reason: missing });
        continue;
      }
      const found = guarded(rule, file, () => rule.check(subject, input));
      // A cell that was not found cannot be called blank.
      const known = found.filter(({ at }) => at === null || !isNowhere(at));
      if (known.length < found.length) notRun.push({ rule: rule.id, reason: CELLS_NOT_FOUND });
      for (const { at, facts, severity } of known)
        findings.push({ rule: rule.id, severity: severityOf(rule, input, severity), at, facts });
    }
    return { findings, notRun, named: nameSmelters(checked, listed) };
  }

  return (checked) => {
    const { key } = checked.selected.supplier;
    const beside = {
      supplierAnswered: answered.has(key),
      supplierUnasked: onRoster !== undefined && !onRoster.has(key),
      isOthersPeriod: isOthersPeriod(checked, input),
    };
    const now = () => judge(checked, beside);
    return input.judgements?.of({ checked, beside, rules: ids, run: input }, now) ?? now();
  };
}

function severityOf(rule: Rule, { settings }: CheckInput, found: Severity | undefined): Severity {
  return settings.severities[rule.id] ?? found ?? rule.severity;
}

function finding(
  rule: Rule,
  { supplier, file, response }: Pick<Finding, "supplier" | "file" | "response">,
  { severity, at, facts }: Pick<Finding, "severity" | "at" | "facts">,
): Finding {
  return new WordedFinding(
    { rule: rule.id, severity, ...(rule.risk ? { risk: true } : {}), supplier, file, response, at, facts },
    rule.message,
  );
}

/**
 * Whether a rule applies to a response. A template that nobody filled in, and a response for another period,
 * are reported by rules for those standings only.
 */
function looksAt({ standings }: ResponseRule, { selected, response, isOthersPeriod }: Subject): boolean {
  if (standings) return standings.includes(selected.standing);
  return CHECKED.includes(selected.standing) && !isOthersPeriod && !isBlank(response);
}

/** Whether a rule is about a response of this standing and edition. */
function concerns(rule: ResponseRule, subject: Subject): boolean {
  return looksAt(rule, subject) && holdsFor(rule.about, subject.edition);
}

/** Whether a rule checks this response: it concerns it, and no required part is missing. */
function looksHere(rule: ResponseRule, subject: Subject): boolean {
  return concerns(rule, subject) && whyNotHere(rule, subject) === undefined;
}

/** Whether a rule is about something that any edition of the templates has: of no other it says that it could not be run. */
function hasPlace({ about }: Rule, { responses }: CheckInput): boolean {
  const families = new Set(responses.map(({ selected }) => familyOf(selected.response)));
  return (
    about === undefined ||
    families.size === 0 ||
    [...families].some(({ editions }) => editions.some((edition) => holdsFor(about, edition)))
  );
}

/** Whether a rule over the campaign is about something that the template of any response has. */
function holdsForAny({ about }: CampaignRule, { responses }: CheckInput): boolean {
  return (
    about === undefined || responses.some(({ selected }) => holdsFor(about, editionOf(selected.response)))
  );
}

/** Runs a rule's function to completion, so that an error is reported with the rule's name. */
function guarded<T>(rule: Rule, file: string | null, run: () => Iterable<T>): T[] {
  try {
    return [...run()];
  } catch (cause) {
    throw ruleFailed(rule.id, file, cause);
  }
}

/** Why a rule is not run that would otherwise report a cell that was not found as blank. */
const CELLS_NOT_FOUND = "the cells that it looks at were not found";

/** Inputs that a whole run may lack, each with the reason that is reported. */
const ABSENT: Partial<Record<Need, { reason: string; has(input: CheckInput): boolean }>> = {
  reference: { reason: "no reference list available", has: (input) => input.reference !== null },
  statusList: {
    reason: "no list of facility statuses available",
    has: (input) => input.statusList !== undefined,
  },
  statusHistory: {
    reason: "no list of facility statuses with a date available",
    has: (input) => (input.statusHistory?.days.length ?? 0) > 0,
  },
  originList: {
    reason: "no list of countries of origin available",
    has: (input) => input.originList !== undefined,
  },
  areaList: {
    reason: "no list of conflict-affected and high-risk areas available",
    has: (input) => (input.areaLists ?? []).length > 0,
  },
  sanctionsList: {
    reason: "no sanctions list available",
    has: (input) => (input.sanctionsLists ?? []).length > 0,
  },
  watchList: { reason: "no watch list available", has: (input) => (input.watchLists ?? []).length > 0 },
  period: {
    reason: "no period given (--period)",
    has: (input) => input.period !== null && input.cutoff !== null,
  },
  previous: {
    reason: "no response for an earlier period available",
    has: (input) => input.responses.some((checked) => checked.previous !== undefined),
  },
  copies: { reason: "file names not available", has: (input) => input.copies !== undefined },
  roster: { reason: "no roster of suppliers", has: (input) => input.roster !== undefined },
  rosterProducts: {
    reason: "no part numbers on the roster",
    has: (input) => (input.roster ?? []).some((supplier) => (supplier.products ?? []).length > 0),
  },
  rosterMinerals: {
    reason: "no roster with the metals in suppliers' parts is available",
    has: (input) => (input.roster ?? []).some((supplier) => (supplier.minerals ?? []).length > 0),
  },
  askedMinerals: {
    reason: "neither the roster nor the settings say which minerals suppliers are asked about",
    has: ({ roster, settings }) =>
      (roster ?? []).some(({ minerals = [] }) => minerals.length > 0) ||
      Object.keys(settings.minerals ?? {}).length > 0,
  },
  minimumVersion: {
    reason: "no minimum template version in the settings",
    has: (input) => input.settings.thresholds.minimumTemplateVersion !== undefined,
  },
};

function whyNotAtAll(rule: Rule, input: CheckInput, ofCatalogue: boolean): string | undefined {
  const off = input.settings.off[rule.id];
  if (off !== undefined) return `disabled in the settings: ${off}`;
  if (rule.optional && ofCatalogue && input.settings.severities[rule.id] === undefined) {
    return "optional: runs only if the settings give it a severity";
  }
  for (const need of rule.needs) {
    const absent = ABSENT[need];
    if (absent && !absent.has(input)) return absent.reason;
  }
  return undefined;
}

function whyNotHere(rule: Rule, subject: Subject): string | undefined {
  for (const need of rule.needs) {
    if (need === "previous" && subject.previous === undefined) {
      return "no response of this supplier for the previous period";
    }
    if (need === "ownList" && !ownListKnown(subject)) {
      return "the workbook's look-up list of smelters could not be read";
    }
    const unread = subject.response.unread?.find((part) => part.part === (need as ResponsePart));
    if (unread) return unread.reason;
  }
  const lost = rule.about?.columns?.find((column) => subject.response.smelterColumns[column] === undefined);
  if (lost === undefined) return undefined;
  const [name = lost] = subject.family.labels.smelters[lost] ?? [];
  return `it cannot be determined where the column "${name.replace("…", "")}" of the smelter list is`;
}

/**
 * Whether the response's own look-up list was available: the reader then says for each row with a listed
 * smelter whether the list has it.
 */
function ownListKnown({ response }: Subject): boolean {
  const asked = response.smelters.filter(
    (row) => isListedChoice(row) || (row.lookupName === undefined && row.idInput !== undefined),
  );
  return asked.length === 0 || asked.some((row) => row.inOwnList !== undefined);
}
