// A clean response changed field by field: no rule ever throws, and restoring the field removes the findings.

import fc from "fast-check";
import { expect, test } from "vitest";
import { RELEASES } from "../../fixtures/cmrt.ts";
import { exampleDate } from "../../src/forms/example-response.ts";
import { responseSchema } from "../../src/forms/schemas.ts";

import type { Response } from "../../src/model/response.ts";

import { RULES } from "../../src/rules/index.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput, findingLine } from "../../src/rules/support/example.ts";
import { exampleHistory } from "../../src/rules/support/example-history.ts";
import { EXAMPLE_LIST } from "../../src/rules/support/example-matches.ts";

/** A run over one response in which every rule has what it needs. */
function input(response: Response) {
  const year = Number(exampleDate(response.template.version).slice(0, 4));
  const base = exampleInput({
    about: "everything at hand",
    period: year,
    today: `${year + 1}-01-15`,
    reference: EXAMPLE_LIST,
    statusList: EXAMPLE_LIST,
    statusHistory: exampleHistory({ "2011-01-01": {} }),
    originList: EXAMPLE_LIST,
    watchLists: [EXAMPLE_LIST],
    areaLists: [EXAMPLE_LIST],
    sanctionsLists: [EXAMPLE_LIST],
    copies: [],
    roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", products: ["A-1"], minerals: ["gold"] }],
    settings: { thresholds: { minimumTemplateVersion: "1.00" } },
  });
  const [checked] = base.responses;
  if (checked) {
    checked.selected.response = response;
    checked.selected.period = year;
    checked.previous = structuredClone(response);
  }
  return base;
}

/** Rules that run only if the settings request them. */
const OPTIONAL = new Set(RULES.filter(({ optional }) => optional).map(({ id }) => id));

/** Every rule runs, except those on a column whose place is unknown. */
function run(response: Response, taken?: string | number): string[] {
  const { findings, notRun } = check(input(response));
  const columns = taken === "smelterColumns" || taken === "productColumns";
  const cannotTell = (reason: string) =>
    columns && reason.startsWith("it cannot be determined where the column");
  expect(notRun.filter(({ rule, reason }) => !OPTIONAL.has(rule) && !cannotTell(reason))).toEqual([]);
  return findings.map((finding) => `${finding.rule} ${findingLine(finding)}`);
}

type Path = (string | number)[];

/** Every place in a value that can be changed, including nested ones. */
function places(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [at];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    places(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inner : [at, ...inner];
}

function change(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const here = key as string | number;
  if (rest.length > 0) copy[here] = change(copy[here], rest, to);
  else if (to === undefined) {
    if (Array.isArray(copy)) copy.splice(here as number, 1);
    else delete copy[here];
  } else copy[here] = to;
  return copy;
}

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    "No",
    "yes",
    "はい",
    "=1+1",
    "2025-02-30",
    "__proto__",
    "Smelter not listed",
    "CID000001",
    "Congo",
    "same",
    "n/a",
  ),
);

test("whatever stands in a field, no rule throws; put back, the findings are those of before", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RELEASES.map((release) => release.version)),
      fc.nat(),
      fc.option(texts, { nil: undefined }),
      (version, pick, to) => {
        const [checked] = exampleInput({
          about: "clean",
          version,
          products: [{ row: 6, number: "A-1" }],
        }).responses;
        const clean = checked?.selected.response as Response;
        const before = run(clean);
        const all = places(clean);
        const place = all[pick % all.length] as Path;
        const changed = change(clean, place, to);
        const parsed = responseSchema.safeParse(changed);
        // The store passes rules only what its schema accepts.
        if (parsed.success) run(parsed.data, place[0]);
        expect(run(clean)).toEqual(before);
        expect(before.filter((line) => / (error|warning): /.test(line))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test("every field of a clean response taken away, one at a time", () => {
  for (const version of ["1.00", "2.03", "3.01", "6.5"]) {
    const [checked] = exampleInput({ about: "clean", version }).responses;
    const clean = checked?.selected.response as Response;
    let tried = 0;
    for (const place of places(clean)) {
      const parsed = responseSchema.safeParse(change(clean, place, undefined));
      if (!parsed.success) continue;
      tried++;
      run(parsed.data, place[0]);
    }
    expect(tried, version).toBeGreaterThan(50);
  }
});

test("no rule changes what it is given", () => {
  const [checked] = exampleInput({ about: "clean" }).responses;
  const response = checked?.selected.response as Response;
  const before = structuredClone(response);
  check(input(response), RULES);
  expect(response).toEqual(before);
});
