// Facility IDs on the first lists of every family, and the IDs that replaced them.
import type { MineralId } from "../model/vocabulary.ts";
import { FAMILIES } from "./families.ts";

/** Legacy ID to current ID. */
export const LEGACY_IDS: Readonly<Record<string, string>> = Object.assign(
  {},
  ...FAMILIES.map(({ legacyIds }) => legacyIds),
);

const BY_DIGIT: ReadonlyMap<string, MineralId> = new Map(
  FAMILIES.flatMap(({ minerals }) =>
    minerals.flatMap(({ id, legacyDigit }): [string, MineralId][] =>
      legacyDigit === undefined ? [] : [[legacyDigit, id]],
    ),
  ),
);

/** The mineral that the first digit of a legacy ID stands for. */
export function mineralOfLegacyId(id: string): MineralId | undefined {
  return BY_DIGIT.get(id.charAt(0));
}
