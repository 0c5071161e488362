// The warning signs, by kind and one by one.
import { joinWords } from "../../../lib/join-words.ts";
import { ACCEPTED_FILE } from "../../../model/workspace-files.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import { sourceOf } from "../../render/figure.ts";
import type { FilledTable } from "../../render/table.ts";
import type { ReportContext } from "../report-input.ts";

/** Longer lists stand in the CSV only. */
const LONGEST_LIST = 50;
const SHOWN = [
  "title",
  "metals",
  "supplier",
  "file",
  "sheet",
  "cell",
  "message",
  "open",
  "accepted_reason",
  "rule",
];

export function warningSigns(context: ReportContext): Block[] {
  const { consolidation, tables, distinct, rows, sum } = context;
  const { signs } = consolidation;
  const heading: Block = { kind: "heading", level: 3, text: "Warning signs", id: "warning-signs" };
  if (signs.length === 0) {
    return [
      heading,
      {
        kind: "paragraph",
        text: ["None was found. What could not be looked for stands in ", { code: "not-run.csv" }, "."],
      },
    ];
  }
  const kinds = new Map(signs.map(({ kind, title }) => [kind, title]));
  const lines = [...kinds].map(([sign, title]): FigureRow => {
    const figures = [
      rows("warning-signs.csv", { sign, open: "yes" }),
      rows("warning-signs.csv", { sign, open: "no" }),
      distinct("supplier", "warning-signs.csv", { sign }),
      sum("rows", "warning-signs.csv", { sign }),
    ];
    const rules = new Set(signs.flatMap(({ kind, finding }) => (kind === sign ? finding.rule : [])));
    return {
      label: `${title} (${joinWords([...rules], "and")})`,
      cells: figures,
      sources: figures.map(({ source }) => sourceOf(source)),
    };
  });
  return [
    heading,
    {
      kind: "paragraph",
      text: [
        "A warning sign does not decide an outcome, but while one is open for a metal, “no reason to believe” is not proposed for it. A person who has looked at a sign accepts its finding with a reason in ",
        { code: ACCEPTED_FILE },
        "; the sign is then listed as accepted.",
      ],
    },
    {
      kind: "figures",
      caption: "Warning signs by kind",
      columns: ["Open", "Accepted", "Suppliers", "Smelter rows"],
      rows: lines,
    },
    signList(tables, signs.length),
  ];
}

function signList(tables: readonly FilledTable[], count: number): Block {
  const table = tables.find(({ file }) => file === "warning-signs.csv") as FilledTable;
  const indexes = SHOWN.map((name) => table.columns.findIndex((column) => column.name === name));
  const shown: (string | number)[][] = [];
  for (const cells of table.cells(indexes)) {
    if (shown.length === LONGEST_LIST) break;
    shown.push(cells.map((cell) => cell ?? ""));
  }
  return {
    kind: "data",
    caption:
      count > LONGEST_LIST
        ? `The first ${LONGEST_LIST} of ${count}; all in warning-signs.csv`
        : "As in warning-signs.csv",
    columns: [
      "Sign",
      "Metals",
      "Supplier",
      "File",
      "Sheet",
      "Cell",
      "What was found",
      "Open",
      "Reason",
      "Rule",
    ].map((title) => ({ title })),
    rows: shown,
  };
}
