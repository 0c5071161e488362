// --family: the campaign of one family of templates beside that of others.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reviewApi } from "../../../src/app/review/review-api.ts";
import { createProgram } from "../../../src/cli/program.ts";
import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { checkResponses, openSession, UsageError } from "../../../src/index.ts";
import type { Io } from "../../../src/lib/io.ts";
import { sha256Of } from "../../../src/lib/sha256.ts";
import type { Response } from "../../../src/model/response.ts";
import { LETTER_LANGUAGES } from "../../../src/model/vocabulary.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { workspaceWith } from "../../helpers/build-workspace.ts";
import { runCli } from "../../helpers/run-cli.ts";

const cmrt = (companyName: string) =>
  buildResponse({
    id: sha256Of(companyName),
    file: `responses/${companyName}.xlsx`,
    version: "6.5",
    company: { companyName, effectiveDate: { value: "2025-10-10" } },
  });
const other = (family: typeof EMRT, companyName: string, contactName: string | null = "Ada Example") =>
  buildResponse({
    id: sha256Of(family.id + companyName),
    family,
    file: `responses/${family.id} ${companyName}.xlsx`,
    version: family.example.version,
    company: { companyName, contactName, effectiveDate: { value: "2025-11-12" } },
  });
const RESPONSES = [cmrt("Acme"), cmrt("Beta"), other(EMRT, "Acme", null), other(AMRT, "Beta"), cmrt("Gamma")];
const ROSTER = [
  "id,name,templates",
  "S-1,Acme,CMRT; EMRT",
  "S-2,Beta,cmrt",
  "S-3,Gamma,",
  "S-4,Delta,EMRT",
].join("\n");
const WHEN = ["--period", "2025", "--today", "2026-02-01"];
const EMRT_WHEN = ["--family", "emrt", ...WHEN];

test("the first screens of check and suppliers have a line for each other template, asked for or received", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  for (const verb of ["check", "suppliers"]) {
    const { out } = await runCli([verb, ...WHEN], root);
    const [header, ...lines] = out.slice(out.indexOf("other templates")).trim().split("\n");
    expect(header?.trim().split(/ {2,}/)).toEqual([
      "other templates",
      "surveyed",
      "responded",
      "valid",
      "errors",
      "warnings",
      "look at them with",
    ]);
    const rows = lines.map((line) => line.trim().split(/ {2,}/));
    expect(rows.map(([template, ...more]) => [template, more.at(-1)])).toEqual([
      ["AMRT", `cmrt ${verb} --family amrt --period 2025 --today 2026-02-01`],
      ["EMRT", `cmrt ${verb} --family emrt --period 2025 --today 2026-02-01`],
    ]);
    // As many as the look at the family says.
    for (const [template = "", surveyed, responded, valid, errors, warnings] of rows) {
      const asked = ["--family", template.toLowerCase(), ...WHEN, "--json"];
      const { funnel } = JSON.parse((await runCli(["suppliers", ...asked], root)).out);
      const { summary } = JSON.parse((await runCli(["check", ...asked], root)).out);
      expect([surveyed, responded, valid]).toEqual(
        [funnel.surveyed ?? "–", funnel.responded, funnel.valid].map(String),
      );
      expect([errors, warnings]).toEqual([summary.errors, summary.warnings].map(String));
    }
  }
  for (const options of [["--family", "emrt"], ["--all"], ["--supplier", "Acme"]]) {
    expect((await runCli(["check", ...WHEN, ...options], root)).out).not.toContain("other templates");
  }
});

test("a template that the roster asks for and nobody sent has its line, too", async () => {
  const root = await workspaceWith([cmrt("Acme"), cmrt("Beta")], false, { "suppliers.csv": ROSTER });
  const { out } = await runCli(["check", ...WHEN], root);
  expect(out).toMatch(/^EMRT +2 +0 +0 +0 +2 +cmrt check --family emrt/m);
});

test("check looks at the responses of one family, and says which others there are", async () => {
  const root = await workspaceWith(RESPONSES);
  const { out, err } = await runCli(["check", ...EMRT_WHEN, "--format", "json"], root);
  const { family, responses, findings } = JSON.parse(out);
  expect(family).toBe("EMRT");
  expect(responses.map(({ file }: { file: string }) => file)).toEqual(["responses/EMRT Acme.xlsx"]);
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: "contact-name-missing", supplier: "Acme" }),
  );
  expect(err).toContain("1 AMRT and 3 CMRT");
  expect(err).toContain("--family amrt");
  const console = await runCli(["check", ...EMRT_WHEN], root);
  expect(console.out).toContain("EMRT 2.1, dated 2025-11-12");
  const plain = JSON.parse((await runCli(["check", ...WHEN, "--format", "json"], root)).out);
  expect(plain).not.toHaveProperty("family");
  expect(plain.responses).toHaveLength(3);
});

