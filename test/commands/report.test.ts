// `cmrt report` over a store filled by hand, as used by a person.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import type { Response } from "../../src/model/response.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const response = (companyName: string, date: string): Response =>
  buildResponse({
    id: sha256Of(companyName + date),
    file: `responses/${companyName}-${date}.xlsx`,
    version: "4.20",
    company: { companyName, effectiveDate: { value: date } },
  });

const TWO = [response("Acme", "2016-05-05"), response("Beta", "2016-06-06")];

function packOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, sha256Of(readFileSync(join(folder, name)))]),
  );
}

test("the pack is written where it says, with its headline figures", async () => {
  const folder = await workspaceWith(TWO);
  const { code, out, err } = await runCli(["report", "--period", "2016"], folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("RCOI report for 2016 (responses to 2017-05-31, run of 2017-06-01)");
  expect(out).toContain("surveyed                 not known (no roster)");
  expect(out).toContain("responded                    2");
  expect(out).toContain("Open reports/2016/report.html;");
  expect(Object.keys(packOf(join(folder, "reports", "2016")))).toEqual(
    expect.arrayContaining(["report.md", "rcoi.csv", "responses.csv", "smelter-rows.csv", "manifest.json"]),
  );
});

test.each([
  ["with the day that it was given", ["--today", "2017-06-01"], " --today 2017-06-01"],
  ["without one where it was given none", [], ""],
])("what to type next is %s", async (_, words, repeated) => {
  const { out } = await runCli(["report", "--period", "2016", ...words], await workspaceWith(TWO));
  const [, next = ""] = out.split("Next:\n");
  const lines = next.trimEnd().split("\n");
  expect(lines.map((line) => line.trim().split("  ")[0])).toEqual([
    `cmrt status${repeated}`,
    `cmrt review${repeated}`,
    `cmrt letters --period 2016${repeated}`,
    `cmrt explain${repeated}`,
  ]);
});

test("a second run gives identical bytes, on another day too where the day is given", async () => {
  const folder = await workspaceWith(TWO);
  const run = async (out: string, today: string) => {
    await runCli(["report", "--period", "2016", "--today", "2017-06-01", "--out", out], folder, { today });
    return packOf(join(folder, out));
  };
  const first = await run("one", "2017-06-01");
  expect(await run("one", "2017-06-01")).toEqual(first);
  expect(await run("two", "2019-01-01")).toEqual(first);
});

test("an unreadable file is named, ends with exit code 3 and changes no other row", async () => {
  const [without, withOne] = [await workspaceWith(TWO), await workspaceWith(TWO, true)];
  await runCli(["report", "--period", "2016"], without);
  const { code, err } = await runCli(["report", "--period", "2016"], withOne);
  expect(code).toBe(3);
  expect(err).toContain("Unreadable: responses/broken.xlsx: The file is cut off.");
  const rows = (folder: string) =>
    readFileSync(join(folder, "reports/2016/responses.csv"), "utf8").split("\r\n");
  const added = rows(withOne).filter((row) => !rows(without).includes(row));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain("responses/broken.xlsx,,,,,unreadable");
  for (const file of ["answers.csv", "smelters.csv", "smelter-rows.csv", "countries.csv"]) {
    const [a, b] = [without, withOne].map((folder) =>
      readFileSync(join(folder, "reports/2016", file), "utf8"),
    );
    expect(a).toBe(b);
  }
});

test("--json says what was written and proposed", async () => {
  const folder = await workspaceWith(TWO);
  const { out } = await runCli(["report", "--period", "2016", "--cutoff", "2016-05-31", "--json"], folder);
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    period: 2016,
    cutoff: "2016-05-31",
    today: "2017-06-01",
    out: "reports/2016",
    summary: { surveyed: null, responded: 1, valid: 1, unreadableFiles: 0 },
    proposals: [{ metal: "tantalum" }, { metal: "tin" }, { metal: "gold" }, { metal: "tungsten" }],
  });
});

