// A zip contains each name twice: in its directory and before the data. Programs that read the file from its beginning
// use the second one, and see another file if the two differ.
import type { Entry } from "yauzl";
import { type NamedEntry, zipNames } from "./zip-name.ts";

// Signature and field offsets of a local header (APPNOTE 4.3.7).
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

/** Most characters of a name shown in a note. */
const SHOWN = 120;

/**
 * A sentence about parts whose local header has another name than the directory; empty for a correct zip. `entries` are
 * those of its directory by name. Names that differ only in slashes or encoding are the same.
 */
export function localNameNotes(bytes: Buffer, entries: ReadonlyMap<string, Entry>): string[] {
  const names: string[] = [];
  const locals: NamedEntry[] = [];
  for (const [name, entry] of entries) {
    const local = localEntry(bytes, entry);
    if (local === undefined || local.fileNameRaw.equals(entry.fileNameRaw)) continue;
    names.push(name);
    locals.push(local);
  }
  const others = zipNames(locals);
  const differing = names.flatMap((name, index) => (others[index] === name ? [] : [index]));
  const [first] = differing;
  if (first === undefined) return [];
  const pair = `${shown(names[first] as string)} is called ${shown(others[first] as string)} there`;
  return [
    differing.length === 1
      ? `A part has another name in its own header than in the zip directory (${pair}); the directory was followed.`
      : `${differing.length} parts have other names in their own headers than in the zip directory (the first, ${pair}); the directory was followed.`,
  ];
}

/** A part as named in its local header; undefined if there is no header, which reading the part reports. */
function localEntry(bytes: Buffer, entry: Entry): NamedEntry | undefined {
  const header = entry.relativeOffsetOfLocalHeader;
  const start = header + LOCAL_BYTES;
  if (start > bytes.length || bytes.readUInt32LE(header) !== LOCAL) return undefined;
  return {
    fileNameRaw: bytes.subarray(start, start + bytes.readUInt16LE(header + 26)),
    generalPurposeBitFlag: bytes.readUInt16LE(header + 6),
    extraFields: [],
  };
}

function shown(name: string): string {
  const characters = [...name];
  return `"${characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : name}"`;
}
