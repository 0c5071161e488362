// Who ran the report, when, and its inputs.

import { notRunGroups } from "../../../domain/not-run.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import type { ReferenceList } from "../../../model/reference.ts";
import { SETTINGS_FILE } from "../../../model/workspace-files.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import { sourceOf } from "../../render/figure.ts";
import type { ReportContext } from "../report-input.ts";

/** Issuer, period and lists as pairs of label and value. */
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
    ["Issuer", settings.issuer ?? `not stated (set “issuer” in ${SETTINGS_FILE})`],
    ["Period", `1 January to 31 December ${period}`],
    ["Cut-off for responses", cutoff],
    ["Date of this run", today],
    ["Tool", `cmrt ${version}`],
    ["Reference list of smelters", reference ? reference.why : "none available: no smelter could be matched"],
    ...ofList,
    ...earlierLists(context),
    ["Lists of smelter status", statusLists(context)],
    ["Lists of origins", originLists(context)],
  ];
}

export function inputsSection(context: ReportContext): Block[] {
  const { notRun } = context.evaluation;
  const blocks: Block[] = [
    {
      kind: "heading",
      level: 2,
      text: `${context.numberOf("inputs")}. Issuer, period and inputs`,
      id: "inputs",
    },
    {
      kind: "data",
      caption: "",
      columns: [{ title: "What" }, { title: "Value" }],
      rows: inputFacts(context),
    },
    {
      kind: "paragraph",
      text: [
        "Every input file and every file in this folder is listed with its SHA-256 in ",
        { code: "manifest.json" },
        "; every response with its outcome in ",
        { code: "responses.csv" },
        ".",
      ],
    },
  ];
  if (notRun.length > 0) {
    blocks.push({
      kind: "figures",
      caption: "Checks that were not run: their result is not known",
      columns: ["Checks", "Times"],
      rows: notRunRows(context),
    });
  }
  return blocks;
}

/** The lists used to distinguish removed facilities from unknown ones. */
function earlierLists({ evaluation }: ReportContext): [string, string][] {
  const earlier = (evaluation.furtherLists ?? []).filter(({ use }) => use === "earlier");
  if (earlier.length === 0) return [];
  return [["Earlier lists", earlier.map(({ list }) => nameAndDate(list)).join("; ")]];
}

function statusLists({ evaluation, consolidation }: ReportContext): string {
  if (!consolidation.statusesKnown) return "none available: the status of smelters is not known";
  const lists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "status");
  return lists.length === 0
    ? "the reference list itself"
    : lists.map(({ list }) => nameAndDate(list)).join("; ");
}

function originLists({ evaluation }: ReportContext): string {
  const lists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "origin");
  return lists.length === 0
    ? "none available: origins are as stated by suppliers"
    : lists.map(({ list }) => nameAndDate(list)).join("; ");
}

function nameAndDate({ name, asOf }: ReferenceList): string {
  return `${name} (${asOf === null ? "date not known" : `as of ${asOf}`})`;
}

/** One row per reason, with the rules that could not run because of it. */
function notRunRows({ evaluation, distinct, rows }: ReportContext): FigureRow[] {
  return notRunGroups(evaluation.notRun).map(({ reason, rules }) => {
    const figures = [distinct("rule", "not-run.csv", { reason }), rows("not-run.csv", { reason })];
    return {
      label: `${capitalised(reason).replace(/\.$/, "")} (${rules.join(", ")})`,
      cells: figures,
      sources: figures.map(({ source }) => sourceOf(source)),
    };
  });
}
