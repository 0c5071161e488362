import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/lib/decode-text.ts";
import { UsageError } from "../../src/lib/errors.ts";
import { type ImportOptions, importList } from "../../src/reference/import-list.ts";
import { readCsvRows } from "../../src/reference/read-table.ts";

const OPTIONS: ImportOptions = {
  name: "list",
  asOf: "2025-03-01",
  source: { file: "list.csv", sha256: "d".repeat(64), rows: 0 },
};

function imported(text: string, options: Partial<ImportOptions> = {}) {
  const outcome = importList(readCsvRows(text, "list.csv"), { ...OPTIONS, ...options });
  if (outcome.ok !== true) throw new Error(JSON.stringify(outcome));
  return outcome;
}

function faults(text: string, options: Partial<ImportOptions> = {}) {
  const outcome = importList(readCsvRows(text, "list.csv"), { ...OPTIONS, ...options });
  return outcome.ok !== false ? [] : outcome.faults.map(({ line, fault }) => `${line}: ${fault}`);
}

const CONFORMANT = [
  "Metal,Smelter ID,Standard Smelter Name,State/ Province/ Region,Country Location,City,Last Audit Date,Audit Cycle,Reaudit In Progress,LBMA RG,RJC",
  "Gold,CID000401,Dowa,Akita,JAPAN,Kosaka,2024-05-01,1 year,Yes,Yes,",
  "Tin,CID001182,Minsur,Ica,PERU,Paracas,2023-11-30,3 years,,,",
].join("\n");

describe("kinds of lists", () => {
  test("the published list of audited smelters; its title says the status", () => {
    const { list, notes } = imported(`RMAP Conformant Smelters and Refiners\n\n${CONFORMANT}`);
    expect(notes).toEqual([]);
    expect(list).toMatchObject({ kind: "status", asOf: "2025-03-01", source: { rows: 2 } });
    expect(list.entries[0]).toEqual({
      metal: "gold",
      id: "CID000401",
      standardName: "Dowa",
      lookupNames: ["Dowa"],
      country: "JP",
      city: "Kosaka",
      state: "Akita",
      status: "Conformant",
      statusClass: "conformant",
      auditDate: "2024-05-01",
      auditCycle: "1 year",
      crossRecognition: "LBMA",
      reassessing: true,
      at: "line 4",
    });
  });

  test("without a title, column or option for the status it is refused, and serves for names where asked", () => {
    expect(faults(CONFORMANT)).toEqual([expect.stringContaining("1: the list has columns of assessments")]);
    expect(imported(CONFORMANT, { kind: "look-up" }).list.kind).toBe("look-up");
    expect(imported(CONFORMANT, { status: "Active" }).list.entries[0]).toMatchObject({
      status: "Active",
      statusClass: "active",
    });
    expect(imported(CONFORMANT, { titles: ["active-smelters"] }).list.entries[0]?.statusClass).toBe("active");
    expect(faults(CONFORMANT, { titles: ["Non-Conformant"] })).toHaveLength(1);
  });

  test("a status column; words are kept and mapped by exact words, never by a part of them", () => {
    const rows = [
      "Conformant",
      "Non-Conformant",
      "ACTIVE",
      "In Communication",
      "not conformant",
      "Conformant (Re-audit in progress)",
    ];
    const text = [
      "Mineral;Smelter Identification Number;Smelter Name;RMAP Status",
      ...rows.map((status, at) => `Gold;CID00000${at};Mint ${at};${status}`),
    ];
    expect(
      imported(text.join("\n")).list.entries.map(({ status, statusClass }) => [status, statusClass]),
    ).toEqual([
      ["Conformant", "conformant"],
      ["Non-Conformant", "other"],
      ["ACTIVE", "active"],
      ["In Communication", "other"],
      ["not conformant", "other"],
      ["Conformant (Re-audit in progress)", "conformant"],
    ]);
  });

  test("a look-up list in any order of columns; several rows and aliases of one facility are one entry", () => {
    const text = [
      "Country,Alias,Standard Name,Metal,CID",
      "Japan,AKITA Seiren,Dowa,Au,CID000401",
      "Japan,Kosaka Seiren; Dowa Kogyo k.k.,Dowa,Gold,cid 000401",
    ].join("\n");
    const { list } = imported(text);
    expect(list.kind).toBe("look-up");
    expect(list.entries).toHaveLength(1);
    expect(list.entries[0]?.lookupNames).toEqual([
      "Dowa",
      "AKITA Seiren",
      "Kosaka Seiren",
      "Dowa Kogyo k.k.",
    ]);
  });

  test("an origin list keeps every row; a country that is none keeps its text", () => {
    const { list } = imported("Smelter ID,Country,Level\nCID000401,Rwanda,1\nCID000401,Congo,2\n");
    expect(list.kind).toBe("origin");
    expect(
      list.entries.map(({ id, country, countryText, more }) => [id, country, countryText, more]),
    ).toEqual([
      ["CID000401", "RW", undefined, { level: "1" }],
      ["CID000401", undefined, "Congo", { level: "2" }],
    ]);
  });

  test("a revision list", () => {
    const { list } = imported(
      "ID,Basis,Date,New ID\nCID000362,merged,2024-02-01,CID000035\nCID000363,ceased operations,2024-03-01,\n",
    );
    expect(list.kind).toBe("revision");
    expect(list.entries.map(({ id, more }) => [id, more])).toEqual([
      ["CID000362", { basis: "merged", date: "2024-02-01", successor: "CID000035" }],
      ["CID000363", { basis: "ceased operations", date: "2024-03-01" }],
    ]);
  });

  test("a watch list is one where it is called so", () => {
    expect(faults("Name,Reason\nDowa,own list\n")[0]).toContain("do not identify the kind of list");
    expect(imported("Name,Reason\nDowa,own list\n", { kind: "watch" }).list.entries[0]?.more).toEqual({
      reason: "own list",
    });
  });
});

