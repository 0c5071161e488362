import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import { loadRoster, rosterFileOf } from "../../src/app/load-roster.ts";
import { parseSettings } from "../../src/forms/schemas.ts";
import { openWorkspace } from "../../src/store/open-workspace.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const DEFAULTS = parseSettings("{}");

/** A workbook with a cover sheet and a list of suppliers with date cells. */
function rosterWorkbook(): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([["How to use this list"]]), "Read me");
  const rows = [
    ["Suppliers of 2016"],
    [],
    ["Vendor No", "Vendor Name", "Contact Email", "Date sent", "Buyer"],
    [100017, "Acme Ltd", "jo@acme.example", 42614, "Jo"],
    [100018, "青山精工株式会社", "", 42614, "Jo"],
  ];
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), "Suppliers");
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

test("the roster as a workbook: the sheet with suppliers, serial dates, numbers as ids", async () => {
  const root = await workspaceWith([]);
  writeFileSync(join(root, "suppliers.xlsx"), rosterWorkbook());
  const read = await loadRoster(openWorkspace(root, "0"), DEFAULTS);
  expect(read?.roster.suppliers.map(({ id, name, askedOn, line }) => [id, name, askedOn, line])).toEqual([
    ["100017", "Acme Ltd", "2016-09-01", 4],
    ["100018", "青山精工株式会社", "2016-09-01", 5],
  ]);
  expect(read?.notices).toEqual(["suppliers.xlsx: columns not used: Buyer."]);
});

test("the table counts before the workbook, which is told", async () => {
  const root = await workspaceWith([], false, { "suppliers.csv": "name\nBeta\n" });
  const workspace = openWorkspace(root, "0");
  writeFileSync(join(root, "suppliers.xlsx"), rosterWorkbook());
  expect(rosterFileOf(workspace)).toBe("suppliers.csv");
  const read = await loadRoster(workspace, DEFAULTS);
  expect(read?.roster.suppliers).toHaveLength(1);
  expect(read?.notices).toEqual([
    "suppliers.xlsx is not read, because suppliers.csv is the roster. Keep one of them.",
  ]);
});

test.each([
  ["text", "name\nAcme\n", /suppliers\.xlsx is text, not a workbook\. Rename it to suppliers\.csv\./],
  ["no file", undefined, undefined],
])("a roster that is %s", async (_about, content, fault) => {
  const root = await workspaceWith([], false, content === undefined ? {} : { "suppliers.xlsx": content });
  const loaded = loadRoster(openWorkspace(root, "0"), DEFAULTS);
  if (fault) await expect(loaded).rejects.toThrow(fault);
  else expect(await loaded).toBeUndefined();
});

test("verbs, doctor and the report's manifest use it", async () => {
  const root = await workspaceWith([]);
  writeFileSync(join(root, "suppliers.xlsx"), rosterWorkbook());
  const { out, err } = await runCli(["suppliers", "--period", "2016"], root);
  expect(out).toMatch(/Acme Ltd +missing|missing +Acme Ltd/);
  expect(err).toContain("suppliers.xlsx: columns not used: Buyer.\n");
  expect((await runCli(["doctor"], root)).out).toContain("Suppliers on the roster: 2.");
  await runCli(["report", "--period", "2016", "--force"], root);
  const verified = await runCli(["report", "--verify", "reports/2016"], root);
  expect(verified.code).toBe(0);
  writeFileSync(join(root, "suppliers.xlsx"), "");
  expect((await runCli(["report", "--verify", "reports/2016"], root)).code).not.toBe(0);
});

test("dates that may be read in two ways are asked for, and a roster without suppliers is none", async () => {
  const root = await workspaceWith([], false, { "suppliers.csv": "name,asked on\nAcme,05/06/2016\n" });
  const { code, err } = await runCli(["suppliers"], root);
  expect(code).toBe(2);
  expect(err).toContain('Say in cmrt.json how dates are written: "roster": { "dates": "day first" }');
  writeFileSync(join(root, "suppliers.csv"), "name,asked on\n");
  const empty = await runCli(["suppliers", "--json"], root);
  expect(empty.err).toContain("suppliers.csv lists no supplier yet, and does not count as a roster.");
  expect(JSON.parse(empty.out).funnel.surveyed).toBeNull();
});
