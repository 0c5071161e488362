// Worker processes and sudden ends, with the built program, as workers cannot load TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReadAnswer, ReadTask } from "../../src/app/reading/read-worker.ts";
import { sha256Of } from "../../src/lib/sha256.ts";
import type { ManifestFile } from "../../src/store/manifest.ts";
import { openWorkspace } from "../../src/store/open-workspace.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { builtModule, builtPath, ENTRY, isBuilt, PROGRAM } from "../helpers/built.ts";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { killAll } from "../helpers/kill-all.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const HOSTILE = join(import.meta.dirname, "..", "..", "fixtures", "hostile");

const HOSTILE_FILES = ["busy.xls", "greedy.xls", "greedy.msg"];

/** A workspace with `count` responses in `inbox/`, and some files that are not responses. */
function workspace(count: number): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "inbox"));
  for (let number = 0; number < count; number++) {
    writeFileSync(join(root, "inbox", `${String(number).padStart(4, "0")}.xlsx`), cmrtBytes({ number }));
  }
  writeFileSync(join(root, "inbox", "0002 scan.xlsx"), "%PDF-1.4");
  writeFileSync(join(root, "inbox", "9999 cut.xlsx"), cmrtBytes({ number: 1 }).subarray(0, 999));
  return root;
}

function ingest(root: string, workers: number): { status: number | null; stdout: string; stderr: string } {
  const words = [...ENTRY, "ingest", "inbox", "--workers", String(workers)];
  return spawnSync(PROGRAM, words, { cwd: root, encoding: "utf8" });
}

/** A time limit in seconds that a good file meets on a machine with the current load, and that a test can wait for. */
function enoughFor(file: string, root: string): number {
  const start = performance.now();
  spawnSync(PROGRAM, [...ENTRY, "show", file], { cwd: root });
  return Math.max(2, Math.ceil((3 * (performance.now() - start)) / 1000));
}

/** Every file of a store with the hash of its content. */
function store(root: string): Record<string, string> {
  const folder = join(root, ".cmrt");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), sha256Of(readFileSync(path))]));
}

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  // Found by fuzzing: damaged files that libraries never finish reading, or that fill the memory.
  test("a small file that keeps a library busy without end costs one file", () => {
    const root = workspace(2);
    for (const name of HOSTILE_FILES) cpSync(join(HOSTILE, name), join(root, "inbox", name));
    const seconds = enoughFor("inbox/0000.xlsx", root);
    writeFileSync(
      join(root, "cmrt.json"),
      JSON.stringify({ limits: { fileSeconds: seconds, workerMemory: 100 } }),
    );
    const { status, stdout } = ingest(root, 2);
    expect(status).toBe(3);
    for (const name of HOSTILE_FILES) {
      expect(stdout).toMatch(
        new RegExp(`unreadable +inbox/${name}: Reading it took more than (${seconds} seconds|100 MB)`),
      );
    }
    expect(stdout).toContain("2 read");
    const { files } = JSON.parse(readFileSync(join(root, ".cmrt", "manifest.json"), "utf8"));
    const hashes = new Map<string, string>(files.map((file: ManifestFile) => [file.path, file.sha256]));
    // Their workers can no longer report it.
    for (const name of HOSTILE_FILES.filter((each) => each.endsWith(".xls"))) {
      expect(hashes.get(`inbox/${name}`)).toBe(sha256Of(readFileSync(join(HOSTILE, name))));
    }
    const shown = spawnSync(PROGRAM, [...ENTRY, "show", "inbox/busy.xls"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([shown.status, shown.stderr]).toEqual([3, expect.stringContaining("Reading it took more than")]);
  });

  test("a blank form that takes too long to read is refused", () => {
    const root = workspace(1);
    writeFileSync(join(root, "cmrt.json"), JSON.stringify({ limits: { fileSeconds: 0.001 } }));
    const words = [...ENTRY, "upgrade", "inbox/0000.xlsx", "--template", "inbox/0000.xlsx"];
    const { status, stderr } = spawnSync(PROGRAM, words, { cwd: root, encoding: "utf8" });
    expect([status, stderr]).toEqual([2, expect.stringContaining("0000.xlsx: Reading it took more than")]);
  });

  test.each([
    ["other bytes", "0".repeat(64)],
    ["another size", undefined],
  ])(
    "a file that has %s when a worker reads it is not taken for the one that was found",
    async (_what, sha256) => {
      const file = join(temporaryFolder(), "a.xlsx");
      writeFileSync(file, cmrtBytes({ number: 1 }));
      const { openPool } =
        await builtModule<typeof import("../../src/app/reading/limited-pool.ts")>("app/reading/limited-pool");
      const pool = openPool(builtPath("app/reading/read-worker"), { workers: 1, seconds: 60, memory: 200 });
      const source = { path: "a.xlsx", container: null };
      const task: ReadTask = { file: { source, sha256, bytes: 1, content: file }, options: {} };
      const { result } = await pool.run<ReadTask, ReadAnswer>("read", task);
      await pool.close();
      expect(result).toMatchObject({
        ok: false,
        unreadable: { kind: "not-accessible", reason: "The file changed while it was being read." },
      });
    },
  );

  test("two workers answer and store the same as one, say how far they are, and go on where they were killed", async () => {
    const [one, two, killedTwice] = [workspace(105), temporaryFolder(), temporaryFolder()];
    for (const copy of [two, killedTwice]) cpSync(one, copy, { recursive: true });
    const alone = ingest(one, 1);
    const together = ingest(two, 2);
    expect(together).toMatchObject({ status: 3, stdout: alone.stdout, stderr: "cmrt: 100 of 107 files\n" });
    expect(together.stdout).toContain("105 read, 0 unchanged, 0 withdrawn, 2 unreadable.\n");
    expect(store(two)).toEqual(store(one));

    for (const enough of [20, 70]) await killed(killedTwice, enough);
    expect(ingest(killedTwice, 2).status).toBe(3);
    expect(store(killedTwice)).toEqual(store(one));
  });

  test("the same bytes once more, and once more in a zip, are read once by whichever worker", () => {
    const root = workspace(9);
    const bytes = readFileSync(join(root, "inbox", "0001.xlsx"));
    writeFileSync(join(root, "inbox", "0001 copy.xlsx"), bytes);
    writeFileSync(join(root, "inbox", "0001 more.zip"), buildZip([{ name: "a.xlsx", bytes }]));
    const { stdout } = ingest(root, 2);
    expect(stdout).toContain("9 read, 0 unchanged, 0 withdrawn, 2 unreadable.\n");
    const { response } = openWorkspace(root, "1");
    expect(response(sha256Of(bytes))?.response.source.path).toBe("inbox/0001 copy.xlsx");
    expect(ingest(root, 2).stdout).toContain("0 read, 11 unchanged, 0 withdrawn, 2 unreadable.\n");
  });
});

/** Starts an ingest and kills it once this many responses are stored. */
async function killed(root: string, enough: number): Promise<void> {
  const folder = join(root, ".cmrt", "responses");
  const stored = () => (existsSync(folder) ? readdirSync(folder).length : 0);
  const child = spawn(PROGRAM, [...ENTRY, "ingest", "inbox", "--workers", "2"], {
    cwd: root,
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("exit", (_code, signal) => resolve(signal)),
  );
  const watch = setInterval(() => {
    if (stored() >= enough) killAll(child);
  }, 2);
  expect(await ended, "the process was killed, not finished").toBe("SIGKILL");
  clearInterval(watch);
}
