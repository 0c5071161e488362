import { type Cases, NO_METALS, on, PRODUCT_SCOPE } from "./case.ts";

const date = (value: string | null, raw: string) => ({ company: { effectiveDate: { value, raw } } });

export const DECLARATION: Cases = {
  "declaration-scope-invalid": [
    ["a choice", {}, []],
    ["another letter case", { company: { scope: { value: "company", raw: "a. company" } } }, []],
    [
      "a choice of 2.x in 6.5",
      { company: { scope: { value: "company", raw: "A. Company Level" } } },
      on("error", "D9"),
    ],
    [
      "a choice that is understood in 4.20, whose list is not known",
      { version: "4.20", company: { scope: { value: "company", raw: "Company" } } },
      [],
    ],
    [
      "nonsense in 4.20",
      { version: "4.20", company: { scope: { value: null, raw: "yes" } } },
      on("error", "D9"),
    ],
  ],
  "contact-email-invalid": [
    ["an address", {}, []],
    ["no at sign in 6.5", { company: { contactEmail: "ada.acme.example" } }, on("error", "D16")],
    ["no at sign in 3.01", { version: "3.01", company: { contactEmail: "ada" } }, on("warning", "D16")],
    ["n/a is allowed", { company: { contactEmail: "N/A" } }, []],
    ["not available is allowed", { version: "3.01", company: { contactEmail: "Not available" } }, []],
    ["empty is another rule's", { company: { contactEmail: null } }, []],
  ],
  "authorizer-email-invalid": [
    ["an address", {}, []],
    ["no at sign", { company: { authorizerEmail: "bob" } }, on("error", "D20")],
    ["2.x takes any text", { version: "2.03", company: { authorizerEmail: "bob" } }, []],
  ],
  "authorizer-name-placeholder": [
    ["persons", {}, []],
    ["same", { company: { authorizerName: "SAME" } }, on("warning", "D18")],
    [
      "same as above, in both",
      { company: { contactName: "same as above", authorizerName: "Same as contact" } },
      on("warning", "D15", "D18"),
    ],
    ["a dash", { company: { contactName: "-" } }, on("warning", "D15")],
    ["a name that begins so", { company: { contactName: "Samesh Example" } }, []],
  ],
  "language-not-english": [
    ["English", {}, []],
    ["Chinese", { template: { language: "zh" } }, on("info", "D3")],
    ["not known", { template: { language: null } }, []],
  ],
  "free-text-not-english": [
    ["English", {}, []],
    [
      "Cyrillic in a comment",
      { answers: { tin: { cahraOrigin: { value: "no", comment: "нет" } } } },
      on("info", "G45"),
    ],
    ["accents, units and Greek letters", { company: { address: "Straße 5, Ω-Haus, 10 µm" } }, []],
    [
      "a listed smelter's own city",
      { smelters: [{ metal: "tin", lookupName: "EM Vinto", city: "郴州" }] },
      [],
    ],
    [
      "an unlisted smelter's city",
      { smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: "Works", city: "郴州" }] },
      ["Smelter List!I5 info"],
    ],
  ],
  "entry-starts-with-formula-char": [
    ["plain", {}, []],
    [
      "a formula in a product",
      { company: PRODUCT_SCOPE, products: [{ row: 6, number: "=1+1" }] },
      ["Product List!B6 warning"],
    ],
    ["a plus sign is a phone number", { company: { contactPhone: "+44 20" } }, []],
    ["a number sign", { company: { address: "# 4" } }, on("warning", "D14")],
  ],
  "effective-date-not-a-date": [
    ["a date", {}, []],
    ["text that can be read", date("2025-05-31", "31-May-2025"), on("warning", "D22")],
    ["text that cannot", date(null, "05/06/25"), on("warning", "D22")],
    ["a date with a time of day", date("2025-05-31", "45808.5"), []],
    ["1.00 has three choices", { version: "1.00", ...date("2012-05-31", "31 May 2012") }, []],
  ],
  "effective-date-out-of-range": [
    ["in range", {}, []],
    [
      "6.22 ends in March 2026",
      { version: "6.22", today: "2027-01-01", ...date("2026-04-01", "46113") },
      on("warning", "D22"),
    ],
    ["6.5 has no end", { today: "2027-01-01", ...date("2026-04-01", "46113") }, []],
    ["3.01 begins in 2011", { version: "3.01", ...date("2010-12-31", "39081") }, on("warning", "D22")],
    ["6.01 begins in 2006", { version: "6.01", ...date("2010-12-31", "40543") }, []],
  ],
  "effective-date-in-future": [
    ["today", { today: "2025-06-12" }, []],
    ["tomorrow", { today: "2025-06-11" }, on("warning", "D22")],
  ],
  "effective-date-stale": [
    ["twelve months to the day", { today: "2026-06-12" }, []],
    ["a day more", { today: "2026-06-13" }, on("info", "D22")],
    ["at the end of February", { today: "2028-02-29", ...date("2027-02-28", "46446") }, []],
    ["the age is a setting", { today: "2026-06-13", settings: { thresholds: { ageMonths: 24 } } }, []],
    ["of a period that is over, the age at its cut-off", { today: "2030-01-01", period: 2025 }, []],
  ],
  "date-before-period": [
    ["within", { period: 2025 }, []],
    ["the year before", { period: 2026 }, on("error", "D22")],
  ],
  "date-after-cutoff": [
    ["within", { period: 2025, today: "2026-12-01" }, []],
    ["a day after the cut-off", { period: 2024, cutoff: "2025-06-11" }, on("warning", "D22")],
    ["on the cut-off", { period: 2024, cutoff: "2025-06-12" }, []],
  ],
  "date-before-template": [
    ["after the release", {}, []],
    ["the day before the release of 6.5", date("2025-04-24", "45771"), on("warning", "D22")],
    ["a release whose date is not known", { version: "4.10", ...date("2010-01-01", "1") }, []],
  ],
  "date-only-refreshed": [
    [
      "another answer",
      { previous: { company: { effectiveDate: "2024-06-12" }, answers: { tin: { cahraOrigin: "yes" } } } },
      [],
    ],
    [
      "the same a year later",
      { previous: { company: { effectiveDate: "2024-06-12" } } },
      on("warning", "D22"),
    ],
    [
      "the same a month later is a correction",
      { previous: { company: { effectiveDate: "2025-05-12" } } },
      [],
    ],
    [
      "another smelter",
      {
        previous: {
          company: { effectiveDate: "2024-06-12" },
          smelters: [{ metal: "tin", lookupName: "EM Vinto" }],
        },
      },
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
  ],
  "q4-contradicts-q3": [
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
  "covered-country-sourcing": [
    ["no", {}, []],
    [
      "yes for two metals",
      { answers: { tin: { coveredOrigin: "yes" }, gold: { coveredOrigin: "yes" } } },
      on("warning", "D39", "D40"),
    ],
    ["yes, out of scope", { answers: { tin: { used: "no", coveredOrigin: "yes" } } }, []],
    ["yes in 1.00", { version: "1.00", answers: { tin: { coveredOrigin: "yes" } } }, on("warning", "D27")],
  ],
  "cahra-sourcing": [
    ["no", {}, []],
    ["yes", { answers: { tungsten: { cahraOrigin: "yes" } } }, on("warning", "D47")],
  ],
  "origin-unknown": [
    ["known", {}, []],
    [
      "unknown twice",
      { answers: { tin: { coveredOrigin: "unknown", cahraOrigin: "unknown" } } },
      on("info", "D39", "D45"),
    ],
    ["left to 2.x's own words", { version: "2.03", answers: { tin: { coveredOrigin: "unknown" } } }, []],
  ],
  "supplier-response-low": [
    ["all", {}, []],
    ["more than half", { answers: { tin: { responseRate: "pctGt50" } } }, []],
    ["half or less", { answers: { tin: { responseRate: "pctLe50" } } }, on("warning", "D57")],
    [
      "a quarter to a half in 3.01",
      { version: "3.01", answers: { tin: { responseRate: "pctGt25" } } },
      on("warning", "D51"),
    ],
    [
      "the floor is a setting",
      {
        answers: { tin: { responseRate: "pctGt50" } },
        settings: { thresholds: { responseRatePercent: 75 } },
      },
      on("warning", "D57"),
    ],
    [
      "with a floor of 0 only None is low",
      {
        answers: { tin: { responseRate: "pctLe50" }, gold: { responseRate: "none" } },
        settings: { thresholds: { responseRatePercent: 0 } },
      },
      on("warning", "D58"),
    ],
  ],
  "smelters-not-all-identified": [
    ["yes", {}, []],
    ["no", { answers: { tin: { smeltersIdentified: "no" } } }, on("warning", "D63")],
    ["out of scope", { answers: { tin: { necessary: "no", smeltersIdentified: "no" } } }, []],
  ],
  "smelter-info-not-all-reported": [
    ["yes", {}, []],
    ["no", { answers: { tin: { smelterInfoReported: "no" } } }, on("warning", "D69")],
    [
      "unknown in 3.01",
      { version: "3.01", answers: { tin: { smelterInfoReported: "unknown" } } },
      on("warning", "D63"),
    ],
  ],
  "origin-yes-comment-missing": [
    ["no", {}, []],
    [
      "yes twice, one comment",
      { answers: { tin: { coveredOrigin: { value: "yes", comment: "Rwanda" }, cahraOrigin: "yes" } } },
      on("info", "G45"),
    ],
  ],
  "q1-no-comment-missing": [
    ["yes", {}, []],
    ["no without comment", { answers: { gold: { used: "no" } } }, on("info", "G28")],
    ["no with comment", { answers: { gold: { used: { value: "no", comment: "plastics" } } } }, []],
  ],
  "no-3tg-declared": [
    ["some", {}, []],
    ["none", { answers: NO_METALS }, on("info", "D26")],
    ["one left open", { answers: { ...NO_METALS, tin: { used: null } } }, []],
  ],
  "company-answer-no": [
    ["yes everywhere", {}, []],
    [
      "no twice",
      { policies: { reviewsInformation: "no", takesCorrectiveAction: "no" } },
      on("warning", "D85", "D87"),
    ],
    ["not obliged to disclose", { policies: { mustDisclose: "no" } }, []],
    ["the form of the survey up to 4.x", { version: "4.20", policies: { usesStandardForm: "no" } }, []],
    ["no survey in 6.5", { policies: { surveysSuppliers: "no" } }, on("warning", "D83")],
  ],
  "other-format-comment-missing": [
    ["the standard form", {}, []],
    ["another form in 6.5", { policies: { surveysSuppliers: "yesOtherFormat" } }, on("warning", "G83")],
    [
      "not the standard form in 3.01",
      { version: "3.01", policies: { usesStandardForm: "no" } },
      on("warning", "G79"),
    ],
    [
      "described in 3.01",
      { version: "3.01", policies: { usesStandardForm: { value: "no", comment: "own portal" } } },
      [],
    ],
  ],
  "corrective-action-comment-missing": [
    ["described", {}, []],
    ["not described in 6.5", { policies: { takesCorrectiveAction: "yes" } }, on("info", "G87")],
    [
      "not described in 3.01",
      { version: "3.01", policies: { takesCorrectiveAction: "yes" } },
      on("warning", "G85"),
    ],
  ],
  "weak-programme": [
    ["in place", {}, []],
    [
      "two pillars missing, one finding",
      { policies: { hasPolicy: "no", takesCorrectiveAction: "no" } },
      on("info", "D75"),
    ],
    ["another practice", { policies: { requiresValidatedSmelters: "no" } }, []],
  ],
};
