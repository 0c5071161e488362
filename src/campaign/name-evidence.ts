// The names behind the counts in a metal's evidence: which supplier, in which state, at which cell, and what argues
// against the outcome.
import { answerTo } from "../domain/answers.ts";
import { againstYes, suppliersOfSigns } from "../domain/behind-outcomes.ts";
import { groupBy } from "../lib/group-by.ts";
import type { Declaration, Facility, SupplierLine, WarningSign } from "../model/consolidation.ts";
import type { EvaluatedResponse, UnusableFile } from "../model/evaluation.ts";
import { STATE_NAMES } from "../model/labels.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { sourceText } from "../model/workbook.ts";
import { answerOn } from "./declarations.ts";
import type { EvidenceNames } from "./propose.ts";
import { type Unheard, unheardSuppliers } from "./unheard.ts";

/** The signs that concern a metal. */
export function signsOf(metal: MineralId, signs: readonly WarningSign[]): WarningSign[] {
  return signs.filter(({ metals }) => metals.includes(metal));
}

/** The names behind the counts of one metal. */
export function nameEvidence(
  metal: MineralId,
  base: {
    declarations: readonly Declaration[];
    facilities: readonly Facility[];
    signs: readonly WarningSign[];
    counted: readonly EvaluatedResponse[];
    suppliers: readonly SupplierLine[];
    unreadable: readonly UnusableFile[];
  },
): EvidenceNames {
  const declarations = base.declarations.filter((one) => one.metal === metal);
  const yes = declarations.filter((one) => answerOn(one, "coveredOrigin") === "yes");
  const open = signsOf(metal, base.signs).filter(({ finding }) => !finding.accepted);
  const inScope = (holds: (one: Declaration) => boolean) =>
    suppliersOf(declarations.filter((one) => one.inScope === "yes" && holds(one)));
  const covered = (one: Declaration) => answerOn(one, "coveredOrigin");
  const unheard = unheardSuppliers(base);
  return {
    ...namesOfUnheard(unheard),
    coveredUnknown: inScope((one) => covered(one) === "unknown"),
    coveredBlank: inScope((one) => covered(one) === "not answered" || covered(one) === "not understood"),
    scopeUnclear: suppliersOf(declarations.filter((one) => one.inScope === "unclear")),
    invalid: suppliersOf(declarations.filter((one) => one.inScope !== "no" && one.from.state === "invalid")),
    identifiedNotYes: inScope((one) => answerOn(one, "smeltersIdentified") !== "yes"),
    withoutSmelters: inScope((one) => one.smelterRows === one.notSmelterRows),
    coveredYes: yes.filter(({ inScope }) => inScope === "yes").map(saysYes),
    coveredYesScopeUnclear: yes.filter(({ inScope }) => inScope === "unclear").map(saysYes),
    mineCoveredRows: declarations
      .filter(({ mineCoveredRows }) => mineCoveredRows > 0)
      .map(
        ({ from, mineCoveredRows }) =>
          `${from.supplier.name} (${STATE_NAMES[from.state]}, ${mineCoveredRows === 1 ? "1 row" : `${mineCoveredRows} rows`})`,
      ),
    originListSmelters: base.facilities
      .filter((one) => one.metal === metal && one.originCovered)
      .map(({ standardName, reportedName, id }) => `${standardName ?? reportedName} (${id ?? "no ID"})`),
    openSigns: [...groupBy(open, ({ title }) => title)].map(
      ([title, signs]) => `${title} (${suppliersOfSigns(signs)})`,
    ),
  };
}

/** The distinct suppliers of some declarations. */
function suppliersOf(declarations: readonly Declaration[]): string[] {
  return [...new Map(declarations.map(({ from }) => [from.supplier.key, from.supplier.name])).values()];
}

function namesOfUnheard(unheard: Unheard): EvidenceNames {
  const names = (suppliers: readonly SupplierLine[] | null) => (suppliers ?? []).map(({ name }) => name);
  return {
    missing: names(unheard.missing),
    late: names(unheard.late),
    stale: names(unheard.stale),
    undated: names(unheard.undated),
    blank: names(unheard.blank),
    own: names(unheard.own),
    unreadableFiles: unheard.unreadableFiles.map((file) =>
      file.supplier === null ? sourceText(file) : `${sourceText(file)} (${file.supplier.name})`,
    ),
  };
}

function saysYes(one: Declaration): string {
  const { supplier, state, response } = one.from;
  const at = answerTo(response, one.metal, "coveredOrigin")?.at;
  const against = againstYes(one);
  return `${supplier.name} (${[STATE_NAMES[state], at].filter(Boolean).join(", ")}${against})`;
}
