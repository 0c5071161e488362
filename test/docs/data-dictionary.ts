// The data dictionary of the report pack, made from the column definitions.

import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { compare } from "../../src/campaign/compare.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { ResponseDiff } from "../../src/model/response-diff.ts";
import type { SmelterTimeline } from "../../src/model/status-history.ts";
import { exportTables } from "../../src/report/export/export-tables.ts";
import { packTables } from "../../src/report/pack/pack-tables.ts";
import type { Table } from "../../src/report/render/table.ts";
import { NOTHING_WITHHELD } from "../../src/report/render/withhold.ts";

/** The page: every table of the pack with its columns. */
export function dataDictionary(): string {
  const evaluation = {
    ...evaluate(
      { responses: [], withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
      { period: 2016, today: "2017-06-01", settings: DEFAULT_SETTINGS },
    ),
    period: 2016,
    cutoff: "2017-05-31",
  };
  const period = { evaluation, consolidation: consolidate(evaluation) };
  // These tables are there only where there is something in them.
  const correction = {} as ResponseDiff;
  const timelines = [{} as SmelterTimeline];
  const tables = packTables(
    {
      ...period,
      consolidation: { ...period.consolidation, timelines },
      comparison: compare(period, period),
      corrections: [correction],
      settings: DEFAULT_SETTINGS,
      rules: [],
      version: "",
      withContacts: true,
      kept: [],
      followUps: [],
    },
    NOTHING_WITHHELD,
  );
  const exported = exportTables(evaluation, { withContacts: true });
  const parts = tables.map(section);
  return `# Data dictionary

What \`cmrt report\` and \`cmrt export\` write. CSV files are UTF-8 with a byte order mark, lines end with CRLF, and cells that a spreadsheet would run as a formula are made inert. Dates are ISO (2017-05-31), shares lie between 0 and 1, lists are joined by "; ". Contact columns are only there with \`--with-contacts\`. This page is made from the column definitions by \`npm run docs\`.

# The report pack

${parts.join("\n")}
# Exported tables

See [export.md](export.md).

${exported.map(section).join("\n")}`;
}

/** A table with its columns. */
function section({ file, title, onePer, columns }: Table): string {
  return `## ${file}

${title}. One row per ${onePer}.

| column | holds | meaning |
|---|---|---|
${columns.map(({ name, type, about }) => `| ${name} | ${type} | ${about.replaceAll("|", "\\|")} |`).join("\n")}
`;
}
