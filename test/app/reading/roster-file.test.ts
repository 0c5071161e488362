// Lists of suppliers among the responses are recognised, and nothing else is taken for one.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { textRoster, workbookRoster } from "../../../src/app/reading/roster-file.ts";
import { openWorkbook } from "../../../src/workbook/open-workbook.ts";
import { runCli } from "../../helpers/run-cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const said = (text: string) => textRoster(bytes(text), "list.csv");

test.each([
  ["its usual headers", "id,name,e-mail,asked on\n1,Acme,a@acme.example,2016-08-01\n2,Beta,,\n"],
  [
    "a purchasing system's, below a title",
    "Vendors 2016\n\nVendor No;Vendor Name;Annual spend\n1;Acme;10\n2;Beta;20\n",
  ],
  [
    "another language",
    "sep=;\nLieferantennummer;Lieferantenname;E-Mail-Adresse\n1;Acme;a@x.example\n2;Beta;b@x.example\n",
  ],
  ["names and when they were asked", "Supplier;Requested;Buyer\nAcme;06/05/2025;x\nBeta;07/05/2025;y\n"],
])("a list of suppliers with %s", (_, text) => {
  expect(said(text)).toMatchObject({ kind: "roster", reason: expect.stringContaining("2 suppliers") });
});

test.each([
  ["a price list", "Part,Description,Price\n1,Bolt,2\n2,Nut,3\n"],
  [
    "a list of smelters with contacts",
    "Smelter name,Smelter ID,Contact email\nA,CID000001,a@x.example\nB,CID000002,b@x.example\n",
  ],
  ["parts of one supplier", "supplier,part number,spend\nAcme,1,2\nAcme,2,3\nAcme,3,4\n"],
  ["names and addresses alone", "Company,E-mail\nAcme,a@acme.example\nBeta,b@beta.example\n"],
  ["names and numbers alone", "id,name\n1,Acme\n2,Beta\n"],
  ["headers without suppliers", "id,name,e-mail,asked on\n"],
  ["a letter", "Dear customer,\nplease find our declaration attached.\n"],
  ["quotes that do not close", 'id,name,e-mail\n1,"Acme,a@acme.example\n'],
])("no list of suppliers: %s", (_, text) => {
  expect(said(text)).toBeUndefined();
});

test("a workbook is one by any of its sheets", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Notes").addRow(["Our campaign"]);
  book.addWorksheet("List").addRows([
    ["Supplier ID", "Supplier name", "Email"],
    [1, "Acme", "a@acme.example"],
    [2, "Beta", "b@beta.example"],
  ]);
  const opened = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(opened.ok && workbookRoster(opened.workbook)).toMatchObject({ kind: "roster" });
});

test("it is named, and is neither a response nor an unreadable file of anybody", async () => {
  const root = temporaryFolder();
  await runCli(["demo", "."], root);
  const list = "Vendor Name,Vendor No,Email\nAcme,1,a@acme.example\nBeta,2,b@beta.example\n";
  writeFileSync(join(root, "responses", "vendors.csv"), list);
  const ingested = await runCli(["ingest", "responses"], root);
  expect(ingested).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^roster {6}responses\/vendors\.csv: .*init --roster/m),
  });
  expect(ingested.out).toContain("0 unreadable, 1 list of suppliers.");
  const { out, err, code } = await runCli(["suppliers", "--period", "2016"], root);
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringContaining("vendors.csv: It looks like a list of suppliers"),
  });
  expect(out).toMatch(/file received +7 /);
  expect(out).not.toContain("vendors.csv");
  // Files in a supplier's folder count as sent by it.
  mkdirSync(join(root, "responses", "Sundrell Plating S.A"));
  writeFileSync(join(root, "responses", "Sundrell Plating S.A", "list.csv"), list);
  await runCli(["ingest"], root);
  const received = await runCli(["suppliers", "--period", "2016", "--quiet"], root);
  expect(received.out).toMatch(/^unreadable +Sundrell Plating S\.A\./m);
});
