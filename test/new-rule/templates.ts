// The texts of a new rule. Each compiles and runs as generated, so that its author starts with something that works.
import type { LetterLanguage } from "../../src/model/vocabulary.ts";

/** What its author has to replace. */
export const MARK = "FILL IN";

interface RuleKind {
  campaign: boolean;
  internal: boolean;
}

/** The name of the rule's constant: `dateBeforeTemplate` for `date-before-template`. */
export function constantName(id: string): string {
  const name = id.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
  return /^[0-9]/.test(name) ? `rule${name}` : name;
}

/** The module of a rule. */
export function ruleText(id: string, { campaign, internal }: RuleKind): string {
  return `${campaign ? IMPORTS_OF_CAMPAIGN_RULE : IMPORTS_OF_RULE}
export const ${constantName(id)} = ${campaign ? "defineCampaignRule" : "defineRule"}<{ name: string }>({
  id: "${id}",
  severity: "warning",
  // ${MARK}: without these parts the rule is not run.
  needs: ${campaign ? "[]" : '["company"]'},
  title: "${MARK} the bad condition in one sentence.",
  why: "${MARK} what it means for the analyst.",
  ask: "${MARK} the question to the supplier?",
  source: "${MARK} where the condition comes from.",
  message: ({ name }) => \`${MARK} what is wrong, from the facts alone: \${name}.\`,
${campaign ? CHECK_OF_CAMPAIGN_RULE : CHECK_OF_RULE}${internal ? "  internal: true,\n" : ""}  example: {
    fires: { about: "${MARK} what gives a finding", company: { companyName: "${MARK}" } },
    silent: { about: "${MARK} what is close to it and gives none" },
  },
});
`;
}

const IMPORTS_OF_RULE = `import { companyCell } from "../../forms/layouts.ts";
import { defineRule } from "../rule.ts";
`;

const IMPORTS_OF_CAMPAIGN_RULE = `import { defineCampaignRule } from "../rule.ts";
import { about } from "../support/standing.ts";
`;

const CHECK_OF_RULE = `  *check({ response, layout }) {
    // ${MARK} the condition: yield the cell, and the facts that the message is made from.
    const name = response.company.companyName?.value ?? "";
    const at = companyCell(layout, "companyName");
    if (at !== undefined && name === "${MARK}") yield { at, facts: { name } };
  },
`;

const CHECK_OF_CAMPAIGN_RULE = `  *check({ responses }) {
    // ${MARK} the condition: yield whose file it is about, the cell if there is one, and the facts of the message.
    for (const checked of responses) {
      const name = checked.selected.response.company.companyName?.value ?? "";
      if (name === "${MARK}") yield about(checked, { at: null, facts: { name } });
    }
  },
`;

/** The table of a rule for a file in test/rules/cases. */
export function casesText(id: string, campaign: boolean): string {
  const finding = campaign ? "file warning" : "Declaration!D8 warning";
  return `  "${id}": [
    ["${MARK} a situation without a finding", {}, []],
    ["${MARK} a situation with one", { company: { companyName: "${MARK}" } }, ["${finding}"]],
  ],
`;
}

/** The wording of letters in the languages that have every rule: the finding and the request. */
export const WORDINGS: Readonly<Partial<Record<LetterLanguage, { say: string; do: string }>>> = {
  en: { say: `${MARK} the finding: {name}.`, do: `${MARK} the request to the supplier.` },
  ja: { say: `${MARK} 指摘事項：{name}。`, do: `${MARK} 依頼内容。` },
  zh: { say: `${MARK} 发现的问题：{name}。`, do: `${MARK} 请求内容。` },
};
