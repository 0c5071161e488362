// How far the correspondence with each supplier of a period is: asked, reminded, answered, written to, corrected, still
// open.
import { diffResponses } from "../../campaign/diff/diff-responses.ts";
import { counts } from "../../domain/standing.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { groupBy } from "../../lib/group-by.ts";
import { printable } from "../../lib/printable.ts";
import { nameKey } from "../../lib/text.ts";
import type { SupplierLine } from "../../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { FollowUp, FollowUpState, LoggedRequest, Owed } from "../../model/follow-up.ts";
import { sourceText } from "../../model/workbook.ts";
import { REQUESTS_FILE } from "../../model/workspace-files.ts";
import { oneRequestPerFact } from "../../report/letters/one-request.ts";
import { INTERNAL_RULES } from "../../rules/index.ts";
import { openPointsOf } from "../letters/open-points.ts";

export interface FollowUps {
  /** In supplier order. */
  lines: FollowUp[];
  /** Log lines that do not name a supplier of the campaign. */
  unknown: LoggedRequest[];
  /** The applicable log lines by supplier key. */
  entriesOf(key: string): readonly LoggedRequest[];
}

/**
 * One line per supplier from the roster, the log and the responses. Log lines count if they are for the period and not
 * dated after the day of the run.
 */
export function followUps(
  evaluation: Evaluation,
  suppliers: readonly SupplierLine[],
  requests: readonly LoggedRequest[],
): FollowUps {
  const { period, today } = evaluation;
  const pointsOf = openPointsOf(evaluation);
  const responsesOf = groupBy(evaluation.responses, ({ supplier }) => supplier.key);
  const lineOf = supplierFinder(suppliers);
  const applied = requests.filter((one) => (period === null || one.period === period) && one.date <= today);
  const byKey = groupBy(applied, (one) => lineOf(one)?.key);

  const lines = suppliers.map((supplier): FollowUp => {
    const own = byKey.get(supplier.key) ?? [];
    const its = responsesOf.get(supplier.key) ?? [];
    const points = pointsOf(supplier.name);
    const isAsked = ({ response, severity }: Finding) => response !== null && severity !== "info";
    const open = points.findings.filter(isAsked);
    const contacts = contactsOf(supplier, own, today);
    const letters = own.filter(({ kind }) => kind === "letter");
    const counted = its.filter(({ standing }) => counts(standing));
    const writtenAbout = its.filter((one) => letters.some((letter) => isAbout(letter, one)));
    const openCorrections = open.filter(({ severity }) => severity === "error").length;
    const facts: Facts = {
      ...contacts,
      answered: counted.length > 0,
      openCorrections,
      openQuestions: open.length - openCorrections,
      accepted: points.accepted.filter(isAsked).length,
      letters: letters.length,
      answeredAgain:
        letters.length > 0 && counted.length > 0 && !counted.some((one) => writtenAbout.includes(one)),
    };
    const { lastContact: _, ...told } = facts;
    return {
      key: supplier.key,
      id: supplier.roster?.id ?? "",
      supplier: supplier.name,
      state: stateOf(facts),
      ...told,
      corrected: facts.answeredAgain ? settled(evaluation, its, writtenAbout) : null,
      owes: owedOf(facts),
      remindsOf: remindsOf(contacts, today),
    };
  });
  return {
    lines,
    unknown: applied.filter((one) => lineOf(one) === undefined),
    entriesOf: (key) => byKey.get(key) ?? [],
  };
}

/** Returns a function that finds the supplier of a log line: by id, else by name. */
function supplierFinder(suppliers: readonly SupplierLine[]) {
  const byKey = new Map(suppliers.map((one) => [one.key, one]));
  const byName = new Map(
    suppliers.flatMap((one) =>
      [one.name, ...(one.roster?.otherNames ?? [])].map((name) => [nameKey(name) || name, one] as const),
    ),
  );
  return ({ supplierId, supplier }: LoggedRequest): SupplierLine | undefined =>
    byKey.get(supplierId) ?? byName.get(nameKey(supplier) || supplier);
}

/** The notice about a log line that does not name a supplier of the campaign. */
export function unknownSupplier({ line, supplier, supplierId }: LoggedRequest): string {
  return `${REQUESTS_FILE}, line ${line}: no supplier of this period is called “${printable(supplier || supplierId)}”.`;
}

type Contacts = Pick<FollowUp, "askedOn" | "reminders" | "remindedOn" | "explainedOn" | "letterOn"> & {
  /** When we last wrote, and what. */
  lastContact: { day: string; of: "request" | "reminder" | "letter" } | null;
};

