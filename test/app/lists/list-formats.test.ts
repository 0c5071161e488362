// Lists with the headers that their publishers use, in every file format: imported with kind, date and rows, or refused
// with the line. None becomes the look-up list in effect by accident.
import { describe, expect, test } from "vitest";
import { type ListFileOptions, readListFile } from "../../../src/app/lists/read-list-file.ts";
import { chooseLists } from "../../../src/reference/choose-lists.ts";
import { LIST_COLUMNS, readHeader, spellingsOf } from "../../../src/reference/list-headers.ts";
import { LIST_FILES, type Table } from "../../helpers/list-files.ts";

const DAY = "2025-03-10";

interface PublishedList {
  rows: Table;
  options?: ListFileOptions;
  kind: string;
  entry: object;
  entries?: number;
}

const LISTS: Readonly<Record<string, PublishedList>> = {
  "RMI's facility list": {
    rows: [
      [
        ...["Facility ID", "Metal", "Standard Facility Name", "Country Location", "State/ Province/ Region"],
        ...["Assessment Status", "Operational Status", "Supply Chain Level", "RMI Cross Recognition"],
        ...["DD Assessment Scheme", "DD Assessment Date", "DD Assessment Cycle", "Re-Assessment In Progress"],
      ],
      [
        ...[
          "CID000401",
          "Gold",
          "Dowa",
          "Japan",
          "Akita",
          "Conformant",
          "Operational",
          "Pinch Point",
          "LBMA",
        ],
        ...["RMAP", "2025-03-04", "1 Year", "Yes"],
      ],
    ],
    kind: "status",
    entry: {
      id: "CID000401",
      country: "JP",
      statusClass: "conformant",
      scheme: "RMAP",
      crossRecognition: "LBMA",
      auditDate: "2025-03-04",
      auditCycle: "1 Year",
      reassessing: true,
      operational: "Operational",
      supplyChainLevel: "Pinch Point",
    },
  },
  "RMI's public list": {
    rows: [
      [
        ...["Metal", "Facility ID", "Standard Facility Name", "Facility Operational Status"],
        ...["Supply Chain Level", "Country Location", "Due Diligence Assessment Program Status"],
        ...["Due Diligence Assessment Cycle", "Last On-Site Assessment Date", "Re-assessment in Progress"],
      ],
      [
        ...["Tin", "CID001182", "Minsur", "Operational", "Pinch Point", "Peru", "Active", "3 years"],
        ...["04-Mar-2025", "No"],
      ],
    ],
    kind: "status",
    entry: { id: "CID001182", status: "Active", statusClass: "active", auditDate: "2025-03-04" },
  },
  "a list of conformant smelters of 2016": {
    rows: [
      ["CFSP Compliant Smelters", "", "", "", "", ""],
      [
        "Metal",
        "Smelter ID",
        "Smelter Name",
        "Smelter Facility Location: Country",
        "Last Audit Date",
        "Audit Cycle",
      ],
      ["Tantalum", "CID000616", "Guangdong Zhiyuan", "CHINA", "2015-11-03", "1 year"],
    ],
    kind: "status",
    entry: { id: "CID000616", status: "Compliant", statusClass: "conformant", auditDate: "2015-11-03" },
  },
  "RMI's revision history": {
    rows: [
      ["Metal", "Facility ID", "Standard Facility Name", "Revision Date", "Basis for Revision", "Details"],
      ["Gold", "CID000362", "Doduco", "2024-02-01", "Removed", "ceased operations"],
    ],
    kind: "revision",
    entry: { id: "CID000362", more: { basis: "Removed", date: "2024-02-01", reason: "ceased operations" } },
  },
  "LBMA's Good Delivery list": {
    rows: [
      ["LBMA Good Delivery List: Gold", "", "", ""],
      ["Refiner", "Country", "Location", "Date Listed"],
      ["Argor-Heraeus S.A.", "Switzerland", "Mendrisio", "1961-01-01"],
    ],
    kind: "status",
    entry: { metal: "gold", country: "CH", scheme: "LBMA", statusClass: "conformant" },
  },
  "RJC's chain of custody": {
    rows: [
      ["RJC Chain of Custody certified entities", "", "", ""],
      ["Member Name", "Country", "Certification Date", "Expiry Date"],
      ["Umicore Precious Metals", "Belgium", "2023-06-01", "2026-06-01"],
    ],
    kind: "status",
    entry: { metal: "gold", scheme: "RJC", statusClass: "conformant", auditDue: "2026-06-01" },
  },
  "EU consolidated list": {
    rows: [
      [
        ...["fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_SubjectType"],
        ...["Entity_Regulation_Programme", "NameAlias_WholeName", "Address_CountryIso2Code"],
      ],
      ["28/02/2025", "100", "EU.1.2", "E", "RUS", "Example Mining", ""],
      ["28/02/2025", "100", "EU.1.2", "E", "RUS", "Пример", ""],
      ["28/02/2025", "100", "EU.1.2", "E", "", "", "RU"],
      ["28/02/2025", "101", "EU.1.3", "P", "RUS", "Ivan Example", ""],
    ],
    kind: "sanctions",
    entry: {
      standardName: "Example Mining",
      lookupNames: ["Example Mining", "Пример"],
      countries: ["RU"],
      more: { reference: "EU.1.2", program: "RUS" },
    },
  },
  "OpenSanctions, simple": {
    rows: [
      ["id", "schema", "name", "aliases", "birth_date", "countries", "sanctions", "dataset", "first_seen"],
      ["NK-1", "Company", "African Gold", "AGR;A.G.R.", "", "ug;rw", "OFAC", "us_ofac_sdn", "2022-01-01"],
      ["NK-2", "Person", "Example", "", "1960-01-01", "ru", "OFAC", "us_ofac_sdn", "2022-01-01"],
    ],
    kind: "sanctions",
    entry: {
      standardName: "African Gold",
      lookupNames: ["African Gold", "AGR", "A.G.R."],
      countries: ["UG", "RW"],
    },
  },
  "a company's own high-risk areas": {
    rows: [
      ["Country or region", "Level", "Source", "Date"],
      ["Democratic Republic of the Congo", "High", "own assessment", "2025-01-15"],
      ["Cauca, Colombia", "Medium", "own assessment", "2025-01-15"],
    ],
    kind: "area",
    entries: 2,
    entry: { country: "CD", more: { level: "High", source: "own assessment", date: "2025-01-15" } },
  },
  "areas by country and region": {
    rows: [
      ["Country", "Region(s)", "Risk level"],
      ["Myanmar", "Kachin; Shan", "High"],
      ["Sudan", "All", "High"],
    ],
    kind: "area",
    entries: 3,
    entry: { country: "MM", state: "Kachin", more: { level: "High" } },
  },
  "a company's own names": {
    rows: [
      ["Metal", "Smelter ID", "Our name"],
      ["Gold", "CID000401", "同和鉱業"],
    ],
    kind: "alias",
    entry: { id: "CID000401", lookupNames: ["同和鉱業"] },
  },
  "a look-up list, with names": {
    rows: [
      ["Metal", "Smelter Look-up (*)", "Standard Smelter Name", "Country", "Smelter ID"],
      ["Gold", "AKITA Seiren", "Dowa", "JAPAN", "CID000401"],
    ],
    kind: "look-up",
    entry: { id: "CID000401", lookupNames: ["Dowa", "AKITA Seiren"] },
  },
  "the same of an AMRT, by its input column": {
    rows: [
      [
        ...["Mineral", "Smelter Look-up (*)", "Smelter Name", "Smelter Country"],
        "Smelter Identification Number Input Column",
      ],
      ["Gold", "AKITA Seiren", "Dowa", "JAPAN", "CID000401"],
    ],
    kind: "look-up",
    entry: { id: "CID000401", lookupNames: ["Dowa", "AKITA Seiren"] },
  },
  "a status list by the keys of an interface": {
    rows: [
      [
        ...["facilityId", "standardFacilityName", "metal", "countryLocation", "assessmentStatus"],
        ...["lastAssessmentDate", "reAssessmentInProgress"],
      ],
      ["CID001182", "Minsur", "tin", "Peru", "Conformant", "2025-03-04", "true"],
    ],
    kind: "status",
    entry: { id: "CID001182", country: "PE", statusClass: "conformant", auditDate: "2025-03-04" },
  },
  "a status list in Japanese": {
    rows: [
      ["金属", "製錬業者ID", "製錬業者名", "国名", "評価ステータス", "評価日"],
      ["錫", "CID001182", "Minsur", "ペルー", "Conformant", "2025-03-04"],
    ],
    kind: "status",
    entry: { metal: "tin", id: "CID001182", status: "Conformant", auditDate: "2025-03-04" },
  },
  "a status list in Chinese": {
    rows: [
      ["金属", "冶炼厂编号", "冶炼厂名称", "国家", "审核状态", "审核日期"],
      ["锡", "CID001182", "Minsur", "秘鲁", "Conformant", "2025-03-04"],
    ],
    kind: "status",
    entry: { metal: "tin", id: "CID001182", status: "Conformant", auditDate: "2025-03-04" },
  },
  "RMI's list of active smelters, under titles": {
    rows: [
      ["RMAP active smelters", "", "", "", ""],
      ["CID", "Facility", "Material", "Country of location", "Audit status"],
      ["CID001182", "Minsur", "Tin", "Peru", "Active"],
    ],
    kind: "status",
    entry: { id: "CID001182", statusClass: "active" },
  },
  "RJC's certificates by their expiry": {
    rows: [
      ["RJC Chain-of-Custody Certified Members", "", ""],
      ["Member", "Location", "CoC Certification Expiry"],
      ["Umicore", "Belgium", "2026-01-01"],
    ],
    kind: "status",
    entry: { scheme: "RJC", statusClass: "conformant", auditDue: "2026-01-01" },
  },
  "OFAC's list below the names of its columns": {
    rows: [
      [
        ...["ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage"],
        ...["GRT", "Vess_flag", "Vess_owner", "Remarks"],
      ],
      ["36", "EXAMPLE GOLD", "-0-", "DRCONGO", ...Array.from({ length: 8 }, () => "-0-")],
    ],
    kind: "sanctions",
    entry: { standardName: "EXAMPLE GOLD", more: { reference: "36", program: "DRCONGO" } },
  },
  "countries of which a column says whether they are high-risk areas": {
    rows: [
      ["Country", "CAHRA (Y/N)", "Date of determination"],
      ["Sudan", "Yes", "2025-01-15"],
      ["Norway", "No", "2025-01-15"],
    ],
    kind: "area",
    entry: { country: "SD", more: { date: "2025-01-15" } },
  },
  "administrative areas with the basis": {
    rows: [
      ["Country/Region", "Administrative area", "Basis"],
      ["Colombia", "Cauca", "armed conflict"],
    ],
    kind: "area",
    entry: { country: "CO", state: "Cauca", more: { source: "armed conflict" } },
  },
  "the same of an EMRT": {
    rows: [
      ["Metal", "Smelter Look-up", "Standard Smelter Name", "Country Location", "Smelter ID"],
      ["Cobalt", "Umicore Finland Oy", "Umicore Finland Oy", "FINLAND", "CID003226"],
    ],
    kind: "look-up",
    entry: { metal: "cobalt", id: "CID003226", country: "FI" },
  },
};

