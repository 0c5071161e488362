// What a review shows and writes, without server or page.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ReviewApi, reviewApi } from "../../../src/app/review/review-api.ts";
import { EMRT } from "../../../src/forms/emrt/family.ts";
import type { CheckAnswer } from "../../../src/model/check.ts";
import type { Decided, LetterLine, QueuePage, ResponseLine, ReviewQueue } from "../../../src/model/review.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { workspaceWith } from "../../helpers/build-workspace.ts";
import { REVIEW_DAY, REVIEW_PERIOD, reviewCampaign } from "../../helpers/review-campaign.ts";
import { runCli } from "../../helpers/run-cli.ts";

const io = (cwd: string) => ({
  out: () => undefined,
  err: () => undefined,
  outIsTerminal: false,
  errIsTerminal: false,
  cwd,
  env: {},
  today: () => REVIEW_DAY,
});
const open = (root: string) => reviewApi(io(root), { period: REVIEW_PERIOD, by: "ada" });

async function queue<Queue extends ReviewQueue>(
  api: ReviewApi,
  name: Queue,
  more: Record<string, string> = {},
): Promise<QueuePage<Queue>> {
  const answer = await api.ask("queue", { queue: name, ...more });
  expect(answer.status).toBe(200);
  return answer.body as QueuePage<Queue>;
}

async function act(api: ReviewApi, name: string, body: unknown): Promise<Decided> {
  const answer = await api.act(name, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Decided;
}

const text = (root: string, name: string) => readFileSync(join(root, name), "utf8");

test("every queue has what waits for a person, with its evidence", async () => {
  const api = open(await reviewCampaign());
  const smelters = await queue(api, "smelters");
  expect(smelters.head).toMatchObject({ period: REVIEW_PERIOD, by: "ada", day: REVIEW_DAY, undo: null });
  expect(smelters.head.open).toMatchObject({ smelters: 24, identities: 1, files: 3, outcomes: 4 });
  expect(smelters.items[0]).toMatchObject({
    metal: "gold",
    name: "Kazinc",
    country: "Kazakhstan",
    suppliers: ["Acme Fixings Europe", "Bolt Works"],
    rows: 2,
    reported: [
      { supplier: "Acme Fixings Europe", file: "in/b.xlsx", at: "Smelter List!C5" },
      { supplier: "Bolt Works", file: "responses/a.xlsx", at: "Smelter List!C5" },
    ],
    candidates: [{ id: "CID000957", standardName: "Kazzinc", place: "Ust-Kamenogorsk, Kazakhstan" }],
  });
  expect((await queue(api, "identities")).items).toMatchObject([
    { declared: "Acme Fixings Europe", supplier: "Acme Fixings, Inc", cell: "Declaration!D8" },
  ]);
  const files = await queue(api, "files");
  expect(files.items.map(({ file, likely }) => [file, likely.map(({ key }) => key)])).toEqual([
    ["in/b.xlsx", ["V-2"]],
    ["responses/broken.xlsx", []],
    ["responses/c.xlsx", []],
  ]);
  expect(files.suppliers?.map(({ key }) => key)).toEqual(["V-2", "V-1", "V-3"]);
  expect((await queue(api, "outcomes")).items.map(({ metal, proposed }) => [metal, proposed])).toEqual([
    ["tantalum", "undetermined"],
    ["tin", "undetermined"],
    ["gold", "undetermined"],
    ["tungsten", "undetermined"],
  ]);
});

test("the list of letters says what each letter asks, as it is counted in the letter", async () => {
  const root = await reviewCampaign();
  const { body } = await open(root).ask("letters", {});
  const { suppliers } = body as { suppliers: LetterLine[] };
  const { out } = await runCli(["letters", "--period", String(REVIEW_PERIOD), "--today", REVIEW_DAY], root);
  const lines = [...out.matchAll(/^ {2}\S+\.md \(\w+\) {2}(.+)$/gm)].map(([, line]) => line);
  expect(suppliers.map(({ supplier, asks }) => `${supplier}: ${asks}`)).toEqual(lines);
  expect(lines.some((line) => /: [1-9]\d* to correct, \d+ to ask$/.test(line ?? ""))).toBe(true);
  expect(lines.some((line) => /: nothing received/.test(line ?? ""))).toBe(true);
});

test("findings: one item is what one line of the file accepts; those of one rule alone where asked", async () => {
  const api = open(await reviewCampaign());
  const { items, rules, total } = await queue(api, "findings");
  expect(rules?.reduce((sum, one) => sum + one.open, 0)).toBe(total);
  const metals = items.find(({ rule }) => rule === "smelter-list-missing-for-metal");
  expect(metals?.places).toHaveLength(3);
  const rule = "smelter-not-listed";
  const some = await queue(api, "findings", { rule });
  expect(some.total).toBe(rules?.find((one) => one.rule === rule)?.open);
  expect(new Set(some.items.map((one) => one.rule))).toEqual(new Set([rule]));
});

test("decisions on smelters go into the file of decisions, and can be undone one after the other", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [kazinc, other] = (await queue(api, "smelters")).items;
  const first = await act(api, "smelter", { key: kazinc?.key, id: "CID000957", reason: "asked them" });
  expect(first.done).toBe("gold: Kazinc → CID000957");
  expect(first.head.open.smelters).toBe(23);
  const before = text(root, "smelter-decisions.csv");
  expect(before).toBe(
    "\uFEFFmetal,reported_name,country,smelter_id,reason,by,date\r\ngold,Kazinc,Kazakhstan,CID000957,asked them,ada,2017-06-01\r\n",
  );
  await act(api, "smelter", { key: other?.key, id: null, reason: "" });
  expect((await queue(api, "smelters")).total).toBe(22);
  expect(await act(api, "undo", {})).toMatchObject({ queue: "smelters", key: other?.key });
  expect(text(root, "smelter-decisions.csv")).toBe(before);
  expect((await act(api, "undo", {})).head).toMatchObject({ undo: null, open: { smelters: 24 } });
  expect(() => text(root, "smelter-decisions.csv")).toThrow();
  expect(await api.act("undo", {})).toMatchObject({
    status: 409,
    body: { error: "There is nothing to undo." },
  });
});

