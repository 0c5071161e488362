// The store of a campaign: what was read, kept beside the files that people edit. It can be recreated at any time.

import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { responseSchema } from "../forms/schemas.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { WorkspaceError } from "../lib/errors.ts";
import { parseJson } from "../lib/parse-json.ts";
import { sha256Of } from "../lib/sha256.ts";
import { type ReferenceList, referenceListSchema } from "../model/reference.ts";
import { type Response, SCHEMA } from "../model/response.ts";
import { STORE_FOLDER } from "../model/workspace-files.ts";
import { emptyManifest, type Manifest, manifestText, parseManifest } from "./manifest.ts";
import { readUserBytes, readUserFile } from "./read-user-file.ts";
import { flushFiles, PRIVATE, removeFile, writeFileAtomic, writeFileSoon } from "./write-file.ts";

/** What the store adds to each file. */
const hashed = z.object({
  /** SHA-256 of the JSON before it in the file, to detect damage and manual changes. */
  sha256: z.string(),
});
const anyTail = hashed.loose();
/** What it adds to a response: the version that read it, and its workbook's look-up list. */
const stored = hashed.extend({
  /** Version of cmrt that read the workbook. */
  tool: z.string(),
  /** Key of the workbook's own look-up list; null if it has none. */
  list: z.string().nullable(),
});
export type StoredResponse = {
  response: Response;
  tool: string;
  list: string | null;
  /** Hash of the response's JSON. */
  sha256: string;
};

/** What `cmrt doctor` may find about a stored response. */
export type StoredState = "sound" | "missing" | "damaged" | "changed";

/** The manifest's file in a store's folder. */
export const MANIFEST_FILE = "manifest.json";

/** The folder in it for cached evaluations, which can be deleted at any time. */
export const KEPT_FOLDER = "evaluated";

/** The folder of a workspace's store. */
export function storeFolder(root: string): string {
  return join(root, STORE_FOLDER);
}

const RESPONSE_FILE = /^([0-9a-f]{64})\.json$/;

/** The folders of a store. */
export type StoredKind = "responses" | "lists";

/** The store of a campaign. Reads are synchronous and return the last complete write. */
export interface Workspace {
  /** Absolute path of the workspace's folder. */
  root: string;
  /** Absolute path of the store's folder. */
  store: string;
  /** Whether anything was ingested here. */
  exists: boolean;
  /** The manifest; empty before the first ingest. Throws WorkspaceError if it cannot be read. */
  manifest(): Manifest;
  /** Ids of the stored responses. */
  storedIds(): Set<string>;
  /** A stored response; undefined if there is none that this version can use. */
  response(id: string): StoredResponse | undefined;
  /** Identifies the state of a stored response's file without reading it; undefined if there is none. */
  stamp(id: string): string | undefined;
  /** Checks whether a stored response is unchanged. */
  verify(id: string): StoredState;
  /**
   * What the store adds to an intact response, without reading the response itself; undefined for others, and if its
   * look-up list is missing or damaged.
   */
  intact(id: string): { tool: string; list: string | null } | undefined;
  /** A look-up list by key; undefined if there is none, or it is damaged. */
  list(key: string): ReferenceList | undefined;
  /** Stores a response. It is only guaranteed to be on disk after a manifest is written that lists it as new. */
  writeResponse(response: Response, tool: string, list: string | null): Promise<void>;
  writeList(key: string, list: ReferenceList): Promise<void>;
  /** The file of a response (by id) or look-up list (by key); undefined if it is missing or damaged. */
  storedFile(kind: StoredKind, name: string): string | undefined;
  /** Copies such a file from another store; flushed to disk like `writeResponse`. */
  takeStoredFile(kind: StoredKind, name: string, text: string): void;
  /**
   * Writes the manifest, which makes a run's results visible. `fresh`: ids of responses stored since the last manifest.
   */
  writeManifest(manifest: Manifest, fresh?: readonly string[]): Promise<void>;
  /** Names of files that an interrupted run left incomplete. */
  leftovers(): string[];
  /** Removes them. Requires the lock. */
  sweep(): void;
  /** Reads a user file beside the store (settings, decisions, roster …); see `readUserFile`. */
  readUserFile(name: string): string | undefined;
  /** The bytes of a binary user file; undefined if it does not exist. */
  readUserBytes(name: string): Uint8Array | undefined;
  writeUserFile(name: string, text: string): Promise<void>;
  /** Removes a file that was created by mistake; does nothing if it does not exist. */
  removeUserFile(name: string): Promise<void>;
  /** Names of the files in a folder beside the store, sorted; empty if there is no such folder. */
  userFiles(folder: string): string[];
}

/**
 * Opens the store of the folder `root`, which need not exist yet. `tool` is the version of cmrt. With `renews` a store
 * of an older schema is treated as empty; see `parseManifest`. `store` is the absolute path of the store if it is not
 * the workspace's own.
 */
