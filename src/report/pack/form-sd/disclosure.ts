// Item 1.01: products, the inquiry, its results, and the determination for each metal.

import { counts } from "../../../domain/standing.ts";
import { countryName } from "../../../forms/countries.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { sortTexts } from "../../../lib/compare-texts.ts";
import { countOf } from "../../../lib/count-of.ts";
import { joinWords } from "../../../lib/join-words.ts";
import { writtenDate } from "../../../lib/written-date.ts";
import type { Proposal } from "../../../model/consolidation.ts";
import { SETTINGS_FILE } from "../../../model/workspace-files.ts";
import { percent } from "../report-input.ts";
import { type Filing, indications, shareOf } from "./filing.ts";
import { followUpSentences } from "./follow-ups.ts";
import { begun, given, ofData, ofForm, type Part, paragraph, type Sentence } from "./sentence.ts";

export function disclosure(filing: Filing): Part[] {
  return [
    { kind: "heading", level: 2, text: "Section 1 Conflict Minerals Disclosure" },
    { kind: "heading", level: 3, text: "Item 1.01 Conflict Minerals Disclosure and Report" },
    { kind: "heading", level: 3, text: "Conflict Minerals Disclosure" },
    paragraph(...definitions(filing)),
    { kind: "heading", level: 3, text: "Products and supply chain" },
    paragraph(...products(filing)),
    paragraph(acquisitions(filing)),
    { kind: "heading", level: 3, text: "Reasonable country of origin inquiry" },
    paragraph(...design(filing)),
    paragraph(...responses(filing)),
    paragraph(neverAskedNote(filing)),
    paragraph(...followUpSentences(filing)),
    paragraph(...smelters(filing)),
    { kind: "heading", level: 3, text: "Results and determination" },
    ...filing.context.consolidation.proposals.flatMap((proposal) => determination(filing, proposal)),
    paragraph(conclusion(filing)),
    { kind: "heading", level: 3, text: "Where this is published" },
    paragraph(
      given("1.01.website", filing.settings.website, {
        before: ["This disclosure, and the Conflict Minerals Report where one is filed, can be read at "],
        place: "address of the web page",
      }),
    ),
    paragraph(staffPosition(filing)),
  ];
}

function definitions({ context, inquiry, issuer }: Filing): Sentence[] {
  const { period } = context.evaluation;
  const others = sortTexts(inquiry.countries.filter((code) => code !== inquiry.mainCountry).map(countryName));
  return [
    ofData(
      "1.01.filed",
      issuer,
      ` files this form under Rule 13p-1 for the calendar year from January 1 to December 31, ${period}.`,
    ),
    ofForm("1.01.minerals", `“Conflict minerals” or “${inquiry.minerals}” are ${inquiry.mineralsDefined}.`),
    ofForm(
      "1.01.countries",
      `The “${inquiry.area}” are the ${countryName(inquiry.mainCountry)} and the countries that adjoin it: ${joinWords(others, "and")}.`,
    ),
  ];
}

function products({ context, inquiry, issuer, settings }: Filing): Sentence[] {
  const { settings: campaign, consolidation } = context;
  const declared = consolidation.proposals.filter(({ evidence }) => evidence.inScope > 0);
  return [
    given("1.01.products", campaign.products, {
      before: [issuer, " manufactures, or contracts to have manufactured, "],
      place: `products that contain ${inquiry.minerals}`,
    }),
    given("1.01.necessity", settings.necessity, {
      before: [`${inquiry.minerals} are necessary to the functionality or production of these products: `],
      place: "which of them, in which products or parts, and why",
    }),
    declared.length > 0
      ? ofData(
          "1.01.declaredNecessary",
          `In what they supply, suppliers declare as intentionally added and necessary: ${joinWords(
            declared.map(({ metal, evidence }) => `${metal} (${countOf(evidence.inScope, "supplier")})`),
            "and",
          )}.`,
        )
      : ofData(
          "1.01.declaredNecessary",
          "No supplier whose response counts declares one of them necessary in what it supplies.",
        ),
    given("1.01.position", campaign.position, {
      before: [issuer, " is "],
      place: `its place in the supply chain, such as how many steps it is removed from the mining of ${inquiry.minerals} and whether it buys from mines, smelters or refiners`,
    }),
  ];
}

/** See Form SD, instruction 3 to item 1.01. */
function acquisitions({ context, settings }: Filing): Sentence {
  const { period } = context.evaluation;
  const rule = `Under Form SD the products of an acquired company that was not itself obliged to report need to be covered only from the first reporting year that begins no sooner than eight months after the acquisition, so that a company acquired after about May 1, ${period - 1} may be left out`;
  return given("1.01.acquisitions", settings.acquisitions, {
    before: [`${rule}. Left out of this disclosure on that ground: `],
    place: `none, or which company, acquired on which day`,
  });
}

