import { codeOf, practiceCodeOf } from "../../domain/answers.ts";
import type { PracticeMeaning } from "../../forms/form.ts";
import { topicOf } from "../../forms/topics.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import { type AskedOrigin, askedOrigin, ORIGINS_RULED_OUT } from "../support/asked-origin.ts";
import { findAskedPractice, metalsNotOutOfScope } from "../support/subject.ts";

/** Practices that a No on origin can be based on, for a supplier that does not mine itself. */
const INQUIRY: readonly PracticeMeaning[] = [
  "surveysSuppliers",
  "reviewsInformation",
  "carriesOutDueDiligence",
];

export const originNoWithoutInquiry = defineRule<{
  metals: string[];
  /** The origin that is ruled out. */
  origin: AskedOrigin;
  policies: string[];
}>({
  id: "origin-no-without-inquiry",
  severity: "info",
  risk: true,
  needs: ["answers", "policies"],
  about: { where: (edition) => askedOrigin(edition) !== undefined },
  title: "An origin is ruled out without a survey, a review or due diligence of the supplier's own.",
  why: "A No on origin is a reasonable representation only where the supplier asked, checked and acted itself.",
  ask: "On what basis is the answer No?",
  source: "The question on origin beside those on surveys, reviews and due diligence; SEC release 34-67716.",
  message: ({ metals, origin, policies }) =>
    `${ORIGINS_RULED_OUT[origin]} are ruled out for ${joinWords(metals, "and")}, but No is answered on ${joinWords(
      policies.map((policy) => `"${topicOf(policy)}"`),
      "and",
    )}.`,
  internal: true,
  *check(subject) {
    const { response } = subject;
    const origin = askedOrigin(subject.edition);
    if (origin === undefined) return;
    const metals = metalsNotOutOfScope(subject).filter((metal) => codeOf(response, metal, origin) === "no");
    const lacking = INQUIRY.filter((meaning) => practiceCodeOf(response, meaning) === "no").flatMap(
      (meaning) => findAskedPractice(subject, meaning) ?? [],
    );
    const [first] = lacking;
    if (metals.length === 0 || first === undefined) return;
    yield { at: first.at, facts: { metals, origin, policies: lacking.map(({ policy }) => policy.key) } };
  },
  example: {
    fires: { about: "no survey of suppliers", policies: { surveysSuppliers: "no" } },
    silent: {
      about: "no corrective action, but survey, review and due diligence",
      policies: { takesCorrectiveAction: "no" },
    },
  },
});
