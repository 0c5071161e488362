import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METALS, type Metal, type Question } from "../../fixtures/cmrt.ts";
import type { EvaluatedResponse } from "../../src/model/evaluation.ts";
import type { OwnDeclaration } from "../../src/model/own-declaration.ts";
import type { AnswerCode } from "../../src/model/vocabulary.ts";
import { rateBand } from "../../src/rollup/answers.ts";
import { type RollUpInput, rollUp } from "../../src/rollup/roll-up.ts";
import { buildEvaluation } from "../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse, LISTED } from "../helpers/build-response.ts";

/** Responses of suppliers A, B, C … evaluated for 2016. */
function responses(...options: BuildOptions[]): readonly EvaluatedResponse[] {
  const built = options.map((each, index) => {
    const letter = String.fromCharCode(97 + index);
    return buildResponse({
      version: "6.5",
      id: letter.repeat(64),
      file: `${letter}.xlsx`,
      ...each,
      company: {
        companyName: `Supplier ${letter.toUpperCase()}`,
        effectiveDate: { value: "2016-10-01" },
        ...each.company,
      },
    });
  });
  return buildEvaluation(built).responses;
}

function roll(counted: readonly EvaluatedResponse[], more: Partial<RollUpInput> = {}): OwnDeclaration {
  return rollUp({
    period: 2016,
    counted,
    missing: [],
    survey: { asked: counted.length, heard: counted.length },
    company: undefined,
    scope: "company",
    effectiveDate: "2017-01-31",
    products: [],
    ...more,
  });
}

const FINDING = {
  rule: "some-rule",
  supplier: "Supplier B",
  file: "b.xlsx",
  response: "b".repeat(64),
  at: "Declaration!D9",
  facts: {},
  message: "",
};

const tin = (answers: Partial<Record<Question, AnswerCode | null>>): BuildOptions => ({
  answers: { tin: answers },
});
const value = (declaration: OwnDeclaration, question: Question, metal: Metal = "tin") =>
  declaration.answers[metal]?.[question]?.value;

