import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Response, SmelterRow } from "../../../src/model/response.ts";
import { openWorkspace } from "../../../src/store/open-workspace.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { readFiles, workspaceWith } from "../../helpers/build-workspace.ts";
import { runCli } from "../../helpers/run-cli.ts";

const LOOK_UP = [
  "Metal,Smelter Look-up,Standard Smelter Name,Smelter ID,Country",
  "Gold,Dowa,Dowa,CID000401,JAPAN",
  "Gold,Kazzinc,Kazzinc,CID000957,KAZAKHSTAN",
  "Tin,Minsur,Minsur,CID001182,PERU",
  "Tin,Thaisarco,Thaisarco,CID001898,THAILAND",
];
const ROWS: readonly Partial<SmelterRow>[] = [
  { metal: "gold", lookupName: "Dowa", name: "Dowa", country: "JP", id: "CID000401" },
  { metal: "gold", lookupName: "Smelter not listed", name: "Kazinc Refinery", country: "KZ" },
  { metal: "tin", name: "Minsur SA", country: "PE", mineCountries: "Congo", recycled: "no" },
  { metal: "tin", name: "Nobody Knows It", country: "TH", contactName: "Ada", contactEmail: "ada@x.example" },
  { metal: "tin", id: "CID001898", name: "ada" },
];
const SUPPLIERS = ["Acme", "Bolt Works", "Castings & Co"];

/** A response of a supplier for a year with these rows. */
function made(supplier: number, year: number, rows: readonly number[], serial: number): Response {
  return buildResponse({
    id: String(serial).padStart(64, "0"),
    file: `responses/${serial}.xlsx`,
    company: {
      companyName: SUPPLIERS[supplier] ?? null,
      contactName: serial % 2 ? "Ada Example" : "Bo Purchase",
      effectiveDate: { value: `${year}-06-01` },
    },
    smelters: rows.flatMap((row) => ROWS[row] ?? []),
  });
}

const keptFolder = (root: string) => join(root, ".cmrt", "evaluated");

const DAY = ["--today", "2025-12-01"];

/** What check prints, and what report writes. */
async function checkOf(root: string): Promise<Record<string, string>> {
  const all = await runCli(["check", "--json", ...DAY], root);
  if (all.code === 2) throw new Error(all.err);
  const inPeriod = await runCli(["check", "--json", "--period", "2025", ...DAY], root);
  return { all: all.out + all.err, inPeriod: inPeriod.out + inPeriod.err };
}

async function packOf(root: string): Promise<Record<string, string>> {
  const { code, out, err } = await runCli(["report", "--period", "2025", "--force", ...DAY], root);
  if (code !== 0) throw new Error(err);
  const pack = join(root, "reports", "2025");
  const files = readdirSync(pack).map((name) => [name, readFileSync(join(pack, name), "base64")] as const);
  return { out, ...Object.fromEntries(files) };
}

/** The same without the cache, which is restored afterwards. */
async function fromNothing(results: typeof checkOf, root: string): Promise<Record<string, string>> {
  const aside = join(root, "aside");
  renameSync(keptFolder(root), aside);
  const fresh = await results(root);
  expect(existsSync(keptFolder(root))).toBe(true);
  rmSync(keptFolder(root), { recursive: true });
  renameSync(aside, keptFolder(root));
  return fresh;
}

async function campaign(responses: Response[]): Promise<string> {
  const root = await workspaceWith(responses);
  writeFileSync(join(root, "look-up.csv"), LOOK_UP.join("\n"));
  await runCli(["reference", "import", "look-up.csv", "--as-of", "2025-01-01"], root);
  return root;
}

type Change = (root: string, responses: Response[]) => Promise<void> | void;

async function store(root: string, responses: readonly Response[]): Promise<void> {
  const workspace = openWorkspace(root, "0.0.0-test");
  for (const one of responses) await workspace.writeResponse(one, "0.0.0-test", null);
  await workspace.writeManifest({ ...workspace.manifest(), files: readFiles(responses) });
}

const write =
  (name: string, ...lines: string[]): Change =>
  (root) =>
    writeFileSync(join(root, name), `${lines.join("\n")}\n`);

