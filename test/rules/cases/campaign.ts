import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../../src/rules/support/example-matches.ts";
import { type Cases, inList, on, PRODUCT_SCOPE } from "./case.ts";

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    metal: "tin" as const,
    id: `CID${String(from + index).padStart(6, "0")}`,
  }));

const ROSTER = [{ key: "acme", name: "Acme" }];

const EXPECTING_TIN = ROSTER.map((one) => ({ ...one, minerals: ["tin"] }));
const EXPECTING_COPPER = ROSTER.map((one) => ({ ...one, minerals: ["copper"] }));
const ONLY_COBALT = [{ id: "cobalt", at: "Declaration!D12" }];
const WITH_PARTS = ROSTER.map((one) => ({ ...one, products: ["4711", "X-1"] }));
const requesting = (requesterNumber: string) => ({
  family: EMRT,
  supplier: "Acme",
  company: PRODUCT_SCOPE,
  products: [{ row: 6, number: "AC-100", requesterNumber }],
});
const WORKS = (metal: string, more: object = {}) => ({
  metal,
  lookupName: "Smelter not listed",
  name: "Exampleton Works",
  country: "GB",
  ...more,
});
/** An EMRT whose supplier also sent a CMRT with this row. */
const alsoCmrt = (row: object, supplier = "Acme") => ({
  family: EMRT,
  supplier: "Acme",
  beside: [{ supplier, smelters: [row] }],
});

const scoped = (scopeDescription: string, more: object = {}) => ({
  supplier: "Acme",
  company: { scope: { value: "userDefined", raw: "C. User defined" }, scopeDescription },
  ...more,
});
const ofProducts = (numbers: readonly string[], more: object = {}) => ({
  supplier: "Acme",
  company: PRODUCT_SCOPE,
  products: numbers.map((number, index) => ({ row: 6 + index, number })),
  ...more,
});
const COVERED = { answers: { tin: { coveredOrigin: "yes", cahraOrigin: "yes" } } } as const;
const wholeCompanies = (...counts: number[]) =>
  counts.map((count, which) => ({ supplier: `Supplier ${which}`, smelters: rows(count) }));

