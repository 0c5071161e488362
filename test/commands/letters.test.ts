import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { composeLetters } from "../../src/app/letters/compose-letters.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { Response } from "../../src/model/response.ts";

import type { LetterLanguage } from "../../src/model/vocabulary.ts";
import { renderLetterMarkdown, renderLetterText } from "../../src/report/letters/letter.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const id = (digit: string) => digit.repeat(64);
function letters(responses: Response[], language?: LetterLanguage, accepted = [] as never[]) {
  const evaluation = evaluate(
    { responses, withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
    { period: 2025, today: "2025-11-30", settings: DEFAULT_SETTINGS, accepted },
  );
  return composeLetters(evaluation, {
    period: 2025,
    answerBy: "2025-12-21",
    settings: { issuer: "Example Issuer Inc." },
    ...(language ? { language } : {}),
  });
}

test("a letter says what was received, what to correct, what to ask, and until when", () => {
  const response = buildResponse({
    file: "responses/acme 2025.xlsx",
    company: { contactName: null },
    answers: { tin: { cahra: null, allSmeltersIdentified: "no" }, gold: { cahra: null } },
  });
  const [only] = letters([response]);
  expect(only && renderLetterText(only.letter)).toBe(`Conflict minerals declaration (CMRT) for 2025

Dear Acme Fixings Ltd,

Thank you for your conflict minerals declaration. We received:

  acme 2025.xlsx (template version 6.5, dated 12 June 2025)

WHAT TO CORRECT
We cannot accept the declaration as complete until the following points are corrected. Please correct them in your workbook and send it to us again. Nothing else in it needs to be changed.

Sheet “Declaration”
  1. Please name a contact person.
     D15: The contact name is empty.
  2. Please answer these questions for every metal in scope.
     D45: Question 4 (conflict-affected and high-risk areas) is not answered for tin.
     D46: Question 4 (conflict-affected and high-risk areas) is not answered for gold.

WHAT WE WOULD LIKE TO ASK
You need not resend the template if you can clarify these points by e-mail.

Sheet “Declaration”
  3. When will the missing smelters be identified?
     D63: Question 7 says that not all smelters of tin are identified.

Please reply by Sunday, 21 December 2025.

Kind regards

Example Issuer Inc.
`);
});

test("nobody without open findings gets a letter, and no letter has an empty section", () => {
  const clean = buildResponse({ id: id("1") });
  const asked = buildResponse({
    id: id("2"),
    company: { companyName: "Bolt Works" },
    answers: { tin: { allSmeltersIdentified: "no" } },
  });
  const written = letters([clean, asked]);
  expect(written.map(({ supplier }) => supplier)).toEqual(["Bolt Works"]);
  const text = renderLetterMarkdown(written[0]?.letter as never);
  expect(text).not.toContain("What to correct");
  expect(text).toContain("## What we would like to ask");
});

test("what a newer response superseded is not asked for again", () => {
  const older = buildResponse({
    id: id("1"),
    file: "old.xlsx",
    company: { effectiveDate: "2025-05-01", contactName: null },
  });
  const newer = buildResponse({ id: id("2"), file: "new.xlsx", answers: { tin: { cahra: null } } });
  const [only] = letters([older, newer]);
  const text = renderLetterText(only?.letter as never);
  expect(text).toContain("new.xlsx");
  expect(text).not.toContain("old.xlsx");
  expect(text).not.toContain("contact name");
});

test("the language is the response's own unless one is asked for", () => {
  const response = buildResponse({ company: { contactName: null }, template: { language: "ja" } });
  expect(letters([response])[0]?.language).toBe("ja");
  expect(letters([response], "zh")[0]?.language).toBe("zh");
  const turkish = letters([response], "tr")[0];
  expect([turkish?.language, turkish?.otherBecause]).toEqual(["tr", undefined]);
});

test.each([
  ["that of the roster", "name,language\nAcme,it\n", "it"],
  ["that of the response", "name\nAcme\n", "ja"],
])("without one asked for the language is %s", async (_about, roster, language) => {
  const response = buildResponse({
    company: { companyName: "Acme", contactName: null },
    template: { language: "ja" },
  });
  const folder = await workspaceWith([response], false, { "suppliers.csv": roster });
  expect((await run(folder, "2025-10-01")).out).toContain(`acme.md (${language})`);
});

test("a blank template says nothing of its supplier's language", async () => {
  const made = buildResponse({ file: "in/Acme/cmrt.xlsx", template: { language: "zh" }, smelters: [] });
  const blank = { ...made, company: {}, answers: {}, policies: {} };
  const folder = await workspaceWith([blank], false, { "suppliers.csv": "name\nAcme\n" });
  expect((await run(folder, "2025-10-01")).out).toContain("acme.md (en)");
});

test("a response without a company name is greeted without one", () => {
  const [only] = letters([buildResponse({ company: { companyName: null } })]);
  expect(only?.letter.greeting).toBe("Dear supplier,");
});

test("a missing supplier of nearly a stranger's name is not listed as one of whom nothing was received", async () => {
  const stranger = buildResponse({
    file: "responses/answer.xlsx",
    company: { companyName: "Harrow Metals International" },
  });
  const lines = async (roster: string) => {
    const folder = await workspaceWith([stranger], false, { "suppliers.csv": roster });
    return (await run(folder, "2025-10-01")).out;
  };
  expect(await lines("name\nHarrow Metals\n")).toContain(
    "Harrow Metals: nothing received under this name, asks whether it came under another\n",
  );
  expect(await lines("name\nQuillon Circuits\n")).toContain(
    "Quillon Circuits: nothing received, asks for the declaration\n",
  );
});

test("contact data of smelters stays out, and supplier text is shown as it is", () => {
  const response = buildResponse({
    company: { companyName: "<b>Evil</b> & Sons" },
    smelters: [
      {
        metal: "tin",
        lookupName: "Smelter not listed",
        name: "Tin [works] {row} jo@smelter.example",
        contactName: "Jo Smelter",
        contactEmail: "=jo@smelter.example",
      },
    ],
  });
  const [only] = letters([response]);
  const markdown = renderLetterMarkdown(only?.letter as never);
  const text = renderLetterText(only?.letter as never);
  for (const page of [markdown, text]) {
    expect(page).not.toContain("jo@smelter.example");
    expect(page).not.toContain("Jo Smelter");
  }
  expect(markdown).not.toContain("<b>");
  expect(text).toContain("Dear <b>Evil</b> & Sons,");
});

test("the command writes Markdown, text and an index for the made campaign, each figure that of the letters", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const { code, out } = await runCli(["letters", "--period", "2016", "--json"], root);
  expect(code).toBe(0);
  const json = JSON.parse(out);
  expect(json.letters.length).toBeGreaterThan(1);
  const folder = join(root, json.folder);
  expect(readdirSync(folder).sort()).toEqual(
    [...json.letters.flatMap((one: { files: string[] }) => one.files), "index.csv"].sort(),
  );
  for (const one of json.letters) {
    const text = readFileSync(join(folder, one.files[1]), "utf8");
    expect(text).toContain("22 June 2017");
    expect(text.match(/^ {5}\S/gm)?.length).toBe(one.corrections + one.questions);
  }
  const again = await runCli(
    ["letters", "--period", "2016", "--language", "ja", "--out", "ja", "--answer-by", "2017-07-01"],
    root,
  );
  expect(again.out).toContain("(ja)");
  expect(existsSync(join(root, "ja", "index.csv"))).toBe(true);
  expect(readFileSync(join(root, "ja", json.letters[0].files[0]), "utf8")).toContain(
    "2017年7月1日（土）までに",
  );
});

