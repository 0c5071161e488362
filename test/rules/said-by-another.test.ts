// One fact, one finding, and never none: if a rule leaves a fact to another one, it reports the fact itself once that
// one is switched off.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMELTER_NOT_IDENTIFIED, SMELTER_NOT_LISTED } from "../../src/domain/sentinels.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { check } from "../../src/rules/run.ts";
import { type Example, exampleInput } from "../../src/rules/support/example.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../src/rules/support/example-matches.ts";
import { AREAS, listedMine, matched, PRODUCT_SCOPE, VINTO } from "./cases/case.ts";

const NOT_LISTED_ROW = { metal: "tin", lookupName: SMELTER_NOT_LISTED, country: "BO" } as const;
const CANDIDATE = {
  id: "CID000438",
  standardName: "EM Vinto",
  country: "BO",
  score: 1,
  features: [],
  evidence: "",
};
const ID_ALONE = { smelters: [{ idInput: "CID999999", inOwnList: false }] };
const RWANDA = { mineCountries: "Rwanda" };
const origin = (country: string) => ({
  originList: EXAMPLE_LIST,
  ...matched({ origins: [{ country, text: country, list: "Origin list", asOf: "2025-04-25" }] }),
});
const idAndName = {
  kind: "idAndName" as const,
  idFacility: "EM Vinto (CID000438)",
  nameFacility: "Minsur (CID001182)",
};
const COUNTRY = { kind: "country" as const, stated: "PE", listed: "BO" };

