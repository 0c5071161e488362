// The state that a review works on: an evaluated period, with the versions of the files that it depends on.
import type { Io } from "../../lib/io.ts";
import { mapFilled } from "../../lib/map-filled.ts";
import type { Consolidation } from "../../model/consolidation.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { createWithholding, type Withholding } from "../../report/render/withhold.ts";
import { newestPeriod } from "../campaign/newest-period.ts";
import { openSessions, type Session, sessionsInUse } from "../session.ts";
import { workspaceHere } from "../workspace-here.ts";
import { type KeptVersions, keptVersions } from "./kept-versions.ts";

export interface Snapshot {
  period: number;
  /** The templates that were sent or are asked for, or only the requested one. */
  templates: readonly [TemplateSnapshot, ...TemplateSnapshot[]];
  versions: KeptVersions;
  /** Notices about people's files. */
  notices: readonly string[];
}

/** The state of one template. */
export interface TemplateSnapshot {
  session: Session;
  evaluation: Evaluation;
  consolidation: Consolidation;
  /** Keeps contacts out of everything that is sent to the page. */
  withholding: Withholding;
}

export interface ReviewOptions {
  workspace?: string;
  /** Abbreviation of the template family to review; by default every one of the campaign. */
  family?: string;
  /** The calendar year of the inquiry; by default the newest in which the campaign was carried out. */
  period?: number;
  /** The day of the run (ISO); by default today. */
  today?: string;
  /** Who makes the decisions. */
  by: string;
}

/**
 * Evaluates the period. Throws UsageError for user files that cannot be understood, and if no period is given and none
 * follows from the responses; WorkspaceError if nothing was ingested.
 */
export async function takeSnapshot(io: Io, options: ReviewOptions): Promise<Snapshot> {
  const versions = keptVersions(workspaceHere(io, options));
  const notices: string[] = [];
  const telling: Io = { ...io, err: (text) => void notices.push(text.trimEnd()) };
  const sessions = sessionsInUse(await openSessions(telling, options));
  const period = options.period ?? newestPeriod(...sessions);
  const templates = mapFilled(sessions, (session) => {
    const { evaluation, consolidation } = session.evaluatePeriod(period);
    return { session, evaluation, consolidation, withholding: createWithholding(evaluation) };
  });
  const clean = (text: string) => templates.reduce((left, { withholding }) => withholding.text(left), text);
  return { period, templates, versions, notices: notices.map(clean) };
}

/** Abbreviation of the template, for what is shown of several; empty if the snapshot has only one. */
export function templateShown({ templates }: Snapshot, { session }: TemplateSnapshot): { template?: string } {
  return templates.length === 1 ? {} : { template: session.family.id };
}
