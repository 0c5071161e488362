// `cmrt smelters` as used by a person.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SmelterRow } from "../../src/model/response.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const LIST = [
  "Metal,Smelter ID,Standard Smelter Name,Country",
  "Gold,CID000401,Dowa,JAPAN",
  "Gold,CID000957,Kazzinc,KAZAKHSTAN",
  "Tin,CID001182,Minsur,PERU",
].join("\n");
const TODAY = { today: "2025-06-01", env: { USER: "ada" } };

function supplier(letter: string, smelters: Partial<SmelterRow>[]) {
  return buildResponse({
    id: letter.repeat(64),
    file: `responses/${letter}.xlsx`,
    company: { companyName: `Supplier ${letter}`, effectiveDate: { value: "2025-03-01" } },
    smelters,
  });
}

async function workspace(): Promise<string> {
  const root = await workspaceWith([
    supplier("a", [
      { metal: "gold", lookupName: "Smelter not listed", name: "Kazinc", country: "KZ" },
      { metal: "gold", lookupName: "Smelter not listed", name: "Acme Trading", country: "CN" },
      { metal: "gold", lookupName: "Dowa", name: "Dowa", country: "JP", id: "CID000401" },
      { metal: "tin", lookupName: "Smelter not yet identified" },
      { metal: "tin", lookupName: "Smelter not listed", name: "n/a" },
    ]),
    supplier("b", [
      { metal: "gold", lookupName: "Smelter not listed", name: "KAZINC", country: "KZ" },
      { metal: "tin", lookupName: "Minsur", name: "Minsur", id: "CID000957" },
    ]),
  ]);
  writeFileSync(join(root, "list.csv"), LIST);
  await runCli(["reference", "import", "list.csv", "--as-of", "2025-01-01", "--kind", "look-up"], root);
  return root;
}

async function open(root: string) {
  const { smelters } = JSON.parse((await runCli(["smelters", "--json"], root, TODAY)).out);
  return smelters as { key: string; metal: string; name: string; suppliers: string[]; rows: number }[];
}

const decisions = (root: string) => readFileSync(join(root, "smelter-decisions.csv"), "utf8");

test("the roster decides whose a response is: what it supersedes is not looked at", async () => {
  const named = (id: string, companyName: string, date: string, name: string) => ({
    ...supplier(id, [{ metal: "gold", lookupName: "Smelter not listed", name, country: "CN" }]),
    company: {
      companyName: { value: companyName, at: "Declaration!D8" },
      scope: { value: "company", at: "Declaration!D9" },
      effectiveDate: { value: date, at: "Declaration!D22" },
    },
  });
  const root = await workspaceWith([
    named("a", "Supplier", "2025-01-01", "Acme Trading"),
    named("b", "Supplier Group", "2025-03-01", "Acme Refining"),
  ]);
  const names = async () => (await open(root)).map(({ name }) => name);
  expect(await names()).toEqual(["Acme Refining", "Acme Trading"]);
  writeFileSync(join(root, "suppliers.csv"), "name,other names\nSupplier,Supplier Group\n");
  expect(await names()).toEqual(["Acme Refining"]);
  const check = JSON.parse((await runCli(["check", "--json"], root, TODAY)).out);
  expect(check.responses.map(({ state }: { state: string }) => state)).toContain("superseded");
});

test("lists what needs a person, most-reported first, with candidates", async () => {
  const root = await workspace();
  expect(
    (await open(root)).map(({ metal, name, suppliers, rows }) => [metal, name, suppliers.length, rows]),
  ).toEqual([
    ["gold", "Kazinc", 2, 2],
    ["gold", "Acme Trading", 1, 1],
    ["tin", "Minsur", 1, 1],
  ]);
  const { out } = await runCli(["smelters"], root, TODAY);
  expect(out).toContain(
    "3 reported smelters need a decision (2 not matched, 1 matched but contradicted by the row itself):",
  );
  expect(out).toMatch(
    /gold: Kazinc, Kazakhstan\n {10}2 rows of 2 suppliers \(Supplier a, Supplier b\), first in responses\/a\.xlsx, Smelter List!C5\n/,
  );
  expect(out).toContain("1  CID000957  Kazzinc (");
  expect(out).toContain("CID000957 is a facility for gold");
});

