// Reads real workbooks: every value is compared with an independent reader at independently written addresses, and with
// what is known to have been typed. Needs the folder of workbooks named by CMRT_CORPUS; skipped without it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as xlsx from "@e965/xlsx";
import officecrypto from "officecrypto-tool";
import { describe, expect, test } from "vitest";
import { METALS } from "../../../fixtures/cmrt.ts";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { responseSchema } from "../../../src/forms/schemas.ts";
import type { Response } from "../../../src/model/response.ts";
import { LANGUAGES } from "../../../src/model/vocabulary.ts";
import { CORPUS, corpusBytes, corpusPath, OF_CORPUS } from "../../helpers/corpus.ts";
import { schemaErrors } from "../../helpers/schema-errors.ts";

const facts = CORPUS === undefined ? "" : corpusPath("..", "domain", "templates.json");
const here = existsSync(facts);

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, read as it is
type Json = any;
const templates: Json = here ? JSON.parse(readFileSync(facts, "utf8")) : { versions: {} };

const files = here
  ? readdirSync(corpusPath(), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.xlsx?$/.test(file))
      .sort()
  : [];
const expectedOf = (file: string): Json | undefined => {
  const path = corpusPath(file, "..", "expected.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
};

/** Files that must not be read as a response, and why. */
const UNREADABLE: Record<string, string> = {
  "oracle/_not_cmrt/csv-named.xlsx": "not-a-workbook",
  "oracle/_not_cmrt/jpeg-named.xls": "not-a-workbook",
  "responses/not-a-workbook.xls": "not-a-workbook",
  "oracle/_not_cmrt/truncated-6.5.xlsx": "damaged",
};
/** Blank templates of other families; filled-in ones are compared in test/normalise. */
const OTHERS = /RMI_(?:AMRT|CRT|EMRT)_/;
const readable = files.filter((file) => !(file in UNREADABLE) && !OTHERS.test(file));
/** Encrypted with Excel's public default password. */
const ENCRYPTED = ["templates/CMRT_2.03_encrypted.xlsx", "templates/CMRT_3.01.xls"];

async function read(file: string) {
  return readResponse(corpusBytes(file), { path: file, container: null });
}

/** Responses by file: several tests use the same one. */
const responses = new Map<string, Promise<Response>>();

function response(file: string): Promise<Response> {
  const known = responses.get(file) ?? readAnew(file);
  responses.set(file, known);
  return known;
}

async function readAnew(file: string): Promise<Response> {
  const outcome = await read(file);
  if (!outcome.ok) throw new Error(`${file}: ${outcome.unreadable.reason}`);
  // Its JSON conforms to the published schema.
  expect(schemaErrors("response", JSON.parse(JSON.stringify(outcome.response)))).toEqual([]);
  return responseSchema.parse(outcome.response);
}

/** Sheet rows to compare: those filled in any available workbook, and all of them in one with gaps. */
const rowsOf = (file: string) => (file.includes("gap-rows") ? 2600 : 320);

/** The cells of a sheet according to the independent reader: text trimmed, without blanks, errors and formula zeros. */
async function independent(file: string, sheets: string[]) {
  const bytes = corpusBytes(file);
  const plain = ENCRYPTED.includes(file)
    ? await officecrypto.decrypt(bytes, { password: "VelvetSweatshop" })
    : bytes;
  const workbook = xlsx.read(plain, {
    sheets,
    sheetRows: rowsOf(file),
    cellHTML: false,
    cellText: false,
    cellFormula: true,
  });
  return (sheet: string, address: string, zeroIsBlank = false): string | undefined => {
    const cell = workbook.Sheets[sheet]?.[address];
    if (cell?.v === undefined || cell.t === "e" || cell.t === "z") return undefined;
    if (cell.v === 0 && (cell.f !== undefined || zeroIsBlank)) return undefined;
    const text = String(cell.v).replace(/\r\n?/g, "\n").trim();
    return text === "" ? undefined : text;
  };
}

const typed = (value: { value: string | null; raw?: string } | undefined) =>
  value === undefined ? undefined : (value.raw ?? value.value ?? "").trim();

/** Keys of the smelter columns in templates.json that differ from ours. */
const SMELTER_KEYS: Record<string, string> = {
  smelterIdInput: "idInput",
  smelterLookup: "lookupName",
  smelterName: "name",
  smelterCountry: "country",
  smelterId: "id",
  smelterIdSource: "idSource",
  stateProvince: "state",
  feedstockAllRecycled: "recycled",
  standardSmelterName: "standardName",
  stateProvinceCode: "stateCode",
};
const ZEROS = new Set(["id", "idSource", "street", "city", "state"]);

describe.skipIf(!here)(`workbooks of the corpus ${OF_CORPUS}`, () => {
  test.each(Object.entries(UNREADABLE))("%s is %s", async (file, kind) => {
    const outcome = await read(file);
    expect(outcome.ok ? "read" : outcome.unreadable.kind).toBe(kind);
  });

  test("there are workbooks of several generations and languages", () => {
    expect(readable.length).toBeGreaterThan(35);
  });

  test.each(readable)("%s: every value equals that of the independent reader", async (file) => {
    const read = await response(file);
    expect(read.source).toMatchObject({
      format: file.endsWith(".xls") ? "xls" : "xlsx",
      encrypted: ENCRYPTED.includes(file),
    });
    const facts = templates.versions[read.template.version];
    const products = facts.productList?.sheet ?? "Product List";
    const cell = await independent(file, ["Declaration", facts.smelterList.sheet, products]);
    const revision = cell("Declaration", facts.revision.cell) ?? "";
    expect(revision.replace(/\s+/g, " ")).toContain(facts.revision.text.replace(/\s+/g, " "));
    const selector = templates.translations.languages.find((language: Json) =>
      [language.selector, ...(language.aliases ?? [])].includes(cell("Declaration", facts.languageCell)),
    );
    expect(LANGUAGES).toContain(selector.code);
    expect(read.template.language).toBe(selector.code);

    const found: Record<string, string | undefined> = {};
    const wanted: Record<string, string | undefined> = {};
    for (const [field, { cell: address }] of Object.entries<Json>(facts.companyFields)) {
      if (address === undefined) continue;
      wanted[field] = cell("Declaration", address);
      found[field] = typed(read.company[field as keyof Response["company"]]);
    }
    for (const question of facts.questions) {
      for (const metal of METALS) {
        const answer = read.answers[metal]?.[question.key as "cahra"];
        wanted[`${question.key} ${metal}`] = cell("Declaration", question.answers[metal]);
        found[`${question.key} ${metal}`] = answer?.blank ? undefined : typed(answer);
        wanted[`${question.key} ${metal} comment`] = cell("Declaration", question.comments[metal]);
        found[`${question.key} ${metal} comment`] = typed(answer?.comment);
      }
    }
    for (const question of facts.policyQuestions) {
      const answer = read.policies[question.key as "policyPublic"];
      wanted[question.key] = cell("Declaration", question.answer);
      found[question.key] = answer?.blank ? undefined : typed(answer);
      wanted[`${question.key} comment`] = cell("Declaration", question.comment);
      found[`${question.key} comment`] = typed(answer?.comment);
    }

    const columns: { key: string; column: string }[] = facts.smelterList.columns;
    const rows = new Map(read.smelters.map((smelter) => [smelter.row, smelter]));
    expect(Math.max(0, ...rows.keys())).toBeLessThan(rowsOf(file));
    for (let row = facts.smelterList.firstDataRow; row < rowsOf(file); row++) {
      const values = columns.map(({ key, column }) => {
        const ours = SMELTER_KEYS[key] ?? key;
        return [ours, cell(facts.smelterList.sheet, `${column}${row}`, ZEROS.has(ours))] as const;
      });
      const isData = values.some(
        ([key, value]) => ["metal", "lookupName", "name", "idInput"].includes(key) && value !== undefined,
      );
      const smelter = rows.get(row);
      // Copyright line and hidden tables of the oldest generations are not data.
      if (facts.smelterList.firstDataRow > 4 && row > facts.smelterList.lastDataRowBlank) {
        expect(smelter, `row ${row}`).toBeUndefined();
        continue;
      }
      expect(smelter !== undefined, `row ${row}`).toBe(isData);
      if (!smelter) continue;
      for (const [key, value] of values) {
        const column = key as "city";
        if (smelter.recovered?.includes(column)) continue;
        wanted[`${key} ${row}`] = value;
        let ours = smelter.raw?.[column] ?? smelter[column];
        // Derived if their own cells are blank; the metal is stored as a code.
        if (column === ("name" as string) && smelter.raw?.name === undefined && value === undefined)
          ours = undefined;
        if (column === ("id" as string) && smelter.id === smelter.idInput && value === undefined)
          ours = undefined;
        if ((column as string) === "metal" || (column as string) === "recycled") {
          ours = ours && (smelter.raw?.[column] ?? `${ours[0]?.toUpperCase()}${ours.slice(1)}`);
        }
        found[`${key} ${row}`] = ours?.trim();
      }
    }
    if (facts.productList) {
      const list = new Map(read.products.map((product) => [product.row, product]));
      const keys = { productNumber: "number", productName: "name", comments: "comments" } as const;
      for (
        let row = facts.productList.firstDataRow;
        row <= Math.min(rowsOf(file), facts.productList.lastDataRowBlank);
        row++
      ) {
        for (const { key, column } of facts.productList.columns as {
          key: keyof typeof keys;
          column: string;
        }[]) {
          wanted[`product ${key} ${row}`] = cell(products, `${column}${row}`);
          found[`product ${key} ${row}`] = list.get(row)?.[keys[key]];
        }
      }
    }
    expect(found).toEqual(wanted);
  });
});

/** The notes about workbooks with cells that show no value, and why they are true. */
const NOTES: Record<string, readonly RegExp[]> = {
  // openpyxl writes formulas without results.
  "oracle/6.5-238-saved-by-openpyxl": [/^The formulas of the smelter list were never calculated/],
  // Their IDs and names are on no look-up list of the workbook, and its formulas show #N/A.
  "oracle/6.5-213-unknown-id-input": [/^B10 \(#N\/A\).*a look-up found nothing/],
  "responses/cmrt-2.03a-green": [/^F5:F7 \(#N\/A\).*a look-up found nothing/],
  "responses/cmrt-2.03a-validation-needed": [/^F5:F7 \(#N\/A\).*a look-up found nothing/],
};

describe.skipIf(!here)(`nothing is said of workbooks that nobody rearranged ${OF_CORPUS}`, () => {
  test("each official template is among them", () => {
    const templates = readable.filter((file) => file.startsWith("templates/"));
    expect(templates).toEqual([
      "templates/CMRT_1.00.xlsx",
      "templates/CMRT_2.03_encrypted.xlsx",
      "templates/CMRT_3.01.xls",
      "templates/RMI_CMRT_6.1.xlsx",
      "templates/RMI_CMRT_6.31.xlsx",
      "templates/RMI_CMRT_6.5.xlsx",
    ]);
  });

  test.each(readable)("%s", async (file) => {
    const { notes } = await response(file);
    const [, expected = []] = Object.entries(NOTES).find(([folder]) => file.startsWith(folder)) ?? [];
    expect(notes.map(({ note }) => note)).toEqual(expected.map((text) => expect.stringMatching(text)));
  });
});

const FIELDS: Record<string, keyof Response["company"]> = {
  company_name: "companyName",
  declaration_scope: "scope",
  scope_description: "scopeDescription",
  company_unique_id: "companyUniqueId",
  company_unique_id_authority: "companyUniqueIdAuthority",
  address: "address",
  contact_name: "contactName",
  contact_email: "contactEmail",
  contact_phone: "contactPhone",
  authorizer_name: "authorizerName",
  authorizer_title: "authorizerTitle",
  authorizer_email: "authorizerEmail",
  authorizer_phone: "authorizerPhone",
};
const SHOWN: Record<string, keyof Response["smelters"][number]> = {
  smelter_id_input: "idInput",
  metal: "metal",
  smelter_lookup: "lookupName",
  smelter_country: "country",
  smelter_id: "id",
  smelter_id_source: "idSource",
  city: "city",
  state_province: "state",
  contact_name: "contactName",
  contact_email: "contactEmail",
  next_steps: "nextSteps",
  mine_names: "mineNames",
  mine_countries: "mineCountries",
  recycled_scrap: "recycled",
  comments: "comments",
  standard_name: "standardName",
  country_code: "countryCode",
};
/** What a sheet shows for nothing: zeros for empty list cells, errors, prompts, the word for no facility. */
const NOTHING = new Set(["", "0", "#N/A", "Enter smelter details"]);
const UNKNOWN_IS_NOTHING = new Set(["country", "standardName", "countryCode"]);

const withExpected = readable.filter((file) => file.startsWith("oracle/") && !file.includes("_not_cmrt"));

describe.skipIf(!here)(`workbooks with a known content ${OF_CORPUS}`, () => {
  test.each(withExpected)("%s: what was typed and what the sheet shows", async (file) => {
    const read = await response(file);
    const expected = expectedOf(file);
    const { declaration, questions, company_questions, smelters, products } = expected.input;
    expect(read.template.version).toBe(expected.template_version);
    expect(read.template.revision).toBe(expected.template_revision_text);
    expect(read.id).toBe(expected.sha256);

    for (const [key, field] of Object.entries(FIELDS)) {
      expect([key, typed(read.company[field]) ?? null]).toEqual([key, declaration[key]]);
    }
    expect(read.company.scope?.value).toBe(
      "ABC".includes(declaration.declaration_scope[0])
        ? { A: "company", B: "product", C: "userDefined" }[declaration.declaration_scope[0] as "A"]
        : null,
    );
    const date = read.company.effectiveDate;
    if (declaration.effective_date_serial === null) expect(date?.raw).toBe(declaration.effective_date);
    else
      expect([date?.value, date?.raw]).toEqual([
        declaration.effective_date,
        String(declaration.effective_date_serial),
      ]);
    expect(date?.value).toMatch(/^\d{4}-\d\d-\d\d$/);

    const facts = templates.versions[expected.template_version];
    for (const { number, key } of facts.questions) {
      for (const metal of METALS) {
        const known = questions[`q${number}`][metal];
        const answer = read.answers[metal]?.[key as "cahra"];
        expect([key, metal, answer?.raw ?? null]).toEqual([
          key,
          metal,
          known.raw === null ? null : String(known.raw),
        ]);
        expect([key, metal, answer?.comment?.value ?? null]).toEqual([key, metal, known.comment]);
        // Every typed answer is understood, in German as in English.
        expect([key, metal, (answer?.value ?? null) !== null]).toEqual([key, metal, known.raw !== null]);
      }
    }
    for (const { letter, key } of facts.policyQuestions) {
      const answer = read.policies[key as "policyPublic"];
      expect([letter, answer?.raw ?? null]).toEqual([letter, company_questions[letter].answer]);
      expect([letter, answer?.comment?.value ?? null]).toEqual([letter, company_questions[letter].comment]);
    }

    expect(read.smelters.map(({ row }) => row)).toEqual(smelters.map(({ row }: Json) => row));
    for (const [index, { row, shown }] of smelters.entries()) {
      const smelter = read.smelters[index] as Response["smelters"][number];
      for (const [key, column] of Object.entries(SHOWN)) {
        let known: string | undefined = NOTHING.has(String(shown[key] ?? ""))
          ? undefined
          : String(shown[key]);
        if (known === "Unknown" && UNKNOWN_IS_NOTHING.has(column)) known = undefined;
        if (column === "country" && known) {
          known = templates.countries.iso[known] ?? templates.countries.namesOnlyIn2xAnd3x[known]?.alpha2;
        }
        if (column === "metal" || column === "recycled") {
          known = known?.toLowerCase();
        }
        let ours = smelter[column];
        if (column === "id" && known === undefined && ours === smelter.idInput) ours = undefined;
        expect([row, column, ours]).toEqual([row, column, known]);
      }
      const notListed = /^smelter not/i.test(String(shown.smelter_lookup));
      const name = notListed
        ? shown.smelter_name
        : shown.standard_name || shown.smelter_name || shown.smelter_lookup;
      expect([row, smelter.name]).toEqual([row, NOTHING.has(String(name)) ? undefined : name]);
    }
    expect(read.products).toEqual(
      products.map(({ row, product_number, product_name, comments }: Json) => ({
        row,
        ...(product_number ? { number: product_number } : {}),
        ...(product_name ? { name: product_name } : {}),
        ...(comments ? { comments } : {}),
      })),
    );
  });

  test("formula cells without cached values are resolved and marked", async () => {
    for (const name of ["6.5-235-stale-cache", "6.5-238-saved-by-openpyxl"]) {
      const file = withExpected.find((each) => each.includes(name)) as string;
      for (const smelter of (await response(file)).smelters) {
        expect(smelter.recovered).toEqual(expect.arrayContaining(["country", "id", "standardName"]));
        expect(smelter.inOwnList).toBe(true);
      }
    }
  });

  test("a typed-over country is kept, and what the list says stands beside it", async () => {
    const file = withExpected.find((each) => each.includes("6.5-225")) as string;
    expect((await response(file)).smelters[0]).toMatchObject({
      country: "CH",
      raw: { country: "SWITZERLAND" },
      ownListSays: { country: "CHINA" },
      inOwnList: true,
    });
  });
});
