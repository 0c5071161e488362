// From evaluated responses to what they say together.
import { countedResponses } from "../domain/standing.ts";
import type {
  Consolidation,
  Declaration,
  MetalEvidence,
  SupplierLine,
  UnreadableOf,
} from "../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import type { Settings } from "../model/settings.ts";
import { METALS, type Metal } from "../model/vocabulary.ts";
import { declare, tallyAnswers, tallyPolicies } from "./declarations.ts";
import { gatherFacilities } from "./facilities.ts";
import { gatherOrigins } from "./origins.ts";
import { propose } from "./propose.ts";
import { listSuppliers } from "./suppliers.ts";

/** Everything that the report of a period says in figures. `decisions` are those of the settings. */
export function consolidate(evaluation: Evaluation, decisions: Settings["decisions"] = {}): Consolidation {
  const counted = countedResponses(evaluation.responses);
  const { suppliers, unreadable, identified } = listSuppliers(evaluation);
  const declarations = declare(counted);
  const facilities = gatherFacilities(counted);
  const statusesKnown = hasStatuses(evaluation);
  const base = { counted, suppliers, unreadable, declarations, facilities, statusesKnown };
  return {
    suppliers,
    unreadable,
    identified,
    declarations,
    answers: tallyAnswers(declarations),
    policies: tallyPolicies(counted),
    facilities,
    statusesKnown,
    countries: gatherOrigins(counted),
    proposals: METALS.map((metal) => {
      const evidence = gatherEvidence(metal, base);
      const decision = decisions[String(evaluation.period)]?.[metal];
      return { metal, evidence, ...propose(evidence), ...(decision ? { decision } : {}) };
    }),
  };
}

/** Whether a list says anything of statuses: one brought for that, or the reference list itself. */
function hasStatuses({ reference, furtherLists = [] }: Evaluation): boolean {
  return (
    furtherLists.some(({ use }) => use === "status") ||
    (reference?.list.entries.some(({ status }) => status !== undefined) ?? false)
  );
}

function gatherEvidence(
  metal: Metal,
  base: {
    counted: readonly EvaluatedResponse[];
    suppliers: readonly SupplierLine[];
    declarations: readonly Declaration[];
    facilities: Consolidation["facilities"];
    statusesKnown: boolean;
    unreadable: readonly UnreadableOf[];
  },
): MetalEvidence {
  const declarations = base.declarations.filter((one) => one.metal === metal);
  const suppliersThat = (holds: (one: Declaration) => boolean): number =>
    new Set(declarations.filter(holds).map((one) => one.from.supplier.key)).size;
  const inScope = (holds: (one: Declaration) => boolean): number =>
    suppliersThat((one) => one.inScope === "yes" && holds(one));
  const sum = (of: (one: Declaration) => number): number =>
    declarations.reduce((total, one) => total + of(one), 0);
  const covered = (one: Declaration) => one.answers.coveredCountries;

  const facilities = base.facilities.filter((facility) => facility.metal === metal);
  const matched = facilities.filter((facility) => facility.id !== undefined);
  const { statusesKnown } = base;
  const withStatus = (wanted: string) => matched.filter((one) => one.status?.class === wanted).length;
  const withoutStatus = matched.filter((one) => one.status === undefined).length;

  const heard = new Set(base.counted.map((one) => one.supplier.key));
  const unheard = base.suppliers.filter((supplier) => !heard.has(supplier.key));
  const states = new Map(base.suppliers.map(({ key, state }) => [key, state]));
  const unheardWith = (state: SupplierLine["state"]) =>
    unheard.filter((supplier) => supplier.state === state).length;
  const roster = base.suppliers.some((supplier) => supplier.onRoster !== null);
  const onRosterWith = (...states: SupplierLine["state"][]) =>
    roster ? unheard.filter((one) => one.onRoster && states.includes(one.state)).length : null;

  return {
    metal,
    counted: suppliersThat(() => true),
    inScope: inScope(() => true),
    outOfScope: suppliersThat((one) => one.inScope === "no"),
    scopeUnclear: suppliersThat((one) => one.inScope === "unclear"),
    coveredYes: inScope((one) => covered(one) === "yes"),
    coveredNo: inScope((one) => covered(one) === "no"),
    coveredUnknown: inScope((one) => covered(one) === "unknown"),
    coveredBlank: inScope((one) => covered(one) === "not answered" || covered(one) === "not understood"),
    coveredYesScopeUnclear: suppliersThat((one) => one.inScope === "unclear" && covered(one) === "yes"),
    recycledYes: inScope((one) => one.answers.recycledOrScrap === "yes"),
    recycled100: inScope((one) => one.recycled100 === "yes"),
    recycledNotAll: inScope((one) => one.recycled100 !== "yes"),
    rowsNotRecycled: sum((one) => one.notRecycledRows),
    mineCoveredRows: sum((one) => one.mineCoveredRows),
    originListSmelters: facilities.filter((one) => one.originCovered).length,
    smelters: facilities.length,
    conformant: withStatus("conformant"),
    active: withStatus("active"),
    otherStatus: withStatus("other"),
    notOnList: statusesKnown ? withoutStatus : 0,
    statusNotKnown: statusesKnown ? 0 : withoutStatus,
    unmatched: facilities.length - matched.length,
    notIdentified: sum((one) => one.notIdentifiedRows),
    identifiedNotYes: inScope((one) => one.answers.allSmeltersIdentified !== "yes"),
    withoutSmelters: inScope((one) => one.smelterRows === one.notSmelterRows),
    invalid: suppliersThat((one) => one.inScope !== "no" && one.from.state === "invalid"),
    missing: onRosterWith("missing", "withdrawn"),
    stale: unheardWith("stale"),
    undated: unheardWith("invalid"),
    late: onRosterWith("late"),
    // A file of a supplier that is heard otherwise leaves no gap.
    unreadableFiles: base.unreadable.filter(
      ({ supplier }) => supplier === null || states.get(supplier.key) === "unreadable",
    ).length,
    productLevel: inScope((one) => one.from.response.company.scope?.value === "product"),
  };
}
