// --family: the campaign of one template family beside others.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reviewApi } from "../../../src/app/review/review-api.ts";
import { createProgram } from "../../../src/cli/program.ts";
import { AMRT } from "../../../src/forms/amrt/family.ts";
import { CRT } from "../../../src/forms/crt/family.ts";
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

test("check and suppliers have a part for each template, which is what --family shows of it", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  for (const verb of ["check", "suppliers"]) {
    const { out } = await runCli([verb, ...WHEN], root);
    const titles = [...out.matchAll(/^(CMRT|AMRT|EMRT|CRT) – .*$/gm)].map(([, id]) => id);
    expect(titles).toEqual(["CMRT", "AMRT", "EMRT"]);
    for (const family of ["cmrt", "amrt", "emrt"]) {
      const alone = await runCli([verb, "--family", family, ...WHEN], root);
      expect(alone.out).not.toMatch(/^EMRT – /m);
      const part = alone.out.split("\n\nOne supplier:")[0]?.split("\nNo roster")[0] ?? "";
      if (family !== "amrt" || verb === "suppliers") expect(out).toContain(part.trimEnd());
    }
  }
  const { out } = await runCli(["check", ...WHEN], root);
  expect(out.match(/^One supplier: .*$/gm)).toHaveLength(1);
  expect(out).toContain("One template:  cmrt check --period 2025 --today 2026-02-01 --family emrt");
  const typed = await runCli(["check", "--family", "cmrt", ...WHEN], root);
  expect(typed.out).toContain(
    "All findings:  cmrt check --family cmrt --period 2025 --today 2026-02-01 --all",
  );
});

test("a template that the roster asks for and nobody sent has its part, too", async () => {
  const root = await workspaceWith([cmrt("Acme"), cmrt("Beta")], false, { "suppliers.csv": ROSTER });
  const { out } = await runCli(["check", ...WHEN], root);
  expect(out.slice(out.indexOf("EMRT – "))).toMatch(/^Delta +missing .*nothing received$/m);
});

test("a narrowed check shows the templates in which there is something, each with its sum", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  const titlesOf = async (...options: string[]) => {
    const { out, code } = await runCli(["check", ...WHEN, ...options], root);
    return [code, ...[...out.matchAll(/^(\w+) – .* Template$/gm)].map(([, id]) => id)];
  };
  expect(await titlesOf("--all")).toEqual([1, "CMRT", "AMRT", "EMRT"]);
  expect(await titlesOf("--supplier", "Acme")).toEqual([1, "CMRT", "EMRT"]);
  expect(await titlesOf("--supplier", "Gamma")).toEqual([0, "CMRT"]);
  expect(await titlesOf("--supplier", "Nobody")).toEqual([0, "CMRT"]);
  expect(await titlesOf("--rule", "contact-name-missing")).toEqual([1, "EMRT"]);
  expect(await titlesOf("--rule", "smelter-duplicate")).toEqual([0, "CMRT"]);
  expect(await titlesOf("--format", "markdown")).toEqual([1]);
});

test("every format has the findings of all templates, and counts them as each template's own does", async () => {
  const root = await workspaceWith(RESPONSES, false, { "suppliers.csv": ROSTER });
  const answer = async (verb: string, format: string, ...family: string[]) =>
    (await runCli([verb, ...family, ...WHEN, "--format", format], root)).out;
  const all = JSON.parse(await answer("check", "json"));
  expect(all).not.toHaveProperty("family");
  expect(all.families.map(({ family }: { family: string }) => family)).toEqual(["CMRT", "AMRT", "EMRT"]);
  const total = { errors: 0, warnings: 0, infos: 0, responses: 0 };
  for (const { family, summary } of all.families) {
    const own = JSON.parse(await answer("check", "json", "--family", family));
    expect(summary).toEqual(own.summary);
    for (const part of ["findings", "responses", "notRun"])
      expect(all[part].filter((one: { family: string }) => one.family === family)).toEqual(
        own[part].map((one: object) => ({ ...one, family })),
      );
    for (const part of Object.keys(total) as (keyof typeof total)[]) total[part] += own.summary[part];
  }
  expect(all.summary).toMatchObject(total);

  const csv = (text: string) => text.trimEnd().split("\r\n");
  const [header = "", ...rows] = csv(await answer("check", "csv"));
  const own = csv(await answer("check", "csv", "--family", "cmrt"));
  expect(header).toBe(`${own[0]},family`);
  expect(rows.filter((row) => row.endsWith(",CMRT"))).toEqual(own.slice(1).map((row) => `${row},CMRT`));
  expect(rows).toHaveLength(all.findings.length);

  const { results } = JSON.parse(await answer("check", "sarif")).runs[0];
  expect(results.map((one: { properties: { family: string } }) => one.properties.family)).toEqual(
    all.findings.map(({ family }: { family: string }) => family),
  );
  const prints = results.map((one: { partialFingerprints: object }) =>
    JSON.stringify(one.partialFingerprints),
  );
  expect(prints.some((print: string) => print.includes("|EMRT"))).toBe(true);
  const alone = JSON.parse(await answer("check", "sarif", "--family", "emrt")).runs[0].results;
  expect(prints).toEqual(
    expect.arrayContaining(
      alone.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints)),
    ),
  );
  expect(await answer("check", "markdown")).toMatch(/^## EMRT – .*\n(.*\n)+### Acme$/m);

  const list = JSON.parse(await answer("suppliers", "json"));
  const cmrts = JSON.parse(await answer("suppliers", "json", "--family", "cmrt"));
  const { otherTemplates, ...first } = list;
  expect(first).toEqual(cmrts);
  for (const { template, ...one } of otherTemplates) {
    const { totals, funnel, suppliers } = JSON.parse(await answer("suppliers", "json", "--family", template));
    expect(one).toEqual({ suppliers, totals, funnel });
  }
  const lines = csv(await answer("suppliers", "csv"));
  expect(lines[0]).toMatch(/,family$/);
  expect(lines.slice(1).map((line) => line.split(",").at(-1))).toEqual([
    "CMRT",
    "CMRT",
    "CMRT",
    "AMRT",
    "EMRT",
    "EMRT",
  ]);
});

