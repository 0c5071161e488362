import type { Assessment } from "../../../src/model/status-history.ts";
import { exampleHistory } from "../../../src/rules/support/example-history.ts";
import { EXAMPLE_LIST, exampleMatch } from "../../../src/rules/support/example-matches.ts";
import { AREAS, type Cases, inList, listedMine, matched, NOT_LISTED, on, VINTO } from "./case.ts";

/** EM Vinto with an ID that the lists in use give to another facility, and the template's own list. */
const byOwnList = (id: string) => ({
  ...matched({ disagreements: [{ kind: "idAndName" as const, idFacility: "A", nameFacility: "B" }] }, { id }),
  earlierLists: [
    {
      ...EXAMPLE_LIST,
      source: { ...EXAMPLE_LIST.source, templateVersion: "6.5" },
      entries: [
        ["CID000438", "EM Vinto"],
        ["CID000292", "Alpha"],
      ].map(([own = "", name = ""]) => ({
        metal: "tin",
        id: own,
        standardName: name,
        lookupNames: [name],
        at: "A5",
      })),
    },
  ],
});

const sourced = (country: string | undefined, row: object = {}) => ({
  originList: EXAMPLE_LIST,
  ...matched(
    {
      origins: [{ ...(country === undefined ? {} : { country }), text: "as listed", list: "O", asOf: null }],
    },
    row,
  ),
});
const COVERED = { tin: { coveredOrigin: "yes", cahraOrigin: "yes" } } as const;

const inArea = (country: string) => ({ country, list: "A", asOf: null, at: "line 2" });
const mined = (mineCountries: string, mineNames?: string) => ({
  areaLists: [AREAS],
  smelters: [{ ...VINTO, mineCountries, ...(mineNames === undefined ? {} : { mineNames }) }],
});
const ENTRY = { name: "EM Vinto", list: "S", asOf: null, at: "line 2" };

const OTHER = { status: "Removed", class: "other" } as const;
type Said = Parameters<typeof exampleHistory>[0][string];
const lost = (was: Said, is: Said, answered = "2025-06-12") => ({
  company: { effectiveDate: { value: answered, raw: answered } },
  statusHistory: exampleHistory({ "2025-04-25": was, "2025-10-01": is }),
  ...matched({ standardName: "EM Vinto" }),
});
const due = (day: string, assessment: Assessment = {}, status: Said = {}) => ({
  today: "2025-11-30",
  statusHistory: exampleHistory({
    "2025-10-01": { ...status, assessment: { due: day, dueBy: "the list", ...assessment } },
  }),
  ...matched({ standardName: "EM Vinto" }),
});

