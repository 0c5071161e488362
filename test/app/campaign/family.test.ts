// --family: the campaign of one family of templates beside that of others.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AMRT } from "../../../src/forms/amrt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { sha256Of } from "../../../src/lib/sha256.ts";
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
