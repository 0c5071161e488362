import { describe, expect, test } from "vitest";
import { createMatcher, type ReportedSmelter } from "../../src/match/matcher.ts";
import { buildList } from "../helpers/build-list.ts";

const LIST = buildList([
  "Gold | Dowa | Dowa | JAPAN | CID000401 | Kosaka",
  "Gold | AKITA Seiren | Dowa | JAPAN | CID000401 | Kosaka",
  "Tin | Dowa | Dowa | JAPAN | CID000402 | Kosaka",
  "Gold | Kazzinc | Kazzinc | KAZAKHSTAN | CID000957 | Ust-Kamenogorsk",
  "Gold | Metalor Technologies S.A. | Metalor Technologies S.A. | SWITZERLAND | CID001153 | Marin",
  "Gold | Metalor Technologies (Suzhou) Ltd. | Metalor Technologies (Suzhou) Ltd. | CHINA | CID001147 | Suzhou",
  "Gold | Umicore Precious Metals Thailand | Umicore Precious Metals Thailand | THAILAND | CID002314 | Khwaeng Dok Mai",
  "Gold | Istanbul Gold Refinery | Istanbul Gold Refinery | TURKEY | CID000814 | Kuyumcukent",
  "Gold | African Gold Refinery | African Gold Refinery | UGANDA | CID003185 | Entebbe",
  "Gold | Agosi AG | Agosi AG | GERMANY | CID000035 | Pforzheim",
  "Gold | Heraeus Metals Hong Kong Ltd. | Heraeus Metals Hong Kong Ltd. | CHINA | CID000707 | Fanling",
  "Tantalum | H.C. Starck Co., Ltd. | TANIOBIS Co., Ltd. | THAILAND | CID002544 | Map Ta Phut",
  "Tantalum | H.C. Starck Inc. | Materion Newton Inc. | UNITED STATES OF AMERICA | CID002548 | Newton",
  "Tantalum | H.C. Starck Ltd. | TANIOBIS Japan Co., Ltd. | JAPAN | CID002549 | Mito",
  "Tungsten | ATI Tungsten Materials | Kennametal Huntsville | UNITED STATES OF AMERICA | CID000105 | Huntsville",
  "Tin | Smelter not yet identified | Unknown | | |",
]);
const matcher = createMatcher(LIST);

function outcome(row: ReportedSmelter) {
  const { kind, id, disagreements } = matcher.match(row);
  return [kind, id ?? null, ...disagreements.map((disagreement) => disagreement.kind)];
}

describe("IDs", () => {
  test.each<[string, ReportedSmelter, unknown[]]>([
    ["an ID within its metal", { metal: "gold", id: "CID000401" }, ["id", "CID000401"]],
    ["an ID in other spelling", { metal: "gold", id: " cid-000401" }, ["id", "CID000401"]],
    ["an ID in the input column", { metal: "gold", idInput: "CID000401" }, ["id", "CID000401"]],
    ["an ID without a stated metal", { id: "CID000401" }, ["id", "CID000401"]],
    ["a 2.x ID", { metal: "gold", id: "1DEU001" }, ["legacyId", "CID000035"]],
    [
      "a 2.x ID with another country in it",
      { metal: "tungsten", id: "4USA001", country: "US" },
      ["legacyId", "CID000105"],
    ],
    [
      "a 2.x ID of Hong Kong for a facility listed under China",
      { metal: "gold", id: "1HKG019" },
      ["legacyId", "CID000707"],
    ],
    ["an ID of another metal", { metal: "tin", id: "CID000957" }, ["none", null, "otherMetal"]],
    [
      "an ID of another metal beside a listed name",
      { metal: "tin", id: "CID000401", name: "Dowa" },
      ["alias", "CID000402", "otherMetal"].with(0, "name"),
    ],
    ["an ID that is on no list", { metal: "gold", id: "CID999999" }, ["none", null]],
    [
      "an ID that is on no list beside a listed name",
      { metal: "gold", id: "CID999999", name: "Kazzinc" },
      ["name", "CID000957"],
    ],
    ["a number that is no ID", { metal: "gold", id: "000401" }, ["candidates", null]],
    [
      "ID and name of two facilities",
      { metal: "gold", id: "CID000401", lookupName: "Kazzinc" },
      ["id", "CID000401", "idAndName"],
    ],
    [
      "an ID with another country",
      { metal: "gold", id: "CID000401", country: "CN" },
      ["id", "CID000401", "country"],
    ],
  ])("%s", (_name, row, expected) => {
    expect(outcome(row)).toEqual(expected);
  });
});

