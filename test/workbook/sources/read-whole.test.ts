import disk, { appendFileSync, mkdirSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { LIMITS, type Limits } from "../../../src/model/limits.ts";
import { FileMemory, readWhole } from "../../../src/workbook/sources/read-whole.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

function thrown(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe.each([
  ["memory of its own", readWhole],
  ["shared memory", (path: string, limits: Limits) => new FileMemory().read(path, limits)],
])("%s", (_name, read) => {
  function put(text: string): string {
    const path = join(temporaryFolder(), "a");
    writeFileSync(path, text);
    return path;
  }

  test.each(["", "a", "x".repeat(200_000)])("the bytes of a file", (text) => {
    expect(String(read(put(text), LIMITS))).toBe(text);
  });

  test.each([
    ["grows", (path: string) => appendFileSync(path, "more")],
    ["shrinks", (path: string) => truncateSync(path, 1)],
    [
      "is another one of the same length",
      (path: string) => {
        writeFileSync(path, "other");
        const later = new Date(Date.now() + 5000);
        utimesSync(path, later, later);
      },
    ],
  ])("a file that %s while it is read gives nothing", (_what, change) => {
    const path = put("bytes");
    const { fstatSync } = disk;
    const spy = vi.spyOn(disk, "fstatSync").mockImplementation(((file: number) => {
      const before = fstatSync(file);
      change(path);
      return before;
    }) as typeof disk.fstatSync);
    expect(thrown(() => read(path, LIMITS))).toMatchObject({
      unreadable: { kind: "not-accessible", reason: "The file changed while it was being read." },
    });
    spy.mockRestore();
    expect(read(path, LIMITS)).toBeDefined();
  });

  test("a file beyond the limit of bytes is not read", () => {
    expect(thrown(() => read(put("four"), { ...LIMITS, fileBytes: 3 }))).toMatchObject({
      unreadable: { kind: "too-large" },
    });
  });

  test("what the system says of what is no file or is not there", () => {
    const folder = join(temporaryFolder(), "b");
    mkdirSync(folder);
    expect(thrown(() => read(folder, LIMITS))).toMatchObject({ code: "EISDIR" });
    expect(thrown(() => read(join(folder, "c"), LIMITS))).toMatchObject({ code: "ENOENT" });
  });
});

test("files read one after the other, of all sizes, share their memory", () => {
  const folder = temporaryFolder();
  const memory = new FileMemory();
  const buffers = new Set<ArrayBufferLike>();
  for (const size of [5000, 10, 0, 4999, 5000]) {
    const path = join(folder, `${size}`);
    writeFileSync(path, `${size}`.padEnd(size, "."));
    const bytes = memory.read(path, LIMITS);
    expect(bytes.toString()).toBe(`${size}`.padEnd(size, ".").slice(0, Math.max(size, `${size}`.length)));
    if (bytes.length > 0) buffers.add(bytes.buffer);
  }
  expect(buffers.size).toBe(1);
});

test("very large files have memory of their own", () => {
  const path = join(temporaryFolder(), "large");
  writeFileSync(path, Buffer.alloc(9 * 1024 * 1024));
  const memory = new FileMemory();
  const [first, second] = [memory.read(path, LIMITS), memory.read(path, LIMITS)];
  expect(first.buffer === second.buffer).toBe(false);
});
