import { withOneStop } from "../../lib/full-stop.ts";
import type { Facts, Finding, Severity } from "../../model/finding.ts";
import { ruleFailed } from "./rule-failed.ts";

/**
 * A finding whose message is made from its facts only when read: a large campaign has hundreds of thousands,
 * few of which are read more than once.
 */
export class WordedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  declare readonly risk?: true;
  readonly supplier: string;
  readonly file: string | null;
  readonly response: string | null;
  readonly at: string | null;
  readonly facts: Facts;
  declare accepted?: NonNullable<Finding["accepted"]>;
  readonly #word: (facts: Facts) => string;

  constructor(finding: Omit<Finding, "message" | "accepted">, word: (facts: Facts) => string) {
    this.rule = finding.rule;
    this.severity = finding.severity;
    if (finding.risk) this.risk = true;
    this.supplier = finding.supplier;
    this.file = finding.file;
    this.response = finding.response;
    this.at = finding.at;
    // Copied to give all facts one hidden class: objects that rules make by spreading each have their own,
    // which takes more memory.
    this.facts = Object.assign({}, finding.facts);
    this.#word = word;
  }

  get message(): string {
    try {
      return withOneStop(this.#word(this.facts));
    } catch (cause) {
      throw ruleFailed(this.rule, this.file, cause);
    }
  }

  /** The plain object that is printed and stored. */
  toJSON(): Finding {
    const { rule, severity, risk, supplier, file, response, at, facts, message, accepted } = this;
    return {
      rule,
      severity,
      ...(risk ? { risk } : {}),
      supplier,
      file,
      response,
      at,
      facts,
      message,
      ...(accepted ? { accepted } : {}),
    };
  }
}