test("what was decided bears on the other queues, and undoing it after that opens it again", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [kazinc] = (await queue(api, "smelters")).items;
  const unmatched = async () =>
    (await queue(api, "findings", { rule: "smelter-unmatched" })).items.filter(({ places }) =>
      places.some(({ message }) => message.includes("Kazinc")),
    ).length;
  expect(await unmatched()).toBe(2);
  await queue(api, "smelters");
  await act(api, "smelter", { key: kazinc?.key, id: "CID000957", reason: "" });
  expect(await unmatched()).toBe(0);
  expect((await act(api, "undo", {})).head.open.smelters).toBe(24);
  expect(await unmatched()).toBe(2);
});

test("a finding is accepted with a reason, by whom and when, and the next evaluation has it", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const { items, total } = await queue(api, "findings");
  const item = items.find(({ rule }) => rule === "smelter-list-missing-for-metal");
  expect(await api.act("finding", { key: item?.key, reason: " " })).toMatchObject({ status: 400 });
  expect(await api.act("finding", { key: item?.key, reason: "two\nlines" })).toMatchObject({ status: 400 });
  await act(api, "finding", { key: item?.key, reason: "gold alone, they say" });
  expect(text(root, "accepted-findings.csv")).toBe(
    `\uFEFFrule,supplier,cell,reason,by,date\r\nsmelter-list-missing-for-metal,${item?.supplier},${item?.cell},"gold alone, they say",ada,2017-06-01\r\n`,
  );
  expect((await queue(api, "findings")).total).toBe(total - 1);
  expect((await queue(open(root), "findings")).total).toBe(total - 1);
});

