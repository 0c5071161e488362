// The same response saved in another format is read in the same way, except for format, hash and size.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import officeCrypto from "officecrypto-tool";
import { expect, test } from "vitest";
import { readResponse } from "../../../src/app/reading/read-response.ts";
import type { Response } from "../../../src/model/response.ts";
import { buildCmrt } from "../../helpers/build-cmrt.ts";
import { cmrtBytes, workbookBytes } from "../../helpers/cmrt-bytes.ts";
import { hasOffice, saveByOffice } from "../../helpers/office.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const ORIGINAL = cmrtBytes({ number: 1, smelters: 30 });

async function read(bytes: Buffer): Promise<Response> {
  const result = await readResponse(bytes, { path: "acme", container: null });
  if (!result.ok) throw new Error(result.unreadable.reason);
  return result.response;
}

/** What must not depend on the file. */
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

/** A response without formulas: LibreOffice would recalculate the generated ones. */
const TYPED = workbookBytes(
  buildCmrt("6.5", {
    sheets: {
      Declaration: { D8: "Société Générale & 株式会社", D22: 45820, G39: "two\nlines" },
      "Smelter List": {
        A4: "Smelter Identification Input Column",
        B4: "Metal (*)",
        C4: "Smelter Look-up (*)",
        ...{ A5: "CID000401", B5: "Gold", C5: "Dowa", D5: "Dowa", E5: "JAPAN", F5: "CID000401" },
        ...{ B8: "Tin", C8: "Smelter not listed", D8: "Fundición Ñ", E8: "PERU", N8: "Mine 1", P8: "No" },
      },
      "Product List": { B6: "A-1", C6: "Widget", B7: 12, C7: "Gadget" },
    },
  }),
);

const office = hasOffice();
test.skipIf(!office)(
  `saved by LibreOffice as .xlsx, .ods and .xls${office ? "" : " (soffice is not installed)"}`,
  async () => {
    const folder = temporaryFolder();
    const original = join(folder, "acme.xlsx");
    writeFileSync(original, TYPED);
    for (const format of ["xlsx", "ods", "xls"]) {
      const saved = readFileSync(join(await saveByOffice([original], format, folder), `acme.${format}`));
      expect((await read(saved)).source).toMatchObject({ format });
      expect(await content(saved)).toEqual(await content(TYPED));
    }
  },
);

test("protected with Excel's public password", async () => {
  const saved = officeCrypto.encrypt(ORIGINAL, { password: "VelvetSweatshop", type: "standard" });
  expect((await read(saved)).source).toMatchObject({ format: "xlsx", encrypted: true });
  expect(await content(saved)).toEqual(await content(ORIGINAL));
});
