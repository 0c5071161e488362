// Roll-ups into the official blank EMRT 2.1 and AMRT 1.3. Needs the folders named by CMRT_CORPUS and CMRT_FAMILIES, and
// LibreOffice to recalculate the templates' own formulas. Skipped without.
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
import { afterAll, describe, expect, test } from "vitest";
import { readResponse } from "../../src/app/reading/read-response.ts";
import { fillWorkbooks } from "../../src/app/rollup/fill-workbooks.ts";
import { AMRT } from "../../src/forms/amrt/family.ts";
import type { OwnDeclaration } from "../../src/model/own-declaration.ts";
import type { Response } from "../../src/model/response.ts";
import { CORPUS, corpusPath, FAMILY_CASES, OF_CORPUS, OF_FAMILY_CASES } from "../helpers/corpus.ts";
import { hasOffice, saveByOffice } from "../helpers/office.ts";
import { OWN_COMPANY } from "../helpers/own-company.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const COMPANY = {
  ...OWN_COMPANY,
  address: "2 Clock Row",
  policies: {
    policyEstablished: "yes",
    policyPublic: { answer: "yes", comment: "https://www.orrery.example/minerals" },
    dueDiligenceImplemented: "yes",
    supplierSurvey: "yesIpc1755",
    reviewSupplierInfo: "yes",
    correctiveAction: "yes",
  },
  answers: Object.fromEntries(
    ["cobalt", "copper", "graphite", "lithium", "mica", "nickel"].map((mineral) => [
      mineral,
      { requireValidatedSmelters: { answer: "yes", reason: "our own practice" } },
    ]),
  ),
};

/** The inputs of each roll-up: templates, and filled-in workbooks of the corpus by the beginning of their names. */
const CASES = [
  {
    family: "EMRT",
    version: "2.1",
    what: "six minerals, mines",
    from: ["emrt-2.1-010", "emrt-2.1-500", "emrt-2.0-690"],
  },
  { family: "EMRT", version: "2.1", what: "some minerals", from: ["emrt-2.1-011"] },
  { family: "AMRT", version: "1.3", what: "minerals, mines", from: ["amrt-1.3-010", "amrt-1.3-300"] },
] as const;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function rollUp({ family, version, from }: (typeof CASES)[number]) {
  const root = mkdtempSync(join(tmpdir(), "cmrt-rollup-"));
  folders.push(root);
  mkdirSync(join(root, "responses"));
  writeFileSync(join(root, "cmrt.json"), JSON.stringify({ company: COMPANY }));
  const cases = FAMILY_CASES as string;
  for (const name of readdirSync(cases).filter((one) => from.some((begin) => one.startsWith(begin)))) {
    for (const file of readdirSync(join(cases, name)).filter((one) => one.endsWith(".xlsx")))
      copyFileSync(join(cases, name, file), join(root, "responses", `${name}.xlsx`));
  }
  await runCli(["ingest", "responses"], root);
  const template = corpusPath("templates", `RMI_${family}_${version}.xlsx`);
  const when = ["--period", "2025", "--today", "2025-12-20"];
  const { code, out } = await runCli(
    [
      "rollup",
      "--family",
      family.toLowerCase(),
      ...when,
      "--include-questions",
      "--surveyed",
      String(from.length),
      "--json",
      "--template",
      template,
      "--out",
      "out",
    ],
    root,
  );
  expect(code).toBe(0);
  const { files, declaration, findings } = JSON.parse(out);
  const path = join(root, "out", files[0] as string);
  return { path, declaration: declaration as OwnDeclaration, findings };
}

async function read(path: string): Promise<Response> {
  const result = await readResponse(readFileSync(path), { path, container: null });
  if (!result.ok) throw new Error(result.unreadable.reason);
  return result.response;
}

/** What a response and a declaration have in common. */
function said(response: Response) {
  return {
    minerals: (response.minerals ?? []).map(({ id }) => id),
    answers: Object.fromEntries(
      Object.entries(response.answers).map(([mineral, given]) => [
        mineral,
        Object.fromEntries(
          Object.entries(given ?? {}).flatMap(([question, answer]) =>
            answer?.value ? [[question, answer.value]] : [],
          ),
        ),
      ]),
    ),
    smelters: response.smelters.map(({ metal, id, name, lookupName, country }) => [
      metal,
      id ?? name ?? lookupName,
      country,
    ]),
    mines: (response.mines ?? []).map(({ metal, name, country, city }) => [metal, name, country, city]),
  };
}

