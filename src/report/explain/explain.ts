// Traces a figure, or a file and a filter, back to rows, cells, rules, lists and decisions.
import { capitalised } from "../../lib/capitalised.ts";
import { UsageError } from "../../lib/errors.ts";
import type { RuleText } from "../../model/rule-page.ts";
import { figuresOf, type NamedFigure } from "../pack/name-figures.ts";
import { packContext } from "../pack/pack.ts";
import type { ReportContext, ReportInput } from "../pack/report-input.ts";
import { pageTables } from "../page/page-tables.ts";
import type { CsvValue } from "../render/csv.ts";
import { createFigures, figureText, type Source, sourceOf } from "../render/figure.ts";
import { readSource } from "../render/read-source.ts";
import type { FilledTable } from "../render/table.ts";
import { type Cells, leadsOf } from "./leads.ts";

/** A requested figure with everything behind it. */
export interface Explanation {
  /** The figure in the report; null for a file and a filter. */
  figure: Omit<NamedFigure, "figure"> | null;
  source: string;
  value: number;
  /** The figure as printed. */
  printed: string;
  /** How many rows it was calculated from. */
  rows: number;
  shown: ExplainedRow[];
  rules: RuleText[];
  /** Lists that the rows depend on, in words. */
  lists: string[];
  /** People's decisions that affect the rows, in words. */
  decisions: string[];
}

export interface ExplainedRow {
  /** The table that the row is in. */
  file: string;
  cells: Record<string, CsvValue>;
  restsOn: { title: string; source: string; rows: number; shown: ExplainedRow[] }[];
}

/** Maximum depth of rows that lead to further rows. */
const DEEPEST = 3;

export interface Explainer {
  /** The figures of the report. */
  figures: readonly NamedFigure[];
  /**
   * Explains a figure or row of figures by ID, or a file and a filter, with at most `most` rows per level. Throws
   * UsageError if the words name neither.
   */
  explain(words: readonly string[], most: number): Explanation[];
}

/** Prepares explanations for a report. */
export function createExplainer(input: ReportInput): Explainer {
  const { withholding, context, report } = packContext(input);
  const figures = figuresOf(report);
  const tables = pageTables(context, withholding);
  return {
    figures,
    explain: (words, most) =>
      asked(words, figures, tables).map(({ source, figure }) =>
        withholding.deep(explainSource(source, figure, { context, tables, most })),
      ),
  };
}

function asked(
  words: readonly string[],
  figures: readonly NamedFigure[],
  tables: readonly FilledTable[],
): { source: Source; figure?: NamedFigure }[] {
  const [first = ""] = words;
  const named = figures.filter(({ id, row }) => first === id || first === row);
  const whole = named.filter(({ id }) => id === first);
  if (words.length === 1 && named.length > 0)
    return (whole.length > 0 ? whole : named).map((figure) => ({ source: figure.figure.source, figure }));
  const file = first.replace(/^.*[\\/]/, "").split(/\s/)[0] ?? "";
  if (words.length === 1 && !/[\s=]/.test(first) && !tables.some((table) => isNamed(table, file))) {
    const near = figures.filter(({ id }) => id.includes(first)).map(({ id }) => `  ${id}`);
    const hint =
      near.length > 0
        ? ` Figures with this in their ID:\n${near.slice(0, 15).join("\n")}${near.length > 15 ? "\n  …" : ""}`
        : " `cmrt explain` lists the figures of the report.";
    throw new UsageError(`“${first}” is not a figure of the report or a file of the pack.${hint}`);
  }
  const source = readSource([first.replace(/^[^\s]*[\\/]/, ""), ...words.slice(1)]);
  const table = tables.find((one) => isNamed(one, source.file));
  if (table === undefined) {
    const names = tables.map((one) => one.file).join(", ");
    throw new UsageError(`The pack of this period has no ${source.file}. It has: ${names}.`);
  }
  const columns = [...source.where.map(({ column }) => column), source.distinct, source.sum, source.once];
  for (const column of columns) {
    if (column === undefined || table.columns.some(({ name }) => name === column)) continue;
    const has = table.columns.map(({ name }) => name).join(", ");
    throw new UsageError(`${table.file} has no column ${column}. It has: ${has}.`);
  }
  return [{ source: { ...source, file: table.file } }];
}

function isNamed({ file }: FilledTable, name: string): boolean {
  return file === name || file === `${name}.csv`;
}

interface Scene {
  context: ReportContext;
  tables: readonly FilledTable[];
  most: number;
}

function explainSource(source: Source, named: NamedFigure | undefined, scene: Scene): Explanation {
  const { context, tables } = scene;
  const [found] = lookUp([source], scene);
  const { rows = 0, shown = [] } = found ?? {};
  follow(
    shown.map((row) => ({ row, source })),
    scene,
    1,
  );
  const every = [...eachRow(shown)];
  const computed = createFigures(tables)(source);
  const { figure, ...place } = named ?? {};
  const rules = new Set(every.map(({ cells }) => String(cells.rule ?? "")));
  return {
    figure: figure === undefined ? null : (place as Omit<NamedFigure, "figure">),
    source: sourceOf(source),
    value: computed.value,
    printed: figure === undefined ? figureText(computed) : figureText(figure),
    rows,
    shown,
    rules: context.rules.filter(({ id }) => rules.has(id)),
    lists: listsBehind(source, every, context),
    decisions: decisionsIn(every, context),
  };
}

