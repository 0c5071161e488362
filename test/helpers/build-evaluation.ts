// Campaigns for tests of consolidation and reports: selected and matched as by the commands, with findings given by
// hand, so that new rules do not affect expectations.
import { METALS } from "../../fixtures/cmrt.ts";
import { indexRoster, rosterSupplierOf } from "../../src/campaign/identify.ts";
import { type SelectOptions, select } from "../../src/campaign/select.ts";
import { unusableIn } from "../../src/campaign/unusable.ts";
import { countryName } from "../../src/forms/countries.ts";
import { createMatcher } from "../../src/match/matcher.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import type { Response } from "../../src/model/response.ts";
import type { Roster } from "../../src/model/roster.ts";

import type { UnreadableFile } from "../../src/model/workbook.ts";
import { responseState } from "../../src/rules/support/state.ts";
import { buildList } from "./build-list.ts";
import { LISTED } from "./build-response.ts";

export interface BuildEvaluation extends Partial<SelectOptions> {
  unreadable?: UnreadableFile[];
  list?: ReferenceList;
  roster?: Roster;
  notRun?: Evaluation["notRun"];
  /** Findings as [response id, severity, and further differences]. */
  findings?: readonly [id: string, severity: Finding["severity"], more?: Partial<Finding>][];
}

/** The facilities in buildResponse, as a look-up list. */
export const LISTED_LIST = buildList(
  METALS.map((metal) => {
    const { name, country, id } = LISTED[metal];
    return `${metal} | ${name} | ${name} | ${countryName(country)} | ${id} | `;
  }),
  { asOf: "2016-11-30", name: "CMRT 4.20" },
);

/** Evaluates the responses, by default for the period 2016 on 2017-06-30. */
export function buildEvaluation(
  responses: readonly Response[],
  options: BuildEvaluation = {},
): Evaluation & { period: number; cutoff: string } {
  const { unreadable = [], list = LISTED_LIST, findings = [], notRun = [], roster, ...rest } = options;
  const supplierOf = roster && rosterSupplierOf(indexRoster(roster));
  const selection = select(responses, {
    period: 2016,
    today: "2017-06-30",
    ...(supplierOf ? { supplierOf } : {}),
    ...rest,
  });
  const matcher = createMatcher(list);
  const evaluated = selection.selected.map((selected) => {
    const { response, supplier } = selected;
    const its = findings
      .filter(([id]) => id === response.id)
      .map(
        ([, severity, more]): Finding => ({
          rule: `${severity}-rule`,
          severity,
          supplier: supplier.name,
          file: response.source.path,
          response: response.id,
          at: "Declaration!D8",
          facts: {},
          message: `Something of severity ${severity}.`,
          ...more,
        }),
      );
    return {
      ...selected,
      matches: response.smelters.map((row) => matcher.match(row)),
      state: responseState(selected.standing, its),
      findings: its,
    };
  });
  return {
    period: selection.period as number,
    periods: selection.periods,
    today: rest.today ?? "2017-06-30",
    cutoff: selection.cutoff as string,
    reference: { list, why: `${list.name}, the only list` },
    ...(roster ? { roster } : {}),
    responses: evaluated,
    unreadable: unusableIn(unreadable, [], responses, roster && indexRoster(roster), {
      period: selection.period as number,
      today: rest.today ?? "2017-06-30",
    }),
    findings: evaluated.flatMap((one) => one.findings),
    notRun,
  };
}