describe("answers", () => {
  test.each<[Question, (AnswerCode | null)[], AnswerCode | null]>([
    ["intentionallyAdded", ["no", "yes"], "yes"],
    ["intentionallyAdded", ["no", "no"], "no"],
    ["intentionallyAdded", ["no", null], null],
    ["necessaryInProduct", ["no", "yes"], "yes"],
    ["coveredCountries", ["no", "yes", "unknown"], "yes"],
    ["coveredCountries", ["no", "unknown"], "unknown"],
    ["coveredCountries", ["no", null], "unknown"],
    ["coveredCountries", ["no", "no"], "no"],
    ["cahra", ["no", "no"], "no"],
    ["recycledOrScrap", ["yes", "yes"], "yes"],
    ["recycledOrScrap", ["yes", "no"], "no"],
    ["recycledOrScrap", ["yes", "unknown"], "unknown"],
    ["allSmeltersIdentified", ["yes", "yes"], "yes"],
    ["allSmeltersIdentified", ["yes", "no"], "no"],
  ])("%s of %j is %s", (question, given, expected) => {
    expect(value(roll(responses(...given.map((answer) => tin({ [question]: answer })))), question)).toBe(
      expected,
    );
  });

  test("a missing supplier leaves doubt where there was none", () => {
    const declaration = roll(responses({}), { missing: ["Supplier Z"], survey: { asked: 2, heard: 1 } });
    expect(value(declaration, "coveredCountries")).toBe("unknown");
    expect(value(declaration, "recycledOrScrap")).toBe("no");
    expect(value(declaration, "allSmeltersIdentified")).toBe("no");
    expect(value(declaration, "supplierResponseRate")).toBe("pctLe50");
    expect(declaration.answers.tin?.coveredCountries?.votes).toEqual([
      { answer: "missing", suppliers: ["Supplier Z"] },
      { answer: "no", suppliers: ["Supplier A"] },
    ]);
  });

  test("whoever declares a metal out of scope has no say in what is asked of it", () => {
    const out = tin({ intentionallyAdded: "no", necessaryInProduct: null, coveredCountries: "yes" });
    const declaration = roll(responses({}, out));
    expect(value(declaration, "necessaryInProduct")).toBe("yes");
    expect(value(declaration, "coveredCountries")).toBe("no");
  });

  test("a No that leaves the metal in scope in its own template takes nothing out of ours", () => {
    const added = { ...tin({ necessaryInProduct: "no", coveredCountries: "yes" }), version: "3.02" };
    const declaration = roll(responses(added));
    expect(declaration.answers.tin?.necessaryInProduct).toMatchObject({
      value: null,
      votes: [{ answer: "unknown", suppliers: ["Supplier A"] }],
    });
    expect(value(declaration, "coveredCountries")).toBe("yes");
    expect(declaration.open).toContain("tin: necessary to or remaining in the product");
    expect(declaration.smelters.some(({ metal }) => metal === "tin")).toBe(true);
  });

  test("a metal that nobody has in scope is asked no further, and has no smelters", () => {
    const declaration = roll(responses(tin({ intentionallyAdded: "no" })));
    expect(Object.keys(declaration.answers.tin ?? {})).toEqual(["intentionallyAdded"]);
    expect(declaration.smelters.some(({ metal }) => metal === "tin")).toBe(false);
    expect(declaration.leftOut).toMatchObject([
      { metal: "tin", reason: expect.stringContaining("out of scope") },
    ]);
  });

  test('an older template is not asked about CAHRAs, and its "recycled" is not all of it', () => {
    const old = { version: "2.03a", answers: { tin: { recycledOrScrap: "yes" as const } } };
    const declaration = roll(responses(old));
    expect(value(declaration, "cahra")).toBe("unknown");
    expect(value(declaration, "recycledOrScrap")).toBe("unknown");
    expect(declaration.answers.tin?.intentionallyAdded).toMatchObject({
      value: null,
      votes: [{ answer: "notAsked" }],
    });
  });

  test("a smelter that is not identified means that not all are", () => {
    const rows = [{ metal: "tin" as const, lookupName: "Smelter not yet identified" }];
    expect(value(roll(responses({ smelters: rows })), "allSmeltersIdentified")).toBe("no");
  });

  test("a person's answer stands in place of the rule's, with its reason", () => {
    const company = {
      policies: {},
      answers: {
        tin: { coveredCountries: { answer: "yes" as const, reason: "Known from our own buying." } },
      },
    };
    const { answers } = roll(responses({}), { company });
    expect(answers.tin?.coveredCountries).toMatchObject({
      value: "yes",
      override: { reason: "Known from our own buying.", instead: "no" },
    });
    expect(answers.gold?.coveredCountries).not.toHaveProperty("override");
  });

  test("what nobody said is left open and listed", () => {
    const { open } = roll(responses({}), { survey: null });
    expect(open).toContain("tin: share of suppliers that answered");
    expect(open).toContain("company: company name");
  });

  describe("responses that were received and do not count", () => {
    const NAMED = { metal: "tin" as const, lookupName: LISTED.tin.name, id: LISTED.tin.id };
    const OTHER = {
      metal: "tin" as const,
      lookupName: "Smelter not listed",
      name: "Own Works",
      country: "PE",
    };
    const [first, second] = responses(
      { smelters: [NAMED] },
      {
        answers: { tin: { coveredCountries: "yes", cahra: "no", recycledOrScrap: "yes" } },
        smelters: [NAMED, OTHER, { ...OTHER, name: "OWN WORKS" }],
      },
    ).map((one) => ({
      ...one,
      state: one.supplier.name === "Supplier B" ? ("invalid" as const) : one.state,
    }));
    const [counted, notCounted] = [[first as EvaluatedResponse], [second as EvaluatedResponse]];
    const more = { notCounted, missing: ["Supplier B"], survey: { asked: 2, heard: 2 } };

    test("their Yes on origin is declared, their other answers are not", () => {
      const declaration = roll(counted, more);
      expect(declaration.answers.tin?.coveredCountries).toMatchObject({
        value: "yes",
        votes: [
          { answer: "no", suppliers: ["Supplier A"] },
          { answer: "yes", suppliers: ["Supplier B"] },
        ],
      });
      expect(value(declaration, "cahra")).toBe("unknown");
      expect(value(declaration, "recycledOrScrap")).toBe("no");
      expect(value(declaration, "coveredCountries", "gold")).toBe("unknown");
      expect(declaration.notCounted).toMatchObject([{ supplier: "Supplier B", state: "invalid" }]);
      expect(declaration.notCounted[0]?.affirms).toContainEqual({
        metal: "tin",
        question: "coveredCountries",
      });
    });

    test("their warnings are counted as check counts them, risk flags among them", () => {
      const found = (more: object) => ({ ...FINDING, severity: "warning" as const, ...more });
      const one = {
        ...(second as EvaluatedResponse),
        findings: [found({}), found({ risk: true }), found({ accepted: { reason: "known" } })],
      };
      expect(roll(counted, { ...more, notCounted: [one] }).notCounted[0]).toMatchObject({
        errors: 0,
        warnings: 2,
      });
    });

    test("a metal that only they use is declared as used", () => {
      const out = responses({ answers: { tin: { intentionallyAdded: "no" } } });
      expect(value(roll(out, more), "intentionallyAdded")).toBe("yes");
      expect(value(roll(out), "intentionallyAdded")).toBe("no");
    });

    test("what they say of a metal that they have out of scope is not heard", () => {
      const out = responses({}, { answers: { tin: { intentionallyAdded: "no", coveredCountries: "yes" } } });
      const declaration = roll(out.slice(0, 1), { notCounted: out.slice(1) });
      expect(value(declaration, "coveredCountries")).toBe("no");
    });

    test("they count in the response rate", () => {
      expect(value(roll(counted, more), "supplierResponseRate")).toBe("pct100");
    });

    test("not all smelter information is reported as soon as one of theirs is left out, told once per name", () => {
      const declaration = roll(counted, more);
      expect(value(declaration, "allSmelterInfoReported")).toBe("no");
      expect(declaration.leftOut).toMatchObject([
        { name: "Own Works", reason: expect.stringContaining("does not count (invalid)"), sources: [{}, {}] },
      ]);
      expect(value(roll(counted), "allSmelterInfoReported")).toBe("yes");
      expect(value(declaration, "allSmelterInfoReported", "gold")).toBe("yes");
    });
  });

  test.each([
    [0, 4, "none"],
    [2, 4, "pctLe50"],
    [3, 5, "pctGt50"],
    [3, 4, "pctGt50"],
    [4, 5, "pctGt75"],
    [9, 10, "pctGt75"],
    [19, 20, "pctGt90"],
    [4, 4, "pct100"],
    [5, 4, null],
  ])("%d of %d surveyed suppliers is %s", (answered, surveyed, band) => {
    expect(rateBand(answered, surveyed)).toBe(band);
  });
});

