// Roll-ups into official blank templates. Needs the folder of workbooks named by CMRT_CORPUS, and LibreOffice to
// recalculate the template's own formulas. Skipped without.

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { METALS } from "../../fixtures/cmrt.ts";
import { readResponse } from "../../src/app/reading/read-response.ts";
import { fillWorkbooks } from "../../src/app/rollup/fill-workbooks.ts";
import { LIMITS } from "../../src/model/limits.ts";
import type { OwnDeclaration, OwnSmelter } from "../../src/model/own-declaration.ts";
import type { Response, SmelterRow } from "../../src/model/response.ts";

import { openZip } from "../../src/workbook/zip/zip.ts";
import { CORPUS, corpusPath, OF_CORPUS } from "../helpers/corpus.ts";
import { RESPONSES } from "../helpers/made-campaign.ts";
import { hasOffice, saveByOffice } from "../helpers/office.ts";
import { OWN_COMPANY } from "../helpers/own-company.ts";
import { runCli } from "../helpers/run-cli.ts";

const TEMPLATES = ["6.5", "6.31", "6.1"];
const template = (version: string) => corpusPath("templates", `RMI_CMRT_${version}.xlsx`);

const office = CORPUS !== undefined && hasOffice();
const COMPANY = {
  ...OWN_COMPANY,
  policies: {
    policyEstablished: "yes",
    policyPublic: { answer: "yes", comment: "https://www.orrery.example/minerals" },
    requireValidatedSmelters: "yes",
    dueDiligenceImplemented: "yes",
    supplierSurvey: "yesIpc1755",
    reviewSupplierInfo: "yes",
    correctiveAction: { answer: "yes", comment: "Open items are followed up every month." },
    annualDisclosure: "no",
  },
};

type Campaign = "oracle" | "demo";
const DAYS: Record<Campaign, [period: string, today: string]> = {
  oracle: ["2025", "2025-11-30"],
  demo: ["2016", "2017-06-01"],
};

/** Workspaces by campaign: complete workbooks of the corpus, and the invented campaign. Read once for all tests. */
const roots = new Map<Campaign, string>();

async function workspace(from: Campaign): Promise<string> {
  const known = roots.get(from);
  if (known !== undefined) return known;
  const root = mkdtempSync(join(tmpdir(), "cmrt-rollup-"));
  roots.set(from, root);
  mkdirSync(join(root, "responses"));
  writeFileSync(join(root, "cmrt.json"), JSON.stringify({ company: COMPANY }));
  const oracle = corpusPath("oracle");
  const folders =
    from === "demo"
      ? [RESPONSES]
      : readdirSync(oracle)
          .filter((name) => /^6\.5-0(?:10|12|13|20|30|40)-/.test(name))
          .map((name) => join(oracle, name));
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".xlsx"))) {
      copyFileSync(join(folder, name), join(root, "responses", name));
    }
  }
  await runCli(["ingest", "responses"], root);
  return root;
}

afterAll(() => {
  for (const root of roots.values()) rmSync(root, { recursive: true, force: true });
});

/** Roll-ups by campaign and template version, made once for all tests. */
const rollUps = new Map<string, ReturnType<typeof rollUp>>();

function rolledUp(from: Campaign, version: string): ReturnType<typeof rollUp> {
  const key = `${from} ${version}`;
  const known = rollUps.get(key) ?? rollUp(from, version);
  rollUps.set(key, known);
  return known;
}

async function rollUp(from: Campaign, version: string) {
  const root = await workspace(from);
  const [period, today] = DAYS[from];
  const out = `${version}-${from}`;
  const run = [
    "rollup",
    "--period",
    period,
    "--today",
    today,
    "--include-questions",
    "--surveyed",
    "8",
    "--json",
  ];
  const { code, out: text } = await runCli([...run, "--template", template(version), "--out", out], root);
  expect(code).toBe(0);
  const { files, declaration, findings } = JSON.parse(text);
  const name = files.find((file: string) => file.endsWith(".xlsx")) as string;
  return { path: join(root, out, name), declaration: declaration as OwnDeclaration, findings };
}

async function read(path: string): Promise<Response> {
  const outcome = await readResponse(readFileSync(path), { path, container: null });
  if (!outcome.ok) throw new Error(outcome.unreadable.reason);
  return outcome.response;
}

