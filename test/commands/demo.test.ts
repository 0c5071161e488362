// The demo campaign: where it is written, its content, and where it must not be written.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSettings } from "../../src/forms/schemas.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test("a new folder gets responses, roster and settings, and what to type next is said", async () => {
  const root = temporaryFolder();
  const { code, out, err } = await runCli(["demo", "try it"], root);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const folder = join(root, "try it");
  expect(readdirSync(folder).sort()).toEqual(["cmrt.json", "responses", "suppliers.csv"]);
  expect(readdirSync(join(folder, "responses"))).toHaveLength(8);
  expect(parseSettings(readFileSync(join(folder, "cmrt.json"), "utf8"))).toMatchObject({
    issuer: "Larkmoor Instruments (fictional)",
  });
  expect(out).toContain('Next:\n  cd "try it"\n  cmrt ingest responses ');
});

test("the roster lists those who answered and one who did not", async () => {
  const root = temporaryFolder();
  await runCli(["demo", "."], root);
  await runCli(["ingest", "responses"], root);
  const { out } = await runCli(["suppliers", "--period", "2016"], root);
  expect(out).toMatch(/^missing +Sundrell Plating S\.A\./m);
  expect(out).toMatch(/^ +surveyed +8\n +file received +7 /m);
  expect(out).toMatch(/^foreign +Oakmere Springs Ltd/m);
  expect((await runCli(["doctor"], root)).out).toContain("No problems found.");
});

test("the same folder again, a file, and a folder with anything in it are refused and left alone", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "mine"));
  writeFileSync(join(root, "mine", "notes.txt"), "mine");
  for (const folder of ["mine", "mine/notes.txt", "mine/notes.txt/below"]) {
    const { code, out } = await runCli(["demo", folder], root);
    expect({ code, out }, folder).toEqual({ code: 2, out: "" });
  }
  expect(readdirSync(join(root, "mine"))).toEqual(["notes.txt"]);
  expect(await runCli(["demo", "mine"], root)).toMatchObject({
    err: expect.stringContaining(
      "mine is not an empty folder. Name a new or empty one; nothing was changed.",
    ),
  });
  const first = await runCli(["demo", "new", "--json"], root);
  expect(JSON.parse(first.out)).toMatchObject({ schema: 1, folder: join(root, "new") });
  expect((await runCli(["demo", "new"], root)).code).toBe(2);
});

test("a campaign is not mixed with the demo: inside a workspace it is refused", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ".cmrt"));
  const { code, err } = await runCli(["demo", "below/demo"], root);
  expect(code).toBe(2);
  expect(err).toContain("which would read the demo's responses as its own");
  expect(readdirSync(root)).toEqual([".cmrt"]);
});

test("README shows what `check` prints for the demo", async () => {
  const root = temporaryFolder();
  await runCli(["demo", "."], root);
  await runCli(["ingest", "responses"], root);
  const { out } = await runCli(["check", "--period", "2016", "--today", "2017-06-01"], root);
  const shown = /^supplier {2,}state [\s\S]*?(?=\n(?:```|\n))/m;
  const lines = (text: string) => shown.exec(text)?.[0].split("\n") ?? [];
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  const printed = lines(out);
  expect(lines(readme)).toHaveLength(9);
  for (const [at, line] of lines(readme).entries()) expect(printed[at]).toContain(line);
  expect(printed).toHaveLength(9);
});
