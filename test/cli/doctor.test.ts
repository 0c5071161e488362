import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
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
  expect(out).toContain("6 of 6 stored responses are as they were written.");
  expect(out).toContain("Every file is as it was ingested.");
  expect(out).toContain("The workspace is sound.");
});

test("a stored response that was changed, cut off or deleted is named with the way to mend it", async () => {
  const changes: [string, (path: string) => void][] = [
    [
      "was changed in the store",
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/"yes"/, '"no"')),
    ],
    ["is damaged in the store", (path) => writeFileSync(path, readFileSync(path, "utf8").slice(0, 99))],
    ["is missing from the store", (path) => rmSync(path)],
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
  rmSync(join(root, ".cmrt", "lists"), { recursive: true });
  expect((await runCli(["doctor"], root)).out).toMatch(/The look-up list of .* is missing or damaged/);
  writeFileSync(join(root, "cmrt.json"), '{"cutof":"05-31"}');
  expect((await runCli(["doctor"], root)).out).toContain("cutof");
  writeFileSync(join(root, ".cmrt", "manifest.json"), "{");
  expect(await runCli(["doctor"], root)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Delete it"),
  });
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
    "responses/new.xlsx was not ingested yet",
    "responses/quillon_circuits.xlsx has changed",
    "responses/pellgrove CMRT.xlsx is no longer there",
    "1 half-written file",
    "in use by process 1 on not",
  ]) {
    expect(out).toContain(words);
  }
});

test("a folder without a workspace says how to begin", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "x"));
  expect(await runCli(["doctor", "--json"], root)).toMatchObject({
    code: 1,
    out: expect.stringContaining("Run `cmrt ingest <folder>`."),
  });
});
