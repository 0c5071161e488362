import { describe, expect, test } from "vitest";
import { detect } from "../../src/forms/detect.ts";
import { columnNumber } from "../../src/model/cells.ts";
import { readSmelters } from "../../src/normalise/smelters.ts";
import { type BuildCmrtOptions, buildCmrt } from "../helpers/build-cmrt.ts";
import { type BuiltValue, row } from "../helpers/build-workbook.ts";
import { type Edit, edit } from "../helpers/edit-workbook.ts";

type Cells = Record<string, BuiltValue>;

function read(
  version: string,
  list: Cells,
  more: Record<string, Cells> = {},
  options: BuildCmrtOptions = {},
  edits: readonly Edit[] = [],
) {
  const sheet = version === "1.00" ? "Smelter and Mine List" : "Smelter List";
  const built = buildCmrt(version, { sheets: { [sheet]: list, ...more }, ...options });
  const workbook = edits.reduce((edited, each) => edit(edited, sheet, each), built);
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  return readSmelters(workbook, detected.template);
}

/** Formula cells with these results, in the columns of 6.x that a look-up fills. */
const shown = (values: Record<string, string | number | null>): Cells =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [column, { formula: value }]));
const UNFILLED = shown({ E: null, F: null, G: null, H: null, I: null, J: null, R: null });
const LOOK_UP = {
  "Smelter Look-up": {
    ...row(5, {
      A: "Gold",
      B: "Old Works",
      C: "New Works Ltd",
      D: "ITALY",
      E: "CID000001",
      F: "RMI",
      H: "Pero",
      I: "Lombardia",
    }),
    ...row(6, { A: "Tin", B: "Both", C: "Both", D: "JAPAN", E: "CID000002", F: "RMI" }),
    ...row(7, { A: "Gold", B: "Both", C: "Both of Gold", D: "CHINA", E: "CID000003", F: "RMI" }),
  },
};

describe("a row as the template fills it", () => {
  test("6.x: values, the text as typed where it differs, zeros and errors as blanks", () => {
    const { smelters, columns } = read("6.5", {
      ...row(5, { B: "Gold", C: "Old Works ", P: "No", O: "Peru" }),
      ...row(
        5,
        shown({
          E: "ITALY",
          F: "CID000001",
          G: "RMI",
          H: 0,
          I: "Pero",
          J: "Lombardia",
          R: "New Works Ltd",
          S: "IT",
        }),
      ),
      T5: { formula: { error: "#N/A" } },
    });
    expect(smelters).toEqual([
      {
        row: 5,
        metal: "gold",
        lookupName: "Old Works",
        name: "New Works Ltd",
        country: "IT",
        id: "CID000001",
        idSource: "RMI",
        city: "Pero",
        state: "Lombardia",
        mineCountries: "Peru",
        recycled: "no",
        standardName: "New Works Ltd",
        countryCode: "IT",
        raw: { lookupName: "Old Works ", country: "ITALY" },
        inOwnList: true,
      },
    ]);
    expect(columns.id).toBe("F");
  });

  test("sentinels in any case keep the template's spelling; the typed name is the facility's", () => {
    const { smelters } = read("6.5", {
      ...row(5, { B: "Gold", C: "SMELTER NOT LISTED", D: "My Works", E: "GERMANY" }),
      ...row(5, shown({ G: "Enter smelter details" })),
      ...row(6, { B: "Tin", C: "Smelter not yet identified" }),
      ...row(6, shown({ E: "Unknown", F: 0, R: "Unknown", S: "Unknown" })),
    });
    expect(smelters[0]).toEqual({
      row: 5,
      metal: "gold",
      lookupName: "Smelter not listed",
      name: "My Works",
      country: "DE",
      raw: { lookupName: "SMELTER NOT LISTED", country: "GERMANY", idSource: "Enter smelter details" },
    });
    expect(smelters[1]).toMatchObject({ lookupName: "Smelter not yet identified" });
    expect(smelters[1]).not.toHaveProperty("name");
    expect(smelters[1]).not.toHaveProperty("country");
    expect(smelters[1]).not.toHaveProperty("standardName");
  });

  test("the ID is that of the ID column, else of the input column; both stay when they differ", () => {
    const ids = (cells: Cells) => {
      const [smelter] = read("6.5", row(5, { B: "Gold", C: "Works", ...cells })).smelters;
      return [smelter?.id, smelter?.idInput, smelter?.raw?.id];
    };
    expect(ids({ F: "CID000001" })).toEqual(["CID000001", undefined, undefined]);
    expect(ids({ F: " cid 000001" })).toEqual(["CID000001", undefined, " cid 000001"]);
    expect(ids({ A: "CID000002" })).toEqual(["CID000002", "CID000002", undefined]);
    expect(ids({ A: "CID000002", F: "CID000001" })).toEqual(["CID000001", "CID000002", undefined]);
    expect(ids({ F: 242332 })).toEqual([undefined, undefined, "242332"]);
    expect(ids({ A: "CID000002", F: "N/A" })).toEqual(["CID000002", "CID000002", "N/A"]);
    expect(ids({ A: "unknown" })).toEqual([undefined, "unknown", undefined]);
    expect(ids({ A: 7 })).toEqual([undefined, undefined, undefined]);
    expect(ids({ F: 0 })).toEqual([undefined, undefined, undefined]);
  });

  test("a text that is no metal or country stays as typed", () => {
    const [smelter] = read("6.5", row(5, { B: "Cobalt", C: "Works", E: "Congo", P: "partly" })).smelters;
    expect(smelter).toMatchObject({ recycled: "partly", raw: { metal: "Cobalt", country: "Congo" } });
    expect(smelter).not.toHaveProperty("metal");
    expect(smelter).not.toHaveProperty("country");
  });

  test("CONGO as the template's list spells it is the Republic of the Congo", () => {
    expect(read("6.5", row(5, { B: "Gold", C: "Works", E: "CONGO" })).smelters[0]?.country).toBe("CG");
  });

  test("1.00 has its own columns", () => {
    const { smelters } = read("1.00", {
      ...row(6, {
        B: "Tin (Sn)",
        D: "Works",
        E: 2,
        F: "Main St / Oruro / Bolivia",
        L: "Yes",
        P: "Mine",
        X: "-",
      }),
    });
    expect(smelters).toEqual([
      {
        row: 6,
        metal: "tin",
        name: "Works",
        tierLevel: "2",
        location: "Main St / Oruro / Bolivia",
        onCompliantList: "Yes",
        mineNames: "Mine",
        comments: "-",
        raw: { metal: "Tin (Sn)" },
      },
    ]);
  });
});

