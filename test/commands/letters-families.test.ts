// `cmrt letters` in a campaign with several templates: letters for each in a separate folder, and a common log.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CMRT } from "../../src/forms/cmrt/family.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Family } from "../../src/forms/form.ts";
import { sha256Of } from "../../src/lib/sha256.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { AMRTS, CMRTS, EMRTS, ROSTER, TODAY } from "../helpers/campaign-families.ts";
import { runCli } from "../helpers/run-cli.ts";

const WHEN = ["--period", "2025", "--today", TODAY];
const ALL = { "suppliers.csv": ROSTER };

function filesIn(...folder: string[]): Record<string, string> {
  const files = readdirSync(join(...folder), { withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files.map(({ name }) => [name, readFileSync(join(...folder, name)).toString("latin1")]),
  );
}

const sent = (
  family: Family,
  companyName: string,
  company: BuildOptions["company"] = {},
  date = "2025-10-10",
) =>
  buildResponse({
    family,
    id: sha256Of(`${family.id} ${companyName} ${date}`),
    file: `responses/${companyName}-${family.id}-${date}.xlsx`,
    company: { companyName, ...company, effectiveDate: { value: date } },
  });

test("each template has its folder, as if it were asked for alone, and the log has all letters", async () => {
  const root = await workspaceWith([...CMRTS, ...EMRTS, ...AMRTS], false, ALL);
  const { code, out, err } = await runCli(["letters", ...WHEN, "--eml"], root);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^\d+ letters in letters\/2025, listed in index\.csv:$/m);
  expect(out).toMatch(/^EMRT: \d+ letters in letters\/2025\/emrt, listed in index\.csv:$/m);
  expect(out).toMatch(/^AMRT: \d+ letters in letters\/2025\/amrt, listed in index\.csv:$/m);
  expect(out.match(/Entered in/g)).toHaveLength(1);

  const log = readFileSync(join(root, "requests.csv"), "utf8");
  const alone = await workspaceWith([...CMRTS, ...EMRTS, ...AMRTS], false, ALL);
  for (const family of ["cmrt", "amrt", "emrt"]) {
    const { err: said } = await runCli(["letters", ...WHEN, "--eml", "--family", family], alone);
    expect(said).toContain("Responses of other templates");
    const folder = family === "cmrt" ? [] : [family];
    const files = filesIn(root, "letters", "2025", ...folder);
    expect(Object.keys(files).length).toBeGreaterThan(3);
    expect(files).toEqual(filesIn(alone, "letters", "2025", ...folder));
  }
  expect(log).toBe(readFileSync(join(alone, "requests.csv"), "utf8"));
  const again = await runCli(["letters", ...WHEN], root);
  expect(again.out).not.toContain("Entered in");
});

test("the letters about the CMRT are the same with and without the other templates", async () => {
  const both = await workspaceWith([...CMRTS, ...EMRTS, ...AMRTS], false, ALL);
  const only = await workspaceWith([...CMRTS], false, ALL);
  await runCli(["letters", ...WHEN], both);
  await runCli(["letters", ...WHEN], only);
  expect(filesIn(both, "letters", "2025")).toEqual(filesIn(only, "letters", "2025"));
});

test("as JSON, with --out and as reminders", async () => {
  const root = await workspaceWith([...CMRTS, ...EMRTS], false, ALL);
  const { out } = await runCli(["letters", ...WHEN, "--out", "post", "--json"], root);
  const { folder, letters, otherTemplates } = JSON.parse(out);
  expect(folder).toBe("post");
  expect(letters.length).toBeGreaterThan(0);
  expect(
    otherTemplates.map((one: { template: string; folder: string }) => [one.template, one.folder]),
  ).toEqual([
    ["AMRT", join("post", "amrt")],
    ["EMRT", join("post", "emrt")],
  ]);
  const later = ["--period", "2025", "--today", "2026-08-10"];
  const reminders = await runCli(["letters", ...later, "--reminders"], root);
  expect(reminders.out).toMatch(/^EMRT: \d+ reminders in letters\/2025\/emrt\/reminders/m);
});

test("without a roster nobody is said to owe a CMRT: the letter is about the EMRT that was sent", async () => {
  const root = await workspaceWith([
    sent(CMRT, "Acme"),
    sent(EMRT, "Beta", { contactName: null }),
    sent(EMRT, "Gamma"),
  ]);
  const { out, code } = await runCli(["letters", ...WHEN], root);
  expect(code).toBe(0);
  expect(Object.keys(filesIn(root, "letters", "2025"))).toEqual(["index.csv"]);
  const folder = filesIn(root, "letters", "2025", "emrt");
  expect(folder["beta.txt"]).toContain("D19: The contact name is empty.");
  expect(Object.values(folder).join("")).not.toContain("CMRT");
  expect(out).toMatch(/^EMRT: \d letters? in letters\/2025\/emrt/m);
  for (const verb of ["check", "suppliers"]) {
    const { out: shown, code: ended } = await runCli([verb, ...WHEN], root);
    expect(shown).not.toMatch(/unreadable +(Beta|Gamma)|(Beta|Gamma) +(unreadable|missing)/);
    expect(ended).toBe(verb === "check" ? 1 : 0);
  }
  const cmrts = await runCli(["suppliers", "--family", "cmrt", ...WHEN], root);
  expect(cmrts.out).not.toMatch(/Beta|Gamma/);
  expect(cmrts.err).toContain("Responses of other templates, not part of this CMRT campaign: 2 EMRT.");
});

test("who sent another template in the place of the CMRT is asked for that, and about nothing in the other", async () => {
  const gap = { contactName: null };
  const root = await workspaceWith(
    [sent(CMRT, "Acme"), sent(EMRT, "Acme", gap), sent(EMRT, "Beta", gap)],
    false,
    { "suppliers.csv": "id,name\nS-1,Acme\nS-2,Beta\n" },
  );
  const { out } = await runCli(["letters", ...WHEN], root);
  expect(Object.keys(filesIn(root, "letters", "2025"))).toContain("beta.txt");
  expect(Object.keys(filesIn(root, "letters", "2025", "emrt"))).toEqual(["acme.md", "acme.txt", "index.csv"]);
  expect(out).toContain("EMRT: 1 letter in letters/2025/emrt");
  // A request for one template still writes its letters.
  await runCli(["letters", ...WHEN, "--family", "emrt"], root);
  expect(Object.keys(filesIn(root, "letters", "2025", "emrt"))).toContain("beta.txt");
});

test("a template without a response of the period stops none of the others", async () => {
  const root = await workspaceWith([sent(CMRT, "Acme"), sent(EMRT, "Acme", {}, "2024-10-10")], false);
  const one = await runCli(["letters", ...WHEN], root);
  expect(one.err).toContain(
    "EMRT: no letters were written. No response belongs to 2025: those of the workspace are dated in 2024.",
  );
  expect(readdirSync(join(root, "letters", "2025"))).not.toContain("emrt");
  const other = await runCli(["letters", "--period", "2024", "--today", TODAY], root);
  expect(other.code).toBe(0);
  expect(other.err).toContain("CMRT: no letters were written.");
  const none = await runCli(["letters", "--period", "2023", "--today", TODAY], root);
  expect(none.code).toBe(2);
  expect(none.err).toContain("Nothing was written.");
});
