import { describe, expect, test } from "vitest";
import { CMRT, RELEASES } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";

import { buildCmrt } from "../helpers/build-cmrt.ts";
import { buildWorkbook } from "../helpers/build-workbook.ts";

function recognised(workbook: Parameters<typeof detect>[0]) {
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  return detected.template;
}

/** The top of a declaration. */
const DECLARATION = {
  D2: "Conflict Minerals Reporting Template (CMRT)",
  D3: "English",
  J3: "Revision 6.5\nApril 25, 2025",
};
const LABELS = Object.fromEntries(
  [..."12345678"]
    .map((number, index) => [`B${25 + 6 * index}`, `${number}) Is it?`])
    .concat([..."ABCDEFGH"].map((letter, index) => [`B${75 + 2 * index}`, `${letter}. Do you?`])),
);

describe("a CMRT", () => {
  test.each(RELEASES.map(({ version, layout }) => [version, layout]))(
    "%s is read with its layout",
    (version, layout) => {
      const template = recognised(buildCmrt(version));
      expect(template).toMatchObject({ version, language: "en", notes: [] });
      expect(template.layout).toBe(layout);
      expect(template.detectedBy[1]).toBe("Declaration!J3");
    },
  );

  test.each([
    ["Revision 2 August 29th 2012", "2.00"],
    ["Revision 4.1\nApril 2016", "4.10"],
    ["Revision 2.03A July 25th, 2013", "2.03a"],
    ["revision 6 (May 2020)", "6.00"],
    ["Revision 6.6\nApril 17, 2026", "6.6"],
    ["Revision 6.6.1 2026", "6.6.1"],
  ])("%j is %s", (revision, version) => {
    const sheets = { Declaration: { J3: revision } };
    expect(recognised(buildCmrt("6.5", { sheets })).version).toBe(version);
  });

  test("newer than all that are known is read with the newest layout and a note", () => {
    const template = recognised(buildCmrt("9.9"));
    expect(template.version).toBe("9.9");
    expect(template.layout).toBe(CMRT.editions.at(-1)?.layout);
    expect(template.notes).toMatchObject([{ kind: "version", at: "Declaration!J3" }]);
  });

  test("its version comes from the copy on the smelter sheet when the declaration's text is gone", () => {
    const sheets = { Declaration: { J3: undefined }, "Smelter List": { Q3: "Revision 6.31 May 26, 2023" } };
    expect(recognised(buildCmrt("6.5", { sheets }))).toMatchObject({
      version: "6.31",
      detectedBy: ["Revision!B3", "Smelter List!Q3"],
    });
  });

  test.each([
    ["1.00", "1.00"],
    ["2.01", "2.00"],
    ["4.20", "4.00"],
    ["5.11", "5.00"],
    ["6.22", "6.01"],
  ])("%s without any revision text is told by its sheets", (version, told) => {
    const template = recognised(
      buildCmrt(version, { sheets: { Declaration: { I3: undefined, J3: undefined } } }),
    );
    expect(template.version).toBe(told);
    expect(template.notes).toMatchObject([{ kind: "version" }]);
  });

  test("is told by the title when the Revision sheet is gone, and by its sheets when both are", () => {
    expect(recognised(buildCmrt("6.5", { without: ["Revision"] })).detectedBy[0]).toBe("Declaration!D2");
    const bare = { Revision: { B3: undefined }, Declaration: { D2: undefined } };
    expect(recognised(buildCmrt("6.5", { sheets: bare })).detectedBy[0]).toBe("the sheets and the revision");
    const old = { Revision: { B3: undefined }, Declaration: { D2: "紛争鉱物報告テンプレート" } };
    expect(recognised(buildCmrt("2.03", { sheets: old })).detectedBy[0]).toBe("Declaration!D2");
  });

  test.each([
    ["日本語 Japanese", "ja"],
    ["italiano", "it"],
    ["Türkçe", "tr"],
    ["Klingon", null],
  ])("set to %j has the language %s", (selector, language) => {
    expect(recognised(buildCmrt("6.5", { sheets: { Declaration: { D3: selector } } })).language).toBe(
      language,
    );
  });

  test("with a renamed sheet is read, with a note", () => {
    const workbook = buildCmrt("6.5", { without: ["Smelter List"], sheets: { "Smelter List (2)": {} } });
    expect(recognised(workbook)).toMatchObject({
      smelterSheet: "Smelter List (2)",
      notes: [{ kind: "shifted" }],
    });
  });

  test.each([
    ["Product List", "Products"],
    ["Product List", "Product List - Table 1"],
    ["Declaration", "Acme Declaration"],
    ["Smelter List", "冶炼厂清单"],
  ])("has its sheet %j under the name %j too", (usual, name) => {
    const sheets = buildCmrt("6.5");
    const renamed = buildCmrt("6.5", {
      without: [usual],
      sheets: { [name]: usual === "Declaration" ? DECLARATION : {} },
    });
    expect(recognised(sheets).notes).toEqual([]);
    const template = recognised(renamed);
    expect(template.notes).toEqual([{ kind: "shifted", note: `The sheet "${usual}" is named "${name}".` }]);
    expect([template.declaration.name, template.smelterSheet, template.sheets.products[0]?.name]).toContain(
      name,
    );
    expect(template.version).toBe("6.5");
  });

  test("whose sheet differs in its blanks alone says so, as nobody sees them", () => {
    const workbook = buildCmrt("6.5", { without: ["Smelter List"], sheets: { "Smelter\u00a0List": {} } });
    expect(recognised(workbook).notes).toMatchObject([
      { note: 'The sheet "Smelter List" is named "Smelter\u00a0List", with other blanks or signs.' },
    ]);
  });

  test("whose sheets have names of their own is told by their labels, or by the Revision sheet and them", () => {
    const star = (letters: string[]) => Object.fromEntries(letters.map((letter) => [letter, "x (*)"]));
    const sheets = {
      "Blatt 1": { ...DECLARATION, ...LABELS },
      "Blatt 2": star(["B4", "C4", "E4"]),
    };
    const workbook = buildCmrt("6.5", { without: ["Declaration", "Smelter List", "Revision"], sheets });
    const template = recognised(workbook);
    expect([template.declaration.name, template.smelterSheet]).toEqual(["Blatt 1", "Blatt 2"]);
    expect(template.notes[0]).toEqual({
      kind: "shifted",
      note: 'No sheet is named "Declaration"; "Blatt 1" was read as this sheet, by its labels.',
    });
  });

  test("without one of its two main sheets is said to lack it", () => {
    for (const name of ["Declaration", "Smelter List"]) {
      expect(detect(buildCmrt("6.5", { without: [name] }))).toMatchObject({
        ok: false,
        unreadable: { kind: "missing-sheet", reason: expect.stringContaining(name) },
      });
    }
  });
});

