// One fuzz case: a mutated file, read as by the built program. It must end with a result and never with an error.
import type { ReadResult } from "../../src/app/reading/read-response.ts";
import type { Unreadable } from "../../src/model/workbook.ts";
import type { FileContent } from "../../src/workbook/sources/unpack-files.ts";
import { editWorkbook, isEditable } from "./edits.ts";
import { someMail } from "./mails.ts";
import { mutate, type Seed } from "./mutate.ts";
import type { CaseReader, Program } from "./program.ts";
import { type Random, randomOf } from "./random.ts";
import type { Seeds } from "./seeds.ts";
import { mutateTable, TABLES } from "./tables.ts";

/** The result of a case; `stopped` by the reader's limits for hanging and greedy files. */
export const OUTCOMES = ["read", "unreadable", "stopped", "understood", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How often a case starts from a real workbook, if there are any: they are large and therefore slow. */
const REAL = 0.02;
/** How often a damaged file is a zip or a mail, apart from real ones. */
const CONTAINER = 0.2;
/** How often a supplier's file is an edited workbook, and how often a mail made for the case. */
const EDITED = 0.35;
const MAIL = 0.15;
/** How often a case is one of the files that people edit. */
const TABLE = 0.12;

/** Kinds of cases: a supplier's file that was damaged or edited, a mail, or a table or settings. */
export const KINDS = ["damaged files", "edited workbooks", "mails", "tables and settings"] as const;
export type Kind = (typeof KINDS)[number];

export interface FuzzCase {
  kind: Kind;
  bytes: Buffer;
  /** How to read the bytes if not as a supplier's file. */
  table?: (typeof TABLES)[number];
}

/** A case: the same for the same files, seed number and case number. */
export function fuzzCase(seeds: Seeds, seed: number, number: number): FuzzCase {
  const random = randomOf(seed, number);
  if (random.chance(TABLE)) {
    const table = random.pick(TABLES);
    return { kind: "tables and settings", bytes: mutateTable(table, random), table };
  }
  return supplierFile(seeds, random);
}

/** A damaged or edited supplier's file. */
export function supplierFile(seeds: Seeds, random: Random): FuzzCase {
  if (random.chance(MAIL)) return { kind: "mails", bytes: someMail(seeds.made, random) };
  if (random.chance(EDITED)) {
    const workbooks = random.chance(REAL) ? seeds.real.filter(isEditable) : [];
    const seed = random.pick(workbooks.length > 0 ? workbooks : seeds.made.filter(isEditable));
    return { kind: "edited workbooks", bytes: editWorkbook(seed, random) };
  }
  return { kind: "damaged files", bytes: mutate(random.pick(seedsFor(seeds, random)), random) };
}

function seedsFor({ made, containers, real }: Seeds, random: Random): readonly Seed[] {
  if (random.chance(REAL) && real.length > 0) return real;
  return random.chance(CONTAINER) ? containers : made;
}

/** Runs a case. Throws if the program fails. */
export function runCase({ bytes, table }: FuzzCase, program: Program, reader: CaseReader): Promise<Outcome> {
  return table ? readTable(table, bytes, program) : readFile(bytes, program, reader);
}

async function readTable(table: (typeof TABLES)[number], bytes: Buffer, program: Program): Promise<Outcome> {
  try {
    await table.read(program, bytes);
    return "understood";
  } catch (error) {
    if (error instanceof program.UsageError && error.message !== "") return "refused";
    throw new Error(`${table.name}: ${error}`, { cause: error });
  }
}

/** Reads a supplier's file like ingest, opens containers, and evaluates the result like check. */
async function readFile(bytes: Buffer, program: Program, reader: CaseReader): Promise<Outcome> {
  const file = { source: { path: "fuzz.xlsx", container: null }, read: () => Promise.resolve(bytes) };
  const outcomes = new Set<Outcome>();
  for await (const each of reader.unpack({ files: [file], skipped: 0, passedOver: [], links: 0 })) {
    if ("failure" in each) {
      const unreadable = program.notAccessible(each.failure);
      if (unreadable.kind === "not-accessible") throw new Error(unreadable.reason);
      outcomes.add(isStopped(unreadable) ? "stopped" : "unreadable");
    } else outcomes.add(await readOne(each, program, reader));
  }
  const outcome = OUTCOMES.find((each) => outcomes.has(each));
  if (outcome === undefined) throw new Error("a file without any outcome");
  return outcomes.has("stopped") ? "stopped" : outcome;
}

async function readOne(file: FileContent, program: Program, reader: CaseReader): Promise<Outcome> {
  const bytes = Buffer.from(file.content as Uint8Array);
  const { type } = program.sniff(bytes);
  const own = type === "zip" ? bytes.includes("xl/workbook.xml") : type !== "ole" && type !== "biff";
  const { result } = await program.outcomeOf(file, reader.read);
  if (result.ok) {
    evaluate(result, file.sha256 as string, program);
    return "read";
  }
  const { unreadable } = result;
  const { kind, reason, ask } = unreadable;
  if (kind === "failed" || reason === "" || ask === "") throw new Error(`${kind}: ${reason} ${ask}`);
  if (!isStopped(unreadable)) return "unreadable";
  // Libraries may hang, which is what the limits are for; cmrt's own reader must not.
  if (own) throw new Error(`The reader's own scanner had to be stopped: ${reason}`);
  return "stopped";
}

function isStopped({ reason }: Unreadable): boolean {
  return /was stopped\.$/.test(reason);
}

function evaluate(
  { response, lookUpList }: ReadResult & { ok: true },
  sha256: string,
  program: Program,
): void {
  const kept = program.responseSchema.parse(JSON.parse(JSON.stringify(response)));
  if (kept.id !== sha256) throw new Error("wrong id");
  program.evaluate(
    {
      responses: [kept],
      withdrawn: new Set(),
      unreadable: [],
      lists: lookUpList ? [{ list: lookUpList, files: ["fuzz.xlsx"] }] : [],
      copies: [],
    },
    { today: "2026-01-01", settings: program.DEFAULT_SETTINGS },
  );
}
