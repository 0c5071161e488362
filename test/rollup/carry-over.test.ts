// What a current form takes over from an older response, what is doubtful and what is left behind.
import { describe, expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import type { DetectedTemplate } from "../../src/forms/detect.ts";
import { editionFor } from "../../src/forms/editions.ts";
import type { RowMatch } from "../../src/model/match.ts";
import type { Answer, Response, SmelterRow } from "../../src/model/response.ts";
import { carryOver } from "../../src/rollup/carry-over.ts";
import { buildResponse } from "../helpers/build-response.ts";

/** A blank form as detected. */
function form(version: string): DetectedTemplate {
  const edition = editionFor(CMRT, version);
  return {
    ...{ family: CMRT, version, edition, layout: edition.layout },
    ...{ declaration: { name: "Declaration" }, smelterSheet: "Smelter List" },
  } as unknown as DetectedTemplate;
}

const NONE: RowMatch = { metal: "tin", kind: "none", evidence: "", candidates: [], disagreements: [] };
const LISTED: RowMatch = { ...NONE, kind: "id", id: "CID000438", standardName: "EM Vinto", country: "BO" };

function given(version: string, more: Partial<Response> = {}): Response {
  return { ...buildResponse({ version }), answers: {}, policies: {}, smelters: [], ...more };
}

const answer = (value: Answer["value"], raw?: string): Answer => ({
  ...{ value, at: "Declaration!D1" },
  ...(raw === undefined ? {} : { raw }),
});

describe("answers", () => {
  test.each<[string, string, string, Answer, string | null, string | undefined]>([
    ["the same choice", "6.31", "coveredCountries", answer("unknown"), "unknown", undefined],
    ["a share below a half", "4.20", "supplierResponseRate", answer("pctLt25"), "pctLe50", "restated"],
    ["a share that both have", "4.20", "supplierResponseRate", answer("pctGt75"), "pctGt75", undefined],
    ["an answer no longer offered", "4.20", "allSmelterInfoReported", answer("unknown"), null, "notOffered"],
    ["a text", "4.20", "coveredCountries", answer(null, "maybe"), null, "notOffered"],
    ["none of it recycled: not all of it", "2.03a", "recycledOrScrap", answer("no"), "no", undefined],
    ["some of it recycled: whether all is open", "2.03a", "recycledOrScrap", answer("yes"), null, "reworded"],
  ])("%s", (_, version, question, told, value, why) => {
    const response = given(version, { answers: { tin: { [question]: told } } });
    const { content, doubts } = carryOver(response, [], form("6.5"));
    expect(content.answers.tin?.[question]?.value).toBe(value);
    expect(doubts.map((doubt) => doubt.why)).toEqual(why === undefined ? [] : [why]);
  });

  test("a question that the older edition does not ask stays open; one that the form does not ask is named", () => {
    const { content, leftBehind } = carryOver(
      given("2.03a", { answers: { tin: { smeltersOnCompliantList: answer("yes") } } }),
      [],
      form("6.5"),
    );
    expect(content.answers.tin?.cahra).toBeUndefined();
    expect(leftBehind.map(({ what }) => what)).toContain(
      "answers to question 6, which the form does not ask",
    );
  });

  test("a comment comes along, with the address that only its link had", () => {
    const policyPublic = {
      ...answer("yes"),
      comment: { value: "Policy", link: "https://a.example", at: "x" },
    };
    const { content } = carryOver(given("6.31", { policies: { policyPublic } }), [], form("6.5"));
    expect(content.policies.policyPublic).toEqual({ value: "yes", comment: "Policy https://a.example" });
  });

  test.each([
    ["annualDisclosure", "no", "no", "wider"],
    ["annualDisclosure", "yes", null, "notOffered"],
    ["dueDiligenceImplemented", "no", "no", undefined],
  ] as const)("company question %s, answered %s", (key, told, value, why) => {
    const response = given("5.12", { policies: { [key]: answer(told) } });
    const { content, doubts } = carryOver(response, [], form("6.5"));
    expect(content.policies[key]?.value).toBe(value);
    expect(doubts.map((doubt) => doubt.why)).toEqual(why === undefined ? [] : [why]);
  });
});

test("the day is asked anew; a scope that is none is asked with what it was", () => {
  const { content, doubts } = carryOver(
    given("4.20", {
      company: {
        companyName: { value: "Acme", at: "Declaration!D8" },
        effectiveDate: { value: "2016-05-20", at: "Declaration!D22" },
        scope: { value: null, raw: "All our screws", at: "Declaration!D9" },
      },
    }),
    [],
    form("6.5"),
  );
  expect(content.company).toEqual({ companyName: "Acme" });
  expect(content.scope).toBeNull();
  expect(doubts).toEqual([
    { why: "notOffered", sheet: "Declaration", cell: "D9", facts: { text: "All our screws" } },
  ]);
});

describe("smelters", () => {
  const row: SmelterRow = { row: 7, metal: "tin", name: "EM Vinto", id: "CID000438" };
  test.each<[string, SmelterRow, RowMatch, string | null, string | undefined]>([
    ["on the form's list", row, LISTED, "matched", undefined],
    ["by an older ID", { ...row, id: "2BOL001" }, { ...LISTED, kind: "legacyId" }, "matched", "listedAs"],
    [
      "of another country",
      { ...row, country: "PE" },
      { ...LISTED, disagreements: [{ kind: "country", stated: "PE", listed: "BO" }] },
      "matched",
      "listedAs",
    ],
    [
      "ID and name of two facilities",
      row,
      { ...LISTED, disagreements: [{ kind: "idAndName", idFacility: "EM Vinto", nameFacility: "Minsur" }] },
      "described",
      "unlisted",
    ],
    ["not found", { ...row, name: "Drumlin" }, NONE, "described", "unlisted"],
    [
      "never listed, as its supplier says",
      { row: 7, metal: "tin", lookupName: "Smelter not listed", name: "Drumlin" },
      NONE,
      "described",
      undefined,
    ],
    [
      "not yet identified",
      { row: 7, metal: "tin", lookupName: "Smelter not yet identified" },
      { ...NONE, kind: "notIdentified" },
      "notIdentified",
      undefined,
    ],
    ["without a metal", { row: 7, name: "EM Vinto" }, { ...NONE, metal: null }, null, "rowLost"],
    ["without a smelter", { row: 7, metal: "tin" }, NONE, null, "rowLost"],
  ])("%s", (_, smelter, match, kind, why) => {
    const { smelters, doubts } = carryOver(given("4.20", { smelters: [smelter] }), [match], form("6.5"));
    expect(smelters.map((one) => one.kind)).toEqual(kind === null ? [] : [kind]);
    expect(doubts.map((doubt) => doubt.why)).toEqual(why === undefined ? [] : [why]);
  });

  test("one that is not certain keeps its name and ID, and no facility of the list", () => {
    const { smelters } = carryOver(
      given("4.20", {
        smelters: [{ ...row, name: "Drumlin", country: "PE", mineNames: "A", comments: "x" }],
      }),
      [NONE],
      form("6.5"),
    );
    expect(smelters).toEqual([
      {
        ...{ metal: "tin", kind: "described", name: "Drumlin", id: "CID000438", country: "PE" },
        ...{ mineNames: "A", comments: "x" },
      },
    ]);
  });

  test("columns that the form does not have are named with their rows", () => {
    const { leftBehind } = carryOver(
      given("1.00", {
        smelters: [
          { ...row, tierLevel: "2" },
          { ...row, row: 8, tierLevel: "3" },
        ],
      }),
      [LISTED, LISTED],
      form("6.5"),
    );
    expect(leftBehind).toContainEqual({
      what: `the smelter list's column "tierLevel", which the form does not have`,
      count: 2,
    });
  });
});

test("products without a number are named, and columns that the form does not have", () => {
  const { content, leftBehind } = carryOver(
    given("6.6", {
      products: [
        { row: 6, number: "A-1", requesterNumber: "B-1" },
        { row: 7, name: "Screw" },
      ],
    }),
    [],
    form("6.5"),
  );
  expect(content.products.map(({ number }) => number)).toEqual(["A-1"]);
  expect(leftBehind.map(({ count }) => count)).toEqual([1, 1]);
});
