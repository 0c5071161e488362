// Makes the report pack of a period from its evaluation.

import { compare } from "../../campaign/compare.ts";
import type { PeriodResult } from "../../campaign/compare-change.ts";
import { correctionsOf } from "../../campaign/diff/corrections.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { version } from "../../lib/version.ts";
import type { Consolidation } from "../../model/consolidation.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { LoggedRequest } from "../../model/follow-up.ts";
import type { Settings } from "../../model/settings.ts";
import { KEPT_FILES, ROSTER_WORKBOOK } from "../../model/workspace-files.ts";
import { packFiles } from "../../report/pack/pack.ts";
import type { ReportInput } from "../../report/pack/report-input.ts";
import { INTERNAL_RULES, RULES } from "../../rules/index.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { followUps } from "../follow-up/follow-ups.ts";
import { lettersOfTheDay } from "../letters/compose-letters.ts";
import { rosterFileOf } from "../load-roster.ts";

export interface Pack {
  /** The input for rendering. */
  input: ReportInput;
  /** Names and contents of the files, rendered one by one as they are consumed. */
  files: ReturnType<typeof packFiles>;
  evaluation: Evaluation;
  consolidation: Consolidation;
}

/** The pack of an evaluated period, compared with the one before if there is one. */
export function makePack(input: {
  workspace: Workspace;
  settings: Settings;
  requests: readonly LoggedRequest[];
  current: PeriodResult;
  earlier?: PeriodResult;
  withContacts: boolean;
}): Pack {
  const { workspace, settings, requests, current, earlier, withContacts } = input;
  const { evaluation, consolidation } = current;
  const rendered: ReportInput = {
    evaluation: { ...evaluation, cutoff: evaluation.cutoff as string },
    consolidation,
    ...(earlier ? { comparison: compare(earlier, current) } : {}),
    corrections: correctionsOf(evaluation, INTERNAL_RULES),
    settings,
    rules: RULES.map(({ id, severity, risk, title, why, ask, source }) => ({
      id,
      severity,
      ...(risk ? { risk } : {}),
      title,
      why,
      ask,
      source,
    })),
    version: version(),
    withContacts,
    followUps: followUps(evaluation, consolidation.suppliers, requests).lines,
    letters: lettersOfTheDay(evaluation, settings),
    kept: keptFiles(workspace),
  };
  return { input: rendered, files: packFiles(rendered), evaluation, consolidation };
}

/** People's files that the report depends on, with their hashes. */
function keptFiles(workspace: Workspace): { file: string; sha256: string }[] {
  const texts = KEPT_FILES.flatMap((file) => {
    const text = workspace.readUserFile(file);
    return text === undefined ? [] : [{ file, sha256: sha256Of(text) }];
  });
  const workbook = rosterFileOf(workspace) === ROSTER_WORKBOOK && workspace.readUserBytes(ROSTER_WORKBOOK);
  return workbook ? [...texts, { file: ROSTER_WORKBOOK, sha256: sha256Of(workbook) }] : texts;
}