describe("which rows are data", () => {
  const rows = (version: string, list: Cells) => read(version, list).smelters.map((smelter) => smelter.row);

  test("rows after gaps, and none whose only content is formulas", () => {
    const empty = row(6, shown({ B: null, C: null, E: null, F: 0, G: 0, X: 0 }));
    expect(rows("6.5", { B14: "Gold", C14: "Works", ...empty, C28: "Works", D2504: "Late" })).toEqual([
      14, 28, 2504,
    ]);
  });

  test("neither the copyright line nor what stands below it in 1.00 to 2.02", () => {
    expect(
      rows("1.00", { D6: "Works", B301: "2011 Electronic Industry Citizenship Coalition", D302: "x" }),
    ).toEqual([6]);
    expect(
      rows("2.00", { C5: "Works", B90: "© 2011 Electronic Industry", D92: "ALBANIA", F92: "Gold" }),
    ).toEqual([5]);
    const hidden = {
      N2506: "A".repeat(291),
      D2507: "English",
      E2507: "Chinese",
      D2525: "ALBANIA",
      C2530: "x",
    };
    expect(rows("2.02", { C5: "Works", ...hidden })).toEqual([5]);
  });

  test("running numbers beside the list are no rows", () => {
    expect(rows("2.03", { A5: 1, C5: "Works", A6: 2, A7: 3 })).toEqual([5]);
    expect(rows("6.5", { A5: 1, C5: "Works", A6: 2, A7: 3 })).toEqual([5]);
  });

  test("the header, moved down by inserted rows, is no data", () => {
    const header = row(7, { B: "Metal (*)", C: "Smelter Look-up (*)", D: "Smelter Name (1)" });
    expect(rows("6.5", { ...header, B8: "Gold", C8: "Works" })).toEqual([8]);
  });
});

const errors = (at: number): Cells =>
  Object.fromEntries(["B", "C"].map((column) => [`${column}${at}`, { error: "#VALUE!" }]));