describe.each(Object.entries(LISTS))("%s", (_name, { rows, options, kind, entry, entries = 1 }) => {
  test.each(Object.keys(LIST_FILES))("as %s", async (file) => {
    // JSON has no line for a title.
    const titled = rows[0]?.slice(1).every((cell) => cell === "") === true;
    const table = file.endsWith(".jsonl") && titled ? rows.slice(1) : rows;
    const named = titled ? { name: rows[0]?.[0] as string } : {};
    const bytes = (LIST_FILES[file] as (rows: Table) => Buffer)(table);
    const read = await readListFile(bytes, file, { asOf: DAY, ...named, ...options });
    if (read.ok !== true) throw new Error(JSON.stringify(read));
    expect(read.list).toMatchObject({ kind, asOf: DAY, source: { file } });
    expect(read.list.entries).toHaveLength(entries);
    expect(read.list.entries[0]).toMatchObject(entry);
    const counting = chooseLists([read.list]).counting?.list;
    expect(counting).toBe(
      kind === "look-up" && read.list.entries[0]?.metal !== "cobalt" ? read.list : undefined,
    );
  });
});

async function read(text: string, options: ListFileOptions = {}) {
  return readListFile(Buffer.from(text), "list.csv", { asOf: DAY, ...options });
}

test("OFAC's list has no header; persons, ships and aircraft are left out and counted", async () => {
  const nothing = Array.from({ length: 7 }, () => "-0- ").join(",");
  const outcome = await read(
    [
      `36,"EXAMPLE GOLD",-0- ,"DRCONGO",${nothing},"a.k.a. 'EXAMPLE OR'; Linked To: NOBODY."`,
      `173,"DOE, John","individual","DRCONGO",${nothing},-0- `,
      `306,"SHIP","vessel","CUBA",${nothing},-0- `,
      "\u001a",
    ].join("\r\n"),
  );
  expect(outcome).toMatchObject({
    ok: true,
    list: {
      kind: "sanctions",
      source: { rows: 1 },
      entries: [{ standardName: "EXAMPLE GOLD", lookupNames: ["EXAMPLE GOLD", "EXAMPLE OR"], at: "line 1" }],
    },
    notes: ["read in the form of OFAC", "persons, ships and aircraft left out: 2"],
  });
});

