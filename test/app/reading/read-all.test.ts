import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type FileOutcome,
  type Hashed,
  type ReadAllOptions,
  readAll,
} from "../../../src/app/reading/read-all.ts";
import type { ReadResult } from "../../../src/app/reading/read-response.ts";
import { WorkspaceError } from "../../../src/lib/errors.ts";
import { sha256Of } from "../../../src/lib/sha256.ts";
import type { FileContent, UnpackedFile } from "../../../src/workbook/sources/unpack-files.ts";

const UNREADABLE: ReadResult = { ok: false, unreadable: { kind: "empty", reason: "Empty.", ask: "Ask." } };

/** Files with these texts, named by index; the first of each length without its hash if requested. */
function* files(texts: readonly string[], leavesHashes = false): Generator<UnpackedFile> {
  const sizes = new Set<number>();
  for (const [place, text] of texts.entries()) {
    const isNew = leavesHashes && !sizes.has(text.length);
    sizes.add(text.length);
    const sha256 = isNew ? undefined : sha256Of(text);
    const source = { path: `${place}`, container: null };
    yield { source, sha256, bytes: text.length, content: Buffer.from(text) };
  }
}

async function inWords(outcomes: AsyncIterable<FileOutcome<ReadResult>>): Promise<string[]> {
  const words: string[] = [];
  for await (const { is, source } of outcomes) words.push(`${source.path} ${is}`);
  return words;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("several are read at a time, and outcomes keep the order of the files", async () => {
  let running = 0;
  let most = 0;
  const read = async ({ bytes }: FileContent): Promise<ReadResult> => {
    most = Math.max(most, ++running);
    // Earlier files take longer.
    await pause(30 - 3 * bytes);
    running--;
    return UNREADABLE;
  };
  const texts = Array.from({ length: 9 }, (_, place) => "x".repeat(place));
  const words = await inWords(readAll(files(texts), read, { ahead: 3 }));
  expect(words).toEqual(texts.map((_, place) => `${place} read`));
  expect(most).toBe(3);
});

test("a fault of cmrt in one file costs that file, one of the workspace stops everything", async () => {
  const failing = (error: Error) => async (file: FileContent) => {
    if (file.source.path === "1") throw error;
    return UNREADABLE;
  };
  const outcomes: [kind: string, sha256: string | null][] = [];
  for await (const file of readAll(files(["a", "bc", "def"], true), failing(new Error("bug")))) {
    if (file.is === "read" && !file.result.ok) outcomes.push([file.result.unreadable.kind, file.sha256]);
  }
  expect(outcomes.map(([kind]) => kind)).toEqual(["empty", "failed", "empty"]);
  const stopped = inWords(readAll(files(["a", "bc", "def"], true), failing(new WorkspaceError("full"))));
  await expect(stopped).rejects.toThrow("full");
});

test("what is known is not read, and a file that cannot be had is passed on", async () => {
  const failure = new Error("no");
  const found: UnpackedFile[] = [...files(["a", "b"]), { source: { path: "2", container: null }, failure }];
  const read: string[] = [];
  const outcomes: FileOutcome<ReadResult>[] = [];
  const options: ReadAllOptions = { isKnown: (sha256) => sha256 === sha256Of("a") };
  for await (const file of readAll(found, reading(read), options)) outcomes.push(file);
  expect(read).toEqual(["1"]);
  expect(outcomes.map(({ is }) => is)).toEqual(["known", "read", "failure"]);
  expect(outcomes[2]).toMatchObject({ failure });
});

/** Records the names of what it reads, and returns the hash. */
function reading(names: string[], order: readonly number[] = []) {
  return async ({ source, content }: FileContent): Promise<Hashed<ReadResult>> => {
    names.push(source.path);
    await pause(order[Number(source.path)] ?? 0);
    return { ...UNREADABLE, sha256: sha256Of(content as Uint8Array) };
  };
}

test("of files with the same bytes the first is read, whether their hashes are known before or told by reading", async () => {
  const file = fc.record({ text: fc.stringMatching(/^[ab]{1,2}$/), takes: fc.integer({ min: 0, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      async (chosen, ahead, leavesHashes) => {
        const texts = chosen.map(({ text }) => text);
        const read: string[] = [];
        const outcomes: FileOutcome<ReadResult>[] = [];
        const readOne = reading(
          read,
          chosen.map(({ takes }) => takes),
        );
        for await (const each of readAll(files(texts, leavesHashes), readOne, { ahead })) outcomes.push(each);
        const firsts = texts.flatMap((text, place) => (texts.indexOf(text) === place ? [`${place}`] : []));
        expect(read).toEqual(firsts);
        expect(outcomes.filter(({ is }) => is === "read").map(({ source }) => source.path)).toEqual(firsts);
        expect(outcomes).toHaveLength(texts.length);
        for (const each of outcomes) {
          const text = texts[Number(each.source.path)] as string;
          expect(each).toMatchObject({ sha256: sha256Of(text), bytes: text.length });
        }
      },
    ),
    { numRuns: 60 },
  );
});
