// The evidence archive: its content, and what its verification finds, even in archives that somebody else made.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { type Archive, isArchiveName } from "../../src/model/archive.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { buildZip, type ZipFile } from "../helpers/build-zip.ts";
import { workbookBytes } from "../helpers/cmrt-bytes.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

type Files = Record<string, Uint8Array>;

let root: string;
let files: Files;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "cmrt-test-"));
  await campaign(root);
  expect(await runCli(["archive", "--period", "2025"], root)).toMatchObject({ code: 0, err: "" });
  files = unzipSync(readFileSync(join(root, "exports", "archive-2025.zip")));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the campaign that can be changed. */
function copied(): string {
  const folder = temporaryFolder();
  cpSync(root, folder, { recursive: true });
  rmSync(join(folder, "exports"), { recursive: true });
  return folder;
}

async function campaign(folder: string): Promise<void> {
  mkdirSync(join(folder, "responses"));
  for (const number of [1, 2])
    writeFileSync(
      join(folder, "responses", `${number}.xlsx`),
      workbookBytes(
        buildCmrt("6.5", {
          sheets: {
            Declaration: { D8: `Invented Works No. ${number} Ltd`, D16: `ann${number}@works.example` },
          },
        }),
      ),
    );
  writeFileSync(join(folder, "cmrt.json"), '{"issuer": "Larkmoor"}');
  writeFileSync(
    join(folder, "requests.csv"),
    "period,supplier,kind,date,note\n2025,Invented Works No. 1 Ltd,request,2025-01-10,to desk@acme.example\n",
  );
  await runCli(["ingest", "responses"], folder);
  expect(await runCli(["report", "--period", "2025"], folder, { today: "2026-06-01" })).toMatchObject({
    code: 0,
  });
}

const aboutOf = (of: Files) =>
  JSON.parse(Buffer.from(of["archive.json"] as Uint8Array).toString()) as Archive;

/** The archive with these files replaced or added; with `forged`, archive.json is adjusted to them. */
function rebuilt(changes: Record<string, string | undefined>, { forged = false, of = files } = {}): string {
  const all = new Map<string, Buffer>(Object.entries(of).map(([name, bytes]) => [name, Buffer.from(bytes)]));
  for (const [name, text] of Object.entries(changes)) {
    if (text === undefined) all.delete(name);
    else all.set(name, Buffer.from(text));
  }
  if (forged) {
    const about = aboutOf(of);
    const named = [...all].filter(([name]) => name !== "archive.json");
    about.files = named.map(([file, bytes]) => ({ file, sha256: sha256Of(bytes), bytes: bytes.length }));
    all.set("archive.json", Buffer.from(JSON.stringify(about)));
  }
  return zipped([...all].map(([name, bytes]) => ({ name, bytes })));
}

function zipped(entries: readonly ZipFile[]): string {
  const path = join(temporaryFolder(), "archive.zip");
  writeFileSync(path, buildZip(entries));
  return path;
}

async function verified(path: string): Promise<{ code: number; err: string; faults?: string[] }> {
  // Elsewhere, without a workspace, and later.
  const { code, out, err } = await runCli(["archive", "--verify", path, "--json"], temporaryFolder(), {
    today: "2031-03-03",
  });
  return { code, err, ...(out === "" ? {} : (JSON.parse(out) as object)) };
}

const SAME = { code: 0, same: true, faults: [], again: { differ: [] } };

test("holds the pack, what it was made from and how to verify it, and gives the same bytes again", async () => {
  const path = join(root, "exports", "archive-2025.zip");
  const before = readFileSync(path);
  const { code, out } = await runCli(["archive", "--period", "2025"], root, { today: "2020-01-01" });
  expect(code).toBe(0);
  expect(out).toContain(sha256Of(before));
  expect(readFileSync(path).equals(before)).toBe(true);
  // It contains contact data.
  if (process.platform !== "win32") expect(statSync(path).mode & 0o077).toBe(0);

  for (const name of readdirSync(join(root, "reports", "2025")))
    expect(
      Buffer.from(files[`pack/${name}`] as Uint8Array).equals(
        readFileSync(join(root, "reports", "2025", name)),
      ),
    ).toBe(true);
  for (const name of ["cmrt.json", "requests.csv", "suppliers.csv", ".cmrt/manifest.json"])
    if (existsSync(join(root, name)))
      expect(
        Buffer.from(files[`workspace/${name}`] as Uint8Array).equals(readFileSync(join(root, name))),
      ).toBe(true);
  const stored = readdirSync(join(root, ".cmrt", "responses"));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(stored.map((name) => `workspace/.cmrt/responses/${name}`)),
  );
  const about = aboutOf(files);
  expect(about.originals.length).toBeGreaterThanOrEqual(stored.length);
  expect(about.files.map(({ file }) => file).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "archive.json")
      .sort(),
  );
  expect(Buffer.from(files["README.txt"] as Uint8Array).toString()).toContain("cmrt archive --verify");
});

