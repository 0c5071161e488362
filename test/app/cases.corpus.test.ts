// Small inputs that once failed, one folder each: what is read from every file, and what is reported about it. Each
// kind has tests with generated inputs beside the code; these are the original inputs.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readListFile } from "../../src/app/lists/read-list-file.ts";
import { openReader } from "../../src/app/reading/open-reader.ts";
import { type FileOutcome, notAccessible, readAll } from "../../src/app/reading/read-all.ts";
import { type ReadResult, readResponse } from "../../src/app/reading/read-response.ts";
import type { Response } from "../../src/model/response.ts";
import { sourceText } from "../../src/model/workbook.ts";
import { type Found, findFiles } from "../../src/workbook/sources/find-files.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CASES = process.env.CMRT_CASES;
if (CASES === undefined || !existsSync(CASES))
  console.warn("Skipped: needs the folder of cases that CMRT_CASES names.");

const BROOKHAVEN = "Brookhaven Sensors Ltd";
const FIVE = ["tantalum", "tin", "gold", "gold", "tungsten"];

interface WorkbookCase {
  company?: string;
  smelters?: readonly string[];
  products?: readonly object[];
  /** The expected notes, each with the cell or sheet; any other note is an error. */
  notes?: readonly RegExp[];
  /** Further expectations about the response. */
  holds?: (response: Response) => void;
}

const PRODUCT = { number: "PCB-83231-00", name: "Temperature probe 86 mm", comments: "RoHS revision A" };
const EASTLAKE = {
  company: "Eastlake Power Systems Pty Ltd",
  smelters: ["tungsten", "gold", "gold", "tin", "tantalum"],
};