test("the roster says who is asked for which template", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  const stateOf = async (...family: string[]) => {
    const { out } = await runCli(["suppliers", ...family, ...WHEN, "--format", "json"], root);
    const { suppliers } = JSON.parse(out);
    return Object.fromEntries(
      suppliers.map(({ supplier, state }: { supplier: string; state: string }) => [supplier, state]),
    );
  };
  expect(await stateOf()).toEqual({ Acme: "valid", Beta: "valid", Gamma: "valid" });
  expect(await stateOf("--family", "emrt")).toEqual({ Acme: "invalid", Delta: "missing" });
  // Where the roster asks nobody for it, nobody is missing and nobody a stranger.
  expect(await stateOf("--family", "AMRT")).toEqual({ Beta: "valid" });
  const { out } = await runCli(["check", "--family", "amrt", ...WHEN, "--format", "json"], root);
  expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).not.toContain(
    "supplier-not-on-roster",
  );
});

test("a file that gave no response is no matter for suppliers that are not asked for the template", async () => {
  const roster = ["id,name,templates,files", "S-1,Acme,EMRT,", "S-9,Broken Ltd,CMRT,broken*"].join("\n");
  const root = await workspaceWith(RESPONSES, true, { "suppliers.csv": roster });
  const { code, out } = await runCli(["suppliers", ...EMRT_WHEN, "--format", "json"], root);
  expect(code).toBe(0);
  expect(out).not.toContain("Broken Ltd");
});

test.each(LETTER_LANGUAGES)("letters name the template: %s", async (language) => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  await runCli(["letters", ...EMRT_WHEN, "--language", language], root);
  const folder = join(root, "letters", "2025", "emrt");
  expect(readdirSync(folder).sort()).toEqual(["acme.md", "acme.txt", "delta.md", "delta.txt", "index.csv"]);
  for (const name of ["acme.txt", "delta.txt"]) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toContain("EMRT");
    expect(text).not.toContain("CMRT");
    expect(text).not.toMatch(/[{}]/);
  }
  expect(readFileSync(join(root, "requests.csv"), "utf8")).toContain(",EMRT");
});

test("export writes the tables of a family into a folder of their own, with its mines", async () => {
  const mine = { row: 7, metal: "cobalt", smelter: "Exampleton Works", name: "=Mine", country: "CD" };
  const [first, ...others] = RESPONSES.filter(({ template }) => template.family === "EMRT");
  const root = await workspaceWith([
    ...RESPONSES.filter(({ template }) => template.family !== "EMRT"),
    { ...(first as (typeof RESPONSES)[0]), mines: [mine] },
    ...others,
  ]);
  await runCli(["export", "--format", "csv", ...EMRT_WHEN], root);
  const text = readFileSync(join(root, "exports", "emrt", "responses.csv"), "utf8");
  expect(text.trimEnd().split("\r\n")).toHaveLength(2);
  expect(text).toContain("EMRT Acme.xlsx");
  expect(existsSync(join(root, "exports", "responses.csv"))).toBe(false);
  const mines = readFileSync(join(root, "exports", "emrt", "mines.csv"), "utf8");
  expect(mines.split("\r\n")[1]).toBe(`${first?.id},7,cobalt,Exampleton Works,'=Mine,,,CD,,,,,`);
  await runCli(["export", "--format", "csv", ...WHEN], root);
  expect(existsSync(join(root, "exports", "mines.csv"))).toBe(false);
});

test("export writes the tables of every template, each into its folder, and those of the CMRT as ever", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  const { out } = await runCli(["export", "--format", "csv", ...WHEN, "--json"], root);
  const { out: own, rows, otherTemplates } = JSON.parse(out);
  expect([own, rows["responses.csv"]]).toEqual(["exports", 3]);
  expect(
    otherTemplates.map((one: { template: string; out: string; rows: Record<string, number> }) => [
      one.template,
      one.out,
      one.rows["responses.csv"],
    ]),
  ).toEqual([
    ["AMRT", join("exports", "amrt"), 1],
    ["EMRT", join("exports", "emrt"), 1],
  ]);
  const cmrts = RESPONSES.filter(({ template }) => template.family === "CMRT");
  const alone = await workspaceWith(cmrts, false, { "suppliers.csv": ROSTER.replaceAll("; EMRT", "") });
  await runCli(["export", "--format", "csv", ...WHEN, "--family", "cmrt"], alone);
  const tables = readdirSync(join(alone, "exports"));
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables)
    expect(readFileSync(join(root, "exports", table), "utf8")).toBe(
      readFileSync(join(alone, "exports", table), "utf8"),
    );
  const parts = ["export", "--format", "csv", "--partition", "2", "--out", "parts", ...WHEN];
  expect((await runCli(parts, root)).out).toContain(`Written to ${join("parts", "emrt")}:`);
});

