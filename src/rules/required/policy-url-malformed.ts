import { answerToPractice, practiceCodeOf } from "../../domain/answers.ts";
import { defineRule } from "../rule.ts";
import { findAskedPractice } from "../support/subject.ts";

/** A run of host characters, with a preceding "@" if it is part of an e-mail address. */
const HOST_CHARACTERS = /@?[\p{L}\p{N}.-]+/gu;

/**
 * Whether the text contains a host with a dot and a top-level domain, possibly after a hyphen ("–" typed as
 * "-"). It is read label by label, because a regular expression would try every hyphen of a long run as a
 * start.
 */
function namesHost(text: string): boolean {
  for (const [word] of text.matchAll(HOST_CHARACTERS)) {
    const [first = "", ...others] = word.replace("@", "").split(".");
    let before = first;
    let begun = !word.startsWith("@");
    for (const label of others) {
      begun = before !== "" && (begun || /-./u.test(before));
      if (begun && /^\p{L}{2}/u.test(label)) return true;
      before = label;
    }
  }
  return false;
}

export const policyUrlMalformed = defineRule<{ letter: string; text: string; wants: string }>({
  id: "policy-url-malformed",
  severity: "warning",
  needs: ["policies"],
  about: { practices: ["publishesPolicy"], where: ({ required }) => required.policyUrl !== "no matter" },
  title: "What is given as the policy's web address does not look like one.",
  why: "The policy cannot be found; in 3.x the template's Checker also insists on the letters www.",
  ask: "What is the full web address of your sourcing policy?",
  source:
    "The template's Checker of 3.x (www, an error there); the shape of an address otherwise. A hyperlink on the cell counts as the address.",
  message: ({ letter, text, wants }) =>
    wants === "www"
      ? `The web address beside company question ${letter} is "${text}"; the Checker of this template wants the letters www in it.`
      : `The comment beside company question ${letter} is "${text}", which is not a web address.`,
  *check(subject) {
    const asked = findAskedPractice(subject, "publishesPolicy");
    if (!asked || practiceCodeOf(subject.response, "publishesPolicy") !== "yes") return;
    const { value: text = "", link = "" } =
      answerToPractice(subject.response, "publishesPolicy")?.comment ?? {};
    if (text.length <= 1 || namesHost(link)) return;
    const facts = { letter: asked.policy.letter, text };
    if (subject.requirements.policyUrl === "www") {
      if (!text.includes("www")) {
        yield { at: asked.commentAt, facts: { ...facts, wants: "www" }, severity: "error" };
      }
    } else if (!namesHost(text)) {
      yield { at: asked.commentAt, facts: { ...facts, wants: "address" } };
    }
  },
  example: {
    fires: {
      about: "words instead of an address",
      policies: { publishesPolicy: { value: "yes", comment: "see our website" } },
    },
    silent: {
      about: "an address without www in a template of today",
      policies: { publishesPolicy: { value: "yes", comment: "https://acme.example/minerals" } },
    },
  },
});