test("--accept and --reject write decisions that apply to the next run", async () => {
  const root = await workspace();
  const [kazinc, acme] = await open(root);
  const { code } = await runCli(
    ["smelters", "--accept", `${kazinc?.key}=1`, "--reject", `${acme?.key}`, "--reason", "asked them"],
    root,
    TODAY,
  );
  expect(code).toBe(0);
  expect(decisions(root)).toBe(
    "\uFEFFmetal,reported_name,country,smelter_id,reason,by,date\r\ngold,Kazinc,Kazakhstan,CID000957,asked them,ada,2025-06-01\r\ngold,Acme Trading,China,not a smelter,asked them,ada,2025-06-01\r\n",
  );
  expect((await open(root)).map(({ name }) => name)).toEqual(["Minsur"]);
});

test("a key that names nothing, or an answer that names no facility, writes nothing", async () => {
  const root = await workspace();
  const [kazinc] = await open(root);
  for (const args of [
    ["--accept", `${kazinc?.key}=1`, "--reject", "12345678"],
    ["--accept", `${kazinc?.key}`],
    ["--accept", `${kazinc?.key}=9`],
    ["--accept", `${kazinc?.key}=Dowa`],
  ]) {
    expect((await runCli(["smelters", ...args], root, TODAY)).code).toBe(2);
  }
  expect(() => decisions(root)).toThrow();
});

test("an ID that no list has, or has for another metal, is refused with the name and what to do; nothing is saved", async () => {
  const root = await workspace();
  const [kazinc, acme] = await open(root);
  const { code, err } = await runCli(
    [
      ...["smelters", "--accept", `${kazinc?.key}=CID123456`, "--accept", `${acme?.key}=CID001182`],
      ...["--accept", `${acme?.key}=CID000957`],
    ],
    root,
    TODAY,
  );
  expect(code).toBe(2);
  expect(err).toContain('CID123456 is not on any available list ("Kazinc")');
  expect(err).toContain('CID001182 is listed for tin, not for gold ("Acme Trading")');
  expect(err).not.toContain("CID000957");
  expect(err).toContain("add the line to smelter-decisions.csv by hand");
  expect(() => decisions(root)).toThrow();
});

test("--interactive refuses such an ID and asks again", async () => {
  const root = await workspace();
  const answers = ["CID123456", "CID001182", "CID000957", "q"];
  const { out } = await runCli(["smelters", "--interactive"], root, {
    ...TODAY,
    ask: async () => answers.shift(),
  });
  expect(out).toContain('Not saved: CID123456 is not on any available list ("Kazinc").');
  expect(out).toContain('Not saved: CID001182 is listed for tin, not for gold ("Kazinc").');
  expect(out).toContain("1 decision saved");
  expect(decisions(root).split("\r\n").slice(1, 2)).toEqual([
    "gold,Kazinc,Kazakhstan,CID000957,,ada,2025-06-01",
  ]);
});

test("--interactive asks one by one and saves every answer at once", async () => {
  const root = await workspace();
  const answers = ["what?", "1", "s", "q"];
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question.trim());
    return answers.shift();
  };
  const { out } = await runCli(["smelters", "--interactive", "--by", "Bob"], root, { ...TODAY, ask });
  expect(asked[0]).toContain("n = not a smelter, s = skip, q = quit");
  // What the row says and what the lists say about a candidate, as on the page.
  expect(out).toMatch(/as typed in .+, Smelter List!C\d+: Look-up “Smelter not listed”, Name “Kazinc”/);
  expect(out).toMatch(/1 {2}CID000957 {2}.+\n {10}.*Kazakhstan/);
  expect(asked).toHaveLength(4);
  expect(out).toContain('"what?" is not one of the choices');
  expect(out).toContain("1 decision saved in smelter-decisions.csv");
  expect(decisions(root)).toContain("gold,Kazinc,Kazakhstan,CID000957,,Bob,2025-06-01\r\n");
});

