// Turns a recognised workbook into a response.

import { asOlderEditions, type DetectedTemplate } from "../forms/detect.ts";
import { sheetCalled } from "../forms/find-sheets.ts";
import { foldWords } from "../forms/fold.ts";
import type { Layout } from "../forms/form.ts";
import { textAt } from "../model/cells.ts";
import {
  type MineRow,
  type Note,
  type Product,
  type Response,
  SCHEMA,
  type SmelterRow,
} from "../model/response.ts";
import type { Sheet, Workbook } from "../model/workbook.ts";
import { chooseDeclaration } from "./choose-declaration.ts";
import { readMines } from "./mines.ts";
import { movedCells } from "./placement.ts";
import { readProducts } from "./products.ts";
import { readReasons } from "./reasons.ts";
import { readJoined } from "./second-sheets.ts";
import { differingColumns } from "./smelter-columns.ts";
import { readSmelters } from "./smelters.ts";

export type ResponseSource = Omit<Response["source"], "format" | "encrypted" | "modified">;

/**
 * Reads the whole response. `source` names the file; its sha256 becomes the response's id. An unknown version is read
 * as the newest edition whose layout its labels and headers match.
 */
export function normalise(workbook: Workbook, detected: DetectedTemplate, source: ResponseSource): Response {
  let best = normaliseAs(workbook, detected, source);
  if (oddities(best) === 0) return best;
  for (const template of asOlderEditions(workbook, detected)) {
    const response = normaliseAs(workbook, template, source);
    if (oddities(response) < oddities(best)) best = response;
  }
  return best;
}

function oddities({ notes }: Response): number {
  return notes.filter(({ kind }) => kind === "shifted" || kind === "labels").length;
}

function normaliseAs(workbook: Workbook, detected: DetectedTemplate, source: ResponseSource): Response {
  const { template, placement, declaration, ...chosen } = chooseDeclaration(workbook, detected);
  const { layout } = template;
  const smelters = readSmelterSheets(workbook, template);
  const products = readProductSheets(workbook, template);
  const mines = readMineSheets(workbook, template);
  const reasons = readReasons(workbook, template);
  const unread: NonNullable<Response["unread"]> = [];
  if (layout.products && products === undefined) {
    unread.push({ part: "products", reason: `the workbook has no sheet "${layout.products.sheet}"` });
  }
  if (layout.mines && mines === undefined) {
    unread.push({ part: "mines", reason: `the workbook has no sheet "${layout.mines.sheet}"` });
  }
  const moved = movedCells(layout, placement);
  unread.push(...unreadParts(layout, moved, smelters.list.columns, products?.list.columns));
  const unused = [
    ...chosen.unused,
    ...smelters.unused,
    ...(products?.unused ?? []),
    ...(mines?.unused ?? []),
  ];
  const checker = readChecker(workbook, layout.checker);
  // Last, because reading the sheets may add to them.
  const container = workbook.notes.map((note): Note => ({ kind: "workbook", note }));
  return {
    schema: SCHEMA,
    id: source.sha256,
    source: {
      ...source,
      format: workbook.format,
      encrypted: workbook.encrypted,
      ...(workbook.modified === undefined ? {} : { modified: workbook.modified }),
    },
    template: {
      family: template.family.id,
      version: template.version,
      language: template.language,
      ...(template.revision === undefined ? {} : { revision: template.revision }),
      layout: layout.generation,
      detectedBy: template.detectedBy,
    },
    company: declaration.company,
    ...(template.minerals === undefined ? {} : { minerals: [...template.minerals] }),
    ...(chosen.selectionFaults === undefined ? {} : { selectionFaults: [...chosen.selectionFaults] }),
    answers: declaration.answers,
    policies: declaration.policies,
    smelters: smelters.list.rows,
    smelterColumns: smelters.list.columns,
    smelterSheet: smelters.sheet,
    ...otherName("declarationSheet", template.declaration.name, layout.declaration),
    ...otherName("productSheet", products?.sheet, layout.products?.sheet),
    products: products?.list.rows ?? [],
    ...otherPlace(layout, products?.list),
    ...(Object.keys(moved).length > 0 ? { movedCells: moved } : {}),
    ...(mines === undefined
      ? {}
      : { mines: mines.list.rows, mineColumns: mines.list.columns, mineSheet: mines.sheet }),
    ...(reasons === undefined ? {} : { mineralReasons: reasons.reasons }),
    ...(unused.length > 0 ? { unusedSheets: unused } : {}),
    ...(unread.length > 0 ? { unread } : {}),
    ...(checker ? { checker } : {}),
    notes: [
      ...container,
      ...template.notes,
      ...chosen.notes,
      ...placement.notes,
      ...declaration.notes,
      ...smelters.list.notes,
      ...(products?.list.notes ?? []),
      ...(mines?.list.notes ?? []),
      ...(reasons?.notes ?? []),
    ],
  };
}

