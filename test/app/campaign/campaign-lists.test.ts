import { expect, test } from "vitest";
import { gatherLists, listKey } from "../../../src/app/campaign/campaign-lists.ts";
import { buildList } from "../../helpers/build-list.ts";

const LIST = buildList(["gold | 8853 | 8853 S.p.A. | IT | CID002763"]);

test("equal lists of one version have one key, whichever file they come from", () => {
  const elsewhere = { ...LIST, source: { ...LIST.source, file: "other.xlsx", sha256: "c".repeat(64) } };
  expect(listKey(elsewhere)).toBe(listKey(LIST));
  expect(listKey(buildList(["gold | 8853 | 8853 S.p.A. | IT | CID000000"]))).not.toBe(listKey(LIST));
});

test("a list is that of its first file by name, with this file's hash, in any order", () => {
  const uses = ["b.xlsx", "a.xlsx"].map((file) => ({ key: "k", file, sha256: `hash of ${file}` }));
  for (const order of [uses, [...uses].reverse()]) {
    const [own] = gatherLists(order, () => LIST);
    expect(own?.files).toEqual(["a.xlsx", "b.xlsx"]);
    expect(own?.list.source).toMatchObject({ file: "a.xlsx", sha256: "hash of a.xlsx" });
  }
});

test("a list that is lost is left out", () => {
  expect(gatherLists([{ key: "k", file: "a.xlsx", sha256: "" }], () => undefined)).toEqual([]);
});
