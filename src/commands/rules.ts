// `cmrt rules [id]`: prints the catalogue, or explains one rule by running its examples.
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { renderRule, renderRuleList, renderRulesJson } from "../report/console/rule-pages.ts";
import { RULES } from "../rules/index.ts";
import { findRule, requireRules } from "../rules/support/find-rule.ts";
import { rulePage } from "../rules/support/rule-page.ts";
import type { CommonOptions } from "./options.ts";

/** Prints the catalogue, or one rule with its examples. */
export function rules(id: string | undefined, options: CommonOptions, io: Io): ExitCode {
  if (id !== undefined) requireRules([id], "cmrt rules");
  const asked = id === undefined ? undefined : findRule(id);
  const pages = (asked === undefined ? RULES : [asked]).map(rulePage);
  const [page] = pages;
  if (options.json) io.out(renderRulesJson(pages));
  else io.out(asked !== undefined && page !== undefined ? renderRule(page) : renderRuleList(pages));
  return EXIT.clean;
}
