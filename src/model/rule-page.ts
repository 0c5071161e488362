// The texts about a rule: in lists, on its page, in viewers of findings. The catalogue provides them as data.
import type { Severity } from "./finding.ts";

export interface RuleText {
  id: string;
  severity: Severity;
  risk?: true;
  title: string;
  why: string;
  ask: string;
  source: string;
}

/** A rule with the results of running its two examples. */
export interface RulePage extends RuleText {
  topic: string;
  /** Template versions that it applies to, in words. */
  versions: string;
  /** What a run must have for the rule to run, in words; empty if it always runs. */
  needs: readonly string[];
  /** Whether it is left out of letters to suppliers. */
  internal: boolean;
  /** Former ids of the rule, which people's files may still use. */
  formerIds?: readonly string[];
  fires: { about: string; findings: readonly string[] };
  silent: { about: string };
}