describe("a list as people keep it", () => {
  const HEADER = { B: "Metal (*)", C: "Smelter Look-up (*)", D: "Smelter Name (1)", E: "Country (*)" };
  const smelter = (number: number, name: string) => row(number, { B: "Tin", C: name });
  const repeats = (at: string, note: string) => [{ at: `Smelter List!${at}`, kind: "shifted", note }];

  test("a header pasted in the middle drops no row above it", () => {
    const { smelters, notes } = read("6.5", {
      ...row(4, HEADER),
      ...smelter(5, "A"),
      ...smelter(6, "B"),
      ...row(7, HEADER),
      ...smelter(8, "C"),
    });
    expect(smelters.map((one) => one.row)).toEqual([5, 6, 8]);
    expect(notes).toEqual(repeats("7:7", "Row 7 repeats the header of the list: it was skipped."));
  });

  test("a header at the end, and nothing but that header above the list's place", () => {
    const { smelters, notes } = read("6.5", { ...smelter(5, "A"), ...smelter(6, "B"), ...row(7, HEADER) });
    expect(smelters.map((one) => one.row)).toEqual([5, 6]);
    expect(notes).toEqual(repeats("7:7", "Row 7 repeats the header of the list: it was skipped."));
  });

  test("below a header with other columns nothing is read under a wrong key, and the note names the rows", () => {
    const { smelters, notes } = read("6.5", {
      ...row(4, HEADER),
      ...smelter(5, "A"),
      ...row(7, { B: "Metal", C: "Smelter Name", D: "Country" }),
      ...row(8, { B: "Gold", C: "Works", D: "Peru" }),
      ...row(9, { B: "Tin", C: "Works", D: "Chile" }),
      ...row(11, HEADER),
      ...smelter(12, "B"),
    });
    expect(smelters.map((one) => one.row)).toEqual([5, 12]);
    expect(notes).toContainEqual({
      at: "Smelter List!7:7",
      kind: "labels",
      note: "Row 7 holds headers in other columns than row 4: rows 8 and 9 below it were not read.",
    });
  });

  test.each([
    ["German", { B: "Metall", C: "Schmelzhüttensuche", D: "Schmelzhüttenname", E: "Schmelzhütten: Land" }],
    ["Chinese", { B: "金属 (*)", C: "冶炼厂查找 (*)", D: "冶炼厂名称", E: "冶炼厂所在国家或地区" }],
    ["Japanese", { B: "金属", C: "製錬業者参照表", D: "製錬業者名", E: "製錬業者所在地：国" }],
    ["Korean", { B: "금속", C: "제련소 찾기", D: "제련소 이름", E: "제련소 국가" }],
    ["French", { B: "Métal", C: "Recherche de fonderie", D: "Nom de la fonderie", E: "Pays" }],
    ["Portuguese", { B: "Metal", C: "Lista de referência de Fundições", D: "Nome da Fundição" }],
    ["Spanish", { B: "Metal", C: "Búsqueda de fundidora", D: "Nombre de la fundidora" }],
    ["Italian", { B: "Metallo", C: "Ricerca fonderia", D: "Nome della fonderia", E: "Paese Fonderia" }],
    ["Turkish", { B: "Metal", C: "İzabe Tesisi Arama", D: "İzabe Tesisi Adı" }],
    ["other English words", { B: "Mineral", C: "Smelter / Refiner", E: "Country", F: "CID" }],
    ["two words alone", { B: "Mineral", C: "Refinery" }],
  ] as const)("a header pasted in %s is skipped", (_, texts) => {
    const { smelters, notes } = read("6.5", {
      ...row(4, HEADER),
      ...smelter(5, "A"),
      ...row(6, texts),
      ...smelter(7, "B"),
    });
    expect(smelters.map((one) => one.row)).toEqual([5, 7]);
    expect(notes).toEqual(repeats("6:6", "Row 6 repeats the header of the list: it was skipped."));
  });

  test("a header in other words and other columns stops the reading of what is below it", () => {
    const { smelters, notes } = read("6.5", {
      ...row(4, HEADER),
      ...smelter(5, "A"),
      ...row(6, { B: "Schmelzhüttenname", C: "Metall", D: "Land" }),
      ...row(7, { B: "Works", C: "Tin", D: "PERU" }),
    });
    expect(smelters.map((one) => one.row)).toEqual([5]);
    expect(notes.map(({ note }) => note)).toEqual([
      "Row 6 holds headers in other columns than row 4: row 7 below it was not read.",
    ]);
  });

  test("a header without stars is known by the texts of the one above, two of them and no other", () => {
    const own = { B: "Metal", C: "Smelter Look-up", D: "Name" };
    const { smelters, notes } = read("6.5", {
      ...row(4, own),
      ...smelter(5, "A"),
      ...row(6, { B: "metal ", C: "Smelter look-up" }),
      ...row(7, { B: "Tin", C: "Smelter Look-up", D: "Name" }),
    });
    expect(smelters.map((one) => one.row)).toEqual([5, 7]);
    expect(notes).toHaveLength(1);
  });

  test("headers of ten blocks and more are counted", () => {
    const headers = Array.from({ length: 12 }, (_, index) => row(6 + 2 * index, HEADER));
    const cells = Object.assign({}, row(4, HEADER), smelter(5, "A"), ...headers) as Cells;
    expect(read("6.5", cells).notes[0]?.note).toBe(
      "Rows 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 2 more repeat the header of the list: they were skipped.",
    );
  });

  test("rows below the copyright line count where they name a metal", () => {
    const { smelters } = read("6.5", {
      ...smelter(5, "A"),
      B2505: "© 2025 Responsible Minerals Initiative",
      ...smelter(2510, "B"),
      D2511: "a remark",
    });
    expect(smelters.map((one) => one.row)).toEqual([5, 2510]);
  });

  test("errors and formulas without result in columns that people fill are noted, look-ups that found nothing otherwise", () => {
    const { notes } = read(
      "6.5",
      {
        ...smelter(5, "A"),
        O5: { formula: { error: "#REF!" } },
        Q5: { formula: null },
        F5: { formula: { error: "#N/A" } },
        G5: { formula: { error: "#NAME?" } },
        E5: { formula: null },
      },
      {},
      { uncalculated: ["Smelter List"] },
    );
    expect(notes.map(({ at, note }) => [at, note])).toEqual([
      [
        "Smelter List!G5",
        "G5 (#NAME?) and O5 (#REF!) show errors instead of a value: they were read as blank.",
      ],
      ["Smelter List!E5", "E5 and Q5 hold formulas without a stored result: they were read as blank."],
      ["Smelter List!F5", "F5 (#N/A) shows that a look-up found nothing: it was read as blank."],
    ]);
  });

  test.each([
    ["pasted over a choice", { B6: { formula: "Gold" }, C6: "#REF!" }, "C6 (#REF!) shows"],
    [
      "pasted over formulas",
      { ...smelter(6, "A"), E6: { error: "#N/A" }, F6: "#BEZUG!" },
      "E6 (#N/A) and F6 (#BEZUG!)",
    ],
    ["that a link shows", { B6: { formula: { error: "#DIV/0!" } } }, "B6 (#DIV/0!)"],
    ["in rows that name nothing else", { ...errors(6), ...errors(7) }, "B6:B7 (#VALUE!) and C6:C7 (#VALUE!)"],
    ["in a typed column of a row", { ...smelter(6, "A"), K6: "Err:502" }, "K6 (Err:502)"],
  ])("an error %s is noted with its cell, and the rows around it are read", (_, cells, note) => {
    const { smelters, notes } = read("6.5", { ...smelter(5, "A"), ...cells, ...smelter(8, "B") });
    expect(notes.map(({ kind, note: text }) => [kind, text])).toEqual([
      ["noValue", expect.stringContaining(note)],
    ]);
    expect(smelters.map(({ row: at }) => at)).toEqual(expect.arrayContaining([5, 8]));
  });

  test("rows that nobody filled in say nothing, whatever the template's formulas show in them", () => {
    const shows = (error: string) => shown({ E: error, F: error, R: error } as never);
    const { smelters, notes } = read("6.5", {
      ...smelter(5, "A"),
      ...row(6, shown({ B: null, C: null })),
      ...Object.fromEntries(
        ["E", "F", "G", "R"].map((column) => [`${column}7`, { formula: { error: "#VALUE!" } }]),
      ),
      ...row(8, shows("#N/A")),
    });
    expect(notes).toEqual([]);
    expect(smelters).toHaveLength(1);
  });
});

