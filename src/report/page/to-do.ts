// What needs a person, in the order in which an analyst would take it up.
import { PAIR_RULE } from "../../domain/likely-pairs.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import type { ReportContext } from "../pack/report-input.ts";
import type { Figure } from "../render/figure.ts";
import { figureLink } from "../render/figure-link.ts";
import { type Html, html } from "../render/html-text.ts";

interface Task {
  figure: Figure;
  /** What they are, for one and for several. */
  one: string;
  many: string;
  /** What to do, with the command where there is one. */
  what: string;
  command?: string;
}

function tasks({ distinct, rows, consolidation }: ReportContext): Task[] {
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const suppliers = (where: Record<string, string | readonly string[]>): Figure =>
    distinct("supplier_id", "responses.csv", { ...where, ...(roster ? { on_roster: "yes" } : {}) });
  return [
    {
      figure: distinct("supplier", "findings.csv", { rule: PAIR_RULE, accepted: "" }),
      one: "company that the roster does not know has nearly the name of a missing supplier",
      many: "companies that the roster does not know have nearly the name of a missing supplier",
      what: "see whether they are one",
    },
    {
      figure: suppliers({ supplier_state: ["missing", "withdrawn", "replaced"] }),
      one: "supplier has sent nothing under its name",
      many: "suppliers have sent nothing under their names",
      what: "remind them",
      command: "cmrt letters",
    },
    {
      figure: suppliers({ supplier_state: ["stale", "late", "undated", "blank", "own"] }),
      one: "supplier has sent only what does not count (dated before or after the period, undated, blank)",
      many: "suppliers have sent only what does not count (dated before or after the period, undated, blank)",
      what: "ask for a declaration of this period",
      command: "cmrt letters",
    },
    {
      figure: rows("responses.csv", { state: ["unreadable", "copied"] }),
      one: "file is not usable",
      many: "files are not usable",
      what: "see why, and ask for another one",
    },
    {
      figure: suppliers({ state: "foreign" }),
      one: "supplier has sent a response in another company's name",
      many: "suppliers have sent responses in another company's name",
      what: "confirm that it is theirs, or ask",
    },
    {
      figure: suppliers({ state: "invalid" }),
      one: "supplier has a response with errors",
      many: "suppliers have responses with errors",
      what: "ask for a correction",
      command: "cmrt letters",
    },
    {
      figure: rows("warning-signs.csv", { open: "yes" }),
      one: "warning sign is open",
      many: "warning signs are open",
      what: "ask, or accept with a reason",
    },
    {
      figure: rows("smelters.csv", { status_class: "unmatched" }),
      one: "reported smelter could not be matched",
      many: "reported smelters could not be matched",
      what: "decide which facility is meant",
      command: "cmrt smelters",
    },
  ];
}

/** The open tasks as a list, each with a link to its rows, and the metals that nobody has decided on. */
export function toDoList(context: ReportContext): Html {
  const { consolidation, rows } = context;
  const undecided = consolidation.proposals.filter(({ decision }) => decision === undefined);
  const items = tasks(context)
    .filter(({ figure }) => figure.value > 0)
    .map(
      ({ figure, one, many, what, command }) =>
        html`<li>${figureLink(figure)} ${figure.value === 1 ? one : many}: ${what}${command === undefined ? null : html` (<code>${command}</code>)`}.</li>`,
    );
  if (undecided.length > 0) {
    const figure = rows("rcoi.csv", { decision: "" });
    items.push(
      html`<li>${figureLink(figure)} ${figure.value === 1 ? "outcome is" : "outcomes are"} not decided: decide, and record it in <code>${SETTINGS_FILE}</code>.</li>`,
    );
  }
  return items.length === 0 ? html`<p>Nothing is open.</p>` : html`<ol class="todo">${items}</ol>`;
}
