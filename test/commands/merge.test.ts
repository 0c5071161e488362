// Shares read by several machines, and the store into which they are merged.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";
import { type CliResult, runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const CONTENTS: readonly Buffer[] = [
  ...[1, 2, 3].map((number) => cmrtBytes({ number, smelters: number })),
  Buffer.from("%PDF-1.4"),
];
const RESPONSE = CONTENTS[0] as Buffer;

/** Files by name in the folder of responses: their content, or the contents of a zip. */
type Inbox = Readonly<Record<string, number | readonly number[]>>;

function write(root: string, inbox: Inbox): void {
  mkdirSync(join(root, "in", "more"), { recursive: true });
  for (const [name, what] of Object.entries(inbox)) {
    const bytes =
      typeof what === "number"
        ? (CONTENTS[what] as Buffer)
        : buildZip(what.map((content, at) => ({ name: `${at}.xlsx`, bytes: CONTENTS[content] as Buffer })));
    writeFileSync(join(root, "in", name), bytes);
  }
}

/** Every file of a store with the hash of its content, except those of shares. */
function store(root: string): Record<string, string> {
  const folder = join(root, ".cmrt");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).sort();
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith("/shards/"))
      .map((path) => [path, sha256Of(readFileSync(join(folder, path)))]),
  );
}

async function shares(root: string, of: number): Promise<CliResult> {
  for (let index = of; index > 0; index--) {
    const { code, err } = await runCli(["ingest", "in", "--shard", `${index}/${of}`], root);
    expect([0, 3], err).toContain(code);
  }
  return runCli(["merge"], root);
}

const NAMES = [
  "a.xlsx",
  "B.xlsx",
  "a b.xlsx",
  "more.xlsx",
  "more/a.xlsx",
  "more/ü.xlsx",
  "z.zip",
  "0.zip",
  "more/m.zip",
];
const content = fc.nat(CONTENTS.length - 1);
const anyInbox = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          name.endsWith(".zip") ? fc.array(content, { minLength: 1, maxLength: 3 }) : content,
        ]),
      ),
    ),
  ) as fc.Arbitrary<Inbox>;

test("shares of whatever there is, merged, are the store of a single run, also after files have changed", async () => {
  const rounds = fc.tuple(anyInbox, anyInbox, fc.integer({ min: 1, max: 4 }));
  const property = fc.asyncProperty(rounds, async ([first, second, of]) => {
    const [alone, together] = [temporaryFolder(), temporaryFolder()];
    for (const inbox of [first, second]) {
      for (const root of [alone, together]) {
        rmSync(join(root, "in"), { recursive: true, force: true });
        write(root, inbox);
      }
      const single = await runCli(["ingest", "in"], alone);
      const merged = await shares(together, of);
      expect(merged).toEqual(single);
      expect(store(together)).toEqual(store(alone));
    }
    expect((await runCli(["ingest"], together)).out).toMatch(/^(?:.*\n)*0 read, .* 0 withdrawn/);
  });
  await fc.assert(property, { seed: 1, numRuns: 5 });
});

test("stores from elsewhere are merged by name, and an interrupted merge is simply run again", async () => {
  const root = temporaryFolder();
  write(root, { "a.xlsx": 0, "B.xlsx": 1, "a b.xlsx": 2, "more/a.xlsx": 0 });
  const elsewhere = temporaryFolder();
  for (const index of [1, 2]) {
    await runCli(
      ["ingest", "in", "--shard", `${index}/2`, "--store", join(elsewhere, `node ${index}`)],
      root,
    );
  }
  const nodes = [join(elsewhere, "node 2"), join(elsewhere, "node 1")];
  expect(await runCli(["merge", ...nodes], root)).toMatchObject({
    code: 0,
    out: expect.stringContaining("3 read"),
  });
  const whole = store(root);
  // The state left by a merge that was killed: responses without a manifest.
  rmSync(join(root, ".cmrt", "manifest.json"));
  expect(await runCli(["merge", ...nodes], root)).toMatchObject({ code: 0 });
  expect(store(root)).toEqual(whole);
});

