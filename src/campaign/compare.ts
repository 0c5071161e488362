// What changed from one period to another.
import { funnelOf } from "../domain/funnel.ts";
import { countedResponses } from "../domain/standing.ts";
import { familyNamed } from "../forms/families.ts";
import type { Family, Inquiry } from "../forms/form.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Funnel } from "../model/campaign.ts";
import type { Change, Comparison } from "../model/comparison.ts";
import type { Consolidation, Facility, MetalEvidence, TalliedAnswer } from "../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import type { AnswerCode, MineralId } from "../model/vocabulary.ts";
import { type Compared, strength } from "./answer-strength.ts";

/** A period that was evaluated and consolidated. */
export interface PeriodResult {
  evaluation: Evaluation & { period: number };
  consolidation: Consolidation;
}

/** Compares two periods, the earlier one first. Answers and findings are compared for suppliers heard in both. */
export function compare(before: PeriodResult, after: PeriodResult): Comparison {
  const family = familyNamed(after.consolidation.family);
  const [countedBefore, countedAfter] = [countedBySupplier(before), countedBySupplier(after)];
  const both = [...countedAfter.keys()].filter((key) => countedBefore.has(key)).sort(compareTexts);
  const names = new Map(after.consolidation.suppliers.map(({ key, name }) => [key, name]));
  const [declaredBefore, declaredAfter] = [before, after].map(({ consolidation }) =>
    groupBy(consolidation.declarations, ({ from }) => from.supplier.key),
  );
  const idsBefore = new Set([...countedBefore.values()].flat().map(({ response }) => response.id));

  const responsesInBoth = [...countedAfter.values()]
    .flat()
    .filter(({ response }) => idsBefore.has(response.id)).length;

  return {
    from: before.evaluation.period,
    to: after.evaluation.period,
    suppliersInBoth: both.length,
    responsesInBoth,
    changes: [
      ...figures(before.consolidation, after.consolidation),
      ...[
        { subject: "suppliers with a response in both periods", count: both.length },
        { subject: "responses that count in both periods", count: responsesInBoth },
      ].map(
        ({ subject, count }): Change => ({
          kind: "figure",
          metal: null,
          supplier: null,
          subject,
          before: count,
          after: count,
        }),
      ),
      ...both.flatMap((key) =>
        weakerAnswers(
          names.get(key) ?? key,
          family,
          declaredBefore?.get(key) ?? [],
          declaredAfter?.get(key) ?? [],
        ),
      ),
      ...both.flatMap((key) =>
        weakerPolicies(
          names.get(key) ?? key,
          family,
          countedBefore.get(key) as EvaluatedResponse[],
          countedAfter.get(key) as EvaluatedResponse[],
        ),
      ),
      ...smelters(before.consolidation.facilities, after.consolidation.facilities),
      ...both.flatMap((key) =>
        findings(
          names.get(key) ?? key,
          countedBefore.get(key) as EvaluatedResponse[],
          countedAfter.get(key) as EvaluatedResponse[],
        ),
      ),
    ],
  };
}

function countedBySupplier({ evaluation }: PeriodResult): Map<string, EvaluatedResponse[]> {
  const counted = countedResponses(evaluation.responses);
  return groupBy(counted, ({ supplier }) => supplier.key);
}

/** Figures of both periods, by what they count; those of metals once per metal. */
function figures(before: Consolidation, after: Consolidation): Change[] {
  const [was, is] = [funnelOf(before.suppliers), funnelOf(after.suppliers)];
  const overall = (subject: string, of: keyof Funnel): Change => ({
    kind: "figure",
    metal: null,
    supplier: null,
    subject,
    before: was[of],
    after: is[of],
  });
  const { inquiry } = familyNamed(after.family);
  const perMetal = (inquiry ? subjectsOf(inquiry) : []).flatMap(([key, subject]) =>
    after.minerals.map(
      (metal, index): Change => ({
        kind: "figure",
        metal,
        supplier: null,
        subject,
        before: before.proposals[index]?.evidence[key] ?? null,
        after: after.proposals[index]?.evidence[key] ?? null,
      }),
    ),
  );
  return [
    overall("suppliers surveyed", "surveyed"),
    overall("suppliers with a file received", "received"),
    overall("suppliers with a usable file", "usable"),
    overall("suppliers responded", "responded"),
    overall("suppliers valid", "valid"),
    overall("suppliers valid without questions", "validWithoutQuestions"),
    ...perMetal,
  ];
}

/** The figures of a metal that are compared, and their wording. */
function subjectsOf({ area }: Inquiry): [key: Exclude<keyof MetalEvidence, "metal">, subject: string][] {
  return [
    ["inScope", "suppliers in scope"],
    ["coveredYes", `${area}: Yes`],
    ["coveredNo", `${area}: No`],
    ["coveredUnknown", `${area}: Unknown`],
    ["smelters", "smelters named"],
    ["unmatched", "smelters not matched"],
  ];
}

