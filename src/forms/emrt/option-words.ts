// The words that suppliers write in an EMRT's choices: those of the CMRT, and those that only this family has.
import { OPTION_WORDS as OF_CMRT } from "../cmrt/option-words.ts";
import type { OptionWords } from "../form.ts";

/** Choices of the EMRT and its sister templates in addition to those of the CMRT. */
const MORE_ANSWERS = {
  notDeclaring: ["Not declaring"],
  notApplicable: ["Not applicable for this declaration"],
  didNotSurvey: ["Did not survey"],
  yesDrcOnly: ["DRC only"],
  yesDrcOrAdjoiningOnly: ["DRC or adjoining countries only"],
  yesIndiaOrMadagascarOnly: ["India and/or Madagascar only"],
  yesWhenMoreValidated: ["Yes, when more processors are validated"],
  yesStandardForm: ["Yes, CRT"],
} as const;

export const OPTION_WORDS: OptionWords = {
  ...OF_CMRT,
  answers: {
    ...OF_CMRT.answers,
    ...MORE_ANSWERS,
    unknown: [...(OF_CMRT.answers.unknown ?? []), "Ne sais pas", "모름"],
    no: [...(OF_CMRT.answers.no ?? []), "No/Non"],
    yesIpc1755: [
      ...(OF_CMRT.answers.yesIpc1755 ?? []),
      "Yes, in conformance with IPC1755 (e.g. EMRT)",
      "Yes, in conformance with IPC1755 (e.g., EMRT)",
    ],
  },
};
