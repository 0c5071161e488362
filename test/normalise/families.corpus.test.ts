// EMRTs, AMRTs and CRTs cell by cell: what is read equals what the author of each workbook recorded as entered.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readResponse } from "../../src/app/reading/read-response.ts";
import { editionOf } from "../../src/forms/editions.ts";
import { responseSchema } from "../../src/forms/schemas.ts";
import type { Response } from "../../src/model/response.ts";
import { FAMILY_CASES, OF_FAMILY_CASES } from "../helpers/corpus.ts";

interface Given {
  answer?: string | null;
  raw?: string | number | null;
  comment?: string | null;
  cell?: string;
}
type Texts = Record<string, string | number | null>;
interface Case {
  family: string;
  template_version: string;
  file: string;
  input: {
    declaration: Texts;
    minerals_in_row_order: string[];
    questions: Record<string, Record<string, Given>>;
    company_questions: Record<string, Given | Record<string, Given>>;
    smelters: { row: number; shown: Texts }[];
    mines: { row: number; typed: Texts }[];
    products: ({ row: number } & Texts)[];
    minerals_scope_reasons: { row?: number; mineral?: string; reason?: string }[];
  };
}

const COMPANY: Record<string, keyof Response["company"]> = {
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
const SMELTER: Record<string, string> = {
  smelter_id_input: "idInput",
  metal: "metal",
  smelter_lookup: "lookupName",
  smelter_country: "country",
  smelter_id: "id",
  smelter_id_source: "idSource",
  street: "street",
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
};
const MINE: Record<string, string> = {
  metal: "metal",
  smelter_name: "smelter",
  mine_name: "name",
  mine_id: "id",
  mine_id_source: "idSource",
  mine_country: "country",
  mine_street: "street",
  mine_city: "city",
  mine_state: "state",
  mine_contact_name: "contactName",
  mine_contact_email: "contactEmail",
  next_steps: "nextSteps",
  comments: "comments",
};
const PRODUCT: Record<string, string> = {
  product_number: "number",
  product_name: "name",
  requester_product_number: "requesterNumber",
  requester_product_name: "requesterName",
  comments: "comments",
};

/** Texts that stand for nothing: errors, zeros from formulas, what a look-up shows for an unknown smelter. */
const NOTHING = new Set(["", "0", "#N/A"]);
const given = (text: string | number | null | undefined): string | undefined =>
  text === null || text === undefined || NOTHING.has(String(text)) ? undefined : String(text).trim();

/** A row's text in a column as typed; a value in the template's own spelling represents itself. */
function typed(row: object, key: string): string | undefined {
  const { raw, [key]: value } = row as Record<string, string | undefined> & { raw?: Record<string, string> };
  const texts = raw as Record<string, string> | undefined;
  return (texts?.[key] ?? value)?.trim();
}

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();

function read(folder: string) {
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Case;
  return { expected, bytes: readFileSync(join(folder, expected.file)) };
}

describe.skipIf(FAMILY_CASES === undefined)(
  `each filled workbook of another family ${OF_FAMILY_CASES}`,
  () => {
    const root = FAMILY_CASES ?? "";
    const names = FAMILY_CASES ? readdirSync(root).filter((name) => !name.includes(".md")) : [];

    test.each(names)("%s", async (name) => {
      const { expected, bytes } = read(join(root, name));
      const { input } = expected;
      const result = await readResponse(bytes, { path: expected.file, container: null });
      if (!result.ok) throw new Error(result.unreadable.reason);
      const { response } = result;
      expect(responseSchema.parse(response)).toEqual(response);
      expect(response.template.family).toBe(expected.family);
      // The CRT in the file named 2.21 says that it is 2.2.
      expect(response.template.version).toBe(expected.template_version.replace("2.21", "2.2"));

      for (const [key, field] of Object.entries(COMPANY)) {
        const value = response.company[field];
        expect([field, (value?.raw ?? value?.value)?.trim()]).toEqual([field, given(input.declaration[key])]);
      }
      const date = response.company.effectiveDate;
      const { effective_date, effective_date_serial } = input.declaration;
      expect([date?.value, date?.raw]).toContain(effective_date ?? effective_date_serial ?? undefined);

      const { layout } = editionOf(response);
      const words = (response.minerals ?? layout.minerals.map((id) => ({ id }))).map(
        ({ id, raw }: { id: string; raw?: string }) => raw ?? id,
      );
      expect(words.map(lower)).toEqual(input.minerals_in_row_order.map(lower));
      const idOf = (word: string) => layout.minerals[words.map(lower).indexOf(lower(word))] ?? "";

      const answers = (number: string, byMineral: Record<string, Given>) => {
        const question = layout.questions.find((asked) => asked.number === number);
        for (const [word, { answer, raw, comment, cell }] of Object.entries(byMineral)) {
          if (word.startsWith("#")) continue;
          const found = response.answers[idOf(word)]?.[question?.key ?? ""];
          const text = given(raw ?? answer);
          expect([number, word, found?.raw ?? found?.value]).toEqual([
            number,
            word,
            found?.raw === undefined && found?.value ? found.value : text,
          ]);
          expect([number, word, found?.blank === true || found === undefined]).toEqual([
            number,
            word,
            text === undefined,
          ]);
          if (found?.value != null) expect(text).toBe(found.raw ?? text);
          if (cell !== undefined && found) expect(found.at).toBe(`Declaration!${cell}`);
          expect([number, word, found?.comment?.value]).toEqual([number, word, given(comment)]);
        }
      };
      for (const [number, byMineral] of Object.entries(input.questions)) answers(number.slice(1), byMineral);
      for (const [letter, answer] of Object.entries(input.company_questions)) {
        const policy = layout.policies.find((asked) => asked.letter === letter);
        if (policy === undefined) answers(letter, answer as Record<string, Given>);
        else {
          const found = response.policies[policy.key];
          const { answer: text, comment } = answer as Given;
          const shown = found?.raw ?? policy.choices.find(({ code }) => code === found?.value)?.text;
          expect([letter, shown]).toEqual([letter, given(text)]);
          expect([letter, found?.comment?.value]).toEqual([letter, given(comment)]);
        }
      }

      const filled = input.smelters.filter(({ shown }) => Object.values(shown).some((text) => given(text)));
      expect(response.smelters.map(({ row }) => row)).toEqual(filled.map(({ row }) => row));
      for (const [index, { row, shown }] of filled.entries()) {
        const smelter = response.smelters[index] as Response["smelters"][number];
        for (const [key, column] of Object.entries(SMELTER)) {
          const text = given(shown[key]);
          // For a typed ID that is not on the list, no other cell shows anything.
          const isTyped = column === "id" && text === undefined && smelter.idInput !== undefined;
          const found = isTyped ? undefined : typed(smelter, column);
          if (column === "recycled" || column === "metal") {
            expect([row, column, lower(found)]).toEqual([row, column, lower(text)]);
          } else expect([row, column, found]).toEqual([row, column, text]);
        }
        const { smelter_name: named } = shown;
        if (given(named)) expect([row, smelter.raw?.name ?? smelter.name]).toEqual([row, given(named)]);
      }

      expect((response.mines ?? []).map(({ row }) => row)).toEqual(input.mines.map(({ row }) => row));
      for (const [index, { row, typed: texts }] of input.mines.entries()) {
        for (const [key, column] of Object.entries(MINE)) {
          const found = typed(response.mines?.[index] ?? {}, column);
          const [a, b] =
            column === "metal" ? [lower(found), lower(given(texts[key]))] : [found, given(texts[key])];
          expect([row, column, a]).toEqual([row, column, b]);
        }
      }
      expect(response.products.map(({ row }) => row)).toEqual(input.products.map(({ row }) => row));
      for (const [index, product] of input.products.entries()) {
        for (const [key, column] of Object.entries(PRODUCT)) {
          expect([product.row, column, typed(response.products[index] ?? {}, column)]).toEqual([
            product.row,
            column,
            given(product[key]),
          ]);
        }
      }
      const reasons = input.minerals_scope_reasons.filter(({ reason }) => reason);
      expect(
        (response.mineralReasons ?? []).filter(({ reason }) => reason).map(({ reason }) => reason),
      ).toEqual(reasons.map(({ reason }) => reason));
    });
  },
);
