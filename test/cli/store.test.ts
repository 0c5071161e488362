// Stores of other versions, and stores that were damaged: refused or read anew, never half-read.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** A stored response as an earlier cmrt would have written it: another schema, with the hash that fits. */
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
  expect((await runCli(["ingest"], root)).out).toContain("1 read, 5 unchanged, 0 withdrawn, 0 unreadable.");
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
