import type { FindingState, ResponseDiff, SmelterChange } from "../../../model/response-diff.ts";
import type { ColumnInfo, TableDefinition } from "../../render/table.ts";

const text = (name: string, about: string, value: (diff: ResponseDiff) => string | null) => ({
  name,
  type: "text" as const,
  about,
  value,
});
const count = (name: string, about: string, value: (diff: ResponseDiff) => number) => ({
  name,
  type: "number" as const,
  about,
  value,
});
const date = (name: ColumnInfo["name"], about: string, value: (diff: ResponseDiff) => string | null) => ({
  name,
  type: "date" as const,
  about,
  value,
});

const findings = (state: FindingState) => (diff: ResponseDiff) =>
  diff.findings.filter((one) => one.state === state).length;
const smelters = (kind: SmelterChange["kind"]) => (diff: ResponseDiff) =>
  diff.smelters.filter((one) => one.kind === kind).length;

export const correctionsTable: TableDefinition<ResponseDiff> = {
  file: "corrections.csv",
  title: "Corrections",
  onePer: "response that took the place of an earlier one of the period",
  columns: [
    text("supplier", "Name of the supplier.", ({ supplier }) => supplier),
    text("file_before", "The earlier response.", ({ before }) => before.file),
    text("file_after", "The response that counts.", ({ after }) => after.file),
    date("date_before", "Effective date of the earlier response.", ({ before }) => before.effectiveDate),
    date("date_after", "Effective date of the response that counts.", ({ after }) => after.effectiveDate),
    count("findings_answered", "Findings of the earlier response that are gone.", findings("answered")),
    count("findings_open", "Findings that both responses have.", findings("open")),
    count("findings_new", "Findings that only the later response has.", findings("new")),
    count(
      "findings_unclear",
      "Findings of the earlier response whose rule could not look at the later one.",
      findings("unclear"),
    ),
    count("answers_changed", "Answers, and comments on them, that differ.", ({ answers }) => answers.length),
    count("smelters_in", "Smelters that only the later response names.", smelters("in")),
    count("smelters_out", "Smelters that only the earlier response names.", smelters("out")),
    count("smelters_renamed", "Smelters under another name.", smelters("renamed")),
    count("smelters_identified", "Rows that can be tied to a facility only now.", smelters("identified")),
    count("ids_changed", "Smelters with another facility ID.", smelters("id")),
    count(
      "cells_changed",
      "Cells that read differently, answers included.",
      ({ cells, answers }) => cells.length + answers.length,
    ),
    text("response_before", "Id of the earlier response.", ({ before }) => before.id),
    text("response_after", "Id of the response that counts.", ({ after }) => after.id),
  ],
};