describe("names", () => {
  test.each<[string, ReportedSmelter, unknown[]]>([
    ["a standard name", { metal: "gold", lookupName: "Dowa" }, ["name", "CID000401"]],
    ["the same name for another metal", { metal: "tin", lookupName: "Dowa" }, ["name", "CID000402"]],
    ["a look-up name in other case", { metal: "gold", name: "akita  SEIREN" }, ["alias", "CID000401"]],
    ["another legal form", { metal: "gold", name: "Kazzinc Ltd" }, ["name", "CID000957"]],
    ["other spaces", { metal: "gold", name: "KazZinc L.L.C." }, ["name", "CID000957"]],
    [
      "another legal form in another country",
      { metal: "gold", name: "Kazzinc Ltd", country: "RU" },
      ["candidates", null],
    ],
    [
      "the very name in another country",
      { metal: "gold", name: "Kazzinc", country: "RU" },
      ["name", "CID000957", "country"],
    ],
    [
      "a name whose legal form alone tells facilities apart",
      { metal: "tantalum", name: "H.C. Starck Inc" },
      ["alias", "CID002548"],
    ],
    [
      "the same with the country of another one",
      { metal: "tantalum", name: "H.C. Starck Inc", country: "JP" },
      ["candidates", null],
    ],
    ["the same without its legal form", { metal: "tantalum", name: "H.C. Starck" }, ["candidates", null]],
    ["the country added", { metal: "gold", name: "Kazzinc Kazakhstan" }, ["placeName", "CID000957"]],
    [
      "the country left out but stated",
      { metal: "gold", name: "Umicore Precious Metals", country: "TH" },
      ["placeName", "CID002314"],
    ],
    [
      "the country left out and not stated",
      { metal: "gold", name: "Umicore Precious Metals" },
      ["candidates", null],
    ],
    [
      "the country left out and another one stated",
      { metal: "gold", name: "Umicore Precious Metals", country: "SG" },
      ["candidates", null],
    ],
    [
      "a country that is not the facility's",
      { metal: "gold", name: "Kazzinc Germany" },
      ["candidates", null],
    ],
    [
      "a place that tells sites of one company apart",
      { metal: "gold", name: "Metalor Technologies Switzerland" },
      ["candidates", null],
    ],
    [
      "nothing but general words left",
      { metal: "gold", name: "Gold Refinery", country: "UG" },
      ["candidates", null],
    ],
    [
      "look-up name and typed name of two facilities",
      { metal: "gold", lookupName: "Dowa", name: "Kazzinc" },
      ["name", "CID000401", "twoNames"],
    ],
    ["a metal that is not stated", { lookupName: "Kazzinc" }, ["candidates", null]],
    [
      "a facility that is not listed",
      { metal: "gold", lookupName: "Smelter not listed", name: "Kazzinc" },
      ["name", "CID000957"],
    ],
    [
      "not yet identified",
      { metal: "tin", lookupName: "Smelter Not Yet Identified", name: "Dowa" },
      ["notIdentified", null],
    ],
    ["a placeholder", { metal: "gold", name: "n/a" }, ["none", null]],
    ["an empty row", { metal: "gold" }, ["none", null]],
  ])("%s", (_name, row, expected) => {
    expect(outcome(row)).toEqual(expected);
  });

  test("a hostile name is a name", () => {
    expect(outcome({ metal: "__proto__", name: "constructor" })).toEqual(["none", null]);
    expect(outcome({ metal: "gold", name: "__proto__" })).toEqual(["none", null]);
  });
});

test("more facilities of one name than any list has, named in more ways than are remembered", () => {
  const rows = Array.from(
    { length: 300 },
    (_, index) => `Gold | Acme | Acme | PERU | CID${900_000 + index} | Lima`,
  );
  const acme = createMatcher(buildList([...rows, "Gold | Beta | Beta | PERU | CID800000 | Lima"]));
  for (let index = 0; index < 300; index++) {
    const idInput = `CID${900_000 + index}`;
    expect(acme.match({ metal: "gold", name: "Acme", lookupName: `x ${index}`, idInput }).id).toBe(idInput);
  }
  expect(acme.match({ metal: "gold", name: "Acme Ltd.", country: "PE" }).id).toBeUndefined();
  expect(acme.match({ metal: "gold", name: "Beta Ltd.", country: "PE" }).id).toBe("CID800000");
});

