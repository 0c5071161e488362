import { EMRT } from "../../../src/forms/emrt/family.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../../src/rules/support/example-matches.ts";
import { AREAS, type Cases, inList, listedMine, matched, NOT_LISTED, PRODUCT_SCOPE, VINTO } from "./case.ts";

const IDS = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    metal: "tin" as const,
    id: `CID${String(index).padStart(6, "0")}`,
  }));
const COBALT = { metal: "cobalt", lookupName: EMRT.example.facilities.cobalt?.name ?? "" };
const EMRT_MINE = (mineCountries: string) => ({ family: EMRT, smelters: [{ ...COBALT, mineCountries }] });
const areaRun = { family: EMRT, areaLists: [AREAS] };
const MINE_COUNTRY = ["Mine List!F5 warning"];
const PLANT = { ...NOT_LISTED, name: "Exampleton Works" };
/** An EMRT 1.3 whose cobalt is said to come only from the DRC. */
const onlyDrc = (mineCountries: string, more: object = {}) => ({
  family: EMRT,
  version: "1.3",
  answers: { cobalt: { cahraOrigin: { value: "yesDrcOnly" as const, raw: "DRC only" }, ...more } },
  smelters: [{ ...COBALT, mineCountries }],
});

export const SMELTERS: Cases = {
  "smelter-id-in-name": [
    ["a name", { smelters: [{ ...NOT_LISTED, name: "Works" }] }, []],
    [
      "as the choice",
      { smelters: [{ metal: "tin", lookupName: "CID000438", inOwnList: false }] },
      inList("error", "C5"),
    ],
    [
      "as the choice, where templates fill nothing in",
      { version: "2.03", smelters: [{ metal: "tin", lookupName: "CID000438", inOwnList: false }] },
      inList("info", "C5"),
    ],
    [
      "of a facility that nobody knows",
      matched({ kind: "none" }, { ...NOT_LISTED, name: "CID999438", inOwnList: false }),
      inList("warning", "D5"),
    ],
    ["as the name", { smelters: [{ ...NOT_LISTED, name: "cid 438" }] }, inList("info", "D5")],
    [
      "beside the name",
      { smelters: [{ ...NOT_LISTED, name: "EM Vinto (CID000438)" }] },
      inList("info", "D5"),
    ],
    ["a number of one's own", { smelters: [{ ...NOT_LISTED, name: "Works 242332" }] }, []],
  ],
  "product-scope-many-smelters": [
    ["many smelters of a whole company", { smelters: IDS(120) }, []],
    [
      "many smelters of one product",
      { company: PRODUCT_SCOPE, products: [{ row: 6, number: "A-1" }], smelters: IDS(100) },
      inList("warning", "B5"),
    ],
    [
      "the same one in many rows",
      {
        company: PRODUCT_SCOPE,
        products: [{ row: 6, number: "A-1" }],
        smelters: Array.from({ length: 120 }, () => ({ metal: "tin" as const, id: "CID000438" })),
      },
      [],
    ],
  ],
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
    [
      "an ID is another rule's",
      { smelters: [{ metal: "tin", lookupName: "CID000438", inOwnList: false }] },
      [],
    ],
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
    ["an ID for a name is another rule's", { smelters: [{ ...NOT_LISTED, name: "CID000438" }] }, []],
    ["its name is on the list", matched({ kind: "name" }, { ...NOT_LISTED, name: "EM Vinto" }), []],
    [
      "its name resembles one of the list",
      matched(
        {
          kind: "candidates",
          candidates: [{ id: "CID000438", standardName: "EM Vinto", score: 0.9, evidence: "" }],
        },
        { ...NOT_LISTED, name: "EM Vnito" },
      ),
      [],
    ],
    [
      "not listed, in any letter case",
      {
        smelters: [
          { ...NOT_LISTED, name: "Works" },
          { metal: "tin", lookupName: "SMELTER NOT LISTED", name: "Other works" },
        ],
      },
      inList("warning", "C5", "C6"),
    ],
    ["without a name", { smelters: [{ metal: "tin", lookupName: "Smelter not listed" }] }, []],
  ],
  "smelter-not-identified": [
    ["identified", { smelters: [VINTO] }, []],
    [
      "all are said to be identified, which another rule says",
      {
        answers: { tin: { smeltersIdentified: "yes" } },
        smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }],
      },
      [],
    ],
    [
      "not identified",
      {
        answers: { tin: { smeltersIdentified: "no" } },
        smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }],
      },
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
      "one line for each mine or its country",
      {
        smelters: [
          { ...VINTO, id: "CID000438", mineCountries: "Bolivia" },
          { ...VINTO, id: "CID000438", mineCountries: "Peru" },
          { ...VINTO, id: "CID000438", mineNames: "Huanuni", mineCountries: "Bolivia" },
        ],
      },
      [],
    ],
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
      "recycled as one source among several",
      { smelters: [{ ...VINTO, recycled: "no", mineCountries: "Bolivia; Recycled/Scrap" }] },
      [],
    ],
    [
      "recycled beside a mine and a class",
      { smelters: [{ ...VINTO, mineNames: "Huanuni", mineCountries: "LR, R/S" }] },
      [],
    ],
    [
      "both columns say so, one finding",
      { smelters: [{ ...VINTO, recycled: "no", mineNames: "scrap", mineCountries: "R/S" }] },
      inList("info", "O5"),
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
  "mine-in-covered-country": [
    ["elsewhere", { smelters: [{ ...VINTO, mineCountries: "Bolivia" }] }, []],
    ["denied is another finding", { smelters: [{ ...VINTO, mineCountries: "Rwanda" }] }, []],
    [
      "unknown is another finding",
      {
        answers: { tin: { coveredOrigin: "unknown" } },
        smelters: [{ ...VINTO, mineCountries: "Rwanda" }],
      },
      [],
    ],
    [
      "declared: once for the metal",
      {
        answers: { tin: { coveredOrigin: "yes" } },
        smelters: [
          { ...VINTO, mineCountries: "Peru" },
          { ...VINTO, mineCountries: "Rwanda" },
          { ...VINTO, mineCountries: "CC" },
        ],
      },
      inList("info", "O6"),
    ],
    [
      "not answered",
      { answers: { tin: { coveredOrigin: null } }, smelters: [{ ...VINTO, mineCountries: "Rwanda" }] },
      inList("info", "O5"),
    ],
    [
      "out of scope",
      { answers: { tin: { used: "no" } }, smelters: [{ ...VINTO, mineCountries: "Rwanda" }] },
      inList("info", "O5"),
    ],
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
      "the answer is Unknown",
      {
        answers: { tin: { coveredOrigin: "unknown" } },
        smelters: [{ ...VINTO, mineCountries: "Rwanda" }],
      },
      inList("warning", "O5"),
    ],
    [
      "RMI's class of covered countries",
      { smelters: [{ ...VINTO, mineCountries: "CC" }] },
      inList("error", "O5"),
    ],
    ["RMI's class of low risk", { smelters: [{ ...VINTO, mineCountries: "LR" }] }, []],
    [
      "a class of high risk, denied",
      { smelters: [{ ...VINTO, mineCountries: "HR" }] },
      inList("warning", "O5"),
    ],
    [
      "a class of high risk, declared",
      { answers: { tin: { cahraOrigin: "yes" } }, smelters: [{ ...VINTO, mineCountries: "HR" }] },
      [],
    ],
    ["a class of high risk in 3.x", { version: "3.01", smelters: [{ ...VINTO, mineCountries: "HR" }] }, []],
    ["a district of Rwanda", { smelters: [{ ...VINTO, mineNames: "Rutsiro" }] }, inList("warning", "N5")],
    ["a mine by a name of its own", { smelters: [{ ...VINTO, mineNames: "San Rafael" }] }, []],
    [
      "an area of the user's list",
      { areaLists: [AREAS], smelters: [{ ...VINTO, mineCountries: "Myanmar" }] },
      inList("warning", "O5"),
    ],
    ["an area that no list has", { smelters: [{ ...VINTO, mineCountries: "Myanmar" }] }, []],
    [
      "said not to come from there",
      { smelters: [{ ...VINTO, mineCountries: "Peru; not from DRC, Rwanda" }] },
      [],
    ],
    ["in 2.x", { version: "2.03", smelters: [{ ...VINTO, mineCountries: "Rwanda" }] }, inList("error", "N5")],
    ["a mine list, an area of the user's list, denied", listedMine({ country: "MM" }), MINE_COUNTRY],
    [
      "a mine list, declared",
      { answers: { cobalt: { cahraOrigin: "yes" } }, ...listedMine({ country: "MM" }) },
      [],
    ],
    ["a mine list, elsewhere", listedMine({ country: "CL" }), []],
    ["a mine list without areas of the user's", { ...listedMine({ country: "MM" }), areaLists: [] }, []],
    ["a mine list, a region of the country", listedMine({ country: "CO", state: "Cauca" }), MINE_COUNTRY],
    ["a mine list, another region", listedMine({ country: "CO", state: "Antioquia" }), []],
    ["a mine list, a class of high risk", listedMine({ raw: { country: "HR" } }), MINE_COUNTRY],
    [
      "a mine list, of a mineral out of scope",
      { answers: { cobalt: { used: "no" } }, ...listedMine({ country: "MM" }) },
      [],
    ],
    ["an EMRT and the DRC, whatever lists there are", { ...EMRT_MINE("DRC") }, inList("warning", "O5")],
    ["an EMRT and a class of high risk", { ...EMRT_MINE("HR") }, inList("warning", "O5")],
    ["an EMRT and another covered country", { ...EMRT_MINE("Zambia") }, []],
    ["an EMRT that says so", { ...EMRT_MINE("DRC"), answers: { cobalt: { cahraOrigin: "yes" } } }, []],
    [
      "the mine columns of an EMRT",
      { ...areaRun, smelters: [{ ...COBALT, mineCountries: "Myanmar" }] },
      inList("warning", "O5"),
    ],
  ],
  "mine-country-outside-answer": [
    ["DRC only, and a mine there", onlyDrc("Congo (Kinshasa)"), []],
    ["DRC only, and one elsewhere", onlyDrc("DR Congo; Zambia"), inList("warning", "O5")],
    [
      "from there, and perhaps elsewhere",
      { ...onlyDrc("Zambia"), answers: { cobalt: { cahraOrigin: "yes" } } },
      [],
    ],
    [
      "India and/or Madagascar only",
      {
        family: EMRT,
        version: "1.3",
        answers: {
          mica: { cahraOrigin: { value: "yesIndiaOrMadagascarOnly", raw: "India and/or Madagascar only" } },
        },
        smelters: [{ metal: "mica", lookupName: "DARUKA INTERNATIONAL", mineCountries: "India, Brazil" }],
      },
      inList("warning", "O5"),
    ],
    ["out of scope", { ...onlyDrc("Zambia", { used: "no" }) }, []],
    ["2.x has no such choice", { family: EMRT, smelters: [{ ...COBALT, mineCountries: "Zambia" }] }, []],
  ],
  "smelter-rows-disagree": [
    ["one row", { smelters: [PLANT] }, []],
    ["one name, one country", { smelters: [PLANT, { ...PLANT, row: 6, mineNames: "Pit" }] }, []],
    [
      "one name, two countries",
      { smelters: [PLANT, { ...PLANT, row: 6, country: "IE" }] },
      inList("info", "E6"),
    ],
    [
      "one name for two metals in two countries",
      { smelters: [PLANT, { ...PLANT, row: 6, metal: "gold", country: "IE" }] },
      inList("info", "E6"),
    ],
    [
      "one ID, two countries",
      {
        smelters: [
          { ...PLANT, id: "CID999990" },
          { ...PLANT, row: 6, id: "CID 999990", country: "IE" },
        ],
      },
      inList("warning", "E6"),
    ],
    [
      "one ID for two metals",
      {
        smelters: [
          { ...PLANT, id: "CID999990" },
          { ...PLANT, row: 6, metal: "gold", id: "CID999990" },
        ],
      },
      inList("warning", "B6"),
    ],
    [
      "two IDs are two plants",
      {
        smelters: [
          { ...PLANT, id: "CID999990" },
          { ...PLANT, row: 6, id: "CID999991", country: "IE" },
        ],
      },
      [],
    ],
    [
      "no names",
      {
        smelters: [
          { ...PLANT, name: "various" },
          { ...PLANT, row: 6, name: "various", country: "IE" },
        ],
      },
      [],
    ],
    ["rows without a name", { smelters: [NOT_LISTED, { ...NOT_LISTED, row: 6, country: "IE" }] }, []],
    [
      "recycled here and not there",
      {
        smelters: [
          { ...PLANT, recycled: "yes" },
          { ...PLANT, row: 6, recycled: "no", mineNames: "Pit" },
        ],
      },
      inList("warning", "P6"),
    ],
    [
      "recycled here and unknown there",
      {
        smelters: [
          { ...PLANT, recycled: "yes" },
          { ...PLANT, row: 6, recycled: "unknown" },
        ],
      },
      [],
    ],
    [
      "of a row that a list ties to a facility other rules say what its country should be",
      {
        reference: EXAMPLE_LIST,
        smelters: [
          { ...VINTO, id: "CID000438", country: "BO" },
          { ...VINTO, row: 6, id: "CID000438", country: "PE" },
        ],
        matches: [0, 1].map(() =>
          exampleMatch({ metal: "tin", kind: "id", id: "CID000438", standardName: "EM Vinto" }),
        ),
      },
      [],
    ],
  ],
};
