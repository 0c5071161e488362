// The outcome for each metal with its basis: which supplier says what, in which cell, and the warning signs.
import { againstYes, suppliersOfSigns } from "../../domain/behind-outcomes.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { joinWords } from "../../lib/join-words.ts";
import { pageHref } from "../../lib/page-address.ts";
import type { Declaration, Proposal } from "../../model/consolidation.ts";
import { STATE_NAMES } from "../../model/labels.ts";
import type { ReportContext } from "../pack/report-input.ts";
import type { Figure } from "../render/figure.ts";
import { figureLink } from "../render/figure-link.ts";
import { type Html, html } from "../render/html-text.ts";
import { originQuestion } from "./origin-question.ts";

/** Most suppliers named on a card; the rest are behind the link. */
const NAMED = 4;

/** A card for each metal; null if the template has no inquiry. */
export function outcomeCards(context: ReportContext): Html | null {
  const { consolidation } = context;
  if (consolidation.proposals.length === 0) return null;
  return html`<ul class="cards">${consolidation.proposals.map((proposal) => card(context, proposal))}</ul>`;
}

function card(context: ReportContext, proposal: Proposal): Html {
  const { metal, outcome, why, listed, decision } = proposal;
  const reasons = why.filter((reason) => !listed.includes(reason));
  const decided = decision
    ? html`<p>Decided: <strong>${decision.determination}</strong> (${[decision.reason, decision.by, decision.date].filter(Boolean).join("; ")})</p>`
    : html`<p>Not decided yet.</p>`;
  return html`<li class="card"><h3>${capitalised(metal)}</h3><p class="outcome">Proposed: ${outcome}</p>${decided}${declaredYes(context, metal)}${reasons.length === 0 ? null : html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}${signs(context, metal)}<p class="screen-only"><a href="#outcome-${metal}">All of the evidence</a></p></li>`;
}

/** The suppliers that answer Yes on origin, each with the state of its response and the cell. */
function declaredYes(
  { consolidation, family, distinct, columnOf }: ReportContext,
  metal: string,
): Html | null {
  const question = originQuestion(family);
  if (question === undefined) return null;
  const yes = consolidation.declarations.filter(
    (one) => one.metal === metal && one.inScope !== "no" && one.answers[question.key] === "yes",
  );
  if (yes.length === 0) return null;
  const figure = distinct("supplier_id", "declarations.csv", {
    metal,
    in_scope: ["yes", "unclear"],
    [columnOf(question.meaning)]: "yes",
  });
  const named = yes.slice(0, NAMED).map((one) => answerOf(one, question.key));
  const more = yes.length > NAMED ? html`; and more` : null;
  return html`<p>Yes on origin: ${figureLink(figure)} ${figure.value === 1 ? "supplier" : "suppliers"}: ${named.map((one, index) => html`${index > 0 ? "; " : ""}${one}`)}${more}.</p>`;
}

function answerOf(declaration: Declaration, question: string): Html {
  const { from, metal } = declaration;
  const { response, supplier, state } = from;
  const at = response.answers[metal]?.[question]?.at ?? "";
  return html`<a href="${pageHref({ view: "supplier", key: supplier.key })}">${supplier.name}</a> (${STATE_NAMES[state]}, <span class="cell">${at}</span>${againstYes(declaration)})`;
}

/** The warning signs of a metal by kind, with the number of open and accepted ones. */
function signs(context: ReportContext, metal: string): Html {
  const { consolidation } = context;
  const its = consolidation.signs.filter(({ metals }) => metals.includes(metal));
  if (its.length === 0) return html`<p>No warning sign.</p>`;
  const kinds = new Map(its.map(({ kind, title }) => [kind, title]));
  const lines = [...kinds].map(([kind, title]) => {
    const count = (open: "yes" | "no") => signCount(context, metal, kind, open);
    const counts: readonly (readonly [Figure, string])[] = [
      [count("yes"), "open"],
      [count("no"), "accepted"],
    ];
    const shown = counts.filter(([{ value }]) => value > 0);
    const suppliers = suppliersOfSigns(its.filter((one) => one.kind === kind));
    return html`<li>${title}: ${shown.map(([figure, state], index) => html`${index > 0 ? ", " : ""}${figureLink(figure)} ${state}`)} (${suppliers})</li>`;
  });
  return html`<p><strong>Warning signs</strong></p><ul>${lines}</ul>`;
}

function signCount({ rows, consolidation }: ReportContext, metal: string, sign: string, open: "yes" | "no") {
  // The column of metals is a list, so it is filtered by those lists that contain this metal.
  const lists = consolidation.signs.filter((one) => one.kind === sign && one.metals.includes(metal));
  return rows("warning-signs.csv", {
    sign,
    open,
    metals: [...new Set(lists.map(({ metals }) => metals.join("; ")))],
  });
}

/** The metals that nobody has decided on, in words; empty if all are decided. */
export function undecided({ consolidation }: ReportContext): string {
  return joinWords(
    consolidation.proposals.flatMap(({ metal, decision }) => (decision === undefined ? metal : [])),
    "and",
  );
}
