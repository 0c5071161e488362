import { decisionKey, needsDecision } from "../../../domain/needs-decision.ts";
import { countryName } from "../../../forms/countries.ts";
import { WANTED } from "../../../forms/wanted.ts";
import type { EvaluatedResponse } from "../../../model/evaluation.ts";
import { MATCH_NAMES, namedBy } from "../../../model/labels.ts";
import type { RowMatch } from "../../../model/match.ts";
import type { SmelterRow } from "../../../model/response.ts";
import { sourceText } from "../../../model/workbook.ts";
import type { TableDefinition } from "../../render/table.ts";

export interface ReportedRow {
  from: EvaluatedResponse;
  file: string;
  row: SmelterRow;
  match: RowMatch | undefined;
}

/** All smelter rows of the counted responses, in response order. */
export function* reportedRows(counted: readonly EvaluatedResponse[]): Iterable<ReportedRow> {
  for (const from of counted) {
    const file = sourceText(from.response.source);
    for (const [index, row] of from.response.smelters.entries()) {
      yield { from, file, row, match: from.matches[index] };
    }
  }
}

export const smelterRowsTable: TableDefinition<ReportedRow> = {
  file: "smelter-rows.csv",
  title: "Smelter rows",
  onePer: "reported row of a response that counts",
  columns: [
    {
      name: "supplier",
      type: "text",
      about: "Name of the supplier.",
      value: (one) => one.from.supplier.name,
    },
    { name: "file", type: "text", about: "The workbook.", value: (one) => one.file },
    { name: "row", type: "number", about: "Row of the smelter sheet.", value: (one) => one.row.row },
    {
      name: "metal",
      type: "text",
      about: `${WANTED.oneMineral}; as typed where it is none of them.`,
      value: (one) => one.row.metal ?? one.row.raw?.metal,
    },
    {
      name: "reported_name",
      type: "text",
      about: "The smelter's name as the row gives it.",
      value: (one) => one.row.name ?? one.row.lookupName,
    },
    {
      name: "reported_id",
      type: "text",
      about: "The ID as the row gives it.",
      value: (one) => one.row.id ?? one.row.idInput,
    },
    {
      name: "reported_country",
      type: "text",
      about: "The facility's country as the row gives it.",
      value: (one) =>
        one.row.raw?.country ?? (one.row.country === undefined ? null : countryName(one.row.country)),
    },
    {
      name: "smelter_id",
      type: "text",
      about: "ID of the facility, only where the match is certain.",
      value: (one) => one.match?.id,
    },
    {
      name: "standard_name",
      type: "text",
      about: "Standard name of the facility, only where the match is certain.",
      value: (one) => (one.match?.id === undefined ? null : one.match.standardName),
    },
    {
      name: "match",
      type: "text",
      about:
        "How it was matched: decided, id, legacyId, earlierId, alias, name, placeName; candidates or none where it was not; notIdentified, notSmelter.",
      value: (one) => one.match?.kind,
      words: namedBy(MATCH_NAMES),
    },
    { name: "evidence", type: "text", about: "Why, in words.", value: (one) => one.match?.evidence },
    {
      name: "mine_countries",
      type: "text",
      about: "Location of the mine as the row gives it.",
      value: (one) => one.row.mineCountries,
    },
    {
      name: "recycled",
      type: "text",
      about: "Whether all feedstock is recycled or scrap, as the row says.",
      value: (one) => one.row.recycled,
    },
    {
      name: "needs_decision",
      type: "text",
      about:
        "yes where a person has to say which facility is meant: the row was not matched, or its match is contradicted by the row itself. `cmrt smelters` lists them.",
      value: ({ row, match }) => (match && needsDecision({ row, match }) ? "yes" : null),
    },
    {
      name: "decision_key",
      type: "text",
      about:
        "The key under which `cmrt smelters` takes the decision; the same where rows report a smelter alike.",
      value: ({ row, match }) => match && decisionKey({ row, match }),
    },
  ],
};