test("findings of a supplier whose name begins like a formula are accepted by the line that is written", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const { items, total } = await queue(api, "findings", { rule: "supplier-not-on-roster" });
  const hostile = items.find(({ supplier }) => supplier.includes("onerror"));
  expect(hostile).toBeDefined();
  await act(api, "finding", { key: hostile?.key, reason: "known" });
  expect((await queue(open(root), "findings", { rule: "supplier-not-on-roster" })).total).toBe(total - 1);
});

test("a company that is confirmed as the supplier makes its response count for it", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [identity] = (await queue(api, "identities")).items;
  await act(api, "identity", { key: identity?.key, reason: "same group" });
  const { body } = await api.ask("responses", {});
  const { responses } = body as { responses: { supplier: string; file: string }[] };
  expect(responses.find(({ file }) => file === "in/b.xlsx")?.supplier).toBe("Acme Fixings, Inc");
});

test("a file is attached by its path in the roster, whose other characters stay", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const { items } = await queue(api, "files");
  const before = text(root, "suppliers.csv");
  for (const [file, supplier] of [
    ["in/b.xlsx", "V-2"],
    ["responses/broken.xlsx", "V-3"],
  ]) {
    await act(api, "file", { key: items.find((one) => one.file === file)?.key, supplier });
  }
  expect(text(root, "suppliers.csv")).toBe(
    before
      .replace(
        "in/acme\r\n",
        "in/acme; in/b.xlsx\r\n".replace(/in\/acme; in\/b\.xlsx/, '"in/acme; in/b.xlsx"'),
      )
      .replace("V-3,Zeta Parts,", "V-3,Zeta Parts,responses/broken.xlsx"),
  );
  expect((await queue(open(root), "files")).items.map(({ file }) => file)).toEqual(["responses/c.xlsx"]);
  await act(api, "undo", {});
  await act(api, "undo", {});
  expect(text(root, "suppliers.csv")).toBe(before);
});

test("an outcome goes into the settings, which stay as they are written", async () => {
  const root = await reviewCampaign();
  const settings = '{\n    "issuer": "Larkmoor",\n    "thresholds": {"ageMonths": 12.0}\n}\n';
  writeFileSync(join(root, "cmrt.json"), settings);
  const api = open(root);
  const outcome = { key: "tin", determination: "undetermined", reason: "two are missing" };
  await act(api, "outcome", outcome);
  expect(text(root, "cmrt.json")).toContain('"ageMonths": 12.0');
  expect(JSON.parse(text(root, "cmrt.json")).decisions).toEqual({
    2016: {
      tin: { determination: "undetermined", reason: "two are missing", by: "ada", date: REVIEW_DAY },
    },
  });
  expect((await queue(api, "outcomes")).items.map(({ metal }) => metal)).not.toContain("tin");
  expect(await api.act("outcome", outcome)).toMatchObject({ status: 409, body: { reload: true } });
  await act(api, "undo", {});
  expect(text(root, "cmrt.json")).toBe(settings);
});

test("an ID that no list has is refused, and nothing is written", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [kazinc] = (await queue(api, "smelters")).items;
  for (const [id, error] of [
    ["CID123456", "CID123456 is not on any available list"],
    ["CID001182", "CID001182 is listed for tin, not for gold"],
    ["Kazzinc", "is not a smelter ID"],
  ]) {
    const answer = await api.act("smelter", { key: kazinc?.key, id, reason: "" });
    expect(answer).toMatchObject({ status: 409, body: { error: expect.stringContaining(error as string) } });
  }
  expect(() => text(root, "smelter-decisions.csv")).toThrow();
});