describe("anything else", () => {
  test("a template that cannot be read is named", () => {
    const workbook = buildWorkbook({
      Revision: { B3: "Pilot Reporting Template" },
      Declaration: { J3: "Revision 1.1\nOctober 27, 2023" },
      "Smelter List": {},
    });
    expect(detect(workbook)).toMatchObject({
      ok: false,
      unreadable: { kind: "other-template", reason: expect.stringContaining("PRT 1.1") },
    });
  });

  test.each([
    ["the title", "EMRT", "1.3", { Revision: { B3: "Extended Mineral Reporting Template" } }],
    ["the title", "CRT", "2.2", { Revision: { B3: "Cobalt Reporting Template" } }],
    ["the title", "AMRT", "1.2", { Revision: { B3: "Additional Minerals Reporting Template" } }],
    ["full-width brackets", "EMRT", "1.3", { Declaration: { D2: "拡張鉱物報告テンプレート（EMRT）" } }],
    ["its mine list", "EMRT", "2.0", { "Mine List": {} }],
    ["its reasons, beside a mine list", "AMRT", "1.2", { "Minerals Scope": {}, "Mine List": {} }],
    [
      "a hidden choice, where it has the sheets of a CMRT",
      "EMRT",
      "1.3",
      { Declaration: { B93: "Not applicable for this declaration", J3: "Revision 1.3" } },
    ],
  ])("a sister template is told by %s", (_, family, version, sheets: Record<string, object>) => {
    const revision = version === "2.2" ? { Declaration: { J3: "Revision 2.2" } } : {};
    const workbook = buildWorkbook({ Declaration: {}, "Smelter List": {}, ...sheets, ...revision });
    const detected = detect(workbook);
    if (!detected.ok) throw new Error(detected.unreadable.reason);
    expect([detected.template.family.id, detected.template.version]).toEqual([family, version]);
  });

  test("an EMRT of 1.x that has lost its titles is never taken for a CMRT", () => {
    const workbook = buildWorkbook({ Declaration: { J3: "Revision 1.3" }, "Smelter List": {} });
    expect(detect(workbook)).toMatchObject({ ok: false });
  });

  test("a sheet with a name that no program allows is not taken for one of a CMRT, and is not repeated", () => {
    const endless = `Declaration ${"x".repeat(100_000)}`;
    const workbook = buildWorkbook({
      [endless]: { D2: "Conflict Minerals Reporting Template (CMRT)" },
      "Smelter and Mine List": {},
    });
    const detected = detect(workbook);
    expect(detected).toMatchObject({ ok: false, unreadable: { kind: "missing-sheet" } });
    expect(JSON.stringify(detected).length).toBeLessThan(1_000);
  });

  test("another workbook is no CMRT, whatever its sheets are called", () => {
    const lists: Parameters<typeof buildWorkbook>[0][] = [
      { Tabelle1: { A1: "Preisliste" } },
      { Declaration: { A1: "Customs" }, "Smelter List": {} },
    ];
    for (const sheets of lists) {
      expect(detect(buildWorkbook(sheets))).toMatchObject({ ok: false, unreadable: { kind: "not-a-cmrt" } });
    }
  });
});
