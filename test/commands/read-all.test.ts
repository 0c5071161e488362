import { expect, test } from "vitest";
import { readAll } from "../../src/commands/read-all.ts";
import type { ReadResult } from "../../src/commands/read-response.ts";
import type { FileContent } from "../../src/workbook/unpack-files.ts";

async function* files(count: number): AsyncGenerator<FileContent> {
  for (let number = 0; number < count; number++) {
    yield {
      source: { path: `${number}`, container: null },
      sha256: `${number}`,
      bytes: number,
      content: new Uint8Array(number),
    };
  }
}

const UNREADABLE: ReadResult = { ok: false, unreadable: { kind: "empty", reason: "Empty.", ask: "Ask." } };

test("several are read at a time, and outcomes keep the order of the files", async () => {
  let running = 0;
  let most = 0;
  const read = async ({ sha256 }: FileContent): Promise<ReadResult> => {
    most = Math.max(most, ++running);
    // Earlier files take longer.
    await new Promise((resolve) => setTimeout(resolve, 30 - 3 * Number(sha256)));
    running--;
    return UNREADABLE;
  };
  const outcomes: string[] = [];
  for await (const { source, bytes } of readAll(files(9), read, 3)) outcomes.push(`${source.path} ${bytes}`);
  expect(outcomes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number} ${number}`));
  expect(most).toBe(3);
});

test("a fault of cmrt in one file costs that file", async () => {
  const read = async ({ sha256 }: FileContent): Promise<ReadResult> => {
    if (sha256 === "1") throw new Error("bug");
    return UNREADABLE;
  };
  const kinds: string[] = [];
  for await (const { result } of readAll(files(3), read)) if (!result.ok) kinds.push(result.unreadable.kind);
  expect(kinds).toEqual(["empty", "failed", "empty"]);
});
