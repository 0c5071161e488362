// Stores of other versions, and damaged stores: refused or read again, never read in part.
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

async function ingested(): Promise<string> {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  return root;
}

const manifestOf = (root: string) => join(root, ".cmrt", "manifest.json");

function firstStored(root: string): string {
  const folder = join(root, ".cmrt", "responses");
  return join(folder, readdirSync(folder).sort()[0] as string);
}

/** A stored response as written by an earlier cmrt: another schema, with a matching hash. */
function makeOlder(path: string, tool: string): void {
  const [own = "", about = ""] = readFileSync(path, "utf8")
    .replace('"schema":1', '"schema":0')
    .split(',"stored":');
  const stored = JSON.parse(about.trimEnd().slice(0, -1));
  const sha256 = createHash("sha256").update(own).digest("hex");
  writeFileSync(path, `${own},"stored":${JSON.stringify({ ...stored, tool, sha256 })}}\n`);
}

test("a store of an older schema is refused with what to do, and read anew by the next ingest", async () => {
  const root = await ingested();
  const before = readFileSync(manifestOf(root), "utf8");
  writeFileSync(
    manifestOf(root),
    '{ "schema": 0, "paths": ["responses"], "files": { "of": "another kind" } }',
  );
  makeOlder(firstStored(root), "0.0.9");
  for (const words of [["check"], ["report", "--period", "2016"], ["suppliers"], ["doctor"]]) {
    const { code, out, err } = await runCli(words, root);
    expect(code).toBe(words[0] === "doctor" ? 1 : 2);
    expect(out + err).toContain("written by an older cmrt (schema 0;");
    expect(out + err).toContain("Run `cmrt ingest`");
  }
  expect((await runCli(["ingest"], root)).out).toContain("1 read, 7 unchanged, 0 withdrawn, 0 unreadable.");
  expect(readFileSync(manifestOf(root), "utf8")).toBe(before);
  expect(await runCli(["doctor"], root)).toMatchObject({ code: 0 });
});

test("a store of a newer schema is left alone", async () => {
  const root = await ingested();
  const text = readFileSync(manifestOf(root), "utf8").replace('"schema": 1', '"schema": 2');
  writeFileSync(manifestOf(root), text);
  for (const words of [["check"], ["ingest", "responses"]]) {
    expect(await runCli(words, root)).toMatchObject({ code: 2, err: expect.stringContaining("newer cmrt") });
  }
  expect(readFileSync(manifestOf(root), "utf8")).toBe(text);
});

test("a stored response of an older schema does not count, and what to do is said", async () => {
  const root = await ingested();
  makeOlder(firstStored(root), "0.0.9");
  const { code, out } = await runCli(["check", "--json"], root);
  expect(code).toBe(3);
  expect(JSON.parse(out).summary).toMatchObject({ unreadable: 1 });
  expect(out).toContain("cmrt ingest --force");
});

test("a look-up list that is lost or damaged stops a run: another list would give other matches", async () => {
  for (const damage of [
    (path: string) => rmSync(path),
    (path: string) => writeFileSync(path, readFileSync(path, "utf8").slice(0, 500)),
  ]) {
    const root = await ingested();
    const lists = join(root, ".cmrt", "lists");
    damage(join(lists, readdirSync(lists).sort()[0] as string));
    expect(await runCli(["report", "--period", "2016"], root)).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /The look-up list of responses.* is missing from the store or damaged.*cmrt ingest --force/,
      ),
    });
    await runCli(["ingest", "--force"], root);
    expect(await runCli(["report", "--period", "2016"], root)).toMatchObject({ code: 0 });
  }
});

test("a stored response that was damaged is not taken for a file that is missing", async () => {
  const root = await ingested();
  const path = firstStored(root);
  const id = path.slice(-69, -59).toUpperCase();
  expect((await runCli(["show", id], root)).code).toBe(0);
  writeFileSync(path, "{");
  expect(await runCli(["show", id], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("is damaged or was changed"),
  });
});

/** Changes the content of a file to something else of the same kind. */
function falsify(path: string, from: RegExp, to: string): void {
  const text = readFileSync(path, "utf8");
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

test("a look-up list that was damaged and still reads as one is not used, and the next ingest mends it", async () => {
  const root = await ingested();
  const pack = await runCli(["check", "--json"], root);
  const lists = join(root, ".cmrt", "lists");
  for (const name of readdirSync(lists)) {
    const path = join(lists, name);
    const before = readFileSync(path, "utf8");
    falsify(path, /"standardName":"[^"]/, '"standardName":"X');
    for (const words of [["check"], ["report", "--period", "2016"]])
      expect(await runCli(words, root)).toMatchObject({ code: 2, err: expect.stringContaining("damaged") });
    expect((await runCli(["doctor"], root)).out).toContain("is missing or damaged in the store");
    const { out } = await runCli(["ingest"], root);
    expect(out).toMatch(/[1-6] read/);
    expect(readFileSync(path, "utf8")).toBe(before);
  }
  expect(await runCli(["check", "--json"], root)).toEqual(pack);
});

test("a stored response that was damaged is read again by the next ingest", async () => {
  const root = await ingested();
  const path = firstStored(root);
  const before = readFileSync(path, "utf8");
  falsify(path, /"value":"[^"]/, '"value":"X');
  expect((await runCli(["ingest"], root)).out).toContain("1 read, 7 unchanged");
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("a manifest that was damaged and still reads as one is not used", async () => {
  const root = await ingested();
  falsify(manifestOf(root), /"state": "read"/, '"state": "gone"');
  expect(await runCli(["check"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("is damaged"),
  });
});

test.skipIf(process.platform === "win32")(
  "the store is the owner's alone, also one that was open to others",
  async () => {
    const root = await ingested();
    const modes = () =>
      [
        ".cmrt",
        ...readdirSync(join(root, ".cmrt"), { recursive: true, encoding: "utf8" }).map((name) =>
          join(".cmrt", name),
        ),
      ].map((name) => (statSync(join(root, name)).mode & 0o077).toString(8));
    expect(new Set(modes())).toEqual(new Set(["0"]));
    chmodSync(join(root, ".cmrt"), 0o755);
    await runCli(["ingest"], root);
    expect((statSync(join(root, ".cmrt")).mode & 0o007).toString(8)).toBe("0");
  },
);
