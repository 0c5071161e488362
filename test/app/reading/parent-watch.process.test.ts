// A worker that is busy when its parent is killed ends by itself; cmrt has no chance to end it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { builtPath, isBuilt } from "../../helpers/built.ts";

const POOL = pathToFileURL(builtPath("app/reading/limited-pool")).href;
const WORKER = new URL("./bad-worker.js", import.meta.url);

/** Starts a worker, prints its process id, and gives it a task that never ends. */
const PARENT = `
  const { openPool } = await import(${JSON.stringify(POOL)});
  const { fileURLToPath } = await import("node:url");
  const pool = openPool(fileURLToPath(${JSON.stringify(WORKER.href)}), { workers: 1, seconds: 600, memory: 64 });
  console.log(await pool.run("work", { what: "pid" }));
  pool.run("work", { what: "hang" });
`;

/** Long enough for a busy machine; a worker that hangs would never end. */
const PATIENCE = 20_000;

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  test("a busy worker ends after its parent was killed, and not before", async () => {
    const parent = spawn(process.execPath, ["--input-type=module", "--eval", PARENT], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [said] = await once(parent.stdout, "data");
    const worker = Number(String(said));
    onTestFinished(() => void (isAlive(worker) && process.kill(worker, "SIGKILL")));
    // Longer than two checks of the parent.
    await pause(1500);
    expect(isAlive(worker)).toBe(true);

    parent.kill("SIGKILL");
    await once(parent, "exit");
    const since = Date.now();
    while (isAlive(worker) && Date.now() - since < PATIENCE) await pause(50);
    expect(isAlive(worker)).toBe(false);
  }, 60_000);
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
