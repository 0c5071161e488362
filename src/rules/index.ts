// The catalogue: every published rule, in the order in which `cmrt rules` lists them.

import { answers } from "./answers/index.ts";
import { campaign } from "./campaign/index.ts";
import { company } from "./company/index.ts";
import { dates } from "./dates/index.ts";
import { declared } from "./declared/index.ts";
import { files } from "./files/index.ts";
import { lists } from "./lists/index.ts";
import { mines } from "./mines/index.ts";
import { required } from "./required/index.ts";
import type { Rule, Topic } from "./rule.ts";
import { smelters } from "./smelters/index.ts";

/** The rules by topic. */
export const TOPICS: readonly Topic[] = [
  required,
  company,
  dates,
  answers,
  declared,
  smelters,
  mines,
  lists,
  files,
  campaign,
];

export const RULES: readonly Rule[] = TOPICS.flatMap((topic) => topic.rules);

/** Rules whose findings are for the analyst only and are not put to suppliers. */
export const INTERNAL_RULES: ReadonlySet<string> = new Set(
  RULES.filter((rule) => rule.internal).map((rule) => rule.id),
);
