// What is filled into the cells of a blank form.
import { expect, test } from "vitest";
import { AMRT } from "../../src/forms/amrt/family.ts";
import { detect } from "../../src/forms/detect.ts";
import { editionFor } from "../../src/forms/editions.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Family } from "../../src/forms/form.ts";
import { type FormSmelter, fillTemplate } from "../../src/rollup/fill-template.ts";
import { buildTemplate } from "../helpers/build-template.ts";

const EMPTY =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData></sheetData></worksheet>';

/** The texts in the recycled column of a form in a language, filled in with the three answers. */
function recycledIn(family: Family, version: string, selector: string): string[] {
  const workbook = buildTemplate(family, version, { Declaration: { D3: selector } });
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const [metal = ""] = detected.template.layout.minerals;
  const smelters = (["yes", "no", "unknown"] as const).map(
    (recycled): FormSmelter => ({ metal, kind: "described", name: "Exampleton Works", recycled }),
  );
  const content = { scope: null, company: {}, answers: {}, policies: {}, products: [] };
  const { sheets } = fillTemplate(
    { workbook, detected: detected.template, sheetXml: () => EMPTY },
    content,
    smelters,
  );
  const xml = sheets.get("Smelter List") ?? "";
  const { firstRow, columns } = editionFor(family, version).layout.smelters;
  return smelters.map(
    (_, index) =>
      new RegExp(`<c r="${columns.recycled}${firstRow + index}"[^>]*><is><t[^>]*>([^<]*)`).exec(xml)?.[1] ??
      "",
  );
}

test.each([
  ["English", "Yes", "No", "Unknown"],
  ["中文 Chinese", "是", "否", "未知"],
  ["日本語 Japanese", "はい", "いいえ", "不明"],
  ["한국어 Korean", "예", "아니오", "파악되지 않음"],
  ["Français", "Oui", "Non", "Inconnu"],
  ["Deutsch", "Ja", "Nein", "Nicht bekannt"],
])(
  "an AMRT in %s has its own choices on recycled feedstock, an EMRT the English ones",
  (selector, ...own) => {
    expect(recycledIn(AMRT, "1.3", selector)).toEqual(own);
    expect(recycledIn(EMRT, "2.1", selector)).toEqual(["Yes", "No", "Unknown"]);
  },
);
