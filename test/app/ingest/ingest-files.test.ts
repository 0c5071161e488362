// Ingesting without workbooks: files in memory, with a reader that uses their text as the supplier's name.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCampaign } from "../../../src/app/campaign/load-campaign.ts";
import { type IngestInput, ingestFiles } from "../../../src/app/ingest/ingest-files.ts";
import { storeIn } from "../../../src/app/ingest/store-response.ts";
import type { ReadResult } from "../../../src/app/reading/read-response.ts";
import { WorkspaceError } from "../../../src/lib/errors.ts";
import { sha256Of } from "../../../src/lib/sha256.ts";
import type { IngestResult } from "../../../src/model/ingest.ts";
import { LIMITS, type Limits } from "../../../src/model/limits.ts";
import type { ReferenceList } from "../../../src/model/reference.ts";
import { type SourceName, sourceText, UnreadableError } from "../../../src/model/workbook.ts";
import { openWorkspace, type Workspace } from "../../../src/store/open-workspace.ts";
import { findFiles } from "../../../src/workbook/sources/find-files.ts";
import { type UnpackedFile, unpackFiles } from "../../../src/workbook/sources/unpack-files.ts";
import { fail, tooLarge } from "../../../src/workbook/unreadable.ts";
import { eml } from "../../helpers/build-mail.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** The texts of files, or the error that prevents reading them; those in encrypted zips with their seals. */
type Files = Record<string, string | Error | { text: string | Error; seal: string }>;

interface Options {
  paths?: string[];
  limits?: Limits;
  force?: boolean;
  tool?: string;
}

function source(name: string): { path: string; container: string | null } {
  const [container, path] = name.split(" » ");
  return path === undefined ? { path: name, container: null } : { path, container: container as string };
}

/** Like `unpackFiles`: the first file of each size comes without its hash. */
function* find(files: Files, sizes: Set<number>): Generator<UnpackedFile> {
  for (const [name, file] of Object.entries(files)) {
    const isSealed = typeof file === "object" && "seal" in file;
    const text = isSealed ? file.text : file;
    const seal = isSealed ? { seal: file.seal } : {};
    if (text instanceof Error) {
      yield { source: source(name), failure: text, ...seal };
      continue;
    }
    const sha256 = sizes.has(text.length) ? sha256Of(text) : undefined;
    sizes.add(text.length);
    yield { source: source(name), sha256, bytes: text.length, content: Buffer.from(text), ...seal };
  }
}

type ReadText = (source: SourceName, text: string, sha256: string) => ReadResult;

function look(version: string): ReferenceList {
  return {
    schema: 1,
    name: version,
    kind: "look-up",
    asOf: null,
    source: { file: "x", templateVersion: version, sha256: "", rows: 0 },
    entries: [],
  };
}

/** Reads with `read`, which gets the text and its hash, and stores in the workspace. */
function storing(workspace: Workspace, tool: string, read: ReadText): IngestInput["store"] {
  const store = storeIn(workspace, tool);
  return async (file) => {
    const text = new TextDecoder().decode(file.content as Uint8Array);
    const sha256 = sha256Of(text);
    const result = read(file.source, text, sha256);
    if (result.ok) result.response.source.bytes = file.bytes;
    return store({ ...result, sha256 });
  };
}

/** Ingests `files` and returns which of them were actually read. */
async function ingest(
  root: string,
  files: Files,
  options: Options = {},
): Promise<IngestResult & { opened: string[] }> {
  const opened: string[] = [];
  const tool = options.tool ?? "1";
  const workspace = openWorkspace(root, tool);
  const result = await ingestFiles({
    workspace,
    paths: options.paths ?? ["in"],
    unpack: (sizes) => find(files, sizes),
    tool,
    ...(options.limits ? { limits: options.limits } : {}),
    force: options.force ?? false,
    ahead: 2,
    store: storing(workspace, tool, (name, text, sha256) => {
      opened.push(sourceText(name));
      if (text === "huge") {
        return {
          ok: false,
          unreadable: { kind: "too-large", reason: "It took too long.", ask: "Raise it." },
        };
      }
      if (text === "broken") {
        return {
          ok: false,
          unreadable: { kind: "damaged", reason: "It is cut off.", ask: "Send it again." },
        };
      }
      return {
        ok: true,
        response: buildResponse({ id: sha256, file: name.path, company: { companyName: text } }),
        lookUpList: look("6.5"),
      };
    }),
  });
  return { ...result, opened };
}

function campaign(root: string) {
  return loadCampaign(openWorkspace(root, "1"));
}