test("a change of another process is noticed: nothing is written, all is loaded anew", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [kazinc, other] = (await queue(api, "smelters")).items;
  await act(api, "smelter", { key: other?.key, id: null, reason: "" });
  const theirs = `${text(root, "smelter-decisions.csv")}gold,Kazinc,Kazakhstan,not a smelter,theirs,bob,2017-06-01\r\n`;
  writeFileSync(join(root, "smelter-decisions.csv"), theirs);
  const decision = { key: kazinc?.key, id: "CID000957", reason: "" };
  expect(await api.act("smelter", decision)).toMatchObject({
    status: 409,
    body: { reload: true, error: expect.stringContaining("smelter-decisions.csv") },
  });
  expect(text(root, "smelter-decisions.csv")).toBe(theirs);
  expect((await queue(api, "smelters")).total).toBe(22);
  // Decided by the other one.
  expect(await api.act("smelter", decision)).toMatchObject({ status: 409, body: { reload: true } });
  // What they added stays when our own decision is undone.
  await act(api, "undo", {});
  expect(text(root, "smelter-decisions.csv")).toContain("theirs,bob");
  expect((await queue(api, "smelters")).total).toBe(23);
  rmSync(join(root, "smelter-decisions.csv"));
  const { head } = await queue(api, "smelters");
  expect(head.changed).toEqual(["smelter-decisions.csv"]);
});

test("a workspace that another process writes to is not written to", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const [kazinc] = (await queue(api, "smelters")).items;
  const { pid, host } = { pid: process.ppid, host: (await import("node:os")).hostname() };
  writeFileSync(join(root, ".cmrt", "lock"), JSON.stringify({ pid, host }));
  expect(await api.act("smelter", { key: kazinc?.key, id: null, reason: "" })).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining("The workspace is in use"), reload: false },
  });
  rmSync(join(root, ".cmrt", "lock"));
  await act(api, "smelter", { key: kazinc?.key, id: null, reason: "" });
});

test("a file that people broke is said, and read again when it is mended", async () => {
  const root = await reviewCampaign();
  writeFileSync(join(root, "cmrt.json"), "{ not JSON");
  const api = open(root);
  expect(await api.ask("queue", { queue: "smelters" })).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining("cmrt.json is not valid JSON") },
  });
  rmSync(join(root, "cmrt.json"));
  expect((await queue(api, "smelters")).total).toBe(24);
});

test("a response as a sheet: values in their cells, the cells in question marked, contacts left out", async () => {
  const api = open(await reviewCampaign());
  const { body } = await api.ask("response", { id: "a".repeat(64) });
  const { sheets, findings } = body as import("../../../src/model/review.ts").ResponseSheet;
  const cell = (name: string, row: number, column: string) =>
    sheets
      .find((sheet) => sheet.name === name)
      ?.rows.find((one) => one.row === row)
      ?.cells.find((one) => one.column === column);
  expect(cell("Declaration", 8, "D")).toEqual({ column: "D", text: "Bolt Works", findings: [] });
  expect(cell("Declaration", 15, "D")?.text).toBe("(contact, not shown)");
  expect(cell("Smelter List", 5, "D")?.text).toBe("Kazinc");
  for (const [place, { cell: at }] of findings.entries()) {
    const [, sheet = "", column = "", row = ""] = /^(.+)!([A-Z]+)(\d+)$/.exec(at ?? "") ?? [];
    if (sheet !== "") expect(cell(sheet, Number(row), column)?.findings).toContain(place);
  }
  expect(findings.length).toBeGreaterThan(20);
  expect(JSON.stringify(body)).not.toMatch(/Quendel|ottilie/i);
});

test("a letter is the one that would go out, with what was accepted left out", async () => {
  const root = await reviewCampaign();
  const api = open(root);
  const letter = async () =>
    ((await api.ask("letter", { supplier: "Bolt Works" })).body as { text: string }).text;
  expect(await letter()).toContain("Dear Bolt Works");
  expect(await letter()).toContain("names no smelter of tantalum");
  const { items } = await queue(api, "findings");
  const key = items.find(
    ({ rule, supplier }) => rule === "smelter-list-missing-for-metal" && supplier === "Bolt Works",
  )?.key;
  await act(api, "finding", { key, reason: "gold alone" });
  expect(await letter()).not.toContain("names no smelter of tantalum");
  expect((await api.ask("letter", { supplier: "Nobody at all" })).status).toBe(404);
});