/** The dates of contacts, from the roster and the log. */
function contactsOf({ roster }: SupplierLine, own: readonly LoggedRequest[], today: string): Contacts {
  const daysOf = (kind: LoggedRequest["kind"], more: readonly string[] = []) =>
    sortTexts(
      new Set([
        ...own.filter((one) => one.kind === kind).map(({ date }) => date),
        ...more.filter((day) => day <= today),
      ]),
    );
  const asked = daysOf("request", roster?.askedOn === undefined ? [] : [roster.askedOn]);
  const reminded = daysOf("reminder", roster?.remindedOn);
  const letters = daysOf("letter");
  const last = (days: readonly string[]) => days.at(-1) ?? null;
  const ofKinds = [
    { of: "request", day: last(asked) },
    { of: "letter", day: last(letters) },
    { of: "reminder", day: last(reminded) },
  ] as const;
  let lastContact: Contacts["lastContact"] = null;
  for (const { of, day } of ofKinds) {
    if (day !== null && (lastContact === null || day >= lastContact.day)) lastContact = { of, day };
  }
  return {
    askedOn: asked[0] ?? null,
    reminders: reminded.length,
    remindedOn: last(reminded),
    explainedOn: last(daysOf("answer")),
    letterOn: last(letters),
    lastContact,
  };
}

type Facts = Contacts &
  Pick<FollowUp, "answered" | "answeredAgain" | "openCorrections" | "openQuestions" | "accepted" | "letters">;

function stateOf(facts: Facts): FollowUpState {
  const { answered, answeredAgain, lastContact, letters, accepted } = facts;
  const isOpen = facts.openCorrections + facts.openQuestions > 0;
  const written = { request: "asked", reminder: "reminded", letter: "letter written" } as const;
  if (!answered) return lastContact === null ? "not asked" : written[lastContact.of];
  if (!isOpen && accepted > 0) return "accepted";
  if (answeredAgain) return isOpen ? "still open" : "corrected";
  if (!isOpen || letters === 0 || isExplained(facts)) return "answered";
  return lastContact?.of === "reminder" ? "reminded" : "letter written";
}

function owedOf(facts: Facts): Owed | null {
  if (!facts.answered) return "declaration";
  if (facts.letters === 0 || facts.answeredAgain || isExplained(facts)) return null;
  return facts.openCorrections > 0 ? "correction" : facts.openQuestions > 0 ? "answer" : null;
}

/** Whether the supplier replied after our last message. Whether that settles the points is for a person to decide. */
function isExplained({ explainedOn, lastContact }: Contacts): boolean {
  return explainedOn !== null && lastContact !== null && explainedOn >= lastContact.day;
}

function remindsOf({ letterOn, askedOn }: Contacts, today: string): FollowUp["remindsOf"] {
  if (letterOn !== null) return letterOn < today ? { day: letterOn, of: "letter" } : null;
  return askedOn !== null && askedOn < today ? { day: askedOn, of: "request" } : null;
}

/** Whether a letter was about a response; a letter that does not say is about those received up to its day. */
function isAbout({ responses, date }: LoggedRequest, { response }: EvaluatedResponse): boolean {
  if (responses.length > 0) return responses.some((start) => response.id.startsWith(start.toLowerCase()));
  const day = response.source.modified?.slice(0, 10) ?? response.company.effectiveDate?.value ?? "";
  return day <= date;
}

/** How many of the letters' points the later responses settle; null if that cannot be determined. */
function settled(
  evaluation: Evaluation,
  its: readonly EvaluatedResponse[],
  writtenAbout: readonly EvaluatedResponse[],
): number | null {
  const pairs = new Map<EvaluatedResponse, EvaluatedResponse>();
  // Of several responses that were replaced one by another, only the last.
  for (const before of writtenAbout) {
    const after = successorOf(its, before);
    if (after) pairs.set(after, before);
  }
  if (pairs.size === 0) return null;
  let count = 0;
  for (const [after, before] of pairs) {
    const asked = new Set(
      oneRequestPerFact(before.findings.filter(({ accepted }) => accepted === undefined)).map(
        ({ rule, at }) => `${rule} ${at}`,
      ),
    );
    const file = sourceText(after.response.source);
    const notRun = evaluation.notRun.filter((one) => one.file === null || one.file === file);
    const { findings } = diffResponses(before, after, {
      internal: INTERNAL_RULES,
      notRun: new Set(notRun.map(({ rule }) => rule)),
    });
    count += findings.filter(
      ({ state, severity, rule, at }) =>
        state === "answered" && severity !== "info" && asked.has(`${rule} ${at.before}`),
    ).length;
  }
  return count;
}

/** The counted response that replaced this one. */
function successorOf(
  its: readonly EvaluatedResponse[],
  before: EvaluatedResponse,
): EvaluatedResponse | undefined {
  const counted = its.filter(({ standing }) => counts(standing));
  let current = before;
  for (const _ of its) {
    const next = its.find(({ response }) => response.id === current.supersededBy);
    if (next === undefined) break;
    current = next;
  }
  if (counts(current.standing)) return current === before ? undefined : current;
  const file = sourceText(current.response.source);
  const inPlace = counted.find(({ response }) => sourceText(response.source) === file);
  return inPlace ?? (counted.length === 1 ? counted[0] : undefined);
}
