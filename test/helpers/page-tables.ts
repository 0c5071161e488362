// The tables in a report's page, unpacked like its script does.
import { gunzipSync } from "node:zlib";
import { type ClientTable, readTable } from "../../src/client/data/unpack-table.ts";

/** Tables by name. */
export function tablesOf(html: string): Map<string, ClientTable> {
  const packed = html.matchAll(/<script type="application\/octet-stream" id="[\w-]+">([^<]*)<\/script>/g);
  const tables = [...packed].map(([, text = ""]) => readTable(gunzipSync(Buffer.from(text, "base64"))));
  return new Map(tables.map((table) => [table.file, table]));
}