let serial = 100;
const rowsOfResponse = fc.array(fc.nat(ROWS.length - 1), { maxLength: 5 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ supplier: fc.nat(2), year: fc.constantFrom(2024, 2025), rows: rowsOfResponse }).map(
    ({ supplier, year, rows }): Change =>
      async (root, responses) => {
        responses.push(made(supplier, year, rows, serial++));
        await store(root, responses);
      },
  ),
  // The same file, read differently.
  fc.tuple(fc.nat(), rowsOfResponse).map(
    ([which, rows]): Change =>
      async (root, responses) => {
        const at = which % responses.length;
        const before = responses[at] as Response;
        responses[at] = { ...before, smelters: made(0, 2025, rows, 0).smelters };
        await store(root, responses);
      },
  ),
  fc.nat().map(
    (which): Change =>
      async (root, responses) => {
        if (responses.length > 1) responses.splice(which % responses.length, 1);
        await store(root, responses);
      },
  ),
  fc
    .constantFrom("CID001182", "CID001898", "not a smelter")
    .map((id) =>
      write(
        "smelter-decisions.csv",
        "metal,reported_name,country,smelter_id,reason,by,date",
        `tin,Nobody Knows It,TH,${id},looked up,ada,2025-11-01`,
      ),
    ),
  fc
    .constantFrom<object>(
      { severities: { "smelter-not-listed": "error" } },
      { off: { "mine-in-covered-country": "asked already" } },
      { thresholds: { copiedListRows: 1, copiedListShare: 0.5 } },
      { issuer: "Acme" },
      { cutoff: "01-31" },
    )
    .map((settings) => write("cmrt.json", JSON.stringify(settings))),
  fc
    .subarray(["Acme", "Bolt Works", "Drills"], { minLength: 1 })
    .map((names) => write("suppliers.csv", "name", ...names)),
  fc
    .constantFrom("mine-in-covered-country", "smelter-not-listed")
    .map((rule) =>
      write("accepted-findings.csv", "rule,supplier,cell,reason", `${rule},Acme,Smelter List!A7,known`),
    ),
  fc.constantFrom("CID001182,Tin,Minsur,Conformant", "CID000401,Gold,Dowa,Active").map(
    (line): Change =>
      async (root) => {
        writeFileSync(join(root, "status.csv"), `Facility ID,Metal,Standard Facility Name,Status\n${line}\n`);
        await runCli(
          ["reference", "import", "status.csv", "--name", "RMI", "--as-of", "2025-05-01", "--force"],
          root,
        );
      },
  ),
);

const START = () => [made(0, 2024, [0, 2], 1), made(0, 2025, [0, 1, 2], 2), made(1, 2025, [0, 3, 4], 3)];

test("whatever changes, check says with what was kept what it says without", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const responses = START();
      const root = await campaign(responses);
      await checkOf(root);
      for (const apply of changes) {
        await apply(root, responses);
        expect(await checkOf(root)).toEqual(await fromNothing(checkOf, root));
      }
    }),
    { numRuns: 5 },
  );
});

test("a report with what was kept is that without, byte for byte", async () => {
  const responses = START();
  const root = await campaign(responses);
  const first = await packOf(root);
  expect(await packOf(root)).toEqual(first);
  responses.push(made(2, 2025, [1, 2, 3, 4], 4));
  await store(root, responses);
  const second = await packOf(root);
  expect(second).not.toEqual(first);
  expect(await fromNothing(packOf, root)).toEqual(second);
});

/** What check caches for a response that comes after the others, by key. */
async function keptOfLate(responses: Response[], late: Response): Promise<string[]> {
  const root = await campaign(responses);
  await checkOf(root);
  const files = readdirSync(keptFolder(root));
  await store(root, [...responses, late]);
  await runCli(["check", "--period", "2025", "--today", "2025-12-01"], root);
  const fresh = readdirSync(keptFolder(root)).filter((name) => !files.includes(name));
  expect(fresh).toHaveLength(1);
  const text = readFileSync(join(keptFolder(root), fresh[0] as string), "utf8");
  return text.trim().split("\n").slice(1);
}

test("only a new response is looked at again", async () => {
  const responses = [made(0, 2025, [0, 1, 2], 1), made(1, 2025, [0, 3, 4], 2)];
  const kept = await keptOfLate(responses, made(2, 2025, [2, 3], 3));
  // The two responses whose files were not rewritten keep their judgements.
  expect(kept.filter((line) => line.startsWith("judgement ")).length).toBeLessThanOrEqual(3);
});

test("candidates are looked for once for all rows that say the same, whichever run asks", async () => {
  const kept = await keptOfLate([made(0, 2025, [0, 1, 2], 1)], made(1, 2025, [0, 1, 3], 2));
  const candidates = kept.filter((line) => line.startsWith("candidates "));
  expect(candidates).toHaveLength(1);
  expect(candidates[0]).toContain("Nobody Knows It");
});

test("a stored response that was changed by hand does not count, whatever was kept of it", async () => {
  const root = await campaign([made(0, 2025, [0], 1), made(1, 2025, [1], 2)]);
  await checkOf(root);
  const file = join(root, ".cmrt", "responses", `${String(1).padStart(64, "0")}.json`);
  writeFileSync(file, readFileSync(file, "utf8").replace("Acme", "Emca"));
  const { out, code } = await runCli(["check", "--json", "--today", "2025-12-01"], root);
  expect(out).not.toContain("Emca");
  expect(out).not.toContain("Acme");
  expect(code).toBe(3);
});
