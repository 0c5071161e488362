// What changed between two periods.
import { countedResponses } from "../domain/standing.ts";
import { editionFor, familyOf, newestEdition } from "../forms/editions.ts";
import { familyNamed } from "../forms/families.ts";
import type { Family, Meaning } from "../forms/form.ts";
import { findQuestion } from "../forms/layouts.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Change, ChangeKind, Comparison } from "../model/comparison.ts";
import type { Consolidation, TalliedAnswer } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { AnswerCode, MineralId } from "../model/vocabulary.ts";
import { type Compared, strength } from "./answer-strength.ts";
import { change, type PeriodResult } from "./compare-change.ts";
import { compareFigures } from "./compare-figures.ts";
import { compareSmelters } from "./compare-smelters.ts";
import { scopeOf } from "./scope.ts";

/**
 * Compares two periods, the earlier one first. Answers are compared by supplier and scope, in both directions, and
 * findings by supplier, for suppliers heard from in both. A declaration that counts in both periods is listed as such
 * and is not compared with itself.
 */
export function compare(before: PeriodResult, after: PeriodResult): Comparison {
  const family = familyNamed(after.consolidation.family);
  const [was, is] = [heardIn(before), heardIn(after)];
  const both = [...is.bySupplier.keys()].filter((key) => was.bySupplier.has(key)).sort(compareTexts);
  const names = new Map(after.consolidation.suppliers.map(({ key, name }) => [key, name]));
  const nameOf = (key: string) => names.get(key) ?? key;
  const sameDeclarations = [...is.ids].filter((id) => was.ids.has(id)).length;

  return {
    from: before.evaluation.period,
    to: after.evaluation.period,
    suppliersInBoth: both.length,
    responsesInBoth: sameDeclarations,
    changes: [
      ...compareFigures(before, after),
      ...[
        { subject: "suppliers with a response in both periods", count: both.length },
        { subject: "responses that count in both periods", count: sameDeclarations },
      ].map(({ subject, count }) => change("figure", { subject, before: count, after: count })),
      ...both.flatMap((key) => ofSupplier(nameOf(key), family, was.of(key), is.of(key))),
      ...compareSmelters(before, after, new Set(both.map(nameOf))),
      ...both.flatMap((key) => findings(nameOf(key), was.of(key).responses, is.of(key).responses)),
    ],
  };
}

/** What a supplier declared in a period. */
interface Heard {
  responses: readonly EvaluatedResponse[];
  declarations: Declarations;
}

interface HeardIn {
  bySupplier: ReadonlyMap<string, readonly EvaluatedResponse[]>;
  ids: ReadonlySet<string>;
  of(supplierKey: string): Heard;
}

function heardIn({ evaluation, consolidation }: PeriodResult): HeardIn {
  const counted = countedResponses(evaluation.responses);
  const bySupplier = groupBy(counted, ({ supplier }) => supplier.key);
  const declared = groupBy(consolidation.declarations, ({ from }) => from.supplier.key);
  return {
    bySupplier,
    ids: new Set(counted.map(({ response }) => response.id)),
    of: (key) => ({ responses: bySupplier.get(key) ?? [], declarations: declared.get(key) ?? [] }),
  };
}

/** Changes at a supplier heard from in both periods, scope by scope. */
function ofSupplier(supplier: string, family: Family, before: Heard, after: Heard): Change[] {
  const named = (kind: ChangeKind, all: readonly EvaluatedResponse[]) =>
    all.map(({ response }) => change(kind, { supplier, subject: scopeOf(response).text }));
  const declared = (all: Declarations, of: readonly EvaluatedResponse[]) =>
    all.filter(({ from }) => of.includes(from));
  return pairedScopes(before.responses, after.responses).flatMap(([was, is]): Change[] => {
    if (was.length === 0) return named("declarationNew", is);
    if (is.length === 0) return named("declarationGone", was);
    const ids = new Set(was.map(({ response }) => response.id));
    const same = is.filter(({ response }) => ids.has(response.id));
    if (same.length > 0) return named("declarationSame", same);
    return [
      ...answers(
        supplier,
        family,
        { responses: was, declarations: declared(before.declarations, was) },
        { responses: is, declarations: declared(after.declarations, is) },
      ),
      ...policies(supplier, family, was, is),
    ];
  });
}

type Scoped = readonly EvaluatedResponse[];

/**
 * Pairs the responses of two periods by scope. If one of each has no counterpart and both are of the same kind (such as
 * product lists, one of which has changed), they are paired too.
 */
function pairedScopes(before: Scoped, after: Scoped): [was: Scoped, is: Scoped][] {
  const byScope = (all: Scoped) => groupBy(all, ({ response }) => scopeOf(response).key ?? "");
  const [past, now] = [byScope(before), byScope(after)];
  const pairs = sortTexts(new Set([...past.keys(), ...now.keys()])).map((scope): [Scoped, Scoped] => [
    past.get(scope) ?? [],
    now.get(scope) ?? [],
  ]);
  const gone = pairs.filter(([, is]) => is.length === 0);
  const fresh = pairs.filter(([was]) => was.length === 0);
  const kindOf = (all: Scoped) => all[0]?.response.company.scope?.value;
  const [[was = []] = [], [, is = []] = []] = [gone[0], fresh[0]];
  if (gone.length !== 1 || fresh.length !== 1 || kindOf(was) !== kindOf(is)) return pairs;
  return [...pairs.filter((pair) => pair !== gone[0] && pair !== fresh[0]), [was, is]];
}

