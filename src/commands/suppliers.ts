// `cmrt suppliers`: compares the roster with what was received.

import { noticeNoResponses } from "../app/campaign/require-period.ts";
import { unreadableExit } from "../app/campaign/unreadable-exit.ts";
import { followUps, unknownSupplier } from "../app/follow-up/follow-ups.ts";
import { openSessions, type Session, sessionsInUse } from "../app/session.ts";
import { consolidate } from "../campaign/consolidate.ts";
import { funnelOf } from "../domain/funnel.ts";
import { DEFAULT_FAMILY, familyTitle } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import type { ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { mapFilled } from "../lib/map-filled.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { SCHEMA } from "../model/response.ts";
import {
  renderSuppliersConsole,
  renderSuppliersCsv,
  supplierRows,
  supplierTotals,
} from "../report/console/supplier-list.ts";
import type { SupplierRow } from "../report/pack/tables/suppliers.ts";
import { createWithholding } from "../report/render/withhold.ts";
import type { CommonOptions } from "./options.ts";

export interface SuppliersOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the template family. */
  family?: string;
  cutoff?: string;
  today?: string;
  format?: "console" | "csv" | "json";
}

/** The suppliers asked for one template, or heard from in it. */
interface Listed {
  family: Family;
  evaluation: Evaluation;
  rows: readonly SupplierRow[];
  /** Log lines for suppliers that are not in the campaign. */
  unknown: readonly string[];
}

/**
 * Prints who has answered, whose answer is invalid and who has been missing since when, with totals by number and by
 * spend: for every template of the campaign, or for the requested one. Exit code 3 if some files could not be read,
 * otherwise 0.
 */
export async function suppliers(options: SuppliersOptions, io: Io): Promise<ExitCode> {
  const sessions = sessionsInUse(await openSessions(io, options));
  const lists = mapFilled(sessions, (session) => listOf(session, options));
  const evaluations = lists.map(({ evaluation }) => evaluation);
  noticeNoResponses(evaluations, options, io);
  if (!options.quiet)
    for (const line of new Set(lists.flatMap(({ unknown }) => unknown))) io.err(`${line}\n`);
  const format = options.json ? "json" : (options.format ?? "console");
  if (format === "csv")
    io.out(renderSuppliersCsv(lists.map(({ family, rows }) => ({ family: family.id, rows }))));
  else if (format === "console") {
    const texts = lists.map(({ family, rows, evaluation }) => {
      const title = lists.length === 1 ? "" : `${familyTitle(family)}\n\n`;
      return title + renderSuppliersConsole(rows, evaluation);
    });
    io.out(texts.join("\n\n"));
  } else io.out(`${JSON.stringify(suppliersJson(lists), null, 2)}\n`);
  return unreadableExit(
    evaluations.flatMap(({ unreadable }) => unreadable),
    options,
    io,
  );
}

function listOf(session: Session, { period, cutoff }: SuppliersOptions): Listed {
  const evaluation = session.evaluate({ period, cutoff });
  const consolidation = consolidate(evaluation);
  const loops = followUps(evaluation, consolidation.suppliers, session.requests);
  const rows = createWithholding(evaluation).deep(supplierRows(evaluation, consolidation, loops.lines));
  return { family: session.family, evaluation, rows, unknown: loops.unknown.map(unknownSupplier) };
}

/** The JSON output: the suppliers of the first template, and of each of the others. */
function suppliersJson([first, ...others]: readonly [Listed, ...Listed[]]): object {
  const { period, today } = first.evaluation;
  return {
    schema: SCHEMA,
    period,
    today,
    ...(first.family === DEFAULT_FAMILY ? {} : { template: first.family.id }),
    ...listJson(first),
    ...(others.length === 0
      ? {}
      : { otherTemplates: others.map((one) => ({ template: one.family.id, ...listJson(one) })) }),
  };
}

function listJson({ rows }: Listed): object {
  const suppliers = rows.map(({ supplier, followUp, ...row }) => ({
    id: supplier.roster?.id ?? supplier.key,
    supplier: supplier.name,
    state: supplier.state,
    step: supplier.step,
    onRoster: supplier.onRoster,
    spendShare: supplier.spendShare,
    askedOn: followUp.askedOn,
    remindedOn: followUp.remindedOn,
    ...row,
    followUp: followUpJson(followUp),
  }));
  return {
    suppliers,
    totals: supplierTotals(rows),
    funnel: funnelOf(rows.map(({ supplier }) => supplier)),
  };
}

/** The correspondence with a supplier, without what its line already contains. */
function followUpJson({
  key: _,
  id: __,
  supplier: ___,
  askedOn,
  remindedOn,
  remindsOf,
  ...told
}: FollowUp): object {
  return told;
}
