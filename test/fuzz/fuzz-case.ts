// One fuzz case: a mutated file, read and evaluated. It must end in an outcome and never in an error.
import { createHash } from "node:crypto";
import { evaluate } from "../../src/commands/evaluate.ts";
import { readResponse } from "../../src/commands/read-response.ts";
import { responseSchema } from "../../src/model/response.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { type SourceName, UnreadableError } from "../../src/model/workbook.ts";
import { unpackFiles } from "../../src/workbook/unpack-files.ts";
import { mutate } from "./mutate.ts";
import { randomOf } from "./random.ts";
import type { Seeds } from "./seeds.ts";

/** What became of a case. */
export type Outcome = "read" | "unreadable";

/** How often a case starts from a real workbook, where there are any: they are large and thus slow. */
const REAL = 0.1;

/** The bytes of a case: the same for the same files, seed number and case number. */
export function bytesOf(seeds: Seeds, seed: number, fuzzCase: number): Buffer {
  const random = randomOf(seed, fuzzCase);
  const real = random.chance(REAL) && seeds.real.length > 0;
  return mutate(random.pick(real ? seeds.real : seeds.made), random);
}

/** Reads the bytes as ingest does and evaluates what came out as check does. Throws where either fails. */
export async function runCase(bytes: Buffer): Promise<Outcome> {
  const file = { source: { path: "fuzz.xlsx", container: null }, read: () => Promise.resolve(bytes) };
  const outcomes = new Set<Outcome>();
  for await (const { source, read } of unpackFiles({ files: [file], skipped: 0, links: 0 })) {
    const content = await read().catch((error: unknown) => {
      if (error instanceof UnreadableError) return undefined;
      throw error;
    });
    outcomes.add(content === undefined ? "unreadable" : await runFile(content, source));
  }
  if (outcomes.size === 0) throw new Error("a file without any outcome");
  return outcomes.has("read") ? "read" : "unreadable";
}

async function runFile(bytes: Buffer, source: SourceName): Promise<Outcome> {
  const result = await readResponse(bytes, source);
  if (!result.ok) {
    if (result.unreadable.kind === "failed") throw new Error(result.unreadable.reason);
    if (result.unreadable.reason === "" || result.unreadable.ask === "")
      throw new Error("no reason or no request");
    return "unreadable";
  }
  const { response, ownList } = result;
  const kept = responseSchema.parse(JSON.parse(JSON.stringify(response)));
  if (kept.id !== createHash("sha256").update(bytes).digest("hex")) throw new Error("wrong id");
  evaluate(
    {
      responses: [kept],
      withdrawn: new Set(),
      unreadable: [],
      ownLists: ownList ? [{ list: ownList, files: ["fuzz.xlsx"] }] : [],
      copies: [],
    },
    { today: "2026-01-01", settings: DEFAULT_SETTINGS },
  );
  return "read";
}
