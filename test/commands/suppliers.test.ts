import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";

const response = (companyName: string, date: string) =>
  buildResponse({
    id: sha256Of(companyName + date),
    file: `responses/${companyName}.xlsx`,
    version: "4.20",
    company: { companyName, effectiveDate: { value: date } },
  });
const ROSTER = [
  "id,name,spend,asked on,reminded on,language",
  "S-1,Acme,60 %,2016-09-01,,en",
  "S-2,Beta,30 %,2016-09-01,2016-11-01,ja",
].join("\n");
const folderWith = (roster: string) =>
  workspaceWith([response("Acme", "2016-10-10"), response("Gamma", "2016-10-10")], false, {
    "suppliers.csv": roster,
  });
const ARGS = ["suppliers", "--period", "2016", "--today", "2016-12-01"];

test("who has answered, and who is missing since when, with totals by count and by spend", async () => {
  const { code, out, err } = await runCli(ARGS, await folderWith(ROSTER));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.split("\n");
  expect(lines[0]).toBe("Suppliers for 2016 (run of 2016-12-01)");
  expect(lines[2]).toBe(
    "missing    Beta   asked on 2016-09-01, 91 days ago · reminded on 2016-11-01 · 30 % of spend",
  );
  // The states of the others depend on the rules.
  expect(out).toMatch(/^\w+ +Acme +dated 2016-10-10 .*60 % of spend$/m);
  expect(out).toMatch(/^\w+ +Gamma +dated 2016-10-10 .*not on the roster for this period$/m);
  expect(lines).toContain("  in all         2  100 %  90 % of spend");
  expect(lines).toContain("  missing        1   50 %  30 % of spend");
});

test("those that are listed and not on the roster are counted apart from the totals", async () => {
  const { out } = await runCli(ARGS, await folderWith(ROSTER));
  expect(out).toMatch(/^ {2}not on the roster, and not in these totals: 1 \w+$/m);
  const all = `${ROSTER}\nS-3,Gamma,10 %,2016-09-01,,en`;
  expect((await runCli(ARGS, await folderWith(all))).out).not.toContain("not on the roster");
});

test("--format csv for reminders", async () => {
  const { out } = await runCli([...ARGS, "--format", "csv"], await folderWith(ROSTER));
  const [first] = parse(out, { bom: true, columns: true }) as Record<string, string>[];
  expect(first).toMatchObject({
    supplier_id: "S-2",
    supplier: "Beta",
    state: "missing",
    asked_on: "2016-09-01",
    days_waiting: "91",
    language: "ja",
  });
});

test("--json for programs", async () => {
  const { out } = await runCli([...ARGS, "--json"], await folderWith(ROSTER));
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    period: 2016,
    suppliers: [{ id: "S-2", state: "missing", daysWaiting: 91 }, { id: "S-1" }, { supplier: "Gamma" }],
    totals: [{ state: "all", suppliers: 2, spendShare: 0.9 }, { state: "missing" }, { spendShare: 0.6 }],
  });
});

test("without a roster it says so; a roster with faults ends with exit code 2 and its lines", async () => {
  const bare = await workspaceWith([response("Acme", "2016-10-10")]);
  expect((await runCli(ARGS, bare)).out).toContain("No roster (suppliers.csv)");
  const { code, err } = await runCli(ARGS, await folderWith("name,since\nAcme,soon\n"));
  expect(code).toBe(2);
  expect(err).toContain("line 2: since “soon” is not a date");
});

test("what was written to a supplier, and what came of it", async () => {
  const old = {
    ...response("Acme", "2016-09-10"),
    source: { ...response("Acme", "2016-09-10").source, path: "responses/old.xlsx" },
  };
  const folder = await workspaceWith([old, response("Acme", "2016-10-10")], false, {
    "suppliers.csv": ROSTER,
    "requests.csv": `period,supplier,kind,date,responses\n2016,Acme,letter,2016-09-20,${old.id.slice(0, 12)}\n2016,Beta,reminder,2016-11-20,\n`,
  });
  const { out } = await runCli(ARGS, folder);
  expect(out).toMatch(/^\w+ +Acme +dated 2016-10-10 .*letter of 2016-09-20 · (?:corrected|answered again)/m);
  expect(out).toMatch(/^missing +Beta +asked on 2016-09-01, 91 days ago · reminded on 2016-11-20 /m);
  const json = JSON.parse((await runCli([...ARGS, "--json"], folder)).out);
  expect(json.suppliers[0]).toMatchObject({
    supplier: "Beta",
    remindedOn: "2016-11-20",
    followUp: { state: "reminded", reminders: 2, owes: "declaration" },
  });
  expect(json.suppliers[1].followUp).toMatchObject({
    letters: 1,
    letterOn: "2016-09-20",
    answeredAgain: true,
    owes: null,
  });
});