export const LISTS: Cases = {
  "covered-yes-without-source": [
    ["denied", sourced("PE"), []],
    ["declared, and a smelter sources there", { answers: COVERED, ...sourced("CD") }, []],
    ["declared, and none does", { answers: COVERED, ...sourced("PE") }, on("info", "D39")],
    [
      "declared, and a row names a mine there",
      { answers: COVERED, ...sourced("PE", { mineCountries: "Rwanda" }) },
      [],
    ],
    [
      "declared, and nothing is known of the smelters",
      { answers: COVERED, originList: EXAMPLE_LIST, ...matched({}) },
      [],
    ],
  ],
  "recycled-but-mined": [
    ["not all recycled", sourced("PE"), []],
    [
      "all recycled, a mine's country",
      { answers: { tin: { recycledAll: "yes" } }, ...sourced("PE") },
      inList("warning", "C5"),
    ],
    ["all recycled, a recycler", { answers: { tin: { recycledAll: "yes" } }, ...sourced(undefined) }, []],
    [
      "said by another rule",
      { answers: { tin: { recycledAll: "yes" } }, ...sourced("PE", { recycled: "no" }) },
      [],
    ],
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
      inList("warning", "F5"),
    ],
    [
      "choice and typed name",
      matched({ disagreements: [{ kind: "twoNames", lookupFacility: "A", nameFacility: "B" }] }),
      inList("warning", "D5"),
    ],
    ["by the template's own list", byOwnList("CID000292"), inList("error", "F5")],
    ["only by another list", byOwnList("CID000438"), inList("info", "F5")],
    ["with an ID that the own list lacks", byOwnList("CID009999"), inList("info", "F5")],
  ],
  "smelter-country-disagree": [
    ["agrees", matched({}), []],
    [
      "disagrees",
      matched({ disagreements: [{ kind: "country", stated: "PE", listed: "BO" }] }),
      inList("warning", "E5"),
    ],
    [
      "of two facilities in one row another rule asks which is meant",
      matched({
        disagreements: [
          { kind: "idAndName", idFacility: "A", nameFacility: "B" },
          { kind: "country", stated: "PE", listed: "BO" },
        ],
      }),
      [],
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
    [
      "a choice that the template's list lacks is another rule's",
      matched({ kind: "none" }, { lookupName: "Works", inOwnList: false }),
      [],
    ],
    [
      "but not in templates that fill nothing in",
      { version: "2.03", ...matched({ kind: "none" }, { lookupName: "Works", inOwnList: false }) },
      inList("warning", "C5"),
    ],
    [
      "an ID for a name is another rule's",
      matched({ kind: "none" }, { lookupName: "CID999438", inOwnList: false }),
      [],
    ],
    ["a person said that it is no smelter", matched({ kind: "notSmelter" }, { lookupName: "Traders" }), []],
  ],
  "smelter-removed": [
    ["still listed", matched({}), []],
    ["gone", matched({ removed: { list: "CMRT 6.1", asOf: "2021-04-28" } }), inList("warning", "C5")],
    [
      "of a list that came out after the period",
      {
        ...matched({ removed: { list: "CMRT 6.1", asOf: "2021-04-28" } }),
        reference: { ...EXAMPLE_LIST, asOf: "2026-06-01" },
      },
      inList("info", "C5"),
    ],
    [
      "in a response that does not count",
      { standing: "stale", ...matched({ removed: { list: "CMRT 6.1", asOf: "2021-04-28" } }) },
      [],
    ],
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
    ["in Uganda", { smelters: [{ ...VINTO, country: "UG" }] }, inList("warning", "E5")],
    [
      "where the answer is Unknown",
      { answers: { tin: { coveredOrigin: "unknown" } }, smelters: [{ ...VINTO, country: "UG" }] },
      inList("warning", "E5"),
    ],
    [
      "the list's country counts before the stated one",
      matched({ country: "RW" }, { country: "BO" }),
      inList("warning", "E5"),
    ],
    [
      "not answered",
      { answers: { tin: { coveredOrigin: null } }, smelters: [{ ...VINTO, country: "UG" }] },
      inList("warning", "E5"),
    ],
    [
      "out of scope",
      { answers: { tin: { used: "no", coveredOrigin: null } }, smelters: [{ ...VINTO, country: "UG" }] },
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
  "smelter-status-lost": [
    ["the same", lost({}, {}), []],
    ["conformant, then active", lost({}, { status: "Active", class: "active" }), inList("info", "C5")],
    ["conformant, then removed", lost({}, OTHER), inList("info", "C5")],
    ["on the list, then not", lost({}, null), inList("info", "C5")],
    ["active, then conformant", lost({ status: "Active", class: "active" }, {}), []],
    ["never conformant", lost(OTHER, null), []],
    ["no list of the day of the answer", lost({}, OTHER, "2024-12-31"), []],
    ["answered after the change", lost({}, OTHER, "2025-11-01"), []],
    ["no match", { ...lost({}, OTHER), matches: [exampleMatch({})] }, []],
  ],
  "smelter-assessment-due": [
    ["after the 90 days", due("2026-03-01"), []],
    ["on the last of them", due("2026-02-28"), inList("info", "C5")],
    ["overdue", due("2025-01-01"), inList("info", "C5")],
    ["overdue, a new assessment is under way", due("2025-01-01", { reassessing: true }), []],
    ["no longer conformant", due("2025-01-01", {}, OTHER), []],
    ["no date", { ...due("2025-01-01"), statusHistory: exampleHistory({ "2025-10-01": {} }) }, []],
  ],
  "smelter-in-listed-area": [
    ["in none", { areaLists: [EXAMPLE_LIST], ...matched({}) }, []],
    ["in one", { areaLists: [EXAMPLE_LIST], ...matched({ areas: [inArea("MM")] }) }, inList("info", "C5")],
    [
      "a smelter without a certain match, located where its row says",
      {
        areaLists: [AREAS],
        smelters: [
          { ...VINTO, country: "MM" },
          { ...VINTO, row: 6, country: "CO", state: "Cauca" },
          { ...VINTO, row: 7, country: "CO", state: "Huila" },
          { ...VINTO, row: 8, country: "MM" },
        ],
        matches: [exampleMatch({}), exampleMatch({}), exampleMatch({}), exampleMatch({ kind: "notSmelter" })],
      },
      inList("info", "C5", "C6"),
    ],
    ["a covered country that is denied", { areaLists: [AREAS], ...matched({ areas: [inArea("RW")] }) }, []],
    [
      "a covered country that is declared",
      { answers: COVERED, areaLists: [AREAS], ...matched({ areas: [inArea("RW")] }) },
      inList("info", "C5"),
    ],
  ],
  "mine-in-listed-area": [
    ["elsewhere", mined("Bolivia"), []],
    ["a listed country, denied: another rule says it", mined("Myanmar"), []],
    [
      "a listed country, declared",
      { answers: { tin: { cahraOrigin: "yes" } }, ...mined("Myanmar") },
      inList("info", "O5"),
    ],
    ["a country of which a region is listed", mined("Colombia"), inList("info", "O5")],
    ["that region, denied", mined("Colombia", "El Tambo, Cauca"), []],
    [
      "that region, declared",
      { answers: { tin: { cahraOrigin: "yes" } }, ...mined("Colombia", "El Tambo, Cauca") },
      inList("info", "O5"),
    ],
    ["a covered country", { answers: COVERED, ...mined("Rwanda") }, []],
    ["a mine list, elsewhere", listedMine({ country: "BO" }), []],
    [
      "a mine list, declared",
      { answers: { cobalt: { cahraOrigin: "yes" } }, ...listedMine({ country: "MM" }) },
      ["Mine List!F5 info"],
    ],
    ["a mine list, denied: another rule says it", listedMine({ country: "MM" }), []],
    [
      "a mine list, a country of which a region is listed",
      listedMine({ country: "CO" }),
      ["Mine List!F5 info"],
    ],
    [
      "a mine list, that region",
      { answers: { cobalt: { cahraOrigin: "yes" } }, ...listedMine({ country: "CO", state: "Cauca" }) },
      ["Mine List!F5 info"],
    ],
    ["a mine list without a country", listedMine({}), []],
    [
      "both lists are one finding",
      {
        answers: { cobalt: { cahraOrigin: "yes" } },
        ...listedMine({ country: "MM" }),
        smelters: [{ metal: "cobalt", lookupName: "Exampleton Works", mineCountries: "Myanmar" }],
      },
      inList("info", "O5"),
    ],
  ],
  "smelter-on-sanctions-list": [
    ["no entry", { sanctionsLists: [EXAMPLE_LIST], ...matched({}) }, []],
    [
      "entries in its country, in another, without one",
      {
        sanctionsLists: [EXAMPLE_LIST],
        ...matched({
          sanctions: [{ ...ENTRY, sameCountry: true }, { ...ENTRY, sameCountry: false }, ENTRY],
        }),
      },
      [...inList("warning", "C5", "C5"), ...inList("info", "C5")],
    ],
  ],
};
