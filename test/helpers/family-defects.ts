// Errors in filled-in EMRTs, AMRTs and CRTs, kind by kind: how a complete workbook is edited, and what must be found.
import type { Edit } from "./edit-workbook.ts";

/** A text or number typed in a cell; null clears it. */
export type Typed = string | number | null;

export interface Defect {
  about: string;
  /** By sheet and cell. */
  cells?: Readonly<Record<string, Readonly<Record<string, Typed>>>>;
  /** Edits of rows and columns, by sheet name. */
  edits?: readonly (readonly [sheet: string, edit: Edit])[];
  /** Renamed sheets. */
  renamed?: Readonly<Record<string, string>>;
  /** The workbook was saved by a program that does not store results of formulas. */
  uncalculated?: true;
  /** Rules with the cells that must be among the findings, separated by a blank. */
  finds: readonly string[];
}

const D = (cells: Readonly<Record<string, Typed>>) => ({ cells: { Declaration: cells } });
const S = (cells: Readonly<Record<string, Typed>>) => ({ cells: { "Smelter List": cells } });
const M = (cells: Readonly<Record<string, Typed>>) => ({ cells: { "Mine List": cells } });
const onD = (rule: string, ...cells: string[]) => cells.map((cell) => `${rule} Declaration!${cell}`);
const onS = (rule: string, ...cells: string[]) => cells.map((cell) => `${rule} Smelter List!${cell}`);
const onM = (rule: string, ...cells: string[]) => cells.map((cell) => `${rule} Mine List!${cell}`);

/** A smelter list row emptied, together with what its formulas show. */
const emptied = (...rows: number[]) =>
  Object.fromEntries(rows.flatMap((row) => [..."ABCDEFGHIJPRST"].map((column) => [`${column}${row}`, null])));

/** The labels of an EMRT 2.1 as shown by its formulas after mica is removed from the selection. */
const WITHOUT_MICA: Readonly<Record<string, Typed>> = Object.fromEntries(
  [30, 42, 54, 66, 78, 90, 102, 120].flatMap((first) => [
    [`B${first + 4}`, "Nickel (*)"],
    [`B${first + 5}`, null],
  ]),
);

const MINE = { A5: "Cobalt", B5: "NORILSK NICKEL HARJAVALTA OY", C5: "Kolwezi North", F5: "ZAMBIA" };

