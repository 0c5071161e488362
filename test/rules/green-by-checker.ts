// Responses without open items according to the template's own Checker in which cmrt finds errors. docs/checking.md
// shows the table.
import type { Example } from "../../src/rules/support/example.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../src/rules/support/example-matches.ts";

export interface Green {
  situation: string;
  run: Omit<Example, "about">;
  rule: string;
  at: string;
}

const LISTED = { metal: "tin", lookupName: "EM Vinto", id: "CID000438", inOwnList: true } as const;
/** One row for each metal, with changes in the tin row. */
function tinRow(row: object) {
  return [
    { metal: "tantalum" as const, lookupName: "Taki Chemical Co., Ltd.", inOwnList: true },
    { ...LISTED, ...row },
    { metal: "gold" as const, lookupName: "8853 S.p.A.", inOwnList: true },
    { metal: "tungsten" as const, lookupName: "Japan New Metals Co., Ltd.", inOwnList: true },
  ];
}

export const GREEN: readonly Green[] = [
  {
    situation: "gold is declared as not used, and a gold smelter is listed",
    run: { answers: { gold: { used: "no" } } },
    rule: "smelter-metal-out-of-scope",
    at: "Smelter List!B7",
  },
  {
    situation: "all tin smelters are identified, and a tin row says “Smelter not yet identified”",
    run: { smelters: tinRow({ lookupName: "Smelter not yet identified", id: undefined }) },
    rule: "identified-but-unidentified-row",
    at: "Declaration!D63",
  },
  {
    situation: "covered countries yes, conflict-affected and high-risk areas no",
    run: { answers: { tantalum: { coveredOrigin: "yes", cahraOrigin: "no" } } },
    rule: "cahra-no-but-covered-yes",
    at: "Declaration!D44",
  },
  {
    situation: "all tin is recycled, covered countries are denied, and the mine is in Rwanda",
    run: { answers: { tin: { recycledAll: "yes" } }, smelters: tinRow({ mineCountries: "Rwanda" }) },
    rule: "mine-country-covered-but-no",
    at: "Smelter List!O6",
  },
  {
    situation: "a smelter's name was typed that the template's list does not have",
    run: { smelters: tinRow({ lookupName: "Exampleton Tin Works", id: undefined, inOwnList: false }) },
    rule: "smelter-not-in-list",
    at: "Smelter List!C6",
  },
  {
    situation: "a tin row has the ID of a gold refiner",
    run: {
      reference: EXAMPLE_LIST,
      smelters: tinRow({ id: "CID002763" }),
      matches: ["tantalum", "tin", "gold", "tungsten"].map((metal) =>
        exampleMatch({
          metal: metal as "tin",
          disagreements: metal === "tin" ? [{ kind: "otherMetal", id: "CID002763", metal: "gold" }] : [],
        }),
      ),
    },
    rule: "smelter-id-other-metal",
    at: "Smelter List!F6",
  },
  {
    situation: "the country of a listed smelter was typed over",
    run: {
      smelters: tinRow({ country: "PE", raw: { country: "PERU" }, ownListSays: { country: "BOLIVIA" } }),
    },
    rule: "smelter-autofill-overwritten",
    at: "Smelter List!E6",
  },
  {
    situation: "an answer is given in Japanese, which no formula of the template understands",
    run: { answers: { tin: { coveredOrigin: { value: "yes", raw: "はい" } } } },
    rule: "answer-not-in-list",
    at: "Declaration!D39",
  },
  {
    situation: "the date is the text “05/06/25”",
    run: { company: { effectiveDate: { value: null, raw: "05/06/25" } } },
    rule: "effective-date-not-a-date",
    at: "Declaration!D22",
  },
  {
    situation: "there is no policy, and it can be read on the web",
    run: { policies: { hasPolicy: "no" } },
    rule: "policy-missing-but-public",
    at: "Declaration!D77",
  },
  {
    situation: "the second product has no number",
    run: {
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, name: "Hinge" },
      ],
    },
    rule: "product-number-missing",
    at: "Product List!B7",
  },
  {
    situation: "the authorizer is “same as above”",
    run: { company: { authorizerName: "same as above" } },
    rule: "authorizer-name-placeholder",
    at: "Declaration!D18",
  },
];

/** The table as printed in docs/checking.md. */
export function greenTable(): string {
  const rows = GREEN.map(
    ({ situation, rule, at }) => `| ${situation} | ${at} | [${rule}](rules.md#${rule}) |`,
  );
  return ["| what the Checker passes | cell | what cmrt finds |", "|---|---|---|", ...rows].join("\n");
}