/** Parts that were not read because their place is unknown. */
function unreadParts(
  { company, questions, policies, minerals, answerColumn, smelters, products }: Layout,
  moved: Readonly<Record<string, string | null>>,
  smelterColumns: Response["smelterColumns"],
  productColumns: Response["productColumns"],
): NonNullable<Response["unread"]> {
  const isLost = (addresses: readonly string[]) =>
    addresses.length > 0 && addresses.every((address) => moved[address] === null);
  const cells = (rows: readonly number[]) => rows.map((row) => `${answerColumn}${row}`);
  const unread: NonNullable<Response["unread"]> = [];
  const add = (part: (typeof unread)[number]["part"], what: string) =>
    void unread.push({ part, reason: `it cannot be determined where ${what}` });
  if (isLost(Object.values(company))) add("company", "the company fields of the declaration are");
  const asked = questions.flatMap(({ row }) => minerals.map((_, index) => row + 1 + index));
  if (isLost(cells(asked))) add("answers", "the answers of the declaration are");
  if (isLost(cells(policies.map(({ row }) => row))))
    add("policies", "the answers to the company questions are");
  const naming = (["metal", "lookupName", "name"] as const).filter(
    (key) => smelters.columns[key] !== undefined,
  );
  if (naming.some((key) => smelterColumns[key] === undefined))
    add("smelters", "the columns are that name the smelters of the list");
  if (products && productColumns !== undefined && productColumns.number === undefined)
    add("products", "the column of product numbers is");
  return unread;
}

/** The place of the product list, if it differs from the layout. */
function otherPlace(
  { products }: Layout,
  list: { columns: NonNullable<Response["productColumns"]>; firstRow: number } | undefined,
): Pick<Response, "productColumns" | "productFirstRow"> {
  if (products === undefined || list === undefined) return {};
  const isUsual =
    Object.keys(list.columns).length === Object.keys(products.columns).length &&
    Object.entries(products.columns).every(
      ([key, letters]) => list.columns[key as keyof typeof list.columns] === letters,
    );
  return {
    ...(isUsual ? {} : { productColumns: list.columns }),
    ...(list.firstRow === products.firstRow ? {} : { productFirstRow: list.firstRow }),
  };
}

/** The name of a sheet, if it differs from the template's. */
function otherName<Key extends string>(
  key: Key,
  name: string | undefined,
  usual: string | undefined,
): Partial<Record<Key, string>> {
  return name === undefined || name === usual ? {} : ({ [key]: name } as Record<Key, string>);
}

/** The smelter list over all its sheets. */
function readSmelterSheets(workbook: Workbook, template: DetectedTemplate) {
  const read = (sheet: Sheet) => {
    const {
      smelters: rows,
      columns,
      notes,
    } = readSmelters(workbook, { ...template, smelterSheet: sheet.name });
    return { rows, columns, notes };
  };
  const [first, ...others] = template.sheets.smelters;
  const joined =
    first &&
    readJoined(workbook, [first, ...others], {
      kind: "smelters",
      read,
      identity: ({ metal, id, idInput, name, lookupName }: SmelterRow) =>
        [metal, foldWords(id ?? idInput ?? name ?? lookupName ?? "")].join(" "),
      moved: (row, from, to) => {
        const columns = { ...differingColumns(to.columns, from.columns), ...row.columns };
        return Object.keys(columns).length > 0 ? { ...row, columns } : row;
      },
    });
  const { columns } = template.layout.smelters;
  return joined ?? { list: { rows: [], columns, notes: [] }, sheet: template.smelterSheet, unused: [] };
}

/** The product list over all its sheets; undefined if the workbook or its template has none. */
function readProductSheets(workbook: Workbook, { family, layout, sheets }: DetectedTemplate) {
  const [first, ...others] = sheets.products;
  const { products } = layout;
  if (first === undefined || products === undefined) return undefined;
  return readJoined(workbook, [first, ...others], {
    kind: "products",
    read: (sheet) => {
      const {
        products: rows,
        columns,
        firstRow,
        notes,
      } = readProducts(sheet, products, { workbook, family });
      return { rows, columns, firstRow, notes };
    },
    identity: ({ number, name, requesterNumber }: Product) =>
      [number ?? name, requesterNumber].map((text) => foldWords(text ?? "")).join(" "),
    moved: (row) => row,
  });
}

/** The mine list over all its sheets; undefined if the workbook or its template has none. */
function readMineSheets(workbook: Workbook, template: DetectedTemplate) {
  const [first, ...others] = template.sheets.mines;
  const { mines } = template.layout;
  if (first === undefined || mines === undefined) return undefined;
  return readJoined(workbook, [first, ...others], {
    kind: "mines",
    read: (sheet) => readMines(workbook, sheet, mines, template),
    identity: ({ metal, smelter, name, id }: MineRow) =>
      [metal, smelter, name, id].map((text) => foldWords(text ?? "")).join(" "),
    moved: (row) => row,
  });
}

/** The number of open items that the workbook's Checker last calculated. */
function readChecker(workbook: Workbook, cell: string | undefined): Response["checker"] {
  const sheet = cell && sheetCalled(workbook, "Checker");
  const outstanding = sheet && textAt(sheet, cell);
  return outstanding ? { outstanding, at: `${sheet.name}!${cell}` } : undefined;
}
