// Older responses carried over into the official blank template. Needs the folder of workbooks named by CMRT_CORPUS,
// and LibreOffice to verify that the result opens elsewhere. Skipped without.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { METALS, POLICIES } from "../../fixtures/cmrt.ts";
import { readResponse } from "../../src/app/reading/read-response.ts";
import { editionOf } from "../../src/forms/editions.ts";
import { LIMITS } from "../../src/model/limits.ts";
import type { Response } from "../../src/model/response.ts";
import { type CellEdit, patchSheet } from "../../src/package/patch-sheet.ts";
import { openPackage } from "../../src/workbook/ooxml/open-package.ts";
import { openZip } from "../../src/workbook/zip/zip.ts";
import { checkPackage } from "../helpers/check-package.ts";
import { CORPUS, corpusPath, FAMILY_CASES, OF_CORPUS, OF_FAMILY_CASES } from "../helpers/corpus.ts";
import { RESPONSES } from "../helpers/made-campaign.ts";
import { hasOffice, saveByOffice } from "../helpers/office.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const BLANK = CORPUS ? corpusPath("templates", "RMI_CMRT_6.5.xlsx") : "";

async function read(path: string): Promise<Response> {
  const outcome = await readResponse(readFileSync(path), { path: basename(path), container: null });
  if (!outcome.ok) throw new Error(outcome.unreadable.reason);
  return outcome.response;
}

/** Made once for all tests. */
const made = new Map<string, ReturnType<typeof makeUpgrade>>();