test("is verified anywhere, later", async () => {
  expect(await verified(join(root, "exports", "archive-2025.zip"))).toMatchObject(SAME);
  expect(await verified(rebuilt({}))).toMatchObject(SAME);
  const { out } = await runCli(["archive", "--verify", rebuilt({})], temporaryFolder());
  expect(out).toContain("the same byte for byte");
});

test("what was changed, removed or added is named", async () => {
  const response = Object.keys(files).find((name) => name.startsWith("workspace/.cmrt/responses/")) as string;
  expect(await verified(rebuilt({ "pack/report.md": "# Nothing found" }))).toMatchObject({
    code: 1,
    faults: ["pack/report.md: changed"],
    again: { differ: ["report.md"] },
  });
  expect(await verified(rebuilt({ "pack/rcoi.csv": undefined, "more.txt": "?" }))).toMatchObject({
    code: 1,
    faults: ["more.txt: not a file of the archive", "pack/rcoi.csv: missing"],
    again: { differ: ["rcoi.csv"] },
  });
  const without = await verified(rebuilt({ [response]: undefined }));
  expect(without).toMatchObject({ code: 1, faults: [`${response}: missing`] });
});

test("a report that does not follow from the responses is found, even where all hashes were written anew", async () => {
  const rcoi = Buffer.from(files["pack/rcoi.csv"] as Uint8Array).toString();
  expect(await verified(rebuilt({ "pack/rcoi.csv": `${rcoi}\n` }, { forged: true }))).toMatchObject({
    code: 1,
    faults: [],
    again: { differ: ["rcoi.csv"] },
  });
  const settings = await verified(
    rebuilt({ "workspace/cmrt.json": '{"issuer": "Nordhaven"}' }, { forged: true }),
  );
  expect(settings).toMatchObject({
    code: 1,
    again: { differ: expect.arrayContaining(["report.md", "manifest.json"]) },
  });
  const broken = await verified(rebuilt({ "workspace/cmrt.json": "{" }, { forged: true }));
  expect(broken).toMatchObject({ code: 1, again: { failed: expect.stringContaining("cmrt.json") } });
});

test("a stored response that is none is not loaded, whatever hash it carries", async () => {
  const name = Object.keys(files).find((one) => one.startsWith("workspace/.cmrt/responses/")) as string;
  const own = `{"schema":1,"id":"${name.slice(-69, -5)}","answers":7`;
  const forged = `${own},"stored":{"tool":"0","list":null,"sha256":"${sha256Of(own)}"}}\n`;
  expect(await verified(rebuilt({ [name]: forged }, { forged: true }))).toMatchObject({
    code: 1,
    again: { failed: expect.stringContaining("is not a response") },
  });
});

test("nothing is written under a name that cmrt does not give", async () => {
  const names = [
    "../evil.json",
    "workspace/../../evil.json",
    "/tmp/cmrt-evil.json",
    "workspace/reference/../../evil.json",
    "workspace/reference/..\\..\\evil.json",
    "workspace/reference/C:evil.json",
    "workspace/reference/con.json",
    "workspace/reference/.hidden.json",
    "workspace/reference/\u202eevil.json",
    "workspace/.cmrt/lock",
    "workspace/more/evil.json",
    "originals/evil.xlsx",
  ];
  const changes = Object.fromEntries(names.map((name) => [name, "{}"]));
  // The same path may be written twice: a duplicate name makes the whole zip invalid.
  delete changes["workspace/reference/..\\..\\evil.json"];
  const { code, faults } = await verified(rebuilt(changes, { forged: true }));
  expect(code).toBe(1);
  expect(faults).toHaveLength(names.length - 1);
  expect(names.filter(isArchiveName)).toEqual([]);
  expect(existsSync("/tmp/cmrt-evil.json")).toBe(false);
  expect(existsSync(join(tmpdir(), "evil.json"))).toBe(false);
});

