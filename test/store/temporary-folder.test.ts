import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withTemporaryFolder } from "../../src/store/temporary-folder.ts";

test("is the owner's alone and gone afterwards, whatever happened in it", async () => {
  let folder = "";
  const work = withTemporaryFolder(async (made) => {
    folder = made;
    writeFileSync(join(made, "a"), "a");
    if (process.platform !== "win32") expect(statSync(made).mode & 0o077).toBe(0);
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(folder).not.toBe("");
  expect(existsSync(folder)).toBe(false);
  expect(await withTemporaryFolder(async () => 7)).toBe(7);
});
