// The number of open items that the template's own Checker would show, calculated from the cells.

import { given } from "../../domain/answers.ts";
import { saysNotListed } from "../../domain/sentinels.ts";
import type { Choice } from "../../forms/form.ts";
import { findPractice } from "../../forms/layouts.ts";
import { isExempt } from "../../forms/requirements.ts";
import type { Answer, Response } from "../../model/response.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import type { Subject } from "../rule.ts";

/** The text of an answer cell in lower case; undefined if it is blank. */
function textOf(answer: Answer | undefined, choices: readonly Choice[]): string | undefined {
  if (!given(answer)) return undefined;
  const text = answer.raw ?? choices.find((choice) => choice.code === answer.value)?.text ?? "";
  return text.toLowerCase();
}

/** The formulas recognise a single text for No. */
function noOf(text: string | undefined): "no" | undefined {
  return text === "no" ? text : undefined;
}

/**
 * Open items by the formulas of the Checker sheet; "#N/A" if an ID that is not on the template's list breaks
 * them. The formulas compare texts, not meanings: "Ja" is not "Yes". Undefined for versions whose Checker
 * could not be read or is broken, and for combinations of answers for which the formulas could not be tried
 * out.
 */
export function checkerCount(subject: Subject): number | "#N/A" | undefined {
  const { response, layout, requirements } = subject;
  if (requirements.source !== "checker" || !requirements.checkerCounts) return undefined;
  const perMetal = requirements.smelterRows === "perMetal";
  if (perMetal && hasBrokenRow(response)) return "#N/A";

  let open = requirements.company.filter((field) => isOpenField(subject, field)).length;
  const scope = response.company.scope;
  const known = layout.scopes.some(
    (choice) => choice.text.toLowerCase() === (scope?.raw ?? scopeText(subject)).toLowerCase(),
  );
  const described =
    known && (requirements.scopesWithoutDescription as readonly unknown[]).includes(scope?.value);
  if (scope !== undefined && !described && response.company.scopeDescription === undefined) open++;

  const exempt = new Set<MineralId>();
  for (const metal of layout.minerals) {
    const [first, second] = layout.questions
      .slice(0, 2)
      .map((question) => textOf(response.answers[metal]?.[question.key], question.choices));
    if (first === undefined && second === "no" && requirements.exempt === "eitherNo") return undefined;
    if (isExempt(requirements.exempt, noOf(first), noOf(second))) exempt.add(metal);
    open += openAnswers(subject, metal, first, second, exempt.has(metal));
  }

  // The formulas see only the template's own sheet.
  const rows = response.smelters.filter((row) => row.sheet === undefined);
  const companyAsked = exempt.size < layout.minerals.length;
  if (companyAsked) {
    open += layout.policies.filter((policy) => !given(response.policies[policy.key])).length;
    if (isOpenUrl(subject)) open++;
  }
  if (scope?.value === "product" && known) {
    const first = response.products.find(
      (product) => product.sheet === undefined && product.row === layout.products?.firstRow,
    );
    if (first?.number === undefined) open++;
  }
  if (requirements.smelterRows === "perMetal") {
    open += layout.minerals.filter(
      (metal) =>
        !exempt.has(metal) && !rows.some((row) => row.metal === metal && row.lookupName !== undefined),
    ).length;
  } else if (companyAsked) {
    const { firstRow, lastRow } = requirements.smelterRows;
    const looked = rows.filter((row) => row.row >= firstRow && row.row <= lastRow);
    if (!looked.some((row) => row.lookupName !== undefined)) open++;
  }
  if (requirements.notListedDetails === true) {
    const incomplete = rows.some(
      (row) =>
        saysNotListed(row) &&
        (row.name === undefined ||
          row.name === row.lookupName ||
          (row.country ?? row.raw?.country) === undefined),
    );
    if (incomplete) open++;
  }
  return open;
}

function scopeText({ response, layout }: Subject): string {
  return layout.scopes.find((choice) => choice.scope === response.company.scope?.value)?.text ?? "";
}

function isOpenField({ response, requirements }: Subject, field: keyof Response["company"]): boolean {
  const value = response.company[field];
  if (value === undefined) return true;
  const text = value.raw ?? value.value ?? "";
  return requirements.emailNeedsAt && field.endsWith("Email") && !text.includes("@");
}

/** Open items among the questions of one metal. */
function openAnswers(
  { response, layout, requirements }: Subject,
  metal: MineralId,
  first: string | undefined,
  second: string | undefined,
  exempt: boolean,
): number {
  const later = layout.questions.slice(2);
  const blank = later.filter((question) => !given(response.answers[metal]?.[question.key])).length;
  const openFirst = first === undefined ? 1 : 0;
  if (requirements.exempt !== "eitherNo") {
    const askSecond = requirements.secondAlways || first !== "no";
    const openSecond = askSecond && second === undefined ? 1 : 0;
    return openFirst + openSecond + (exempt ? 0 : blank);
  }
  // 6.x shows a question only if the answers before it are literally "Yes", and counts the others as open.
  if (first === "no") return 0;
  if (first !== "yes") return openFirst + 1 + later.length;
  if (second === "no") return 0;
  if (second === undefined) return 1 + later.length;
  return second === "yes" ? blank : later.length;
}

/** Whether the URL of a public policy counts as missing by this generation's test. */
function isOpenUrl({ response, layout, requirements }: Subject): boolean {
  const policy = findPractice(layout, "publishesPolicy");
  if (policy === undefined || requirements.policyUrl === "no matter") return false;
  const answer = response.policies[policy.key];
  if (textOf(answer, policy.choices) !== "yes") return false;
  const comment = answer?.comment?.raw ?? answer?.comment?.value ?? "";
  return requirements.policyUrl === "www" ? !comment.includes("www") : comment.length <= 1;
}

/** Whether an ID was typed that is not on the template's own list. */
function hasBrokenRow(response: Response): boolean {
  return response.smelters.some(
    (row) => row.idInput !== undefined && row.lookupName === undefined && row.inOwnList === false,
  );
}
