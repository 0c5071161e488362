// Every edition of every family, so that a new one cannot be added untested.
import { describe, expect, test } from "vitest";
import { CMRT } from "../../fixtures/cmrt.ts";
import { detect } from "../../src/forms/detect.ts";
import {
  compareVersions,
  editionFor,
  findEdition,
  isOlder,
  newestReleased,
} from "../../src/forms/editions.ts";
import { exampleResponse } from "../../src/forms/example-response.ts";
import { FAMILIES, familyNamed } from "../../src/forms/families.ts";
import { answerCell, choicesFor, companyCell, policyCell, questionsFor } from "../../src/forms/layouts.ts";
import { responseSchema } from "../../src/forms/schemas.ts";
import type { Workbook } from "../../src/model/workbook.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { check } from "../../src/rules/run.ts";
import { exampleInput, findingLine } from "../../src/rules/support/example.ts";
import { buildCmrt } from "../helpers/build-cmrt.ts";
import { buildTemplate, exampleEdition } from "../helpers/build-template.ts";

/** A generated workbook of an edition, with every question answered: one builder per family. */
const MAKERS: Readonly<Record<string, (version: string) => Workbook>> = {
  CMRT: buildCmrt,
  AMRT: (version) => buildTemplate(familyNamed("AMRT"), version),
  CRT: (version) => buildTemplate(familyNamed("CRT"), version),
  EMRT: (version) => buildTemplate(familyNamed("EMRT"), version),
};

const EDITIONS = FAMILIES.flatMap((family) =>
  family.editions.map((edition) => ({ name: `${family.id} ${edition.version}`, family, edition })),
);

test("every family has workbooks made for its editions", () => {
  expect(Object.keys(MAKERS).sort()).toEqual(FAMILIES.map(({ id }) => id).sort());
});

describe.each(EDITIONS)("$name", ({ family, edition }) => {
  const { version } = edition;

  test("is read from a workbook, whole and without notes", () => {
    const detected = detect((MAKERS[family.id] as (version: string) => Workbook)(version));
    if (!detected.ok) throw new Error(detected.unreadable.reason);
    expect(detected.template).toMatchObject({ family, edition, version, notes: [] });
    const source = { path: "a.xlsx", container: null, sha256: "0".repeat(64), bytes: 1 };
    const workbook = (MAKERS[family.id] as (version: string) => Workbook)(version);
    const response = responseSchema.parse(normalise(workbook, detected.template, source));
    expect(response.notes).toEqual([]);
    expect(response.template).toMatchObject({ family: family.id, version });
    const { layout } = exampleEdition(family, version);
    expect(layout.minerals).not.toEqual([]);
    for (const mineral of layout.minerals) {
      for (const question of questionsFor(layout, mineral)) {
        expect(response.answers[mineral]?.[question.key]).toMatchObject({
          value: choicesFor(question, mineral)[0]?.code,
          at: answerCell(layout, question, mineral),
        });
      }
    }
    for (const policy of layout.policies) {
      expect(response.policies[policy.key]).toMatchObject({
        value: policy.choices[0]?.code,
        at: policyCell(layout, policy),
      });
    }
    expect(response.company.companyName?.at).toBe(companyCell(layout, "companyName"));
  });

  test("has an example with the shape of a stored response", () => {
    const response = exampleResponse({ family, version });
    expect(responseSchema.parse(response)).toEqual(response);
  });

  test("gives no error and no warning for a complete response", () => {
    const { findings } = check(exampleInput({ about: "a complete response", family, version }));
    expect(findings.filter(({ severity }) => severity !== "info").map(findingLine)).toEqual([]);
  });

  test("asks questions of its family, and no question twice", () => {
    const keys = (asked: readonly { key: string }[]) => asked.map(({ key }) => key);
    const { questions, policies, minerals } = edition.layout;
    expect(keys(family.questions)).toEqual(expect.arrayContaining(keys(questions)));
    expect(keys(family.practices)).toEqual(expect.arrayContaining(keys(policies)));
    expect(family.minerals.map(({ id }) => id)).toEqual(expect.arrayContaining([...minerals]));
    for (const asked of [questions, policies]) {
      expect(new Set(keys(asked)).size).toBe(asked.length);
      expect(new Set(asked.map(({ meaning }) => meaning)).size).toBe(asked.length);
    }
  });

  test("can be filled in, or says why not", () => {
    expect(edition.fillable === true || edition.fillable.whyNot).toBeTruthy();
  });

  test("has a day of release, or none that is known", () => {
    expect(edition.released ?? "0000-00-00").toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe.each(FAMILIES.map((family) => ({ name: family.id, family })))(
  "the ladder of $name",
  ({ family }) => {
    const { editions } = family;

    test("is in the order of versions and of days", () => {
      for (const [index, edition] of editions.entries()) {
        for (const earlier of editions.slice(0, index)) {
          expect(isOlder(family, earlier.version, edition.version)).toBe(true);
          expect(isOlder(family, edition.version, earlier.version)).toBe(false);
        }
      }
      const days = editions.flatMap(({ released }) => released ?? []);
      expect(days).toEqual([...days].sort());
    });

    test("finds each edition by its version, in any letter case and between blanks", () => {
      for (const edition of editions) {
        expect(findEdition(family, ` ${edition.version.toUpperCase()} `)).toBe(edition);
        expect(editionFor(family, edition.version)).toBe(edition);
        expect(compareVersions(family, edition.version, edition.version)).toBe(0);
      }
    });

    test("gives a version that it does not have the nearest older edition", () => {
      expect(editionFor(family, "999.9")).toBe(editions.at(-1));
      expect(editionFor(family, "0.1")).toBe(editions[0]);
      expect(findEdition(family, "999.9")).toBeUndefined();
    });
  },
);

test.each([
  ["6.22", "6.3"],
  ["6.5", "6.6"],
  ["6.6", "6.6.1"],
  ["6.6.1", "6.7"],
  ["6.6.1", "6.61"],
  ["6.6.2", "6.7"],
  ["4.01a", "4.01b"],
  ["4.01b", "4.1"],
  ["4.1", "4.20"],
  ["0.9", "1"],
])("CMRT %s is older than %s", (a, b) => {
  expect(isOlder(CMRT, a, b)).toBe(true);
  expect(isOlder(CMRT, b, a)).toBe(false);
});

test("a text that is no version is older than none, and none is older than it", () => {
  expect(compareVersions(CMRT, "latest", "1.00")).toBe(0);
  expect(compareVersions(CMRT, "6.6", "6.6.1.1")).toBe(0);
});

test("the newest edition of a day is one whose day of release is known", () => {
  expect(newestReleased(CMRT, "2026-04-16")?.version).toBe("6.5");
  expect(newestReleased(CMRT, "2026-04-17")?.version).toBe("6.6");
  expect(newestReleased(CMRT, "2099-12-31")?.released).not.toBeNull();
});