function names(root: string): string[] {
  return campaign(root).responses.map(
    (response) => `${response.company.companyName?.value}: ${sourceText(response.source)}`,
  );
}

test("a first run reads everything; a second one reads nothing", async () => {
  const root = temporaryFolder();
  const files = { "in/a.xlsx": "A", "in/b.xlsx": "B", "in/mail.eml » c.xlsx": "C" };
  const first = await ingest(root, files);
  expect(first.read.map((file) => file.supplier)).toEqual(["A", "B", "C"]);
  const second = await ingest(root, files);
  expect(second.opened).toEqual([]);
  expect(second.unchanged).toHaveLength(3);
  expect(names(root)).toEqual(["A: in/a.xlsx", "B: in/b.xlsx", "C: in/mail.eml » c.xlsx"]);
});

test("only what changed is read, and the replaced response is withdrawn", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A", "in/b.xlsx": "B" });
  const second = await ingest(root, { "in/a.xlsx": "A2", "in/b.xlsx": "B" });
  expect(second.opened).toEqual(["in/a.xlsx"]);
  expect(second.gone.map(({ path, replaced }) => ({ path, replaced }))).toEqual([
    { path: "in/a.xlsx", replaced: true },
  ]);
  const { responses, withdrawn } = campaign(root);
  expect(responses).toHaveLength(3);
  expect(withdrawn).toEqual(new Set([second.gone[0]?.id]));
});

test("a moved file is the same response under its new name", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A" });
  const second = await ingest(root, { "in/2024/acme.xlsx": "A" });
  expect(second.opened).toEqual([]);
  expect(second.gone).toEqual([]);
  expect(names(root)).toEqual(["A: in/2024/acme.xlsx"]);
});

test("a file that has gone is withdrawn once, and counts again when it comes back", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A", "in/b.xlsx": "B" });
  expect((await ingest(root, { "in/b.xlsx": "B" })).gone).toHaveLength(1);
  expect((await ingest(root, { "in/b.xlsx": "B" })).gone).toHaveLength(0);
  expect(campaign(root).withdrawn.size).toBe(1);
  const back = await ingest(root, { "in/a.xlsx": "A", "in/b.xlsx": "B" });
  expect(back.opened).toEqual([]);
  expect(campaign(root).withdrawn.size).toBe(0);
});

test("files of other paths are left alone", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A" }, { paths: ["in"] });
  const second = await ingest(root, { "inbox/b.xlsx": "B" }, { paths: ["inbox"] });
  expect(second.gone).toEqual([]);
  expect(names(root)).toEqual(["A: in/a.xlsx", "B: inbox/b.xlsx"]);
  expect(openWorkspace(root, "1").manifest().paths).toEqual(["in", "inbox"]);
});

test("the same bytes twice are one response, and said so", async () => {
  const root = temporaryFolder();
  const result = await ingest(root, {
    "in/b.xlsx": "A",
    "in/a.xlsx": "A",
    "in/c.xlsx": "broken",
    "in/d.xlsx": "broken",
  });
  expect(result.opened).toEqual(["in/b.xlsx", "in/c.xlsx"]);
  expect(result.same.map(({ files }) => files.map(sourceText))).toEqual([
    ["in/a.xlsx", "in/b.xlsx"],
    ["in/c.xlsx", "in/d.xlsx"],
  ]);
  expect(names(root)).toEqual(["A: in/a.xlsx"]);
  expect(result.unreadable.map(sourceText)).toEqual(["in/c.xlsx", "in/d.xlsx"]);
});

test("an unreadable file costs nothing else, is tried again and is forgotten once it has gone", async () => {
  const root = temporaryFolder();
  const files = { "in/a.xlsx": "broken", "in/b.xlsx": "B" };
  const first = await ingest(root, files);
  expect(first.unreadable[0]).toMatchObject({ path: "in/a.xlsx", unreadable: { kind: "damaged" } });
  expect((await ingest(root, files)).opened).toEqual(["in/a.xlsx"]);
  expect(campaign(root).unreadable).toHaveLength(1);
  await ingest(root, { "in/b.xlsx": "B" });
  expect(campaign(root)).toMatchObject({ unreadable: [], withdrawn: new Set() });
});

test("a file that cannot be opened for now keeps its response", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A" });
  const closed = Object.assign(new Error("no"), { code: "EACCES" });
  const second = await ingest(root, { "in/a.xlsx": closed });
  expect(second.unreadable[0]?.unreadable).toMatchObject({
    kind: "not-accessible",
    reason: expect.stringMatching(/EACCES/),
  });
  expect(second.gone).toEqual([]);
  expect(campaign(root)).toMatchObject({
    withdrawn: new Set(),
    responses: [{ source: { path: "in/a.xlsx" } }],
  });
});

