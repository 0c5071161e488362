// The log of what suppliers were asked and told: requests.csv beside the responses. Letters append to it, and people
// edit it.

import { DEFAULT_FAMILY, FAMILIES, findFamily } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { appendRow, withColumn } from "../lib/append-row.ts";
import { UsageError } from "../lib/errors.ts";
import { joinWords } from "../lib/join-words.ts";
import { readCsv } from "../lib/read-csv.ts";
import { readDays } from "../lib/read-days.ts";
import { fold } from "../lib/text.ts";
import { type LoggedRequest, REQUEST_KINDS, type RequestKind } from "../model/follow-up.ts";
import { REQUESTS_FILE } from "../model/workspace-files.ts";

/** The columns in the order used for a new file. */
const REQUEST_COLUMNS = [
  "period",
  "supplier_id",
  "supplier",
  "kind",
  "date",
  "corrections",
  "questions",
  "responses",
  "note",
  "template",
] as const;
type RequestColumn = (typeof REQUEST_COLUMNS)[number];

const REQUIRED = ["period", "supplier", "kind", "date"] as const satisfies readonly RequestColumn[];

/** Other spellings of headers and of entries, folded. */
const HEADERS: Readonly<Record<string, RequestColumn>> = {
  year: "period",
  id: "supplier_id",
  "supplier number": "supplier_id",
  "supplier no": "supplier_id",
  "vendor id": "supplier_id",
  name: "supplier",
  "supplier name": "supplier",
  vendor: "supplier",
  what: "kind",
  type: "kind",
  day: "date",
  on: "date",
  "sent on": "date",
  remark: "note",
  notes: "note",
  comment: "note",
  templates: "template",
  family: "template",
  form: "template",
};
const KINDS: Readonly<Record<string, RequestKind>> = {
  asked: "request",
  requested: "request",
  reminded: "reminder",
  "letter written": "letter",
  correction: "letter",
  answered: "answer",
  reply: "answer",
  replied: "answer",
};

export interface ReadRequests {
  /** In file order. */
  requests: LoggedRequest[];
  /** Lines that cannot be read, each with the problem. Nothing of such a line is used. */
  faults: { line: number; fault: string }[];
}

/**
 * Parses the log's text: columns in any order, unknown ones ignored, separated by commas, semicolons or tabs, with days
 * in any unambiguous form. Throws a UsageError if it cannot be read as a table or lacks a required column.
 */
export function readRequests(text: string): ReadRequests {
  const [header, ...rows] = readCsv(text, REQUESTS_FILE);
  const columns = (header?.cells ?? []).map(columnOf);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (header !== undefined && missing.length > 0) {
    throw new UsageError(
      `${REQUESTS_FILE} has no column${missing.length === 1 ? "" : "s"} ${missing.join(", ")}. Its first line must be: ${REQUEST_COLUMNS.join(",")}`,
    );
  }
  const requests: LoggedRequest[] = [];
  const faults: ReadRequests["faults"] = [];
  const cellOf = (cells: readonly string[], column: RequestColumn) => cells[columns.indexOf(column)] ?? "";
  const days = readDays(rows.map(({ cells }) => cellOf(cells, "date")));
  for (const [index, { line, cells }] of rows.entries()) {
    const cell = (column: RequestColumn) => cellOf(cells, column);
    const fault = (what: string) => faults.push({ line, fault: what });
    const kind = kindOf(cell("kind"));
    const date = days[index];
    const template = cell("template").toUpperCase();
    const counts = ([cell("corrections"), cell("questions")] as const).map(countOf);
    if (!/^(?:19|20)\d\d$/.test(cell("period")))
      fault(`the period “${cell("period")}” is not a year such as 2024`);
    else if (cell("supplier") === "" && cell("supplier_id") === "") fault("the supplier is missing");
    else if (kind === undefined)
      fault(`the kind “${cell("kind")}” is not one of ${REQUEST_KINDS.join(", ")}`);
    else if (date === undefined) fault(`the date “${cell("date")}” is not a clear day; write 2024-05-31`);
    else if (counts.includes(undefined)) fault("corrections and questions must be whole numbers, or empty");
    else if (template !== "" && findFamily(template) === undefined)
      fault(
        `the template “${cell("template")}” is not one of ${joinWords(
          FAMILIES.map(({ id }) => id),
          "and",
        )}`,
      );
    else {
      const [corrections = null, questions = null] = counts;
      requests.push({
        period: Number(cell("period")),
        supplierId: cell("supplier_id"),
        supplier: cell("supplier"),
        kind,
        date,
        corrections,
        questions,
        responses: cell("responses")
          .split(/[;|,\s]+/)
          .filter((part) => part !== ""),
        note: cell("note"),
        ...(template === "" || template === DEFAULT_FAMILY.id ? {} : { template }),
        line,
      });
    }
  }
  return { requests, faults };
}

function columnOf(header: string): string {
  const folded = fold(header);
  return HEADERS[folded] ?? folded.replaceAll(" ", "_");
}

function kindOf(text: string): RequestKind | undefined {
  const folded = fold(text);
  return REQUEST_KINDS.find((kind) => kind === folded) ?? KINDS[folded];
}

/** A whole number; null for an empty cell, undefined for any other text. */
function countOf(text: string): number | null | undefined {
  if (text === "") return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** The lines of a log that are about one family of templates. */
export function requestsAbout(requests: readonly LoggedRequest[], { id }: Family): LoggedRequest[] {
  return requests.filter(({ template = DEFAULT_FAMILY.id }) => template === id);
}

/**
 * Returns the log's text with one more line; the others are unchanged. A log without a template column gets one if the
 * line is about a template other than the default, because it would otherwise be taken for the default one.
 */
export function addRequest(text: string | undefined, request: Omit<LoggedRequest, "line">): string {
  const { period, supplierId, supplier, kind, date, corrections, questions, responses, note, template } =
    request;
  const row: Readonly<Record<RequestColumn, string>> = {
    period: String(period),
    supplier_id: supplierId,
    supplier,
    kind,
    date,
    corrections: corrections === null ? "" : String(corrections),
    questions: questions === null ? "" : String(questions),
    responses: responses.join("; "),
    note,
    template: template ?? "",
  };
  const log =
    template === undefined ? text : withColumn(text, "template", { fieldOf: columnOf, file: REQUESTS_FILE });
  return appendRow(log, new Map(Object.entries(row)), {
    columns: REQUEST_COLUMNS,
    fieldOf: columnOf,
    file: REQUESTS_FILE,
  });
}
