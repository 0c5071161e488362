// Packs for tests: the whole process from responses in memory to files.

import { followUps } from "../../src/app/follow-up/follow-ups.ts";
import { lettersOfTheDay } from "../../src/app/letters/compose-letters.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { parseSettings } from "../../src/forms/schemas.ts";
import type { LoggedRequest } from "../../src/model/follow-up.ts";
import type { Response } from "../../src/model/response.ts";

import { type PackFiles, renderPack } from "../../src/report/pack/pack.ts";
import type { ReportInput } from "../../src/report/pack/report-input.ts";
import { type BuildEvaluation, buildEvaluation } from "./build-evaluation.ts";

export interface BuildReport extends BuildEvaluation {
  settings?: object;
  withContacts?: boolean;
  /** Lines of the request log. */
  requests?: LoggedRequest[];
}

/** The input of the renderers for these responses. */
export function buildReportInput(responses: readonly Response[], options: BuildReport = {}): ReportInput {
  const { settings = {}, withContacts = false, requests = [], ...rest } = options;
  const evaluation = buildEvaluation(responses, rest);
  const consolidation = consolidate(evaluation);
  const own = parseSettings(JSON.stringify(settings));
  return {
    evaluation,
    consolidation,
    followUps: followUps(evaluation, consolidation.suppliers, requests).lines,
    letters: lettersOfTheDay(evaluation, own),
    settings: own,
    rules: [
      ruleText("error-rule", "error", "Something is wrong."),
      ruleText("warning-rule", "warning", "Something is doubtful."),
    ],
    version: "0.0.0-test",
    withContacts,
    kept: [],
  };
}

function ruleText(id: string, severity: "error" | "warning", title: string) {
  return { id, severity, title, why: "It matters.", ask: "Is it so?", source: "A made rule." };
}

/** The pack of these responses. */
export function buildPack(responses: readonly Response[], options: BuildReport = {}): Promise<PackFiles> {
  return renderPack(buildReportInput(responses, options));
}