/** The rows of each source: their number, and the first ones. Each table is iterated over once. */
function lookUp(
  sources: readonly Source[],
  { tables, most }: Scene,
): { rows: number; shown: ExplainedRow[] }[] {
  const found = sources.map(() => ({ rows: 0, shown: [] as ExplainedRow[] }));
  for (const table of tables) {
    const names = table.columns.map(({ name }) => name);
    const its = sources.flatMap((source, index) =>
      source.file === table.file ? [{ into: found[index], holds: filterOf(source, names) }] : [],
    );
    if (its.length === 0) continue;
    for (const cells of table.cells()) {
      for (const { into, holds } of its) {
        if (into === undefined || !holds(cells)) continue;
        into.rows += 1;
        if (into.shown.length < most)
          into.shown.push({ file: table.file, cells: rowOf(names, cells), restsOn: [] });
      }
    }
  }
  return found;
}

/** Returns a test for whether a row contributes to a source. A row that adds nothing to a sum or count does not. */
function filterOf({ where, distinct, sum }: Source, names: readonly string[]) {
  const filters = where.map(({ column, values }) => ({ at: names.indexOf(column), values: new Set(values) }));
  const adds = [distinct, sum].flatMap((column) => (column === undefined ? [] : names.indexOf(column)));
  return (cells: readonly CsvValue[]): boolean =>
    filters.every(({ at, values }) => values.has(String(cells[at] ?? ""))) &&
    adds.every((at) => cells[at] !== null && cells[at] !== "" && cells[at] !== 0);
}

function rowOf(names: readonly string[], cells: readonly CsvValue[]): Record<string, CsvValue> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const cell = cells[index] ?? null;
      return cell === null || cell === "" ? [] : [[name, cell]];
    }),
  );
}

/** Adds to each row the rows that it depends on, down to the cells. */
function follow(rows: readonly { row: ExplainedRow; source: Source }[], scene: Scene, depth: number): void {
  if (depth > DEEPEST) return;
  const leads = rows.flatMap(({ row, source }) =>
    leadsOf(source, textsOf(row), scene.context).map((lead) => ({ row, lead })),
  );
  if (leads.length === 0) return;
  const found = lookUp(
    leads.map(({ lead }) => lead.source),
    scene,
  );
  const next: { row: ExplainedRow; source: Source }[] = [];
  for (const [index, { row, lead }] of leads.entries()) {
    const { rows: count, shown } = found[index] as { rows: number; shown: ExplainedRow[] };
    row.restsOn.push({ title: lead.title, source: sourceOf(lead.source), rows: count, shown });
    next.push(...shown.map((one) => ({ row: one, source: lead.source })));
  }
  follow(next, scene, depth + 1);
}

function textsOf({ cells }: ExplainedRow): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, String(cell ?? "")]));
}

function* eachRow(rows: readonly ExplainedRow[]): Iterable<ExplainedRow> {
  for (const row of rows) {
    yield row;
    for (const { shown } of row.restsOn) yield* eachRow(shown);
  }
}

const SMELTER_FILES = ["smelters.csv", "smelter-rows.csv", "smelter-status.csv"];

/** The lists behind rows: those used for matching, statuses and origins. */
function listsBehind(source: Source, rows: readonly ExplainedRow[], { evaluation }: ReportContext): string[] {
  const files = new Set([source.file, ...rows.map(({ file }) => file)]);
  const columns = new Set(source.where.map(({ column }) => column));
  const smelters = SMELTER_FILES.some((file) => files.has(file)) || source.file === "rcoi.csv";
  const uses = [
    ...(smelters ? ["earlier", "status"] : []),
    ...(columns.has("origin_covered") || files.has("countries.csv") ? ["origin"] : []),
  ];
  const further = (evaluation.furtherLists ?? []).filter(({ use }) => uses.includes(use));
  const { reference } = evaluation;
  const matching = reference === null ? "no list: no smelter could be matched" : reference.why;
  return [
    ...(smelters ? [`Smelters were matched to ${matching}`] : []),
    ...further.map(
      ({ use, list }) =>
        `${capitalised(use)}: ${list.name} (${list.asOf === null ? "date not known" : `as of ${list.asOf}`}; ${list.source.file})`,
    ),
    ...uses
      .filter((use) => use !== "earlier" && !further.some((one) => one.use === use))
      .map((use) => `No list of ${use === "status" ? "statuses" : "origins"} is in use.`),
  ];
}

/** People's decisions that affect the rows: on smelters, accepted findings and outcomes. */
function decisionsIn(rows: readonly ExplainedRow[], { consolidation }: ReportContext): string[] {
  const said = rows.flatMap(({ file, cells }): string[] => {
    const { match, evidence, reported_name: name, accepted_reason: reason, rule, supplier } = cells;
    if (file === "smelter-rows.csv" && (match === "decided" || match === "notSmelter"))
      return [`${name ?? "A smelter"}: ${evidence ?? match}`];
    if (reason !== undefined) return [`${rule} at ${supplier} was accepted: ${reason}`];
    if (file !== "rcoi.csv") return [];
    const decision = consolidation.proposals.find(({ metal }) => metal === cells.metal)?.decision;
    const metal = capitalised(String(cells.metal));
    return [decision ? `${metal}: ${decision.determination} (${decision.reason})` : `${metal}: not decided`];
  });
  return [...new Set(said)];
}
