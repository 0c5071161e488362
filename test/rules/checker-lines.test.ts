// Every line of the Checkers of EMRT, AMRT and CRT, by edition: the condition under which it is open, and the rule that
// reports it. Lines are named by the declaration's own numbers and letters.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { AMRT } from "../../src/forms/amrt/family.ts";
import { CRT } from "../../src/forms/crt/family.ts";
import { editionOf } from "../../src/forms/editions.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import type { Family } from "../../src/forms/form.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { MineralId, PracticeId, QuestionId } from "../../src/model/vocabulary.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

type Answers = NonNullable<BuildOptions["answers"]>;
type Answered = Partial<Record<QuestionId, string | null>>;

interface Line {
  line: string;
  /** The change in a complete response, and which part of it then makes the line not required. */
  open: BuildOptions;
  spared?: readonly BuildOptions[];
  rule: string;
  /** The Checker shows the line but does not count it. */
  shown?: true;
}

const VERSIONS: readonly (readonly [Family, string])[] = [
  ...["1.1", "1.11", "1.2", "1.3", "2.0", "2.1"].map((version) => [EMRT, version] as const),
  ...["1.2", "1.3"].map((version) => [AMRT, version] as const),
  [CRT, "2.2"],
];

/** What ends the questions: an answer to the first, or to the second if it is asked. */
function exempting(family: Family, version: string): Answered[] {
  if (family === CRT) return [{ intentionallyAdded: "no" }, { intentionallyAdded: "unknown" }];
  const none = family === EMRT && version.startsWith("1.") ? "notApplicable" : "notDeclaring";
  return ["no", "unknown", none].map((intentionallyAdded) => ({ intentionallyAdded }));
}

