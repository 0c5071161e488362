import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { type Cases, NO_METALS, on, PRODUCT_SCOPE } from "./case.ts";

/** An EMRT for two products, with the customer's numbers. */
const requested = (...numbers: (string | undefined)[]) => ({
  family: EMRT,
  company: PRODUCT_SCOPE,
  products: numbers.map((number, index) => ({
    row: 6 + index,
    number: `AC-${index}`,
    ...(number === undefined ? {} : { requesterNumber: number }),
  })),
});

export const ANSWERS: Cases = {
  "practices-contradict": [
    ["all in place", {}, []],
    ["no review, but corrective action", { policies: { reviewsInformation: "no" } }, on("warning", "D87")],
    [
      "no survey, but a review of what it brought",
      { policies: { surveysSuppliers: "no" } },
      on("warning", "D85"),
    ],
    [
      "no due diligence and no survey, but a review: one finding",
      { policies: { surveysSuppliers: "no", carriesOutDueDiligence: "no" } },
      on("warning", "D85"),
    ],
    [
      "nothing in place",
      {
        policies: {
          carriesOutDueDiligence: "no",
          surveysSuppliers: "no",
          reviewsInformation: "no",
          takesCorrectiveAction: "no",
        },
      },
      [],
    ],
    ["a review without corrective action", { policies: { takesCorrectiveAction: "no" } }, []],
  ],
  "answers-without-survey": [
    ["surveyed", {}, []],
    ["not surveyed, all answered", { policies: { surveysSuppliers: "no" } }, on("warning", "D83")],
    ["not surveyed, no metal in scope", { policies: { surveysSuppliers: "no" }, answers: NO_METALS }, []],
    [
      "another form is a survey",
      { policies: { surveysSuppliers: { value: "yesOtherFormat", comment: "portal" } } },
      [],
    ],
  ],
  "answer-not-in-list": [
    ["choices", {}, []],
    ["another letter case", { answers: { tin: { cahraOrigin: { value: "no", raw: "NO" } } } }, []],
    [
      "a blank at the end in 6.5",
      { answers: { tin: { cahraOrigin: { value: "no", raw: "No " } } } },
      on("error", "D45"),
    ],
    [
      "the number 1 for all",
      { version: "6.1", answers: { tin: { responseRate: { value: "pct100", raw: "1" } } } },
      [],
    ],
    [
      "100 % in 6.3",
      { version: "6.3", answers: { tin: { responseRate: { value: "pct100", raw: "1" } } } },
      [],
    ],
    [
      "the blank at the end of a choice of 3.01 may be missing",
      {
        version: "3.01",
        answers: { tin: { responseRate: { value: "pctGt75", raw: "No, but greater than 75%" } } },
      },
      [],
    ],
    [
      "a choice of another generation",
      { answers: { tin: { cahraOrigin: { value: "unknown", raw: "Uncertain or Unknown" } } } },
      on("error", "D45"),
    ],
    [
      "a choice of another question",
      { answers: { tin: { used: { value: "unknown", raw: "Unknown" } } } },
      on("error", "D27"),
    ],
    [
      "understood in 5.12, whose choices are not known",
      { version: "5.12", answers: { tin: { recycledAll: { value: "yes", raw: "Ja" } } } },
      [],
    ],
  ],
  "company-answer-not-in-list": [
    ["choices", {}, []],
    ["Japanese", { policies: { hasPolicy: { value: "yes", raw: "はい" } } }, on("error", "D75")],
    [
      "plain Yes where a form is asked for",
      { policies: { surveysSuppliers: { value: "yes", raw: "Yes" } } },
      on("error", "D83"),
    ],
    [
      "an audit of 2.x",
      {
        version: "2.03",
        policies: { reviewsInformation: { value: "yesInternalAudit", raw: "Yes (internal audit)" } },
      },
      [],
    ],
  ],
  "answer-outside-scope": [
    ["in scope", {}, []],
    [
      "left over after a No in 6.5",
      { answers: { tin: { necessary: "no" } } },
      on("info", "D39", "D45", "D51", "D57", "D63", "D69"),
    ],
    [
      "asked in 3.01 as long as one answer is Yes",
      { version: "3.01", answers: { tin: { necessary: "no" } } },
      [],
    ],
    ["not certain in 4.20", { version: "4.20", answers: { tin: { necessary: "no" } } }, []],
  ],
  "origin-no-without-full-coverage": [
    ["full coverage", {}, []],
    [
      "neither",
      { answers: { tin: { responseRate: "none", smeltersIdentified: "no" } } },
      on("warning", "D39"),
    ],
    ["all smelters known", { answers: { tin: { responseRate: "none" } } }, []],
    ["rate not answered", { answers: { tin: { responseRate: null, smeltersIdentified: "no" } } }, []],
    [
      "origin unknown",
      {
        answers: {
          tin: { coveredOrigin: "unknown", responseRate: "none", smeltersIdentified: "no" },
        },
      },
      [],
    ],
    [
      "an EMRT, whose No is on high-risk areas: neither",
      { family: EMRT, answers: { cobalt: { responseRate: "pctGt50", smeltersIdentified: "no" } } },
      on("warning", "D54"),
    ],
    [
      "an EMRT: every supplier answered",
      { family: EMRT, answers: { cobalt: { smeltersIdentified: "no" } } },
      [],
    ],
    [
      "an EMRT: a Yes on high-risk areas",
      {
        family: EMRT,
        answers: {
          cobalt: { cahraOrigin: "yes", responseRate: "pctGt50", smeltersIdentified: "no" },
        },
      },
      [],
    ],
  ],
  "origin-no-without-inquiry": [
    ["survey, review and due diligence", {}, []],
    ["no survey", { policies: { surveysSuppliers: "no" } }, on("info", "D83")],
    ["no review", { policies: { reviewsInformation: "no" } }, on("info", "D85")],
    ["no due diligence", { policies: { carriesOutDueDiligence: "no" } }, on("info", "D81")],
    ["no corrective action only", { policies: { takesCorrectiveAction: "no" } }, []],
    ["an EMRT: no survey", { family: EMRT, policies: { surveysSuppliers: "no" } }, on("info", "D133")],
    ["an EMRT: a survey", { family: EMRT }, []],
    [
      "an EMRT that says Yes throughout",
      {
        family: EMRT,
        policies: { surveysSuppliers: "no" },
        answers: Object.fromEntries(
          Object.keys(EMRT.example.facilities).map((id) => [id, { cahraOrigin: "yes" as const }]),
        ),
      },
      [],
    ],
    ["not answered", { policies: { surveysSuppliers: null } }, []],
    [
      "no survey, and origin unknown for every metal",
      {
        answers: {
          tantalum: { coveredOrigin: "unknown" },
          tin: { coveredOrigin: "unknown" },
          gold: { coveredOrigin: "unknown" },
          tungsten: { coveredOrigin: "unknown" },
        },
        policies: { surveysSuppliers: "no" },
      },
      [],
    ],
    ["no survey, and no metal in scope", { answers: NO_METALS, policies: { surveysSuppliers: "no" } }, []],
  ],
  "cahra-no-but-covered-yes": [
    ["both no", {}, []],
    ["yes and no", { answers: { gold: { coveredOrigin: "yes", cahraOrigin: "no" } } }, on("error", "D46")],
    ["yes and unknown", { answers: { gold: { coveredOrigin: "yes", cahraOrigin: "unknown" } } }, []],
    ["no and yes", { answers: { gold: { coveredOrigin: "no", cahraOrigin: "yes" } } }, []],
    ["out of scope", { answers: { gold: { used: "no", coveredOrigin: "yes", cahraOrigin: "no" } } }, []],
  ],
  "recycled-contradicts-origin": [
    ["recycled alone", { answers: { gold: { recycledAll: "yes" } } }, []],
    [
      "recycled from a high-risk area",
      { answers: { gold: { recycledAll: "yes", cahraOrigin: "yes" } } },
      on("warning", "D52"),
    ],
    [
      "in 2.x the question is not about all of it",
      { version: "2.03", answers: { gold: { recycledAny: "yes", coveredOrigin: "yes" } } },
      [],
    ],
  ],
  "identified-without-full-response": [
    ["all answered", {}, []],
    ["nine in ten", { answers: { tin: { responseRate: "pctGt90" } } }, on("warning", "D63")],
    [
      "6.3 offers no 100 % for tin where tantalum is not used",
      { version: "6.3", answers: { tin: { responseRate: "pctGt90" }, tantalum: { used: "no" } } },
      on("info", "D63"),
    ],
    [
      "6.3 offers it where tantalum is used",
      { version: "6.3", answers: { tin: { responseRate: "pctGt90" } } },
      on("warning", "D63"),
    ],
    ["not all identified", { answers: { tin: { responseRate: "pctGt90", smeltersIdentified: "no" } } }, []],
  ],
  "identified-but-unidentified-row": [
    ["no such row", {}, []],
    [
      "two such rows, one finding",
      {
        smelters: [
          { metal: "tin", lookupName: "Smelter not yet identified" },
          { metal: "tin", lookupName: "smelter NOT yet identified" },
        ],
      },
      on("error", "D63"),
    ],
    [
      "of another metal",
      {
        answers: { gold: { smeltersIdentified: "no" } },
        smelters: [{ metal: "gold", lookupName: "Smelter not yet identified" }],
      },
      [],
    ],
  ],
  "policy-missing-but-public": [
    ["both", {}, []],
    ["public without a policy", { policies: { hasPolicy: "no" } }, on("error", "D77")],
    ["policy not answered", { policies: { hasPolicy: null } }, []],
  ],
  "product-duplicate": [
    [
      "two numbers",
      {
        products: [
          { row: 6, number: "A" },
          { row: 7, number: "B" },
        ],
      },
      [],
    ],
    [
      "three times one number",
      {
        products: [
          { row: 6, number: "A" },
          { row: 7, number: "a " },
          { row: 9, number: "A" },
        ],
      },
      ["Product List!B7 info", "Product List!B9 info"],
    ],
    [
      "one number for two of the requester's",
      {
        version: "6.6",
        products: [
          { row: 6, number: "A", requesterNumber: "R-1" },
          { row: 7, number: "A", requesterNumber: "R-2" },
          { row: 8, number: "a", requesterNumber: "r-1" },
        ],
      },
      ["Product List!B8 info"],
    ],
    [
      "rows without number",
      {
        products: [
          { row: 6, name: "A" },
          { row: 7, name: "A" },
        ],
      },
      [],
    ],
  ],
  "product-list-not-needed": [
    ["product scope", { company: PRODUCT_SCOPE, products: [{ row: 6, number: "A" }] }, []],
    ["company scope", { products: [{ row: 8, number: "A" }] }, ["Product List!B8 info"]],
    ["no scope", { company: { scope: null }, products: [{ row: 6, number: "A" }] }, []],
  ],
  "requester-number-missing": [
    ["no row has one", requested(undefined, undefined), []],
    ["every row has one", requested("4711", "4712"), []],
    ["one row has none", requested("4711", undefined), ["Product List!D7 info"]],
    ["another scope", { ...requested("4711", undefined), company: {} }, []],
    ["an edition without the column", { ...requested("4711", undefined), family: EMRT, version: "2.0" }, []],
  ],
  "requester-number-duplicate": [
    ["two numbers", requested("4711", "4712"), []],
    ["one number for two products", requested("4711", " 4711 "), ["Product List!D7 info"]],
    [
      "the same product again",
      {
        ...requested("4711", "4711"),
        products: [6, 7].map((row) => ({ row, number: "AC-100", requesterNumber: "4711" })),
      },
      [],
    ],
  ],
  "mineral-selection-unusual": [
    ["as the form has it", { family: EMRT, minerals: [{ id: "mica", at: "Declaration!E13" }] }, []],
    [
      "in the cell of another one",
      { family: EMRT, minerals: [{ id: "nickel", at: "Declaration!D12" }] },
      on("info", "D12"),
    ],
    [
      "a word that the form does not offer",
      { family: EMRT, minerals: [{ id: "(delete copper)", at: "Declaration!D12" }] },
      on("warning", "D12"),
    ],
    [
      "a second time",
      { family: EMRT, selectionFaults: [{ kind: "duplicate", at: "Declaration!G13", text: "Mica" }] },
      on("info", "G13"),
    ],
    [
      "in a cell that nothing reads",
      { family: EMRT, selectionFaults: [{ kind: "nameUnread", at: "Declaration!F12", text: "Mica" }] },
      on("warning", "F12"),
    ],
    [
      "names of its own are what an AMRT has",
      { family: AMRT, minerals: [{ id: "gallium", at: "Declaration!D12" }] },
      [],
    ],
  ],
  "answered-mineral-not-selected": [
    ["all that are answered are selected", { family: EMRT }, []],
    [
      "one is not",
      {
        family: EMRT,
        minerals: [
          { id: "cobalt", at: "Declaration!D12" },
          { id: "mica", at: "Declaration!B31", deselected: true },
        ],
      },
      on("warning", "D31"),
    ],
    [
      "that none is selected is another finding",
      { family: EMRT, minerals: [{ id: "mica", at: "Declaration!B30", deselected: true }] },
      [],
    ],
  ],
  "answer-without-mineral": [
    ["none", { family: EMRT }, []],
    [
      "a row too many",
      { family: EMRT, selectionFaults: [{ kind: "leftOver", at: "Declaration!D36" }] },
      on("info", "D36"),
    ],
  ],
};
