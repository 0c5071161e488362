import { expect, test } from "vitest";
import { compare } from "../../src/campaign/compare.ts";
import type { PeriodResult } from "../../src/campaign/compare-change.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import { AMRT } from "../../src/forms/amrt/family.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Family } from "../../src/forms/form.ts";
import type { Response } from "../../src/model/response.ts";
import { type BuildEvaluation, buildEvaluation } from "../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const response = (id: string, companyName: string, date: string, more: BuildOptions = {}): Response =>
  buildResponse({
    id,
    file: `${id}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName, effectiveDate: { value: date }, ...more.company },
  });
const VINTO = { metal: "tin", lookupName: "EM Vinto", name: "EM Vinto", id: "CID000438" } as const;
const TAKI = { metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", id: "CID001869" } as const;
const foo = { metal: "tin", lookupName: "Smelter not listed", name: "Foo Tin", country: "PE" } as const;

const FINDINGS: NonNullable<BuildEvaluation["findings"]> = [
  ["alpha-15", "error"],
  ["alpha-16", "warning"],
  ["beta-15", "warning"],
  ["beta-16", "warning"],
  ["gamma-15", "error"],
];
const RESPONSES = [
  response("alpha-15", "Alpha", "2015-09-01", { smelters: [VINTO, TAKI, { ...VINTO, row: 9 }] }),
  response("alpha-16", "Alpha", "2016-09-01", {
    answers: {
      tin: { coveredCountries: "unknown", allSmeltersIdentified: "no", supplierResponseRate: "pctGt75" },
      tantalum: { intentionallyAdded: "no" },
      gold: { coveredCountries: { raw: "?" } },
    },
    policies: { policyPublic: "no" },
    smelters: [VINTO, foo],
  }),
  response("beta-15", "Beta", "2015-09-01", {
    answers: { tin: { coveredCountries: "unknown" } },
    smelters: [],
  }),
  response("beta-16", "Beta", "2016-09-01", { smelters: [] }),
  // Gamma answers only in the first period, Delta only in the second, Epsilon on a day that belongs to both.
  response("gamma-15", "Gamma", "2015-09-01", { smelters: [] }),
  response("delta-16", "Delta", "2016-09-01", { smelters: [] }),
  response("epsilon", "Epsilon", "2016-03-01", { smelters: [] }),
];

function period(year: number) {
  const evaluation = buildEvaluation(RESPONSES, { period: year, findings: FINDINGS });
  return { evaluation, consolidation: consolidate(evaluation) };
}
const RESULT = compare(period(2015), period(2016));
const changes = (kind: string) =>
  RESULT.changes
    .filter((change) => change.kind === kind)
    .map(({ metal, supplier, subject, before, after }) => [metal ?? supplier, subject, before, after]);

test("who is compared", () => {
  expect(RESULT).toMatchObject({ from: 2015, to: 2016, suppliersInBoth: 3, responsesInBoth: 1 });
});

test("figures of both periods", () => {
  expect(changes("figure").slice(0, 6)).toEqual([
    [null, "suppliers surveyed", null, null],
    [null, "suppliers with a file received", 4, 4],
    [null, "suppliers with a usable file", 4, 4],
    [null, "suppliers responded", 4, 4],
    [null, "suppliers valid", 2, 4],
    [null, "suppliers valid without questions", 1, 2],
  ]);
  expect(changes("figure").filter(([metal]) => metal === "tin")).toEqual([
    ["tin", "suppliers in scope", 4, 4],
    ["tin", "covered countries: Yes", 0, 0],
    ["tin", "covered countries: No", 3, 3],
    ["tin", "covered countries: Unknown", 1, 1],
    ["tin", "smelters named", 1, 2],
    ["tin", "smelters not matched", 0, 1],
  ]);
});

test("answers that became weaker, of suppliers heard in both; a metal no longer in scope is none", () => {
  expect(
    RESULT.changes
      .filter(({ kind }) => kind === "answer")
      .map(({ supplier, metal, subject, before, after }) => [supplier, metal, subject, before, after]),
  ).toEqual([
    ["Alpha", "tin", "coveredCountries", "no", "unknown"],
    ["Alpha", "tin", "supplierResponseRate", "pct100", "pctGt75"],
    ["Alpha", "tin", "allSmeltersIdentified", "yes", "no"],
    ["Alpha", "gold", "coveredCountries", "no", "not understood"],
    ["Alpha", null, "policyPublic", "yes", "no"],
  ]);
});

test("smelters new and gone", () => {
  expect(changes("smelterNew")).toEqual([["tin", "Foo Tin", null, 1]]);
  expect(changes("smelterGone")).toEqual([["tantalum", "Taki Chemical Co., Ltd.", 1, null]]);
  expect(changes("smelterCount")).toEqual([]);
});

test("findings new and resolved, of suppliers heard in both", () => {
  expect(changes("findingNew")).toEqual([["Alpha", "warning-rule", 0, 1]]);
  expect(changes("findingResolved")).toEqual([["Alpha", "error-rule", 1, 0]]);
});

test("a status that moved on the lists", () => {
  const [before, after] = [period(2015), period(2016)];
  const withStatus = (result: typeof before, status: string, statusesKnown = true) => ({
    ...result,
    consolidation: {
      ...result.consolidation,
      statusesKnown,
      facilities: result.consolidation.facilities.map((one) =>
        one.id === "CID000438"
          ? { ...one, status: { status, class: "other" as const, list: "Status", asOf: null } }
          : one,
      ),
    },
  });
  const { changes: all } = compare(withStatus(before, "Conformant"), withStatus(after, "In progress"));
  expect(all.filter(({ kind }) => kind === "smelterStatus")).toMatchObject([
    { metal: "tin", subject: "EM Vinto", smelterId: "CID000438", before: "Conformant", after: "In progress" },
  ]);
  // If the earlier period had no list of statuses, none has changed.
  const untold = compare(before, withStatus(after, "Conformant"));
  expect(untold.changes.filter(({ kind }) => kind === "smelterStatus")).toEqual([]);
});

const yes = { coveredCountries: "yes", cahra: "yes" } as const;
const product = (...numbers: string[]): BuildOptions => ({
  company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
  products: numbers.map((number, index) => ({ row: 6 + index, number })),
});

/** The changes of one supplier's responses from 2015 to 2016, except figures and findings. */
function changesOf(responses: Response[]) {
  const [before, after] = [2015, 2016].map((year) => {
    const standLater = new Set(
      buildEvaluation(responses, { period: 2016 })
        .responses.filter(({ standing }) => standing === "standing")
        .map(({ response: { id } }) => id),
    );
    const evaluation = buildEvaluation(responses, {
      period: year,
      ...(year === 2015 ? { standLater } : {}),
    });
    return { evaluation, consolidation: consolidate(evaluation) };
  }) as [ReturnType<typeof period>, ReturnType<typeof period>];
  return compare(before, after).changes.flatMap(({ kind, metal, subject, before: was, after: is, cause }) =>
    kind === "figure" || kind.startsWith("finding") ? [] : [[kind, metal, subject, was, is, cause]],
  );
}
const [then, now] = ["2015-09-01", "2016-09-01"] as const;

test.each<[string, Response[], unknown[]]>([
  ["the same again", [response("a", "Acme", then), response("b", "Acme", now)], []],
  [
    "Yes, then No on origin, is its own kind",
    [response("a", "Acme", then, { answers: { tin: yes } }), response("b", "Acme", now)],
    [["answerNowNo", "tin", "coveredCountries", "yes", "no", undefined]],
  ],
  [
    "No, then Yes",
    [response("a", "Acme", then), response("b", "Acme", now, { answers: { tin: yes } })],
    [["answer", "tin", "coveredCountries", "no", "yes", undefined]],
  ],
  [
    "a better answer",
    [response("a", "Acme", then, { policies: { policyPublic: "no" } }), response("b", "Acme", now)],
    [["answerStronger", null, "policyPublic", "no", "yes", undefined]],
  ],
  [
    "a metal that leaves the scope",
    [
      response("a", "Acme", then, { smelters: [] }),
      response("b", "Acme", now, {
        smelters: [],
        answers: { gold: { intentionallyAdded: "no", necessaryInProduct: "no" } },
      }),
    ],
    [["scope", "gold", "in scope", "yes", "no", undefined]],
  ],
  [
    "a new declaration for a product is added, and weakens nothing",
    [
      response("a", "Acme", then),
      response("b", "Acme", now),
      response("c", "Acme", now, { ...product("A-1"), answers: { tin: yes } }),
    ],
    [["declarationNew", null, "1 product", null, null, undefined]],
  ],
  [
    "a product list that has grown is compared",
    [
      response("a", "Acme", then, product("A-1")),
      response("b", "Acme", now, { ...product("A-1", "A-2"), answers: { tin: yes } }),
    ],
    [["answer", "tin", "coveredCountries", "no", "yes", undefined]],
  ],
  [
    "one declaration for both years",
    [response("a", "Acme", "2016-03-01"), response("z", "Zeta", then, { smelters: [] })],
    [["declarationSame", null, "company", null, null, undefined]],
  ],
  [
    "a declaration that stands in both years, and an older one to compare with",
    [response("a", "Acme", then, { answers: { tin: yes } }), response("b", "Acme", "2016-03-01")],
    [["answerNowNo", "tin", "coveredCountries", "yes", "no", undefined]],
  ],
  [
    "a smelter of a supplier heard in both, and one of a new supplier",
    [
      response("a", "Acme", then, { smelters: [] }),
      response("b", "Acme", now, { smelters: [VINTO] }),
      response("n", "New", now, { smelters: [TAKI] }),
    ],
    [
      ["smelterNew", "tantalum", "Taki Chemical Co., Ltd.", null, 1, "supplier responded only in the later"],
      ["smelterNew", "tin", "EM Vinto", null, 1, "named by a supplier with a response in both"],
    ],
  ],
])("%s", (_about, responses, expected) => {
  expect(changesOf(responses).filter(([kind]) => kind !== "smelterGone")).toEqual(expected);
});

const unlisted = { ...foo, name: "Empresa Vinto", country: "BO" } as const;
const pending = { metal: "tin", lookupName: "Smelter not yet identified" } as const;

/** The changes of smelters from 2015 to 2016, if the later period's lists know some names. */
function smelterChanges(before: BuildOptions["smelters"], after: BuildOptions["smelters"], known: string[]) {
  const responses = [
    response("a", "Acme", then, { smelters: before ?? [] }),
    response("b", "Acme", now, { smelters: after ?? [] }),
  ];
  const [was, is] = [2015, 2016].map((year) => {
    const evaluation = buildEvaluation(responses, { period: year });
    return { evaluation, consolidation: consolidate(evaluation) };
  }) as [ReturnType<typeof period>, ReturnType<typeof period>];
  const vinto = is.evaluation.responses
    .flatMap(({ matches }) => matches)
    .find(({ id }) => id === "CID000438");
  const match: NonNullable<(typeof is)["evaluation"]["match"]> = ({ name }) =>
    vinto && known.includes(name ?? "")
      ? vinto
      : { metal: "tin", kind: "none", evidence: "", candidates: [], disagreements: [] };
  const later = { ...is, evaluation: { ...is.evaluation, match } };
  return compare(was, later).changes.flatMap(({ kind, subject, before: from, after: to, cause }) =>
    ["smelterNew", "smelterGone", "smelterIdentified"].includes(kind)
      ? [[kind, subject, from, to, cause]]
      : [],
  );
}

test("a name that the later period's lists know is one smelter identified, not one new and one gone", () => {
  expect(smelterChanges([unlisted], [VINTO], ["Empresa Vinto"])).toEqual([
    [
      "smelterIdentified",
      "EM Vinto",
      "Empresa Vinto",
      "EM Vinto",
      "the lists and decisions of the later period know the name",
    ],
  ]);
});

test("a name of which nothing is certain stays one gone and one new", () => {
  expect(smelterChanges([foo], [VINTO], [])).toEqual([
    ["smelterNew", "EM Vinto", null, 1, "named by a supplier with a response in both"],
    ["smelterGone", "Foo Tin", 1, null, "no longer named by a supplier with a response in both"],
  ]);
});

test("a new smelter where the year before had one not yet identified says so", () => {
  expect(smelterChanges([pending], [VINTO], [])).toEqual([
    [
      "smelterNew",
      "EM Vinto",
      null,
      1,
      "named by a supplier with a response in both, which had smelters “not yet identified” before",
    ],
  ]);
});

test("the roster of this year does not say who was asked in the year before", () => {
  const responses = [
    response("a", "Acme", then),
    response("old", "Old Works", then),
    response("b", "Acme", now),
    response("s", "Stranger", now),
  ];
  const figures = (roster: string) => {
    const [was, is] = [2015, 2016].map((year) => {
      const evaluation = buildEvaluation(responses, { period: year, roster: parseRoster(roster) });
      return { evaluation, consolidation: consolidate(evaluation) };
    }) as [ReturnType<typeof period>, ReturnType<typeof period>];
    return Object.fromEntries(
      compare(was, is).changes.flatMap(({ kind, metal, subject, before, after }) =>
        kind === "figure" && metal === null ? [[subject, [before, after]]] : [],
      ),
    );
  };
  const thisYear = figures("name,spend share,asked on\nAcme,60 %,2016-02-01\nBirch,40 %,2016-02-01\n");
  expect(thisYear).toMatchObject({
    "suppliers surveyed": [null, 2],
    "suppliers responded": [2, 1],
    "response rate, % of suppliers surveyed": [null, 50],
    "suppliers responded, % of spend": [null, 60],
  });
  const bothYears = figures("name,in scope since\nAcme,2014-01-01\nBirch,2016-01-01\n");
  expect(bothYears).toMatchObject({
    "suppliers surveyed": [1, 2],
    "suppliers responded": [1, 1],
    "response rate, % of suppliers surveyed": [100, 50],
  });
});

test("counts by status are compared where a period has a list of statuses, and are not known in one without", () => {
  const [before, after] = [period(2015), period(2016)];
  const told = { ...after, consolidation: { ...after.consolidation, statusesKnown: true } };
  const conformant = (result: typeof RESULT) =>
    result.changes.filter(({ metal, subject }) => metal === "tin" && subject === "smelters conformant");
  expect(conformant(compare(before, told))).toMatchObject([{ before: null, after: 0 }]);
  expect(conformant(compare(before, after))).toEqual([]);
});

test("of forms that select their minerals: one selected since, one of a supplier's own, one that was not there to select", () => {
  const emrt = (date: string, version: string, more: BuildOptions = {}) =>
    response(`e-${date}`, "Alpha", date, { family: EMRT, version, ...more });
  const scopes = (family: Family, responses: readonly Response[]) => {
    const [before, after] = [2024, 2025].map((year) => {
      const evaluation = {
        ...buildEvaluation([...responses], { period: year, today: "2026-06-10" }),
        family: family.id,
      };
      return { evaluation, consolidation: consolidate(evaluation) };
    });
    return compare(before as PeriodResult, after as PeriodResult).changes.flatMap((one) =>
      one.kind === "scope" ? `${one.metal}: ${one.before} → ${one.after}` : [],
    );
  };
  const selected = (...ids: string[]) => ({ minerals: ids.map((id) => ({ id, at: "Declaration!D12" })) });
  expect(scopes(EMRT, [emrt("2024-09-01", "1.3"), emrt("2025-11-12", "2.1")])).toEqual([]);
  expect(
    scopes(EMRT, [
      emrt("2024-09-01", "2.0", selected("cobalt")),
      emrt("2025-11-12", "2.1", selected("cobalt", "lithium")),
    ]),
  ).toEqual(["lithium: not selected → yes"]);
  const amrt = (date: string, ...ids: string[]) =>
    response(`a-${date}`, "Alpha", date, { family: AMRT, version: "1.3", ...selected(...ids) });
  expect(
    scopes(AMRT, [amrt("2024-09-01", "zinc", "bismuth"), amrt("2025-11-12", "zinc", "gallium")]),
  ).toEqual(["bismuth: yes → not selected", "gallium: not selected → yes"]);
});