type Declarations = Consolidation["declarations"];

/** The weakest of several answers, as a pair of its rank and text. */
function weakest(question: Compared, answers: readonly TalliedAnswer[]): [number, TalliedAnswer] | undefined {
  return answers
    .flatMap((answer): [number, TalliedAnswer][] => {
      const value = strength(question, answer);
      return value === undefined ? [] : [[value, answer]];
    })
    .sort(([a], [b]) => a - b)[0];
}

/** Questions for which a change from Yes to No is graver than the reverse, because it needs an explanation. */
const ON_ORIGIN: readonly Meaning[] = ["coveredOrigin", "cahraOrigin"];

/** How an answer changed; undefined if it did not. */
function moved(
  question: Compared,
  past: readonly TalliedAnswer[],
  present: readonly TalliedAnswer[],
): { before: TalliedAnswer; after: TalliedAnswer; stronger: boolean } | undefined {
  const [was, is] = [weakest(question, past), weakest(question, present)];
  if (!was || !is || is[0] === was[0]) return undefined;
  return { before: was[1], after: is[1], stronger: is[0] > was[0] };
}

/** Whether a form of the response's edition can cover a mineral: it asks about it, or lets minerals be selected. */
function canDeclare({ response }: EvaluatedResponse, metal: MineralId): boolean {
  const { layout } = editionFor(familyOf(response), response.template.version);
  return layout.selection !== undefined || layout.minerals.includes(metal);
}

function answers(supplier: string, family: Family, before: Heard, after: Heard): Change[] {
  const { layout } = newestEdition(family);
  const onOrigin = new Set(ON_ORIGIN.map((meaning) => findQuestion(layout, meaning)?.key));
  const declared = [...before.declarations, ...after.declarations].map(({ metal }) => metal);
  const minerals = new Set([...family.minerals.map(({ id }) => id), ...declared]);
  return [...minerals].flatMap((metal): Change[] => {
    const of = ({ declarations }: Heard) => declarations.filter((one) => one.metal === metal);
    const inScope = (heard: Heard) => of(heard).filter((one) => one.inScope === "yes");
    const [inPast, inNow] = [inScope(before), inScope(after)];
    if (inPast.length === 0 || inNow.length === 0) {
      // A form that cannot cover the mineral gives no information about its scope.
      if (![before, after].every(({ responses }) => responses.some((one) => canDeclare(one, metal))))
        return [];
      const said = (heard: Heard) =>
        sortTexts(new Set(of(heard).map((one) => one.inScope))).join(", ") || "not selected";
      const [was, is] = [said(before), said(after)];
      return was === is
        ? []
        : [change("scope", { metal, supplier, subject: "in scope", before: was, after: is })];
    }
    const found = family.questions.flatMap((question): Change[] => {
      if (question.better === null) return [];
      const given = (all: Declarations) => all.map((one) => one.answers[question.key] ?? "not asked");
      const step = moved(question, given(inPast), given(inNow));
      if (step === undefined) return [];
      const flip = onOrigin.has(question.key) && step.before === "yes" && step.after === "no";
      const kind = flip ? "answerNowNo" : step.stronger ? "answerStronger" : "answer";
      return [
        change(kind, { metal, supplier, subject: question.key, before: step.before, after: step.after }),
      ];
    });
    const rows = (all: Declarations) =>
      all.reduce((sum, one) => sum + one.smelterRows - one.notIdentifiedRows - one.notSmelterRows, 0);
    if (rows(inNow) < rows(inPast)) {
      found.push(
        change("smelterCount", {
          metal,
          supplier,
          subject: "smelter rows",
          before: rows(inPast),
          after: rows(inNow),
        }),
      );
    }
    return found;
  });
}

function policies(
  supplier: string,
  family: Family,
  before: readonly EvaluatedResponse[],
  after: readonly EvaluatedResponse[],
): Change[] {
  return family.practices.flatMap((question): Change[] => {
    if (question.better === null) return [];
    const given = (all: readonly EvaluatedResponse[]): AnswerCode[] =>
      all.flatMap(({ response }) => response.policies[question.key]?.value ?? []);
    const step = moved(question, given(before), given(after));
    if (step === undefined) return [];
    const kind = step.stronger ? "answerStronger" : "answer";
    return [change(kind, { supplier, subject: question.key, before: step.before, after: step.after })];
  });
}

/** Rules with findings for a supplier in only one of the periods, with their counts. */
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
  const ofRule = (kind: ChangeKind, rule: string): Change =>
    change(kind, { supplier, subject: rule, before: past.get(rule) ?? 0, after: now.get(rule) ?? 0 });
  return [
    ...[...now.keys()]
      .filter((rule) => !past.has(rule))
      .sort(compareTexts)
      .map((rule) => ofRule("findingNew", rule)),
    ...[...past.keys()]
      .filter((rule) => !now.has(rule))
      .sort(compareTexts)
      .map((rule) => ofRule("findingResolved", rule)),
  ];
}
