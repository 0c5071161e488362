// What changed between two responses, for the console and as Markdown.
import { printable } from "../../lib/printable.ts";
import type { Response } from "../../model/response.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import type { Block } from "../render/document.ts";
import { toMarkdown } from "../render/markdown.ts";
import { createWithholder } from "../render/withhold.ts";
import { type DiffSection, diffSections, diffSummary, sideText } from "./diff-sections.ts";

/** Rows of a list that the console shows before "and … more". */
const SHOWN = 40;
/** Longer texts are cut on the console. */
const LONGEST = 160;

/** The comparison for the console; `all` shows every row of every list. */
export function renderDiffConsole(diff: ResponseDiff, all: boolean): string {
  const lines = diffSections(diff).flatMap(({ title, rows }) => {
    const listed = all ? rows : rows.slice(0, SHOWN);
    const more = rows.length - listed.length;
    return [
      "",
      title,
      ...listed.map((row) => `  ${lineOf(row)}`),
      ...(more > 0 ? [`  and ${more} more (--all)`] : []),
    ];
  });
  return `${[
    printable(diff.supplier),
    `  before: ${printable(sideText(diff.before))}`,
    `  after:  ${printable(sideText(diff.after))}`,
    "",
    ...diffSummary(diff),
    ...lines,
  ].join("\n")}\n`;
}

function lineOf(cells: readonly string[]): string {
  return cells
    .map((cell) => printable(cell))
    .map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell))
    .filter((cell) => cell !== "")
    .join(" · ");
}

/** The comparison as Markdown. */
export function renderDiffMarkdown(diff: ResponseDiff): string {
  const table = ({ title, columns, rows }: DiffSection): Block[] => [
    { kind: "heading", level: 2, text: title },
    { kind: "data", caption: "", columns: columns.map((name) => ({ title: name })), rows },
  ];
  const title = `What changed: ${diff.supplier}`;
  return toMarkdown({
    title,
    blocks: [
      { kind: "heading", level: 1, text: title },
      {
        kind: "list",
        items: [
          ["Before: ", sideText(diff.before)],
          ["After: ", sideText(diff.after)],
        ],
      },
      ...diffSummary(diff).map((text): Block => ({ kind: "paragraph", text: [text] })),
      ...diffSections(diff).flatMap(table),
    ],
  });
}

/** The comparison without names, addresses and numbers of persons, wherever they were typed. */
export function withholdContacts(
  diff: ResponseDiff,
  { before, after }: { before: Response; after: Response },
): ResponseDiff {
  const withholders = [before, after].map(createWithholder);
  const clean = (text: string) => withholders.reduce((rest, withhold) => withhold(rest), text);
  const maybe = (text: string | null) => (text === null ? null : clean(text));
  const texts = <T extends { text: { before: string | null; after: string | null } }>(one: T): T => ({
    ...one,
    text: { before: maybe(one.text.before), after: maybe(one.text.after) },
  });
  const cleaned = new Map(diff.cells.map((one) => [one, texts(one)]));
  return {
    ...diff,
    cells: diff.cells.map((one) => cleaned.get(one) ?? one),
    answers: diff.answers.map((one) => (cleaned.get(one) ?? one) as (typeof diff.answers)[number]),
    smelters: diff.smelters.map((one) => texts({ ...one, name: clean(one.name) })),
    findings: diff.findings.map((one) => ({ ...one, message: clean(one.message) })),
  };
}