/** For an EMRT 2.1 about six minerals, cobalt to nickel in rows 30 to 35. */
const OF_EMRT: readonly Defect[] = [
  { about: "no contact", ...D({ D19: null }), finds: onD("contact-name-missing", "D19") },
  {
    about: "an address without @",
    ...D({ D20: "ada.example.com" }),
    finds: onD("contact-email-invalid", "D20"),
  },
  { about: "the first question open", ...D({ D33: null }), finds: onD("use-answer-missing", "D33") },
  { about: "the second question open", ...D({ D44: null }), finds: onD("necessity-answer-missing", "D44") },
  { about: "a later question open", ...D({ D54: null }), finds: onD("later-answer-missing", "D54") },
  { about: "C open for one mineral", ...D({ D121: null }), finds: onD("later-answer-missing", "D121") },
  { about: "a word of its own", ...D({ D34: "Maybe" }), finds: onD("answer-not-in-list", "D34") },
  { about: "an answer of another question", ...D({ D90: "None" }), finds: onD("answer-not-in-list", "D90") },
  { about: "a company question open", ...D({ D131: null }), finds: onD("company-answer-missing", "D131") },
  {
    about: "a public policy without its address",
    ...D({ G117: null }),
    finds: onD("policy-url-missing", "G117"),
  },
  {
    about: "no policy, but a public one",
    ...D({ D115: "No" }),
    finds: onD("policy-missing-but-public", "D117"),
  },
  {
    about: "another format that is not described",
    ...D({ D133: "Yes, Using Other Format (Describe)" }),
    finds: onD("other-format-comment-missing", "G133"),
  },
  {
    about: "a mineral not used, its smelters and answers left",
    ...D({ D30: "No" }),
    finds: [...onD("answer-outside-scope", "D54"), ...onS("smelter-metal-out-of-scope", "B5", "B6")],
  },
  {
    about: "whether a mineral is used is not known",
    ...D({ D35: "Unknown" }),
    finds: onD("scope-unknown", "D35"),
  },
  {
    about: "a mineral deselected, its answers and smelters left",
    ...D({ E13: "(Delete Mica)", ...WITHOUT_MICA }),
    finds: [...onD("answer-without-mineral", "D35"), ...onS("smelter-metal-invalid", "B11", "B12")],
  },
  {
    about: "a mineral deselected, the workbook not calculated",
    ...D({ E13: "(Delete Mica)" }),
    finds: onD("answered-mineral-not-selected", "D34"),
  },
  {
    about: "a cell of the selection emptied, the workbook not calculated",
    ...D({ D12: null }),
    finds: onD("answered-mineral-not-selected", "D30"),
  },
  {
    about: "no mineral selected any more, the workbook not calculated",
    ...D({ D12: null, E12: null, G12: null, D13: null, E13: null, G13: null }),
    finds: onD("minerals-in-scope-missing", "D12"),
  },
  {
    about: "a mineral selected twice",
    ...D({ E12: "Cobalt" }),
    finds: onD("mineral-selection-unusual", "E12"),
  },
  {
    about: "all recycled, and from high-risk areas",
    ...D({ D54: "Yes", D66: "Yes" }),
    finds: onD("recycled-contradicts-origin", "D66"),
  },
  {
    about: "all identified, not all answered",
    ...D({ D79: "Greater than 50%" }),
    finds: onD("identified-without-full-response", "D91"),
  },
  {
    about: "products without a list of them",
    ...D({ D9: "B. Product (or List of Products)" }),
    finds: ["product-list-empty Product List!B6"],
  },
  { about: "a date as text", ...D({ D26: "12/11/25" }), finds: onD("effective-date-not-a-date", "D26") },
  {
    about: "no smelter of a mineral",
    ...S(emptied(13, 14)),
    finds: onS("smelter-list-missing-for-metal", "B17"),
  },
  {
    about: "a row without a choice",
    ...S({ C16: null, D16: null, E16: null }),
    finds: onS("smelter-lookup-missing", "C16"),
  },
  { about: "a row without a metal", ...S({ B7: null }), finds: onS("smelter-metal-missing", "B7") },
  {
    about: "not listed, without a name",
    ...S({ D15: null }),
    finds: onS("smelter-not-listed-incomplete", "D15"),
  },
  {
    about: "not listed, without a country",
    ...S({ E15: null }),
    finds: onS("smelter-not-listed-incomplete", "E15"),
  },
  {
    about: "a facility of another mineral",
    ...S({ B17: "Copper", C17: "NORILSK NICKEL HARJAVALTA OY" }),
    finds: onS("smelter-not-in-list", "C17"),
  },
  {
    about: "an ID that no list has",
    ...S({ A17: "CID999999", B17: "Copper" }),
    finds: onS("smelter-id-unknown", "A17"),
  },
  {
    about: "one ID typed for two minerals",
    ...S({
      ...emptied(17),
      B17: "Copper",
      C17: "Smelter not listed",
      D17: "Kokkola",
      E17: "FINLAND",
      F17: "CID003390",
    }),
    finds: onS("smelter-id-other-metal", "F17"),
  },
  {
    about: "one plant in two countries",
    ...S({
      B17: "Graphite",
      C17: "Smelter not listed",
      D17: "Pinewater Anode Materials Plant",
      E17: "CHINA",
    }),
    finds: onS("smelter-rows-disagree", "E17"),
  },
  {
    about: "a mine without a smelter",
    ...M({ ...MINE, B5: null }),
    finds: onM("mine-smelter-missing", "B5"),
  },
  {
    about: "a mine without a country",
    ...M({ ...MINE, F5: null }),
    finds: onM("mine-country-missing", "F5"),
  },
  { about: "a row without a mine", ...M({ ...MINE, C5: null }), finds: onM("mine-name-missing", "C5") },
  { about: "a mine of no mineral", ...M({ ...MINE, A5: null }), finds: onM("mine-metal-missing", "A5") },
  {
    about: "a mine of a smelter that is not listed",
    ...M({ ...MINE, B5: "Exampleton Works" }),
    finds: onM("mine-smelter-not-on-list", "B5"),
  },
  {
    about: "a mine of a mineral that the form does not have",
    ...M({ ...MINE, A5: "Zinc" }),
    finds: onM("mine-metal-out-of-scope", "A5"),
  },
  {
    about: "a mine of a smelter that is all recycled",
    cells: { "Smelter List": { P5: "Yes" }, "Mine List": MINE },
    finds: onM("mine-smelter-recycled", "B5"),
  },
  {
    about: "a mine in two countries",
    ...M({ ...MINE, A6: "Cobalt", B6: "ICoNiChem", C6: "Kolwezi North", F6: "FINLAND" }),
    finds: onM("mine-countries-disagree", "F6"),
  },
  {
    about: "a column inserted into the smelter list",
    edits: [["Smelter List", { kind: "insert", line: "column", before: 4 }]],
    finds: onS("template-shifted", "E4"),
  },
  {
    about: "a row of the declaration deleted",
    edits: [["Declaration", { kind: "delete", line: "row", at: 28 }]],
    finds: ["template-shifted"],
  },
  {
    about: "a sheet renamed",
    renamed: { "Mine List": "Liste des mines" },
    ...M({ ...MINE, F5: null }),
    finds: ["mine-country-missing Liste des mines!F5"],
  },
  { about: "no results of formulas", uncalculated: true, finds: ["formulas-not-calculated"] },
];

