import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type ZippedFile, zipFiles } from "../../../src/report/render/zip.ts";

async function bytesOf(files: readonly ZippedFile[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipFiles(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const FILES: ZippedFile[] = [
  { name: "a.txt", content: "Ä".repeat(5000) },
  { name: "b/ü.bin", content: new Uint8Array([1, 2, 3]), packed: true },
  { name: "c.csv", content: [Buffer.from("1;2\n"), Buffer.from("3;4\n")] },
  { name: "empty", content: "" },
];

test("a zip that others read, the same on every day and in every time zone", async () => {
  const before = process.env.TZ;
  const first = await bytesOf(FILES);
  process.env.TZ = "Pacific/Auckland";
  try {
    expect((await bytesOf(FILES)).equals(first)).toBe(true);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  const read = unzipSync(first);
  expect(Object.keys(read)).toEqual(["a.txt", "b/ü.bin", "c.csv", "empty"]);
  expect(Buffer.from(read["a.txt"] as Uint8Array).toString()).toBe("Ä".repeat(5000));
  expect(Buffer.from(read["c.csv"] as Uint8Array).toString()).toBe("1;2\n3;4\n");
  expect([...(read["b/ü.bin"] as Uint8Array)]).toEqual([1, 2, 3]);
  expect(first.length).toBeLessThan(1000);
});
