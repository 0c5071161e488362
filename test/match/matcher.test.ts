import fc from "fast-check";
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
  "Gold | Lushan Metals Group Holdings Co., Ltd. | Lushan Metals Group Holdings Co., Ltd. | CHINA | CID900707 | Lushan",
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
    '"Kazzinc LLP" is the standard name of Kazzinc (CID000957) on CMRT 6.5, "Kazzinc", apart from legal form and spaces',
  );
  expect(evidence({ metal: "gold", name: "Nowhere Mint", id: "CID999999" })).toBe(
    "no facility for gold has this name or the ID CID999999",
  );
});

test("where several facilities have the very name, the evidence names them", () => {
  const rows = Array.from(
    { length: 7 },
    (_, index) => `Copper | Acme II | Acme II | CHILE | CID90000${index} | City ${index}`,
  );
  const { kind, evidence } = createMatcher(buildList(rows)).match({ metal: "copper", name: "ACME II" });
  expect([kind, evidence]).toEqual([
    "candidates",
    '7 facilities for copper have the name "ACME II": CID900000; CID900001; CID900002; CID900003; CID900004; 2 more',
  ]);
});

describe("names that only suggest", () => {
  const own = buildList([" | 本社金庫 | Vault North | | CID000401", " | Nowhere | Nowhere | | CID999999"], {
    name: "ours",
    kind: "alias",
  });
  const later = buildList(["Gold | Dowa Nova | Dowa Nova | JAPAN | CID000401 | Kosaka"], {
    name: "CMRT 7.0",
    asOf: "2027-04-25",
  });
  const suggesting = createMatcher(LIST, { alias: [own], later: [later] });

  test.each([
    ["本社金庫", "ours"],
    ["Vault North", "ours"],
    ["Dowa Nova", "CMRT 7.0"],
  ])("%s is a candidate with its list, and no match", (name, list) => {
    const match = suggesting.match({ metal: "gold", name });
    expect([match.kind, match.id]).toEqual(["candidates", undefined]);
    expect(match.candidates[0]).toMatchObject({ id: "CID000401", standardName: "Dowa" });
    expect(match.candidates[0]?.evidence).toContain(`closest name: "${name}" on ${list}`);
    expect(createMatcher(LIST).match({ metal: "gold", name }).candidates[0]?.evidence ?? "").not.toContain(
      list,
    );
  });

  test("an alias of another metal's facility says nothing", () => {
    expect(suggesting.match({ metal: "tin", name: "Vault North" }).candidates).toEqual([]);
  });
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
      "CID001147 words in common: metalor; similar words: tecnologies ~ technologies, suzou ~ suzhou; same country: China",
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

  test("a country alone makes none; the only facility there is told", () => {
    const {
      kind,
      candidates: found,
      evidence,
    } = matcher.match({ metal: "gold", name: "Zzyzx", country: "KZ" });
    expect([kind, found]).toEqual(["none", []]);
    expect(evidence).toBe(
      "no facility for gold has this name; the only facility for gold that CMRT 6.5 has in Kazakhstan is Kazzinc (CID000957)",
    );
    expect(matcher.match({ metal: "gold", name: "Zzyzx", country: "CN" }).evidence).toBe(
      "no facility for gold has this name",
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[qxzv]{3,12}$/),
        fc.constantFrom("JP", "KZ", "CN", "TR"),
        (name, country) => {
          expect(matcher.match({ metal: "gold", name, country }).candidates).toEqual([]);
        },
      ),
    );
  });

  const GROUP = buildList([
    "Tungsten | Lishan Tungsten Co., Ltd. | Lishan Tungsten Co., Ltd. | CHINA | CID900001 | Lishan",
    "Tungsten | Lishan Tungsten (H.B.) Co., Ltd. | Lishan Tungsten (H.B.) Co., Ltd. | CHINA | CID900002 | Lishan",
    "Tungsten | Northgate Works (Unit 1) | Northgate Works (Unit 1) | CANADA | CID900003 | Hull",
    "Tungsten | Northgate Works (Unit 2) | Northgate Works (Unit 2) | CANADA | CID900004 | Laval",
    "Tungsten | Onyx Wolfram Refining S.A. | Onyx Wolfram Refining S.A. | PERU | CID900005 | Lima",
    "Tungsten | Yamakawa Kinzoku Kogyo K.K. | Yamakawa Kinzoku Kogyo K.K. | JAPAN | CID900006 | Himeji",
    "Tungsten | BQT | Bright Quarry Tungsten Ltd. | CANADA | CID900007 | Hull",
  ]);
  const group = createMatcher(GROUP);
  test.each<[string, ReportedSmelter, string, string]>([
    ["shortened syllables", { name: "Lishan Tungsten Haibei" }, "CID900002", "shortened: haibei ~ hb"],
    [
      "another spacing",
      { name: "Li Shan Tungsten Industry" },
      "CID900001",
      "words in common: lishan, tungsten",
    ],
    [
      "a capital inside a word",
      { name: "NorthgateWorks Plant, Unit 2" },
      "CID900004",
      "words in common: northgate, works, unit, 2",
    ],
    ["a Roman number", { name: "Northgate Works II" }, "CID900004", "same meaning: ii ~ 2"],
    ["a number in words", { name: "Northgate First Works" }, "CID900003", "same meaning: first ~ 1"],
    [
      "the address of one of two",
      { name: "Northgate Wks", street: "1 Rue A, Laval" },
      "CID900004",
      "the row's address: laval",
    ],
    [
      "the city of one of two",
      { name: "Northgate Wks", city: "Hull" },
      "CID900003",
      "the row's address: hull",
    ],
    [
      "first letters with the legal form",
      { name: "OWRSA" },
      "CID900005",
      'initials of "Onyx Wolfram Refining S.A."',
    ],
    [
      "an acronym beside a place",
      { name: "OWR Lima" },
      "CID900005",
      '"owr" as the initials of "Onyx Wolfram Refining S.A."',
    ],
    [
      "a name whose first letters are listed",
      { name: "Blue Quay Tungsten" },
      "CID900007",
      'its initials are "BQT"',
    ],
    [
      "words of the same meaning",
      { name: "Yamakawa Metal Industries" },
      "CID900006",
      "same meaning: metal ~ kinzoku, industries ~ kogyo",
    ],
    [
      "Japanese",
      { name: "山川金属工業株式会社", country: "JP" },
      "CID900006",
      'read as "yamakawa kinzoku industry"',
    ],
    [
      "the own country in the name",
      { name: "Yamakawa Japan", country: "JP" },
      "CID900006",
      "words in common: yamakawa",
    ],
  ])("%s", (_name, row, id, evidence) => {
    const match = group.match({ metal: "tungsten", ...row });
    expect([match.kind, match.id]).toEqual(["candidates", undefined]);
    expect(match.candidates[0]?.id).toBe(id);
    expect(match.candidates[0]?.evidence).toContain(evidence);
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
