// `cmrt match`: matches smelter names from any source to a reference list.

import { mergeLists } from "../app/lists/imported-lists.ts";
import { loadDecisions } from "../app/lists/load-decisions.ts";
import { findListOrFile, openTableFile } from "../app/lists/open-list-file.ts";
import { readOneFile } from "../app/lists/read-list-file.ts";
import { availableLists } from "../app/lists/workspace-lists.ts";
import { readSettings } from "../app/read-settings.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { readCountry } from "../forms/countries.ts";
import { readAnyMineral } from "../forms/minerals.ts";
import { WANTED } from "../forms/wanted.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { disagreementText } from "../match/disagreement-text.ts";
import { createMatcher, type Matcher } from "../match/matcher.ts";
import type { Limits } from "../model/limits.ts";
import type { Candidate, RowMatch } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import { chooseLists, type ListChoice } from "../reference/choose-lists.ts";
import { type ListColumn, readHeader } from "../reference/list-headers.ts";
import type { TableRow } from "../reference/read-table.ts";
import { type CsvValue, toCsv } from "../report/render/csv.ts";
import type { CommonOptions } from "./options.ts";

export interface MatchOptions extends CommonOptions {
  /** Name of a list in the workspace, or a file. */
  reference?: string;
  format?: "csv" | "json";
}

/** The kind of result, as printed. */
type Decision =
  | "id"
  | "alias"
  | "name"
  | "decided"
  | "candidates"
  | "none"
  | "removed"
  | "not a smelter"
  | "not identified";

const DECISIONS: Record<RowMatch["kind"], Decision> = {
  decided: "decided",
  id: "id",
  legacyId: "id",
  earlierId: "id",
  alias: "alias",
  name: "name",
  placeName: "name",
  candidates: "candidates",
  none: "none",
  notIdentified: "not identified",
  notSmelter: "not a smelter",
};

interface NameRow {
  line: number;
  metal: string;
  name: string;
  country: string;
  id: string;
  city: string;
  state: string;
}

/**
 * Matches the rows of a CSV file or of a workbook's first sheet (columns metal, name, country, id, city and state in
 * any order, with their usual headers; cells may be empty) and prints one result per row, as CSV, or as JSON with
 * --json or --format json. By default the workspace's newest list is used. Throws UsageError if there is no list, or no
 * column with names or IDs.
 */
export async function match(path: string, options: MatchOptions, io: Io): Promise<ExitCode> {
  const workspace = workspaceHere(io, options);
  const { fromWorkbooks, imported } = availableLists(workspace);
  const { limits } = readSettings(workspace);
  const choice = await chooseHere(mergeLists(fromWorkbooks, imported), options.reference, { io, limits });
  const { counting } = choice;
  if (!counting) {
    throw new UsageError(
      `No reference list available. Name one with --reference <file or name>: the look-up sheet of any ${WANTED.id}, or a CSV or XLSX list.`,
    );
  }
  const { decisions, notices } = loadDecisions(workspace);
  const matcher = createMatcher(counting.list, { ...choice, decisions });
  const rows = readNames(await openTableFile(await readOneFile(path, io), path, limits), path);
  const answers = rows.map((row) => answer(row, matcher));
  if (options.json || options.format === "json") {
    const { name, asOf, source } = counting.list;
    const reference = { name, asOf, file: source.file, sha256: source.sha256, why: counting.why };
    io.out(`${JSON.stringify({ schema: 1, reference, rows: answers.map(json) }, null, 2)}\n`);
  } else {
    io.out(
      toCsv(
        COLUMNS.map(({ name }) => name),
        answers.map((each) => COLUMNS.map(({ value }) => value(each))),
      ),
    );
  }
  if (!options.quiet) {
    for (const notice of notices) io.err(`${notice}\n`);
    const certain = answers.filter(({ match: { id, removed } }) => id !== undefined && !removed).length;
    const candidates = answers.filter(({ decision }) => decision === "candidates").length;
    io.err(
      `${answers.length} rows against ${printable(counting.why)}: ${certain} certain, ${candidates} with candidates.\n`,
    );
  }
  return EXIT.clean;
}

/** The requested list, by default the newest, together with all older ones. */
async function chooseHere(
  lists: readonly ReferenceList[],
  asked: string | undefined,
  { io, limits }: { io: Io; limits: Limits },
): Promise<ListChoice> {
  if (asked === undefined) return chooseLists(lists);
  const list = await findListOrFile(lists, asked, io, limits);
  return chooseLists([...lists.filter(({ source }) => source.sha256 !== list.source.sha256), list], { list });
}