test("letters of an earlier run stay, and those that are no longer current are named", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const first = await runCli(["letters", "--period", "2016"], root);
  expect(first.out).not.toContain("earlier runs");
  const folder = join(root, "letters", "2016");
  writeFileSync(join(folder, "my notes.md"), "called them");
  const before = readdirSync(folder);
  rmSync(join(root, "responses", "quillon_circuits.xlsx"));
  await runCli(["ingest"], root);
  const { out } = await runCli(["letters", "--period", "2016"], root);
  expect(out).toMatch(
    /Letters of earlier runs that are no longer current \(do not send them\):\n {2}quillon-circuits-inc\.md\n$/,
  );
  const json = JSON.parse((await runCli(["letters", "--period", "2016", "--json"], root)).out);
  expect(json.outdated).toEqual([["quillon-circuits-inc.md", "quillon-circuits-inc.txt"]]);
  expect(readdirSync(folder)).toEqual(before);
});

test("an accepted finding is in no letter", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  const before = JSON.parse((await runCli(["letters", "--period", "2016", "--json"], root)).out).letters;
  const { findings } = JSON.parse((await runCli(["check", "--period", "2016", "--json"], root)).out);
  const [first] = findings.filter(
    (one: { severity: string; supplier: string }) =>
      one.severity === "error" && one.supplier === before[1].supplier,
  );
  writeFileSync(
    join(root, "accepted-findings.csv"),
    `rule,supplier,cell,reason\n${first.rule},"${first.supplier}",${first.at},agreed\n`,
  );
  const after = JSON.parse((await runCli(["letters", "--period", "2016", "--json"], root)).out).letters;
  expect(after[1].corrections).toBe(before[1].corrections - 1);
});

const ROSTER = "id,name,asked on\nS-1,Acme,2025-09-01\nS-2,Beta,\nS-3,Gamma,2025-09-01\n";
const ASKED = buildResponse({
  id: id("5"),
  file: "responses/acme.xlsx",
  company: { companyName: "Acme", contactName: null },
  answers: { tin: { allSmeltersIdentified: "no" } },
});
const run = (folder: string, day: string, ...more: string[]) =>
  runCli(["letters", "--period", "2025", "--today", day, ...more], folder);
const logOf = (folder: string) =>
  readFileSync(join(folder, "requests.csv"), "utf8").replace("\uFEFF", "").trim().split("\r\n").slice(1);