test("an unknown family is refused with the known ones", async () => {
  const { code, err } = await runCli(["check", "--family", "xmrt"], await workspaceWith(RESPONSES));
  expect(code).toBe(2);
  expect(err).toContain("Expected one of cmrt, amrt, emrt, crt.");
});

test("letters about an EMRT are logged as such, and are no request for a CMRT", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  await runCli(["letters", ...EMRT_WHEN], root);
  const log = readFileSync(join(root, "requests.csv"), "utf8");
  expect(log).toMatch(/2025,S-1,Acme,letter,2026-02-01,.*,EMRT/);
  expect(log).toMatch(/2025,S-4,Delta,request,2026-02-01,.*,EMRT/);
  const askedOn = async (...family: string[]) => {
    const { out } = await runCli(["suppliers", ...family, ...WHEN, "--format", "json"], root);
    const { suppliers } = JSON.parse(out);
    return suppliers.map(
      (one: { supplier: string; askedOn: string | null; followUp: { letters: number } }) => [
        one.supplier,
        one.askedOn,
        one.followUp.letters,
      ],
    );
  };
  expect(await askedOn("--family", "emrt")).toEqual(
    expect.arrayContaining([
      ["Acme", null, 1],
      ["Delta", "2026-02-01", 0],
    ]),
  );
  expect(
    (await askedOn()).every(
      ([, asked, letters]: [string, unknown, number]) => asked === null && letters === 0,
    ),
  ).toBe(true);
  // Written on the same day again, nothing is added.
  await runCli(["letters", ...EMRT_WHEN], root);
  expect(readFileSync(join(root, "requests.csv"), "utf8")).toBe(log);
});