type Declarations = Consolidation["declarations"];

/** The weakest of several answers, as the pair of its strength and text. */
function weakest(question: Compared, answers: readonly TalliedAnswer[]): [number, TalliedAnswer] | undefined {
  return answers
    .flatMap((answer): [number, TalliedAnswer][] => {
      const value = strength(question, answer);
      return value === undefined ? [] : [[value, answer]];
    })
    .sort(([a], [b]) => a - b)[0];
}

function weakerAnswers(
  supplier: string,
  family: Family,
  before: Declarations,
  after: Declarations,
): Change[] {
  return family.minerals.flatMap(({ id: metal }): Change[] => {
    const [past, now] = [before, after].map((all) =>
      all.filter((one) => one.metal === metal && one.inScope === "yes"),
    );
    if (!past?.length || !now?.length) return [];
    const answers = family.questions.flatMap((question): Change[] => {
      if (question.better === null) return [];
      const was = weakest(
        question,
        past.map((one) => one.answers[question.key] ?? "not asked"),
      );
      const is = weakest(
        question,
        now.map((one) => one.answers[question.key] ?? "not asked"),
      );
      if (!was || !is || is[0] >= was[0]) return [];
      return [{ kind: "answer", metal, supplier, subject: question.key, before: was[1], after: is[1] }];
    });
    const rows = (all: Declarations) =>
      all.reduce((sum, one) => sum + one.smelterRows - one.notIdentifiedRows - one.notSmelterRows, 0);
    if (rows(now) < rows(past)) {
      answers.push({
        kind: "smelterCount",
        metal,
        supplier,
        subject: "smelter rows",
        before: rows(past),
        after: rows(now),
      });
    }
    return answers;
  });
}

function weakerPolicies(
  supplier: string,
  family: Family,
  before: readonly EvaluatedResponse[],
  after: readonly EvaluatedResponse[],
): Change[] {
  return family.practices.flatMap((question): Change[] => {
    if (question.better === null) return [];
    const given = (all: readonly EvaluatedResponse[]): AnswerCode[] =>
      all.flatMap(({ response }) => response.policies[question.key]?.value ?? []);
    const [was, is] = [weakest(question, given(before)), weakest(question, given(after))];
    if (!was || !is || is[0] >= was[0]) return [];
    return [{ kind: "answer", metal: null, supplier, subject: question.key, before: was[1], after: is[1] }];
  });
}

function smelters(before: readonly Facility[], after: readonly Facility[]): Change[] {
  const past = new Map(before.map((one) => [one.key, one]));
  const now = new Map(after.map((one) => [one.key, one]));
  const change = (kind: Change["kind"], one: Facility, values: Pick<Change, "before" | "after">): Change => ({
    kind,
    metal: one.metal as MineralId | null,
    supplier: null,
    subject: one.standardName ?? one.reportedName,
    ...(one.id === undefined ? {} : { smelterId: one.id }),
    ...values,
  });
  return [
    ...after
      .filter((one) => !past.has(one.key))
      .map((one) => change("smelterNew", one, { before: null, after: one.suppliers.length })),
    ...before
      .filter((one) => !now.has(one.key))
      .map((one) => change("smelterGone", one, { before: one.suppliers.length, after: null })),
    ...after.flatMap((one) => {
      const earlier = past.get(one.key);
      const [was, is] = [earlier && statusOf(earlier), statusOf(one)];
      return earlier && was !== is
        ? [change("smelterStatus", one, { before: was ?? null, after: is ?? null })]
        : [];
    }),
  ];
}

function statusOf({ status, removedFrom }: Facility): string | undefined {
  return removedFrom === undefined ? status?.status : "removed from the list";
}

/** Rules that find something at a supplier in one of the periods only, with how often. */
function findings(
  supplier: string,
  before: readonly EvaluatedResponse[],
  after: readonly EvaluatedResponse[],
): Change[] {
  const count = (all: readonly EvaluatedResponse[]) => {
    const open = all.flatMap((one) => one.findings).filter(({ severity }) => severity !== "info");
    return new Map([...groupBy(open, ({ rule }) => rule)].map(([rule, its]) => [rule, its.length]));
  };
  const [past, now] = [count(before), count(after)];
  const change = (kind: Change["kind"], rule: string): Change => ({
    kind,
    metal: null,
    supplier,
    subject: rule,
    before: past.get(rule) ?? 0,
    after: now.get(rule) ?? 0,
  });
  return [
    ...[...now.keys()]
      .filter((rule) => !past.has(rule))
      .sort(compareTexts)
      .map((rule) => change("findingNew", rule)),
    ...[...past.keys()]
      .filter((rule) => !now.has(rule))
      .sort(compareTexts)
      .map((rule) => change("findingResolved", rule)),
  ];
}
