import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROGRAM } from "../helpers/built.ts";
import { killAll } from "../helpers/kill-all.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";

test("a folder is read, and the second time nothing in it", async () => {
  const root = madeCampaign();
  const first = await runCli(["ingest", "responses"], root);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out.split("\n")).toEqual([
    "notes       responses/quillon_circuits.xlsx: 1 note on how it was read",
    "",
    "8 read, 0 unchanged, 0 withdrawn, 0 unreadable.",
    "`cmrt show <file>` prints the notes of a response.",
    "",
  ]);
  const second = await runCli(["ingest", "responses"], root);
  expect(second.out).toBe("0 read, 8 unchanged, 0 withdrawn, 0 unreadable.\n");
});

test("with --verbose each response is listed", async () => {
  const root = madeCampaign();
  const { out } = await runCli(["ingest", "responses", "--verbose"], root);
  expect(out).toContain(
    "read        responses/brightwell-2017-01-corrected.xlsx (CMRT 4.20, Brightwell Fasteners Ltd, 2017-01-23)\n",
  );
  expect(out.match(/^read {8}/gm)).toHaveLength(8);
  expect(out).toMatch(/\n\n8 read, 0 unchanged, 0 withdrawn, 0 unreadable\.$/m);
});

test("without paths the earlier ones are looked at again, from anywhere inside the workspace", async () => {
  const root = madeCampaign();
  expect(await runCli(["ingest"], root)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Name the files or folders/),
  });
  await runCli(["ingest", "responses"], root);
  rmSync(join(root, "responses", "quillon_circuits.xlsx"));
  renameSync(join(root, "responses", "pellgrove CMRT.xlsx"), join(root, "responses", "pellgrove.xlsx"));
  const again = await runCli(["ingest"], join(root, "responses"));
  expect(again.out).toBe(
    "withdrawn   responses/quillon_circuits.xlsx: the file has been deleted or moved\n\n0 read, 7 unchanged, 1 withdrawn, 0 unreadable.\n",
  );
});

test("a truncated file and one that is no workbook are named, give exit code 3 and change nothing else", async () => {
  const clean = madeCampaign();
  await runCli(["ingest", "responses"], clean);
  const root = madeCampaign();
  const whole = readFileSync(join(root, "responses", "quillon_circuits.xlsx"));
  writeFileSync(join(root, "responses", "cut off.xlsx"), whole.subarray(0, whole.length / 2));
  writeFileSync(join(root, "responses", "photo.xlsx"), Buffer.from("ffd8ffe000104a464946", "hex"));
  const { code, out } = await runCli(["ingest", "responses", "--json"], root);
  expect(code).toBe(3);
  const result = JSON.parse(out);
  expect(result).toMatchObject({ schema: 1, summary: { read: 8, unreadable: 2 } });
  expect(result.unreadable.map((file: { path: string }) => file.path)).toEqual([
    "responses/cut off.xlsx",
    "responses/photo.xlsx",
  ]);
  expect(readdirSync(join(root, ".cmrt", "responses"))).toEqual(
    readdirSync(join(clean, ".cmrt", "responses")),
  );
});

test("a campaign may set its own limits", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, "cmrt.json"), '{ "limits": { "partBytes": 17000 } }');
  const { code, out } = await runCli(["ingest", "responses", "--json"], root);
  expect(code).toBe(3);
  const kinds = JSON.parse(out).unreadable.map(
    (file: { unreadable: { kind: string } }) => file.unreadable.kind,
  );
  expect(new Set(kinds)).toEqual(new Set(["too-large"]));
  const checked = await runCli(["check", "responses", "--json"], root);
  expect(JSON.parse(checked.out).summary.unreadable).toBe(kinds.length);
});

test("a longer text than a cell holds makes a file unreadable, which says where it stands", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, "cmrt.json"), '{ "limits": { "cellCharacters": 40 } }');
  const { code, out } = await runCli(["ingest", "responses"], root);
  expect(code).toBe(3);
  expect(out).toMatch(
    /quillon_circuits\.xlsx: The cell [A-Z]+\d+ of the sheet "[\w ]+" holds a text of \d+ characters; the limit is 40\. Ask for the CMRT with a shorter text in this cell\.\n/,
  );
});

test("a path that is not there is a mistake of the user", async () => {
  const root = madeCampaign();
  expect(await runCli(["ingest", "respones"], root)).toMatchObject({ code: 2, out: "" });
  expect(await runCli(["ingest", "responses", "--workspace", "nowhere"], root)).toMatchObject({ code: 2 });
});

test("another workspace can be named; its store lies there", async () => {
  const root = madeCampaign();
  mkdirSync(join(root, "campaign"));
  const { code } = await runCli(["ingest", "responses", "--workspace", "campaign"], root);
  expect(code).toBe(0);
  expect(readdirSync(join(root, "campaign"))).toEqual([".cmrt"]);
  const manifest = JSON.parse(readFileSync(join(root, "campaign", ".cmrt", "manifest.json"), "utf8"));
  expect(manifest.paths).toEqual(["../responses"]);
});

test("a run that is killed leaves a store that the next run completes", async () => {
  const clean = madeCampaign();
  await runCli(["ingest", "responses"], clean);
  const root = madeCampaign();
  for (let kill = 0; kill < 3; kill++) {
    await killed(["ingest", "responses"], root, (stored) => stored > kill);
    expect(await runCli(["check", "--today", "2017-06-01"], root)).toMatchObject({
      code: expect.any(Number),
    });
  }
  expect(await runCli(["ingest", "responses"], root)).toMatchObject({ code: 0 });
  expect(store(root)).toEqual(store(clean));
});

/** Runs cmrt in a separate process and kills it once enough responses are stored. */
async function killed(words: string[], cwd: string, enough: (stored: number) => boolean): Promise<void> {
  const child = spawn(PROGRAM, cmrtArguments(words), { cwd, stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const watch = setInterval(() => {
    if (enough(namesIn(join(cwd, ".cmrt", "responses")).length)) killAll(child);
  }, 1);
  await ended;
  clearInterval(watch);
  expect(enough(namesIn(join(cwd, ".cmrt", "responses")).length), "the process ended too early").toBe(true);
}

/** Every file of a store with the hash of its content. */
function store(root: string): Record<string, string> {
  const folder = join(root, ".cmrt");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
