// The same response saved in another format gives the same reading, but for format, hash and size.
import XLSX from "@e965/xlsx";
import officeCrypto from "officecrypto-tool";
import { expect, test } from "vitest";
import { readResponse } from "../../src/commands/read-response.ts";
import type { Response } from "../../src/model/response.ts";
import { cmrtBytes } from "../helpers/cmrt-bytes.ts";

const ORIGINAL = cmrtBytes({ number: 1, smelters: 30 });

async function read(bytes: Buffer): Promise<Response> {
  const result = await readResponse(bytes, { path: "acme", container: null });
  if (!result.ok) throw new Error(result.unreadable.reason);
  return result.response;
}

/** What must be the same whatever the file is. */
async function content(bytes: Buffer): Promise<Omit<Response, "id" | "source" | "notes">> {
  const { id: _id, source: _source, notes: _notes, ...rest } = await read(bytes);
  return rest;
}

test.each(["xlsx", "xlsb", "biff8", "ods"] as const)("%s", async (bookType) => {
  const book = XLSX.read(ORIGINAL, { type: "buffer" });
  const saved: Buffer = XLSX.write(book, { type: "buffer", bookType });
  const response = await read(saved);
  expect(response.source).toMatchObject({
    format: bookType === "biff8" ? "xls" : bookType,
    encrypted: false,
  });
  expect(response.smelters).toHaveLength(30);
  expect(await content(saved)).toEqual(await content(ORIGINAL));
});

test("protected with Excel's public password", async () => {
  const saved = officeCrypto.encrypt(ORIGINAL, { password: "VelvetSweatshop", type: "standard" });
  expect((await read(saved)).source).toMatchObject({ format: "xlsx", encrypted: true });
  expect(await content(saved)).toEqual(await content(ORIGINAL));
});