/** For an AMRT 1.3 about aluminum, manganese, silver and zinc, in rows 31 to 34. */
const OF_AMRT: readonly Defect[] = [
  { about: "no contact", ...D({ D20: null }), finds: onD("contact-name-missing", "D20") },
  { about: "no authorizer", ...D({ D23: null }), finds: onD("authorizer-name-missing", "D23") },
  { about: "no date", ...D({ D27: null }), finds: onD("effective-date-missing", "D27") },
  { about: "the first question open", ...D({ D33: null }), finds: onD("use-answer-missing", "D33") },
  { about: "a word of its own", ...D({ D33: "Maybe" }), finds: onD("answer-not-in-list", "D33") },
  { about: "no response rate", ...D({ D43: null }), finds: onD("optional-answer-missing", "D43") },
  {
    about: "a response rate that is no choice",
    ...D({ D43: "most" }),
    finds: onD("answer-not-in-list", "D43"),
  },
  { about: "few answered", ...D({ D43: "50% or less" }), finds: onD("supplier-response-low", "D43") },
  {
    about: "a mineral not used, its smelters left",
    ...D({ D33: "No" }),
    finds: onS("smelter-metal-out-of-scope", "B8", "B9"),
  },
  {
    about: "whether a mineral is used is not known",
    ...D({ D34: "Unknown" }),
    finds: onD("scope-unknown", "D34"),
  },
  {
    about: "nothing declared of a mineral",
    ...D({ D34: "Not declaring" }),
    finds: onS("smelter-metal-out-of-scope", "B10", "B11"),
  },
  {
    about: "another mineral without its name",
    ...D({ I12: "Other [specify below]" }),
    finds: onD("other-mineral-not-named", "I12"),
  },
  {
    about: "a mineral deselected, the workbook not calculated",
    ...D({ D12: null }),
    finds: ["answered-mineral-not-selected Declaration!D31"],
  },
  {
    about: "a mineral selected twice",
    ...D({ I12: "Zinc" }),
    finds: onD("mineral-selection-unusual", "I12"),
  },
  {
    about: "products without a list of them",
    ...D({ D9: "B. Product (or List of Products)" }),
    finds: ["product-list-empty Product List!B6"],
  },
  { about: "no smelter of a mineral", ...S(emptied(7)), finds: onS("smelter-list-missing-for-metal", "B12") },
  { about: "a row without a choice", ...S({ B12: "Silver" }), finds: onS("smelter-lookup-missing", "C12") },
  {
    about: "not listed, without a name",
    ...S({ B12: "Silver", C12: "Smelter not listed", E12: "JAPAN" }),
    finds: onS("smelter-not-listed-incomplete", "D12"),
  },
  {
    about: "not listed, without a country",
    ...S({ B12: "Silver", C12: "Smelter not listed", D12: "Exampleton Works" }),
    finds: onS("smelter-not-listed-incomplete", "E12"),
  },
  {
    about: "a facility of another mineral",
    ...S({ B12: "Silver", C12: "Eti Bakir A.S" }),
    finds: onS("smelter-not-in-list", "C12"),
  },
  {
    about: "recycled in the words of nobody",
    ...S({ P5: "50 %" }),
    finds: onS("smelter-recycled-invalid", "P5"),
  },
  {
    about: "a mine without a smelter",
    ...M({ A5: "Zinc", C5: "Exampleton Mine", F5: "PERU" }),
    finds: onM("mine-smelter-missing", "B5"),
  },
  {
    about: "a mine without a country",
    ...M({ A5: "Zinc", B5: "Eti Bakir A.S", C5: "Exampleton Mine" }),
    finds: onM("mine-country-missing", "F5"),
  },
  {
    about: "a mine of a mineral that is not selected",
    ...M({ A5: "Copper", B5: "Eti Bakir A.S", C5: "Exampleton Mine", F5: "PERU" }),
    finds: onM("mine-metal-out-of-scope", "A5"),
  },
  {
    about: "a customer's number for some products",
    cells: {
      Declaration: { D9: "B. Product (or List of Products)" },
      "Product List": { B6: "AC-1", D6: "4711", B7: "AC-2" },
    },
    finds: ["requester-number-missing Product List!D7"],
  },
  {
    about: "a column inserted into the smelter list",
    edits: [["Smelter List", { kind: "insert", line: "column", before: 4 }]],
    finds: onS("template-shifted", "E4"),
  },
  { about: "no results of formulas", uncalculated: true, finds: ["formulas-not-calculated"] },
];

