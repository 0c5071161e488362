// Splits tables into folders named as partitioned datasets require (period=2024/shard=3).
import type { EvaluatedResponse, Evaluation } from "../../model/evaluation.ts";
import type { Table } from "../render/table.ts";

export interface Part {
  /** The part's folder within that of a table. */
  folder: string;
  evaluation: Evaluation;
}

/** The value that Hive, Spark and DuckDB read as null. */
const NONE = "__HIVE_DEFAULT_PARTITION__";
/** The share of findings that are not about a single response. */
const NO_SHARE = 0;
/** The column that the folder name already contains. */
const IN_FOLDER = "period";

/**
 * Splits the evaluation by period and share: every response is in one part, every finding in that of its response.
 * `shareOf` returns a response's share, from 1. Parts are sorted numerically by period and share.
 */
export function partsOf(evaluation: Evaluation, shareOf: (response: EvaluatedResponse) => number): Part[] {
  const parts = new Map<
    string,
    { responses: EvaluatedResponse[]; findings: Evaluation["findings"][number][] }
  >();
  const partOf = (period: number | null, share: number) => {
    const folder = `${IN_FOLDER}=${period ?? NONE}/shard=${share}`;
    const part = parts.get(folder) ?? { responses: [], findings: [] };
    parts.set(folder, part);
    return part;
  };
  const byId = new Map(evaluation.responses.map((one) => [one.response.id, one]));
  const inOrder = [...evaluation.responses].sort(
    (a, b) => (a.period ?? 0) - (b.period ?? 0) || shareOf(a) - shareOf(b),
  );
  for (const one of inOrder) partOf(one.period, shareOf(one)).responses.push(one);
  for (const finding of evaluation.findings) {
    const about = finding.response === null ? undefined : byId.get(finding.response);
    const part =
      about === undefined ? partOf(evaluation.period, NO_SHARE) : partOf(about.period, shareOf(about));
    part.findings.push(finding);
  }
  return [...parts].map(([folder, part]) => ({ folder, evaluation: { ...evaluation, ...part } }));
}

/** The table without the column in its folder name: engines reject a duplicate. */
export function withoutFolderColumn(table: Table): Table {
  const kept = table.columns.flatMap(({ name }, index) => (name === IN_FOLDER ? [] : [index]));
  if (kept.length === table.columns.length) return table;
  return {
    ...table,
    columns: kept.map((index) => table.columns[index] as Table["columns"][number]),
    *cells() {
      for (const cells of table.cells()) yield kept.map((index) => cells[index] ?? null);
    },
  };
}
