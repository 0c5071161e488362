import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ofFamily } from "../../../src/app/campaign/of-family.ts";
import { AMRT } from "../../../src/forms/amrt/family.ts";
import { CMRT } from "../../../src/forms/cmrt/family.ts";
import { CRT } from "../../../src/forms/crt/family.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import { otherTemplate } from "../../../src/forms/wanted.ts";
import { sha256Of } from "../../../src/lib/sha256.ts";
import { LETTER_LANGUAGES } from "../../../src/model/vocabulary.ts";
import { rulePhrases } from "../../../src/report/letters/wording.ts";
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
const other = (family: typeof EMRT, companyName: string) =>
  buildResponse({
    id: sha256Of(family.id + companyName),
    family,
    file: `responses/${family.id} ${companyName}.xlsx`,
    version: family.example.version,
    company: { companyName, effectiveDate: { value: "2025-11-12" } },
  });
const ROSTER = ["id,name,language", "S-1,Acme,en", "S-2,Beta,en"].join("\n");
const WHEN = ["--period", "2025", "--today", "2026-02-01"];

test.each([
  [EMRT, /Extended Mineral Reporting Template \(EMRT 2\.1\)/],
  [AMRT, /Additional Minerals Reporting Template \(AMRT 1\.3\)/],
  [CRT, /Cobalt Reporting Template \(CRT 2\.2\)/],
])(
  "a supplier that sent another template instead is not missing, and is told what it sent",
  async (family, named) => {
    const root = await workspaceWith([cmrt("Acme"), other(family, "Beta")], false, {
      "suppliers.csv": ROSTER,
    });
    const suppliers = await runCli(["suppliers", ...WHEN], root);
    expect(suppliers.out).toMatch(/^unreadable +Beta /m);
    expect(suppliers.out).not.toMatch(/^missing/m);
    const { code, out } = await runCli(["check", ...WHEN, "--format", "json"], root);
    expect(code).toBe(3);
    const { findings } = JSON.parse(out);
    expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain("supplier-missing");
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "file-other-template", message: expect.stringMatching(named) }),
    );
    // People's data in a response is not shown for a file that is not usable.
    expect(out).not.toContain("the contactEmail");
    expect(JSON.parse(out).unreadable?.[0] ?? {}).not.toHaveProperty("response");
  },
);

test.each(LETTER_LANGUAGES)("the letter asks for the CMRT: %s", async (language) => {
  const root = await workspaceWith([cmrt("Acme"), other(EMRT, "Beta")], false, { "suppliers.csv": ROSTER });
  await runCli(["letters", ...WHEN, "--language", language], root);
  const folder = join(root, "letters", "2025");
  expect(readdirSync(folder)).toContain("beta.txt");
  const text = readFileSync(join(folder, "beta.txt"), "utf8");
  expect(text).toContain("EMRT Beta.xlsx");
  const asked = rulePhrases("file-other-template", {}, language)?.do ?? "";
  expect(text).toContain(asked.replace("{wanted}", "Conflict Minerals Reporting Template (CMRT)"));
  expect(text).toContain("Extended Mineral Reporting Template (EMRT 2.1)");
  if (language !== "en") expect(text).not.toContain("Please");
});

test("an EMRT beside the CMRT of the same company is no fault", async () => {
  const responses = [cmrt("Acme"), cmrt("Beta")];
  const files = { "suppliers.csv": ROSTER };
  const alone = await runCli(["check", ...WHEN], await workspaceWith(responses, false, files));
  const both = await runCli(
    ["check", ...WHEN],
    await workspaceWith([...responses, other(EMRT, "BETA")], false, files),
  );
  const shown = alone.out.slice(0, alone.out.indexOf("\n\nOne supplier:"));
  expect(both.out.startsWith(`CMRT – Conflict Minerals Reporting Template\n\n${shown}\n\n\nEMRT – `)).toBe(
    true,
  );
  expect(both.code).toBe(alone.code);
  expect(both.err).toBe("");
});

test("the CMRT pack is the same, byte for byte, with templates of other families in the folder", async () => {
  const responses = [cmrt("Acme"), cmrt("Beta")];
  const packOf = async (all: typeof responses) => {
    const root = await workspaceWith(all, false, { "suppliers.csv": ROSTER });
    const { code } = await runCli(["report", ...WHEN, "--out", "pack"], root);
    const files = readdirSync(join(root, "pack"));
    return { code, files: files.map((name) => [name, sha256Of(readFileSync(join(root, "pack", name)))]) };
  };
  const alone = await packOf(responses);
  expect(alone.files.length).toBeGreaterThan(10);
  expect(await packOf([...responses, other(EMRT, "BETA"), other(AMRT, "Acme"), other(CRT, "Acme")])).toEqual(
    alone,
  );
});

test("who is asked for an EMRT, too or alone, has not sent a wrong template", async () => {
  const roster = "name,templates\nAcme,CMRT\nBeta,EMRT\nGamma,CMRT; EMRT\n";
  const emrts = [other(EMRT, "Beta"), other(EMRT, "Gamma"), other(EMRT, "Acme")];
  const root = await workspaceWith([cmrt("Delta"), ...emrts], false, { "suppliers.csv": roster });
  const { out } = await runCli(["suppliers", ...WHEN, "--format", "json"], root);
  const states = JSON.parse(out).suppliers.map(({ supplier, state }: { supplier: string; state: string }) => [
    supplier,
    state,
  ]);
  expect(Object.fromEntries(states)).toMatchObject({ Acme: "unreadable", Gamma: "missing" });
  expect(Object.fromEntries(states)).not.toHaveProperty("Beta");
});

test("a template that cannot be read is asked for in the one that is looked at", () => {
  const prt = otherTemplate({ id: "PRT", title: "Pilot Reporting Template", version: "1.1" });
  const file = { path: "prt.xlsx", container: null, sha256: "0".repeat(64), bytes: 1, unreadable: prt };
  const campaign = { responses: [], withdrawn: new Set<string>(), unreadable: [file], lists: [], copies: [] };
  expect(ofFamily(campaign, CMRT).campaign.unreadable).toEqual([file]);
  const [found] = ofFamily(campaign, AMRT).campaign.unreadable;
  expect(found?.unreadable).toEqual({
    kind: "other-template",
    reason:
      "This is the RMI's Pilot Reporting Template (PRT 1.1), not an Additional Minerals Reporting Template.",
    ask: "Ask the supplier for a completed Additional Minerals Reporting Template (AMRT).",
    template: "Pilot Reporting Template (PRT 1.1)",
    wanted: "Additional Minerals Reporting Template (AMRT)",
  });
});