export function openWorkspace(
  root: string,
  tool: string,
  options: { renews?: boolean; store?: string } = {},
): Workspace {
  const { store = storeFolder(root) } = options;
  const manifestPath = join(store, MANIFEST_FILE);
  const filePath = (kind: StoredKind, name: string): string => join(store, kind, `${name}.json`);
  const responsePath = (id: string): string => filePath("responses", id);
  const listPath = (key: string): string => filePath("lists", key);

  const leftovers = (): string[] =>
    [store, join(store, "responses"), join(store, "lists"), join(store, KEPT_FOLDER)].flatMap((folder) =>
      namesIn(folder)
        .filter((name) => /\.\d+\.(tmp|stale)$/.test(name))
        .map((name) => relative(root, join(folder, name)).split(sep).join("/")),
    );

  const intactLists = new Map<string, boolean>();
  function listIsIntact(key: string): boolean {
    let isIntact = intactLists.get(key);
    if (isIntact === undefined) {
      isIntact = tailOf(readIfThere(listPath(key))) !== undefined;
      intactLists.set(key, isIntact);
    }
    return isIntact;
  }

  return {
    root,
    store,
    exists: isThere(manifestPath),
    manifest() {
      const text = readIfThere(manifestPath);
      if (text === undefined) return emptyManifest(tool);
      return parseManifest(text, { path: manifestPath, tool, renews: options.renews === true });
    },
    storedIds() {
      return new Set(
        namesIn(join(store, "responses")).flatMap((name) => RESPONSE_FILE.exec(name)?.[1] ?? []),
      );
    },
    response(id) {
      const read = readStored(readIfThere(responsePath(id)));
      if (read === undefined || !read.isSound || read.response.id !== id) return undefined;
      const { tool: readBy, list, sha256 } = read.stored;
      return { response: read.response, tool: readBy, list, sha256 };
    },
    stamp(id) {
      const found = statSync(responsePath(id), { throwIfNoEntry: false });
      return found && `${found.size}-${found.mtimeMs}-${found.ctimeMs}-${found.ino}`;
    },
    verify(id) {
      const text = readIfThere(responsePath(id));
      if (text === undefined) return "missing";
      const read = readStored(text);
      if (read === undefined || !responseSchema.safeParse(read.response).success) return "damaged";
      return read.isSound ? "sound" : "changed";
    },
    intact(id) {
      const about = stored.safeParse(tailOf(readIfThere(responsePath(id))));
      if (!about.success) return undefined;
      const { tool: readBy, list } = about.data;
      if (list !== null && !listIsIntact(list)) return undefined;
      return { tool: readBy, list };
    },
    list(key) {
      const text = readIfThere(listPath(key));
      if (text === undefined || tailOf(text) === undefined) return undefined;
      const { stored: _, ...list } = parseJson(text) as { stored: unknown };
      // Unchanged, so that its key can be calculated again.
      return referenceListSchema.safeParse(list).success ? (list as unknown as ReferenceList) : undefined;
    },
    async writeResponse(response, readBy, list) {
      writeFileSoon(responsePath(response.id), storedText(response, { tool: readBy, list }), PRIVATE);
    },
    writeList(key, list) {
      intactLists.delete(key);
      return writeFileAtomic(listPath(key), storedText(list, {}), PRIVATE);
    },
    storedFile(kind, name) {
      const text = readIfThere(filePath(kind, name));
      return tailOf(text) === undefined ? undefined : text;
    },
    takeStoredFile(kind, name, text) {
      if (kind === "lists") intactLists.delete(name);
      writeFileSoon(filePath(kind, name), text, PRIVATE);
    },
    async writeManifest(manifest, fresh = []) {
      await flushFiles(fresh.map(responsePath));
      await writeFileAtomic(manifestPath, manifestText(manifest), PRIVATE);
    },
    leftovers,
    sweep() {
      for (const name of leftovers()) rmSync(join(root, name), { force: true });
    },
    readUserFile: (name) => readUserFile(join(root, name), name),
    readUserBytes: (name) => readUserBytes(join(root, name)),
    writeUserFile: (name, text) => writeFileAtomic(join(root, name), text),
    removeUserFile: (name) => removeFile(join(root, name)),
    userFiles: (folder) => sortTexts(namesIn(join(root, folder))),
  };
}

/** Ends the JSON of what is stored; what follows is about the store. */
const STORED_KEY = ',"stored":';

/** A response or list in its stored form: its JSON with one more key, which contains the hash of what is before it. */
function storedText(value: Response | ReferenceList, about: { tool?: string; list?: string | null }): string {
  const own = JSON.stringify(value).slice(0, -1);
  return `${own}${STORED_KEY}${JSON.stringify({ ...about, sha256: sha256Of(own) })}}\n`;
}

/** What the store added to a file; undefined if the file is damaged. */
function tailOf(text: string | undefined): z.infer<typeof hashed> | undefined {
  const end = text?.lastIndexOf(STORED_KEY) ?? -1;
  if (text === undefined || end < 0) return undefined;
  const tail = parseJson(
    text
      .slice(end + STORED_KEY.length)
      .trimEnd()
      .slice(0, -1),
  );
  const about = anyTail.safeParse(tail);
  return about.success && about.data.sha256 === sha256Of(text.slice(0, end)) ? about.data : undefined;
}

/**
 * The response in a file; undefined if it is not such a file, or of another schema. If `isSound`, the file is
 * unchanged, and its content, which was validated when written, is not validated again.
 */
function readStored(
  text: string | undefined,
): { response: Response; stored: z.infer<typeof stored>; isSound: boolean } | undefined {
  const json =
    text === undefined ? undefined : (parseJson(text) as { schema?: unknown; stored?: unknown } | undefined);
  const about = stored.safeParse(json?.stored);
  if (text === undefined || json?.schema !== SCHEMA || !about.success) return undefined;
  const { stored: _, ...response } = json;
  return { response: response as Response, stored: about.data, isSound: tailOf(text) !== undefined };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new WorkspaceError(`Cannot read ${path} (${code}).`);
  }
}

/** Whether there is such a file. One in an inaccessible folder counts, so that reading it reports the problem. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
