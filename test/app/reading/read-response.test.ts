import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import { responseSchema } from "../../../src/forms/schemas.ts";
import type { SmelterRow } from "../../../src/model/response.ts";
import { RESPONSES } from "../../helpers/made-campaign.ts";

async function read(bytes: Uint8Array, path: string) {
  const outcome = await readResponse(bytes, { path, container: null });
  if (!outcome.ok) throw new Error(`${path}: ${outcome.unreadable.reason}`);
  return responseSchema.parse(outcome.response);
}

const FORMATS = [
  ["xlsb", "xlsb"],
  ["xls", "biff8"],
  ["ods", "ods"],
] as const;

/** The library that writes the other formats drops some formulas, so that looked-up values seem to be typed over. */
const withoutFormulas = ({ ownListSays: _, ...row }: SmelterRow) => row;

test.each(readdirSync(RESPONSES))("%s says the same in every format", async (file) => {
  const bytes = readFileSync(join(RESPONSES, file));
  const { id: _id, source: _source, notes: _notes, ...content } = await read(bytes, file);
  const workbook = xlsx.read(bytes, { cellFormula: true });
  for (const [format, bookType] of FORMATS) {
    const again = await read(xlsx.write(workbook, { type: "buffer", bookType }), `again.${format}`);
    expect(again.source.format).toBe(format);
    expect({ ...again, smelters: [] }).toMatchObject({ ...content, smelters: [] });
    expect(again.smelters.map(withoutFormulas)).toEqual(content.smelters.map(withoutFormulas));
  }
});

test("the id is the hash of the bytes, the source the name given", async () => {
  const file = "brightwell-2016-09.xlsx";
  const bytes = readFileSync(join(RESPONSES, file));
  const outcome = await readResponse(bytes, { path: "inner.xlsx", container: "mail.eml » all.zip" });
  if (!outcome.ok) throw new Error(outcome.unreadable.reason);
  expect(outcome.response.source).toMatchObject({
    path: "inner.xlsx",
    container: "mail.eml » all.zip",
    bytes: bytes.length,
  });
  expect(outcome.response.id).toBe(outcome.response.source.sha256);
  expect(outcome.response.id).toMatch(/^[0-9a-f]{64}$/);
});

test("what is wrong with a file is an outcome, never an error", async () => {
  const bytes = readFileSync(join(RESPONSES, "brightwell-2016-09.xlsx"));
  for (const part of [Buffer.alloc(0), Buffer.from("no workbook"), bytes.subarray(0, 5000)]) {
    const outcome = await readResponse(part, { path: "x.xlsx", container: null });
    expect(outcome.ok).toBe(false);
  }
});