describe("encodings, delimiters, titles", () => {
  const TEXT =
    "Metal;Smelter ID;Standard Smelter Name;Country\r\nGold;CID001498;PX Précinox S.A.;Schweiz\r\n";
  const first = (bytes: Uint8Array) => imported(decodeText(bytes).text, { kind: "look-up" }).list.entries[0];
  const utf16 = Buffer.from(TEXT, "utf16le");

  test.each([
    ["UTF-8", Buffer.from(TEXT), "UTF-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${TEXT}`), "UTF-8"],
    ["Windows-1252", Buffer.from(TEXT, "latin1"), "Windows-1252"],
    ["UTF-16 with a byte order mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "UTF-16"],
    ["UTF-16 without one", utf16, "UTF-16"],
    [
      "UTF-16, big end first",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      "UTF-16",
    ],
  ])("%s", (_name, bytes, encoding) => {
    expect(decodeText(bytes).encoding).toBe(encoding);
    expect(first(bytes)).toMatchObject({ id: "CID001498", standardName: "PX Précinox S.A.", country: "CH" });
  });

  test.each([",", ";", "\t", "|"])("the delimiter %j", (delimiter) => {
    expect(imported(TEXT.replaceAll(";", delimiter), { kind: "look-up" }).list.entries).toHaveLength(1);
  });

  test("title lines above the header and notes below the rows are left out, the notes told", () => {
    const { list, notes } = imported(
      `Smelter list, as of March;;;\n\n${TEXT};;;\n"© Example, all rights reserved";;;\n`,
      { kind: "look-up" },
    );
    expect(list.entries.map(({ at }) => at)).toEqual(["line 4"]);
    expect(notes).toEqual(["treated as notes and ignored: line 6"]);
  });

  test("a quote that is never closed is refused with its line", () => {
    expect(() => readCsvRows('Metal,ID\nGold,"CID000401\n', "bad.csv")).toThrow(UsageError);
    expect(() => readCsvRows('Metal,ID\nGold,"CID000401\n', "bad.csv")).toThrow(
      /bad\.csv is not a valid CSV table: .*line/,
    );
  });
});

describe("wrong rows", () => {
  const HEADER = "Metal,ID,Name,Status";

  test("are all named with their line, and nothing is taken", () => {
    const text = [
      HEADER,
      "Gold,CID000401,Dowa,Conformant",
      "Glod,CID000402,Dowa,Conformant",
      ",CID000403,Acme,Conformant",
      "Gold,CID00404,Acme,Conformant",
      "Gold,,,Conformant",
      "Tin,CID000401,Dowa,Conformant",
      "Gold,CID000401,Dowa Works,Conformant",
      "Gold,CID000401,Dowa,Active",
    ].join("\n");
    expect(faults(text)).toEqual([
      '3: "Glod" is not a metal',
      "4: the metal is missing",
      '5: "CID00404" is not a smelter ID (CID and six digits)',
      "6: neither ID nor name is given",
      "7: CID000401 is a tin facility here and a gold facility in line 2",
      '8: CID000401 is "Dowa Works" here and "Dowa" in line 2',
      "9: CID000401 is Active here and Conformant in line 2",
    ]);
  });

  test("no header, no rows", () => {
    expect(faults("a,b\n1,2\n")).toEqual([expect.stringContaining("1: no header found")]);
    expect(faults(`${HEADER}\n`)).toEqual(["1: no rows below the header"]);
    expect(faults("")).toEqual([expect.stringContaining("no header found")]);
  });

  test("hostile headers are details like others", () => {
    const { list } = imported("Metal,ID,Name,__proto__,constructor\nGold,CID000401,Dowa,x,y\n", {
      kind: "look-up",
    });
    expect(Object.keys(list.entries[0]?.more ?? {})).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
