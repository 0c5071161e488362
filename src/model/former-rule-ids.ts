// Rules whose ids held the number of a question, which differs by edition, are now named by what they are about. Files
// written with the former ids stay valid.

/** Former ids of rules and the ids that took their place. */
export const FORMER_RULE_IDS: Readonly<Record<string, string>> = {
  "q1-answer-missing": "use-answer-missing",
  "q2-answer-missing": "necessity-answer-missing",
  "q4-contradicts-q3": "cahra-no-but-covered-yes",
  "q1-no-comment-missing": "not-used-comment-missing",
};

/** The id of a rule today; any other text as it is. */
export function currentRuleId(id: string): string {
  return Object.hasOwn(FORMER_RULE_IDS, id) ? (FORMER_RULE_IDS[id] ?? id) : id;
}

/** The former ids of a rule, in the order of the table. */
export function formerRuleIds(id: string): string[] {
  return Object.keys(FORMER_RULE_IDS).filter((former) => FORMER_RULE_IDS[former] === id);
}
