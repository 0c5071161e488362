// Containers are opened by workers of the built program with limits of time and memory.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import type { UnreadableError } from "../../../src/model/workbook.ts";
import { findFiles } from "../../../src/workbook/sources/find-files.ts";
import { tar } from "../../helpers/build-containers.ts";
import { eml } from "../../helpers/build-mail.ts";
import { builtModule, isBuilt } from "../../helpers/built.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** A 200-byte tar archive in xz that needs 768 MB of memory to unpack. */
const GREEDY = Buffer.from(
  "/Td6WFoAAATm1rRGAgAhASMAAADnJxBk4Cf/AF9dADCLigaD6IPj31j3VmFNj3BUPolbVMF1+AFk5A5YwdT3cIUMzOqSvuS8RZAlApx0i4C8rxvSZZz3ZRiKZylGWYQv48G4sDZK0a8mslkgufdQPIK/Csq1TrJPqyegP9MAAAB0wkT2+JqPRAABe4BQAAAA75Zb2LHEZ/sCAAAAAARZWg==",
  "base64",
);
const PDF = { name: "a.pdf", bytes: Buffer.from("%PDF-1") };

describe.skipIf(!isBuilt())("the built program (npm run build; skipped without a current build)", () => {
  test.each<[string, Buffer, Partial<typeof LIMITS>, string]>([
    ["little memory is enough for little", tar(PDF), { workerMemory: 64 }, "a.pdf"],
    [
      "an archive that wants more memory than there is",
      GREEDY,
      { workerMemory: 64 },
      "more memory than the limit",
    ],
    ["the same with the memory for it", GREEDY, {}, "a.pdf"],
    [
      "an archive that takes longer than it may",
      tar(PDF),
      { fileSeconds: 0.001 },
      "took more than 0.001 seconds",
    ],
    [
      "a mail that takes longer than it may",
      eml(PDF),
      { fileSeconds: 0.001 },
      "took more than 0.001 seconds",
    ],
  ])("%s", async (_name, bytes, limits, said) => {
    const { openReader } =
      await builtModule<typeof import("../../../src/app/reading/open-reader.ts")>("app/reading/open-reader");
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), bytes);
    const reader = openReader({ limits: { ...LIMITS, ...limits } }, { workers: 1 });
    const found: string[] = [];
    try {
      for await (const file of reader.unpack(await findFiles(["file"], folder))) {
        found.push("failure" in file ? (file.failure as UnreadableError).message : file.source.path);
      }
    } finally {
      await reader.close();
    }
    expect(found).toEqual([expect.stringContaining(said)]);
  });
});