/** The rule that leaves the fact to another one, that other rule, and the fact. */
const LEFT: readonly (readonly [rule: string, to: string, run: Omit<Example, "about">])[] = [
  [
    "company-answer-no",
    "answers-without-survey",
    { policies: { surveysSuppliers: "no", reviewsInformation: "no" } },
  ],
  ["company-answer-no", "practices-contradict", { policies: { reviewsInformation: "no" } }],
  ["weak-programme", "company-answer-no", { policies: { takesCorrectiveAction: "no" } }],
  [
    "cahra-sourcing",
    "covered-country-sourcing",
    { answers: { tin: { coveredOrigin: "yes", cahraOrigin: "yes" } } },
  ],
  [
    "smelter-not-identified",
    "identified-but-unidentified-row",
    { smelters: [{ metal: "tin", lookupName: SMELTER_NOT_IDENTIFIED }] },
  ],
  [
    "smelters-not-all-identified",
    "smelter-not-identified",
    {
      answers: { tin: { smeltersIdentified: "no" } },
      smelters: [{ metal: "tin", lookupName: SMELTER_NOT_IDENTIFIED }],
    },
  ],
  ["smelter-not-listed", "smelter-id-in-name", { smelters: [{ ...NOT_LISTED_ROW, name: "CID000438" }] }],
  [
    "smelter-not-listed",
    "smelter-not-listed-is-listed",
    matched({}, { ...NOT_LISTED_ROW, name: "EM Vinto", inOwnList: undefined }),
  ],
  [
    "smelter-not-listed",
    "smelter-unmatched",
    {
      reference: EXAMPLE_LIST,
      smelters: [{ ...NOT_LISTED_ROW, name: "EM Vnito" }],
      matches: [exampleMatch({ metal: "tin", kind: "candidates", candidates: [CANDIDATE] })],
    },
  ],
  ["smelter-not-listed", "smelter-not-listed-incomplete", { smelters: [NOT_LISTED_ROW] }],
  [
    "smelter-unmatched",
    "smelter-id-in-name",
    {
      reference: EXAMPLE_LIST,
      smelters: [{ metal: "tin", name: "CID 999999", lookupName: "CID 999999" }],
      matches: [exampleMatch({ metal: "tin", kind: "none" })],
    },
  ],
  [
    "smelter-unmatched",
    "smelter-not-in-list",
    {
      reference: EXAMPLE_LIST,
      smelters: [{ metal: "tin", lookupName: "Exampleton Tin Works", inOwnList: false }],
      matches: [exampleMatch({ metal: "tin", kind: "none" })],
    },
  ],
  [
    "smelter-not-in-list",
    "smelter-id-in-name",
    { smelters: [{ metal: "tin", lookupName: "CID999999", inOwnList: false }] },
  ],
  [
    "smelter-id-not-in-reference",
    "smelter-id-unknown",
    { reference: EXAMPLE_LIST, ...ID_ALONE, matches: [exampleMatch({ metal: null, kind: "none" })] },
  ],
  ["smelter-metal-missing", "smelter-id-unknown", ID_ALONE],
  [
    "smelter-country-disagree",
    "smelter-autofill-overwritten",
    matched({ disagreements: [COUNTRY] }, { country: "PE", ownListSays: { country: "BOLIVIA" } }),
  ],
  [
    "smelter-country-disagree",
    "smelter-id-name-disagree",
    matched({ disagreements: [idAndName, COUNTRY] }, { country: "PE", id: "CID000438" }),
  ],
  [
    "smelter-autofill-overwritten",
    "smelter-id-name-disagree",
    matched({ disagreements: [idAndName] }, { id: "CID001182", ownListSays: { id: "CID000438" } }),
  ],
  [
    "smelter-rows-disagree",
    "smelter-country-disagree",
    {
      reference: EXAMPLE_LIST,
      smelters: ["BO", "PE"].map((country) => ({ ...VINTO, id: "CID000438", country })),
      matches: [
        exampleMatch({ metal: "tin", kind: "id", id: "CID000438", standardName: "EM Vinto" }),
        exampleMatch({
          metal: "tin",
          kind: "id",
          id: "CID000438",
          standardName: "EM Vinto",
          disagreements: [COUNTRY],
        }),
      ],
    },
  ],
  ["mine-in-covered-country", "mine-country-covered-but-no", { smelters: [{ ...VINTO, ...RWANDA }] }],
  [
    "mine-country-covered-but-no",
    "cahra-no-but-covered-yes",
    { answers: { tin: { coveredOrigin: "yes", cahraOrigin: "no" } }, smelters: [{ ...VINTO, ...RWANDA }] },
  ],
  [
    "smelter-in-listed-area",
    "smelter-in-covered-country",
    {
      areaLists: [AREAS],
      reference: EXAMPLE_LIST,
      smelters: [{ ...VINTO, country: "RW" }],
      matches: [exampleMatch({ metal: "tin", kind: "none" })],
    },
  ],
  [
    "mine-in-listed-area",
    "mine-country-covered-but-no",
    { areaLists: [AREAS], smelters: [{ ...VINTO, mineCountries: "Myanmar" }] },
  ],
  [
    "mine-in-listed-area",
    "mine-in-covered-country",
    {
      areaLists: [AREAS],
      answers: { tin: { coveredOrigin: "yes", cahraOrigin: "yes" } },
      smelters: [{ ...VINTO, ...RWANDA }],
    },
  ],
  [
    "recycled-but-mined",
    "recycled-declared-but-smelter-not",
    {
      ...origin("PE"),
      answers: { tin: { recycledAll: "yes" } },
      smelters: [{ ...VINTO, recycled: "no" }],
    },
  ],
  [
    "mine-smelter-recycled",
    "mine-of-recycled-mineral",
    {
      ...listedMine({}),
      answers: { cobalt: { recycledAll: "yes" } },
      smelters: [{ metal: "cobalt", name: EMRT.example.facilities.cobalt?.name ?? "", recycled: "yes" }],
    },
  ],
  [
    "product-number-missing",
    "product-list-empty",
    { company: PRODUCT_SCOPE, products: [{ row: 6, name: "Hinge" }] },
  ],
  [
    "supplier-not-on-roster",
    "missing-supplier-alike",
    {
      supplier: "Acme Fixings Europe",
      roster: [{ key: "acme fixings", name: "Acme Fixings" }],
      pair: {
        stranger: "Acme Fixings Europe",
        supplier: { key: "acme fixings", name: "Acme Fixings" },
        by: "name",
      },
    },
  ],
];

test.each(LEFT)("%s leaves it to %s, and says it where that one is off", (rule, to, run) => {
  const rulesOf = (settings: Example["settings"]) =>
    check(exampleInput({ about: "", ...run, settings: { ...run.settings, ...settings } })).findings.map(
      (one) => one.rule,
    );
  const both = rulesOf({});
  expect(both).toContain(to);
  expect(both).not.toContain(rule);
  const off = rulesOf({ off: { [to]: "not wanted" } });
  expect(off).not.toContain(to);
  expect(off).toContain(rule);
});

test("every rule that another one asks about is asked about here", () => {
  const folder = join(import.meta.dirname, "..", "..", "src", "rules");
  const asked = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(
        /\bsays\("(\w+-[\w-]+)"\)|question: "\w+", rule: "([\w-]+)" \}/g,
      ),
    ])
    .map(([, ofCall, ofData]) => ofCall ?? ofData);
  const here = new Set(LEFT.map(([, to]) => to));
  // Two places check rules that need a file with the same bytes, or two products: their own tables have them.
  const elsewhere = ["file-copied", "product-duplicate", "smelter-id-other-metal"];
  expect(
    [...new Set(asked)].filter((rule) => !here.has(rule ?? "") && !elsewhere.includes(rule ?? "")),
  ).toEqual([]);
});