test("letters are entered in the log, once a day, and not where nobody wants that", async () => {
  const folder = await workspaceWith([ASKED], false, { "suppliers.csv": ROSTER });
  await run(folder, "2025-10-01", "--no-log");
  expect(existsSync(join(folder, "requests.csv"))).toBe(false);
  const { out } = await run(folder, "2025-10-01");
  expect(out).toContain("beta.md (en)  Beta: nothing received, asks for the declaration\n");
  expect(out).toContain("Entered in requests.csv; delete the lines of letters that you do not send.\n");
  const lines = [
    "2025,S-1,Acme,letter,2025-10-01,1,1,555555555555,,",
    "2025,S-2,Beta,request,2025-10-01,,,,,",
    "2025,S-3,Gamma,reminder,2025-10-01,,,,,",
  ];
  expect(logOf(folder)).toEqual(lines);
  expect((await run(folder, "2025-10-01")).out).not.toContain("requests.csv");
  expect(logOf(folder)).toEqual(lines);
});

test("reminders go to those who owe an answer, with what they are reminded of, and not within a week", async () => {
  const folder = await workspaceWith([ASKED], false, { "suppliers.csv": ROSTER });
  await run(folder, "2025-10-01");
  expect((await run(folder, "2025-10-07", "--reminders")).out).toMatch(/^No reminders: /);
  writeFileSync(
    join(folder, "requests.csv"),
    `${readFileSync(join(folder, "requests.csv"), "utf8")}2025,S-2,,reminder,2025-10-11,,,,by telephone\r\n`,
  );
  const { out } = await run(folder, "2025-10-15", "--reminders");
  expect(out).toMatch(/^2 reminders in letters\/2025\/reminders, /);
  const text = (name: string) => readFileSync(join(folder, "letters/2025/reminders", name), "utf8");
  expect(text("acme.txt")).toContain("\n\nThis is a reminder of our letter of 1 October 2025.\n\nThank you");
  expect(text("gamma.txt")).toContain(
    "\n\nWe asked you for this declaration on 1 September 2025.\n\nWe have not",
  );
  expect(text("gamma.txt")).toContain("Please complete the template and send it to us.");
  expect(text("gamma.txt")).not.toContain("need not resend");
  // The letters stay beside them.
  expect(existsSync(join(folder, "letters/2025/acme.txt"))).toBe(true);
  expect(logOf(folder).slice(4)).toEqual([
    "2025,S-1,Acme,reminder,2025-10-15,1,1,555555555555,,",
    "2025,S-3,Gamma,reminder,2025-10-15,,,,,",
  ]);
});

test("who answered by mail, or sent a newer response, is not reminded", async () => {
  const newer = buildResponse({
    id: id("6"),
    file: "responses/acme-2.xlsx",
    company: { companyName: "Acme", effectiveDate: "2025-10-05", contactName: null },
  });
  const log = "period,supplier,kind,date,responses\n2025,Acme,letter,2025-10-01,555555555555\n";
  const answered = await workspaceWith([ASKED], false, {
    "requests.csv": `${log}2025,Acme,answer,2025-10-03,\n`,
  });
  expect((await run(answered, "2025-11-01", "--reminders")).out).toMatch(/^No reminders: /);
  const sent = await workspaceWith([ASKED, newer], false, { "requests.csv": log });
  expect((await run(sent, "2025-11-01", "--reminders")).out).toMatch(/^No reminders: /);
});

test.each(["letters", "report"])("%s stops at a period that no response belongs to", async (verb) => {
  const folder = await workspaceWith([ASKED], false, { "suppliers.csv": ROSTER });
  const args = [verb, "--period", "2019", "--today", "2025-10-01"];
  const { code, err } = await runCli(args, folder);
  expect(code).toBe(2);
  expect(err).toContain(
    "No response belongs to 2019: those of the workspace are dated in 2025. Nothing was written.",
  );
  expect(existsSync(join(folder, "letters"))).toBe(false);
  expect(existsSync(join(folder, "reports"))).toBe(false);
  expect((await runCli([...args, "--force"], folder)).code).toBe(0);
});

test("a log that cannot be understood stops letters before they are written; a line of it is told", async () => {
  const broken = await workspaceWith([ASKED], false, { "requests.csv": "supplier,when\nAcme,today\n" });
  const { code, err } = await run(broken, "2025-10-01");
  expect(code).toBe(2);
  expect(err).toContain("requests.csv has no columns period, kind, date.");
  expect(existsSync(join(broken, "letters"))).toBe(false);
  const odd = await workspaceWith([ASKED], false, {
    "requests.csv": "period,supplier,kind,date\n2025,Acme,letter,3/4/25\n2025,Nobody,letter,2025-03-04\n",
  });
  expect((await run(odd, "2025-10-01")).err).toBe(
    "requests.csv, line 2 does not apply: the date “3/4/25” is not a clear day; write 2024-05-31.\n",
  );
  const listed = await runCli(["suppliers", "--period", "2025", "--today", "2025-10-01"], odd);
  expect(listed.err).toContain("requests.csv, line 3: no supplier of this period is called “Nobody”.\n");
  const doctor = await runCli(["doctor"], odd);
  expect(doctor.out).toContain("requests.csv, line 2 does not apply");
});