function design({ context, inquiry, issuer, settings, template, counts }: Filing): Sentence[] {
  const { evaluation, consolidation, distinct, figure } = context;
  const { period } = evaluation;
  const spendKnown = consolidation.suppliers.some(({ spendShare }) => spendShare !== null);
  const spend = spendKnown
    ? figure({
        file: "responses.csv",
        where: [{ column: "on_roster", values: ["yes"] }],
        sum: "spend_share",
        once: "supplier_id",
      }).value
    : undefined;
  const levels = (
    [
      ["company", "for the whole company"],
      ["product", "for named products"],
      ["userDefined", "for a scope described by the supplier"],
    ] as const
  ).flatMap(([scope, label]) => {
    const { value } = distinct("supplier_id", "responses.csv", { standing: "standing", scope });
    return value === 0 ? [] : [`${countOf(value, "supplier answers", "suppliers answer")} ${label}`];
  });
  return [
    ofData(
      "1.01.inquiry",
      issuer,
      ` conducted in good faith a reasonable country of origin inquiry into the ${inquiry.minerals} in these products, designed to determine whether any of them originated in the ${inquiry.area} or came from recycled or scrap sources.`,
    ),
    counts.surveyed
      ? ofData(
          "1.01.surveyed",
          `${capitalised(countOf(counts.surveyed.value, "supplier was", "suppliers were"))} asked for the ${template} for the year ${period}.`,
        )
      : begun(
          "1.01.surveyed",
          { place: "how many suppliers; the campaign has no roster" },
          ` were asked for the ${template} for the year ${period}.`,
        ),
    given("1.01.selection", settings.selection, {
      before: ["These suppliers are "],
      place: "how they were chosen, such as all direct suppliers of parts that contain the minerals",
    }),
    spend === undefined || settings.coverage !== undefined
      ? given("1.01.coverage", settings.coverage, {
          before: ["They account for "],
          place: "what share of the relevant supply, by spend or by products",
        })
      : ofData(
          "1.01.coverage",
          percent(spend, 1) !== percent(1, 1)
            ? `They account for ${shareOf(spend, 1)} of the relevant spend.`
            : // Amounts of a list add up to the whole list, whatever share of the purchases it covers.
              "They account for all of the spend that the company's list of suppliers gives.",
        ),
    ...(levels.length > 0
      ? [ofData("1.01.levels", `By the responses that count, ${joinWords(levels, "and")}.`)]
      : []),
  ];
}

function responses(filing: Filing): Sentence[] {
  const { context, counts: figures, inquiry } = filing;
  const { evaluation, consolidation } = context;
  const { period, cutoff } = evaluation;
  const { surveyed, responded, valid, clean } = figures;
  const unasked = neverAsked(filing).length;
  const rate = surveyed ? shareOf(responded.value, surveyed.value) : "";
  const who = surveyed
    ? `${responded.value} of ${countOf(surveyed.value, "supplier")}`
    : capitalised(countOf(responded.value, "supplier"));
  const others =
    unasked === 0
      ? ""
      : unasked === 1
        ? " The declaration of 1 company that was not asked is included below."
        : ` Declarations of ${unasked} companies that were not asked are included below.`;
  return [
    ofData(
      "1.01.window",
      `Responses dated from January 1, ${period} to ${writtenDate(cutoff)} were considered.`,
    ),
    ofData(
      "1.01.responded",
      `${who} responded${rate === "" ? "" : ` (${rate})`}.${others} When checked for completeness and contradictions, the responses of ${countOf(valid.value, "supplier")} were valid; those of ${countOf(clean.value, "supplier")} left no question open.`,
    ),
    ...consolidation.proposals
      .filter(({ evidence }) => evidence.inScope > 0)
      .map((proposal) => ofData(`1.01.answers.${proposal.metal}`, answered(proposal, inquiry.area))),
  ];
}

/** Companies whose declarations count although they are not on the roster, sorted. */
function neverAsked({ context }: Filing): string[] {
  const { evaluation, consolidation } = context;
  const counted = new Set(
    evaluation.responses.filter(({ standing }) => counts(standing)).map(({ supplier }) => supplier.key),
  );
  return sortTexts(
    consolidation.suppliers
      .filter(({ key, onRoster }) => onRoster === false && counted.has(key))
      .map(({ name }) => name),
  );
}

/** A note for the editors of the draft that names them; undefined if there are none. */
function neverAskedNote(filing: Filing): Sentence | undefined {
  const names = neverAsked(filing);
  if (names.length === 0) return undefined;
  const one = names.length === 1;
  return ofData(
    "1.01.neverAsked",
    { strong: "Working note on companies that were not asked, not part of the filing:" },
    ` ${one ? "A declaration" : "Declarations"} came from ${joinWords(names, "and")}, which ${
      one ? "is" : "are"
    } not on the roster. ${one ? "It is" : "They are"} not counted among the suppliers asked, nor among those that responded; what ${
      one ? "it answers" : "they answer"
    } on the metals is in the figures by metal. Add ${one ? "it" : "them"} to the roster, or leave ${
      one ? "its declaration" : "their declarations"
    } out of the campaign.`,
  );
}

