// Renders what changed between two responses for the console and as Markdown.
import { printable } from "../../lib/printable.ts";
import type { ResponseDiff } from "../../model/response-diff.ts";
import type { Block } from "../render/document.ts";
import { toMarkdown } from "../render/markdown.ts";
import { type DiffSection, diffSections, diffSummary, sideText } from "./diff-sections.ts";

/** Rows per list on the console before "and … more". */
const SHOWN = 40;
/** Longer texts are truncated on the console. */
const LONGEST = 160;

/** The comparison for the console; `all` shows every row. */
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
