// The files that mutations start from: made workbooks of every era and, where they are at hand, real ones.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import { FACILITIES } from "../../fixtures/facilities.ts";
import { RESPONSES_2016 } from "../../fixtures/responses-2016.ts";
import { writeCmrt } from "../../fixtures/write-cmrt.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { type Seed, toSeed } from "./mutate.ts";

/** Versions that stand for the eras of the layout. */
const VERSIONS = ["1.00", "2.00", "2.03a", "3.02", "4.20", "5.12", "6.22", "6.5"];

export interface Seeds {
  made: readonly Seed[];
  /** Empty where no real workbooks are at hand. */
  real: readonly Seed[];
}

/** All files to start from. */
export async function allSeeds(): Promise<Seeds> {
  return { made: await madeSeeds(), real: realSeeds() };
}

/** Made workbooks: a short response full of contradictions in the layout of every era. */
export async function madeSeeds(): Promise<Seed[]> {
  const spec = RESPONSES_2016["quillon_circuits.xlsx"];
  if (spec === undefined) throw new Error("the made response has gone");
  const made = await Promise.all(
    VERSIONS.map(async (version) => {
      const bytes = Buffer.from(await writeCmrt({ ...spec, version, list: FACILITIES.slice(0, 12) }));
      // Zipped anew, because exceljs puts the time of writing into the bytes.
      return toSeed(`made ${version}`, buildZip(toSeed(version, bytes).parts ?? []));
    }),
  );
  const [first, last] = [made[3], made.at(-1)] as [Seed, Seed];
  const legacy = (["biff8", "xlsb", "ods"] as const).map((bookType) => {
    const bytes: Buffer = XLSX.write(XLSX.read(first.bytes), { type: "buffer", bookType });
    return { name: bookType, bytes, parts: null };
  });
  const archive = buildZip([
    { name: "acme.xlsx", bytes: first.bytes, stored: true },
    { name: "more/bolt.xlsx", bytes: last.bytes, stored: true },
  ]);
  const mail = Buffer.from(
    `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="acme.xlsx"\r\n\r\n${first.bytes.toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n--x--\r\n`,
  );
  const containers = [
    { name: "zip of workbooks", bytes: archive, parts: null },
    { name: "mail", bytes: mail, parts: null },
  ];
  return [...made, ...legacy, ...containers];
}

/** Workbooks of the folder that CMRT_CORPUS names, up to 300 kB each so that cases stay quick; none without it. */
function realSeeds(): Seed[] {
  const corpus = process.env.CMRT_CORPUS;
  if (corpus === undefined || !existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(xlsx|xlsm|xls|zip|eml|msg)$/i.test(name))
    .sort()
    .map((name) => toSeed(name, readFileSync(join(corpus, name))))
    .filter(({ bytes }) => bytes.length <= 300_000);
}
