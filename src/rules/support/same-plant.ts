// Rows that give the same ID or name for a plant, listed or not, and how they contradict each other.
import { reportedName, reportedNameKey } from "../../domain/facility.ts";
import { isNoName, isRemark } from "../../domain/sentinels.ts";
import { readSmelterId } from "../../domain/smelter-id.ts";
import type { SmelterRow } from "../../model/response.ts";

/** How two rows for one plant differ: another mineral for the same ID, or another country. */
export type PlantDifference = {
  about: "metal" | "country";
  /** What the rows have in common: their ID, else their name. */
  by: "id" | "name";
  here: string;
  there: string;
};

/** The keys by which a row identifies a plant. */
export function plantKeys(row: SmelterRow): string[] {
  const id = plantId(row);
  const name = plantName(row);
  return [...(id === undefined ? [] : [`id ${id}`]), ...(name === undefined ? [] : [`name ${name}`])];
}

function plantId({ id, idInput }: SmelterRow): string | undefined {
  const text = id ?? idInput;
  return text === undefined ? undefined : readSmelterId(text)?.id;
}

function plantName(row: SmelterRow): string | undefined {
  const name = reportedName(row);
  return name === "" || isNoName(name) || isRemark(name) ? undefined : reportedNameKey(row);
}

/**
 * How two rows for one plant differ; undefined if they may be two plants, or agree. An ID belongs to one
 * plant and one mineral. Without a common ID, at least one of the rows has none, and their names are the
 * same.
 */
export function plantDifference(one: SmelterRow, other: SmelterRow): PlantDifference | undefined {
  const [id, otherId] = [plantId(one), plantId(other)];
  const [name, otherName] = [plantName(one), plantName(other)];
  const sameId = id !== undefined && id === otherId;
  const sameName = name !== undefined && name === otherName && (id === undefined || otherId === undefined);
  if (!sameId && !sameName) return undefined;
  const by = sameId ? "id" : "name";
  const differ = (here: string | undefined, there: string | undefined) =>
    here !== undefined && there !== undefined && here !== there ? ({ by, here, there } as const) : undefined;
  const metals = sameId ? differ(one.metal, other.metal) : undefined;
  if (metals) return { about: "metal", ...metals };
  const countries = differ(one.country, other.country);
  return countries && { about: "country", ...countries };
}