test("an ID alone brings its metal, and the evidence says that the row states none", () => {
  expect(matcher.match({ id: "CID000401" })).toMatchObject({
    metal: "gold",
    evidence: "ID CID000401 is listed for gold as Dowa on CMRT 6.5; the row states no metal",
  });
  expect(matcher.match({ name: "Dowa" }).metal).toBeNull();
});

test("the ID of another mineral is told as one of another metal, and not matched", () => {
  const cobalt = buildList(["Cobalt | Chemaf Etoile | Chemaf Etoile | CONGO | CID003264"], {
    name: "EMRT 2.1",
  });
  const { id, disagreements } = createMatcher(LIST, { other: [cobalt] }).match({
    metal: "gold",
    id: "CID003264",
  });
  expect([id, disagreements]).toEqual([
    undefined,
    [{ kind: "otherMetal", id: "CID003264", metal: "cobalt" }],
  ]);
});

test("where a row means two facilities, both are offered to a person", () => {
  const ids = (row: ReportedSmelter) => matcher.match(row).candidates.map(({ id }) => id);
  expect(ids({ metal: "gold", id: "CID000401", lookupName: "Kazzinc" })).toEqual(["CID000401", "CID000957"]);
  expect(ids({ metal: "gold", id: "CID000401", lookupName: "Dowa", name: "Kazzinc" })).toEqual([
    "CID000401",
    "CID000957",
  ]);
  expect(ids({ metal: "gold", id: "CID000401", lookupName: "Dowa" })).toEqual([]);
});

test("the evidence names rule, spelling and list", () => {
  const evidence = (row: ReportedSmelter) => matcher.match(row).evidence;
  expect(evidence({ metal: "gold", id: "CID000401" })).toBe(
    "ID CID000401 is listed for gold as Dowa on CMRT 6.5",
  );
  expect(evidence({ metal: "gold", name: "akita seiren" })).toBe(
    '"akita seiren" is a look-up name of Dowa (CID000401) on CMRT 6.5, spelled "AKITA Seiren"',
  );
  expect(evidence({ metal: "gold", name: "Kazzinc LLP" })).toBe(
    '"Kazzinc LLP" is the standard name of Kazzinc (CID000957) on CMRT 6.5, "Kazzinc", but for legal form and spaces',
  );
  expect(evidence({ metal: "gold", name: "Nowhere Mint", id: "CID999999" })).toBe(
    "no facility for gold has this name or the ID CID999999",
  );
});

test("equal rows are worked out once and share their match", () => {
  const match = matcher.match({ row: 7, metal: "gold", name: "Dowa" });
  expect(matcher.match({ row: 9, metal: "gold", name: "Dowa" })).toBe(match);
  expect(matcher.match({ row: 7, metal: "gold", name: "Dowa", country: "JP" })).not.toBe(match);
});

