import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { responseSchema } from "../../src/forms/schemas.ts";

import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures", "responses-2016");
const FILE = "brightwell-2016-09.xlsx";

test("text for people: every part with its cells, contacts among them", async () => {
  const { code, out, err } = await runCli(["show", FILE], FIXTURES);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("CMRT 4.10, English");
  expect(out).toMatch(/company name\s+Brightwell Fasteners Ltd\s+Declaration!D8/);
  expect(out).toContain("n.whitlow@brightwell.example");
  expect(out).toMatch(/share of suppliers that answered\s+\S*\s+No, but greater than 75%\s+\S*\s+Yes, 100%/);
  expect(out).toMatch(
    /6\s+tungsten\s+Global Tungsten & Powders Corp\.\s+United States\s+CID000568\s+look-up "GTP"/,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour on a pipe
  expect(out).not.toMatch(/\u001b/);
});

test("colour only on a terminal, and not where NO_COLOR or --no-color forbid it", async () => {
  const terminal = { outIsTerminal: true };
  expect((await runCli(["show", FILE], FIXTURES, terminal)).out).toContain("\u001b[1mCompany");
  expect((await runCli(["show", FILE, "--no-color"], FIXTURES, terminal)).out).not.toContain("\u001b");
  const forbidden = { ...terminal, env: { NO_COLOR: "1" } };
  expect((await runCli(["show", FILE], FIXTURES, forbidden)).out).not.toContain("\u001b");
});

test("JSON for programs is the response", async () => {
  const { code, out } = await runCli(["show", FILE, "--json"], FIXTURES);
  expect(code).toBe(0);
  const response = responseSchema.parse(JSON.parse(out));
  expect(response.source).toMatchObject({ path: FILE, container: null, format: "xlsx", encrypted: false });
  expect(response.company.effectiveDate).toEqual({
    value: "2016-09-14",
    raw: "41165",
    at: "Declaration!D22",
  });
});

test("a stored response by the beginning of its id", async () => {
  const folder = temporaryFolder();
  copyFileSync(join(FIXTURES, FILE), join(folder, FILE));
  await runCli(["ingest", FILE], folder);
  const { id } = JSON.parse((await runCli(["show", FILE, "--json"], folder)).out);
  const shown = await runCli(["show", id.slice(0, 8), "--json"], folder);
  expect(JSON.parse(shown.out)).toMatchObject({ id });
});

test("what cannot be read ends with its reason and exit code 3", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "letter.xlsx"), "Dear customer,");
  const { code, out, err } = await runCli(["show", "letter.xlsx"], folder);
  expect([code, out]).toEqual([3, ""]);
  expect(err).toMatch(/^letter\.xlsx: .+\n$/);
});

test("no file, or a folder of several, is wrong usage", async () => {
  expect((await runCli(["show", "nothing.xlsx"], FIXTURES)).code).toBe(2);
  expect((await runCli(["show", "."], FIXTURES)).code).toBe(2);
});

test("a supplier's newest response by a part of its name; a file comes before a supplier, several are named", async () => {
  const sent = (letter: string, companyName: string, date: string) =>
    buildResponse({
      id: letter.repeat(64),
      file: `responses/${letter}.xlsx`,
      company: { companyName, effectiveDate: { value: date } },
    });
  const root = await workspaceWith([
    sent("a", "Bolt Works", "2016-05-01"),
    sent("b", "Bolt Works", "2016-11-01"),
    sent("c", "Bolt & Sons Inc.", "2016-10-01"),
    sent("d", "Zeta Parts", "2016-10-01"),
  ]);
  const works = await runCli(["show", "bolt works"], root);
  expect([works.code, works.err]).toEqual([
    0,
    "responses/b.xlsx, the newest of 2; the others: responses/a.xlsx\n",
  ]);
  expect(works.out).toMatch(/effective date\s+2016-11-01/);
  expect((await runCli(["show", "zeta", "--json", "--quiet"], root)).err).toBe("");
  expect(await runCli(["show", "bolt"], root)).toMatchObject({
    code: 2,
    out: "",
    err: "cmrt: “bolt” fits 2 suppliers: Bolt & Sons Inc., Bolt Works. Name one, or a file.\n",
  });
  copyFileSync(join(FIXTURES, FILE), join(root, "zeta"));
  expect((await runCli(["show", "zeta"], root)).out).toContain("Brightwell Fasteners Ltd");
  expect(await runCli(["show", "nobody"], root)).toMatchObject({
    code: 2,
    err: "cmrt: nobody: no such file or directory.\n",
  });
});
