// Runs rules over responses: findings in one sort order, and what could not be run, with the reason.

import { isBlank } from "../domain/blank.ts";
import { isListedChoice } from "../domain/sentinels.ts";
import type { AcceptedFinding, Finding, NotRun } from "../model/finding.ts";
import { sourceText } from "../model/workbook.ts";
import { RULES } from "./index.ts";
import {
  CHECKED,
  type CheckInput,
  type Found,
  type Need,
  type ResponsePart,
  type ResponseRule,
  type Rule,
  type Subject,
} from "./rule.ts";
import { holdsFor } from "./support/about.ts";
import { markAccepted } from "./support/accepted.ts";
import { ruleFailed } from "./support/rule-failed.ts";
import { compareFindings, compareNotRun } from "./support/sort.ts";
import { isOthersPeriod } from "./support/standing.ts";
import { subjectOf } from "./support/subject.ts";
import { WordedFinding } from "./support/worded-finding.ts";

export interface CheckResult {
  /** Sorted by supplier, file, severity, rule, cell. */
  findings: Finding[];
  notRun: NotRun[];
  /** Accepted findings of suppliers that were looked at which no longer occur. */
  gone: AcceptedFinding[];
}

/**
 * Checks responses against the rules (all of the catalogue unless told otherwise), each rule those that stand where it
 * looks, see CHECKED. Optional rules run where they are asked for by name, or the settings give them a severity.
 * A rule that throws is a bug: the error names the rule and the file.
 */
export function check(input: CheckInput, rules: readonly Rule[] = RULES): CheckResult {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const subjects = input.responses.map((checked) => ({
    subject: subjectOf(checked),
    file: sourceText(checked.selected.response.source),
  }));

  const ofResponses: ResponseRule[] = [];
  for (const rule of rules) {
    const reason = whyNotAtAll(rule, input, rules === RULES);
    if (reason !== undefined) notRun.push({ rule: rule.id, supplier: "", file: null, reason });
    else if (rule.scope === "response") ofResponses.push(rule);
    else {
      for (const { supplier, file, response, ...found } of guarded(rule, null, () => rule.check(input))) {
        findings.push(finding(rule, input, supplier, file, response, found));
      }
    }
  }
  // One response after the other: its smelter rows are then unpacked once for all rules.
  for (const { subject, file } of subjects) {
    const supplier = subject.selected.supplier.name;
    const others = isOthersPeriod(subject, input);
    for (const rule of ofResponses) {
      if (!looksAt(rule, subject, others)) continue;
      if (!holdsFor(rule.about, subject.edition)) continue;
      const missing = whyNotHere(rule, subject);
      if (missing !== undefined) {
        notRun.push({ rule: rule.id, supplier, file, reason: missing });
        continue;
      }
      for (const found of guarded(rule, file, () => rule.check(subject, input))) {
        findings.push(finding(rule, input, supplier, file, subject.response.id, found));
      }
    }
  }
  const suppliers = new Set(subjects.map(({ subject }) => subject.selected.supplier.name));
  const gone = markAccepted(findings, input.accepted ?? [], suppliers);
  return { findings: findings.sort(compareFindings), notRun: notRun.sort(compareNotRun), gone };
}

function finding(
  rule: Rule,
  input: CheckInput,
  supplier: string,
  file: string | null,
  response: string | null,
  found: Found<Finding["facts"]>,
): Finding {
  const severity = input.settings.severities[rule.id] ?? found.severity ?? rule.severity;
  const { at, facts } = found;
  return new WordedFinding(
    { rule: rule.id, severity, ...(rule.risk ? { risk: true } : {}), supplier, file, response, at, facts },
    rule.message,
  );
}

/**
 * Nothing in a template that nobody filled in is wrong but that, wherever it stands; nor in a response that concerns
 * another period alone (`others`).
 */
function looksAt({ standings }: ResponseRule, { selected, response }: Subject, others: boolean): boolean {
  if (standings) return standings.includes(selected.standing);
  return CHECKED.includes(selected.standing) && !others && !isBlank(response);
}

/** Runs a rule's function to its end, so that what it throws is reported with the rule's name. */
function guarded<T>(rule: Rule, file: string | null, run: () => Iterable<T>): T[] {
  try {
    return [...run()];
  } catch (cause) {
    throw ruleFailed(rule.id, file, cause);
  }
}

/** What a run as a whole may lack, and how that is said. */
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
  return undefined;
}

/**
 * The reader says of each row that names a listed smelter whether its own list has it; where it says so of none, there
 * was no list to ask.
 */
function ownListKnown({ response }: Subject): boolean {
  const asked = response.smelters.filter(
    (row) => isListedChoice(row) || (row.lookupName === undefined && row.idInput !== undefined),
  );
  return asked.length === 0 || asked.some((row) => row.inOwnList !== undefined);
}
