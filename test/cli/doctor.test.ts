import fs, { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { RUNS_HERE, runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

async function ingested(): Promise<string> {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  return root;
}

function stored(root: string): string {
  const folder = join(root, ".cmrt", "responses");
  return join(folder, readdirSync(folder).sort()[0] as string);
}

test("a workspace fresh from ingest is sound", async () => {
  const { code, out } = await runCli(["doctor"], await ingested());
  expect(code).toBe(0);
  expect(out).toContain("8 of 8 stored responses are intact.");
  expect(out).toContain("All files are unchanged since they were ingested.");
  expect(out).toContain("No problems found.");
});

test("a stored response that was changed, cut off or deleted is named with the way to mend it", async () => {
  const changes: [string, (path: string) => void][] = [
    [
      "was changed by something other than cmrt",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/"yes"/, '"no"')),
    ],
    ["is damaged", (path) => writeFileSync(path, readFileSync(path, "utf8").slice(0, 99))],
    [".xlsx is missing", (path) => rmSync(path)],
  ];
  for (const [words, change] of changes) {
    const root = await ingested();
    change(stored(root));
    const { code, out } = await runCli(["doctor"], root);
    expect(code).toBe(1);
    expect(out).toContain(words);
    const mend = /Run `cmrt (ingest --force "[^"]+")`/.exec(out)?.[1] ?? "";
    await runCli(mend.replaceAll('"', "").split(/ (?=--|responses)/), root);
    expect(await runCli(["doctor"], root)).toMatchObject({ code: 0 });
  }
});

test("a missing look-up list, a damaged manifest and wrong settings are problems", async () => {
  const root = await ingested();
  const lists = join(root, ".cmrt", "lists");
  const list = join(lists, readdirSync(lists).sort()[0] as string);
  writeFileSync(list, readFileSync(list, "utf8").replace('"CID', '"DIC'));
  expect((await runCli(["doctor"], root)).out).toMatch(/The look-up list of .* is missing or damaged/);
  rmSync(lists, { recursive: true });
  const { out } = await runCli(["doctor"], root);
  expect(out.match(/^problem /gm)).toHaveLength(3);
  expect(out).toMatch(/ \(and of 2 more\) is missing or damaged in the store/);
  writeFileSync(join(root, "cmrt.json"), '{"cutof":"05-31"}');
  expect((await runCli(["doctor"], root)).out).toContain("cutof");
  writeFileSync(join(root, ".cmrt", "manifest.json"), "{");
  expect(await runCli(["doctor"], root)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Delete it"),
  });
});

test("every file that a person edits is looked at, and a mistake in it is named with its line", async () => {
  const root = await ingested();
  const files: [name: string, text: string, words: string][] = [
    ["cmrt.json", '{ "off": { "no-such-rule": "x" } }', 'unknown rule "no-such-rule"'],
    ["suppliers.csv", "name,id\r\nAcme,1\n,2\n", "line 3: the name is empty"],
    [
      "accepted-findings.csv",
      "rule,supplier,cell,reason\nno-such-rule,a,,b\n",
      'unknown rule "no-such-rule"',
    ],
    ["accepted-findings.csv", "rule,supplier,cell,reason\nfile-duplicate,a,,\n", "line 2: the reason"],
    ["smelter-decisions.csv", "metal,reported_name,smelter_id\r\nwater,a,CID000401\n", "line 2"],
    ["smelter-decisions.csv", 'metal,reported_name,smelter_id\ngold,"a', "line 2"],
  ];
  for (const [name, text, words] of files) {
    writeFileSync(join(root, name), text);
    const { code, out } = await runCli(["doctor"], root);
    expect([name, code]).toEqual([name, 1]);
    expect(out).toMatch(new RegExp(`^problem .*${words}`, "sm"));
    expect(out).toContain(`Edit ${name}.`);
    rmSync(join(root, name));
  }
});