test("an entity of OpenSanctions has its names among its properties", async () => {
  const entity = {
    id: "NK-1",
    caption: "African Gold",
    schema: "Company",
    datasets: ["us_ofac_sdn"],
    properties: { name: ["African Gold", "AGR"], alias: ["Or d'Afrique"], country: ["ug"] },
  };
  expect(await read(JSON.stringify(entity))).toMatchObject({
    list: {
      kind: "sanctions",
      entries: [{ lookupNames: ["African Gold", "AGR", "Or d'Afrique"], countries: ["UG"] }],
    },
  });
});

test("the EU's list gives its own day", async () => {
  const { rows } = LISTS["EU consolidated list"] as PublishedList;
  const bytes = (LIST_FILES["semicolons.csv"] as (rows: Table) => Buffer)(rows);
  expect(await readListFile(bytes, "eu.csv", {})).toMatchObject({ ok: true, list: { asOf: "2025-02-28" } });
});

test.each([
  ["a status whose header is not known", "Metal,Smelter ID,Name,Conformité RMAP", "Gold,CID000401,Dowa,oui"],
  ["a second status", "Metal,Smelter ID,Name,RMAP Status,Audit Status", "Gold,CID000401,Dowa,Active,Done"],
  ["a date of something", "Metal,Smelter ID,Name,Status,Visit date", "Gold,CID000401,Dowa,Active,2025-01-01"],
  ["a look-up list with such a column", "Metal,ID,Name,Alias,Valid since", "Gold,CID000401,Dowa,Akita,2020"],
])("%s stops the import, with what to do", async (_name, header, row) => {
  const title = header.split(",").at(-1) as string;
  const outcome = await read(`${header}\n${row}\n`);
  expect(outcome).toEqual({
    ok: false,
    faults: [{ line: 1, fault: expect.stringContaining(`--column "${title}=ignore"`) }],
  });
  const ignored = await read(`${header}\n${row}\n`, { columns: { [title]: "ignore" }, kind: "look-up" });
  expect(ignored).toMatchObject({ ok: true });
  // A column without text is ignored.
  const empty = await read(`${header}\n${row.replace(/[^,]*$/, "")}\n`, { kind: "look-up" });
  expect(empty).toMatchObject({ ok: true });
});