function upgraded(file: string): ReturnType<typeof makeUpgrade> {
  const known = made.get(file) ?? makeUpgrade(file);
  made.set(file, known);
  return known;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function makeUpgrade(file: string, more: readonly string[] = [], blank = BLANK) {
  const root = mkdtempSync(join(tmpdir(), "cmrt-upgrade-"));
  folders.push(root);
  copyFileSync(file, join(root, "old.xlsx"));
  const run = ["upgrade", "old.xlsx", "--template", blank, "--out", "new.xlsx", "--today", "2026-01-15"];
  const { code, out, err } = await runCli([...run, "--json", ...more], root);
  expect([code, err]).toEqual([0, ""]);
  const path = join(root, "new.xlsx");
  return { root, path, made: JSON.parse(out), before: await read(file), after: await read(path) };
}

const OLD = [
  join(RESPONSES, "quillon_circuits.xlsx"),
  join(RESPONSES, "Vantmoor Elektronik - CMRT 4.20.xlsx"),
  ...(CORPUS
    ? [
        corpusPath("responses", "cmrt-2.00-green.xlsx"),
        corpusPath("responses", "cmrt-2.03a-validation-needed.xlsx"),
        corpusPath("responses", "cmrt-3.01-high-risk.xlsx"),
      ]
    : []),
];

describe.skipIf(!CORPUS)(`carried into CMRT 6.5 ${OF_CORPUS}`, () => {
  test.each(OLD.map((file) => [basename(file), file]))("%s", async (_, file) => {
    const { path, made, before, after } = await upgraded(file);
    const marked = new Set(made.asked.map(({ sheet, cell }: Record<string, string>) => `${sheet}!${cell}`));
    // The new form has no answer that the older one does not give, unless the cell is marked.
    const older = editionOf(before).layout;
    for (const { key, meaning } of editionOf(after).layout.questions) {
      const source = older.questions.find((question) => question.meaning === meaning);
      for (const metal of METALS) {
        const [now, was] = [
          after.answers[metal]?.[key],
          source && before.answers[metal]?.[source.key]?.value,
        ];
        if (now?.value == null || marked.has(now.at)) continue;
        // A No to whether any of it is recycled answers whether all of it is.
        const any = older.questions.find((question) => question.meaning === "recycledAny");
        const settled = meaning === "recycledAll" && any && before.answers[metal]?.[any.key]?.value;
        expect([metal, key, now.value]).toEqual([metal, key, was ?? settled]);
      }
    }
    for (const key of POLICIES) {
      const now = after.policies[key];
      if (now?.value != null && !marked.has(now.at))
        expect([key, now.value]).toEqual([key, before.policies[key]?.value]);
    }
    for (const field of ["companyName", "contactEmail", "authorizerName"] as const)
      expect(after.company[field]?.value).toBe(before.company[field]?.value);
    expect(after.company.effectiveDate).toBeUndefined();
    const lost = made.asked.filter(({ why }: { why: string }) => why === "rowLost").length;
    expect(after.smelters).toHaveLength(before.smelters.length - lost);
    expect(after.smelters.map(({ metal }) => metal)).toEqual(
      before.smelters.flatMap(({ metal }) => metal ?? []),
    );
    expect(await checkPackage(readFileSync(path))).toEqual([]);
  });

  test("only the parts that hold the answer, and those of the marks, differ from the blank", async () => {
    const { path } = await upgraded(join(RESPONSES, "quillon_circuits.xlsx"));
    const [before, after] = await Promise.all(
      [BLANK, path].map((file) => openZip(readFileSync(file), LIMITS)),
    );
    if (!before || !after) throw new Error("no zip");
    const changed = before.names.filter((name) => !before.read(name).equals(after.read(name)));
    const expected =
      /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles|calcChain)\.xml|xl\/worksheets\/(?:_rels\/)?sheet[4567]\.xml(?:\.rels)?|xl\/_rels\/workbook\.xml\.rels|docProps\/app\.xml|xl\/(?:comments|drawings\/vmlDrawing|threadedComments\/)[^/]*)$/;
    expect(changed.filter((name) => !expected.test(name))).toEqual([]);
  });

  test("the notes are in the language asked for; addresses are in no output; the same bytes each time", async () => {
    const file = join(RESPONSES, "quillon_circuits.xlsx");
    const korean = ["--language", "ko"];
    const { made, path } = await makeUpgrade(file, korean);
    expect(made.language).toBe("ko");
    const zip = await openZip(readFileSync(path), LIMITS);
    expect(zip.names.map((name) => String(zip.read(name))).join("")).toContain("질문 7");
    expect(JSON.stringify(made)).not.toContain("@");
    const again = await makeUpgrade(file, korean);
    expect(readFileSync(path).equals(readFileSync(again.path))).toBe(true);
  });

  test("hostile text is inert and stays whole", async () => {
    const long = "x".repeat(32_767);
    const texts = { D8: '=HYPERLINK("http://a.example")', G71: long, D10: "<b>&amp;]]></t>" };
    const bytes = readFileSync(join(RESPONSES, "quillon_circuits.xlsx"));
    const parts = await openPackage(bytes);
    const { part } = parts.sheet("Declaration") as { part: string };
    const edits = new Map(Object.entries(texts).map(([cell, text]): [string, CellEdit] => [cell, { text }]));
    const file = join(temporaryFolder(), "hostile.xlsx");
    writeFileSync(file, parts.rewrite(new Map([[part, patchSheet(parts.text(part), edits).xml]])));
    const { path, after } = await makeUpgrade(file);
    expect(after.company.companyName?.value).toBe(texts.D8);
    expect(after.company.scopeDescription?.value).toBe(texts.D10);
    expect(after.policies.policyPublic?.comment?.value).toBe(long);
    const zip = await openZip(readFileSync(path), LIMITS);
    expect(zip.names.filter((name) => /<f[^>]*>[^<]*a\.example/.test(String(zip.read(name))))).toEqual([]);
    expect(await checkPackage(readFileSync(path))).toEqual([]);
  });

  test("what cannot be: an older or another template, a file that is there, something else", async () => {
    const root = temporaryFolder();
    copyFileSync(join(RESPONSES, "quillon_circuits.xlsx"), join(root, "old.xlsx"));
    writeFileSync(join(root, "there.xlsx"), "kept");
    writeFileSync(join(root, "no.txt"), "no workbook");
    const run = async (response: string, template: string, more: readonly string[] = []) => {
      const { code, err } = await runCli(["upgrade", response, "--template", template, ...more], root);
      return [code, err.trim()];
    };
    const newer = corpusPath("oracle", "6.5-010-complete-a-5", "Brookhaven-Sensors-Ltd-2025-06-12.xlsx");
    expect(await run(newer, corpusPath("templates", "RMI_CMRT_6.1.xlsx"))).toEqual([
      2,
      expect.stringContaining("older than the response (6.5)"),
    ]);
    expect(await run("old.xlsx", corpusPath("templates", "RMI_EMRT_2.1.xlsx"))).toEqual([
      2,
      expect.stringContaining("old.xlsx is in the template CMRT, not in the EMRT."),
    ]);
    expect(await run("old.xlsx", corpusPath("templates", "RMI_CRT_2.21.xlsx"))).toEqual([
      2,
      expect.stringContaining("RMI_CRT_2.21.xlsx is a CRT 2.2 in the format xlsx; expected a blank CMRT 6.x"),
    ]);
    expect(await run("old.xlsx", "no.txt")).toEqual([
      2,
      expect.stringContaining("no.txt is not a blank CMRT"),
    ]);
    expect(await run("no.txt", BLANK)).toEqual([3, expect.any(String)]);
    expect(await run("old.xlsx", BLANK, ["--out", "there.xlsx"])).toEqual([
      2,
      expect.stringContaining("there.xlsx exists"),
    ]);
    expect(readFileSync(join(root, "there.xlsx"), "utf8")).toBe("kept");
    expect(await run("old.xlsx", BLANK, ["--out", "old.xlsx", "--force"])).toEqual([
      2,
      expect.stringContaining("old.xlsx is what is read"),
    ]);
  });

  test.skipIf(!hasOffice())("LibreOffice saves it again, and it reads as before", async () => {
    const { path, after, root } = await upgraded(join(RESPONSES, "Vantmoor Elektronik - CMRT 4.20.xlsx"));
    const saved = await read(join(await saveByOffice([path], "xlsx", root), "new.xlsx"));
    const values = ({ company, answers, policies, smelters }: Response) =>
      JSON.stringify([
        Object.entries(company).map(([field, given]) => [field, given?.value]),
        METALS.map((metal) =>
          Object.entries(answers[metal] ?? {}).map(([key, given]) => [key, given?.value]),
        ),
        Object.entries(policies).map(([key, given]) => [key, given?.value]),
        smelters.map(({ metal, id, name, country, comments }) => ({ metal, id, name, country, comments })),
      ]);
    expect(values(saved)).toBe(values(after));
  });
});