test("of a campaign about one template nothing says which", async () => {
  const own = RESPONSES.filter(({ template }) => template.family === "CMRT");
  const root = await workspaceWith(own, false, {
    "suppliers.csv": "id,name\nS-1,Acme\nS-2,Beta\nS-3,Gamma\n",
  });
  for (const format of ["console", "json", "csv", "sarif", "markdown"]) {
    const plain = await runCli(["check", ...WHEN, "--format", format], root);
    const asked = await runCli(["check", "--family", "cmrt", ...WHEN, "--format", format], root);
    expect(plain).toEqual(asked);
    expect(plain.out).not.toMatch(/family|CMRT – /);
  }
  const emrts = RESPONSES.filter(({ template }) => template.family === "EMRT");
  const other = await workspaceWith(emrts, false);
  const { out, code, err } = await runCli(["check", ...WHEN, "--json"], other);
  expect(JSON.parse(out).family).toBe("EMRT");
  expect({ code, err }).toEqual({ code: 1, err: "" });
});

test("check looks at the responses of one family where it is asked for, and says which others there are", async () => {
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
  const plain = JSON.parse(
    (await runCli(["check", "--family", "cmrt", ...WHEN, "--format", "json"], root)).out,
  );
  expect(plain).not.toHaveProperty("family");
  expect(plain.responses).toHaveLength(3);
});

test("the exit code is the worst of all templates", async () => {
  const good = [cmrt("Acme"), other(EMRT, "Acme")];
  expect((await runCli(["check", ...WHEN], await workspaceWith(good))).code).toBe(0);
  expect(
    (await runCli(["check", ...WHEN], await workspaceWith([...good, other(AMRT, "Acme", null)]))).code,
  ).toBe(1);
  const roster = "name,templates\nAcme,CMRT\nBeta,EMRT\n";
  const crt = await workspaceWith([cmrt("Acme"), other(CRT, "Beta")], false, { "suppliers.csv": roster });
  // Suppliers that the roster asks for an EMRT sent a CRT.
  expect((await runCli(["check", ...WHEN], crt)).code).toBe(3);
  expect((await runCli(["suppliers", ...WHEN], crt)).code).toBe(3);
  expect((await runCli(["suppliers", "--family", "cmrt", ...WHEN], crt)).code).toBe(0);
});

test("an accepted finding counts for the template that its line names, and is gone only where it is in none", async () => {
  // Both templates have the name in the same cell.
  const company = { companyName: "Acme", contactName: null, effectiveDate: { value: "2025-10-10" } };
  const same = [
    buildResponse({ id: sha256Of("C"), file: "responses/c.xlsx", version: "6.5", company }),
    buildResponse({ id: sha256Of("E"), file: "responses/e.xlsx", family: EMRT, version: "1.3", company }),
  ];
  const checked = async (lines: string) => {
    const root = await workspaceWith(same, false, { "accepted-findings.csv": lines });
    const { findings, acceptedGone } = JSON.parse((await runCli(["check", ...WHEN, "--json"], root)).out);
    const accepted = findings.flatMap((one: { accepted?: object; family: string }) =>
      one.accepted ? one.family : [],
    );
    return [accepted, acceptedGone.length];
  };
  const line = "contact-name-missing,Acme,Declaration!D15,by phone";
  expect(await checked(`rule,supplier,cell,reason\n${line}\n`)).toEqual([["CMRT", "EMRT"], 0]);
  expect(await checked(`rule,supplier,cell,reason,family\n${line},emrt\n`)).toEqual([["EMRT"], 0]);
  expect(await checked(`rule,supplier,cell,reason,family\n${line},AMRT\n`)).toEqual([[], 0]);
  const root = await workspaceWith(same, false, {
    "accepted-findings.csv": `rule,supplier,cell,reason,family\n${line},XMRT\n`,
  });
  const { code, err } = await runCli(["check", ...WHEN], root);
  expect(code).toBe(2);
  expect(err).toContain("accepted-findings.csv, line 2: no template is called “XMRT”.");
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
  // If the roster asks nobody for it, nobody is missing and nobody is unknown.
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
  // Written again on the same day, nothing is added.
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
  // There is one CMRT: the templates with two responses are shown.
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

test("a review is of the responses of every template, or of the one asked for", async () => {
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
  expect(await suppliersIn()).toEqual(["Acme", "Beta", "Gamma", "Beta", "Acme"]);
  expect(await suppliersIn("CMRT")).toEqual(["Acme", "Beta", "Gamma"]);
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
  const every = checkResponses(files, { today: "2026-02-01" });
  expect(every.families?.map(({ family, summary }) => [family, summary.responses])).toEqual([
    ["CMRT", 3],
    ["AMRT", 1],
    ["EMRT", 1],
  ]);
  expect(every.responses).toHaveLength(5);
  const emrts = files.filter(({ response }) => response.template.family === "EMRT");
  expect(checkResponses(emrts, { today: "2026-02-01" })).toEqual(
    checkResponses(emrts, { today: "2026-02-01", family: "EMRT" }),
  );
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
