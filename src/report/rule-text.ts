// What renderers print of a rule. The catalogue comes in as data: rules and report do not import each other.
import type { Severity } from "../model/finding.ts";

export interface RuleText {
  id: string;
  severity: Severity;
  risk?: true;
  title: string;
  why: string;
  ask: string;
  source: string;
}