/** How the suppliers with the metal in scope answer. */
function answered({ metal, evidence }: Proposal, area: string): string {
  const parts: [count: number, text: string][] = [
    [evidence.coveredYes, "Yes"],
    [evidence.coveredNo, "No"],
    [evidence.coveredUnknown, "Unknown"],
  ];
  const said = [
    ...parts.filter(([count]) => count > 0).map(([count, text]) => `${count} answered ${text}`),
    ...(evidence.coveredBlank > 0 ? [`${evidence.coveredBlank} gave no usable answer`] : []),
  ];
  const recycled =
    evidence.recycled100 > 0
      ? `; ${evidence.recycled100} said that all of it comes from recycled or scrap sources`
      : "";
  return `Asked whether ${metal} comes from the ${area}, of ${countOf(evidence.inScope, "supplier")} that ${evidence.inScope === 1 ? "has" : "have"} it in scope ${joinWords(said, "and")}${recycled}.`;
}

function smelters({ context }: Filing): Sentence[] {
  const { rows, evaluation } = context;
  const all = rows("smelters.csv").value;
  const unmatched = rows("smelters.csv", { status_class: "unmatched" }).value;
  const list = evaluation.reference?.list;
  return [
    ofData(
      "1.01.smelters",
      all === 0
        ? "The responses name no smelter or refiner."
        : `The responses name ${countOf(all, "smelter or refiner", "smelters and refiners")}, counted by metal; ${
            list === undefined
              ? "they could not be matched, as no reference list was available"
              : `${all - unmatched} of them ${all - unmatched === 1 ? "was" : "were"} matched to ${list.name}${list.asOf === null ? "" : ` of ${writtenDate(list.asOf)}`}`
          }.`,
    ),
    ofForm(
      "1.01.locationIsNotOrigin",
      "The location of a smelter or refiner was not taken as the country of origin of a mineral.",
    ),
  ];
}

function determination({ issuer }: Filing, { metal, outcome, why, decision }: Proposal): Part[] {
  const name = { strong: `${capitalised(metal)}.` };
  if (decision) {
    const text = [name, ` ${decision.determination} ${decision.reason}`];
    return [paragraph({ id: `1.01.determination.${metal}`, by: "settings", text })];
  }
  return [
    paragraph(
      ofData(
        `1.01.outcome.${metal}`,
        { strong: `Working note on ${metal}, not part of the filing:` },
        ` Outcome indicated by the responses: ${outcome}. ${why.join(" ")}`,
      ),
    ),
    paragraph(
      begun(
        `1.01.determination.${metal}`,
        name,
        " Based on its inquiry, ",
        issuer,
        " determined ",
        {
          place: `the company's determination for ${metal} and its reason (“decisions” in ${SETTINGS_FILE})`,
        },
        ".",
      ),
    ),
  ];
}

function conclusion({ exhibit, issuer, inquiry }: Filing): Sentence {
  const indicated = indications(exhibit, inquiry);
  if (indicated === undefined) {
    return begun(
      "1.01.conclusion",
      "On this basis ",
      issuer,
      " concludes ",
      {
        place:
          exhibit.decided > 0
            ? "from the determinations above whether due diligence and a Conflict Minerals Report are called for"
            : "that no due diligence is called for, or why it is",
      },
      ".",
    );
  }
  return begun(
    "1.01.conclusion",
    `${indicated} For these metals Form SD calls for due diligence on source and chain of custody. On this basis `,
    issuer,
    " ",
    { place: "exercised due diligence, described in the Conflict Minerals Report, or why it did not" },
    ".",
  );
}

function staffPosition({ settings, issuer }: Filing): Sentence | undefined {
  const statement =
    "the updated statement of the staff of the SEC's Division of Corporation Finance of April 7, 2017";
  if (settings.staffPosition2017 === false) return undefined;
  if (settings.staffPosition2017) {
    return ofData(
      "1.01.staffPosition",
      `In view of ${statement}, `,
      issuer,
      " provides the disclosure under Item 1.01(a) and (b) and files no Conflict Minerals Report.",
    );
  }
  return begun("1.01.staffPosition", {
    place: `option, to be decided with counsel (“staffPosition2017” in ${SETTINGS_FILE}): under ${statement} the staff does not recommend enforcement where only Item 1.01(a) and (b) is filed, even if Item 1.01(c) would ask for due diligence; then no Exhibit 1.01 is filed. It binds the staff alone, can be withdrawn, and leaves Rule 13p-1 as it is; many customers and investors expect the report all the same`,
  });
}
