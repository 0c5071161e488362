// Time limits apply to every file that the built program reads, whatever its type and however few files there are.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { findFiles } from "../../../src/workbook/sources/find-files.ts";
import { buildOoxml } from "../../helpers/build-ooxml.ts";
import { buildZip } from "../../helpers/build-zip.ts";
import { builtModule, isBuilt } from "../../helpers/built.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const SHORT = { ...LIMITS, fileSeconds: 0.001 };
const STOPPED = "Reading it took more than 0.001 seconds and was stopped.";
const CLAIM = { name: "xl/workbook.xml", bytes: Buffer.from("<workbook/>") };
const ODS = [
  { name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.spreadsheet") },
  { name: "content.xml", bytes: Buffer.from("<office:document-content/>") },
];

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  test.each([
    ["a plain workbook", buildOoxml({ sheets: { S: "<worksheet/>" } })],
    ["an .ods that claims to be an .xlsx", buildZip([...ODS, CLAIM])],
    ["a text", Buffer.from("a,b\n1,2\n")],
  ])("%s, alone in a folder", async (_name, bytes) => {
    const { openReader } =
      await builtModule<typeof import("../../../src/app/reading/open-reader.ts")>("app/reading/open-reader");
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), bytes);
    const reader = openReader({ limits: SHORT }, { workers: 1 });
    const reasons: unknown[] = [];
    try {
      for await (const file of reader.unpack(await findFiles(["file"], folder))) {
        if ("failure" in file) throw file.failure;
        const result = await reader.read(file);
        reasons.push(result.ok ? "read" : result.unreadable.reason);
      }
    } finally {
      await reader.close();
    }
    expect(reasons).toEqual([STOPPED]);
  });

  test("a list, a table and a roster of the user's", async () => {
    const { openListFile, openSheetTables, openTableFile } =
      await builtModule<typeof import("../../../src/app/lists/open-list-file.ts")>(
        "app/lists/open-list-file",
      );
    const bytes = Buffer.from("Metal,Name\nGold,Dowa\n");
    await expect(openListFile(bytes, "list.csv", {}, SHORT)).rejects.toThrow(`list.csv: ${STOPPED}`);
    await expect(openTableFile(bytes, "names.csv", SHORT)).rejects.toThrow(`names.csv: ${STOPPED}`);
    await expect(openSheetTables(bytes, "suppliers.xlsx", SHORT)).rejects.toThrow(
      `suppliers.xlsx: ${STOPPED}`,
    );
    expect(await openTableFile(bytes, "names.csv")).toMatchObject([
      { cells: ["Metal", "Name"] },
      { cells: ["Gold", "Dowa"] },
    ]);
  });
});