test("a column is what the user says it is", async () => {
  const outcome = await read("Metal,Smelter ID,Name,Konformität\nGold,CID000401,Dowa,Conformant\n", {
    columns: { konformität: "status" },
  });
  expect(outcome).toMatchObject({ list: { kind: "status", entries: [{ statusClass: "conformant" }] } });
});

test.each([["No"], ["Low"], ["None"], ["not high risk"]])(
  'a place whose level is "%s" is no high-risk area, which is said',
  async (level) => {
    const text = `Country,Region,Risk level\nMyanmar,Kachin,High\nNorway,,${level}\n`;
    expect(await read(text)).toMatchObject({
      list: { kind: "area", source: { rows: 1 }, entries: [{ country: "MM", state: "Kachin" }] },
      notes: ["left out, since their row says that they are not high-risk areas: line 3"],
    });
    expect(await read(`Country,Risk level\nNorway,${level}\n`)).toMatchObject({
      ok: false,
      faults: [{ line: 1, fault: "no row is of a high-risk area" }],
    });
  },
);

test("a country alone is an area; a remark below the list is none", async () => {
  const text = "Country,Region\nRwanda,\nMyanmar,Kachin\nSource: our own assessment,\n";
  expect(await read(text, { kind: "area" })).toMatchObject({
    list: { source: { rows: 2 }, entries: [{ country: "RW" }, { country: "MM", state: "Kachin" }] },
    notes: ["treated as notes and ignored: line 4"],
  });
});

