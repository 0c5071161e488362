// A filled-in CMRT of any version in memory, for tests of reading.

import {
  companyLabel,
  compareVersions,
  layoutFor,
  METALS,
  productHeader,
  smelterHeader,
} from "../../fixtures/cmrt.ts";
import type { ProductLayout, SmelterLayout } from "../../src/forms/form.ts";
import { type CompanyField, PRODUCT_COLUMNS, type SmelterColumn } from "../../src/model/vocabulary.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { type BuildWorkbookOptions, type BuiltValue, buildWorkbook } from "./build-workbook.ts";

type Cells = Record<string, BuiltValue>;

export interface BuildCmrtOptions extends BuildWorkbookOptions {
  /** Cells that override the built ones, by sheet; `undefined` removes a cell. */
  sheets?: Record<string, Record<string, BuiltValue | undefined>>;
  /** Rows inserted into the declaration before this row. */
  insert?: { before: number; rows: number };
  /** Columns inserted at the left of the declaration. */
  insertColumns?: number;
  /** Sheets left out. */
  without?: string[];
}

/** The English beginnings of the questions, sufficient to recognise them. */
const QUESTION_TEXTS: Record<string, string> = {
  intentionallyAdded: "Is any 3TG intentionally added?",
  necessaryInProduct: "Is any 3TG necessary to the product?",
  coveredCountries: "Do any come from the covered countries?",
  cahra: "Do any come from conflict-affected and high-risk areas?",
  recycledOrScrap: "Is all of it from recycled or scrap sources?",
  supplierResponseRate: "What percentage of your suppliers responded?",
  allSmeltersIdentified: "Have you identified all of the smelters?",
  allSmelterInfoReported: "Has all information been reported?",
  smeltersOnCompliantList: "Are all of the smelters on the list?",
};
const POLICY_TEXTS: Record<string, string> = {
  policyEstablished: "Do you have a policy?",
  policyPublic: "Is the policy on your website?",
  requireDrcConflictFree: "Do you require suppliers to be DRC conflict-free?",
  requireValidatedSmelters: "Do you require validated smelters for your suppliers?",
  dueDiligenceImplemented: "Have you implemented due diligence measures?",
  allSupplierTemplatesReceived: "Do you have templates from all suppliers?",
  supplierSurvey: "Do you survey, collect or ask to fill out?",
  requestSmelterNames: "Do you request smelter names?",
  reviewSupplierInfo: "Do you review the information?",
  correctiveAction: "Does it include corrective action?",
  annualDisclosure: "Are you subject to SEC disclosure?",
};

/** A workbook of the given version with labels, every question answered with its first choice, and no smelters. */
export function buildCmrt(version: string, options: BuildCmrtOptions = {}): Workbook {
  const layout = layoutFor(version);
  const declaration: Cells = { D2: "Conflict Minerals Reporting Template (CMRT)", D3: "English" };
  if (version === "1.00") {
    Object.assign(declaration, {
      D2: "Conflict Minerals Reporting Template",
      I3: "Revision",
      J3: "1.   July 18th 2011",
    });
  } else {
    declaration.J3 = `Revision ${version}\nApril 25, 2025`;
  }
  for (const [field, address] of Object.entries(layout.company)) {
    declaration[address] = field === "effectiveDate" ? 45820 : `the ${field}`;
    declaration[address.replace("D", "B")] = `${companyLabel(field as CompanyField)} (*):`;
  }
  if (layout.company.scope && layout.scopes[0]) declaration[layout.company.scope] = layout.scopes[0].text;
  if (layout.dateParts) {
    Object.assign(declaration, { B17: "Date of Completion (*):", E17: 18, H17: "July", J17: 2012 });
    Object.assign(declaration, { D17: "Day: (*)", G17: "Month: (*)", I17: "Year: (*)" });
  }
  for (const question of layout.questions) {
    declaration[`B${question.row}`] = `${question.number}) ${QUESTION_TEXTS[question.key]} (*)`;
    Object.assign(declaration, heads(question.row));
    for (const [index, metal] of METALS.entries()) {
      declaration[`B${question.row + 1 + index}`] =
        `${metal.replace(/^./, (letter) => letter.toUpperCase())}  (*)`;
      declaration[`D${question.row + 1 + index}`] = question.choices[0]?.text ?? "Yes";
    }
  }
  Object.assign(declaration, heads((layout.policies[0]?.row ?? 1) - 1));
  for (const policy of layout.policies) {
    declaration[`B${policy.row}`] = `${policy.letter}. ${POLICY_TEXTS[policy.key]}`;
    declaration[`D${policy.row}`] = policy.choices[0]?.text ?? "Yes";
  }

  const old = compareVersions(version, "2.02") < 0;
  const sheets: Record<string, Cells> = {
    Revision: { [version === "1.00" ? "E11" : old ? "F11" : "B3"]: "Conflict Minerals Reporting Template" },
    Declaration: declaration,
    [layout.smelters.sheet]: smelterHeaders(layout.smelters),
    ...(layout.products ? { [layout.products.sheet]: productHeaders(layout.products) } : {}),
    ...(layout.ownList ? { [layout.ownList.sheet]: {} } : {}),
  };
  for (const [name, cells] of Object.entries(options.sheets ?? {})) {
    const target = sheets[name] ?? {};
    sheets[name] = target;
    for (const [address, value] of Object.entries(cells)) {
      if (value === undefined) delete target[address];
      else target[address] = value;
    }
  }
  if (options.insert) sheets.Declaration = insertRows(sheets.Declaration as Cells, options.insert);
  if (options.insertColumns)
    sheets.Declaration = insertColumns(sheets.Declaration as Cells, options.insertColumns);
  for (const name of options.without ?? []) delete sheets[name];
  return buildWorkbook(sheets, options);
}

const heads = (row: number): Cells => ({ [`D${row}`]: "Answer", [`G${row}`]: "Comments" });

function smelterHeaders({ columns, headerRow, headless }: SmelterLayout): Cells {
  return Object.fromEntries(
    (Object.entries(columns) as [SmelterColumn, string][])
      .filter(([key]) => key !== headless)
      .map(([key, letters]) => [`${letters}${headerRow}`, smelterHeader(key)]),
  );
}

function productHeaders({ columns, firstRow }: ProductLayout): Cells {
  return Object.fromEntries(
    PRODUCT_COLUMNS.flatMap((key) => {
      const letters = columns[key];
      return letters === undefined ? [] : [[`${letters}${firstRow - 1}`, productHeader(key)]];
    }),
  );
}

function insertRows(cells: Cells, { before, rows }: { before: number; rows: number }): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([address, value]) => {
      const row = Number(address.slice(1));
      return [`${address[0]}${row >= before ? row + rows : row}`, value];
    }),
  );
}

function insertColumns(cells: Cells, columns: number): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([address, value]) => [
      `${String.fromCharCode(address.charCodeAt(0) + columns)}${address.slice(1)}`,
      value,
    ]),
  );
}