/** What a declaration and a response have in common, in the same form. */
function contentOf(response: Response, declaration: OwnDeclaration) {
  const row = ({
    metal,
    lookupName,
    name,
    country,
    id,
    mineNames,
    mineCountries,
    recycled,
    comments,
  }: SmelterRow) => ({
    metal,
    notListed: lookupName === "Smelter not listed",
    name,
    country,
    id,
    mineNames,
    mineCountries,
    recycled,
    comments,
  });
  const company = Object.fromEntries(
    Object.entries(response.company).map(([field, { value }]) => [field, value]),
  );
  return {
    company,
    answers: Object.fromEntries(
      METALS.map((metal) => [
        metal,
        Object.fromEntries(
          Object.keys(declaration.answers[metal] ?? {}).map((question) => [
            question,
            response.answers[metal]?.[question as "cahra"]?.value ?? null,
          ]),
        ),
      ]),
    ),
    policies: Object.fromEntries(
      Object.entries(response.policies).map(([policy, given]) => [policy, given?.value]),
    ),
    smelters: response.smelters.map(row),
  };
}

/**
 * The same from the declaration: a facility on the template's list has the name on that list, the ID of any other is in
 * the comments.
 */
function declared(declaration: OwnDeclaration, listed: ReadonlyMap<string, string>) {
  const smelter = ({ metal, kind, name, country, id, mineNames, mineCountries, recycled }: OwnSmelter) => {
    const found = id !== undefined && listed.has(id);
    return {
      metal,
      notListed: kind !== "notIdentified" && !found,
      name: found ? listed.get(id) : name,
      country,
      id: found ? id : undefined,
      mineNames,
      mineCountries,
      recycled,
      comments: id !== undefined && !found ? `Smelter ID ${id}` : undefined,
    };
  };
  return {
    company: { ...declaration.company, scope: "company" },
    answers: Object.fromEntries(
      METALS.map((metal) => [
        metal,
        Object.fromEntries(
          Object.entries(declaration.answers[metal] ?? {}).map(([question, given]) => [
            question,
            given?.value,
          ]),
        ),
      ]),
    ),
    policies: Object.fromEntries(
      Object.entries(declaration.policies).map(([policy, given]) => [policy, given?.value]),
    ),
    smelters: declaration.smelters.map(smelter),
  };
}

/** The lists of templates by version, read once for all tests. */
const lists = new Map<string, ReadonlyMap<string, string>>();

/** Standard names by ID on the look-up sheet of a template, according to another reader. */
function listOf(version: string): ReadonlyMap<string, string> {
  const known = lists.get(version) ?? readList(version);
  lists.set(version, known);
  return known;
}

function readList(version: string): ReadonlyMap<string, string> {
  const sheet = xlsx.read(readFileSync(template(version)), { sheets: ["Smelter Look-up"] }).Sheets[
    "Smelter Look-up"
  ];
  const rows = Object.keys(sheet ?? {}).filter((address) => /^E\d+$/.test(address));
  return new Map(
    rows.map((address) => [String(sheet?.[address].v), String(sheet?.[`C${address.slice(1)}`]?.v)]),
  );
}

