import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockHolder, withLock } from "../../src/store/lock.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** Larger than the process ids of any system. */
const NO_PROCESS = 2 ** 31 - 1;

function lockedBy(content: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".cmrt"));
  writeFileSync(join(root, ".cmrt", "lock"), content);
  return root;
}

test("the lock is held while working and given back afterwards, also after a failure", async () => {
  const root = temporaryFolder();
  const lock = join(root, ".cmrt", "lock");
  expect(await withLock(root, async () => existsSync(lock))).toBe(true);
  expect(existsSync(lock)).toBe(false);
  await expect(withLock(root, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(lock)).toBe(false);
});

test("a store that a failed run began is not left behind; one that holds something stays", async () => {
  const root = temporaryFolder();
  await expect(withLock(root, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(readdirSync(root)).toEqual([]);
  mkdirSync(join(root, ".cmrt", "responses"), { recursive: true });
  await expect(withLock(root, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(readdirSync(join(root, ".cmrt"))).toEqual(["responses"]);
});

test("a second writer is told who holds the workspace", async () => {
  const root = temporaryFolder();
  await withLock(root, async () => {
    await expect(withLock(root, async () => undefined)).rejects.toThrow(
      `process ${process.pid} on ${hostname()}`,
    );
  });
  const living = lockedBy(JSON.stringify({ pid: process.ppid, host: hostname() }));
  await expect(withLock(living, async () => undefined)).rejects.toThrow("The workspace is in use");
});

test("a lock of a process that has ended is taken over", async () => {
  const root = lockedBy(JSON.stringify({ pid: NO_PROCESS, host: hostname() }));
  expect(await withLock(root, async () => "done")).toBe("done");
  const reused = lockedBy(JSON.stringify({ pid: process.pid, host: hostname() }));
  expect(await withLock(reused, async () => "done")).toBe("done");
});

test("a lock of another computer is left to a person", async () => {
  const root = lockedBy(JSON.stringify({ pid: 1, host: "elsewhere" }));
  await expect(withLock(root, async () => undefined)).rejects.toThrow("delete");
  expect(existsSync(join(root, ".cmrt", "lock"))).toBe(true);
});

test.each([
  "",
  "{",
  '{"pid":12,"ho',
  "\u0000\u0000",
  JSON.stringify({ pid: 0, host: hostname() }),
  JSON.stringify({ pid: -1, host: hostname() }),
  JSON.stringify({ pid: 1.5, host: hostname() }),
  JSON.stringify({ pid: "1", host: hostname() }),
])("a lock that names no process is taken over: %j", async (content) => {
  const root = lockedBy(content);
  expect(lockHolder(root)).toBeUndefined();
  expect(await withLock(root, async () => "done")).toBe("done");
  expect(readdirSync(join(root, ".cmrt"))).toEqual([]);
});

test.runIf(existsSync("/proc/self/stat"))(
  "a lock of a process whose number another one has now is taken over",
  async () => {
    const root = lockedBy("");
    const lock = join(root, ".cmrt", "lock");
    const mine = await withLock(root, async () => JSON.parse(readFileSync(lock, "utf8")));
    expect(mine).toMatchObject({ pid: process.pid, host: hostname(), started: expect.any(String) });
    const reused = lockedBy(JSON.stringify({ ...mine, pid: process.ppid }));
    expect(await withLock(reused, async () => "done")).toBe("done");
  },
);

test("a folder in the lock's place is told, not tried for ever", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ".cmrt", "lock"), { recursive: true });
  await expect(withLock(root, async () => undefined)).rejects.toThrow("is not a file");
});

// No folder can be created there, which the system reports as a missing one.
test.skipIf(process.platform !== "linux")("a store that cannot be made ends in an error", async () => {
  const never = () => Promise.reject(new Error("work without a lock"));
  await expect(withLock("/proc/none", never)).rejects.toThrow(/its folder cannot be made \(ENOENT\)/);
});