test("an accepted finding of a supplier that nobody is called is named, with who may be meant", async () => {
  const root = await ingested();
  const accept = (...suppliers: string[]) =>
    writeFileSync(
      join(root, "accepted-findings.csv"),
      ["rule,supplier,cell,reason", ...suppliers.map((one) => `file-duplicate,${one},,seen`)].join("\n"),
    );
  accept("Quilon Circuits Inc.", "Xylograph", "quillon circuits inc.");
  const { code, out } = await runCli(["doctor"], root);
  expect(code).toBe(0);
  expect(out).toContain("no supplier is called “Quilon Circuits Inc.”");
  expect(out).toContain("Did you mean “Quillon Circuits Inc.”?");
  expect(out).toContain("no supplier is called “Xylograph”");
  accept("Quillon Circuits Inc.");
  expect((await runCli(["doctor"], root)).out).not.toContain("no supplier is called");
});

test("decisions are held against the lists at hand", async () => {
  const root = await ingested();
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,smelter_id\r\ngold,a,CID999999\ngold,b,CID001182\ntin,c,CID001182\ntin,d,not a smelter\n",
  );
  const { code, out } = await runCli(["doctor"], root);
  expect(code).toBe(0);
  expect(out).toContain("Decisions on smelters: 4.");
  expect(out).toContain("smelter-decisions.csv, line 2: CID999999 is not on any available list.");
  expect(out).toContain("smelter-decisions.csv, line 3: CID001182 is listed for tin, not for gold.");
  expect(out).not.toMatch(/line [45]:/);
});

test("what changed outside is noted and is no problem", async () => {
  const root = await ingested();
  writeFileSync(join(root, "responses", "new.xlsx"), "x");
  writeFileSync(join(root, "responses", "quillon_circuits.xlsx"), "x");
  rmSync(join(root, "responses", "pellgrove CMRT.xlsx"));
  writeFileSync(join(root, ".cmrt", "responses", "a.json.1.tmp"), "");
  writeFileSync(join(root, ".cmrt", "lock"), JSON.stringify({ pid: 1, host: `not ${hostname()}` }));
  const { code, out } = await runCli(["doctor"], root);
  expect(code).toBe(0);
  for (const words of [
    "responses/new.xlsx has not been ingested yet",
    "responses/quillon_circuits.xlsx has changed",
    "responses/pellgrove CMRT.xlsx has been deleted or moved",
    "1 temporary file",
    "in use by process 1 on not",
  ]) {
    expect(out).toContain(words);
  }
});

test.skipIf(!RUNS_HERE)("a file and a folder that are closed now are told as such, not as gone", async () => {
  const root = await ingested();
  mkdirSync(join(root, "responses", "late"));
  writeFileSync(join(root, "responses", "late", "a.xlsx"), "x");
  await runCli(["ingest"], root);
  const closed = (path: unknown) => /quillon|late$/.test(String(path));
  const refuse = (path: unknown) => {
    if (closed(path)) throw Object.assign(new Error("closed"), { code: "EACCES" });
  };
  const { openSync } = fs;
  const { readdir } = fs.promises;
  const spies = [
    vi.spyOn(fs, "openSync").mockImplementation((path, flags) => {
      refuse(path);
      return openSync(path, flags);
    }),
    vi.spyOn(fs.promises, "readdir").mockImplementation((async (path: string, options: object) => {
      refuse(path);
      return readdir(path, options);
    }) as never),
  ];
  const { code, out } = await runCli(["doctor"], root);
  for (const spy of spies) spy.mockRestore();
  expect(code).toBe(0);
  expect(out).toContain("responses/quillon_circuits.xlsx: The file cannot be opened (EACCES).");
  expect(out).toContain("responses/late: The file cannot be opened (EACCES).");
  expect(out).not.toContain("has been deleted");
});

test("a folder without a workspace says how to begin", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "x"));
  expect(await runCli(["doctor", "--json"], root)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Run `cmrt ingest <folder>`."),
  });
});