test("--force and another version of cmrt read everything again", async () => {
  const root = temporaryFolder();
  const files = { "in/a.xlsx": "A" };
  await ingest(root, files);
  expect((await ingest(root, files, { force: true })).opened).toEqual(["in/a.xlsx"]);
  expect((await ingest(root, files, { tool: "2" })).opened).toEqual(["in/a.xlsx"]);
  expect((await ingest(root, files, { tool: "2" })).opened).toEqual([]);
});

test("a fault of cmrt met in one file costs that file", async () => {
  const root = temporaryFolder();
  const workspace = openWorkspace(root, "1");
  const result = await ingestFiles({
    workspace,
    paths: ["in"],
    unpack: (sizes) => find({ "in/a.xlsx": "A", "in/b.xlsx": "B" }, sizes),
    tool: "1",
    ahead: 2,
    store: storing(workspace, "1", (name, _, sha256) => {
      if (name.path === "in/a.xlsx") throw new TypeError("x is undefined");
      return { ok: true, response: buildResponse({ id: sha256 }) };
    }),
  });
  expect(result.read).toHaveLength(1);
  expect(result.unreadable[0]?.unreadable).toMatchObject({
    kind: "failed",
    reason: expect.stringMatching(/x is undefined/),
  });
});

test("a run killed between two writes loses nothing: the next one takes what was stored", async () => {
  const root = temporaryFolder();
  const files = { "in/a.xlsx": "A", "in/b.xlsx": "B", "in/c.xlsx": "C" };
  const workspace = openWorkspace(root, "1");
  let written = 0;
  const disturbed: Workspace = {
    ...workspace,
    writeResponse: async (...response) => {
      if (++written === 3) throw new WorkspaceError("killed");
      await workspace.writeResponse(...response);
      writeFileSync(join(root, ".cmrt", "responses", `half.json.${process.pid}.tmp`), '{"schema":');
    },
  };
  const killed = ingestFiles({
    workspace: disturbed,
    paths: ["in"],
    unpack: (sizes) => find(files, sizes),
    tool: "1",
    ahead: 1,
    store: storing(disturbed, "1", (_, text, id) => ({
      ok: true,
      response: buildResponse({ id, company: { companyName: text } }),
    })),
  });
  await expect(killed).rejects.toThrow("killed");
  const next = await ingest(root, files);
  expect(next.opened).toEqual(["in/c.xlsx"]);
  expect(names(root)).toEqual(["A: in/a.xlsx", "B: in/b.xlsx", "C: in/c.xlsx"]);
  expect(readdirSync(join(root, ".cmrt", "responses")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a file beyond a limit is not read again until it or a limit changes, or cmrt does", async () => {
  const root = temporaryFolder();
  const files = { "in/a.xlsx": "huge", "in/b.xlsx": "Acme", "in/copy.xlsx": "huge", "in/c.xlsx": "broken" };
  const first = await ingest(root, files, { limits: LIMITS });
  expect(first.opened).toEqual(["in/a.xlsx", "in/b.xlsx", "in/c.xlsx"]);
  const again = await ingest(root, files, { limits: LIMITS });
  expect(again.opened).toEqual(["in/c.xlsx"]);
  expect(again.unreadable).toEqual(first.unreadable);
  const manifest = openWorkspace(root, "1").manifest();
  expect((await ingest(root, files, { limits: LIMITS })).opened).toEqual(["in/c.xlsx"]);
  expect(openWorkspace(root, "1").manifest()).toEqual(manifest);
  const more = { ...LIMITS, fileSeconds: LIMITS.fileSeconds + 1 };
  expect((await ingest(root, files, { limits: more })).opened).toEqual(["in/a.xlsx", "in/c.xlsx"]);
  expect((await ingest(root, files, { limits: more, tool: "2" })).opened).toContain("in/a.xlsx");
  expect((await ingest(root, files, { limits: more, tool: "2", force: true })).opened).toContain("in/a.xlsx");
  const mended = { ...files, "in/a.xlsx": "Mended", "in/copy.xlsx": "Mended" };
  expect((await ingest(root, mended, { limits: more, tool: "2" })).opened).toContain("in/a.xlsx");
});

test("a container beyond a limit is not opened again until it or a limit changes", async () => {
  const root = temporaryFolder();
  const mail = join(root, "in", "mail.eml");
  mkdirSync(join(root, "in"));
  writeFileSync(mail, eml({ name: "a.pdf", bytes: Buffer.from("%PDF-1") }));
  let opened = 0;
  const open = async () => {
    opened++;
    return fail(tooLarge("It took too long."));
  };
  const run = (limits: Limits) => {
    const workspace = openWorkspace(root, "1");
    return ingestFiles({
      workspace,
      paths: ["in"],
      async *unpack(sizes, refused) {
        yield* unpackFiles(await findFiles(["in"], root), { open, sizes, refused });
      },
      tool: "1",
      limits,
      ahead: 1,
      store: storing(workspace, "1", () => ({ ok: false, unreadable: tooLarge("No file is read.") })),
    });
  };
  const first = await run(LIMITS);
  expect(first.unreadable).toMatchObject([{ path: "in/mail.eml", unreadable: { kind: "too-large" } }]);
  const again = await run(LIMITS);
  expect([again.unreadable, opened]).toEqual([first.unreadable, 1]);
  await run({ ...LIMITS, fileSeconds: LIMITS.fileSeconds + 1 });
  expect(opened).toBe(2);
  appendFileSync(mail, "\n");
  await run({ ...LIMITS, fileSeconds: LIMITS.fileSeconds + 1 });
  expect(opened).toBe(3);
});

test("the store is the same whatever the order of the files", async () => {
  const files: [string, string][] = [
    ["in/a.xlsx", "A"],
    ["in/b.xlsx", "broken"],
    ["in/c.xlsx", "C"],
    ["in/d.xlsx", "A"],
  ];
  const stores = [];
  for (const order of [files, [...files].reverse()]) {
    const root = temporaryFolder();
    await ingest(root, Object.fromEntries(order));
    stores.push(readFileSync(join(root, ".cmrt", "manifest.json"), "utf8"));
  }
  expect(stores[0]).toBe(stores[1]);
});

test("a stored response that was cut off is never half-read", async () => {
  const root = temporaryFolder();
  const { read } = await ingest(root, { "in/a.xlsx": "A" });
  const path = join(root, ".cmrt", "responses", `${read[0]?.id}.json`);
  writeFileSync(path, readFileSync(path, "utf8").slice(0, 500));
  const { responses, unreadable } = campaign(root);
  expect(responses).toEqual([]);
  expect(unreadable[0]).toMatchObject({
    path: "in/a.xlsx",
    unreadable: { kind: "failed", ask: expect.stringMatching(/--force/) },
  });
});

test("a damaged manifest and one of a newer cmrt are said, with what to do", async () => {
  const root = temporaryFolder();
  await ingest(root, { "in/a.xlsx": "A" });
  const manifest = join(root, ".cmrt", "manifest.json");
  writeFileSync(manifest, '{"schema":99}');
  expect(() => campaign(root)).toThrow("newer cmrt");
  writeFileSync(manifest, '{"schema":1,');
  expect(() => campaign(root)).toThrow("Delete it and run `cmrt ingest`");
  expect(() => campaign(temporaryFolder())).toThrow("Nothing has been ingested");
});

test("what a password opened in a zip stays read without it, as long as it is the same", async () => {
  const root = temporaryFolder();
  const locked = new UnreadableError({ kind: "encrypted", reason: "Protected.", ask: "Ask." });
  const sealed = (text: string | Error, seal: string) => ({
    "in/1.zip » a.xlsx": { text, seal },
    "in/b.xlsx": "B",
  });
  await ingest(root, sealed("A", "first"));
  for (let run = 0; run < 2; run++) {
    const again = await ingest(root, sealed(locked, "first"));
    expect(again).toMatchObject({ unreadable: [], gone: [], opened: [] });
    expect(again.unchanged).toHaveLength(2);
    expect(names(root)).toEqual(["A: in/1.zip » a.xlsx", "B: in/b.xlsx"]);
  }
  // Another file with its name, another place, and reading again need the password.
  const other = await ingest(root, sealed(locked, "second"));
  expect(other.unreadable).toMatchObject([{ path: "a.xlsx", unreadable: { kind: "encrypted" } }]);
  expect(other.gone).toMatchObject([{ path: "a.xlsx", replaced: true }]);
  await ingest(root, sealed("A", "first"));
  const moved = await ingest(root, {
    "in/2.zip » a.xlsx": { text: locked, seal: "first" },
    "in/b.xlsx": "B",
  });
  expect(moved.unreadable).toHaveLength(1);
  await ingest(root, sealed("A", "first"));
  expect((await ingest(root, sealed(locked, "first"), { force: true })).unreadable).toHaveLength(1);
});
