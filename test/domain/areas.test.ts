import { expect, test } from "vitest";
import { createAreaReader } from "../../src/domain/areas.ts";
import type { ReferenceEntry, ReferenceList } from "../../src/model/reference.ts";
import { buildList } from "../helpers/build-list.ts";

function areaList(name: string, entries: Partial<ReferenceEntry>[]): ReferenceList {
  return {
    ...buildList([], { kind: "area", name, asOf: "2025-06-30" }),
    entries: entries.map((entry, index) => ({
      metal: "",
      standardName: "",
      lookupNames: [],
      at: `line ${index + 2}`,
      ...entry,
    })),
  };
}

const READER = createAreaReader([
  areaList("Own list", [
    { country: "MM", more: { level: "high", source: "Board" } },
    { country: "CO", state: "Cauca" },
    { country: "CO", state: "Departamento de Chocó" },
    { country: "CO", state: "Santander" },
    { country: "CN", state: "Xinjiang Uyghur Autonomous Region" },
    { country: "ID", state: "Bangka Belitung Islands" },
    { countryText: "Nowhere" },
  ]),
  areaList("Second list", [{ country: "MM" }]),
]);

const regions = (country: string, ...texts: (string | undefined)[]) =>
  READER.areasOf({ country, texts }).map(({ region }) => region);

test("a whole country lies in the areas of every list that names it, with level, source, day and line", () => {
  expect(READER.areasOf({ country: "MM" })).toEqual([
    { country: "MM", level: "high", source: "Board", list: "Own list", asOf: "2025-06-30", at: "line 2" },
    { country: "MM", list: "Second list", asOf: "2025-06-30", at: "line 2" },
  ]);
  expect(READER.areasOf({ country: "PE" })).toEqual([]);
});

test("a region counts where a text names it, whatever kind of region it is called", () => {
  expect(regions("CO", "El Tambo, CAUCA")).toEqual(["Cauca"]);
  expect(regions("CO", "Chocó Department; Nariño")).toEqual(["Departamento de Chocó"]);
  expect(regions("CN", "Ürümqi", "Xinjiang")).toEqual(["Xinjiang Uyghur Autonomous Region"]);
  expect(regions("CN", "Xinjiang Uygur Zizhiqu")).toEqual(["Xinjiang Uyghur Autonomous Region"]);
  expect(regions("ID", "Kepulauan Bangka Belitung")).toEqual(["Bangka Belitung Islands"]);
});

test("a region whose name is part of another name does not count, nor does one of another country", () => {
  expect(regions("CO", "Norte de Santander")).toEqual([]);
  expect(regions("PE", "Cauca")).toEqual([]);
  expect(regions("CO", undefined, "")).toEqual([]);
});

test("the regions that lists have of a country", () => {
  expect(READER.regionsOf("CO").map(({ region }) => region)).toEqual([
    "Cauca",
    "Departamento de Chocó",
    "Santander",
  ]);
  expect(READER.regionsOf("MM")).toEqual([]);
});