function declared({ metals, answers, smelters, mines = [] }: OwnDeclaration) {
  return {
    minerals: [...metals].sort(),
    answers: Object.fromEntries(
      metals.map((mineral) => [
        mineral,
        Object.fromEntries(
          Object.entries(answers[mineral] ?? {}).flatMap(([question, answer]) =>
            answer?.value ? [[question, answer.value]] : [],
          ),
        ),
      ]),
    ),
    smelters: smelters.map(({ metal, id, name, country, kind }) => [
      metal,
      id ?? (kind === "notIdentified" ? "Smelter not yet identified" : name),
      country,
    ]),
    mines: mines.map(({ metal, name, country, city }) => [metal, name, country, city]),
  };
}

/** Findings that the roll-up cannot avoid: what suppliers omit or contradict, and the blank template's language. */
const EXPECTED = [
  "mine-name-missing",
  "mine-smelter-recycled",
  "mine-country-covered-but-no",
  "language-not-english",
  "identified-without-full-response",
];

/** Roll-ups by case, made once for all tests. */
const made = new Map<(typeof CASES)[number], ReturnType<typeof rollUp>>();

function rolledUp(one: (typeof CASES)[number]): ReturnType<typeof rollUp> {
  const known = made.get(one) ?? rollUp(one);
  made.set(one, known);
  return known;
}

const missing = CORPUS === undefined || FAMILY_CASES === undefined;
const office = !missing && hasOffice();

describe.skipIf(missing)(`roll-ups of other templates ${OF_CORPUS} ${OF_FAMILY_CASES}`, () => {
  test.each(CASES)("$family $version, $what: read back as rolled up", async (one) => {
    const { path, declaration, findings } = await rolledUp(one);
    expect(declaration.open).toEqual([]);
    const response = await read(path);
    expect(said(response)).toEqual(declared(declaration));
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.filter((rule: string) => !EXPECTED.includes(rule))).toEqual([]);
    // Each mine is associated with a smelter on the smelter list.
    const names = new Set(response.smelters.map(({ lookupName, name }) => name ?? lookupName));
    expect((response.mines ?? []).filter(({ smelter = "" }) => !names.has(smelter))).toEqual([]);
  });

  test.skipIf(!office)(
    `recalculated they have no open item and say the same ${office ? "" : "(soffice is not installed)"}`,
    async () => {
      const folder = temporaryFolder();
      // Their file names may be the same.
      const copies = CASES.map((_, index) => join(folder, `${index}.xlsx`));
      for (const [index, one] of CASES.entries())
        copyFileSync((await rolledUp(one)).path, copies[index] as string);
      const saved = await saveByOffice(copies, "xlsx", folder);
      for (const [index, one] of CASES.entries()) {
        const recalculated = join(saved, `${index}.xlsx`);
        const checker = xlsx.read(readFileSync(recalculated), { sheets: "Checker" }).Sheets.Checker;
        // A template may show its count as text.
        expect([one.what, Number(checker?.D2?.v)]).toEqual([one.what, 0]);
        const { declaration } = await rolledUp(one);
        expect(said(await read(recalculated))).toEqual(declared(declaration));
      }
    },
  );

  test("an AMRT with a mineral of its own names it where the list has another one", async () => {
    const file = corpusPath("templates", "RMI_AMRT_1.3.xlsx");
    const declaration: OwnDeclaration = {
      ...{ schema: 1, period: 2025, scope: "company", company: { companyName: "Orrery" }, policies: {} },
      metals: ["zinc", "bismuth"],
      answers: {
        bismuth: { intentionallyAdded: { value: "yes", rule: "", votes: [] } },
        zinc: { intentionallyAdded: { value: "no", rule: "", votes: [] } },
      },
      smelters: [
        { metal: "bismuth", kind: "described", name: "Exampleton Works", country: "GB", sources: [] },
      ],
      mines: [
        { metal: "bismuth", smelter: { name: "Exampleton Works", country: "GB" }, name: "Pit", sources: [] },
      ],
      ...{ leftOut: [], minesLeftOut: [], notCounted: [], products: [], open: [] },
      suppliers: { counted: [], missing: [], surveyed: null },
    };
    const [bytes] = Object.values(await fillWorkbooks(readFileSync(file), file, declaration, AMRT));
    const result = await readResponse(bytes as Buffer, { path: "filled.xlsx", container: null });
    if (!result.ok) throw new Error(result.unreadable.reason);
    const { response } = result;
    expect(response.selectionFaults).toBeUndefined();
    expect(said(response)).toEqual(declared({ ...declaration, metals: ["bismuth", "zinc"] }));
    expect(response.mines).toMatchObject([{ metal: "bismuth", smelter: "Exampleton Works", name: "Pit" }]);
  });
});