test("the page names every verb that takes --family", () => {
  const io = { out: () => undefined, err: () => undefined } as unknown as Io;
  const taking = createProgram(io, () => undefined)
    .commands.filter(({ options }) => options.some(({ long }) => long === "--family"))
    .map((command) => command.name());
  const page = readFileSync(new URL("../../../docs/reading.md", import.meta.url), "utf8");
  const named = /unless `--family [^:]*: ([^:]*?) take it/.exec(page)?.[1] ?? "";
  const verbs = [...named.matchAll(/`(?:cmrt )?(\w+)`/g)].map(([, verb]) => verb);
  expect(verbs.toSorted()).toEqual(taking.toSorted());
});

const EARLIER = buildResponse({
  id: sha256Of("earlier EMRT"),
  family: EMRT,
  file: "responses/EMRT Acme old.xlsx",
  version: "2.0",
  company: { companyName: "Acme", effectiveDate: { value: "2024-11-12" } },
});
const NEWER = other(EMRT, "Acme", null);

test("diff takes the template of the responses that are named", async () => {
  const root = await workspaceWith([...RESPONSES, EARLIER], false, { "suppliers.csv": ROSTER });
  const short = (response: Response) => response.id.slice(0, 12);
  const named = await runCli(["diff", short(EARLIER), short(NEWER), "--json"], root);
  expect(named.code).toBe(0);
  const { before, after } = JSON.parse(named.out);
  expect([before.file, after.file]).toEqual(["responses/EMRT Acme old.xlsx", "responses/EMRT Acme.xlsx"]);
  const last = await runCli(["diff", "--supplier", "Acme", "--family", "emrt", "--json"], root);
  expect(JSON.parse(last.out).after.id).toBe(NEWER.id);
  // Of the CMRT there is one: the templates of which there are two are shown.
  const every = await runCli(["diff", "--supplier", "Acme", "--json"], root);
  expect(JSON.parse(every.out)).toEqual(JSON.parse(last.out));
  const mixed = await runCli(["diff", short(EARLIER), short(cmrt("Acme"))], root);
  expect(mixed.code).toBe(2);
  expect(mixed.err).toContain("is in the template CMRT, not in the EMRT");
});

test("diff of a supplier shows its last two responses in each template", async () => {
  const old = { ...cmrt("Acme"), id: sha256Of("old") };
  const before = {
    ...old,
    source: { ...old.source, path: "responses/Acme old.xlsx" },
    company: { ...old.company, effectiveDate: EARLIER.company.effectiveDate },
  } as Response;
  const root = await workspaceWith([...RESPONSES, EARLIER, before]);
  const { out } = await runCli(["diff", "--supplier", "Acme"], root);
  expect(out).toMatch(/^Acme\n {2}before: responses\/Acme old\.xlsx/);
  expect(out).toMatch(/\n\nAcme, EMRT\n {2}before: responses\/EMRT Acme old\.xlsx/);
  const json = JSON.parse((await runCli(["diff", "--supplier", "Acme", "--json"], root)).out);
  expect(json.after.id).toBe(cmrt("Acme").id);
  expect(json.otherTemplates.map((one: { template: string }) => one.template)).toEqual(["EMRT"]);
});

test("compare, report and archive look at the responses of the family", async () => {
  const root = await workspaceWith([...RESPONSES, EARLIER]);
  const compared = await runCli(
    ["compare", "2024", "2025", "--family", "emrt", "--today", "2026-02-01", "--json"],
    root,
  );
  expect([compared.code, JSON.parse(compared.out).from, JSON.parse(compared.out).to]).toEqual([
    0,
    expect.anything(),
    expect.anything(),
  ]);
  expect(compared.out).not.toMatch(/Beta|Gamma/);
  await runCli(["report", ...EMRT_WHEN], root);
  const { code } = await runCli(["archive", "--period", "2025", "--family", "emrt"], root);
  expect(code).toBe(0);
  expect(existsSync(join(root, "exports", "archive-emrt-2025.zip"))).toBe(true);
});

test("a review is of the responses of the family", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  const io: Io = {
    out: () => undefined,
    err: () => undefined,
    outIsTerminal: false,
    errIsTerminal: false,
    cwd: root,
    env: {},
    today: () => "2026-02-01",
  };
  const suppliersIn = async (family?: string) => {
    const review = reviewApi(io, { by: "Ada", period: 2025, ...(family === undefined ? {} : { family }) });
    const { body } = await review.ask("responses", {});
    return (body as { responses: { supplier: string }[] }).responses.map(({ supplier }) => supplier);
  };
  expect(await suppliersIn()).toEqual(["Acme", "Beta", "Gamma"]);
  expect(await suppliersIn("EMRT")).toEqual(["Acme"]);
});

test("the public API looks at the family that it is asked for", async () => {
  const root = await workspaceWith(RESPONSES);
  const session = await openSession({ folder: root, today: "2026-02-01", family: "emrt" });
  expect(session.responses.map(({ template }) => template.family)).toEqual(["EMRT"]);
  expect(session.check({ period: 2025 })).toMatchObject({ family: "EMRT" });
  const files = RESPONSES.map((response) => ({ ok: true as const, response }));
  const asked = checkResponses(files, { today: "2026-02-01", family: "AMRT" });
  expect(asked.responses.map(({ file }) => file)).toEqual(["responses/AMRT Beta.xlsx"]);
  expect(asked.findings.map(({ rule }) => rule)).not.toContain("file-other-template");
  expect(() => checkResponses(files, { today: "2026-02-01", family: "XMRT" })).toThrow(
    /expected one of CMRT/,
  );
  await expect(openSession({ folder: root, today: "2026-02-01", family: "xmrt" })).rejects.toThrow(
    UsageError,
  );
});

describe("a plant that stands in two templates", () => {
  const works = (metal: string) => ({
    metal,
    lookupName: "Smelter not listed",
    name: "Exampleton Works Ltd.",
    country: "GB",
  });
  const named = (response: Response, ...metals: string[]) => ({
    ...response,
    smelters: rowsOf(metals.map(works)),
  });
  const rowsOf = (rows: object[]) =>
    rows.map((row, index) => ({ row: 5 + index, ...row })) as Response["smelters"];
  const PLANT = [
    named(cmrt("Acme"), "gold"),
    named(other(EMRT, "Acme"), "copper", "nickel"),
    named({ ...other(AMRT, "Beta") }, "silver"),
  ];
  const KEY = "exampletonworks/GB";
  const ALL = [
    { metal: "gold", template: "CMRT", id: null },
    { metal: "copper", template: "EMRT", id: null },
    { metal: "nickel", template: "EMRT", id: null },
    { metal: "silver", template: "AMRT", id: null },
  ];
  const inAnyOrder = (minerals: object[]) => minerals.map((one) => JSON.stringify(one)).toSorted();

  test("cmrt smelter tells all of its minerals, and --family narrows what it tells of", async () => {
    const root = await workspaceWith(PLANT);
    const asked = ["smelter", "exampleton works", "--period", "2025", "--today", "2026-02-01"];
    const { smelters } = JSON.parse((await runCli([...asked, "--json"], root)).out);
    expect(smelters.map((one: { template: string; metal: string }) => [one.template, one.metal])).toEqual(
      expect.arrayContaining(ALL.map(({ template, metal }) => [template, metal])),
    );
    for (const { minerals } of smelters) expect(inAnyOrder(minerals)).toEqual(inAnyOrder(ALL));
    const { out } = await runCli(asked, root);
    expect(out).toContain("One plant by its name and country, reported for");
    expect(out).toContain("  nickel (EMRT, not matched to any list)");
    const narrowed = JSON.parse((await runCli([...asked, "--family", "emrt", "--json"], root)).out);
    expect(narrowed.smelters.map((one: { metal: string }) => one.metal)).toEqual(["copper", "nickel"]);
  });

  test("cmrt smelters says what else a name that nobody decided on is reported for", async () => {
    const root = await workspaceWith(PLANT);
    const { out } = await runCli(["smelters", ...WHEN], root);
    expect(out).toContain("also reported for");
    expect(out).toContain("copper (EMRT)");
    expect(out).not.toContain("gold (CMRT)");
  });

  test("the table of the report and those of exports have one key for it", async () => {
    const root = await workspaceWith(PLANT);
    await runCli(["report", ...EMRT_WHEN], root);
    const table = readFileSync(join(root, "reports", "emrt", "2025", "smelters.csv"), "utf8").split("\r\n");
    const column = (name: string, line: string) => line.split(",")[table[0]?.split(",").indexOf(name) ?? -1];
    expect(table.slice(1, 3).map((line) => column("plant", line))).toEqual(["", ""]);
    expect(column("plant_minerals", table[1] ?? "")).toBe('"copper; nickel; gold (CMRT); silver (AMRT)"');
    for (const family of ["cmrt", "emrt"]) {
      await runCli(["export", "--format", "jsonl", "--family", family, ...WHEN], root);
      const file = join(root, "exports", ...(family === "cmrt" ? [] : [family]), "matches.jsonl");
      const [first = ""] = readFileSync(file, "utf8").split("\n");
      expect(JSON.parse(first).plant).toBe(KEY);
    }
  });
});

test("a supplier that sent another template than the roster asks for is told so in that campaign alone", async () => {
  const roster = ["id,name,templates", "S-1,Acme,EMRT", "S-2,Beta,CMRT; EMRT", "S-3,Gamma,CMRT"].join("\n");
  const root = await workspaceWith([other(AMRT, "Acme"), cmrt("Beta"), other(EMRT, "Gamma")], false, {
    "suppliers.csv": roster,
  });
  const filesIn = async (family: string) => {
    const { out } = await runCli(["check", "--family", family, ...WHEN, "--format", "json"], root);
    const findings: { rule: string; file: string; message: string }[] = JSON.parse(out).findings;
    return findings
      .filter(({ rule }) => rule === "file-other-template")
      .map(({ file, message }) => [file, message]);
  };
  expect(await filesIn("emrt")).toEqual([
    ["responses/AMRT Acme.xlsx", expect.stringContaining("not an Extended Mineral Reporting Template")],
  ]);
  expect(await filesIn("cmrt")).toEqual([
    ["responses/EMRT Gamma.xlsx", expect.stringContaining("not a Conflict Minerals Reporting Template")],
  ]);
  expect(await filesIn("amrt")).toEqual([]);
  await runCli(["letters", ...EMRT_WHEN, "--language", "en"], root);
  const letter = readFileSync(join(root, "letters", "2025", "emrt", "acme.txt"), "utf8");
  expect(letter).toContain("Please send the Extended Mineral Reporting Template (EMRT)");
});

test("a contact typed as the name of a smelter is in no key of a plant of the report", async () => {
  const named = buildResponse({
    id: sha256Of("contact"),
    family: EMRT,
    version: "2.1",
    company: {
      companyName: "Acme",
      contactName: "Zebulon Quartermain",
      effectiveDate: { value: "2025-11-12" },
    },
    smelters: [
      {
        metal: "copper",
        lookupName: "Smelter not listed",
        name: "Zebulon Quartermain +44 20 7946 0958",
        country: "GB",
      },
    ],
  });
  const root = await workspaceWith([named]);
  await runCli(["report", ...EMRT_WHEN], root);
  const folder = join(root, "reports", "emrt", "2025");
  const text = readFileSync(join(folder, "smelters.csv"), "utf8").toLowerCase();
  expect(text).toContain("copper");
  expect(text).not.toMatch(/quartermain|79460958/);
});
