// Groups facilities of all templates that are one plant.
import { plantKeyOf } from "../domain/facility.ts";
import { countedResponses } from "../domain/standing.ts";
import type { Family } from "../forms/form.ts";
import type { Facility, PlantMineral } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { gatherFacilities } from "./facilities.ts";

/** What the counted responses in one template name. */
export interface TemplateEvaluation {
  family: Family;
  evaluation: Evaluation;
}

/** A plant as identified by a facility, a dossier or a row. */
export interface Plant {
  standardName?: string | null;
  reportedName?: string;
  country?: string | null;
  id?: string | null;
}

/**
 * Returns a look-up of the minerals for which counted responses in these templates name a plant, in the order of the
 * templates and of their minerals.
 */
export function createPlantIndex(
  templates: readonly TemplateEvaluation[],
): (plant: Plant) => readonly PlantMineral[] {
  const minerals = new Map<string, PlantMineral[]>();
  for (const { family, evaluation } of templates) {
    for (const facility of gatherFacilities(countedResponses(evaluation.responses), family)) {
      const named: PlantMineral = { metal: facility.metal, template: family.id, id: facility.id ?? null };
      const key = keyOf(facility);
      const known = minerals.get(key) ?? [];
      if (!known.some((one) => sameMineral(one, named))) minerals.set(key, [...known, named]);
    }
  }
  return (plant) => minerals.get(keyOf(plant)) ?? [];
}

function sameMineral(one: PlantMineral, other: PlantMineral): boolean {
  return one.metal === other.metal && one.template === other.template && one.id === other.id;
}

function keyOf({ standardName, reportedName = "", country, id }: Plant): string {
  return plantKeyOf({
    name: standardName ?? reportedName,
    ...(country == null ? {} : { country }),
    ...(id == null ? {} : { id }),
  });
}

/** The facilities with the minerals of their plants added. */
export function withPlantMinerals(
  facilities: readonly Facility[],
  templates: readonly TemplateEvaluation[],
): Facility[] {
  const mineralsOf = createPlantIndex(templates);
  return facilities.map((facility) => ({ ...facility, minerals: mineralsOf(facility) }));
}