test.each<[what: string, spoil: (shard: (index: number) => string) => void, says: RegExp]>([
  ["a share that is missing", (shard) => rmSync(shard(2), { recursive: true }), /Of 3 shares 2 is missing\./],
  [
    "a share that did not end",
    (shard) => rmSync(join(shard(1), "shard.json")),
    /1-of-3 holds no complete share/,
  ],
  [
    "a share that was read further",
    (shard) => writeFileSync(join(shard(1), "manifest.json"), "{}"),
    /1-of-3 is not as `cmrt ingest --shard` left it/,
  ],
  [
    "a share twice",
    (shard) => cpSync(shard(1), shard(7), { recursive: true }),
    /Share 1 of 3 is named twice/,
  ],
  [
    "a damaged response",
    (shard) => {
      for (const index of [1, 2, 3]) {
        const folder = join(shard(index), "responses");
        for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "{}");
      }
    },
    /is missing or damaged\. Copy the share again/,
  ],
  [
    "a share of another number",
    (shard) => {
      const path = join(shard(2), "shard.json");
      writeFileSync(path, readFileSync(path, "utf8").replace('"of":3', '"of":4'));
    },
    /is one of 4 shares/,
  ],
  [
    "a share of another version",
    (shard) => {
      const path = join(shard(3), "shard.json");
      writeFileSync(path, readFileSync(path, "utf8").replace(/"tool":"[^"]*"/, '"tool":"0.0.9"'));
    },
    /was read by cmrt 0\.0\.9/,
  ],
])("%s is said, and nothing is merged", async (_what, spoil, says) => {
  const root = temporaryFolder();
  write(root, { "a.xlsx": 0, "B.xlsx": 1, "a b.xlsx": 2, "more.xlsx": 1, "more/a.xlsx": 0 });
  for (const index of [1, 2, 3]) await runCli(["ingest", "in", "--shard", `${index}/3`], root);
  spoil((index) => join(root, ".cmrt", "shards", `${index}-of-3`));
  expect(await runCli(["merge"], root)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(says) });
  expect(Object.keys(store(root)).filter((path) => path.includes("manifest"))).toEqual([]);
});

test("shares that read other folders are not one run", async () => {
  const root = temporaryFolder();
  write(root, { "a.xlsx": 0, "more/a.xlsx": 1 });
  await runCli(["ingest", "in", "--shard", "1/2"], root);
  await runCli(["ingest", "in/more", "--shard", "2/2"], root);
  expect(await runCli(["merge"], root)).toMatchObject({ code: 2, err: expect.stringContaining("in/more") });
});

test("without shares, and with what is no share, the words say what to do", async () => {
  const root = temporaryFolder();
  expect(await runCli(["merge"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("no shares to merge"),
  });
  for (const share of ["0/2", "3/2", "2", "a/b", "1/2/3"]) {
    expect(await runCli(["ingest", "in", "--shard", share], root)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Expected a share such as 3/8"),
    });
  }
  expect(await runCli(["ingest", "in", "--store", "x"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("add --shard"),
  });
});

test("of files with the same bytes the same one is named, however the paths were given", async () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  for (const root of [one, other]) write(root, { "a.xlsx": 0, "b.xlsx": 0 });
  await runCli(["ingest", "in/a.xlsx", "in/b.xlsx"], one);
  await runCli(["ingest", "in/b.xlsx", "in/a.xlsx"], other);
  expect(store(other)).toEqual(store(one));
});

test("a file that was moved to a name of another share is not withdrawn", async () => {
  const root = temporaryFolder();
  write(root, { "a.xlsx": 0 });
  await shares(root, 4);
  for (const name of ["b.xlsx", "c.xlsx", "d.xlsx", "e.xlsx"]) {
    renameSync(
      join(root, "in", readdirSync(join(root, "in")).find((each) => each.endsWith(".xlsx")) as string),
      join(root, "in", name),
    );
    const { code, out } = await shares(root, 4);
    expect([code, out]).toEqual([0, "0 read, 1 unchanged, 0 withdrawn, 0 unreadable.\n"]);
  }
  expect(Object.keys(store(root))).toContain(`/responses/${sha256Of(RESPONSE)}.json`);
});
