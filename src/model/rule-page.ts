// What is printed of a rule: in lists, on its page, in viewers of findings. The catalogue hands it out as data.
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

/** A rule explained, with what running its two examples gave. */
export interface RulePage extends RuleText {
  topic: string;
  /** Template versions it holds for, in words. */
  versions: string;
  /** What a run must have for the rule to run, in words; empty where it always runs. */
  needs: readonly string[];
  /** It goes into no letter to a supplier. */
  internal: boolean;
  /** Ids that the rule had before, which files of people may still use. */
  formerIds?: readonly string[];
  fires: { about: string; findings: readonly string[] };
  silent: { about: string };
}
