// `cmrt suppliers`: the roster against what arrived.

import { otherTemplates } from "../app/campaign/other-templates.ts";
import { tellPeriod } from "../app/campaign/require-period.ts";
import { followUps, unknownSupplier } from "../app/follow-up/follow-ups.ts";
import { openSession } from "../app/session.ts";
import { consolidate } from "../campaign/consolidate.ts";
import { funnelOf } from "../domain/funnel.ts";
import { someUnreadable } from "../domain/standing.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import type { FollowUp } from "../model/follow-up.ts";
import { otherTemplateLines } from "../report/console/other-templates.ts";
import {
  renderSuppliersConsole,
  renderSuppliersCsv,
  supplierRows,
  supplierTotals,
} from "../report/console/supplier-list.ts";
import { createWithholding } from "../report/render/withhold.ts";
import type { CommonOptions } from "./options.ts";

export interface SuppliersOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the family of templates to look at. */
  family?: string;
  cutoff?: string;
  today?: string;
  format?: "console" | "csv" | "json";
}

/**
 * Prints who has answered, whose answer is invalid and who is missing since when, with totals by count and by spend.
 * Exit code 3 where some files could not be read, else 0.
 */
export async function suppliers(options: SuppliersOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const evaluation = session.evaluate({ period: options.period, cutoff: options.cutoff });
  tellPeriod(evaluation, options, io);
  const consolidation = consolidate(evaluation);
  const loops = followUps(evaluation, consolidation.suppliers, session.requests);
  const rows = createWithholding(evaluation).deep(supplierRows(evaluation, consolidation, loops.lines));
  if (!options.quiet) for (const one of loops.unknown) io.err(`${unknownSupplier(one)}\n`);
  const format = options.json ? "json" : (options.format ?? "console");
  if (format === "csv") io.out(renderSuppliersCsv(rows));
  else if (format === "console") {
    const { family, period, cutoff, today } = options;
    const others = family === undefined ? session.elsewhere(defined({ period, cutoff })) : [];
    const typed = Object.entries(defined({ period, cutoff, today }))
      .map(([option, value]) => ` --${option} ${value}`)
      .join("");
    const lines = otherTemplateLines(otherTemplates(others), "suppliers", typed);
    io.out(renderSuppliersConsole(rows, evaluation) + lines.map((line) => `${line}\n`).join(""));
  } else {
    const { period, today } = evaluation;
    const funnel = funnelOf(rows.map(({ supplier }) => supplier));
    const list = rows.map(({ supplier, followUp, ...row }) => ({
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
    io.out(
      `${JSON.stringify({ schema: 1, period, today, suppliers: list, totals: supplierTotals(rows), funnel }, null, 2)}\n`,
    );
  }
  return someUnreadable(evaluation.unreadable) ? EXIT.unreadable : EXIT.clean;
}

/** The loop with a supplier but for what its line says already. */
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
