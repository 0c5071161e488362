// Zips encrypted by other programs open with their passwords, and with no other.
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/model/limits.ts";
import { openZip } from "../../../src/workbook/zip/zip.ts";

const PLAIN = "%PDF-1.7 as sent, as sent, as sent";

/** A file with that text, encrypted by Info-ZIP 3.0 and 7-Zip 24. */
const ZIPS: Record<string, { zip: string; password: string }> = {
  "PKWARE's, Info-ZIP": {
    zip: "UEsDBBQACQAIAAAAIVis30H4IQAAACIAAAAFAAAAYS5wZGbKLih9itSxWdKe1zaMGwje0WH/AkxcBb+B2SVaV4nIgZhQSwcIrN9B+CEAAAAiAAAAUEsBAh4DFAAJAAgAAAAhWKzfQfghAAAAIgAAAAUAAAAAAAAAAQAAAKSBAAAAAGEucGRmUEsFBgAAAAABAAEAMwAAAFQAAAAAAA==",
    password: "secret",
  },
  "PKWARE's, Info-ZIP, of a stream": {
    zip: "UEsDBC0ACQAIAFNYfF2s30H4//////////8BABQALQEAEAAiAAAAAAAAACEAAAAAAAAAEV5aWXokBLmxNC510DvieLYzNchNj+2NcTph4yd6qCQxUEsHCKzfQfghAAAAAAAAACIAAAAAAAAAUEsBAh4DLQAJAAgAU1h8XazfQfghAAAAIgAAAAEAAAAAAAAAAQAAAIARAAAAAC1QSwYGLAAAAAAAAAAeAy0AAAAAAAAAAAABAAAAAAAAAAEAAAAAAAAALwAAAAAAAABsAAAAAAAAAFBLBgcAAAAAmwAAAAAAAAABAAAAUEsFBgAAAAABAAEALwAAAGwAAAAAAA==",
    password: "secret",
  },
  "PKWARE's, 7-Zip, stored": {
    zip: "UEsDBBQAAQAAAAAAIQCs30H4LgAAACIAAAAFAAAAYS5wZGZ9T1JF5PIZP2ljRqIZfyOeK9I3GR9PHBtXdds/AsCdUXUeHkrt0qWZ0ey/WQezUEsBAj8DFAABAAAAAAAhAKzfQfguAAAAIgAAAAUAAAAAAAAAAAAggKSBAAAAAGEucGRmUEsFBgAAAAABAAEAMwAAAFEAAAAAAA==",
    password: "secret",
  },
  "PKWARE's, a password in UTF-8": {
    zip: "UEsDBBQACQAIAAAAIVis30H4IQAAACIAAAAFAAAAYS5wZGZh6cu82Imn/8KAtsgqXVhuY28FUAA/UFaA6IpQsqhXb81QSwcIrN9B+CEAAAAiAAAAUEsBAh4DFAAJAAgAAAAhWKzfQfghAAAAIgAAAAUAAAAAAAAAAQAAAKSBAAAAAGEucGRmUEsFBgAAAAABAAEAMwAAAFQAAAAAAA==",
    password: "süß",
  },
  "PKWARE's, a password in Windows-1252": {
    zip: "UEsDBBQACQAIAAAAIVis30H4IQAAACIAAAAFAAAAYS5wZGbbQGiEbkSSReIusu3khtf9vXPB26xq3T1yxw0dwdaeRctQSwcIrN9B+CEAAAAiAAAAUEsBAh4DFAAJAAgAAAAhWKzfQfghAAAAIgAAAAUAAAAAAAAAAQAAAKSBAAAAAGEucGRmUEsFBgAAAAABAAEAMwAAAFQAAAAAAA==",
    password: "süß",
  },
  "AES-128": {
    zip: "UEsDBDMAAQBjAAAAIQAAAAAANgAAACIAAAAFAAsAYS5wZGYBmQcAAgBBRQEAAJm0PsaAwl1u/2qUG2Dv5WDu4/hD4QntLn51VwuV3yvAxz7vkMpMdJ1r5XBOQuvv81Tze+kgQFBLAQI/AzMAAQBjAAAAIQAAAAAANgAAACIAAAAFAAsAAAAAAAAAIICkgQAAAABhLnBkZgGZBwACAEFFAQAAUEsFBgAAAAABAAEAPgAAAGQAAAAAAA==",
    password: "secret",
  },
  "AES-192": {
    zip: "UEsDBDMAAQBjAAAAIQAAAAAAOgAAACIAAAAFAAsAYS5wZGYBmQcAAgBBRQIAAOA9cS8+F+vBgL7A1aSB20qxDP+zBwxirKqaOR6cjZfHYgrGbZmklgNbMVSofeKilgvuec0w6yyavltQSwECPwMzAAEAYwAAACEAAAAAADoAAAAiAAAABQALAAAAAAAAACCApIEAAAAAYS5wZGYBmQcAAgBBRQIAAFBLBQYAAAAAAQABAD4AAABoAAAAAAA=",
    password: "secret",
  },
  "AES-256": {
    zip: "UEsDBDMAAQBjAAAAIQAAAAAAPgAAACIAAAAFAAsAYS5wZGYBmQcAAgBBRQMAAAXt7sCEL6kU1qiViIu2A8nrfP2MUHbR0j9kj2ZsT1i6Cuyc89uNAWIxJTruLy0M+b5K1+tSHWEQMwXCQ6yrUEsBAj8DMwABAGMAAAAhAAAAAAA+AAAAIgAAAAUACwAAAAAAAAAggKSBAAAAAGEucGRmAZkHAAIAQUUDAABQSwUGAAAAAAEAAQA+AAAAbAAAAAAA",
    password: "secret",
  },
};

