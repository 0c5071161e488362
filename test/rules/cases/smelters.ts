import type { RowMatch } from "../../../src/model/match.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../../src/rules/support/example-matches.ts";
import { type Cases, inList, on } from "./case.ts";

const VINTO = { metal: "tin", lookupName: "EM Vinto", inOwnList: true } as const;
const NOT_LISTED = { metal: "tin", lookupName: "Smelter not listed", country: "GB" } as const;

/** One tin row with what the list says of it. */
function matched(match: Partial<RowMatch>, row: object = {}) {
  return {
    reference: EXAMPLE_LIST,
    smelters: [{ ...VINTO, ...row }],
    matches: [exampleMatch({ metal: "tin", kind: "alias", id: "CID000438", ...match })],
  };
}

export const SMELTERS: Cases = {
  "smelter-metal-missing": [
    ["given", {}, []],
    ["missing", { smelters: [VINTO, { lookupName: "EM Vinto" }] }, inList("error", "B6")],
    ["an unknown ID leaves it open", { smelters: [{ idInput: "CID999999", inOwnList: false }] }, []],
    [
      "another metal's name is no empty cell",
      { smelters: [{ lookupName: "x", raw: { metal: "Cobalt" } }] },
      [],
    ],
  ],
  "smelter-metal-invalid": [
    ["one of the four", {}, []],
    ["cobalt", { smelters: [{ lookupName: "x", raw: { metal: "Cobalt" } }] }, inList("error", "B5")],
    ["understood in another language", { smelters: [{ ...VINTO, raw: { metal: "Stagno" } }] }, []],
  ],
  "smelter-lookup-missing": [
    ["given", {}, []],
    ["missing", { smelters: [{ metal: "tin", name: "EM Vinto" }] }, inList("error", "C5")],
    ["the ID stands in", { smelters: [{ metal: "tin", idInput: "CID000438" }] }, []],
    ["1.00 has no such column", { version: "1.00", smelters: [{ metal: "tin", name: "EM Vinto" }] }, []],
  ],
  "smelter-not-in-list": [
    ["in the list", { smelters: [VINTO] }, []],
    [
      "not in the list",
      { smelters: [VINTO, { metal: "tin", lookupName: "Vinto 2", inOwnList: false }] },
      inList("error", "C6"),
    ],
    ["said not to be listed", { smelters: [VINTO, { ...NOT_LISTED, name: "Works", inOwnList: false }] }, []],
  ],
  "smelter-id-unknown": [
    ["known", { smelters: [{ ...VINTO, idInput: "CID000438" }] }, []],
    ["unknown", { smelters: [VINTO, { idInput: "CID999999", inOwnList: false }] }, inList("error", "A6")],
    [
      "unknown, but a name is chosen",
      { smelters: [VINTO, { metal: "tin", lookupName: "Works", idInput: "X", inOwnList: false }] },
      [],
    ],
  ],
  "smelter-id-mismatch": [
    ["equal", { smelters: [{ ...VINTO, idInput: "CID000438", id: "CID000438" }] }, []],
    ["different", { smelters: [{ ...VINTO, idInput: "CID000439", id: "CID000438" }] }, inList("error", "A5")],
    ["only one", { smelters: [{ ...VINTO, id: "CID000438" }] }, []],
  ],
  "smelter-id-format": [
    ["an ID", { smelters: [{ ...VINTO, id: "CID000438" }] }, []],
    [
      "small letters and blanks are no fault",
      { smelters: [{ ...VINTO, raw: { id: " cid000438 " }, id: "CID000438" }] },
      [],
    ],
    ["five digits", { smelters: [{ ...VINTO, raw: { id: "CID00043" } }] }, inList("warning", "F5")],
    ["an old ID in 3.01", { version: "3.01", smelters: [{ ...VINTO, id: "2BOL001" }] }, []],
    ["an old ID in 6.5", { smelters: [{ ...VINTO, id: "2BOL001" }] }, inList("warning", "F5")],
    ["n/a is no ID", { smelters: [{ ...VINTO, raw: { id: "N/A" } }] }, []],
  ],
  "smelter-not-listed": [
    ["listed", { smelters: [VINTO] }, []],
    [
      "not listed, in any letter case",
      {
        smelters: [
          { ...NOT_LISTED, name: "Works" },
          { metal: "tin", lookupName: "SMELTER NOT LISTED" },
        ],
      },
      inList("warning", "C5", "C6"),
    ],
  ],
  "smelter-not-identified": [
    ["identified", { smelters: [VINTO] }, []],
    [
      "not identified",
      { smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }] },
      inList("warning", "C5"),
    ],
  ],
  "smelter-not-listed-is-listed": [
    ["a new name", { smelters: [{ ...NOT_LISTED, name: "Works" }] }, []],
    [
      "the template filled its ID in",
      { smelters: [{ ...NOT_LISTED, name: "EM Vinto", id: "CID000438", idSource: "RMI" }] },
      inList("info", "C5"),
    ],
    [
      "its name is on the list",
      { ...matched({ kind: "name" }, { ...NOT_LISTED, name: "EM Vinto" }) },
      inList("info", "C5"),
    ],
    [
      "an ID typed by the supplier proves nothing",
      { smelters: [{ ...NOT_LISTED, name: "EM Vinto", id: "CID000438" }] },
      [],
    ],
  ],
  "smelter-metal-out-of-scope": [
    ["in scope", {}, []],
    ["not added", { answers: { gold: { used: "no" } } }, inList("error", "B7")],
    ["not remaining", { answers: { gold: { necessary: "no" } } }, inList("error", "B7")],
    ["3.01 wants both", { version: "3.01", answers: { gold: { necessary: "no" } } }, []],
    ["left open", { answers: { gold: { used: null } } }, []],
  ],
  "smelter-duplicate": [
    ["once", { smelters: [{ ...VINTO, id: "CID000438" }] }, []],
    [
      "three times",
      { smelters: [1, 2, 3].map(() => ({ ...VINTO, id: "CID000438" })) },
      inList("info", "C6", "C7"),
    ],
    ["without ID nothing is said", { smelters: [VINTO, VINTO] }, []],
    [
      "one ID under two metals is another rule's",
      {
        smelters: [
          { ...VINTO, id: "CID000438" },
          { ...VINTO, metal: "gold", id: "CID000438" },
        ],
      },
      [],
    ],
  ],
  "smelter-autofill-overwritten": [
    ["untouched", { smelters: [VINTO] }, []],
    [
      "country and ID typed over",
      {
        smelters: [
          { ...VINTO, country: "PE", id: "CID000001", ownListSays: { country: "BOLIVIA", id: "CID000438" } },
        ],
      },
      inList("warning", "E5", "F5"),
    ],
    [
      "the name has no formula in 6.5",
      { smelters: [{ ...VINTO, name: "Vinto", ownListSays: { name: "EM Vinto" } }] },
      [],
    ],
    [
      "the name has one in 3.01",
      { version: "3.01", smelters: [{ ...VINTO, name: "Vinto", ownListSays: { name: "EM Vinto" } }] },
      inList("warning", "D5"),
    ],
    [
      "the city is not looked at",
      { smelters: [{ ...VINTO, city: "La Paz", ownListSays: { city: "Oruro" } }] },
      [],
    ],
  ],
  "smelter-country-invalid": [
    ["of the list", { smelters: [{ ...VINTO, country: "VN", raw: { country: "Viet Nam" } }] }, []],
    [
      "another spelling is understood",
      { smelters: [{ ...VINTO, country: "VN", raw: { country: "Vietnam" } }] },
      inList("info", "E5"),
    ],
    ["no country", { smelters: [{ ...VINTO, raw: { country: "Asia" } }] }, inList("warning", "E5")],
    ["a placeholder", { smelters: [{ ...VINTO, raw: { country: "Unknown" } }] }, []],
  ],
  "smelter-name-implausible": [
    ["a name", { smelters: [{ ...NOT_LISTED, name: "Works" }] }, []],
    ["two letters", { smelters: [{ ...NOT_LISTED, name: "AB" }] }, inList("warning", "D5")],
    ["two Chinese characters", { smelters: [{ ...NOT_LISTED, name: "云锡" }] }, []],
    ["one letter many times", { smelters: [{ ...NOT_LISTED, name: "aaaaaa" }] }, inList("warning", "D5")],
    ["a listed smelter", { smelters: [{ ...VINTO, name: "EM" }] }, []],
  ],
  "smelter-not-a-name": [
    ["a name", { smelters: [{ ...NOT_LISTED, name: "Works" }] }, []],
    ["various", { smelters: [{ ...NOT_LISTED, name: "Various" }] }, inList("warning", "D5")],
    ["a country", { smelters: [{ ...NOT_LISTED, name: "China" }] }, inList("warning", "D5")],
    [
      "n/a as choice",
      { smelters: [{ metal: "tin", lookupName: "N/A", inOwnList: false }] },
      inList("warning", "C5"),
    ],
    [
      "a listed name that begins like a remark",
      { smelters: [{ metal: "gold", lookupName: "Scrap Metals Refining", inOwnList: true }] },
      [],
    ],
    [
      "not yet identified",
      { smelters: [{ metal: "tin", lookupName: "Smelter not yet identified", name: "Unknown" }] },
      [],
    ],
  ],
  "smelter-exclamation": [
    ["none", {}, []],
    [
      "in name and country",
      {
        smelters: [
          { metal: "tin", lookupName: "Smelter not listed", name: "Works!", raw: { country: "UK!" } },
        ],
      },
      inList("warning", "D5", "E5"),
    ],
  ],
  "smelter-name-without-not-listed": [
    ["no name typed", { smelters: [VINTO] }, []],
    ["a name typed", { smelters: [{ ...VINTO, raw: { name: "Vinto Tin" } }] }, inList("info", "D5")],
    [
      "a name typed for one that is not listed",
      { smelters: [{ ...NOT_LISTED, raw: { name: "Works " }, name: "Works" }] },
      [],
    ],
  ],
  "smelter-recycled-invalid": [
    [
      "choices",
      {
        smelters: [
          { ...VINTO, recycled: "yes" },
          { ...VINTO, recycled: "unknown" },
        ],
      },
      [],
    ],
    [
      "unknown in 3.01",
      { version: "3.01", smelters: [{ ...VINTO, recycled: "unknown" }] },
      inList("warning", "P5"),
    ],
    ["free text", { smelters: [{ ...VINTO, recycled: "partly" }] }, inList("warning", "P5")],
  ],
  "smelter-recycled-inconsistent": [
    ["nothing said", { smelters: [VINTO] }, []],
    [
      "recycled named, answer No",
      { smelters: [{ ...VINTO, recycled: "no", mineNames: "scrap" }] },
      inList("info", "N5"),
    ],
    [
      "recycled named, no answer",
      { smelters: [{ ...VINTO, mineCountries: "Recycled" }] },
      inList("info", "O5"),
    ],
    [
      "a mine, answer Yes",
      { smelters: [{ ...VINTO, recycled: "yes", mineNames: "Huanuni" }] },
      inList("info", "N5"),
    ],
    [
      "not applicable, answer Yes",
      {
        smelters: [
          { ...VINTO, recycled: "yes", mineNames: "n/a", mineCountries: "RCOI confirmed as per RMI" },
        ],
      },
      [],
    ],
    [
      "a mine, answer No",
      { smelters: [{ ...VINTO, recycled: "no", mineNames: "Huanuni", mineCountries: "Bolivia" }] },
      [],
    ],
  ],
  "recycled-declared-but-smelter-not": [
    ["neither", {}, []],
    [
      "declared, one smelter not",
      {
        answers: { tin: { recycledAll: "yes" } },
        smelters: [
          { ...VINTO, recycled: "no" },
          { ...VINTO, recycled: "unknown" },
        ],
      },
      inList("warning", "P5"),
    ],
    ["not declared", { smelters: [{ ...VINTO, recycled: "no" }] }, []],
  ],
  "mine-country-covered-but-no": [
    ["elsewhere", { smelters: [{ ...VINTO, mineCountries: "Bolivia" }] }, []],
    [
      "in the DRC by another name",
      { smelters: [{ ...VINTO, mineCountries: "Congo (Kinshasa)" }] },
      inList("error", "O5"),
    ],
    [
      "Congo is covered, whichever of the two is meant",
      { smelters: [{ ...VINTO, mineCountries: "Congo" }] },
      inList("error", "O5"),
    ],
    ["Sudan is not covered", { smelters: [{ ...VINTO, mineCountries: "Sudan" }] }, []],
    [
      "declared",
      { answers: { tin: { coveredOrigin: "yes" } }, smelters: [{ ...VINTO, mineCountries: "Rwanda" }] },
      [],
    ],
    [
      "unknown is no denial",
      {
        answers: { tin: { coveredOrigin: "unknown" } },
        smelters: [{ ...VINTO, mineCountries: "Rwanda" }],
      },
      [],
    ],
    ["in 2.x", { version: "2.03", smelters: [{ ...VINTO, mineCountries: "Rwanda" }] }, inList("error", "N5")],
  ],
  "smelter-id-not-in-reference": [
    ["on the list", matched({ kind: "id" }, { id: "CID000438" }), []],
    ["on no list", matched({}, { id: "CID999999" }), inList("warning", "F5")],
    [
      "on a newer list alone",
      { ...matched({}, { id: "CID002763" }), laterLists: [EXAMPLE_LIST] },
      inList("warning", "F5"),
    ],
    [
      "typed into the input column",
      matched({}, { id: "CID999999", idInput: "CID999999" }),
      inList("warning", "A5"),
    ],
    [
      "another metal's",
      matched(
        { disagreements: [{ kind: "otherMetal", id: "CID002763", metal: "gold" }] },
        { id: "CID002763" },
      ),
      [],
    ],
    ["no ID by its form", matched({}, { id: "X1" }), []],
  ],
  "smelter-id-other-metal": [
    ["the right metal", matched({}), []],
    [
      "gold's ID",
      matched(
        { disagreements: [{ kind: "otherMetal", id: "CID002763", metal: "gold" }] },
        { id: "CID002763" },
      ),
      inList("error", "F5"),
    ],
  ],
  "smelter-id-name-disagree": [
    ["one facility", matched({}), []],
    [
      "ID and name",
      matched(
        { disagreements: [{ kind: "idAndName", idFacility: "A", nameFacility: "B" }] },
        { id: "CID000001" },
      ),
      inList("error", "F5"),
    ],
    [
      "choice and typed name",
      matched({ disagreements: [{ kind: "twoNames", lookupFacility: "A", nameFacility: "B" }] }),
      inList("error", "D5"),
    ],
  ],
  "smelter-country-disagree": [
    ["agrees", matched({}), []],
    [
      "disagrees",
      matched({ disagreements: [{ kind: "country", stated: "PE", listed: "BO" }] }),
      inList("warning", "E5"),
    ],
    [
      "typed over the template's own is another rule's",
      matched(
        { disagreements: [{ kind: "country", stated: "PE", listed: "BO" }] },
        { ownListSays: { country: "BOLIVIA" } },
      ),
      [],
    ],
  ],
  "smelter-legacy-id": [
    ["a current ID", matched({ kind: "id" }, { id: "CID000438" }), []],
    ["an old ID", matched({ kind: "legacyId" }, { id: "2BOL001" }), inList("info", "F5")],
    ["an old ID in its time", { version: "2.03", ...matched({ kind: "legacyId" }, { id: "2BOL001" }) }, []],
    [
      "one that spells another country",
      matched(
        { kind: "legacyId", disagreements: [{ kind: "legacyId", id: "2PER001", country: "PER" }] },
        { id: "2PER001" },
      ),
      inList("warning", "F5"),
    ],
    [
      "the same in its time",
      {
        version: "2.03",
        ...matched(
          { kind: "legacyId", disagreements: [{ kind: "legacyId", id: "2PER001", country: "PER" }] },
          { id: "2PER001" },
        ),
      },
      inList("warning", "F5"),
    ],
  ],
  "smelter-unmatched": [
    ["matched", matched({}), []],
    ["none", matched({ kind: "none" }, { lookupName: "Works" }), inList("warning", "C5")],
    [
      "said not to be listed, and nothing is like it",
      matched({ kind: "none" }, { ...NOT_LISTED, name: "Works" }),
      [],
    ],
    [
      "not yet identified",
      matched({ kind: "notIdentified" }, { lookupName: "Smelter not yet identified" }),
      [],
    ],
    ["a placeholder is another rule's", matched({ kind: "none" }, { lookupName: "n/a" }), []],
    ["a person said that it is no smelter", matched({ kind: "notSmelter" }, { lookupName: "Traders" }), []],
  ],
  "smelter-removed": [
    ["still listed", matched({}), []],
    ["gone", matched({ removed: { list: "CMRT 6.1", asOf: "2021-04-28" } }), inList("warning", "C5")],
  ],
  "smelter-not-conformant": [
    [
      "conformant",
      {
        statusList: EXAMPLE_LIST,
        ...matched({ status: { status: "Conformant", class: "conformant", list: "L", asOf: null } }),
      },
      [],
    ],
    [
      "active",
      {
        statusList: EXAMPLE_LIST,
        ...matched({ status: { status: "Active", class: "active", list: "L", asOf: null } }),
      },
      [],
    ],
    [
      "non-conformant",
      {
        statusList: EXAMPLE_LIST,
        ...matched({ status: { status: "Non-conformant", class: "other", list: "L", asOf: null } }),
      },
      inList("info", "C5"),
    ],
    ["on no list", { statusList: EXAMPLE_LIST, ...matched({}) }, []],
  ],
  "smelter-in-covered-country": [
    ["elsewhere", { smelters: [{ ...VINTO, country: "BO" }] }, []],
    ["in Uganda", { smelters: [{ ...VINTO, country: "UG" }] }, inList("info", "E5")],
    [
      "the list's country counts before the stated one",
      matched({ country: "RW" }, { country: "BO" }),
      inList("info", "E5"),
    ],
    [
      "sourcing is declared",
      { answers: { tin: { coveredOrigin: "yes" } }, smelters: [{ ...VINTO, country: "UG" }] },
      [],
    ],
  ],
  "smelter-origin-covered": [
    [
      "elsewhere",
      {
        originList: EXAMPLE_LIST,
        ...matched({ origins: [{ country: "PE", text: "Peru", list: "O", asOf: null }] }),
      },
      [],
    ],
    [
      "covered and denied",
      {
        originList: EXAMPLE_LIST,
        ...matched({ origins: [{ country: "CD", text: "DRC", list: "O", asOf: null }] }),
      },
      inList("warning", "C5"),
    ],
    [
      "covered and declared",
      {
        originList: EXAMPLE_LIST,
        answers: { tin: { coveredOrigin: "yes" } },
        ...matched({ origins: [{ country: "CD", text: "DRC", list: "O", asOf: null }] }),
      },
      inList("info", "C5"),
    ],
    [
      "a text that is no country",
      { originList: EXAMPLE_LIST, ...matched({ origins: [{ text: "Africa", list: "O", asOf: null }] }) },
      [],
    ],
  ],
  "smelter-watch-list": [
    ["on none", { watchLists: [EXAMPLE_LIST], ...matched({}) }, []],
    [
      "on two",
      {
        watchLists: [EXAMPLE_LIST],
        ...matched({
          watch: [
            { list: "A", asOf: null, at: "line 2" },
            { list: "B", asOf: null, at: "line 3" },
          ],
        }),
      },
      inList("info", "C5", "C5"),
    ],
  ],
  "template-shifted": [
    ["in place", {}, []],
    [
      "two rows, one finding",
      {
        version: "2.03",
        smelters: [VINTO, { ...VINTO, columns: { id: "A" } }, { ...VINTO, columns: { id: "A" } }],
      },
      inList("warning", "B6"),
    ],
  ],
  "formulas-not-calculated": [
    ["calculated", {}, []],
    [
      "not calculated",
      { smelters: [VINTO, { ...VINTO, recovered: ["id", "country"] }] },
      inList("info", "F6"),
    ],
  ],
  "smelter-list-full": [
    ["four rows", {}, []],
    ["one row at the very end, below a gap", { smelters: [{ ...VINTO, row: 2504 }] }, []],
    ["full", { smelters: Array.from({ length: 2500 }, () => VINTO) }, inList("info", "B2504")],
  ],
  "checker-result-stale": [
    ["no Checker read", {}, []],
    ["right", { checker: { outstanding: "0", at: "Checker!D2" } }, []],
    [
      "one item too few",
      { company: { contactName: null }, checker: { outstanding: "0", at: "Checker!D2" } },
      on("info", "Checker!D2"),
    ],
    [
      "the cascade of an empty first answer",
      { answers: { gold: { used: null } }, checker: { outstanding: "8", at: "Checker!D2" } },
      [],
    ],
    [
      "an unknown ID breaks it",
      {
        smelters: [VINTO, { idInput: "CID999999", inOwnList: false }],
        checker: { outstanding: "#N/A", at: "Checker!D2" },
      },
      [],
    ],
    [
      "one open item per generation: 3.01 counts the phone",
      {
        version: "3.01",
        company: { authorizerPhone: null },
        policies: { publishesPolicy: { value: "yes", comment: "www.acme.example" } },
        checker: { outstanding: "1", at: "Checker!D2" },
      },
      [],
    ],
    [
      "4.x has a Checker that is not known",
      { version: "4.20", checker: { outstanding: "17", at: "Checker!D2" } },
      [],
    ],
  ],
};