describe("smelters", () => {
  const row = { metal: "tin" as const, lookupName: "Smelter not listed", name: "Own Works", country: "PE" };

  test("one line per facility, with every row it came from", () => {
    const { smelters } = roll(responses({}, {}));
    expect(smelters).toHaveLength(4);
    expect(smelters[1]).toMatchObject({
      metal: "tin",
      kind: "matched",
      id: LISTED.tin.id,
      sources: [
        { supplier: "Supplier A", file: "a.xlsx", row: 6 },
        { supplier: "Supplier B", file: "b.xlsx", row: 6 },
      ],
    });
  });

  test("what is not matched is described; equal names and countries meet, other countries do not", () => {
    const { smelters } = roll(
      responses(
        { smelters: [row] },
        { smelters: [{ ...row, name: "OWN WORKS, Ltd." }] },
        { smelters: [{ ...row, country: "BO" }] },
      ),
    );
    expect(smelters.map(({ kind, name, country, sources }) => [kind, name, country, sources.length])).toEqual(
      [
        ["described", "OWN WORKS, Ltd.", "PE", 2],
        ["described", "Own Works", "BO", 1],
      ],
    );
  });

  test("mine columns are joined, the recycled column only where all agree", () => {
    const listed = (more: object) => ({
      smelters: [{ metal: "tin" as const, lookupName: LISTED.tin.name, id: LISTED.tin.id, ...more }],
    });
    const [smelter] = roll(
      responses(
        listed({ mineCountries: "Peru; Bolivia", recycled: "no" }),
        listed({ mineCountries: "Peru", recycled: "yes" }),
      ),
    ).smelters;
    expect(smelter).toMatchObject({ mineCountries: "Bolivia; Peru" });
    expect(smelter).not.toHaveProperty("recycled");
  });

  test("mines that no cell could hold together are cut with a count", () => {
    const names = (supplier: string) =>
      Array.from({ length: 1_000 }, (_, index) => `Mine ${supplier}${index}`).join(";");
    const listed = (mineNames: string) => ({
      smelters: [{ metal: "tin" as const, lookupName: LISTED.tin.name, id: LISTED.tin.id, mineNames }],
    });
    const [smelter] = roll(
      responses(...["A", "B", "C", "D"].map((supplier) => listed(names(supplier)))),
    ).smelters;
    expect(smelter?.mineNames?.length).toBeLessThan(32_767);
    expect(smelter?.mineNames).toMatch(/^Mine A0; Mine A1; .*; … and \d+ more$/);
  });

  test("one line for all that is not identified", () => {
    const unknown = { metal: "gold" as const, lookupName: "Smelter not yet identified" };
    const { smelters } = roll(responses({ smelters: [unknown, unknown] }, { smelters: [unknown] }));
    expect(smelters).toMatchObject([{ metal: "gold", kind: "notIdentified", sources: [{}, {}, {}] }]);
  });

  test("a described smelter without a country is reported as open", () => {
    const { country: _, ...bare } = row;
    expect(roll(responses({ smelters: [bare] })).open).toContain("tin: country of Own Works");
  });

  test("only the metals asked for", () => {
    const declaration = roll(responses({}), { metals: ["gold"] });
    expect(Object.keys(declaration.answers)).toEqual(["gold"]);
    expect(declaration.smelters.map(({ metal }) => metal)).toEqual(["gold"]);
    expect(declaration.leftOut).toEqual([]);
  });
});

