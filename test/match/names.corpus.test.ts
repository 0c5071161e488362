// Names as people write them, against the look-up sheets of real workbooks: certain matches must be right, and the
// facility must be among the candidates often enough.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readListFile } from "../../src/app/lists/read-list-file.ts";
import { defined } from "../../src/lib/defined.ts";
import { createMatcher, type Matcher } from "../../src/match/matcher.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import { CORPUS, corpusBytes, OF_CORPUS, officialList } from "../helpers/corpus.ts";
import { type LabelledName, readLabelledNames, scoreNames } from "../helpers/score-names.ts";
import { noiseKeepsFacilities } from "./noise.ts";

describe.skipIf(CORPUS === undefined)(`names against real lists ${OF_CORPUS}`, () => {
  let lists: Record<"6.1" | "6.31" | "6.5", ReferenceList>;
  let alone: Matcher;
  let withEarlier: Matcher;
  let pairs: LabelledName[];

  beforeAll(async () => {
    lists = {
      "6.1": await officialList("6.1"),
      "6.31": await officialList("6.31"),
      "6.5": await officialList("6.5"),
    };
    alone = createMatcher(lists["6.5"]);
    withEarlier = createMatcher(lists["6.5"], { earlier: [lists["6.1"], lists["6.31"]] });
    pairs = readLabelledNames(corpusBytes("names", "pairs.csv"));
  });

  test("pairs: nothing certain is wrong, and earlier lists raise the figures", () => {
    const one = scoreNames(alone, pairs);
    const more = scoreNames(withEarlier, pairs);
    const changed = [...one.places].filter(([name, place]) => more.places.get(name) !== place);
    console.info(
      [
        `6.5 alone: first ${one.first} %, among three ${one.amongThree} %`,
        `with 6.1 and 6.31: first ${more.first} %, among three ${more.amongThree} %`,
        ...changed.map(([name, place]) => `  ${name}: ${rank(place)} → ${rank(more.places.get(name) ?? -1)}`),
        ...[...one.places]
          .filter(([, place]) => place !== 0)
          .map(([name, place]) => `  6.5 alone: ${name}: ${rank(place)}`),
      ].join("\n"),
    );
    expect(one.wrong).toEqual([]);
    expect(more.wrong).toEqual([]);
    expect(one.first).toBeGreaterThanOrEqual(92);
    expect(one.amongThree).toBeGreaterThanOrEqual(96);
    expect(more.first).toBeGreaterThanOrEqual(one.first);
    expect(more.amongThree).toBeGreaterThanOrEqual(one.amongThree);
  });

  test("pairs: lists back to the 2.x templates know most of the names", async () => {
    const older: ReferenceList[] = [];
    for (const file of ["CMRT_2.03_encrypted.xlsx", "CMRT_3.01.xls"]) {
      const read = await readListFile(corpusBytes("templates", file), file, {});
      if (read.ok === true) older.push(read.list);
    }
    expect(older).toHaveLength(2);
    const score = scoreNames(createMatcher(lists["6.5"], { earlier: older }), pairs);
    expect(score.wrong).toEqual([]);
    expect(score.first).toBeGreaterThanOrEqual(95);
    expect(score.amongThree).toBeGreaterThanOrEqual(97);
  });

  test.each([
    ["names in Chinese, Japanese, Korean and Cyrillic", "local-scripts.csv", 97, 99],
    ["names misspelt, shortened and with towns", "other-spellings.csv", 98, 99],
  ])("%s: nothing certain is wrong, the right facility is first", (_title, file, first, amongThree) => {
    const names = readLabelledNames(readFileSync(join(import.meta.dirname, "names", file)));
    for (const matcher of [alone, withEarlier]) {
      const score = scoreNames(matcher, names);
      console.info(`${file}: first ${score.first} %, among three ${score.amongThree} %`);
      expect(score.wrong).toEqual([]);
      expect(score.first).toBeGreaterThanOrEqual(first);
      expect(score.amongThree).toBeGreaterThanOrEqual(amongThree);
    }
  });

  test("names on no list are certain under no name", () => {
    const certain = pairs.filter(({ cid }) => cid === "").map((pair) => [pair.name, alone.match(pair).id]);
    expect(certain.filter(([, id]) => id !== undefined)).toEqual([]);
  });

  test.each(["6.1", "6.31"] as const)(
    "every name of %s is certain and right, or its facility removed",
    (version) => {
      const listed = new Set(lists["6.5"].entries.map(({ id }) => id));
      const failures: string[] = [];
      let removed = 0;
      for (const entry of lists[version].entries) {
        for (const name of entry.lookupNames) {
          const row = defined({ metal: entry.metal, name, country: entry.country });
          const match = withEarlier.match(row);
          if (match.id !== entry.id)
            failures.push(`${entry.metal} ${name}: ${match.id ?? match.kind}, not ${entry.id}`);
          if ((match.removed === undefined) !== listed.has(entry.id)) failures.push(`${name}: removed?`);
          if (match.removed) removed++;
          // Without the earlier list a name may be unknown, but must never be another facility's.
          const without = alone.match(row);
          if (without.id !== undefined && without.id !== entry.id)
            failures.push(`${name} alone: ${without.id}`);
        }
        const byId = withEarlier.match(defined({ metal: entry.metal, id: entry.id }));
        if (byId.id !== entry.id) failures.push(`${entry.id}: ${byId.kind} ${byId.id}`);
      }
      console.info(`names of ${version}: ${removed} of facilities that are removed from 6.5`);
      expect(failures).toEqual([]);
      expect(removed).toBeGreaterThan(0);
    },
  );

  test("every name of 6.5 is its own facility's, alone and with earlier lists, with and without its country", () => {
    const failures: string[] = [];
    for (const matcher of [alone, withEarlier]) {
      for (const entry of lists["6.5"].entries) {
        for (const lookupName of entry.lookupNames) {
          for (const country of [entry.country, undefined]) {
            const { id } = matcher.match({
              metal: entry.metal,
              lookupName,
              ...(country ? { country } : {}),
            });
            if (id !== entry.id) failures.push(`${entry.metal} ${lookupName}: ${id}`);
          }
        }
      }
    }
    expect(failures).toEqual([]);
  });

  test("noise on names of a real list makes no other facility certain, alone and with earlier lists", () => {
    noiseKeepsFacilities(lists["6.5"], 3000);
    noiseKeepsFacilities(lists["6.5"], 3000, [lists["6.31"], lists["6.1"]]);
  });
});

function rank(place: number): string {
  return place < 0 ? "not among three" : `${place + 1}`;
}
