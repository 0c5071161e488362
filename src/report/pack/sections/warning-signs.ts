// The warning signs, by kind and individually.
import type { Family } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { joinWords } from "../../../lib/join-words.ts";
import { ACCEPTED_FILE } from "../../../model/workspace-files.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import { sourceOf } from "../../render/figure.ts";
import type { FilledTable } from "../../render/table.ts";
import type { ReportContext } from "../report-input.ts";

/** Longer lists are only in the CSV. */
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

/** The warning signs, placed below the outcome that they affect. */
export function warningSigns(context: ReportContext): Block[] {
  return [{ kind: "heading", level: 3, text: "Warning signs", id: "warning-signs" }, ...signBlocks(context)];
}

/** The warning signs as a section of a report without proposed outcomes. */
export function signsSection(context: ReportContext): Block[] {
  const text = `${context.numberOf("signs")}. Warning signs`;
  return [{ kind: "heading", level: 2, text, id: "warning-signs" }, ...signBlocks(context)];
}

function signBlocks(context: ReportContext): Block[] {
  const { consolidation, tables, distinct, rows, sum, family } = context;
  const { signs } = consolidation;
  if (signs.length === 0) {
    return [
      {
        kind: "paragraph",
        text: ["None was found. What could not be checked is listed in ", { code: "not-run.csv" }, "."],
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
  const bearing =
    family.inquiry === null
      ? "A warning sign is a reason to look, not a finding against a supplier or a smelter."
      : "A warning sign does not decide an outcome, but while one is open for a metal, “no reason to believe” is not proposed for it.";
  return [
    {
      kind: "paragraph",
      text: [
        `${bearing} A person who has looked at a sign accepts its finding with a reason in `,
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
    signList(tables, family, signs.length),
  ];
}

function signList(tables: readonly FilledTable[], { mineral }: Family, count: number): Block {
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
      `${capitalised(mineral)}s`,
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
