// Section 1: who, when, and what the report rests on.
import type { ReferenceList } from "../../model/reference.ts";
import type { Block } from "../document.ts";
import type { ReportContext } from "../report-input.ts";

/** Issuer, period and lists as pairs of what and value. */
export function inputFacts(context: ReportContext): [string, string][] {
  const { evaluation, settings, version } = context;
  const { period, cutoff, today, reference } = evaluation;
  const list = reference?.list;
  const ofList: [string, string][] = list
    ? [
        ["Its entries", String(list.entries.length)],
        ["SHA-256 of its file", list.source.sha256],
      ]
    : [];
  return [
    ["Issuer", settings.issuer ?? "not stated (set “issuer” in cmrt.json)"],
    ["Period", `1 January to 31 December ${period}`],
    ["Cut-off for responses", cutoff],
    ["Day of this run", today],
    ["Tool", `cmrt ${version}`],
    ["Reference list of smelters", reference ? reference.why : "none at hand: no smelter could be matched"],
    ...ofList,
    ...earlierLists(context),
    ["Lists of smelter status", statusLists(context)],
    ["Lists of origins", originLists(context)],
  ];
}

export function inputsSection(context: ReportContext): Block[] {
  const { notRun } = context.evaluation;
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: "1. Issuer, period and inputs", id: "inputs" },
    {
      kind: "data",
      caption: "",
      columns: [{ title: "What" }, { title: "Value" }],
      rows: inputFacts(context),
      plain: true,
    },
    {
      kind: "paragraph",
      text: [
        "Every input file with its SHA-256, and every file of this folder with its own, stands in ",
        { code: "manifest.json" },
        "; every response and what became of it in ",
        { code: "responses.csv" },
        ".",
      ],
    },
  ];
  if (notRun.length > 0) {
    blocks.push(
      { kind: "paragraph", text: [`${countOf(notRun.length, "check")} could not run:`] },
      { kind: "list", items: summariseNotRun(context).map((text) => [text]) },
    );
  }
  return blocks;
}

/** The lists by which facilities that left the list are told from unknown ones. */
function earlierLists({ evaluation }: ReportContext): [string, string][] {
  const earlier = (evaluation.furtherLists ?? []).filter(({ use }) => use === "earlier");
  if (earlier.length === 0) return [];
  return [["Earlier lists", earlier.map(({ list }) => nameAndDate(list)).join("; ")]];
}

function statusLists({ evaluation, consolidation }: ReportContext): string {
  if (!consolidation.statusesKnown) return "none at hand: the status of smelters is not known";
  const lists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "status");
  return lists.length === 0
    ? "the reference list itself"
    : lists.map(({ list }) => nameAndDate(list)).join("; ");
}

function originLists({ evaluation }: ReportContext): string {
  const lists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "origin");
  return lists.length === 0
    ? "none at hand: origins are what suppliers say"
    : lists.map(({ list }) => nameAndDate(list)).join("; ");
}

function nameAndDate({ name, asOf }: ReferenceList): string {
  return `${name} (${asOf === null ? "date not known" : `as of ${asOf}`})`;
}

/** One line per rule and reason, with the number of responses. */
function summariseNotRun({ evaluation }: ReportContext): string[] {
  const counts = new Map<string, number>();
  for (const { rule, reason } of evaluation.notRun) {
    const key = `${rule}: ${reason}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`))
    .sort((a, b) => (a < b ? -1 : 1));
}

function countOf(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