test.each([
  [["report"], "required option '--period <year>'"],
  [["report", "--period", "soon"], "Expected a calendar year"],
  [["report", "--period", "2016", "--cutoff", "2017-02-30"], "Expected a day"],
  [["report", "--period", "2016", "--cutoff", "2015-12-31"], "is before the period"],
])("wrong usage ends with exit code 2: %j", async (args, message) => {
  const { code, err } = await runCli(args, await workspaceWith(TWO));
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test("a folder without a store, and settings that are none, end with exit code 2", async () => {
  expect((await runCli(["report", "--period", "2016"], temporaryFolder())).code).toBe(2);
  const folder = await workspaceWith(TWO);
  writeFileSync(join(folder, "cmrt.json"), '{"cutof": "03-31"}');
  const { code, err } = await runCli(["report", "--period", "2016"], folder);
  expect(code).toBe(2);
  expect(err).toContain("cutof");
});

test("the cut-off of the settings counts", async () => {
  const folder = await workspaceWith(TWO);
  writeFileSync(join(folder, "cmrt.json"), '{"cutoff": "03-31", "issuer": "Nordhaven"}');
  const { out } = await runCli(["report", "--period", "2016"], folder);
  expect(out).toContain("responses to 2017-03-31");
  expect(readFileSync(join(folder, "reports/2016/report.md"), "utf8")).toMatch(/^# Nordhaven: /);
});

test("a decision of cmrt.json stands beside the proposal", async () => {
  const folder = await workspaceWith(TWO);
  const decision = { determination: "No reason to believe", reason: "All smelters audited", by: "J. Doe" };
  writeFileSync(join(folder, "cmrt.json"), JSON.stringify({ decisions: { 2016: { tin: decision } } }));
  expect((await runCli(["report", "--period", "2016"], folder)).code).toBe(0);
  const pack = (file: string) => readFileSync(join(folder, "reports/2016", file), "utf8");
  expect(pack("report.md")).toContain(
    "Company decision: **No reason to believe**.\n\nReason: All smelters audited; J. Doe.",
  );
  expect(pack("rcoi.csv")).toContain("No reason to believe,All smelters audited,J. Doe,");
  writeFileSync(join(folder, "cmrt.json"), JSON.stringify({ decisions: { 2016: { silver: decision } } }));
  expect((await runCli(["report", "--period", "2016"], folder)).code).toBe(2);
});

test("an earlier period in the workspace is compared", async () => {
  const folder = await workspaceWith([...TWO, response("Acme", "2015-05-05")]);
  await runCli(["report", "--period", "2016"], folder);
  const pack = (file: string) => readFileSync(join(folder, "reports/2016", file), "utf8");
  expect(pack("report.md")).toContain("### Compared with 2015");
  expect(pack("comparison.csv")).toContain("figure,,,suppliers responded,,1,2");
});

test("what a supplier corrected within the period is told in the annex", async () => {
  const first = response("Acme", "2016-05-05");
  const { tin, ...others } = first.answers;
  const folder = await workspaceWith([
    { ...first, id: sha256Of("first"), answers: others },
    { ...response("Acme", "2016-06-06"), source: { ...first.source, path: "responses/again.xlsx" } },
  ]);
  expect(tin).toBeDefined();
  await runCli(["report", "--period", "2016"], folder);
  const pack = (file: string) => readFileSync(join(folder, "reports/2016", file), "utf8");
  expect(pack("report.md")).toContain("### Corrections received in the period");
  const [line] = parse(pack("corrections.csv"), { bom: true, columns: true }) as Record<string, string>[];
  expect(line).toMatchObject({ supplier: "Acme", date_before: "2016-05-05", findings_new: "0" });
  expect(Number(line?.findings_answered)).toBeGreaterThan(0);
  expect(Number(line?.answers_changed)).toBeGreaterThan(0);
  expect(pack("manifest.json")).toContain("corrections.csv");
});

test("--verify says that a pack is as a new run would give it, or what differs and why", async () => {
  const folder = await workspaceWith(TWO);
  await runCli(["report", "--period", "2016", "--cutoff", "2017-03-31"], folder);
  const verify = (...more: string[]) =>
    runCli(["report", "--verify", "reports/2016", ...more], folder, { today: "2020-01-01" });
  expect(await verify()).toMatchObject({
    code: 0,
    out: expect.stringContaining("is unchanged, and a new run gives the same bytes"),
  });

  writeFileSync(join(folder, "reports/2016/rcoi.csv"), "metal\n");
  rmSync(join(folder, "reports/2016/answers.csv"));
  expect((await verify()).out).toBe(
    "Files changed since the pack was written:\n  answers.csv: missing\n  rcoi.csv: changed\n",
  );

  await runCli(["report", "--period", "2016"], folder);
  writeFileSync(join(folder, "cmrt.json"), '{"issuer": "Nordhaven"}');
  const { code, out } = await verify("--json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    same: false,
    touched: [],
    reasons: ["the settings", "cmrt.json: new"],
    outputs: expect.arrayContaining(["report.md: other content", "report.html: other content"]),
  });
});

test("--verify of a folder that is no pack ends with exit code 2", async () => {
  const { code, err } = await runCli(["report", "--verify", "."], await workspaceWith(TWO));
  expect(code).toBe(2);
  expect(err).toContain("it has no manifest.json");
});