test("what is no archive, or more than one may hold, ends with exit code 2 or is named", async () => {
  expect((await verified(zipped([{ name: "a.txt", bytes: "a" }]))).err).toContain("it has no archive.json");
  expect((await verified(zipped([{ name: "archive.json", bytes: '{"schema": 2}' }]))).code).toBe(2);
  expect((await verified(join(root, "cmrt.json"))).code).toBe(2);
  expect((await verified(join(root, "nothing.zip"))).code).toBe(2);
  const all = Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
  const bomb = all.map((file) =>
    file.name === "pack/report.md" ? { ...file, claims: { size: 2 ** 31 } } : file,
  );
  expect(await verified(zipped(bomb))).toMatchObject({
    code: 1,
    faults: [expect.stringContaining("pack/report.md: The part pack/report.md unpacks to")],
  });
});

test("without contacts, the files that hold them are left out and their hashes stay", async () => {
  const out = join(temporaryFolder(), "light.zip");
  const { code, out: told } = await runCli(
    ["archive", "--period", "2025", "--without-contacts", "--out", out],
    root,
  );
  expect(code).toBe(0);
  expect(told).toContain("Left out because of contact data");
  const light = unzipSync(readFileSync(out));
  const text = Object.values(light)
    .map((bytes) => Buffer.from(bytes).toString("latin1"))
    .join("\n");
  const responses = Object.entries(files).filter(([name]) => name.startsWith("workspace/.cmrt/responses/"));
  const contacts = responses.flatMap(
    ([, bytes]) =>
      Buffer.from(bytes)
        .toString()
        .match(/[\w.-]+@[\w.-]+\w/g) ?? [],
  );
  expect(contacts.length).toBeGreaterThan(0);
  for (const contact of [...contacts, "desk@acme.example"]) expect(text).not.toContain(contact);
  const about = aboutOf(light);
  for (const [name, bytes] of responses)
    expect(about.leftOut).toContainEqual({ file: name, sha256: sha256Of(bytes), bytes: bytes.length });
  expect(await verified(out)).toMatchObject({ code: 0, same: true, again: null });
  const { out: lines } = await runCli(["archive", "--verify", out], temporaryFolder());
  expect(lines).toContain("Not checked: whether the report follows from the responses.");
});

test("originals lie in it by their hash; one that has gone is told", async () => {
  const folder = copied();
  const out = join(folder, "all.zip");
  expect((await runCli(["archive", "--period", "2025", "--with-originals", "--out", out], folder)).code).toBe(
    0,
  );
  const about = aboutOf(unzipSync(readFileSync(out)));
  for (const { file, in: name, sha256 } of about.originals) {
    expect(name).toMatch(`originals/${sha256}`);
    const bytes = unzipSync(readFileSync(out))[name as string] as Uint8Array;
    expect(sha256Of(bytes), file).toBe(sha256);
  }
  expect(await verified(out)).toMatchObject({
    ...SAME,
    originals: new Set(about.originals.map((one) => one.in)).size,
  });

  const [first] = about.originals;
  rmSync(join(folder, first?.file as string));
  const { code, err } = await runCli(
    ["archive", "--period", "2025", "--with-originals", "--out", out],
    folder,
  );
  expect(code).toBe(1);
  expect(err).toContain(`${first?.file} is no longer as it was read`);
});

test("a pack that a run would not give now is not archived, and neither is a missing one", async () => {
  const folder = copied();
  expect((await runCli(["archive", "--period", "2024"], folder)).err).toContain("is not a report pack");
  writeFileSync(join(folder, "cmrt.json"), '{"issuer": "Nordhaven"}');
  const { code, err } = await runCli(["archive", "--period", "2025"], folder);
  expect(code).toBe(2);
  expect(err).toContain("`cmrt report --verify reports/2025` says why");
  expect(existsSync(join(folder, "exports", "archive-2025.zip"))).toBe(false);
  expect((await runCli(["archive", "--period", "2025", "--reference", "my.csv"], folder)).code).toBe(2);
});

test("another version that gives another report is named with the one that wrote the archive", async () => {
  const about = aboutOf(files);
  about.tool.version = "0.0.9";
  const { out } = await runCli(
    [
      "archive",
      "--verify",
      rebuilt({ "archive.json": JSON.stringify(about), "pack/report.md": "as it was worded then" }),
    ],
    temporaryFolder(),
  );
  expect(out).toContain("npx cmrt@0.0.9 archive --verify");
});
