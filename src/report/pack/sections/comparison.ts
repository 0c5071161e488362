// The end of the results: the same figures one period earlier, and what has changed since.

import { askedUnknown } from "../../../domain/asked-unknown.ts";
import { newestEdition } from "../../../forms/editions.ts";
import type { Family } from "../../../forms/form.ts";
import { findQuestion } from "../../../forms/layouts.ts";
import { topicOf } from "../../../forms/topics.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import type { Change, ChangeKind } from "../../../model/comparison.ts";
import type { Block, FigureRow } from "../../render/document.ts";
import { sourceOf } from "../../render/figure.ts";
import { answerName, type ReportContext, singleFigure } from "../report-input.ts";

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 40;

export function comparisonSection(context: ReportContext): Block[] {
  const { comparison, family, rows } = context;
  const mineral = capitalised(family.mineral);
  if (!comparison) return [];
  const { from, to } = comparison;
  const counts: [ChangeKind, string][] = [
    ["declarationSame", "The same declaration for both periods: no change can be determined"],
    ...(asksOrigin(family)
      ? [["answerNowNo", "Answers on origin that changed from Yes to No"] satisfies [ChangeKind, string]]
      : []),
    ["answer", "Answers that became weaker"],
    ["answerStronger", "Answers that became stronger"],
    ["scope", `Suppliers × ${family.mineral}s that came into scope or left it`],
    ["declarationNew", "Declarations added by suppliers with a response in both"],
    ["declarationGone", "Declarations not made again by suppliers with a response in both"],
    ["smelterCount", `Suppliers × ${family.mineral}s with fewer smelter rows`],
    ["smelterNew", "New smelters"],
    ["smelterGone", "Smelters no longer reported"],
    ["smelterIdentified", "Smelters identified: names that could not be matched before"],
    ["smelterRenamed", "Smelters renamed on the lists"],
    ["smelterStatus", "Smelters with a changed status"],
    ["findingNew", "Suppliers × rules with new findings"],
    ["findingResolved", "Suppliers × rules with resolved findings"],
  ];
  return [
    { kind: "heading", level: 3, text: `Compared with ${from}`, id: "comparison" },
    {
      kind: "paragraph",
      text: [
        "Answers are compared by supplier and scope, and findings by supplier, for suppliers with a response that counts in both periods. Where the response of the later period is also dated in the earlier one, the earlier one takes the supplier’s newest other response; where there is none, the same declaration stands for both. All changes are listed in ",
        { code: "comparison.csv" },
        ".",
        ...(askedUnknown(comparison)
          ? [
              ` The roster does not say who was asked in ${from}: its figures count every supplier that responded in that year.`,
            ]
          : []),
      ],
    },
    {
      kind: "figures",
      caption: `Suppliers, ${from} and ${to}`,
      columns: [String(from), String(to)],
      rows: overallFigures(context),
    },
    ...metalFigures(context),
    {
      kind: "figures",
      caption: `Changes from ${from} to ${to}`,
      columns: ["Count"],
      rows: counts.map(([kind, label]) => singleFigure(label, rows("comparison.csv", { kind }))),
    },
    ...changeList("Answers on origin that changed from Yes to No", comparison.changes, "answerNowNo", [
      "Supplier",
      mineral,
      "Question",
      String(from),
      String(to),
    ]),
    ...changeList("Answers that became weaker", comparison.changes, "answer", [
      "Supplier",
      mineral,
      "Question",
      String(from),
      String(to),
    ]),
    ...changeList("Smelters with a changed status", comparison.changes, "smelterStatus", [
      mineral,
      "Smelter",
      "ID",
      String(from),
      String(to),
    ]),
  ];
}

/** Whether the template asks where minerals come from. */
function asksOrigin(family: Family): boolean {
  const { layout } = newestEdition(family);
  return (["coveredOrigin", "cahraOrigin"] as const).some((meaning) => findQuestion(layout, meaning));
}

/** Figures about suppliers, earlier and later; empty without an earlier period. */
export function overallFigures({ comparison, sum }: ReportContext): FigureRow[] {
  const overall = (comparison?.changes ?? []).filter(
    ({ kind, metal }) => kind === "figure" && metal === null,
  );
  return overall.map(({ subject, before, after }) => {
    const where = { kind: "figure", metal: "", subject };
    const [was, is] = [sum("before", "comparison.csv", where), sum("after", "comparison.csv", where)];
    return {
      label: capitalised(subject),
      cells: [before === null ? "not known" : was, after === null ? "not known" : is],
      sources: [...(before === null ? [] : [was]), ...(after === null ? [] : [is])].map((figure) =>
        sourceOf(figure.source),
      ),
    };
  });
}

/** Each figure about metals, earlier and later. */
function metalFigures(context: ReportContext): Block[] {
  const { comparison, family, sum, figurePerMineral, mineralHeaders } = context;
  const { from, to, changes } = comparison as NonNullable<ReportContext["comparison"]>;
  const subjects = new Set(
    changes.flatMap(({ kind, metal, subject }) => (kind === "figure" && metal ? subject : [])),
  );
  const rows = [...subjects].flatMap((subject) => {
    const its = changes.filter((one) => one.kind === "figure" && one.subject === subject && one.metal);
    return (["before", "after"] as const).map((column): FigureRow => {
      const label = `${capitalised(subject)}, ${column === "before" ? from : to}`;
      return its.every((one) => one[column] === null)
        ? { label, cells: its.map(() => "not known"), sources: [] }
        : figurePerMineral(label, (metal) =>
            sum(column, "comparison.csv", { kind: "figure", metal, subject }),
          );
    });
  });
  if (rows.length === 0) return [];
  return [
    { kind: "figures", caption: `By ${family.mineral}, ${from} and ${to}`, columns: mineralHeaders, rows },
  ];
}

function changeList(
  title: string,
  changes: readonly Change[],
  kind: ChangeKind,
  headers: readonly string[],
): Block[] {
  const its = changes.filter((change) => change.kind === kind);
  if (its.length === 0) return [];
  const shown = its.slice(0, LONGEST_LIST);
  return [
    {
      kind: "data",
      caption: shown.length < its.length ? `${title}: the first ${shown.length} of ${its.length}` : title,
      columns: headers.map((header) => ({ title: header })),
      rows: shown.map(({ supplier, metal, subject, smelterId, before, after }) =>
        kind === "answer" || kind === "answerNowNo"
          ? [
              supplier ?? "",
              metal ?? "",
              topicOf(subject),
              answerName(before as never),
              answerName(after as never),
            ]
          : [metal ?? "", subject, smelterId ?? "", before ?? "", after ?? ""],
      ),
    },
  ];
}