test("the end of the input means quit; an ID and n are answers too", async () => {
  const root = await workspace();
  const answers = ["CID000401", "n"];
  const { code } = await runCli(["smelters", "--interactive"], root, {
    ...TODAY,
    ask: async () => answers.shift(),
  });
  expect(code).toBe(0);
  expect(decisions(root).split("\r\n").slice(1, 3)).toEqual([
    "gold,Kazinc,Kazakhstan,CID000401,,ada,2025-06-01",
    "gold,Acme Trading,China,not a smelter,,ada,2025-06-01",
  ]);
});

test("a file edited by hand is kept as it is: its columns, delimiter and lines", async () => {
  const root = await workspace();
  const before = "Smelter ID;Reported name;Metal;My column\r\nCID000401;Something else;gold;keep me";
  writeFileSync(join(root, "smelter-decisions.csv"), before);
  const [kazinc] = await open(root);
  await runCli(["smelters", "--accept", `${kazinc?.key}=CID000957`], root, TODAY);
  expect(decisions(root)).toBe(`${before}\r\nCID000957;Kazinc;gold;\r\n`);
});

test("a file that is no UTF-8 is refused with its line and not touched", async () => {
  const root = await workspace();
  const [kazinc] = await open(root);
  const bytes = Buffer.from(
    "metal,reported_name,smelter_id\ngold,A,\ngold,Pr\xe9cinox,CID000401\n",
    "latin1",
  );
  writeFileSync(join(root, "smelter-decisions.csv"), bytes);
  for (const words of [["smelters", "--accept", `${kazinc?.key}=1`], ["check"]]) {
    expect(await runCli(words, root, TODAY)).toMatchObject({
      code: 2,
      err: expect.stringContaining("smelter-decisions.csv, line 3: the file is not UTF-8"),
    });
  }
  expect(readFileSync(join(root, "smelter-decisions.csv"))).toEqual(bytes);
});

test("mistakes in the file are told with their line; a decision whose facility has left the list is said", async () => {
  const root = await workspace();
  writeFileSync(join(root, "old.csv"), `${LIST}\nGold,CID000362,Doduco,GERMANY\n`);
  await runCli(["reference", "import", "old.csv", "--as-of", "2020-01-01", "--kind", "look-up"], root);
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,smelter_id\ngold,Kazinc,CID000362\nwater,Acme,CID000401\n",
  );
  const { err } = await runCli(["smelters"], root, TODAY);
  expect(err).toContain(
    'smelter-decisions.csv, line 3 does not apply: "water" is not a metal that a template asks about.',
  );
  expect(err).toContain("A decision is based on CID000362, which is no longer on the list (last on old):");
});

test("nothing to do is said", async () => {
  const root = await workspaceWith([supplier("a", [{ metal: "gold", lookupName: "Dowa", name: "Dowa" }])]);
  writeFileSync(join(root, "list.csv"), LIST);
  await runCli(["reference", "import", "list.csv", "--as-of", "2025-01-01", "--kind", "look-up"], root);
  expect((await runCli(["smelters"], root, TODAY)).out).toContain(
    "All reported smelters are matched or decided.",
  );
});

test("status counts what is listed here: unmatched names and matches that their row contradicts, each once", async () => {
  const root = await workspace();
  const when = ["--period", "2025", "--today", "2025-06-01"];
  const task = async () => {
    const { tasks } = JSON.parse((await runCli(["status", ...when, "--json"], root)).out);
    return tasks.find(({ command }: { command: string }) => command.startsWith("cmrt smelters"));
  };
  const listed = await open(root);
  expect(listed.map(({ name }) => name)).toEqual(["Kazinc", "Acme Trading", "Minsur"]);
  expect(await task()).toMatchObject({
    count: 3,
    source: "smelter-rows.csv where needs_decision=yes, distinct decision_key",
  });
  const answers = listed.map(({ key, name }) =>
    name === "Minsur" ? ["--accept", `${key}=CID001182`] : ["--reject", key],
  );
  await runCli(["smelters", ...when, ...answers.flat()], root, TODAY);
  expect(await open(root)).toEqual([]);
  expect(await task()).toBeUndefined();
});
