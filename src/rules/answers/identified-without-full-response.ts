import { codeOf } from "../../domain/answers.ts";
import { ANSWER_NAMES } from "../../model/labels.ts";
import type { AnswerCode } from "../../model/vocabulary.ts";
import { defineRule } from "../rule.ts";
import { findAsked, metalsNotOutOfScope } from "../support/subject.ts";

const HIGHEST_BELOW_FULL: AnswerCode = "pctGt90";

export const identifiedWithoutFullResponse = defineRule<{
  metal: string;
  number: string;
  rate: AnswerCode;
  /** The version of the template if its choices here do not include a full rate. */
  lacks: string | null;
}>({
  id: "identified-without-full-response",
  severity: "warning",
  needs: ["answers"],
  about: { questions: ["smeltersIdentified", "responseRate"] },
  title: "All smelters are said to be identified although not all suppliers answered.",
  why: "A supplier that did not answer may use a smelter that nobody knows (info where a fault of the template keeps 100 % from being chosen).",
  ask: "How do you know the smelters of the suppliers that did not answer?",
  source: "Reviewers' practice since 2.x.",
  message: ({ metal, number, rate, lacks }) =>
    `Question ${number} says that all smelters of ${metal} are identified, although the suppliers' response rate is ${ANSWER_NAMES[rate]}${lacks === null ? "" : `; version ${lacks} of the template does not offer 100 % here, so the supplier could not say more`}.`,
  *check(subject) {
    for (const metal of metalsNotOutOfScope(subject)) {
      const asked = findAsked(subject, "smeltersIdentified", metal);
      const rate = codeOf(subject.response, metal, "responseRate");
      if (!asked || codeOf(subject.response, metal, "smeltersIdentified") !== "yes") continue;
      if (!rate || rate === "pct100") continue;
      const fault = subject.edition.quirks.lacksFullRate;
      const lacks =
        fault?.mineral === metal &&
        rate === HIGHEST_BELOW_FULL &&
        codeOf(subject.response, fault.whereUnused, "used") === "no";
      yield {
        at: asked.at,
        facts: {
          metal,
          number: asked.question.number,
          rate,
          lacks: lacks ? subject.edition.version : null,
        },
        severity: lacks ? "info" : "warning",
      };
    }
  },
  example: ({ second }) => ({
    fires: {
      about: "three quarters answered, all identified",
      answers: { [second.id]: { responseRate: "pctGt75" } },
    },
    silent: {
      about: "three quarters answered, not all identified",
      answers: { [second.id]: { responseRate: "pctGt75", smeltersIdentified: "no" } },
    },
  }),
});