describe("earlier lists", () => {
  const earlier = buildList(
    [
      "Gold | Kazzinc Old | Kazzinc | KAZAKHSTAN | CID000957 | Ust-Kamenogorsk",
      "Gold | Doduco GmbH | Doduco GmbH | GERMANY | CID000362 | Pforzheim",
      "Gold | AKITA Seiren | AKITA Seiren | JAPAN | CID000888 | Akita",
      "Gold | Akita Works | AKITA Seiren | JAPAN | CID000888 | Akita",
    ],
    { name: "CMRT 6.1", asOf: "2021-04-28" },
  );
  const older = buildList(["Gold | Doduco | Doduco | GERMANY | CID000362 | Pforzheim"], {
    name: "CMRT 6.01",
    asOf: "2020-05-19",
  });
  const withEarlier = createMatcher(LIST, { earlier: [older, earlier] });

  test("a look-up name of an earlier list, whose ID is still listed", () => {
    expect(withEarlier.match({ metal: "gold", name: "Kazzinc Old" })).toMatchObject({
      kind: "alias",
      id: "CID000957",
    });
    expect(withEarlier.match({ metal: "gold", name: "Kazzinc Old" }).removed).toBeUndefined();
  });

  test.each<ReportedSmelter>([
    { id: "CID000362" },
    { name: "Doduco GmbH" },
    { name: "Doduco" },
    { name: "DODUCO AG" },
  ])("a facility that is gone is removed, not unknown: %j", (row) => {
    expect(withEarlier.match({ metal: "gold", ...row })).toMatchObject({
      id: "CID000362",
      removed: { list: "CMRT 6.1", asOf: "2021-04-28" },
    });
    expect(matcher.match({ metal: "gold", ...row }).kind).toBe("none");
  });

  test("a name of an earlier list that is another facility's but for its legal form needs the country", () => {
    const starck = buildList(["Tantalum | H.C. Starck | H.C. Starck | GERMANY | CID000731"], {
      name: "CMRT 3.01",
      asOf: "2014-05-30",
    });
    const match = (country?: string) =>
      createMatcher(LIST, { earlier: [starck] }).match({
        metal: "tantalum",
        name: "H.C. Starck",
        ...(country ? { country } : {}),
      });
    expect(match("DE")).toMatchObject({ id: "CID000731", removed: { list: "CMRT 3.01" } });
    expect(match().id).toBeUndefined();
    expect(match("US").id).toBeUndefined();
  });

  test("an ID of an earlier list whose name the newer list resolves to another facility", () => {
    expect(withEarlier.match({ metal: "gold", id: "CID000888" })).toMatchObject({
      kind: "earlierId",
      id: "CID000401",
      evidence: "ID CID000888 of CMRT 6.1 is AKITA Seiren, a look-up name of Dowa (CID000401) on CMRT 6.5",
    });
  });
});

describe("candidates", () => {
  const candidates = (row: ReportedSmelter) =>
    matcher.match(row).candidates.map(({ id, evidence }) => `${id} ${evidence}`);

  test("a misspelt name, with what agrees", () => {
    expect(candidates({ metal: "gold", name: "Metalor Tecnologies, Suzou", country: "CN" })[0]).toBe(
      "CID001147 words in common: metalor; similar words: tecnologies ~ technologies, suzou ~ suzhou; same country: CN",
    );
  });

  test("at most three, the best first, scores between 0 and 1", () => {
    const { candidates: found } = matcher.match({ metal: "gold", name: "Gold Refinery", country: "UG" });
    expect(found.map(({ id }) => id).slice(0, 2)).toEqual(["CID003185", "CID000814"]);
    expect(found.length).toBeLessThanOrEqual(3);
    for (const { score } of found) expect(score > 0 && score <= 1).toBe(true);
  });

  test("initials, and the digits of an ID that no list has", () => {
    expect(candidates({ metal: "gold", name: "HMHK" })[0]).toBe(
      'CID000707 initials of "Heraeus Metals Hong Kong Ltd."',
    );
    expect(candidates({ metal: "gold", name: "MHK" })[0]).toBe(
      'CID000707 initials of "Heraeus Metals Hong Kong Ltd."',
    );
    expect(candidates({ metal: "gold", id: "957" })).toEqual(["CID000957 the ID's digits agree"]);
    expect(candidates({ metal: "gold", id: "CID000958", name: "Kazink" })[0]).toContain(
      "all but one of the ID's digits agree",
    );
  });

  test("of every metal where none is stated", () => {
    expect(candidates({ name: "Dowa" }).slice(0, 2)).toEqual([
      "CID000401 for gold: words in common: dowa",
      "CID000402 for tin: words in common: dowa",
    ]);
  });

  test("none for a placeholder, none for a name that nothing speaks for", () => {
    expect(candidates({ metal: "gold", name: "see attached", country: "JP" })).toEqual([]);
    expect(candidates({ metal: "gold", name: "Zzyzx" })).toEqual([]);
  });

  test("a removed facility is one, and the evidence says so", () => {
    const earlier = buildList(["Gold | Doduco GmbH | Doduco GmbH | GERMANY | CID000362"], {
      name: "CMRT 6.1",
      asOf: "2021-04-28",
    });
    const [first] = createMatcher(LIST, { earlier: [earlier] }).match({
      metal: "gold",
      name: "Dodduco",
    }).candidates;
    expect(first).toMatchObject({
      id: "CID000362",
      evidence: "similar words: dodduco ~ doduco; last listed on CMRT 6.1",
    });
  });
});