function readNames(rows: readonly TableRow[], file: string): NameRow[] {
  const [first] = rows;
  const { columns } = readHeader(first?.cells ?? []);
  const column = (...names: ListColumn[]) =>
    columns.findIndex((each) => each !== undefined && names.includes(each));
  const name = column("standardName", "lookupName", "aliases", "ownName");
  const id = column("id");
  if (!first || (name < 0 && id < 0)) {
    throw new UsageError(
      `${file} has no column with names or IDs. Its first line must name the columns: metal,name,country,id`,
    );
  }
  const [metal, country, city, state] = [column("metal"), column("country"), column("city"), column("state")];
  return rows.slice(1).map(({ line, cells }) => ({
    line,
    metal: cells[metal] ?? "",
    name: cells[name] ?? "",
    country: cells[country] ?? "",
    id: cells[id] ?? "",
    city: cells[city] ?? "",
    state: cells[state] ?? "",
  }));
}

interface Answer {
  row: NameRow;
  match: RowMatch;
  decision: Decision;
}

function answer(row: NameRow, matcher: Matcher): Answer {
  const country = row.country === "" ? undefined : readCountry(row.country).code;
  const metal = row.metal === "" ? null : (readAnyMineral(row.metal) ?? row.metal);
  const match = matcher.match({
    row: row.line,
    metal,
    ...(row.name === "" ? {} : { name: row.name }),
    ...(country === undefined ? {} : { country }),
    ...(row.id === "" ? {} : { id: row.id }),
    ...(row.city === "" ? {} : { city: row.city }),
    ...(row.state === "" ? {} : { state: row.state }),
  });
  return {
    row,
    match,
    decision: match.removed && match.kind !== "decided" ? "removed" : DECISIONS[match.kind],
  };
}

function candidateText({ id, standardName, score, evidence }: Candidate): string {
  return `${id || "no ID"} ${standardName} (${score}; ${evidence})`;
}

/** An ID is reported as matched only if it is on the list in effect. */
const matchedId = ({ match }: Answer): string | null => (match.removed ? null : (match.id ?? null));
const removedId = ({ match }: Answer): string | null => (match.removed ? (match.id ?? null) : null);

const COLUMNS: readonly { name: string; value(answer: Answer): CsvValue }[] = [
  { name: "metal", value: ({ row }) => row.metal },
  { name: "name", value: ({ row }) => row.name },
  { name: "country", value: ({ row }) => row.country },
  { name: "id", value: ({ row }) => row.id },
  { name: "decision", value: ({ decision }) => decision },
  { name: "smelter_id", value: matchedId },
  { name: "standard_name", value: ({ match }) => match.standardName ?? null },
  // Without a certain match, score and evidence are those of the first candidate; `decision` says so.
  {
    name: "score",
    value: ({ match }) => (match.id !== undefined ? 1 : (match.candidates[0]?.score ?? null)),
  },
  {
    name: "evidence",
    value: ({ match }) => {
      const [first] = match.id === undefined ? match.candidates : [];
      return first === undefined
        ? match.evidence
        : `${match.evidence}; nearest is ${first.id}: ${first.evidence}`;
    },
  },
  { name: "candidate_1", value: ({ match }) => candidate(match, 0) },
  { name: "candidate_2", value: ({ match }) => candidate(match, 1) },
  { name: "candidate_3", value: ({ match }) => candidate(match, 2) },
  { name: "removed_id", value: removedId },
  { name: "disagreements", value: ({ match }) => match.disagreements.map(disagreementText).join("; ") },
  { name: "status", value: ({ match }) => match.status?.status ?? null },
  { name: "status_list", value: ({ match }) => match.status?.list ?? null },
];

function candidate({ candidates }: RowMatch, at: number): string | null {
  const found = candidates[at];
  return found === undefined ? null : candidateText(found);
}

function json(each: Answer): object {
  const { row, match, decision } = each;
  const { candidates, disagreements, evidence, kind, removed, standardName } = match;
  const { status, origins, areas, sanctions } = match;
  return {
    line: row.line,
    metal: row.metal,
    name: row.name,
    country: row.country,
    id: row.id,
    decision,
    rule: kind,
    smelter_id: matchedId(each),
    standard_name: standardName ?? null,
    evidence,
    candidates,
    disagreements,
    ...(removed ? { removed: { id: match.id ?? null, ...removed } } : {}),
    ...(status ? { status } : {}),
    ...(origins ? { origins } : {}),
    ...(areas ? { areas } : {}),
    ...(sanctions ? { sanctions } : {}),
  };
}