describe.skipIf(!CORPUS)(`a roll-up into an official blank template ${OF_CORPUS}`, () => {
  test("a blank in another language is said to be that, and set to the language asked for", async () => {
    const root = await workspace("demo");
    const words = ["rollup", "--period", "2016", "--today", "2017-06-01", "--template", template("6.5")];
    const own = await runCli(words, root);
    expect(own.err).toContain("which is not English; --language en sets it to English.");
    const set = await runCli([...words, "--language", "en", "--json"], root);
    expect(set.err).not.toContain("not English");
    const { files, findings } = JSON.parse(set.out) as { files: string[]; findings: { rule: string }[] };
    expect(findings.map(({ rule }) => rule)).not.toContain("language-not-english");
    const name = files.find((file) => file.endsWith(".xlsx")) as string;
    expect((await read(join(root, "rollup", "2016", name))).template.language).toBe("en");
  });

  test.each(TEMPLATES)("%s: read back, it says what the declaration says", async (version) => {
    const { path, declaration } = await rolledUp("oracle", version);
    expect(contentOf(await read(path), declaration)).toEqual(declared(declaration, listOf(version)));
  });

  test("only the parts that hold the declaration differ from the blank", async () => {
    const { path } = await rolledUp("oracle", "6.5");
    const [before, after] = await Promise.all(
      [template("6.5"), path].map((file) => openZip(readFileSync(file), LIMITS)),
    );
    if (!before || !after) throw new Error("no zip");
    expect(after.names).toEqual(before.names);
    const changed = before.names.filter((name) => !before.read(name).equals(after.read(name)));
    // Workbook (calculation on load), Declaration, Smelter List, Checker; a company scope has no products.
    expect(changed).toEqual(
      expect.arrayContaining([
        "xl/workbook.xml",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
        "xl/worksheets/sheet6.xml",
      ]),
    );
    expect(changed).toHaveLength(4);
    for (const part of changed) {
      const [old, now] = [String(before.read(part)), String(after.read(part))];
      const count = (text: string, tag: string) => text.split(`<${tag}`).length;
      for (const tag of [
        "definedName ",
        "dataValidation ",
        "conditionalFormatting",
        "cfRule",
        "mergeCell ",
        "sheetProtection",
        "row ",
      ]) {
        expect([part, tag, count(now, tag)]).toEqual([part, tag, count(old, tag)]);
      }
    }
    const formulas = (text: string) => [...text.matchAll(/<f\b[^>]*?(?:\/>|>[\s\S]*?<\/f>)/g)].map(String);
    // Rows of smelters on the template's list keep every formula; a smelter described by name has typed cells.
    const sheet4 = "xl/worksheets/sheet4.xml";
    expect(formulas(String(after.read(sheet4)))).toEqual(formulas(String(before.read(sheet4))));
  });

  test("its own rules find no error in it", async () => {
    const { findings } = await rolledUp("oracle", "6.5");
    expect(findings.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  });

  test("5,200 smelters give three files whose union is the list", async () => {
    const blank = readFileSync(template("6.5"));
    const smelters = Array.from(
      { length: 5200 },
      (_, index): OwnSmelter => ({
        metal: METALS[Math.min(3, Math.floor(index / 1700))] as OwnSmelter["metal"],
        kind: "described",
        name: `Works number ${index}`,
        country: "PE",
        sources: [],
      }),
    );
    const declaration: OwnDeclaration = {
      schema: 1,
      period: 2025,
      scope: "company",
      company: { companyName: "Orrery", effectiveDate: "2025-11-30" },
      metals: [...METALS],
      answers: {},
      policies: {},
      smelters,
      leftOut: [],
      notCounted: [],
      products: [],
      suppliers: { counted: [], missing: [], surveyed: null },
      open: [],
    };
    const workbooks = await fillWorkbooks(blank, "blank.xlsx", declaration);
    expect(Object.keys(workbooks)).toEqual(
      [1, 2, 3].map((part) => `CMRT_6.5_Orrery_2025-11-30_${part}-of-3.xlsx`),
    );
    const names = new Set<string | undefined>();
    for (const bytes of Object.values(workbooks)) {
      const outcome = await readResponse(bytes, { path: "x.xlsx", container: null });
      if (!outcome.ok) throw new Error(outcome.unreadable.reason);
      for (const { name } of outcome.response.smelters) names.add(name);
    }
    expect(names).toEqual(new Set(smelters.map(({ name }) => name)));
  });
});

const CASES: [Campaign, string][] = [
  ["oracle", "6.5"],
  ["oracle", "6.31"],
  ["oracle", "6.1"],
  ["demo", "6.5"],
];

describe.skipIf(!office)(
  `recalculated by LibreOffice${office ? "" : " (needs CMRT_CORPUS and soffice)"}`,
  () => {
    const declarations = new Map<string, OwnDeclaration>();
    const folder = office ? mkdtempSync(join(tmpdir(), "cmrt-office-")) : "";
    beforeAll(async () => {
      const paths: string[] = [];
      for (const [from, version] of CASES) {
        const { path, declaration } = await rolledUp(from, version);
        declarations.set(`${from} ${version}`, declaration);
        paths.push(join(folder, `${from}-${version}.xlsx`));
        copyFileSync(path, paths.at(-1) as string);
      }
      await saveByOffice(paths, "xlsx", folder);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test.each(CASES)(
      "the %s campaign in %s: nothing open on the Checker, the formulas show the declaration",
      async (from, version) => {
        const calculated = await read(join(folder, "xlsx", `${from}-${version}.xlsx`));
        const declaration = declarations.get(`${from} ${version}`) as OwnDeclaration;
        expect(calculated.checker?.outstanding).toBe("0");
        expect(contentOf(calculated, declaration)).toEqual(declared(declaration, listOf(version)));
      },
    );
  },
);