describe("columns out of place", () => {
  test("2.02 to 2.03: rows pasted from 2.00 have the ID in A and the rest one column to the left", () => {
    const { smelters, notes } = read("2.03", {
      ...row(5, { B: "Gold", C: "Works", F: "1DEU001", G: "Street 1", O: "first" }),
      ...row(6, {
        A: "1DEU001",
        B: "Gold",
        C: "Works",
        D: "Works",
        E: "GERMANY",
        F: "Street 2",
        G: "City",
        N: "second",
      }),
      ...row(7, { A: "2JPN001", B: "Tin", C: "Other", M: "Peru" }),
    });
    expect(smelters[0]).toMatchObject({ id: "1DEU001", street: "Street 1", comments: "first" });
    expect(smelters[1]).toMatchObject({
      id: "1DEU001",
      country: "DE",
      street: "Street 2",
      city: "City",
      comments: "second",
    });
    expect(smelters[1]?.columns).toMatchObject({ id: "A", street: "F", comments: "N" });
    expect(smelters[1]?.columns).not.toHaveProperty("metal");
    expect(smelters[2]).toMatchObject({ id: "2JPN001", mineCountries: "Peru" });
    expect(notes).toMatchObject([
      { kind: "shifted", at: "Smelter List!A6", note: expect.stringContaining("Rows 6 to 7") },
    ]);
  });

  test("2.00: rows pasted from 2.02 the other way round", () => {
    const [smelter] = read(
      "2.00",
      row(5, { B: "Gold", C: "Works", F: "1DEU001", G: "Street", O: "end" }),
    ).smelters;
    expect(smelter).toMatchObject({ id: "1DEU001", street: "Street", comments: "end" });
  });

  const filled = row(5, { B: "Gold", C: "Works", E: "ITALY", F: "CID000001", Q: "end" });
  const WORKS = { metal: "gold", lookupName: "Works", country: "IT", id: "CID000001", comments: "end" };
  const column = (letters: string) => columnNumber(letters);

  test("columns inserted at the left move the whole list", () => {
    const { smelters, columns, notes } = read("6.5", filled, {}, {}, [
      { kind: "insert", line: "column", before: column("B") },
    ]);
    expect(smelters).toMatchObject([WORKS]);
    expect(columns).toMatchObject({ idInput: "A", metal: "C", id: "G" });
    expect(notes).toEqual([
      {
        kind: "shifted",
        at: "Smelter List!C4",
        note: 'By their headers in row 4, columns are not where the template has them and are read where they are: "Metal" to "State / Province Code" in C to U instead of B to T.',
      },
    ]);
  });

  test("a column of the user's own moves those right of it", () => {
    const { smelters, columns, notes } = read("6.5", filled, {}, {}, [
      { kind: "insert", line: "column", before: column("F"), texts: { 4: "RMAP status", 5: "Conformant" } },
    ]);
    expect(smelters).toMatchObject([WORKS]);
    expect(columns).toMatchObject({ country: "E", id: "G", comments: "R" });
    expect(notes).toMatchObject([{ kind: "shifted", at: "Smelter List!G4" }]);
  });

  test("columns that changed places are read by their headers", () => {
    const { smelters, notes } = read("3.01", filled, {}, {}, [
      { kind: "move", line: "column", from: column("F"), before: column("E") },
    ]);
    expect(smelters).toMatchObject([WORKS]);
    expect(notes).toMatchObject([{ kind: "shifted", at: "Smelter List!F4" }]);
  });

  test("a deleted column is absent, with a note that names it", () => {
    const { smelters, columns, notes } = read("6.5", filled, {}, {}, [
      { kind: "delete", line: "column", at: column("E") },
    ]);
    expect(smelters[0]).toMatchObject({ metal: "gold", id: "CID000001", comments: "end" });
    expect(smelters[0]).not.toHaveProperty("country");
    expect(columns).not.toHaveProperty("country");
    expect(notes).toMatchObject([
      { kind: "shifted" },
      { kind: "labels", note: expect.stringContaining('"Smelter Country"') },
    ]);
  });

  test("a column whose header says something else is not read", () => {
    const { smelters, notes } = read("6.5", { ...filled, F4: "RMAP status", F5: "Conformant" });
    expect(smelters[0]).not.toHaveProperty("id");
    expect(smelters[0]?.raw).not.toHaveProperty("id");
    expect(notes).toMatchObject([{ kind: "labels", at: "Smelter List!F4" }]);
  });

  test.each([
    ["with a star, a colon and a line break", "Smelter Identification (*):\n"],
    ["with words beside it", "Smelter Identification (see RMI list)"],
    ["with its translation", "冶炼厂识别 / Smelter Identification"],
    ["numbered and in capitals", "6. SMELTER IDENTIFICATION"],
  ])("a header is known %s", (_, header) => {
    expect(read("6.5", { ...filled, F4: header })).toMatchObject({ smelters: [WORKS], notes: [] });
  });

  test("one header that cannot be read stands between its neighbours", () => {
    const { smelters, notes } = read("6.5", { ...filled, F4: { error: "#VALUE!" } });
    expect(smelters).toMatchObject([WORKS]);
    expect(notes).toEqual([]);
  });

  test("a header in words of the workbook's own language sheet", () => {
    const own = { L: row(2, { B: "Smelter List", C: "F4", D: "Smelter Identification", E: "Kohdetunnus" }) };
    const headers = { ...filled, F4: "Kohdetunnus" };
    expect(read("6.5", headers, own)).toMatchObject({ smelters: [WORKS], notes: [] });
    expect(read("6.5", headers).smelters[0]).not.toHaveProperty("id");
  });

  test("of two columns with one header the template's own counts, which is a formula", () => {
    const copy = { texts: { 4: "Smelter Identification", 5: "old" } };
    const edits = [{ kind: "insert", line: "column", before: column("E"), ...copy }] as const;
    const formulas = { ...filled, F4: { formula: "Smelter Identification" } };
    expect(read("6.5", formulas, {}, {}, edits).smelters).toMatchObject([WORKS]);
    const plain = read("6.5", filled, {}, {}, edits);
    expect(plain.smelters).toMatchObject([WORKS]);
    const beside = read("6.5", filled, {}, {}, [{ ...edits[0], before: column("F") }]);
    expect(beside.smelters[0]).not.toHaveProperty("id");
    expect(beside.notes).toMatchObject([
      { kind: "shifted" },
      { kind: "labels", note: expect.stringContaining("Several headers") },
    ]);
  });

  test("2.00: the column of IDs has no header and is told by its IDs", () => {
    const rows = row(5, { A: "1DEU001", B: "Gold", C: "Works", N: "end" });
    const inserted = read("2.00", rows, {}, {}, [
      { kind: "insert", line: "column", before: 2, texts: { 5: "7" } },
    ]);
    expect(inserted.smelters).toMatchObject([{ metal: "gold", id: "1DEU001", comments: "end" }]);
    expect(inserted.columns.id).toBe("A");
    const deleted = read("2.00", rows, {}, {}, [{ kind: "delete", line: "column", at: 1 }]);
    expect(deleted.smelters).toMatchObject([{ metal: "gold", comments: "end" }]);
    expect(deleted.notes).toMatchObject([{ kind: "shifted" }, { kind: "labels" }]);
  });

  test("rows above the headers move the list; without headers it is read where the metals are", () => {
    const [above, deleted] = [
      read("6.5", filled, {}, {}, [{ kind: "insert", line: "row", before: 2 }]),
      read("6.5", filled, {}, {}, [{ kind: "delete", line: "row", at: 4 }]),
    ];
    expect(above.smelters).toMatchObject([{ ...WORKS, row: 6 }]);
    expect(above.notes).toMatchObject([{ kind: "shifted", at: "Smelter List!5:5" }]);
    expect(deleted.smelters).toMatchObject([{ ...WORKS, row: 4 }]);
    expect(deleted.notes).toMatchObject([{ kind: "labels" }]);
  });
});