/** For a CRT 2.2, whose questions are at 26, 32, 38, 44, 50 and 56. */
const OF_CRT: readonly Defect[] = [
  { about: "no company", ...D({ D8: null }), finds: onD("company-name-missing", "D8") },
  { about: "no scope", ...D({ D9: null }), finds: onD("declaration-scope-missing", "D9") },
  { about: "no contact", ...D({ D15: null }), finds: onD("contact-name-missing", "D15") },
  {
    about: "an address without @",
    ...D({ D16: "ada.example.com" }),
    finds: onD("contact-email-invalid", "D16"),
  },
  { about: "the first question open", ...D({ D26: null }), finds: onD("use-answer-missing", "D26") },
  { about: "a later question open", ...D({ D38: null }), finds: onD("later-answer-missing", "D38") },
  { about: "a word of its own", ...D({ D50: "Maybe" }), finds: onD("answer-not-in-list", "D50") },
  { about: "a company question open", ...D({ D69: null }), finds: onD("company-answer-missing", "D69") },
  {
    about: "a company answer of its own",
    ...D({ D69: "Perhaps" }),
    finds: onD("company-answer-not-in-list", "D69"),
  },
  {
    about: "a public policy without its address",
    ...D({ G63: null }),
    finds: onD("policy-url-missing", "G63"),
  },
  {
    about: "another format that is not described",
    ...D({ D75: "Yes, Using Other Format (Describe)" }),
    finds: onD("other-format-comment-missing", "G75"),
  },
  {
    about: "not used, its refiners left",
    ...D({ D26: "No" }),
    finds: onS("smelter-metal-out-of-scope", "B5", "B6", "B7"),
  },
  { about: "whether it is used is not known", ...D({ D26: "Unknown" }), finds: onD("scope-unknown", "D26") },
  {
    about: "all recycled, and from high-risk areas",
    ...D({ D32: "Yes", D38: "Yes" }),
    finds: onD("recycled-contradicts-origin", "D38"),
  },
  {
    about: "all identified, not all answered",
    ...D({ D44: "Greater than 50%" }),
    finds: onD("identified-without-full-response", "D50"),
  },
  {
    about: "from the DRC and its neighbours alone, and from Finland",
    cells: { Declaration: { D32: "DRC or adjoining countries only" }, "Smelter List": { O6: "Finland" } },
    finds: onS("mine-country-outside-answer", "O6"),
  },
  { about: "no refiner", ...S(emptied(5, 6, 7)), finds: onS("smelter-list-missing-for-metal", "B5") },
  { about: "a row without a choice", ...S({ B8: "Cobalt" }), finds: onS("smelter-lookup-missing", "C8") },
  {
    about: "not listed, without a country",
    ...S({ B8: "Cobalt", C8: "Smelter not listed", D8: "Exampleton Works" }),
    finds: onS("smelter-not-listed-incomplete", "E8"),
  },
  { about: "an ID that no list has", ...S({ A8: "CID999999" }), finds: onS("smelter-id-unknown", "A8") },
  {
    about: "products without a list of them",
    ...D({ D9: "B. Product (or List of Products)" }),
    finds: ["product-list-empty Product List!B6"],
  },
  { about: "no results of formulas", uncalculated: true, finds: ["formulas-not-calculated"] },
];

/** By the folder of the complete workbook. */
export const FAMILY_DEFECTS: Readonly<Record<string, readonly Defect[]>> = {
  "emrt-2.1-010-complete-six": OF_EMRT,
  "amrt-1.3-010-complete": OF_AMRT,
  "crt-2.21-610-complete": OF_CRT,
};