/** The lines of an edition's Checker. */
function linesOf(family: Family, version: string): Line[] {
  const complete = buildResponse({ family, version });
  const { layout } = editionOf(complete);
  const minerals = Object.keys(complete.answers) as MineralId[];
  const isFirst = family === EMRT && ["1.1", "1.11"].includes(version);
  const company = (line: string, field: string, rule: string, value: string | null = null): Line => ({
    line,
    open: { company: { [field]: value } },
    rule,
  });
  const lines: Line[] = [
    company("company name", "companyName", "company-name-missing"),
    company("scope", "scope", "declaration-scope-missing"),
    {
      line: "scope description",
      open: { company: { scope: "userDefined", scopeDescription: null } },
      spared: [{ company: { scope: "company", scopeDescription: null } }],
      rule: "scope-description-missing",
    },
    company("contact name", "contactName", "contact-name-missing"),
    company("contact e-mail", "contactEmail", "contact-email-missing"),
    company("contact e-mail without @", "contactEmail", "contact-email-invalid", "ada.example.com"),
    company("contact phone", "contactPhone", "contact-phone-missing"),
    company("authorizer name", "authorizerName", "authorizer-name-missing"),
    company("authorizer e-mail", "authorizerEmail", "authorizer-email-missing"),
    company("authorizer e-mail without @", "authorizerEmail", "authorizer-email-invalid", "ben.example.com"),
    company("date", "effectiveDate", "effective-date-missing"),
    {
      line: "product list",
      open: { company: { scope: "product" }, products: [] },
      spared: [{ products: [] }],
      rule: "product-list-empty",
    },
  ];
  if (layout.selection) {
    lines.push({
      line: "minerals in scope",
      open: { minerals: [], answers: {}, smelters: [] },
      rule: "minerals-in-scope-missing",
    });
  }
  const ends = exempting(family, version);
  const isAsked = (mineral: MineralId, id: QuestionId) => complete.answers[mineral]?.[id] !== undefined;
  const answers = (mineral: MineralId, given: Answered): BuildOptions => ({
    answers: { [mineral]: given } as Answers,
  });
  for (const mineral of minerals) {
    lines.push({
      line: `q1[${mineral}]`,
      open: answers(mineral, { intentionallyAdded: null }),
      rule: "use-answer-missing",
    });
    const hasSecond = isAsked(mineral, "necessaryInProduct");
    if (hasSecond) {
      lines.push({
        line: `q2[${mineral}]`,
        open: answers(mineral, { necessaryInProduct: null }),
        spared: ends.map((end) => answers(mineral, { ...end, necessaryInProduct: null })),
        rule: "necessity-answer-missing",
      });
    }
    const second = hasSecond ? ["no", "unknown"].map((necessaryInProduct) => ({ necessaryInProduct })) : [];
    for (const id of Object.keys(complete.answers[mineral] ?? {}) as QuestionId[]) {
      if (id === "intentionallyAdded" || id === "necessaryInProduct") continue;
      lines.push({
        line: `${id}[${mineral}]`,
        open: answers(mineral, { [id]: null }),
        spared: [...ends, ...second].map((end) => answers(mineral, { ...end, [id]: null })),
        rule: family === AMRT ? "optional-answer-missing" : "later-answer-missing",
        ...(family === AMRT ? { shown: true } : {}),
      });
    }
    const others = complete.smelters.filter(({ metal }) => metal !== mineral);
    lines.push({
      line: `smelter list[${mineral}]`,
      open: { smelters: others },
      spared: [...ends, ...second].map((end) => ({ ...answers(mineral, end), smelters: others })),
      rule: "smelter-list-missing-for-metal",
    });
  }
  const everyEnd = Object.fromEntries(minerals.map((mineral) => [mineral, ends[0]])) as Answers;
  for (const { key } of layout.policies) {
    const open = (value: PolicyOption): BuildOptions => ({ policies: { [key]: value } as never });
    lines.push({
      line: key,
      open: open(null),
      spared: [{ ...open(null), answers: everyEnd, smelters: [] }],
      rule: "company-answer-missing",
    });
    if (key === "policyPublic" || (key === "policyEstablished" && isFirst)) {
      lines.push({
        line: `${key} URL`,
        open: { policies: { [key]: { value: "yes", comment: "" } } as never },
        spared: [{ policies: { [key]: { value: "no", comment: "" } } as never }],
        rule: "policy-url-missing",
      });
    }
    if (key === "supplierSurvey") {
      lines.push({
        line: "other format",
        open: { policies: { [key]: "yesOtherFormat" } as never },
        spared: [{ policies: { [key]: { value: "yesOtherFormat", comment: "Our own form" } } as never }],
        rule: "other-format-comment-missing",
        // Since 2.0 a description is not required.
        ...(family === EMRT && version.startsWith("2.") ? { shown: true } : {}),
      });
    }
  }
  return lines;
}
type PolicyOption = NonNullable<BuildOptions["policies"]>[PracticeId] | null;

function found(family: Family, version: string, options: BuildOptions, rule: string): string[] {
  const response = buildResponse({ family, version, ...options });
  const { findings } = evaluate(
    { responses: [response], withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
    { today: response.company.effectiveDate?.value ?? "2025-12-01", settings: DEFAULT_SETTINGS, family },
  );
  return findings.filter((one) => one.rule === rule).map(({ severity }) => severity);
}

describe.each(VERSIONS.map(([family, version]) => [`${family.id} ${version}`, family, version] as const))(
  "%s",
  (_, family, version) => {
    const lines = linesOf(family, version);

    test.each(lines.map((one) => [one.line, one.rule, one] as const))(
      "%s: %s",
      (_line, rule, { open, spared = [], shown }) => {
        expect(found(family, version, {}, rule)).toEqual([]);
        const severities = found(family, version, open, rule);
        expect(severities).toHaveLength(1);
        expect(severities.includes("error")).toBe(shown !== true);
        for (const options of spared) expect(found(family, version, options, rule)).not.toContain("error");
      },
    );
  },
);
