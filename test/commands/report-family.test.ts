// The reports of three templates of one campaign: `cmrt report --family`.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import type { Response } from "../../src/model/response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { AMRTS, CMRTS, EMRTS, ROSTER, TODAY } from "../helpers/campaign-families.ts";
import { csvReader, printedFigures, recompute } from "../helpers/recompute.ts";
import { runCli } from "../helpers/run-cli.ts";

const WHEN = ["--period", "2025", "--today", TODAY];
const AREAS = "country,region,level\nDemocratic Republic of the Congo,,high\nZambia,Copperbelt,high\n";

async function campaignOf(responses: readonly Response[], folder?: string): Promise<string> {
  const files = { "suppliers.csv": ROSTER, "areas.csv": AREAS };
  const root = await workspaceWith([...responses], false, files, folder);
  const { code, err } = await runCli(
    ["reference", "import", "areas.csv", "--kind", "area", "--as-of", "2025-06-01", "--name", "areas"],
    root,
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return root;
}

function packIn(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

const root = mkdtempSync(join(tmpdir(), "cmrt-test-"));
const packs: Record<string, Record<string, Uint8Array>> = {};
const outs: Record<string, string> = {};

beforeAll(async () => {
  await campaignOf([...CMRTS, ...EMRTS, ...AMRTS], root);
  for (const family of ["emrt", "amrt"]) {
    outs[family] = (await runCli(["report", "--family", family, ...WHEN], root)).out;
    packs[family] = packIn(join(root, "reports", family, "2025"));
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const reportOf = (family: string) => Buffer.from(packs[family]?.["report.md"] ?? "").toString("utf8");

/** The cells of a row in a table of the report, without its ID and source. */
function row(report: string, label: string, below = ""): string[] {
  const from = report.indexOf(below);
  const line = report
    .slice(from)
    .split("\n")
    .find((one) => one.startsWith(`| ${label} |`));
  return (line ?? "").split(" | ").slice(1, -2);
}

test("the CMRT pack is the same, byte for byte, with and without the other templates", async () => {
  const packOf = async (folder: string) => {
    const { code } = await runCli(["report", ...WHEN], folder);
    const pack = packIn(join(folder, "reports", "2025"));
    return { code, files: Object.entries(pack).map(([name, bytes]) => [name, sha256Of(bytes)]) };
  };
  const alone = await packOf(await campaignOf(CMRTS));
  expect(await packOf(root)).toEqual(alone);
  expect(alone.files.length).toBeGreaterThan(15);
  expect(row(readFileSync(join(root, "reports/2025/report.md"), "utf8"), "Surveyed")).toEqual([
    "16",
    "100 %",
  ]);
});

test("the EMRT's funnel and scope are those worked out by hand", () => {
  const report = reportOf("emrt");
  // Asked: 1 to 12. Something was received from all but 12, from 8 for 2024 only; 11 has an error.
  expect(row(report, "Surveyed")).toEqual(["12", "100 %"]);
  expect(row(report, "File received")).toEqual(["11", "92 %"]);
  expect(row(report, "Responded")).toEqual(["10", "83 %"]);
  expect(row(report, "Valid")).toEqual(["9", "75 %"]);
  // Cobalt, copper, graphite, lithium, mica, nickel: 1 to 7 and 11 select five, 9 cobalt and lithium, 10 graphite.
  expect(row(report, "Suppliers whose declaration is about it")).toEqual(["9", "8", "1", "9", "8", "8"]);
  expect(row(report, "In scope")).toEqual(["9", "7", "1", "9", "8", "8"]);
  expect(row(report, "Out of scope")).toEqual(["0", "1", "0", "0", "0", "0"]);
  expect(row(report, "Left open")).toEqual(["0", "0", "0", "0", "0", "0"]);
  expect(row(report, "In scope, from conflict-affected and high-risk areas: Yes")).toEqual([
    "1",
    "0",
    "0",
    "0",
    "0",
    "0",
  ]);
  expect(row(report, "Smelters and processors named")).toEqual(["1", "1", "1", "1", "1", "1"]);
  expect(row(report, "Not matched to the reference list").at(2)).toBe("1");
});

test("the EMRT's mines and origins say who names them, and which lie in an area of the user's list", () => {
  const report = reportOf("emrt");
  expect(row(report, "In mine lists")).toEqual(["1", "0", "0", "2", "0", "0"]);
  expect(row(report, "In mine columns of smelter lists")).toEqual(["1", "0", "0", "0", "0", "0"]);
  const countries = csvReader(packs.emrt ?? {})("countries.csv");
  expect(
    countries.map(({ metal, iso, provenance, areas, rows }) => [metal, iso, provenance, areas, rows]),
  ).toEqual([
    ["cobalt", "CD", "supplier (mine list)", "Democratic Republic of the Congo on areas of 2025-06-01", "1"],
    ["cobalt", "ZM", "supplier", "", "1"],
    ["lithium", "CL", "supplier (mine list)", "", "2"],
  ]);
  const mines = csvReader(packs.emrt ?? {})("mines.csv");
  expect(mines.map(({ cell, mine, smelter, provenance }) => [cell, mine, smelter, provenance])).toEqual([
    ["C5", "Kolwezi North", "NORILSK NICKEL HARJAVALTA OY", "mine list"],
    ["C6", "Salar Azul", "Ningdu Ganfeng Lithium Co., Ltd.", "mine list"],
    ["C7", "Salar Verde", "Ningdu Ganfeng Lithium Co., Ltd.", "mine list"],
    ["N5", "Tulu Pit", "NORILSK NICKEL HARJAVALTA OY", "smelter list"],
  ]);
});

test("the AMRT's report is about the minerals that declarations select, those that they name themselves last", () => {
  const report = reportOf("amrt");
  expect(row(report, "Surveyed")).toEqual(["6", "100 %"]);
  expect(row(report, "Responded")).toEqual(["4", "67 %"]);
  expect(report).toContain("|  | Aluminum | Manganese | Silver | Zinc | Bismuth | ID | Source |");
  expect(row(report, "In scope")).toEqual(["2", "2", "3", "3", "1"]);
});

test("the AMRT's report counts no answers to questions that the template does not ask", () => {
  const report = reportOf("amrt");
  expect(report).not.toMatch(/on origin that changed|practice of due diligence|high-risk areas: Yes/);
  expect(reportOf("emrt")).toMatch(/on origin that changed(.|\n)*practice of due diligence/);
  // Nor does it name rules on origin among those that could not be run.
  const notRun = csvReader(packs.amrt ?? {})("not-run.csv").map(({ rule }) => rule);
  expect(notRun).toContain("smelter-unmatched");
  expect(notRun).not.toContain("smelter-origin-covered");
  expect(report).toContain("The look-up list of the AMRT has no smelter of bismuth:");
  expect(reportOf("emrt")).toContain("The look-up list of the EMRT has no smelter of graphite:");
});

test("a mineral that last year's edition did not have is not said to have come into scope", () => {
  const changes = csvReader(packs.emrt ?? {})("comparison.csv").filter(({ kind }) => kind === "scope");
  expect(changes).toEqual([]);
});

test.each(["emrt", "amrt"])("every figure of the %s report is what its source says", (family) => {
  const readCsv = csvReader(packs[family] ?? {});
  const figures = printedFigures(reportOf(family));
  expect(figures.length).toBeGreaterThan(100);
  for (const { where, printed, source } of figures) {
    const value = recompute(source, readCsv);
    expect(`${where}: ${printed}`).toBe(
      `${where}: ${printed.endsWith("%") ? `${Math.round(100 * value)} %` : value}`,
    );
  }
});

/** Words of the US rule and its filing, which do not apply to these templates. */
const OF_THE_RULE =
  /\bRCOI\b|Form[- ]SD|covered countr|3TG|Dodd|\bSEC\b|no reason to believe|conflict[- ]free|country of origin inquiry|proposed outcome/i;

test.each(["emrt", "amrt"])("nothing in the %s pack speaks of Form SD", (family) => {
  const pack = packs[family] ?? {};
  expect(Object.keys(pack)).not.toContain("rcoi.csv");
  expect(Object.keys(pack).filter((name) => /form-sd/.test(name))).toEqual([]);
  const texts = Object.entries(pack).filter(([name]) => /\.(md|csv)$/.test(name));
  expect(texts.length).toBeGreaterThan(10);
  for (const [name, bytes] of texts) {
    expect(`${name}: ${OF_THE_RULE.exec(Buffer.from(bytes).toString("utf8"))?.[0] ?? ""}`).toBe(`${name}: `);
  }
  const page = Buffer.from(pack["report.html"] ?? "").toString("utf8");
  expect(OF_THE_RULE.exec(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, ""))?.[0] ?? "").toBe("");
  expect(outs[family]).toContain(`${family.toUpperCase()} due diligence report for 2025`);
});

test("--verify finds the family of a pack in its manifest", async () => {
  const folder = join("reports", "emrt", "2025");
  const same = await runCli(["report", "--verify", folder], root, { today: "2027-01-01" });
  expect(same.out).toContain("a new run gives the same bytes");
  expect(same.code).toBe(0);
  writeFileSync(join(root, folder, "mines.csv"), "");
  const other = await runCli(["report", "--verify", folder], root, { today: "2027-01-01" });
  expect(other.out).toContain("mines.csv: changed");
  expect(other.code).toBe(1);
});
