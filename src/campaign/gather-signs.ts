// Gathers the warning signs of a campaign from its findings.
import { declaredScope } from "../domain/scope.ts";
import { SIGN_KINDS, signKindOf } from "../domain/warning-signs.ts";
import type { Family } from "../forms/form.ts";
import type { WarningSign } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { Finding } from "../model/finding.ts";
import type { MineralId } from "../model/vocabulary.ts";

/**
 * The findings that are signs: about responses that count, and about no single response. A sign without a metal
 * concerns every metal that its response does not declare out of scope, or without a response, all metals.
 */
export function gatherSigns(
  findings: readonly Finding[],
  counted: readonly EvaluatedResponse[],
  family: Family,
): WarningSign[] {
  const byId = new Map(counted.map((one) => [one.response.id, one]));
  const minerals = family.minerals.map(({ id }) => id);
  const signs = findings.flatMap((finding): WarningSign[] => {
    const kind = signKindOf(finding, family);
    const one = finding.response === null ? undefined : byId.get(finding.response);
    if (kind === undefined || (finding.response !== null && one === undefined)) return [];
    return [
      {
        kind: kind.id,
        title: kind.title,
        metals: kind.everyMetal ? minerals : metalsOf(finding, one, minerals),
        rows: rowsOf(finding),
        finding,
      },
    ];
  });
  const order = SIGN_KINDS.map(({ id }) => id);
  return signs.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function metalsOf(
  { facts }: Finding,
  one: EvaluatedResponse | undefined,
  minerals: readonly MineralId[],
): MineralId[] {
  const named = [facts.metal, facts.metals].flat();
  const own = minerals.filter((metal) => named.includes(metal));
  if (own.length > 0) return own;
  return minerals.filter((metal) => one === undefined || declaredScope(one.response, metal) !== "no");
}

/** A finding has the number of its row, or of its rows. */
function rowsOf({ facts: { row, rows } }: Finding): number {
  if (Array.isArray(rows)) return rows.length;
  return typeof row === "number" ? 1 : 0;
}
