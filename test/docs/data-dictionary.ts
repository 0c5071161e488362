// The data dictionary of the report pack, generated from the column definitions.

import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { compare } from "../../src/campaign/compare.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { DEFAULT_FAMILY } from "../../src/forms/families.ts";
import type { Family } from "../../src/forms/form.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { ResponseDiff } from "../../src/model/response-diff.ts";
import type { SmelterTimeline } from "../../src/model/status-history.ts";
import { exportTables } from "../../src/report/export/export-tables.ts";
import { packTables } from "../../src/report/pack/pack-tables.ts";
import { questionColumn } from "../../src/report/pack/tables/question-column.ts";
import type { Table } from "../../src/report/render/table.ts";
import { NOTHING_WITHHELD } from "../../src/report/render/withhold.ts";

/** Every table of the pack of a family. */
function tablesOf(family: Family) {
  const evaluation = {
    ...evaluate(
      { responses: [], withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
      { period: 2016, today: "2017-06-01", settings: DEFAULT_SETTINGS, family },
    ),
    period: 2016,
    cutoff: "2017-05-31",
  };
  const period = { evaluation, consolidation: consolidate(evaluation) };
  // These tables only exist if they have rows.
  const correction = {} as ResponseDiff;
  const timelines = [{} as SmelterTimeline];
  const pack = packTables(
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
      letters: [],
    },
    NOTHING_WITHHELD,
  );
  return { pack, exported: exportTables(evaluation, { withContacts: true }) };
}

/** The page: every table of the pack with its columns. */
export function dataDictionary(): string {
  const { pack, exported } = tablesOf(DEFAULT_FAMILY);
  return `# Data dictionary

What \`cmrt report\` and \`cmrt export\` write. CSV files are UTF-8 with a byte order mark, lines end with CRLF, and cells that a spreadsheet would run as a formula are made inert. Dates are ISO (2017-05-31), shares lie between 0 and 1, lists are joined by "; ". Contact columns are only there with \`--with-contacts\`. This page is made from the column definitions by \`npm run docs\`.

# The report pack

${pack.map(section).join("\n")}
# The report pack of the EMRT

With \`--family emrt\`; for the AMRT likewise. Tables that are not listed here are as above, and columns that name covered countries are not there. \`declarations.csv\` has the columns of its own questions.

${ownTables(tablesOf(EMRT).pack, pack).map(section).join("\n")}
# Exported tables

See [export.md](export.md).

${exported.map(section).join("\n")}`;
}

/** The columns of tables that differ from those of the other families, without the questions of the family. */
function ownTables(tables: readonly Table[], others: readonly Table[]): Table[] {
  const keys = new Set(EMRT.questions.map(({ key }) => questionColumn(key)));
  return tables.flatMap((table) => {
    const known = others.find(({ file }) => file === table.file)?.columns ?? [];
    const columns = table.columns.filter(
      ({ name, about }) =>
        !keys.has(name) && !known.some((column) => column.name === name && column.about === about),
    );
    return columns.length === 0 ? [] : [{ ...table, columns }];
  });
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