describe.skipIf(!CORPUS || !FAMILY_CASES)(`carried into EMRT and AMRT ${OF_FAMILY_CASES}`, () => {
  const inFamily = async (folder: string, template: string) => {
    const path = join(FAMILY_CASES ?? "", folder);
    const [file = ""] = readdirSync(path).filter((name) => name.endsWith(".xlsx"));
    return makeUpgrade(join(path, file), [], corpusPath("templates", template));
  };
  const answersOf = ({ minerals = [], answers }: Response) =>
    minerals.map(({ id }) => [
      id,
      Object.entries(answers[id] ?? {}).map(([key, given]) => [key, given?.value]),
    ]);
  const listsOf = ({ smelters, mines = [], products }: Response) => [
    smelters.map(({ metal, id, name, lookupName }) => [metal, id ?? name ?? lookupName]),
    mines.map(({ row: _, raw: _raw, ...mine }) => mine),
    products.map(({ number }) => number),
  ];

  test.each([
    ["emrt-2.0-690-mines", "RMI_EMRT_2.1.xlsx"],
    ["emrt-2.1-011-complete-three", "RMI_EMRT_2.1.xlsx"],
    ["amrt-1.3-300-german-products-mines", "RMI_AMRT_1.3.xlsx"],
  ])(
    "%s: the same minerals, answers, smelters, mines and products; the date alone is asked",
    async (folder, template) => {
      const { before, after, made, path } = await inFamily(folder, template);
      expect(answersOf(after)).toEqual(answersOf(before));
      expect(listsOf(after)).toEqual(listsOf(before));
      expect(made.asked.map(({ why }: { why: string }) => why)).toEqual(["effective-date-missing"]);
      expect(await checkPackage(readFileSync(path))).toEqual([]);
    },
  );

  test("two fixed minerals become the two selected ones, and what only the new form asks is marked", async () => {
    const { before, after, made } = await inFamily(
      "emrt-1.3-610-complete-french-scope-c",
      "RMI_EMRT_2.1.xlsx",
    );
    expect(before.minerals).toBeUndefined();
    expect(after.minerals?.map(({ id, at }) => [id, at])).toEqual([
      ["cobalt", "Declaration!D12"],
      ["mica", "Declaration!E13"],
    ]);
    expect(after.answers.mica).toMatchObject({ intentionallyAdded: { value: "yes", at: "Declaration!D31" } });
    expect(after.answers.mica).not.toHaveProperty("recycledOrScrap");
    expect(listsOf(after)).toEqual(listsOf(before));
    // Row 67 belongs to the second mineral selected.
    expect(made.asked.map(({ cell }: { cell: string }) => cell)).toEqual(["D26", "D67"]);
  });
});
