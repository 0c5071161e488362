import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { readAnswers } from "../../src/cli/read-answers.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { workspaceWith } from "../helpers/build-workspace.ts";
import { PROGRAM } from "../helpers/built.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";

function asker() {
  const input = new PassThrough();
  const output = new PassThrough();
  const ask = readAnswers(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
  // Newer versions of Node deliver one chunk at a time.
  const printed = () => {
    let text = "";
    for (let chunk = output.read(); chunk !== null; chunk = output.read()) text += chunk;
    return text;
  };
  return { input, ask, printed };
}

test("every line that a pipe delivers at once answers one question; the end is no answer", async () => {
  const { input, ask, printed } = asker();
  input.end("one\ntwo\n\nlast");
  expect([await ask("a? "), await ask("b? "), await ask("c? "), await ask("d? "), await ask("e? ")]).toEqual([
    "one",
    "two",
    "",
    "last",
    undefined,
  ]);
  expect(printed()).toContain("b? ");
});

test("an answer may come after the question, and the end while it waits", async () => {
  const { input, ask } = asker();
  const first = ask("a? ");
  input.write("later\n");
  expect(await first).toBe("later");
  const second = ask("b? ");
  input.end();
  expect(await second).toBeUndefined();
});

test("cmrt smelters --interactive takes its answers from a pipe and ends with it", async () => {
  const smelters = ["Dowwa", "Kazink", "Nobody"].map((name) => ({
    metal: "gold" as const,
    lookupName: "Smelter not listed",
    name,
  }));
  const root = await workspaceWith([buildResponse({ smelters })]);
  writeFileSync(join(root, "list.csv"), "Metal,ID,Name\nGold,CID000401,Dowa\nGold,CID000957,Kazzinc\n");
  await runCli(["reference", "import", "list.csv", "--as-of", "2025-01-01", "--kind", "look-up"], root);
  const { status, stderr } = spawnSync(PROGRAM, cmrtArguments(["smelters", "--interactive"]), {
    cwd: root,
    input: "1\nn\n",
    encoding: "utf8",
  });
  expect([status, stderr.includes("q = quit")]).toEqual([0, true]);
  const decided = readFileSync(join(root, "smelter-decisions.csv"), "utf8").trim().split("\r\n").slice(1);
  expect(decided.map((line) => line.split(",").slice(1, 4).join(","))).toEqual([
    "Dowwa,,CID000401",
    "Kazink,,not a smelter",
  ]);
});
