// What changed between two responses, as lists for people.
import { topicOf } from "../../forms/topics.ts";
import { FIELD_NAMES } from "../../model/labels.ts";
import type {
  BothWays,
  CellChange,
  DiffSide,
  FindingChange,
  FindingState,
  ResponseDiff,
  SmelterChange,
} from "../../model/response-diff.ts";
import type { CompanyField } from "../../model/vocabulary.ts";

/** A list of changes of one kind: a title, headers and text rows. */
export interface DiffSection {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Everything that changed, starting with what had been requested. Kinds without a change are left out. */
export function diffSections(diff: ResponseDiff): DiffSection[] {
  return [
    ...FINDING_TITLES.map(([state, title]) => findingSection(diff.findings, state, title)),
    answerSection(diff),
    smelterSection(diff.smelters),
    cellSection(diff),
  ].filter(({ rows }) => rows.length > 0);
}

/** A summary in two sentences: one counts the findings, one the other changes. */
export function diffSummary({ findings, answers, smelters, cells }: ResponseDiff): string[] {
  const state = (wanted: FindingState) => findings.filter((one) => one.state === wanted).length;
  const kind = (wanted: SmelterChange["kind"]) => smelters.filter((one) => one.kind === wanted).length;
  const unclear = state("unclear");
  return [
    `Findings: ${state("answered")} answered, ${state("open")} still open, ${state("new")} new${unclear > 0 ? `, ${unclear} not known` : ""}.`,
    `${plural(answers.length, "answer")} and ${plural(cells.length, "other cell")} changed; smelters: ${kind("in")} in, ${kind("out")} out, ${kind("renamed")} renamed, ${kind("identified")} identified, ${kind("id")} with another ID.`,
  ];
}

/** Describes one of the two responses: file, template, date, rows. */
export function sideText({ file, id, templateVersion, effectiveDate, smelterRows }: DiffSide): string {
  return `${file} (${id.slice(0, 8)}; version ${templateVersion}, ${effectiveDate === null ? "without a readable date" : `dated ${effectiveDate}`}, ${plural(smelterRows, "smelter row")})`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const FINDING_TITLES: readonly [FindingState, string][] = [
  ["new", "New findings"],
  ["open", "Still open"],
  ["unclear", "Not known: the rule could not look at the later response"],
  ["answered", "Answered"],
];

const ANSWERED_BY: Readonly<Record<NonNullable<FindingChange["by"]>, string>> = {
  cell: "the cell was changed",
  "row gone": "the row is gone",
  elsewhere: "by a change elsewhere",
};

function findingSection(findings: readonly FindingChange[], state: FindingState, title: string): DiffSection {
  const rows = findings
    .filter((one) => one.state === state)
    .map((one) => [
      one.accepted ? `${one.severity}, accepted` : one.severity,
      one.rule,
      place(one.at),
      one.message,
      ...(state === "answered" ? [one.by ? ANSWERED_BY[one.by] : ""] : []),
    ]);
  const columns = ["severity", "rule", "cell", "finding", ...(state === "answered" ? ["how"] : [])];
  return { title: `${title} (${rows.length})`, columns, rows };
}

function answerSection({ answers }: ResponseDiff): DiffSection {
  const rows = answers.map((one) => {
    const comment = one.key.endsWith(".comment") ? ", comment" : "";
    return [
      `${topicOf(one.question)}${one.metal === null ? "" : `, ${one.metal}`}${comment}`,
      place(one.at),
      shown(one.text.before),
      shown(one.text.after),
      one.direction ?? "",
    ];
  });
  return {
    title: `Answers (${rows.length})`,
    columns: ["question", "cell", "before", "after", "direction"],
    rows,
  };
}

const SMELTER_TITLES: Readonly<Record<SmelterChange["kind"], string>> = {
  in: "in",
  out: "out",
  renamed: "renamed",
  id: "other ID",
  identified: "identified",
};

function smelterSection(smelters: readonly SmelterChange[]): DiffSection {
  const rows = smelters.map((one) => [
    one.removedFrom === undefined
      ? SMELTER_TITLES[one.kind]
      : `${SMELTER_TITLES[one.kind]}, no longer on the list`,
    one.metal ?? "",
    one.id === null || one.name === one.id ? one.name : `${one.name} (${one.id})`,
    place(one.at),
    one.kind === "in" || one.kind === "out" ? "" : shown(one.text.before),
    one.kind === "in" || one.kind === "out" ? "" : shown(one.text.after),
  ]);
  return {
    title: `Smelters (${rows.length})`,
    columns: ["change", "metal", "smelter", "cell", "before", "after"],
    rows,
  };
}

function cellSection({ cells }: ResponseDiff): DiffSection {
  const rows = cells.map((one) => [
    cellName(one),
    place(one.at),
    one.withheld ? "(not shown)" : shown(one.text.before),
    one.withheld ? "(not shown)" : shown(one.text.after),
  ]);
  return { title: `Other cells (${rows.length})`, columns: ["what", "cell", "before", "after"], rows };
}

function cellName({ part, key }: CellChange): string {
  if (part === "company") return FIELD_NAMES[key as CompanyField];
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return part === "smelters" ? `smelter, ${words}` : `${part === "products" ? "product" : part}, ${words}`;
}

/** The cell, or both cells if the row moved. */
function place({ before, after }: BothWays): string {
  if (before === null || after === null) return before ?? after ?? "";
  return before === after ? before : `${before} → ${after.slice(after.lastIndexOf("!") + 1)}`;
}

function shown(text: string | null): string {
  return text === null || text === "" ? "(blank)" : text;
}