test("what is not asked for in a known way is refused", async () => {
  const api = open(await reviewCampaign());
  for (const [name, body] of [
    ["smelter", { key: "x", id: null }],
    ["smelter", { key: "x", id: null, reason: "", extra: 1 }],
    ["outcome", { key: "tin", determination: "", reason: "x" }],
    ["undo", null],
  ] as const) {
    expect([name, (await api.act(name, body)).status]).toEqual([name, 400]);
  }
  expect((await api.act("__proto__", {})).status).toBe(404);
  expect((await api.act("delete", {})).status).toBe(404);
  expect((await api.ask("nothing", {})).status).toBe(404);
  expect((await api.act("finding", { key: "x", reason: "y" })).status).toBe(409);
});

test("queues, responses and letters are of every template; a finding is accepted in its own alone", async () => {
  const company = { companyName: "Acme", contactName: null, effectiveDate: { value: "2025-10-10" } };
  const unlisted = (metal: string) => ({
    metal,
    lookupName: "Smelter not listed",
    name: "Gilded Crown",
    country: "CN",
  });
  // Both have the contact's name in the same cell.
  const root = await workspaceWith(
    [
      buildResponse({
        id: "c".repeat(64),
        file: "in/c.xlsx",
        version: "6.5",
        company,
        smelters: [unlisted("gold")],
      }),
      buildResponse({
        id: "e".repeat(64),
        file: "in/e.xlsx",
        family: EMRT,
        version: "1.3",
        company,
        smelters: [unlisted("cobalt")],
      }),
      buildResponse({
        id: "f".repeat(64),
        file: "in/f.xlsx",
        family: EMRT,
        version: "2.1",
        company: { ...company, companyName: "Nobody known" },
        smelters: [],
      }),
    ],
    true,
    {
      "suppliers.csv": "name,templates,files\r\nAcme,CMRT; EMRT,\r\nBeta,EMRT,\r\n",
      "accepted-findings.csv": "rule,supplier,cell,reason\r\nsome-rule,Acme,,because\r\n",
    },
  );
  const api = reviewApi(io(root), { period: 2025, today: "2026-02-01", by: "ada" });
  const names = async (name: ReviewQueue, more: Record<string, string> = {}) =>
    (await queue(api, name, more)).items.map(({ template, ...item }) => [
      template,
      "name" in item ? item.name : "file" in item ? item.file : "rule" in item ? item.rule : "",
    ]);
  expect((await queue(api, "smelters")).head.templates).toEqual(["CMRT", "EMRT"]);
  expect(await names("smelters")).toEqual([
    ["CMRT", "Gilded Crown"],
    ["EMRT", "Gilded Crown"],
  ]);
  expect(await names("smelters", { template: "CMRT" })).toEqual([["CMRT", "Gilded Crown"]]);
  // A file that yielded no response is a single item; one that did is that response's item.
  expect(await names("files")).toEqual([
    ["EMRT", "in/f.xlsx"],
    ["CMRT", "responses/broken.xlsx"],
  ]);
  expect((await queue(api, "files")).items.map(({ response }) => response)).toEqual(["f".repeat(64), null]);
  expect(new Set((await names("outcomes")).map(([template]) => template))).toEqual(new Set(["CMRT"]));

  const rule = "contact-name-missing";
  const both = await queue(api, "findings", { rule });
  const ofAcme = both.items.filter(({ supplier }) => supplier === "Acme");
  expect(ofAcme.map(({ template, cell }) => [template, cell])).toEqual([
    ["CMRT", "Declaration!D15"],
    ["EMRT", "Declaration!D15"],
  ]);
  expect(both.head.open.findings).toBe(
    (await queue(api, "findings", { template: "CMRT" })).total +
      (await queue(api, "findings", { template: "EMRT" })).total,
  );
  const before = text(root, "accepted-findings.csv");
  await act(api, "finding", { key: ofAcme[1]?.key, reason: "by phone" });
  expect(text(root, "accepted-findings.csv")).toBe(
    `rule,supplier,cell,reason,family\r\nsome-rule,Acme,,because\r\n${rule},Acme,Declaration!D15,by phone,EMRT\r\n`,
  );
  const left = await queue(api, "findings", { rule });
  expect(left.items.filter(({ supplier }) => supplier === "Acme").map(({ template }) => template)).toEqual([
    "CMRT",
  ]);
  const { out } = await runCli(["check", "--period", "2025", "--today", "2026-02-01", "--json"], root);
  const { findings } = JSON.parse(out) as CheckAnswer;
  expect(findings.flatMap((one) => (one.accepted ? `${one.rule} ${one.family}` : []))).toEqual([
    `${rule} EMRT`,
  ]);
  await act(api, "undo", {});
  expect(text(root, "accepted-findings.csv")).toBe(before);

  const { responses } = (await api.ask("responses", {})).body as { responses: ResponseLine[] };
  expect(responses.map(({ id, template }) => [id[0], template])).toEqual([
    ["c", "CMRT"],
    ["e", "EMRT"],
    ["f", "EMRT"],
  ]);
  expect((await api.ask("response", { id: "e".repeat(64) })).body).toMatchObject({ template: "EMRT 1.3" });
  const letters = (await api.ask("letters", {})).body as { suppliers: LetterLine[] };
  expect(letters.suppliers.map(({ supplier, template }) => [supplier, template])).toEqual(
    expect.arrayContaining([
      ["Acme", "CMRT"],
      ["Acme", "EMRT"],
      ["Beta", "EMRT"],
    ]),
  );
  const letter = await api.ask("letter", { supplier: "Acme", template: "EMRT" });
  expect(letter.body).toMatchObject({ template: "EMRT", text: expect.stringContaining("EMRT declaration") });

  const one = reviewApi(io(root), { period: 2025, today: "2026-02-01", by: "ada", family: "EMRT" });
  const asked = await queue(one, "smelters");
  expect(asked.head.templates).toEqual([]);
  expect(asked.items.map(({ template, metal }) => [template, metal])).toEqual([[undefined, "cobalt"]]);
});

