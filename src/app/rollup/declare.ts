// Makes our own declaration from an evaluated period.
import type { PeriodResult } from "../../campaign/compare-change.ts";
import { countedResponses } from "../../domain/standing.ts";
import { UsageError } from "../../lib/errors.ts";
import { fold } from "../../lib/text.ts";
import type { EvaluatedResponse } from "../../model/evaluation.ts";
import type { OwnDeclaration } from "../../model/own-declaration.ts";
import type { MineralId, Scope } from "../../model/vocabulary.ts";
import { covers, type ProductLine, productsOf } from "../../rollup/products.ts";
import { rollUp } from "../../rollup/roll-up.ts";
import type { Session } from "../session.ts";

export interface DeclareOptions {
  /** Also use valid responses with questions. */
  includeQuestions?: boolean;
  /** Leave out facilities that were removed from the list. */
  excludeRemoved?: boolean;
  metals?: readonly MineralId[];
  /** Only the responses of these suppliers. */
  supplier?: readonly string[];
  /** The declared products; if given, the declaration's scope is product-level. */
  products?: readonly ProductLine[] | undefined;
  /** Number of suppliers asked, for campaigns without a roster. */
  surveyed?: number;
}

/**
 * Determines which responses count, which suppliers are missing, and the resulting declaration. Throws UsageError if no
 * response counts.
 */
export function declare(
  { evaluation, consolidation }: PeriodResult,
  { settings, today, family }: Pick<Session, "settings" | "today" | "family">,
  options: DeclareOptions,
): OwnDeclaration {
  const { products: lines = [] } = options;
  const only = options.supplier?.map(fold);
  const wanted = (name: string) => only === undefined || only.includes(fold(name));
  const states = options.includeQuestions ? ["valid", "questions"] : ["valid"];
  const within = (one: EvaluatedResponse) => wanted(one.supplier.name) && covers(one, lines);
  const received = countedResponses(evaluation.responses).filter(within);
  const counted = received.filter(({ state }) => states.includes(state));
  if (counted.length === 0) {
    const withQuestions = received.filter(({ state }) => state === "questions").length;
    const hint =
      withQuestions > 0 && !options.includeQuestions
        ? ` ${withQuestions} have warnings: use --include-questions to include them.`
        : "";
    throw new UsageError(`No response of ${evaluation.period} counts.${hint}`);
  }
  const heard = new Set(counted.map(({ supplier }) => supplier.key));
  const responded = new Set(received.map(({ supplier }) => supplier.key));
  // An undated file for the period is not counted as a response, but a Yes in it must not be ignored.
  const undated = evaluation.responses.filter(
    (one) => one.standing === "undated" && within(one) && !responded.has(one.supplier.key),
  );
  const named = new Set(lines.flatMap(({ supplier }) => (supplier === undefined ? [] : [fold(supplier)])));
  const suppliers = consolidation.suppliers.filter(
    ({ name, onRoster }) => onRoster !== false && wanted(name) && (named.size === 0 || named.has(fold(name))),
  );
  const asked = options.surveyed ?? (suppliers.some(({ onRoster }) => onRoster) ? suppliers.length : null);
  const company = settings.company;
  const scope: Scope =
    options.products !== undefined
      ? "product"
      : company?.scopeDescription !== undefined
        ? "userDefined"
        : "company";
  return rollUp({
    family,
    period: evaluation.period,
    counted,
    notCounted: [...received.filter(({ state }) => !states.includes(state)), ...undated],
    missing: suppliers.filter(({ key }) => !heard.has(key)).map(({ name }) => name),
    survey:
      asked === null ? null : { asked, heard: suppliers.filter(({ key }) => responded.has(key)).length },
    company,
    scope,
    effectiveDate: today,
    products: productsOf(lines),
    ...(options.metals === undefined ? {} : { metals: options.metals }),
    excludeRemoved: options.excludeRemoved ?? false,
  });
}
