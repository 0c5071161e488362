// A filled-in workbook of any family but the CMRT in memory, for tests of reading.
import { editionFor, withMinerals } from "../../src/forms/editions.ts";
import { exampleResponse } from "../../src/forms/example-response.ts";
import type { Edition, Family } from "../../src/forms/form.ts";
import { choicesFor, questionsFor, rowOf } from "../../src/forms/layouts.ts";
import type { CompanyField, MineralId } from "../../src/model/vocabulary.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { type BuiltValue, buildWorkbook } from "./build-workbook.ts";

type Cells = Record<string, BuiltValue>;

/** Words of its English text by which a question is recognised. */
const PROBES: Record<string, string> = {
  intentionallyAdded: "intentionally added?",
  necessaryInProduct: "Does any remain in the product?",
  cahra: "from conflict-affected and high-risk areas?",
  recycledOrScrap: "from recycled or scrap sources?",
  supplierResponseRate: "What percentage of your suppliers responded?",
  allSmeltersIdentified: "identified all of the smelters?",
  allSmelterInfoReported: "Has all information been reported?",
  requireValidatedSmelters: "Do you require your direct suppliers to use smelters that are validated?",
  policyEstablished: "Have you a policy?",
  policyPublic: "Is the policy on your website?",
  policyCoversAnnexII: "Does your policy cover Annex II?",
  dueDiligenceImplemented: "Have you implemented due diligence measures?",
  requireSupplierDueDiligence: "Do you require suppliers to carry it out?",
  requireSupplierAnnexII: "Does suppliers' due diligence cover it?",
  supplierSurvey: "Do you survey suppliers?",
  reviewSupplierInfo: "Do you review the information?",
  correctiveAction: "Does it include corrective action?",
};

/** The edition with the minerals that examples select. */
export function exampleEdition(family: Family, version: string): Edition {
  const edition = editionFor(family, version);
  const { minerals } = exampleResponse({ family, version });
  return minerals === undefined
    ? edition
    : withMinerals(
        edition,
        minerals.map(({ id }) => id),
      );
}

/** A workbook of the given version with labels, every question answered with its first choice, and no smelters. */
export function buildTemplate(
  family: Family,
  version: string,
  more: Record<string, Record<string, BuiltValue | undefined>> = {},
): Workbook {
  const { layout } = exampleEdition(family, version);
  const wordOf = (mineral: MineralId) =>
    family.minerals.find(({ id }) => id === mineral)?.names[0] ?? mineral;
  const declaration: Cells = {
    D2: `${family.title} (${family.id})`,
    D3: "English",
    J3: `Revision ${version}\nApril 25, 2025`,
  };
  for (const [field, address] of Object.entries(layout.company)) {
    declaration[address] = field === "effectiveDate" ? 45820 : `the ${field}`;
    const [label = field] = family.labels.company[field as CompanyField] ?? [];
    declaration[address.replace(/^[A-Z]+/, "B")] = `${label.replace("…", "")} (*):`;
  }
  declaration.D9 = layout.scopes[0]?.text ?? "";
  for (const [index, { at, none }] of (layout.selection?.cells ?? []).entries()) {
    const mineral = layout.minerals[index];
    if (mineral !== undefined) declaration[at] = wordOf(mineral);
    else if (none !== undefined) declaration[at] = none;
  }
  for (const question of layout.questions) {
    const sign = /\d/.test(question.number) ? ")" : ".";
    declaration[`B${question.row}`] = `${question.number}${sign} Is it ${PROBES[question.key]} (*)`;
    // Those with letters are among the company questions, which have no column headings.
    if (sign === ")")
      Object.assign(declaration, { [`D${question.row}`]: "Answer", [`G${question.row}`]: "Comments" });
  }
  for (const mineral of layout.minerals) {
    for (const question of questionsFor(layout, mineral)) {
      const row = rowOf(layout, question, mineral);
      declaration[`B${row}`] = `${wordOf(mineral)}  (*)`;
      declaration[`D${row}`] = choicesFor(question, mineral)[0]?.text ?? "Yes";
    }
  }
  for (const policy of layout.policies) {
    declaration[`B${policy.row}`] = `${policy.letter}. ${PROBES[policy.key]}`;
    declaration[`D${policy.row}`] = policy.choices[0]?.text ?? "Yes";
  }
  const headers = (
    columns: Partial<Record<string, string>>,
    texts: Partial<Record<string, readonly string[]>> = {},
    row: number,
  ): Cells =>
    Object.fromEntries(
      Object.entries(columns).map(([key, letters]) => [
        `${letters}${row}`,
        (texts[key]?.[0] ?? key).replace("…", ""),
      ]),
    );
  const { smelters, products, mines, reasons, ownList } = layout;
  const sheets: Record<string, Cells> = {
    Revision: { B3: family.titles[0] ?? "" },
    Declaration: declaration,
    [smelters.sheet]: headers(smelters.columns, family.labels.smelters, smelters.headerRow),
    ...(products
      ? { [products.sheet]: headers(products.columns, family.labels.products, products.firstRow - 1) }
      : {}),
    ...(mines ? { [mines.sheet]: headers(mines.columns, family.labels.mines, mines.firstRow - 1) } : {}),
    ...(reasons ? { [reasons.sheet]: {} } : {}),
    ...(ownList ? { [ownList.sheet]: {} } : {}),
  };
  for (const [name, cells] of Object.entries(more)) {
    const target = sheets[name] ?? {};
    sheets[name] = target;
    for (const [address, value] of Object.entries(cells)) {
      if (value === undefined) delete target[address];
      else target[address] = value;
    }
  }
  return buildWorkbook(sheets);
}
