// Former rule ids that contained the number of a question, which differs between editions. Files that use them remain
// valid.

/** Former rule ids and their current ids. */
export const FORMER_RULE_IDS: Readonly<Record<string, string>> = {
  "q1-answer-missing": "use-answer-missing",
  "q2-answer-missing": "necessity-answer-missing",
  "q4-contradicts-q3": "cahra-no-but-covered-yes",
  "q1-no-comment-missing": "not-used-comment-missing",
};

/** The current id of a rule; any other text unchanged. */
export function currentRuleId(id: string): string {
  return Object.hasOwn(FORMER_RULE_IDS, id) ? (FORMER_RULE_IDS[id] ?? id) : id;
}

/** The former ids of a rule, in the order of the table. */
export function formerRuleIds(id: string): string[] {
  return Object.keys(FORMER_RULE_IDS).filter((former) => FORMER_RULE_IDS[former] === id);
}