const WORKBOOKS: Readonly<Record<string, WorkbookCase>> = {
  "answer-in-merged-neighbour": {
    notes: [/^Declaration!E26: D26 is blank.*E26/],
    holds: ({ answers }) =>
      expect(answers.tantalum?.intentionallyAdded).toMatchObject({ value: "yes", at: "Declaration!E26" }),
  },
  "cmrt-6.3-no-100-for-tin": {
    smelters: ["tin", "gold", "gold", "tungsten"],
    holds: ({ answers }) => expect(answers.tin?.supplierResponseRate?.value).toBe("pctGt90"),
  },
  "cmrt-6.6-product-list": {
    ...EASTLAKE,
    products: [
      {
        number: "RESP-001",
        name: "Valve body",
        requesterNumber: "REQ-001",
        requesterName: "Customer valve body",
        comments: "see drawing",
      },
    ],
  },
  "declaration-2-filled": { notes: [/^Declaration \(2\)!A1: .*was read from the sheet "Declaration \(2\)"/] },
  "declaration-row-deleted": {
    notes: [
      /^Declaration!B13: By their labels.*address to question H/,
      /^Declaration: No label shows where "company unique ID authority" is/,
    ],
    holds: ({ company }) => {
      expect(company.companyUniqueId?.value).toBe("804735133");
      expect(company.companyUniqueIdAuthority).toBeUndefined();
    },
  },
  "declaration-row-inside-q1": {
    notes: [/^Declaration!B27: By their labels.*tantalum of question 1 to question H/],
    holds: hasFourAnswersInFirst,
  },
  "declaration-vendor-row": {
    notes: [/^Declaration!B10: By their labels.*declaration scope to question H in rows 10 to 90/],
    holds: hasFourAnswersInFirst,
  },
  "metal-words": { smelters: ["tin", "tungsten", "tungsten", "tin", "gold"] },
  "product-formula": {
    ...EASTLAKE,
    products: [
      { row: 6, number: "PN-1001" },
      { row: 7, number: "PN-1002" },
    ],
  },
  "product-row-2500": { ...EASTLAKE, products: [PRODUCT, { row: 2500, number: "PN-2500" }] },
  "product-sheet-renamed": {
    ...EASTLAKE,
    products: [PRODUCT],
    notes: [/^: The sheet "Product List" is named "Product List/],
  },
  "second-smelter-sheet": {
    smelters: [...FIVE, "gold", "gold", "gold", "gold", "gold"],
    notes: [/^Smelter List \(2\)!A1: The list goes on with 5 rows/],
  },
  "sheet-name-blanks": { notes: [/"Declaration "/, /"Smelter {2}List"/, /"Product List "/] },
  "sheet-name-nbsp": { notes: [/"Smelter\u00a0List"/] },
  "sheet-name-numbered": { notes: [/"1\. Declaration"/, /"2\. Smelter List"/] },
  "sheet-name-prefixed": { notes: [/"Acme Declaration"/, /"Acme Smelter List"/] },
  "smelter-col-status-inserted": {
    notes: [/^Smelter List!G4: By their headers in row 4/],
    holds: ({ smelters }) =>
      expect(smelters[0]).toMatchObject({ id: "CID004813", city: "Xinyu", state: "Jiangxi Sheng" }),
  },
  "smelter-repeated-header": { notes: [/^Smelter List!7:7: Row 7 repeats the header/] },
};

/** The result for each folder with the password "secret": the company and the date, or the kind of problem. */
const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  "leading-slash": [`a.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  "mail-appledouble": [`mail.eml » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  "mail-long-head": [`mail.eml » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  "ole-stream-name-case": ["WORKBOOK.xls: Glenrock Cable & Connector Ltd, 2014-11-12"],
  "smime-opaque": [`mail.eml » smime.p7m » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  tar: [`a.tar » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  "tnef-winmail": [
    `mail.eml » winmail.dat » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`,
    "winmail.dat » acme.xlsx: the same",
  ],
  uuencoded: [`mail.eml » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
  "zip-aes": ["a.zip » acme.xlsx: encrypted"],
  "zip-zipcrypto": [`a.zip » acme.xlsx: ${BROOKHAVEN}, 2025-06-12`],
};

/** The first entry of each list. */
const LISTS: Readonly<Record<string, object>> = {
  "reference-rmi-facility-list": {
    id: "CID004813",
    status: "Conformant",
    auditDate: "2025-03-04",
    auditCycle: "1 Year",
  },
  "reference-rmi-public-list": {
    id: "CID004813",
    status: "Conformant",
    auditDate: "2025-03-04",
    auditCycle: "1 year",
  },
  "reference-spreadsheetml": { id: "CID000019", status: "Conformant", auditDate: "2025-03-04" },
};

describe.skipIf(CASES === undefined)(`cases (CMRT_CASES ${CASES ?? "is not set"})`, () => {
  const folder = (name: string) => join(CASES as string, name);
  const filesOf = (name: string) => readdirSync(folder(name)).filter((file) => file !== "README");

  test("each of them is in a table", () => {
    const tables = [WORKBOOKS, CONTAINERS, LISTS].flatMap((table) => Object.keys(table));
    expect(tables.sort()).toEqual(readdirSync(CASES as string).sort());
  });

  test.each(Object.entries(WORKBOOKS))("%s", async (name, expected) => {
    for (const file of filesOf(name)) {
      const bytes = readFileSync(join(folder(name), file));
      const read = await readResponse(bytes, { path: file, container: null });
      if (!read.ok) throw new Error(read.unreadable.reason);
      const { company, smelters, products, notes } = read.response;
      expect(company.companyName?.value).toBe(expected.company ?? BROOKHAVEN);
      expect(smelters.map(({ metal }) => metal)).toEqual(expected.smelters ?? FIVE);
      expect(products).toMatchObject(expected.products ?? []);
      expect(notes.map(({ at = "", note }) => `${at}: ${note}`)).toEqual(
        (expected.notes ?? []).map((text) => expect.stringMatching(text)),
      );
      expected.holds?.(read.response);
    }
  });

  test.each(Object.entries(CONTAINERS))("%s", async (name, expected) => {
    expect(await linesOf(await findFiles(filesOf(name), folder(name)))).toEqual(expected);
  });

  test.each(Object.entries(LISTS))("%s", async (name, first) => {
    for (const file of filesOf(name)) {
      const read = await readListFile(readFileSync(join(folder(name), file)), file, {
        asOf: "2025-04-01",
      });
      if (read.ok !== true) throw new Error(`${file} was not read`);
      expect(read.list.kind).toBe("status");
      expect(read.list.entries[0]).toMatchObject(first);
    }
  });

  test("what 6.3 does not offer is no warning to the supplier", async () => {
    const root = temporaryFolder();
    await runCli(["ingest", folder("cmrt-6.3-no-100-for-tin")], root, { today: "2025-12-01" });
    const { out } = await runCli(["check", "--format", "json"], root, { today: "2025-12-01" });
    const findings = (JSON.parse(out) as { findings: { rule: string; severity: string }[] }).findings;
    expect(findings.filter(({ rule }) => rule === "identified-without-full-response")).toMatchObject([
      { severity: "info" },
    ]);
  });
});

function hasFourAnswersInFirst({ answers }: Response): void {
  const first = Object.values(answers).map((ofMetal) => ofMetal?.intentionallyAdded?.value);
  expect(first).toEqual(["yes", "yes", "yes", "yes"]);
}

async function linesOf(found: Found): Promise<string[]> {
  const reader = openReader({ passwords: ["secret"] }, { workers: 1 });
  const lines: string[] = [];
  try {
    for await (const file of readAll(reader.unpack(found), reader.read)) {
      lines.push(`${sourceText(file.source)}: ${outcome(file)}`);
    }
  } finally {
    await reader.close();
  }
  return lines.sort();
}

function outcome(file: FileOutcome<ReadResult>): string {
  if (file.is === "failure") return notAccessible(file.failure).kind;
  if (file.is !== "read") return "the same";
  if (!file.result.ok) return file.result.unreadable.kind;
  const { company } = file.result.response;
  return `${company.companyName?.value}, ${company.effectiveDate?.value}`;
}