export const CAMPAIGN: Cases = {
  "scopes-alike": [
    ["one response", scoped("Connectors"), []],
    [
      "other words",
      { responses: [scoped("All brass connectors"), scoped("Connectors, brass")] },
      on("warning", "D10"),
    ],
    ["another plant", { responses: [scoped("Connectors plant 1"), scoped("Connectors plant 2")] }, []],
    ["another series", { responses: [scoped("Relays, series B"), scoped("Relays, series C")] }, []],
    ["other products", { responses: [scoped("Brass connectors"), scoped("Brass hinges")] }, []],
    [
      "another supplier",
      { responses: [scoped("Connectors"), { ...scoped("Connectors"), supplier: "Bolt" }] },
      [],
    ],
    [
      "one that does not count",
      { responses: [scoped("Connectors"), scoped("All connectors", { standing: "superseded" })] },
      [],
    ],
  ],
  "smelter-count-low": [
    ["as many as others", { responses: wholeCompanies(10, 10, 10, 10, 9) }, []],
    ["far fewer", { responses: wholeCompanies(10, 10, 10, 10, 2) }, inList("info", "B5")],
    ["too few peers", { responses: wholeCompanies(10, 10, 2) }, []],
    [
      "not all identified",
      {
        responses: [
          ...wholeCompanies(10, 10, 10, 10, 10),
          { supplier: "Low", smelters: rows(1), answers: { tin: { smeltersIdentified: "no" } } },
        ],
      },
      [],
    ],
  ],
  "expected-metal-denied": [
    ["declared", { supplier: "Acme", roster: EXPECTING_TIN }, []],
    [
      "denied",
      {
        supplier: "Acme",
        roster: EXPECTING_TIN,
        answers: { tin: { used: "no" } },
      },
      on("warning", "D27"),
    ],
    [
      "denied for a part of the company",
      {
        ...scoped("Cables", { answers: { tin: { used: "no" } } }),
        roster: EXPECTING_TIN,
      },
      [],
    ],
  ],
  "asked-mineral-not-declared": [
    ["declared", { family: EMRT, supplier: "Acme", roster: EXPECTING_COPPER }, []],
    [
      "not selected",
      { family: EMRT, supplier: "Acme", roster: EXPECTING_COPPER, minerals: ONLY_COBALT },
      on("warning", "E12"),
    ],
    [
      "not declaring",
      {
        family: EMRT,
        supplier: "Acme",
        roster: EXPECTING_COPPER,
        answers: { copper: { used: "notDeclaring" } },
      },
      on("warning", "D31"),
    ],
    [
      "not used is an answer",
      { family: EMRT, supplier: "Acme", roster: EXPECTING_COPPER, answers: { copper: { used: "no" } } },
      [],
    ],
    [
      "asked of everybody by the settings",
      { family: EMRT, minerals: ONLY_COBALT, settings: { minerals: { EMRT: ["cobalt", "nickel"] } } },
      on("warning", "G13"),
    ],
    [
      "of another template by the settings",
      { family: EMRT, minerals: ONLY_COBALT, settings: { minerals: { AMRT: ["nickel"] } } },
      [],
    ],
    [
      "another declaration of the supplier has it",
      {
        roster: EXPECTING_COPPER,
        responses: [
          { family: EMRT, supplier: "Acme", minerals: ONLY_COBALT },
          { family: EMRT, supplier: "Acme", minerals: [{ id: "copper", at: "Declaration!E12" }] },
        ],
      },
      [],
    ],
    [
      "an AMRT, in the first cell that is free",
      {
        family: AMRT,
        minerals: [{ id: "zinc", at: "Declaration!D12" }],
        settings: { minerals: { AMRT: ["silver"] } },
      },
      on("warning", "E12"),
    ],
    [
      "copper of the roster is no matter of an AMRT",
      { family: AMRT, supplier: "Acme", roster: EXPECTING_COPPER },
      [],
    ],
    [
      "an edition that has it not",
      { family: EMRT, version: "1.3", supplier: "Acme", roster: EXPECTING_COPPER },
      [],
    ],
  ],
  "requester-number-unknown": [
    ["a part of the roster", { ...requesting("4711"), roster: WITH_PARTS }, []],
    ["in other letter case", { ...requesting("x-1"), roster: WITH_PARTS }, []],
    ["no part of the roster", { ...requesting("4712"), roster: WITH_PARTS }, ["Product List!D6 info"]],
    [
      "a supplier whose parts the roster does not have",
      { ...requesting("4712"), supplier: "Bolt", roster: WITH_PARTS },
      [],
    ],
  ],
  "templates-disagree-on-smelter": [
    ["no other template", { family: EMRT, supplier: "Acme", smelters: [WORKS("cobalt")] }, []],
    ["one country", { ...alsoCmrt(WORKS("tin")), smelters: [WORKS("cobalt")] }, []],
    [
      "two countries",
      { ...alsoCmrt(WORKS("tin", { country: "IE" })), smelters: [WORKS("cobalt")] },
      ["Smelter List!E5 info"],
    ],
    [
      "one ID for two metals",
      {
        ...alsoCmrt(WORKS("tin", { id: "CID999990" })),
        smelters: [WORKS("cobalt", { id: "CID999990", name: "Another Works" })],
      },
      ["Smelter List!B5 info"],
    ],
    [
      "what two lists say of two facilities of one name",
      {
        ...alsoCmrt(WORKS("tin", { country: "IE", inOwnList: true })),
        smelters: [WORKS("cobalt", { inOwnList: true })],
      },
      [],
    ],
    [
      "of another supplier",
      { ...alsoCmrt(WORKS("tin", { country: "IE" }), "Bolt"), smelters: [WORKS("cobalt")] },
      [],
    ],
    [
      "superseded",
      {
        family: EMRT,
        supplier: "Acme",
        smelters: [WORKS("cobalt")],
        beside: [{ supplier: "Acme", standing: "superseded", smelters: [WORKS("tin", { country: "IE" })] }],
      },
      [],
    ],
  ],
  "supplier-missing": [
    ["answered", { supplier: "Acme", roster: ROSTER }, []],
    ["not answered", { supplier: "Bolt", roster: ROSTER }, ["file warning"]],
    [
      "withdrawn is not answered",
      { supplier: "Acme", standing: "withdrawn", roster: ROSTER },
      ["file warning"],
    ],
    ["answered for another period", { supplier: "Acme", roster: ROSTER, period: 2024 }, ["file warning"]],
    [
      "files of nobody",
      { supplier: "Bolt", roster: ROSTER, unattributed: [{ file: "in/scan.xlsx", mayBe: [] }] },
      ["file warning"],
    ],
  ],
  "supplier-not-on-roster": [
    ["known", { supplier: "Acme", roster: ROSTER }, []],
    ["not known", { supplier: "Bolt", roster: ROSTER }, on("warning", "D8")],
  ],
  "declarant-name-to-confirm": [
    ["the supplier's own", { supplier: "Acme", roster: [{ key: "acme", name: "Acme" }] }, []],
    [
      "a name in another script",
      {
        supplier: "Acme",
        roster: [{ key: "acme", name: "Acme" }],
        doubt: { declared: "鴻海", supplier: "Acme", evidence: "the path", other: null, by: "unclear" },
      },
      on("warning", "D8"),
    ],
    [
      "another company's name is the other rule's",
      {
        supplier: "Acme",
        roster: [{ key: "acme", name: "Acme" }],
        doubt: { declared: "Xylo", supplier: "Acme", evidence: "the path", other: null, by: "name" },
      },
      [],
    ],
  ],
  "declarant-not-supplier": [
    ["the supplier's own", { supplier: "Acme", roster: [{ key: "acme", name: "Acme" }] }, []],
    [
      "another company's name",
      {
        supplier: "Acme",
        roster: [{ key: "acme", name: "Acme" }],
        doubt: { declared: "Xylo", supplier: "Acme", evidence: "the path", other: null, by: "name" },
      },
      on("warning", "D8"),
    ],
    [
      "one that a newer response superseded is nobody's to explain",
      {
        supplier: "Acme",
        standing: "superseded",
        roster: [{ key: "acme", name: "Acme" }],
        doubt: { declared: "Xylo", supplier: "Acme", evidence: "the path", other: null, by: "name" },
      },
      [],
    ],
  ],
  "missing-supplier-alike": [
    ["nobody is missing", { supplier: "Acme", roster: [{ key: "acme", name: "Acme" }] }, []],
    [
      "a stranger of nearly its name",
      {
        supplier: "Acme Europe",
        roster: [{ key: "acme", name: "Acme" }],
        pair: { stranger: "Acme Europe", supplier: { key: "acme", name: "Acme" }, by: "name" },
      },
      on("warning", "D8"),
    ],
  ],
  "products-not-covered": [
    [
      "covered, in another letter case",
      {
        supplier: "Acme",
        company: PRODUCT_SCOPE,
        products: [{ row: 6, number: "a-1" }],
        roster: [{ key: "acme", name: "Acme", products: ["A-1"] }],
      },
      [],
    ],
    [
      "covered by the requester's number",
      {
        version: "6.6",
        supplier: "Acme",
        company: PRODUCT_SCOPE,
        products: [{ row: 6, number: "X", requesterNumber: "a-1" }],
        roster: [{ key: "acme", name: "Acme", products: ["A-1"] }],
      },
      [],
    ],
    [
      "not covered",
      {
        supplier: "Acme",
        company: PRODUCT_SCOPE,
        products: [{ row: 6, number: "a-1" }],
        roster: [{ key: "acme", name: "Acme", products: ["A-1", "A-2"] }],
      },
      ["file warning"],
    ],
    [
      "nothing received is another rule's",
      { supplier: "Bolt", roster: [{ key: "acme", name: "Acme", products: ["A-2"] }] },
      [],
    ],
  ],
  "response-superseded": [
    ["standing", {}, []],
    ["superseded", { standing: "superseded", supersededBy: "f".repeat(64) }, ["file info"]],
  ],
  "responses-disagree": [
    [
      "No for the company, Yes for a product",
      { responses: [{ supplier: "Acme" }, ofProducts(["A-1"], COVERED)] },
      on("warning", "D39", "D45"),
    ],
    [
      "Yes for the company, No for a product",
      { responses: [{ supplier: "Acme", ...COVERED }, ofProducts(["A-1"])] },
      [],
    ],
    [
      "one product, two answers",
      { responses: [ofProducts(["A-1", "A-2"]), ofProducts(["a-2 "], COVERED)] },
      on("warning", "D39", "D45"),
    ],
    [
      "one product, No and Unknown",
      {
        responses: [
          ofProducts(["A-1", "A-2"]),
          ofProducts(["a-2 "], { answers: { tin: { coveredOrigin: "unknown" } } }),
        ],
      },
      on("warning", "D39"),
    ],
    [
      "one product, Unknown twice",
      {
        responses: [
          ofProducts(["A-1"], { answers: { tin: { coveredOrigin: "unknown" } } }),
          ofProducts(["A-1", "A-3"], { answers: { tin: { coveredOrigin: "unknown" } } }),
        ],
      },
      [],
    ],
    [
      "No for the company, Unknown for a product",
      {
        responses: [
          { supplier: "Acme" },
          ofProducts(["A-1"], { answers: { tin: { coveredOrigin: "unknown" } } }),
        ],
      },
      [],
    ],
    ["two products, two answers", { responses: [ofProducts(["A-1"]), ofProducts(["A-2"], COVERED)] }, []],
    [
      "one scope in other words, two answers",
      { responses: [scoped("All connectors"), scoped("Connectors", COVERED)] },
      on("warning", "D39", "D45"),
    ],
    ["one response", {}, []],
    [
      "ways of saying yes",
      { responses: [{ supplier: "A" }, { supplier: "A", policies: { surveysSuppliers: "yesOtherFormat" } }] },
      [],
    ],
    [
      "two suppliers",
      { responses: [{ supplier: "A" }, { supplier: "B", policies: { hasPolicy: "no" } }] },
      [],
    ],
    [
      "a superseded one does not count",
      {
        responses: [
          { supplier: "A" },
          { supplier: "A", standing: "superseded", policies: { hasPolicy: "no" } },
        ],
      },
      [],
    ],
    [
      "the company rules tin out, a product has it",
      {
        responses: [
          { supplier: "A", answers: { tin: { used: "no" } } },
          { supplier: "A", company: PRODUCT_SCOPE },
        ],
      },
      on("warning", "D27"),
    ],
  ],
  "smelter-list-is-whole-reference": [
    [
      "a short list is never whole",
      {
        reference: EXAMPLE_LIST,
        smelters: rows(1),
        matches: [exampleMatch({ metal: "tin", kind: "id", id: "CID000438" })],
      },
      [],
    ],
    [
      "six of ten",
      {
        reference: {
          ...EXAMPLE_LIST,
          entries: rows(10).map(({ metal, id }) => ({
            metal,
            id,
            standardName: id,
            lookupNames: [],
            at: "A1",
          })),
        },
        smelters: rows(6),
        matches: rows(6).map(({ metal, id }) => exampleMatch({ metal, kind: "id", id })),
      },
      inList("warning", "B5"),
    ],
    [
      "five of ten",
      {
        reference: {
          ...EXAMPLE_LIST,
          entries: rows(10).map(({ metal, id }) => ({
            metal,
            id,
            standardName: id,
            lookupNames: [],
            at: "A1",
          })),
        },
        smelters: rows(5),
        matches: rows(5).map(({ metal, id }) => exampleMatch({ metal, kind: "id", id })),
      },
      [],
    ],
  ],
  "smelter-list-copied": [
    [
      "nine in common are too few",
      { responses: ["A", "B"].map((supplier) => ({ supplier, smelters: rows(9) })) },
      [],
    ],
    [
      "one supplier's two responses",
      { responses: [1, 2].map(() => ({ supplier: "A", smelters: rows(10) })) },
      [],
    ],
    [
      "three equal lists",
      { responses: ["A", "B", "C"].map((supplier) => ({ supplier, smelters: rows(10) })) },
      inList("warning", "B5", "B5", "B5"),
    ],
    [
      "99 of 100",
      {
        responses: [
          { supplier: "A", smelters: rows(100) },
          { supplier: "B", smelters: rows(99) },
        ],
      },
      inList("warning", "B5", "B5"),
    ],
    [
      "97 of 100",
      {
        responses: [
          { supplier: "A", smelters: rows(100) },
          { supplier: "B", smelters: rows(97) },
        ],
      },
      [],
    ],
  ],
  "smelter-count-outlier": [
    [
      "four peers are too few to tell",
      { responses: [1, 1, 1, 50].map((count, at) => ({ supplier: `S${at}`, smelters: rows(count) })) },
      [],
    ],
    [
      "exactly five times the middle",
      { responses: [2, 2, 2, 2, 10].map((count, at) => ({ supplier: `S${at}`, smelters: rows(count) })) },
      [],
    ],
    [
      "more than five times",
      { responses: [2, 2, 2, 2, 11].map((count, at) => ({ supplier: `S${at}`, smelters: rows(count) })) },
      inList("info", "B5"),
    ],
    [
      "those without smelters are no peers",
      { responses: [0, 0, 0, 2, 11].map((count, at) => ({ supplier: `S${at}`, smelters: rows(count) })) },
      [],
    ],
  ],
  "origin-no-was-yes": [
    ["No in both", { previous: {} }, []],
    [
      "Yes, then No, with the same smelters",
      { previous: { answers: { tin: { coveredOrigin: "yes" } } } },
      on("warning", "D39"),
    ],
    [
      "Yes, then No, on high-risk areas",
      { previous: { answers: { tin: { cahraOrigin: "yes" } } } },
      on("warning", "D45"),
    ],
    ["No, then Yes", { ...COVERED, previous: {} }, []],
    [
      "Yes, then No, in an EMRT",
      { family: EMRT, previous: { family: EMRT, answers: { cobalt: { cahraOrigin: "yes" } } } },
      on("warning", "D54"),
    ],
    ["No in both EMRTs", { family: EMRT, previous: { family: EMRT } }, []],
    ["Unknown, then No", { previous: { answers: { tin: { coveredOrigin: "unknown" } } } }, []],
    [
      "out of scope now",
      { answers: { tin: { used: "no" } }, previous: { answers: { tin: { coveredOrigin: "yes" } } } },
      [],
    ],
  ],
  "answers-weaker-than-last-year": [
    ["the same", { previous: {} }, []],
    ["stronger", { previous: { answers: { tin: { smeltersIdentified: "no" } } } }, []],
    [
      "a lower rate, a practice dropped, a smelter fewer",
      {
        answers: { tin: { responseRate: "pctGt75" } },
        policies: { takesCorrectiveAction: "no" },
        smelters: [{ metal: "tin", lookupName: "EM Vinto" }],
        previous: {
          smelters: [
            { metal: "tin", lookupName: "EM Vinto" },
            { metal: "tin", lookupName: "Alpha" },
          ],
        },
      },
      ["Declaration!D57 warning", "Declaration!D87 warning", "Smelter List!B6 warning"],
    ],
    ["not asked any more", { answers: { tin: { used: "no", smeltersIdentified: "no" } }, previous: {} }, []],
  ],
};
