// A short run with a fixed seed. The long one: npm run fuzz -- --seed 1 --minutes 10.
import { expect, test } from "vitest";
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import { UsageError } from "../../src/errors.ts";
import { readDecisions } from "../../src/match/decisions.ts";
import { parseSettings } from "../../src/model/settings.ts";
import { parseAccepted } from "../../src/rules/accepted.ts";
import { bytesOf, runCase } from "./fuzz-case.ts";
import { mutateBytes } from "./mutate.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";
import { randomOf } from "./random.ts";
import { madeSeeds } from "./seeds.ts";

test("mutated workbooks end in an outcome, never in an error", async () => {
  const seeds = { made: await madeSeeds(), real: [] };
  const outcomes = { read: 0, unreadable: 0 };
  for (let fuzzCase = 0; fuzzCase < 400; fuzzCase++) {
    const bytes = bytesOf(seeds, 1, fuzzCase);
    outcomes[
      await runCase(bytes).catch((cause: unknown) => {
        throw new Error(`case ${fuzzCase} of seed 1`, { cause });
      })
    ]++;
  }
  // Mutations that all miss or all hit would test nothing.
  expect(outcomes.read).toBeGreaterThan(50);
  expect(outcomes.unreadable).toBeGreaterThan(50);
});

/** Files that people edit, with a small sound example of each. */
const EDITED: [name: string, text: string, parse: (text: string) => unknown][] = [
  [
    "suppliers.csv",
    "id,name,products or part numbers\n1,Acme,A-1; A-2\n2,Bolt & Sons,\n",
    (text) => parseRoster(text),
  ],
  [
    "accepted-findings.csv",
    "rule,supplier,cell,reason,by,date\npolicy-url-missing,Acme,Declaration!G71,seen,Ana,2017-01-02\n",
    (text) => parseAccepted(text),
  ],
  [
    "cmrt.json",
    '{ "issuer": "Larkmoor", "cutoff": "05-31", "limits": { "fileBytes": 1000 } }',
    (text) => parseSettings(text),
  ],
  [
    "smelter-decisions.csv",
    "metal,name,country,id,smelter_id,reason,by,date\ntin,Fenix,PL,,CID000468,asked,Ana,2017-01-02\n",
    (text) => readDecisions(text),
  ],
];

test.each(EDITED)("mutated %s is understood or refused with words, never a fault", (_name, text, parse) => {
  for (let fuzzCase = 0; fuzzCase < 300; fuzzCase++) {
    const random = randomOf(2, fuzzCase);
    const mutated = random.chance(0.5)
      ? mutateBytes(Buffer.from(text), random).toString("utf8")
      : text.replace(random.pick([/,[^,\n]*/, /\n/, /"[^"]*"/, /[a-z]+/]), () => random.pick(NASTY_TEXTS));
    try {
      parse(mutated);
    } catch (error) {
      if (!(error instanceof UsageError))
        throw new Error(`case ${fuzzCase}: ${JSON.stringify(mutated.slice(0, 300))}`, { cause: error });
    }
  }
});

test("a case is the same every time", async () => {
  const seeds = { made: await madeSeeds(), real: [] };
  expect(bytesOf(seeds, 7, 3).equals(bytesOf(seeds, 7, 3))).toBe(true);
  expect(bytesOf(seeds, 7, 3).equals(bytesOf(seeds, 8, 3))).toBe(false);
});
