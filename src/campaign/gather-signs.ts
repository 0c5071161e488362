// The warning signs of a campaign, from what the rules found.
import { declaredScope } from "../domain/scope.ts";
import { SIGN_KINDS, signKindOf } from "../domain/warning-signs.ts";
import type { Family } from "../forms/form.ts";
import type { WarningSign } from "../model/consolidation.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type { Finding } from "../model/finding.ts";
import type { MineralId } from "../model/vocabulary.ts";

/**
 * The signs among findings: those about responses that count, and those about no single response. A sign that names no
 * metal concerns every metal that its response does not declare out of scope, or all of them.
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

/** A finding names its row, or its rows. */
function rowsOf({ facts: { row, rows } }: Finding): number {
  if (Array.isArray(rows)) return rows.length;
  return typeof row === "number" ? 1 : 0;
}
