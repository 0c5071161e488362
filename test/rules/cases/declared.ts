import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { type Cases, NO_METALS, on } from "./case.ts";

export const DECLARED: Cases = {
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
    [
      "a row says so itself, which another rule asks about",
      {
        answers: { tin: { smeltersIdentified: "no" } },
        smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }],
      },
      [],
    ],
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
  "not-used-comment-missing": [
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
    ["no survey in 6.5, which other answers contradict", { policies: { surveysSuppliers: "no" } }, []],
    [
      "no survey in 6.5, and nothing that rests on one",
      {
        policies: { surveysSuppliers: "no", reviewsInformation: "no", takesCorrectiveAction: "no" },
        answers: Object.fromEntries(
          ["tantalum", "tin", "gold", "tungsten"].map((metal) => [
            metal,
            { responseRate: "none" as const, smeltersIdentified: "no" as const },
          ]),
        ),
      },
      on("warning", "D83", "D85", "D87"),
    ],
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
    ["in place", { version: "1.00" }, []],
    [
      "two pillars missing, one finding",
      { version: "1.00", policies: { hasPolicy: "no", carriesOutDueDiligence: "no" } },
      on("info", "D51"),
    ],
    ["another practice", { version: "1.00", policies: { hasAllTemplates: "no" } }, []],
    ["where each practice is a finding of its own", { policies: { hasPolicy: "no" } }, []],
  ],
  "scope-unknown": [
    ["Yes", { family: EMRT }, []],
    ["No", { family: EMRT, answers: { cobalt: { used: "no" } } }, []],
    [
      "Unknown to the first",
      { family: EMRT, answers: { cobalt: { used: "unknown" } } },
      on("warning", "D30"),
    ],
    [
      "Unknown to the second",
      { family: EMRT, answers: { cobalt: { necessary: "unknown" } } },
      on("warning", "D42"),
    ],
    [
      "a No beside it settles it",
      { family: EMRT, answers: { cobalt: { used: "unknown", necessary: "no" } } },
      [],
    ],
    [
      "the second question of an AMRT is another one",
      { family: AMRT, answers: { silver: { responseRate: "unknown" } } },
      [],
    ],
    ["the CMRT has no Unknown there", {}, []],
  ],
  "no-mineral-declared": [
    ["all used", { family: EMRT }, []],
    [
      "none is",
      {
        family: EMRT,
        version: "1.3",
        answers: { cobalt: { used: "no" }, mica: { used: "notApplicable" } },
        smelters: [],
      },
      on("info", "D26"),
    ],
    [
      "one is not answered",
      { family: EMRT, version: "1.3", answers: { cobalt: { used: "no" }, mica: { used: null } } },
      [],
    ],
    ["no mineral is selected", { family: EMRT, minerals: [], smelters: [] }, []],
  ],
};