test("a header in words that are not known is refused with what to do", async () => {
  const text = "Metallo,Fonderia,Codice,Esito\nTin,Minsur,CID001182,Conformant\n";
  expect(await read(text)).toMatchObject({
    ok: false,
    faults: [{ line: 1, fault: expect.stringContaining('--column "<header>=id"') }],
  });
  const columns = { Metallo: "metal", Fonderia: "standardName", Codice: "id", Esito: "status" } as const;
  expect(await read(text, { columns })).toMatchObject({
    list: { kind: "status", entries: [{ id: "CID001182", statusClass: "conformant" }] },
  });
});

test("columns and statuses that are not understood are named and kept", async () => {
  const outcome = await read(
    "Metal,Smelter ID,Name,Status,Website\nGold,CID000401,Dowa,Gone fishing,dowa.example\nTin,CID001182,Minsur,In Communication,\n",
  );
  expect(outcome).toMatchObject({
    list: {
      entries: [{ status: "Gone fishing", statusClass: "other", more: { Website: "dowa.example" } }, {}],
    },
    notes: [
      'column not understood, kept as details: "Website"',
      'statuses whose meaning is not known, kept as they stand: "Gone fishing" (1)',
    ],
  });
});

test("facilities without names of their own are no look-up list unless it is asked for", async () => {
  const text = "Metal,Smelter ID,Standard Smelter Name,Country\nGold,CID000401,Dowa,JAPAN\n";
  expect(await read(text)).toMatchObject({
    ok: false,
    faults: [{ line: 1, fault: expect.stringContaining("--kind") }],
  });
  expect(await read(text, { kind: "look-up" })).toMatchObject({ list: { kind: "look-up" } });
});

test("a second sheet with a list is said, and read where it is asked for", async () => {
  const xlsx = await import("@e965/xlsx");
  const book = xlsx.utils.book_new();
  const rows = (status: string) => [
    ["Metal", "Smelter ID", "Name", "Status"],
    ["Gold", "CID000401", "Dowa", status],
  ];
  for (const status of ["Conformant", "Active"])
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows(status)), status);
  const bytes = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  expect(await readListFile(bytes, "a.xlsx", { asOf: DAY })).toMatchObject({
    list: { entries: [{ status: "Conformant" }] },
    notes: [expect.stringContaining('"Active"')],
  });
  expect(await readListFile(bytes, "a.xlsx", { asOf: DAY, sheet: "active" })).toMatchObject({
    list: { entries: [{ status: "Active" }] },
    notes: [],
  });
});

test.each([
  ["no JSON", '{"Metal": "Gold"\n', /line 1 is not valid JSON/],
  ["no object", "[1, 2]", /entry 1 is not a JSON object/],
])("%s is refused with its line", async (_name, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test("a place that is no country is refused with its line", async () => {
  expect(await read("Country or region,Level\nAtlantis,High\nKivu,High\nSudan,High\n")).toMatchObject({
    ok: false,
    faults: [{ line: 2 }, { line: 3 }],
  });
});

test("a header may have a long note behind it, but a paragraph is not a header", () => {
  const noted = (length: number) => `Smelter ID (${"x".repeat(length)})`;
  expect(readHeader([noted(900)]).columns).toEqual(["id"]);
  expect(readHeader([noted(1000)])).toMatchObject({ columns: [undefined], unknown: [0] });
});

test("no header has two meanings", () => {
  const seen = new Map<string, string>();
  for (const column of LIST_COLUMNS) {
    for (const spelling of spellingsOf(column)) {
      const { columns } = readHeader([spelling]);
      expect([spelling, columns[0]]).toEqual([spelling, column]);
      seen.set(spelling, column);
    }
  }
  expect(seen.size).toBeGreaterThan(200);
});
