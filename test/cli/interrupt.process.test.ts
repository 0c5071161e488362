// Ctrl-C during an ingest: says what became of it, and leaves no lock.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { PROGRAM } from "../helpers/built.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");

test.skipIf(process.platform === "win32")(
  "an interrupted ingest says that what was read is kept",
  async () => {
    const root = temporaryFolder();
    const responses = join(ROOT, "fixtures", "responses-2016");
    const running = spawn(PROGRAM, cmrtArguments(["ingest", responses]), { cwd: root });
    let said = "";
    running.stderr.on("data", (text) => {
      said += text;
    });
    const ended = once(running, "close");
    while (!existsSync(join(root, ".cmrt", "lock"))) await setTimeout(5);
    running.kill("SIGINT");
    const [code, signal] = await ended;
    expect({ code, signal, said }).toEqual({
      code: null,
      signal: "SIGINT",
      said: "Interrupted. What was read is kept: the same command reads the rest.\n",
    });
    expect(existsSync(join(root, ".cmrt", "lock"))).toBe(false);
  },
);
