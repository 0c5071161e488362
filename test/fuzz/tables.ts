// The files that people edit or get from elsewhere: a small valid example of each, mutated and read as by cmrt.
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { mutate, mutateBytes, type Seed, toSeed } from "./mutate.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";
import type { Program } from "./program.ts";
import type { Random } from "./random.ts";

interface Table {
  name: string;
  seed: Seed;
  /** Reads it; a UsageError is a result, anything else thrown is a bug. */
  read(program: Program, bytes: Buffer): unknown;
}

const text = (content: string): Seed => ({ name: "text", bytes: Buffer.from(content), parts: null });

const LIST =
  "Metal,Smelter ID,Standard Smelter Name,Country,Status,Audit Date\nGold,CID000015,Advanced Refining,JAPAN,Conformant,2016-05-01\nTin,CID001182,Fenix Metals,POLAND,Active,42491\n";
const ORIGINS = "Smelter ID;Country of origin;Level\nCID000015;Peru;1\nCID001182;Bolivia, Peru;2\n";
const REVISIONS = "ID|Basis|Successor|Reason\nCID000015|merged|CID001182|one site\n";
const NAMES = "metal,name,country,id\ntin,Fenix,PL,\ngold,Advanced,,CID000015\n";

const readList = (program: Program, bytes: Buffer) =>
  program.readListFile(bytes, "list.csv", { asOf: "2017-01-01" });

export const TABLES: readonly Table[] = [
  {
    name: "suppliers.csv",
    seed: text(
      "id,name,other names,e-mail domains,files,products or part numbers,spend share,in scope since,language\n1,Acme,ACME Ltd;Acme Inc,acme.example,acme/*,A-1; A-2,12 %,2016-01-01,en\n2,Bolt & Sons,,,,,0.3,,\n",
    ),
    read: (program, bytes) => program.parseRoster(bytes.toString("utf8")),
  },
  {
    name: "accepted-findings.csv",
    seed: text(
      "rule,supplier,cell,reason,by,date\npolicy-url-missing,Acme,Declaration!G71,seen,Ana,2017-01-02\n",
    ),
    read: (program, bytes) => program.parseAccepted(bytes.toString("utf8")),
  },
  {
    name: "requests.csv",
    seed: text(
      "period,supplier_id,supplier,kind,date,corrections,questions,responses,note\n2016,S-1,Acme,letter,2017-02-01,2,1,0123456789ab,\n2016,,Beta,answer,13/02/2017,,,,by mail\n",
    ),
    read: (program, bytes) => program.readRequests(bytes.toString("utf8")),
  },
  {
    name: "cmrt.json",
    seed: text(
      '{ "issuer": "Larkmoor", "cutoff": "05-31", "limits": { "fileBytes": 1000 }, "thresholds": { "ageMonths": 18 },\n "off": { "language-not-english": "why" }, "severities": { "smelter-duplicate": "warning" },\n "decisions": { "2016": { "tin": { "determination": "x", "reason": "y" } } } }',
    ),
    read: (program, bytes) => program.parseSettings(bytes.toString("utf8")),
  },
  {
    name: "smelter-decisions.csv",
    seed: text(
      "metal,reported_name,country,smelter_id,reason,by,date\ntin,Fenix,Poland,CID000468,asked,Ana,2017-01-02\ngold,Trader,,not a smelter,,,\n",
    ),
    read: (program, bytes) => program.readDecisions(bytes.toString("utf8")),
  },
  {
    name: "products.csv",
    seed: text("number,name,supplier,supplier part\nP-1,Pump,Acme,A-1\nP-2,Fan,Bolt,\n"),
    read: (program, bytes) => program.parseProducts(bytes.toString("utf8"), "products.csv"),
  },
  ...[LIST, ORIGINS, REVISIONS].map((content) => ({ name: "list.csv", seed: text(content), read: readList })),
  {
    name: "names.csv",
    seed: text(NAMES),
    read: (program, bytes) => program.readTableFile(bytes, "names.csv"),
  },
  { name: "list.xlsx", seed: toSeed("list.xlsx", cmrtBytes({ number: 1 })), read: readList },
];

/** The bytes of a mutated table: damaged bytes, or texts that have broken readers before. */
export function mutateTable({ seed }: Table, random: Random): Buffer {
  if (seed.parts !== null) return mutate(seed, random);
  if (random.chance(0.4)) return mutateBytes(seed.bytes, random);
  let content = seed.bytes.toString("utf8");
  for (let times = 1 + random.below(3); times > 0; times--) {
    const piece = random.pick([/[^,;|\n]+/g, /[,;|]/g, /\n/g, /"[^"]*"/g]);
    const places = [...content.matchAll(piece)];
    const place = random.pick(places);
    if (place === undefined) continue;
    const nasty = random.pick([...NASTY_TEXTS, '"', '""', "\r", "\n", ",", ";", "{", "}"]);
    content = content.slice(0, place.index) + nasty + content.slice(place.index + place[0].length);
  }
  return random.chance(0.1) ? Buffer.from(`\ufeff${content}`, "utf16le") : Buffer.from(content);
}