describe("formulas without a cached value", () => {
  test("6.x: metal and look-up name find the entry, whatever the case", () => {
    const { smelters, notes } = read(
      "6.5",
      { ...row(5, { B: "Gold", C: "OLD works" }), ...row(5, UNFILLED) },
      LOOK_UP,
      { uncalculated: ["Smelter List"] },
    );
    expect(smelters[0]).toMatchObject({
      name: "New Works Ltd",
      country: "IT",
      id: "CID000001",
      idSource: "RMI",
      city: "Pero",
      state: "Lombardia",
      standardName: "New Works Ltd",
      recovered: ["country", "id", "idSource", "city", "state", "standardName"],
      inOwnList: true,
    });
    expect(notes).toMatchObject([{ kind: "notCalculated", at: "Smelter List!E5" }]);
  });

  test("6.x: the metal decides between two entries of one name", () => {
    const ids = ["Gold", "Tin"].map(
      (metal) =>
        read("6.5", { ...row(5, { B: metal, C: "Both" }), ...row(5, UNFILLED) }, LOOK_UP).smelters[0]?.id,
    );
    expect(ids).toEqual(["CID000003", "CID000002"]);
  });

  test("6.x: an ID in the input column gives metal and name", () => {
    const list = { A5: "CID000001", ...row(5, { ...shown({ B: null, C: null }), ...UNFILLED }) };
    expect(read("6.5", list, LOOK_UP).smelters[0]).toMatchObject({
      metal: "gold",
      lookupName: "New Works Ltd",
      idInput: "CID000001",
      recovered: expect.arrayContaining(["metal", "lookupName"]),
    });
    const unknown = { A5: "CID999999", ...row(5, shown({ B: null, C: null })) };
    expect(read("6.5", unknown, LOOK_UP).smelters[0]).toEqual({
      row: 5,
      idInput: "CID999999",
      id: "CID999999",
      inOwnList: false,
    });
  });

  test("from 6.22 on the typed name of an unlisted smelter is looked up, before it is not", () => {
    const list = { ...row(5, { B: "Gold", C: "Smelter not listed", D: "Old Works" }), ...row(5, UNFILLED) };
    expect(read("6.22", list, LOOK_UP).smelters[0]).toMatchObject({
      id: "CID000001",
      country: "IT",
      name: "Old Works",
    });
    const before = read("6.1", list, LOOK_UP).smelters[0];
    expect(before).not.toHaveProperty("id");
    expect(before).not.toHaveProperty("recovered");
  });

  test("3.x: the alias sheet gives name, country and ID", () => {
    const aliases = {
      K: row(2, { A: "Tin", B: "Alias", C: "JAPAN", D: "Works", F: "CID000002", G: "CFSI" }),
    };
    const list = {
      ...row(5, { B: "Tin", C: "Alias" }),
      ...row(5, shown({ D: null, E: null, F: null, G: null })),
    };
    expect(read("3.01", list, aliases).smelters[0]).toMatchObject({
      name: "Works",
      country: "JP",
      id: "CID000002",
      idSource: "CFSI",
      recovered: ["name", "country", "id", "idSource"],
    });
  });

  test("2.x: the ID is looked up by the standard name of the row", () => {
    const names = {
      "Standard Smelter Names": row(3, { A: "Tin", B: "Works", C: "Alias", D: "JAPAN", E: "2JPN001" }),
    };
    const blank = { D: null, E: null, F: null };
    const recovered = { ...row(5, { B: "Tin", C: "Alias" }), ...row(5, shown(blank)) };
    expect(read("2.02", recovered, names).smelters[0]).toMatchObject({
      name: "Works",
      country: "JP",
      id: "2JPN001",
    });
    // Another name typed over the formula: the ID's own look-up then fails.
    const typed = { ...row(5, { B: "Tin", C: "Alias", D: "Works Inc", E: "JAPAN" }), F5: { formula: null } };
    expect(read("2.02", typed, names).smelters[0]).not.toHaveProperty("id");
  });

  test("a look-up that finds nothing leaves the row as it is", () => {
    const list = { ...row(5, { B: "Gold", C: "Bogus" }), ...row(5, UNFILLED) };
    expect(read("6.5", list, LOOK_UP).smelters[0]).toEqual({
      row: 5,
      metal: "gold",
      lookupName: "Bogus",
      name: "Bogus",
      inOwnList: false,
    });
  });
});

describe("cells typed over a formula", () => {
  test("are kept, and what the list says instead stands beside them", () => {
    const list = row(5, { B: "Gold", C: "Old Works", E: "SWITZERLAND", F: "CID000001", R: "New Works Ltd" });
    expect(read("6.5", list, LOOK_UP).smelters[0]).toMatchObject({
      country: "CH",
      id: "CID000001",
      ownListSays: { country: "ITALY" },
      inOwnList: true,
    });
  });

  test("say nothing where they agree, in whatever spelling", () => {
    const list = row(5, { B: "Gold", C: "Old Works", E: "Italy", F: "CID 000001", R: "New works, Ltd." });
    expect(read("6.5", list, LOOK_UP).smelters[0]).not.toHaveProperty("ownListSays");
  });

  test("without a list in the workbook nothing is said of it", () => {
    const [smelter] = read("6.5", row(5, { B: "Gold", C: "Old Works", E: "ITALY" })).smelters;
    expect(smelter).not.toHaveProperty("inOwnList");
  });
});
