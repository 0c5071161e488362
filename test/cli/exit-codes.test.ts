// One test per exit code, and which one takes precedence.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXIT, worstExit } from "../../src/lib/errors.ts";
import { run } from "../../src/main.ts";
import { buildWorkbook } from "../helpers/build-workbook.ts";
import { workbookBytes } from "../helpers/cmrt-bytes.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CLEAN = "responses/brightwell-2017-01-corrected.xlsx";

test("0: nothing at or above the fail level", async () => {
  expect(await runCli(["check", CLEAN], madeCampaign())).toMatchObject({ code: EXIT.clean, err: "" });
});

test("1: findings at or above the fail level", async () => {
  expect(await runCli(["check", "responses"], madeCampaign())).toMatchObject({ code: EXIT.findings });
});

test("2: wrong usage, wrong settings, no workspace", async () => {
  const root = madeCampaign();
  expect(await runCli(["check", "--period", "soon"], root)).toMatchObject({ code: EXIT.usage });
  expect(await runCli(["check"], temporaryFolder())).toMatchObject({
    code: EXIT.usage,
    err: expect.stringContaining("Nothing has been ingested"),
  });
  writeFileSync(join(root, "cmrt.json"), '{ "cutoff": "31 May" }');
  expect(await runCli(["check", "responses"], root)).toMatchObject({
    code: EXIT.usage,
    err: expect.stringContaining("cutoff: expected month and day"),
  });
});

test("names of others in what is wrong cannot steer a terminal", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, "list.xlsx"), workbookBytes(buildWorkbook({ "a\u202eb\u009b": { A1: "x" } })));
  const { code, err } = await runCli(["reference", "import", "list.xlsx", "--as-of", "2025-04-25"], root);
  expect([code, err]).toEqual([EXIT.usage, expect.stringContaining("no sheet (a\\u{202e}b\\u{9b})")]);
});

test("3: done, but a workbook could not be read", async () => {
  const root = madeCampaign();
  writeFileSync(join(root, "responses", "not a workbook.xlsx"), "PK");
  const { code, out } = await runCli(["check", "responses"], root);
  expect(code).toBe(EXIT.unreadable);
  expect(out).toContain("responses/not a workbook.xlsx");
});

test("70: a bug, told with a request to report it", async () => {
  let err = "";
  const code = await run(["check", CLEAN], {
    out: () => undefined,
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    cwd: madeCampaign(),
    env: {},
    today: () => {
      throw new TypeError("the clock has stopped");
    },
  });
  expect(code).toBe(EXIT.bug);
  expect(err).toMatch(/^Internal error in cmrt .*\. Please report it.*\n.*the clock has stopped/);
});

test("where several apply: 70, then 2, then 3, then 1", () => {
  expect(worstExit(0, 1)).toBe(1);
  expect(worstExit(1, 3)).toBe(3);
  expect(worstExit(3, 2, 1)).toBe(2);
  expect(worstExit(2, 70, 3)).toBe(70);
});

// No folder can be created there, which the system reports as a missing one, as on a read-only volume.
test.runIf(existsSync("/proc/self"))(
  "an output folder that cannot be made is a sentence, whatever the command",
  async () => {
    const root = madeCampaign();
    await runCli(["ingest", "responses"], root);
    for (const words of [
      ["report", "--period", "2016", "--out", "/proc/none"],
      ["letters", "--period", "2016", "--out", "/proc/none"],
      ["rollup", "--period", "2016", "--include-questions", "--out", "/proc/none"],
      ["export", "--format", "csv", "--out", "/proc/none"],
      ["check", "--output", "/proc/none/check.txt"],
      ["report", "--period", "2016", "--out", "x".repeat(300)],
    ]) {
      const { code, err } = await runCli(words, root);
      expect({ code, words }).toEqual({ code: EXIT.usage, words });
      expect(err).toMatch(
        /^cmrt: Cannot write .*(its folder cannot be made|name is too long) \(E[A-Z]+\)\.\n$/,
      );
    }
  },
);

test("a fault of the file system that nobody foresaw is a sentence too", async () => {
  const fault = Object.assign(new Error("EIO: i/o error, read 'x'"), {
    code: "EIO",
    syscall: "read",
    path: "x",
  });
  let err = "";
  const code = await run(["rules"], {
    out: () => {
      throw fault;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    cwd: temporaryFolder(),
    env: {},
    today: () => "2017-06-01",
  });
  expect({ code, err }).toEqual({ code: EXIT.usage, err: "cmrt: x: i/o error (EIO).\n" });
});
