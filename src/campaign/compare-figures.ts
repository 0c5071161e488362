// Compares the figures of two periods.
import { SURVEYED } from "../domain/asked-unknown.ts";
import { funnelOf, stepsFrom } from "../domain/funnel.ts";
import { familyNamed } from "../forms/families.ts";
import type { Inquiry } from "../forms/form.ts";
import type { Funnel } from "../model/campaign.ts";
import type { Change } from "../model/comparison.ts";
import type { Consolidation, MetalEvidence, SupplierLine } from "../model/consolidation.ts";
import type { Roster } from "../model/roster.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { change, type PeriodResult } from "./compare-change.ts";

/** A figure of one period; null if it is not known. */
type Value = number | null;

/**
 * The figures of both periods; those of metals once per metal. The roster is that of the later period. If it does not
 * say who was asked in the earlier one, the number asked is unknown there, and every supplier heard from is counted.
 */
export function compareFigures(before: PeriodResult, after: PeriodResult): Change[] {
  const { roster } = after.evaluation;
  const past = before.consolidation.suppliers;
  const asked = roster === undefined || tellsOf(roster, before.evaluation.period);
  const [was, is] = [
    ofSuppliers(asked ? past : past.map(unasked)),
    ofSuppliers(after.consolidation.suppliers),
  ];
  const overall = OVERALL.map(([subject, value]) =>
    change("figure", { subject, before: value(was), after: value(is) }),
  );
  const { inquiry } = familyNamed(after.consolidation.family);
  const perMetal = subjectsOf(inquiry).flatMap(({ subject, key, ofStatus = false }) =>
    after.consolidation.minerals.map((metal, index): Change => {
      const value = ({ consolidation: { proposals, statusesKnown } }: PeriodResult): Value =>
        ofStatus && !statusesKnown ? null : (proposals[index]?.evidence[key] ?? null);
      return change("figure", { metal, subject, before: value(before), after: value(after) });
    }),
  );
  const perMineral = inquiry === null ? mineralFigures(before.consolidation, after.consolidation) : [];
  // A figure that is unknown in either period is left out, except the first: that it is unknown must be reported.
  return [...overall, ...perMetal, ...perMineral].filter(
    (one) => one.subject === SURVEYED || one.before !== null || one.after !== null,
  );
}

/**
 * Whether the roster says who was asked for a year: it has dates from or until which suppliers are in scope, or on
 * which they were asked in that year. Otherwise it belongs to another campaign.
 */
function tellsOf({ suppliers }: Roster, year: number): boolean {
  return suppliers.some(
    ({ since, until, askedOn }) =>
      since !== undefined || until !== undefined || askedOn?.startsWith(`${year}-`) === true,
  );
}

function unasked(supplier: SupplierLine): SupplierLine {
  return { ...supplier, onRoster: null, spendShare: null };
}

interface OfSuppliers {
  funnel: Funnel;
  /** Share of spend of the suppliers that responded; null if the roster has no spend. */
  spend: Value;
}

function ofSuppliers(suppliers: readonly SupplierLine[]): OfSuppliers {
  const steps = stepsFrom("responded");
  const shares = suppliers.filter(({ spendShare }) => spendShare !== null);
  const spend = shares.reduce(
    (sum, { step, spendShare }) => sum + (steps.includes(step) ? (spendShare ?? 0) : 0),
    0,
  );
  return { funnel: funnelOf(suppliers), spend: shares.length > 0 ? spend : null };
}

/** Figures about suppliers. */
const OVERALL: readonly [subject: string, value: (of: OfSuppliers) => Value][] = [
  [SURVEYED, ({ funnel }) => funnel.surveyed],
  ["suppliers with a file received", ({ funnel }) => funnel.received],
  ["suppliers with a usable file", ({ funnel }) => funnel.usable],
  ["suppliers responded", ({ funnel }) => funnel.responded],
  ["suppliers valid", ({ funnel }) => funnel.valid],
  ["suppliers valid without questions", ({ funnel }) => funnel.validWithoutQuestions],
  ["response rate, % of suppliers surveyed", ({ funnel }) => inPercent(funnel.responded, funnel.surveyed)],
  ["suppliers responded, % of spend", ({ spend }) => inPercent(spend, 1)],
];

/** A share in whole per cent, never rounded up to 100; null if either number is unknown or the whole is 0. */
function inPercent(part: Value, whole: Value): Value {
  if (part === null || whole === null || whole === 0) return null;
  const share = Math.round((100 * part) / whole);
  return part < whole - 1e-9 ? Math.min(99, share) : share;
}

interface MetalSubject {
  key: Exclude<keyof MetalEvidence, "metal">;
  subject: string;
  /** A count by status, which is unknown without a list of statuses. */
  ofStatus?: true;
}

/** The compared figures of a metal and their wording; empty if no inquiry asks about origins. */
function subjectsOf(inquiry: Inquiry | null): MetalSubject[] {
  if (inquiry === null) return [];
  const { area } = inquiry;
  return [
    { key: "inScope", subject: "suppliers in scope" },
    { key: "coveredYes", subject: `${area}: Yes` },
    { key: "coveredNo", subject: `${area}: No` },
    { key: "coveredUnknown", subject: `${area}: Unknown` },
    { key: "smelters", subject: "smelters named" },
    { key: "unmatched", subject: "smelters not matched" },
    { key: "conformant", subject: "smelters conformant", ofStatus: true },
    { key: "active", subject: "smelters active", ofStatus: true },
    { key: "otherStatus", subject: "smelters of another status", ofStatus: true },
    { key: "notOnList", subject: "smelters not on the list of statuses", ofStatus: true },
  ];
}

/** Figures about minerals for families without an inquiry. */
function mineralFigures(before: Consolidation, after: Consolidation): Change[] {
  const inScope = ({ declarations }: Consolidation, metal: MineralId) =>
    new Set(
      declarations.flatMap((one) =>
        one.metal === metal && one.inScope === "yes" ? one.from.supplier.key : [],
      ),
    ).size;
  const named = ({ facilities }: Consolidation, metal: MineralId) =>
    facilities.filter((facility) => facility.metal === metal).length;
  const counts = [
    ["suppliers with the mineral in scope", inScope],
    ["smelters named", named],
  ] as const;
  return counts.flatMap(([subject, of]) =>
    after.minerals.map(
      (metal): Change =>
        change("figure", { metal, subject, before: of(before, metal), after: of(after, metal) }),
    ),
  );
}
