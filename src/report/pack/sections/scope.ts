// What the inquiry covers and how it was designed.

import { datesOf } from "../../../domain/response-dates.ts";
import { countedResponses } from "../../../domain/standing.ts";
import { compareVersions, newestEdition } from "../../../forms/editions.ts";
import type { Family } from "../../../forms/form.ts";
import { findQuestion } from "../../../forms/layouts.ts";
import { sortTexts } from "../../../lib/compare-texts.ts";
import { SCOPE_NAMES } from "../../../model/labels.ts";
import { ROSTER_FILE } from "../../../model/workspace-files.ts";
import type { Block } from "../../render/document.ts";
import { type ReportContext, singleFigure } from "../report-input.ts";

export function scopeSection({
  distinct,
  evaluation,
  figurePerMineral,
  mineralHeaders,
  family,
  numberOf,
}: ReportContext): Block[] {
  const { mineral } = family;
  const suppliers = (label: string, inScope: string) =>
    figurePerMineral(label, (metal) =>
      distinct("supplier_id", "declarations.csv", { metal, in_scope: inScope }),
    );
  return [
    { kind: "heading", level: 2, text: `${numberOf("scope")}. Scope`, id: "scope" },
    ...scopeGaps(family, evaluation.period),
    {
      kind: "figures",
      caption: `Suppliers by ${mineral}: whether the ${mineral} is in the supplier's scope`,
      columns: mineralHeaders,
      rows: [
        suppliers("In scope", "yes"),
        suppliers("Out of scope", "no"),
        suppliers("Left open", "unclear"),
      ],
    },
    {
      kind: "paragraph",
      text: [`${inScopeMeans(family)} A supplier with several responses can count in more than one line.`],
    },
  ];
}

function scopeGaps({ inquiry }: Family, period: number): Block[] {
  if (inquiry === null) {
    return [
      {
        kind: "gap",
        text: "the products or product categories covered, and why the minerals are asked about.",
      },
    ];
  }
  return [
    {
      kind: "gap",
      text: `the products or product categories covered, and why ${inquiry.minerals} are necessary to their functionality or production.`,
    },
    {
      kind: "gap",
      text: `what is left out, such as the products of a company acquired after about 1 May ${period - 1} that was not itself obliged to report: Form SD asks for them only from the first reporting year that begins no sooner than eight months after the acquisition.`,
    },
  ];
}

/** What a supplier's answers must be for a mineral to be in scope. */
function inScopeMeans(family: Family): string {
  if (family.inquiry !== null)
    return "A metal is in scope for a supplier that declares it both intentionally added and necessary (templates 1.00 and 2.x ask only the latter).";
  const both = findQuestion(newestEdition(family).layout, "necessary") !== undefined;
  return `Only suppliers whose declaration is about the mineral are counted. It is in scope for one that declares it ${both ? "both added on purpose (or used) and remaining in the product" : "added on purpose or used"}; out of scope where the answer is No or that it is not declared; left open where it is Unknown or missing.`;
}

export function designSection(context: ReportContext): Block[] {
  const { distinct, rows, evaluation, consolidation, family, numberOf } = context;
  const counted = countedResponses(evaluation.responses);
  const versions = [...new Set(counted.map(({ response }) => response.template.version))].sort((a, b) =>
    compareVersions(family, a, b),
  );
  const dates = sortTexts(
    counted.flatMap(({ response }) => Object.values(datesOf(response) ?? {}) as string[]),
  );
  const roster = consolidation.suppliers.some((supplier) => supplier.onRoster !== null);
  const blocks: Block[] = [
    {
      kind: "heading",
      level: 2,
      text: `${numberOf("design")}. Design of the ${family.inquiry === null ? "campaign" : "inquiry"}`,
      id: "design",
    },
    {
      kind: "paragraph",
      text: [
        `Suppliers were asked for the ${family.title} (${family.id}). `,
        roster
          ? "The suppliers surveyed are those of the roster."
          : `How many suppliers were surveyed is not known: the campaign has no roster (${ROSTER_FILE}).`,
      ],
    },
    { kind: "gap", text: "how the suppliers were chosen, and what share of the relevant supply they cover." },
  ];
  if (counted.length > 0) {
    blocks.push(
      {
        kind: "figures",
        caption: "Templates of the responses that count",
        columns: ["Responses"],
        rows: versions.map((version) =>
          singleFigure(
            `${family.id} ${version}`,
            rows("responses.csv", { standing: "standing", template_version: version }),
          ),
        ),
      },
      {
        kind: "figures",
        caption: "Level of the declarations that count",
        columns: ["Suppliers"],
        rows: Object.entries(SCOPE_NAMES).flatMap(([scope, label]) => {
          const figure = distinct("supplier_id", "responses.csv", { standing: "standing", scope });
          return figure.value === 0 ? [] : [singleFigure(label, figure)];
        }),
      },
      {
        kind: "paragraph",
        text: [
          `Their effective dates run from ${dates[0]} to ${dates.at(-1)}. A declaration for a whole company may rightly list smelters that have nothing to do with the products bought.`,
        ],
      },
    );
  }
  return blocks;
}
