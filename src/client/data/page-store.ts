// The tables of the page, unpacked on demand.
import { gunzipSync } from "fflate";
import { FACTS_ID, type PageFacts, tableElementId } from "../../model/page-data.ts";
import { type ClientTable, readTable } from "./unpack-table.ts";

/** The facts of the page. Throws if the page has none. */
export function pageFacts(): PageFacts {
  return JSON.parse(textOf(FACTS_ID)) as PageFacts;
}

const opened = new Map<string, Promise<ClientTable>>();

/** A table by name. Rejects if the page does not have it. */
export function openTable(file: string): Promise<ClientTable> {
  let table = opened.get(file);
  if (table === undefined) {
    table = unpack(file);
    opened.set(file, table);
  }
  return table;
}

/** Whether the page has a table; some depend on the data. */
export function hasTable(file: string): boolean {
  return document.getElementById(tableElementId(file)) !== null;
}

async function unpack(file: string): Promise<ClientTable> {
  return readTable(await gunzip(fromBase64(textOf(tableElementId(file)))));
}

function textOf(id: string): string {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`This page has no ${id}.`);
  return element.textContent ?? "";
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.trim());
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** Uses the browser's asynchronous decompression; the script's own if the browser has none. */
async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof DecompressionStream === "undefined") return gunzipSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
