import { describe, expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { responseSchema } from "../../src/forms/schemas.ts";

import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { type BuildCmrtOptions, buildCmrt } from "../helpers/build-cmrt.ts";
import { type BuiltValue, row } from "../helpers/build-workbook.ts";

const SOURCE = { path: "acme.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };

function read(workbook: Workbook) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  return responseSchema.parse(normalise(workbook, detected.template, SOURCE));
}

describe("the company information", () => {
  test("values are trimmed; the text as typed stays where it differs", () => {
    const { company } = read(
      buildCmrt("6.5", {
        sheets: {
          Declaration: {
            D8: "  Acme\u0000 Ltd ",
            D12: 804735150,
            D14: "1 Mill Lane\r\nExampleton",
            D17: "   ",
          },
        },
      }),
    );
    expect(company.companyName).toEqual({
      value: "Acme Ltd",
      raw: "  Acme\u0000 Ltd ",
      at: "Declaration!D8",
    });
    expect(company.companyUniqueId).toEqual({ value: "804735150", at: "Declaration!D12" });
    expect(company.address?.value).toBe("1 Mill Lane\nExampleton");
    expect(company.contactPhone).toBeUndefined();
  });

  test("dates count in the workbook's own date system", () => {
    const date = (value: string | number, date1904: boolean) =>
      read(buildCmrt("3.01", { date1904, sheets: { Declaration: { D22: value } } })).company.effectiveDate;
    expect(date(40328, true)).toEqual({ value: "2014-05-31", raw: "40328", at: "Declaration!D22" });
    expect(date("31-May-2014", true)).toEqual({
      value: "2014-05-31",
      raw: "31-May-2014",
      at: "Declaration!D22",
    });
    expect(date("2014-05-31", false)).toEqual({ value: "2014-05-31", at: "Declaration!D22" });
    expect(date("soon", false)).toEqual({ value: null, raw: "soon", at: "Declaration!D22" });
  });

  test("a date that only the other date system makes plausible is read as it stands, with a note", () => {
    const { company, notes } = read(buildCmrt("3.01", { sheets: { Declaration: { D22: 40328 } } }));
    expect(company.effectiveDate?.value).toBe("2010-05-30");
    expect(notes).toMatchObject([
      { kind: "dateSystem", at: "Declaration!D22", note: expect.stringContaining("2014-05-31") },
    ]);
  });

  test("1.00 has its date in three cells", () => {
    const date = (cells: Record<string, string | number | undefined>) =>
      read(buildCmrt("1.00", { sheets: { Declaration: cells } })).company.effectiveDate;
    expect(date({})).toEqual({ value: "2012-07-18", raw: "18 July 2012", at: "Declaration!E17" });
    expect(date({ H17: "7月" })?.value).toBe("2012-07-18");
    expect(date({ J17: undefined })).toEqual({ value: null, raw: "18 July", at: "Declaration!E17" });
    expect(date({ E17: undefined, H17: undefined, J17: undefined })).toBeUndefined();
  });

  test("a scope in free text is kept as typed", () => {
    const { company, notes } = read(buildCmrt("2.03", { sheets: { Declaration: { D9: "all you buy" } } }));
    expect(company.scope).toEqual({ value: null, raw: "all you buy", at: "Declaration!D9" });
    expect(notes).toMatchObject([{ kind: "notUnderstood", at: "Declaration!D9" }]);
  });
});

describe("answers", () => {
  test("keep their text, cell and comment; a blank one with a comment is said to be blank", () => {
    const { answers } = read(
      buildCmrt("6.5", {
        sheets: {
          Declaration: {
            D38: "はい",
            D39: "maybe",
            D40: undefined,
            G40: "see list",
            D56: 1,
            D41: { error: "#N/A" },
          },
        },
      }),
    );
    expect(answers.tantalum?.coveredCountries).toEqual({ value: "yes", raw: "はい", at: "Declaration!D38" });
    expect(answers.tin?.coveredCountries).toEqual({ value: null, raw: "maybe", at: "Declaration!D39" });
    expect(answers.gold?.coveredCountries).toEqual({
      value: null,
      at: "Declaration!D40",
      blank: true,
      comment: { value: "see list", at: "Declaration!G40" },
    });
    expect(answers.tungsten?.coveredCountries).toBeUndefined();
    expect(answers.tantalum?.supplierResponseRate).toMatchObject({ value: "pct100", raw: "1" });
  });

  test("1.00 does not merge its comment cells", () => {
    const { answers } = read(
      buildCmrt("1.00", { sheets: { Declaration: { H20: "part one", J20: "part two" } } }),
    );
    expect(answers.tantalum?.necessaryInProduct?.comment).toEqual({
      value: "part one part two",
      at: "Declaration!H20",
    });
  });

  test("policies are told apart by meaning, not by letter", () => {
    expect(read(buildCmrt("3.01")).policies.requireValidatedSmelters?.at).toBe("Declaration!D75");
    expect(read(buildCmrt("6.5")).policies.requireValidatedSmelters?.at).toBe("Declaration!D79");
  });
});

describe("a declaration with inserted rows or columns", () => {
  test("rows above everything: the whole sheet is read lower", () => {
    const plain = read(buildCmrt("6.5"));
    const { company, answers, policies, notes } = read(buildCmrt("6.5", { insert: { before: 4, rows: 2 } }));
    expect(company.companyName).toEqual({ value: "the companyName", at: "Declaration!D10" });
    expect(company.effectiveDate?.at).toBe("Declaration!D24");
    expect(answers.tin?.cahra).toMatchObject({ value: "yes", at: "Declaration!D47" });
    expect(Object.keys(policies)).toEqual(Object.keys(plain.policies));
    expect(notes).toMatchObject([{ kind: "shifted", at: "Declaration!B10" }]);
  });

  test("rows inside the company block move only what is below them", () => {
    const { company, answers } = read(buildCmrt("4.20", { insert: { before: 15, rows: 1 } }));
    expect(company.address).toEqual({ value: "the address", at: "Declaration!D14" });
    expect(company.contactName).toEqual({ value: "the contactName", at: "Declaration!D16" });
    expect(answers.gold?.coveredCountries?.at).toBe("Declaration!D41");
  });

  test("rows between two questions move the later ones", () => {
    const { company, answers, policies, notes } = read(
      buildCmrt("5.12", { insert: { before: 43, rows: 3 } }),
    );
    expect(company.effectiveDate?.at).toBe("Declaration!D22");
    expect(answers.tantalum?.coveredCountries?.at).toBe("Declaration!D38");
    expect(answers.tantalum?.recycledOrScrap?.at).toBe("Declaration!D47");
    expect(policies.policyEstablished?.at).toBe("Declaration!D72");
    expect(notes).toMatchObject([{ kind: "shifted", at: "Declaration!B46" }]);
  });

  test("columns at the left", () => {
    const { company, answers, notes, template } = read(buildCmrt("6.5", { insertColumns: 1 }));
    expect(template).toMatchObject({ version: "6.5", language: "en" });
    expect(company.companyName).toEqual({ value: "the companyName", at: "Declaration!E8" });
    expect(answers.tin?.cahra?.at).toBe("Declaration!E45");
    expect(notes).toMatchObject([{ kind: "shifted", at: "Declaration!C:C" }]);
  });
});

describe("question labels", () => {
  test("that ask something else are noted", () => {
    const sheets = { Declaration: { B43: "4) Do you like the colour of your metals?" } };
    expect(read(buildCmrt("5.12", { sheets })).notes).toMatchObject([
      { kind: "labels", at: "Declaration!B43", note: expect.stringContaining("recycledOrScrap") },
    ]);
  });

  test("of a question that the layout does not know are noted", () => {
    const sheets = { Declaration: { B73: "9) Is there anything else?" } };
    expect(read(buildCmrt("9.9", { sheets })).notes.map(({ kind }) => kind)).toEqual(["version", "labels"]);
  });

  test("that cannot be read leave an inferred layout unverified, which is said", () => {
    const labels = (version: string) => {
      const gone = Object.fromEntries(
        Array.from({ length: 100 }, (_, row) => [`B${row + 1}`, { error: "#VALUE!" }]),
      );
      return read(buildCmrt(version, { sheets: { Declaration: gone } }));
    };
    expect(labels("4.20").notes).toMatchObject([{ kind: "labels" }]);
    expect(labels("2.02").notes).toEqual([]);
    expect(labels("2.02").answers.tin?.coveredCountries?.value).toBe("yes");
  });
});

test("where a cell's hyperlink leads is kept beside its text, unless the text says it", () => {
  const { company, policies } = read(
    buildCmrt("6.5", {
      sheets: { Declaration: { G77: "Our policy", G87: "www.acme.example/plan", D16: "ada@acme.example" } },
      links: {
        Declaration: {
          G77: "https://acme.example/policy",
          G87: "http://www.acme.example/plan/",
          D16: "mailto:ada@acme.example",
          D8: "https://acme.example",
        },
      },
    }),
  );
  expect(policies.policyPublic?.comment).toEqual({
    value: "Our policy",
    at: "Declaration!G77",
    link: "https://acme.example/policy",
  });
  expect(policies.correctiveAction?.comment).not.toHaveProperty("link");
  expect(company.contactEmail).not.toHaveProperty("link");
  expect(company.companyName?.link).toBe("https://acme.example");
});

describe("formulas of the declaration", () => {
  const D8 = (value: BuiltValue, options: BuildCmrtOptions = {}) =>
    read(buildCmrt("6.5", { sheets: { Declaration: { D8: value } }, ...options }));

  test("their results count like typed values", () => {
    expect(D8({ formula: "Acme" }).company.companyName).toEqual({ value: "Acme", at: "Declaration!D8" });
  });

  test("a zero, which a formula over an empty cell shows, is no company name", () => {
    const { company, notes } = D8({ formula: 0 });
    expect(company).not.toHaveProperty("companyName");
    expect(notes).toEqual([]);
    expect(D8(0).company.companyName?.value).toBe("0");
  });

  test.each([{ formula: { error: "#REF!" } }, { error: "#REF!" }, "#REF!"])(
    "%j is blank, which is noted",
    (value) => {
      const { company, notes } = D8(value);
      expect(company).not.toHaveProperty("companyName");
      expect(notes).toEqual([
        {
          at: "Declaration!D8",
          kind: "noValue",
          note: "D8 (#REF!) shows an error instead of a value: it was read as blank.",
        },
      ]);
    },
  );

  test("one without a stored result is noted, one that shows an empty text is not", () => {
    const note = "D8 holds a formula without a stored result: it was read as blank.";
    expect(D8({ formula: null }, { uncalculated: ["Declaration"] }).notes).toMatchObject([{ note }]);
    expect(D8({ formula: null }).notes).toEqual([]);
    expect(D8({ formula: "" }, { uncalculated: ["Declaration"] }).notes).toEqual([]);
  });
});

describe("products", () => {
  const list = (cells: Record<string, BuiltValue>, options: BuildCmrtOptions = {}) =>
    read(buildCmrt("6.5", { sheets: { "Product List": cells }, ...options }));

  test("numbers and names that formulas show, but not their zeros", () => {
    const { products, notes } = list({
      B6: { formula: "PN-1" },
      C6: { formula: "Valve" },
      B7: { formula: 17 },
      C7: { formula: 0 },
      B8: { formula: 0 },
      B9: 0,
    });
    expect(products).toEqual([
      { row: 6, number: "PN-1", name: "Valve" },
      { row: 7, number: "17" },
      { row: 9, number: "0" },
    ]);
    expect(notes).toEqual([]);
  });

  test("what formulas do not show is noted", () => {
    const { products, notes } = list(
      { B6: { formula: { error: "#N/A" } }, C6: "Valve", B7: { formula: null }, C7: "Body" },
      { uncalculated: ["Product List"] },
    );
    expect(products).toEqual([
      { row: 6, name: "Valve" },
      { row: 7, name: "Body" },
    ]);
    expect(notes).toEqual([
      {
        at: "Product List!B6",
        kind: "noValue",
        note: "B6 (#N/A) shows an error instead of a value: it was read as blank.",
      },
      {
        at: "Product List!B7",
        kind: "noValue",
        note: "B7 holds a formula without a stored result: it was read as blank.",
      },
    ]);
  });

  test("rows below the footer, and none that repeats the header", () => {
    const { products, notes } = list({
      B5: "Number (*)",
      C5: "Name",
      B6: "A-1",
      ...row(7, { B: "Number (*)", C: "Name" }),
      B8: "A-2",
      ...row(9, { B: "Manufacturer's number (*)" }),
      B2006: "© 2025 Responsible Minerals Initiative.",
      B2500: "A-3",
      D2501: "no number",
    });
    expect(products.map((product) => product.row)).toEqual([6, 8, 2500]);
    expect(notes).toEqual([
      {
        at: "Product List!7:7",
        kind: "shifted",
        note: "Rows 7 and 9 repeat the header of the list: they were skipped.",
      },
    ]);
  });

  test("no row below a header with other columns", () => {
    const { products, notes } = list({
      B5: "Product Number (*)",
      C5: "Product Name",
      B6: "A-1",
      ...row(8, { B: "Product Name", C: "Product Number (*)" }),
      ...row(9, { B: "Valve", C: "A-2" }),
    });
    expect(products.map((product) => product.row)).toEqual([6]);
    expect(notes).toContainEqual({
      at: "Product List!8:8",
      kind: "labels",
      note: "Row 8 holds headers in other columns than row 5: row 9 below it was not read.",
    });
  });

  test("rows with any text, down to the hidden tables", () => {
    const products = (version: string, cells: Record<string, string | number>) =>
      read(buildCmrt(version, { sheets: { "Product List": cells } })).products;
    expect(products("6.5", { B6: " A-1\n", C8: "Widget", B9: 17, D9: "old", B20: "© 2025 RMI" })).toEqual([
      { row: 6, number: "A-1" },
      { row: 8, name: "Widget" },
      { row: 9, number: "17", comments: "old" },
    ]);
    expect(products("6.6", { B6: "A-1", C6: "Valve", D6: "R-1", E6: "Body", F6: "see drawing" })).toEqual([
      {
        row: 6,
        number: "A-1",
        name: "Valve",
        requesterNumber: "R-1",
        requesterName: "Body",
        comments: "see drawing",
      },
    ]);
    expect(
      products("2.00", { B6: "A", D302: "A".repeat(291), A303: "English", B303: "Chinese" }),
    ).toHaveLength(1);
  });
});

test("a product list that somebody deleted is said to be unread", () => {
  expect(read(buildCmrt("6.5", { without: ["Product List"] })).unread).toEqual([
    { part: "products", reason: 'the workbook has no sheet "Product List"' },
  ]);
  expect(read(buildCmrt("6.5"))).not.toHaveProperty("unread");
});

test("the workbook's own Checker and the notes of its container are passed on", () => {
  const workbook = buildCmrt("6.5", { sheets: { Checker: { D2: 7 } }, notes: ["Read with care."] });
  const { checker, notes } = read(workbook);
  expect(checker).toEqual({ outstanding: "7", at: "Checker!D2" });
  expect(notes).toEqual([{ kind: "workbook", note: "Read with care." }]);
});
