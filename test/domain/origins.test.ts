import { expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { createOriginReader, namesInquired } from "../../src/domain/origins.ts";
import { exampleResponse } from "../../src/forms/example-response.ts";

/** The origins of the first of several rows; the others show how the file writes origins. */
function read(mineCountries: string, mineNames?: string, others: readonly string[] = [], family = CMRT) {
  const response = exampleResponse({
    smelters: [{ mineCountries }, ...others.map((text) => ({ mineCountries: text }))],
  });
  const row = { mineCountries, ...(mineNames === undefined ? {} : { mineNames }) };
  return createOriginReader(family)(response, row);
}

test.each([
  ["Rwanda", true],
  ["Peru; DRC (Katanga)", true],
  ["Congo", true],
  ["CC", true],
  ["Kamonyi", true],
  ["Peru", false],
  ["Guinea", false],
  ["recycled", false],
  ["LR", false],
  ["Level 3", true],
  ["RMI Level 2", false],
  ["not from the DRC, Rwanda or Burundi", false],
  ["", false],
])("%j names what is asked about: %s", (text, named) => {
  expect(namesInquired(read(text))).toBe(named);
});

test.each<[string, string[], string[]?]>([
  ["mined in Maniema", ["CD"]],
  ["ITSCI Rwanda", ["RW"]],
  ["Rwandan mines", ["RW"]],
  ["various, incl. Uganda", ["UG"]],
  ["ore from the DRC under ITSCI", ["CD"]],
  ["Kalemie", ["CD"]],
  ["Democratic Rep of Congo", ["CD"]],
  ["Rép. dém. du Congo", ["CD"]],
  ["盧安達、坦尚尼亞", ["RW", "TZ"]],
  ["eastern Congo", [], ["Congo"]],
  ["mines in the Great Lakes Region", [], ["Great Lakes Region"]],
  ["Tanganyika", [], ["Tanganyika"]],
  // What denies it, or is a company's name, is no evidence.
  ["DRC conflict free", []],
  ["does not source from DRC", []],
  ["conflict-free, ex-DRC", []],
  ["不含刚果民主共和国", []],
  ["Goma Metals (Peru)", []],
  ["car scrap", []],
  ["Western Australia", []],
])("%j is evidence of %j", (text, countries, ambiguous = []) => {
  expect(read(text).covered).toMatchObject({ countries, ambiguous });
  expect(read("", text).covered).toMatchObject({ countries, ambiguous });
});

test.each([
  ["RCOI: CC", ["covered"]],
  ["RMI class HR", ["highRisk"]],
  ["Risk level: LR", ["lowRisk"]],
  ["RMI: CC (Covered Country)", ["covered"]],
  ["CC (Covered Country)", ["covered"]],
  ["Covered Country (CC)", ["covered"]],
  ["CC - covered countries", ["covered"]],
  ["CC = Covered Country", ["covered"]],
  ["CC per RMI", ["covered"]],
  ["CC (RMI RCOI data)", ["covered"]],
  ["Level 3 as per RCOI", ["level3"]],
  ["RMI classification: High Risk (HR)", ["highRisk"]],
  ["LR (Low Risk)", ["lowRisk"]],
  ["Low Risk according to RMI", ["lowRisk"]],
])("%j is the class behind its label", (text, classes) => {
  expect(read(text).classes).toEqual(classes);
});

test("a name that may mean two countries counts where both are asked about", () => {
  expect(read("Congo, Rwanda").covered).toEqual({
    countries: ["RW"],
    ambiguous: ["Congo"],
    classes: [],
    places: [],
  });
});

test("a family that serves no inquiry asks about nothing", () => {
  const none = { ...CMRT, inquiry: null };
  expect(namesInquired(read("Rwanda; Congo; CC", undefined, [], none))).toBe(false);
});

test("names of mines count by their places, covered countries, words and classes", () => {
  expect(read("Peru", "San Rafael; Rutsiro").countries).toEqual(["PE", "RW"]);
  expect(read("Peru", "San Rafael, Chile").countries).toEqual(["PE"]);
  expect(read("Peru", "San Rafael, DRC")).toMatchObject({ countries: ["PE", "CD"], unresolved: [] });
  expect(read("Peru", "CC")).toMatchObject({ classes: ["covered"], countries: ["PE"] });
  expect(read("recycled", "scrap").words).toEqual(["recycled", "scrap"]);
});

test("the rest of the file decides whether two letters are a country", () => {
  expect(read("RW")).toMatchObject({ countries: [], unresolved: ["RW"] });
  expect(read("RW", undefined, ["PE", "BO"]).covered.countries).toEqual(["RW"]);
  expect(read("LR", undefined, ["PE", "BO"])).toMatchObject({ countries: ["LR"], classes: [] });
  expect(read("LR", undefined, ["PE", "BO", "CC"])).toMatchObject({ countries: [], classes: ["lowRisk"] });
  expect(read("LR", undefined, ["HR", "R/S"])).toMatchObject({ countries: [], classes: ["lowRisk"] });
  expect(read("CC", undefined, ["PE", "BO"])).toMatchObject({ countries: [], classes: ["covered"] });
});
