import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { fillTable, type TableDefinition } from "../../../src/report/render/table.ts";
import { renderXlsx } from "../../../src/report/render/xlsx.ts";
import { buildPack } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}
const OPTIONS = {
  today: "2017-06-30",
  paper: "A4",
  cover: { title: "Report", facts: [["Period", "2016"]], tables: [] },
} as const;

const PACK = await buildPack(
  [
    buildResponse({
      id: "a",
      version: "4.20",
      company: { companyName: "Acme", effectiveDate: { value: "2016-03-01" } },
    }),
    buildResponse({
      id: "b",
      version: "4.20",
      company: { companyName: "Beta", effectiveDate: { value: "2016-04-01" } },
    }),
  ],
  { findings: [["b", "error"]] },
);
const WORKBOOK = await open(PACK["report.xlsx"] as Uint8Array);

const texts: TableDefinition<string> = {
  file: "texts.csv",
  title: "Texts",
  onePer: "text",
  columns: [{ name: "text", type: "text", about: "", value: (text) => text }],
};

test("a column is as wide as its texts, up to a limit; hashes are not shown in full", async () => {
  const widthsOf = async (name: string, longest: string) => {
    const table: TableDefinition<string> = {
      ...texts,
      columns: [{ name, type: "text", about: "", value: (text) => text }],
    };
    const { worksheets } = await open(await renderXlsx([fillTable(table, ["a", longest])], OPTIONS));
    return worksheets[1]?.getColumn(1).width;
  };
  expect(await widthsOf("sign", "smelter-list-is-whole-reference")).toBe(33);
  expect(await widthsOf("supplier", "株式会社三ツ峰精密機器製作所名古屋工場第二製造部")).toBe(50);
  expect(await widthsOf("status", "so".repeat(60))).toBe(60);
  expect(await widthsOf("sha256", "f".repeat(64))).toBe(18);
});

test("one sheet per table behind an overview, with frozen headers and filters", () => {
  const names = WORKBOOK.worksheets.map((sheet) => sheet.name);
  expect(names).toEqual([
    "Overview",
    "Proposed outcome",
    "Responses",
    "Declarations by metal",
    "Answers by metal",
    "Answers on policy",
    "Smelters and refiners",
    "Smelter rows",
    "Countries of origin",
    "Findings",
    "Warning signs",
    "Checks that could not run",
    "Follow-up",
  ]);
  for (const sheet of WORKBOOK.worksheets.slice(1)) {
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.autoFilter).toBeTruthy();
  }
});

test("dates are dates, numbers numbers", () => {
  const sheet = WORKBOOK.getWorksheet("Responses") as ExcelJS.Worksheet;
  const columns = sheet.getRow(1).values as string[];
  const cell = (name: string) => sheet.getRow(2).getCell(columns.indexOf(name));
  expect(cell("Effective date").value).toEqual(new Date("2016-03-01T00:00:00Z"));
  expect(cell("Effective date").numFmt).toBe("yyyy-mm-dd");
  expect(cell("Smelter rows").value).toBe(4);
});

test("the first sheet has the figures of the report, and links to the others", async () => {
  const sheet = WORKBOOK.getWorksheet("Overview") as ExcelJS.Worksheet;
  const rows = sheet.getSheetValues() as (ExcelJS.CellValue[] | undefined)[];
  const line = (label: string) => rows.find((cells) => cells?.[1] === label)?.slice(2);
  expect(line("Responded")).toEqual([2, "not known"]);
  expect(line("Outcome indicated by the responses")).toEqual(["Proposed", "Company decision"]);
  expect(line("Tin")).toEqual(["undetermined", "open"]);
  expect(line("Errors")).toEqual([1]);
  expect(rows.flat()).toContainEqual(
    expect.objectContaining({ text: "Findings", hyperlink: "#'Findings'!A1" }),
  );
});

test("headers and codes are words, severities have a colour, sheets are set up for the paper", async () => {
  const answers = WORKBOOK.getWorksheet("Answers by metal") as ExcelJS.Worksheet;
  expect((answers.getRow(1).values as string[]).slice(1, 4)).toEqual(["Metal", "Question", "Answer"]);
  const said = answers.getColumn(3).values;
  expect(said).toContain("100 %");
  expect(said).not.toContain("pct100");
  expect(answers.getColumn(2).values).toContain("Sourced from the covered countries");
  const severity = (WORKBOOK.getWorksheet("Findings") as ExcelJS.Worksheet).getCell("B2");
  expect(severity).toMatchObject({ value: "error", fill: { pattern: "solid" } });
  const responses = WORKBOOK.getWorksheet("Responses") as ExcelJS.Worksheet;
  expect(responses.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1 });
  const letter = await open(await renderXlsx([fillTable(texts, ["a"])], { ...OPTIONS, paper: "Letter" }));
  expect(letter.worksheets.map(({ pageSetup }) => pageSetup.paperSize)).toEqual([1, 1]);
});

test("a finding links to its supplier's response", () => {
  const cell = (WORKBOOK.getWorksheet("Findings") as ExcelJS.Worksheet).getCell("C2");
  expect(cell.value).toMatchObject({ text: "Beta", hyperlink: "#'Responses'!A3" });
  expect((WORKBOOK.getWorksheet("Responses") as ExcelJS.Worksheet).getCell("A3").value).toBe("Beta");
});

test("texts are texts, whatever they begin with, and come back as they were", async () => {
  const rows = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "_x0041_", "a\nb", "株式会社 🙂", "<b>&"];
  const workbook = await open(await renderXlsx([fillTable(texts, [...rows, "\u0000\ud800"])], OPTIONS));
  const sheet = workbook.getWorksheet("Texts") as ExcelJS.Worksheet;
  const read = rows.map((_text, index) => sheet.getCell(index + 2, 1));
  expect(read.map((cell) => cell.type === ExcelJS.ValueType.Formula)).toEqual(rows.map(() => false));
  // exceljs does not decode the escapes that Excel does.
  const unescaped = (value: unknown) => String(value).replaceAll("_x005F_", "_");
  expect(read.map((cell) => unescaped(cell.value))).toEqual(rows.map((row) => row.replace("\r", "\n")));
  expect(sheet.getCell(rows.length + 2, 1).value).toBe("\uFFFD\uFFFD");
});

test("a table too long for a sheet says how much of it stands in the CSV only", async () => {
  const rows = Array.from({ length: 20_003 }, (_, index) => `row ${index}`);
  const workbook = await open(await renderXlsx([fillTable(texts, rows)], OPTIONS));
  const sheet = workbook.getWorksheet("Texts") as ExcelJS.Worksheet;
  expect(sheet.rowCount).toBe(20_002);
  expect(sheet.getCell(20_002, 1).value).toBe("… and 3 more rows, in texts.csv only");
});