async function read(zip: Buffer, passwords: readonly string[], limits = LIMITS): Promise<string> {
  const { names, read: readFile } = await openZip(zip, limits, { passwords });
  return readFile(names[0] as string).toString();
}

describe.each(Object.entries(ZIPS))("%s", (_name, { zip, password }) => {
  const bytes = Buffer.from(zip, "base64");

  test("opens with the password, also behind wrong ones", async () => {
    expect(await read(bytes, [password])).toBe(PLAIN);
    expect(await read(bytes, ["wrong", "", password, "later"])).toBe(PLAIN);
  });

  test("stays closed without it, and says which it was", async () => {
    const locked = { kind: "encrypted", ask: expect.stringContaining("--password") };
    await expect(read(bytes, [])).rejects.toMatchObject({
      unreadable: { ...locked, reason: "The archive is protected with a password." },
    });
    // One wrong password in 256 passes the original encryption's own check: none of these opens it.
    const wrong = Array.from({ length: 600 }, (_, index) => `wrong ${index}`);
    await expect(read(bytes, wrong)).rejects.toMatchObject({
      unreadable: { ...locked, reason: expect.stringContaining("none of those given") },
    });
  });

  test("no damaged byte passes for content", async () => {
    for (let at = 30; at < bytes.lastIndexOf("PK\x01\x02"); at += 3) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] as number) ^ 0x55;
      const content = await read(damaged, [password]).catch((error) => error.unreadable.kind);
      expect([PLAIN, "encrypted", "damaged", "unsupported"]).toContain(content);
    }
  });
});

test("AE-1 has a check sum of the content, which counts", async () => {
  const bytes = Buffer.from(ZIPS["AES-256"]?.zip ?? "", "base64");
  const central = bytes.lastIndexOf("PK\x01\x02");
  bytes.writeUInt16LE(1, bytes.lastIndexOf("AE") - 2);
  await expect(read(bytes, ["secret"])).rejects.toMatchObject({ unreadable: { kind: "encrypted" } });
  bytes.writeUInt32LE(0xf841dfac, central + 16);
  expect(await read(bytes, ["secret"])).toBe(PLAIN);
});

test("encryption of another kind is said to be that", async () => {
  const bytes = Buffer.from(ZIPS["PKWARE's, 7-Zip, stored"]?.zip ?? "", "base64");
  bytes.writeUInt16LE(0x41, bytes.lastIndexOf("PK\x01\x02") + 8);
  await expect(read(bytes, ["secret"])).rejects.toMatchObject({ unreadable: { kind: "unsupported" } });
});

test("a size that lies is found out", async () => {
  const bytes = Buffer.from(ZIPS["PKWARE's, Info-ZIP"]?.zip ?? "", "base64");
  bytes.writeUInt32LE(200_000_000, bytes.lastIndexOf("PK\x01\x02") + 24);
  await expect(read(bytes, ["secret"])).rejects.toMatchObject({ unreadable: { kind: "too-large" } });
});