test("a company is confirmed once as the supplier that it is, for all of its templates", async () => {
  const company = { companyName: "Acme Fixings Europe", effectiveDate: { value: "2025-11-12" } };
  const root = await workspaceWith(
    [
      buildResponse({ id: "c".repeat(64), file: "in/c.xlsx", version: "6.5", company }),
      buildResponse({ id: "e".repeat(64), file: "in/e.xlsx", family: EMRT, version: "2.1", company }),
    ],
    false,
    { "suppliers.csv": 'name,templates\r\n"Acme Fixings, Inc",CMRT; EMRT\r\n' },
  );
  const api = reviewApi(io(root), { period: 2025, today: "2026-02-01", by: "ada" });
  const { items } = await queue(api, "identities");
  expect(items).toHaveLength(1);
  await act(api, "identity", { key: items[0]?.key, reason: "their branch" });
  expect(text(root, "accepted-findings.csv")).not.toContain("family");
  const { out } = await runCli(["suppliers", "--period", "2025", "--today", "2026-02-01", "--json"], root);
  const { suppliers, otherTemplates } = JSON.parse(out);
  for (const list of [suppliers, otherTemplates[0].suppliers])
    expect(list.map(({ supplier, step }: { supplier: string; step: string }) => [supplier, step])).toEqual([
      ["Acme Fixings, Inc", expect.stringMatching(/valid|clean/)],
    ]);
});
