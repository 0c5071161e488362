// The files that mutations start from: generated workbooks of every generation and, if available, real ones.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import XLSX from "@e965/xlsx";
import { FACILITIES } from "../../fixtures/facilities.ts";
import { RESPONSES_2016 } from "../../fixtures/responses-2016.ts";
import { writeCmrt } from "../../fixtures/write-cmrt.ts";
import { appleSingle, cms, rar4, rar5, sevenZip, tar, tnef, uuencode } from "../helpers/build-containers.ts";
import { eml, msg } from "../helpers/build-mail.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { type Seed, toSeed } from "./mutate.ts";

/** Versions that represent the generations of layouts. */
const VERSIONS = ["1.00", "2.00", "2.03a", "3.02", "4.20", "5.12", "6.22", "6.5", "6.6.1"];

export interface Seeds {
  made: readonly Seed[];
  /** Generated workbooks in archives and mails. */
  containers: readonly Seed[];
  /** Empty if no real workbooks are available. */
  real: readonly Seed[];
}

/** All files to start from. */
export async function allSeeds(): Promise<Seeds> {
  return { ...(await madeSeeds()), real: realSeeds() };
}

/**
 * Generated workbooks: a short response full of contradictions in the layout of every generation and in every format.
 */
export async function madeSeeds(): Promise<Omit<Seeds, "real">> {
  const spec = RESPONSES_2016["quillon_circuits.xlsx"];
  if (spec === undefined) throw new Error("the made response has gone");
  const made = await Promise.all(
    VERSIONS.map(async (version) => {
      const bytes = Buffer.from(await writeCmrt({ ...spec, version, list: FACILITIES.slice(0, 12) }));
      // Zipped again, because exceljs writes the current time into the bytes.
      return toSeed(`made ${version}`, buildZip(toSeed(version, bytes).parts ?? []));
    }),
  );
  const first = made[3] as Seed;
  const legacy = (["biff8", "xlsb", "ods"] as const).map((bookType) => {
    const bytes: Buffer = XLSX.write(XLSX.read(first.bytes), { type: "buffer", bookType });
    return toSeed(bookType, bytes);
  });
  return {
    made: [...made, ...legacy],
    containers: [first, ...legacy].flatMap((inner) => containersOf(inner, made[0] as Seed)),
  };
}

/** Two workbooks in every kind of container; mutations also affect the first one inside. */
function containersOf(inner: Seed, other: Seed): Seed[] {
  const name = `acme.${inner.name}`;
  const attach = (bytes: Buffer) => [
    { name, bytes },
    { name: "bolt.xlsx", bytes: other.bytes },
  ];
  const wraps: [string, (bytes: Buffer) => Buffer][] = [
    ["zip", (bytes) => buildZip(attach(bytes).map((file) => ({ ...file, stored: true })))],
    ["eml", (bytes) => eml(...attach(bytes))],
    ["msg", (bytes) => msg(...attach(bytes))],
    ["mbox", (bytes) => mailbox(attach(bytes).map((file) => eml(file)))],
    ["winmail.dat", (bytes) => tnef(...attach(bytes))],
    ["p7m", (bytes) => cms("signed", eml(...attach(bytes)), true)],
    [
      "uue",
      (bytes) =>
        Buffer.from(
          attach(bytes)
            .map((file) => uuencode(file))
            .join("\n"),
        ),
    ],
    ["AppleSingle", (bytes) => appleSingle({ name, bytes })],
    ["tar", (bytes) => tar(...attach(bytes))],
    ["tar.gz", (bytes) => gzipSync(tar(...attach(bytes)), { level: 1 })],
    ["7z", (bytes) => sevenZip({ name, bytes })],
    ["rar 4", (bytes) => rar4(attach(bytes))],
    ["rar 5", (bytes) => rar5(...attach(bytes))],
  ];
  return wraps.map(([kind, wrap]) => {
    const bytes = wrap(inner.bytes);
    // An uncompressed workbook in another container does not make it a zip.
    const seed = kind === "zip" ? toSeed(kind, bytes) : { bytes, parts: null };
    return { ...seed, name: `${kind} of ${inner.name}`, inside: { seed: inner, wrap } };
  });
}

function mailbox(mails: readonly Buffer[]): Buffer {
  const line = Buffer.from("\nFrom a@example.org Mon Jan  1 00:00:00 2024\n");
  return Buffer.concat(mails.flatMap((mail) => [line, mail]));
}

/** The workbooks in the folder named by CMRT_CORPUS, up to 3 MB each; empty without it. */
function realSeeds(): Seed[] {
  const corpus = process.env.CMRT_CORPUS;
  if (corpus === undefined || !existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(xlsx|xlsm|xls|xlsb|ods|zip|eml|msg)$/i.test(name))
    .sort()
    .map((name) => toSeed(name, readFileSync(join(corpus, name))))
    .filter(({ bytes }) => bytes.length <= 3_000_000);
}
