// Consolidates evaluated responses into the figures of a period.
import { createAreaReader } from "../domain/areas.ts";
import { countedResponses } from "../domain/standing.ts";
import { hasMineLists } from "../forms/editions.ts";
import { DEFAULT_FAMILY, familyNamed } from "../forms/families.ts";
import type { Family, Inquiry } from "../forms/form.ts";
import type {
  Consolidation,
  Declaration,
  MetalEvidence,
  Proposal,
  SupplierLine,
  WarningSign,
} from "../model/consolidation.ts";
import type { EvaluatedResponse, Evaluation, UnusableFile } from "../model/evaluation.ts";
import type { Settings } from "../model/settings.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { answerOn, declare, mineralsOf, tallyAnswers, tallyPolicies } from "./declarations.ts";
import { gatherFacilities } from "./facilities.ts";
import { gatherSigns } from "./gather-signs.ts";
import { gatherMines } from "./mines.ts";
import { nameEvidence, signsOf } from "./name-evidence.ts";
import { gatherOrigins } from "./origins.ts";
import { propose } from "./propose.ts";
import { gatherTimelines } from "./smelter-timelines.ts";
import { listSuppliers } from "./suppliers.ts";
import { unheardSuppliers } from "./unheard.ts";

/** All figures that the report of a period states. `decisions` are those in the settings. */
export function consolidate(
  evaluation: Evaluation,
  decisions: Settings["decisions"] = {},
  family: Family = evaluation.family === undefined ? DEFAULT_FAMILY : familyNamed(evaluation.family),
): Consolidation {
  const counted = countedResponses(evaluation.responses);
  const minerals = mineralsOf(counted, family);
  const { suppliers, identified } = listSuppliers(evaluation);
  const { unreadable } = evaluation;
  const declarations = declare(counted, family, minerals);
  const facilities = gatherFacilities(counted, family);
  const statusesKnown = hasStatuses(evaluation);
  const areas = createAreaReader(
    (evaluation.furtherLists ?? []).flatMap(({ list, use }) => (use === "area" ? [list] : [])),
  );
  const proposeAll = (inquiry: Inquiry): Proposal[] =>
    minerals.map((metal) => {
      const evidence = gatherEvidence(metal, base);
      const names = nameEvidence(metal, base);
      const decision = decisions[String(evaluation.period)]?.[metal];
      return { metal, evidence, ...propose(evidence, inquiry, names), ...(decision ? { decision } : {}) };
    });
  const signs = gatherSigns(evaluation.findings, counted, family);
  const base = { counted, suppliers, unreadable, declarations, facilities, statusesKnown, signs };
  return {
    family: family.id,
    minerals,
    suppliers,
    unreadable,
    identified,
    declarations,
    answers: tallyAnswers(declarations, family, minerals),
    policies: tallyPolicies(counted, family),
    facilities,
    statusesKnown,
    timelines: gatherTimelines(evaluation, facilities),
    countries: gatherOrigins(counted, { family, minerals, areas }),
    mines: hasMineLists(family) ? gatherMines(counted, family, areas) : [],
    signs,
    proposals: family.inquiry === null ? [] : proposeAll(family.inquiry),
  };
}

/** Whether any list gives statuses: a list of statuses, or the reference list itself. */
function hasStatuses({ reference, furtherLists = [] }: Evaluation): boolean {
  return (
    furtherLists.some(({ use }) => use === "status") ||
    (reference?.list.entries.some(({ status }) => status !== undefined) ?? false)
  );
}

function gatherEvidence(
  metal: MineralId,
  base: {
    counted: readonly EvaluatedResponse[];
    suppliers: readonly SupplierLine[];
    declarations: readonly Declaration[];
    facilities: Consolidation["facilities"];
    statusesKnown: boolean;
    unreadable: readonly UnusableFile[];
    signs: readonly WarningSign[];
  },
): MetalEvidence {
  const declarations = base.declarations.filter((one) => one.metal === metal);
  const suppliersThat = (holds: (one: Declaration) => boolean): number =>
    new Set(declarations.filter(holds).map((one) => one.from.supplier.key)).size;
  const inScope = (holds: (one: Declaration) => boolean): number =>
    suppliersThat((one) => one.inScope === "yes" && holds(one));
  const sum = (of: (one: Declaration) => number): number =>
    declarations.reduce((total, one) => total + of(one), 0);
  const covered = (one: Declaration) => answerOn(one, "coveredOrigin");

  const facilities = base.facilities.filter((facility) => facility.metal === metal);
  const matched = facilities.filter((facility) => facility.id !== undefined);
  const { statusesKnown } = base;
  const withStatus = (wanted: string) => matched.filter((one) => one.status?.class === wanted).length;
  const withoutStatus = matched.filter((one) => one.status === undefined).length;

  const unheard = unheardSuppliers(base);
  const count = (suppliers: readonly unknown[] | null) => suppliers?.length ?? null;

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
    recycledYes: inScope(
      (one) => answerOn(one, "recycledAny") === "yes" || answerOn(one, "recycledAll") === "yes",
    ),
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
    identifiedNotYes: inScope((one) => answerOn(one, "smeltersIdentified") !== "yes"),
    withoutSmelters: inScope((one) => one.smelterRows === one.notSmelterRows),
    invalid: suppliersThat((one) => one.inScope !== "no" && one.from.state === "invalid"),
    missing: count(unheard.missing),
    stale: unheard.stale.length,
    undated: unheard.undated.length,
    blank: unheard.blank.length,
    own: unheard.own.length,
    late: count(unheard.late),
    unreadableFiles: unheard.unreadableFiles.length,
    productLevel: inScope((one) => one.from.response.company.scope?.value === "product"),
    openSigns: signsOf(metal, base.signs).filter(({ finding }) => !finding.accepted).length,
    acceptedSigns: signsOf(metal, base.signs).filter(({ finding }) => finding.accepted).length,
  };
}