test("the order of the responses does not matter", () => {
  const all = responses({}, tin({ coveredCountries: "yes" }), {
    smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: "X", country: "PE" }],
  });
  const text = JSON.stringify(roll(all));
  for (const order of [
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
  ]) {
    expect(JSON.stringify(roll(order.map((index) => all[index] as EvaluatedResponse)))).toBe(text);
  }
});

test("one response alone gives its own answers and smelters back", () => {
  const yesNo = fc.constantFrom<AnswerCode>("yes", "no");
  const threeWay = fc.constantFrom<AnswerCode>("yes", "no", "unknown");
  const answers = fc.record({
    intentionallyAdded: yesNo,
    necessaryInProduct: yesNo,
    coveredCountries: threeWay,
    cahra: threeWay,
    recycledOrScrap: threeWay,
    allSmeltersIdentified: yesNo,
  });
  const metals = fc.record({ tantalum: answers, tin: answers, gold: answers, tungsten: answers });
  const described = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
  fc.assert(
    fc.property(metals, described, (given, numbers) => {
      const smelters = METALS.flatMap((metal) => [
        { metal, lookupName: LISTED[metal].name, id: LISTED[metal].id, country: LISTED[metal].country },
        ...numbers.map((number) => ({
          metal,
          lookupName: "Smelter not listed",
          name: `Works number ${number} of ${metal}`,
          country: "PE",
        })),
      ]);
      const declaration = roll(responses({ answers: given, smelters }));
      for (const metal of METALS) {
        const inScope =
          given[metal].intentionallyAdded === "yes" && given[metal].necessaryInProduct === "yes";
        const asked = inScope
          ? Object.keys(given[metal])
          : given[metal].intentionallyAdded === "yes"
            ? ["intentionallyAdded", "necessaryInProduct"]
            : ["intentionallyAdded"];
        for (const question of asked as (keyof (typeof given)[typeof metal])[]) {
          expect([metal, question, value(declaration, question, metal)]).toEqual([
            metal,
            question,
            given[metal][question],
          ]);
        }
        const names = declaration.smelters.filter((each) => each.metal === metal).map(({ name }) => name);
        const reported = smelters
          .filter((each) => each.metal === metal)
          .map((each) => ("name" in each ? each.name : each.lookupName));
        expect(names.sort()).toEqual(inScope ? reported.sort() : []);
      }
    }),
    { numRuns: 25 },
  );
});
