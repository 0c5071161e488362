// Exhibit 1.01: the Conflict Minerals Report.

import { countryName } from "../../../forms/countries.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { sortTexts } from "../../../lib/compare-texts.ts";
import { countOf } from "../../../lib/count-of.ts";
import { groupBy } from "../../../lib/group-by.ts";
import { joinWords } from "../../../lib/join-words.ts";
import type { Facility, MetalEvidence, OriginLine } from "../../../model/consolidation.ts";
import { meansYes } from "../../../model/vocabulary.ts";
import { SETTINGS_FILE } from "../../../model/workspace-files.ts";
import type { Block } from "../../render/document.ts";
import { type Filing, indications, shareOf } from "./filing.ts";
import { begun, given, ofData, ofForm, type Part, paragraph, type Sentence } from "./sentence.ts";

export function exhibit(filing: Filing): Part[] {
  const { context, registrant } = filing;
  const { period } = context.evaluation;
  const heading = (text: string): Part => ({ kind: "heading", level: 3, text });
  return [
    { kind: "heading", level: 2, text: "Exhibit 1.01 Conflict Minerals Report" },
    ...(filing.exhibit.waived
      ? [
          {
            kind: "paragraph",
            text: [
              `Not filed: the settings say that the company relies on the staff's statement of 2017 (“staffPosition2017” in ${SETTINGS_FILE}). The text is kept here for the company's own records.`,
            ],
          } as const,
        ]
      : []),
    heading(
      `Conflict Minerals Report of ${registrant ?? "the company"} for the year ended December 31, ${period}`,
    ),
    paragraph(...introduction(filing)),
    heading("1. Company and supply chain"),
    paragraph(...company(filing)),
    heading("2. Inquiry and conclusion"),
    paragraph(...inquiryAgain(filing)),
    heading("3. Design of the due diligence"),
    paragraph(
      given("exhibit.framework", filing.settings.framework, {
        before: ["The due diligence was designed to conform, in all material respects, with "],
        place:
          "the framework followed, such as the OECD Due Diligence Guidance for Responsible Supply Chains of Minerals from Conflict-Affected and High-Risk Areas, third edition, with its supplements",
      }),
    ),
    heading("4. Due diligence measures performed"),
    ...measures(filing),
    heading("5. Smelters and refiners"),
    ...smelters(filing),
    heading("6. Countries of origin"),
    ...origins(filing),
    heading("7. Efforts to determine the mine or location of origin"),
    paragraph(...efforts(filing)),
    heading("8. This year beside the year before"),
    ...lastYear(filing),
    heading(`9. Steps since the end of ${period} and planned`),
    paragraph(...steps(filing)),
  ];
}

function introduction({ context, inquiry, issuer, settings }: Filing): Sentence[] {
  const { period } = context.evaluation;
  const { audit, forwardLooking } = settings;
  const auditText =
    "The staff of the SEC asks for an independent private sector audit only where a company describes its products as “DRC conflict free”";
  return [
    ofData(
      "exhibit.filed",
      `This report of `,
      issuer,
      ` covers the calendar year ${period} and is filed under Rule 13p-1. “${inquiry.minerals}” and “${inquiry.area}” have the meaning given in Item 1.01 of the form.`,
    ),
    audit === "none"
      ? ofForm(
          "exhibit.audit",
          `This report was not subject to an independent private sector audit. ${auditText}, which this report does not.`,
        )
      : audit === "obtained"
        ? begun(
            "exhibit.audit",
            "An independent private sector audit of this report was obtained from ",
            { place: "name of the auditor" },
            "; the audit report is part of this exhibit.",
          )
        : begun(
            "exhibit.audit",
            "This report ",
            {
              place: `was not, or was, subject to an independent private sector audit (“audit” in ${SETTINGS_FILE})`,
            },
            `. ${auditText}.`,
          ),
    ...(forwardLooking === false
      ? []
      : forwardLooking
        ? [
            ofForm(
              "exhibit.forwardLooking",
              "Statements in this report about what is planned or expected are forward-looking statements within the meaning of the federal securities laws. They are based on what is known and assumed today; what suppliers, smelters and others do may lead to other results, and no duty to update them is assumed beyond what the law asks for.",
            ),
          ]
        : [
            begun(
              "exhibit.forwardLooking",
              "Forward-looking statements: ",
              {
                place: `whether the report carries a statement on them (“forwardLooking” in ${SETTINGS_FILE})`,
              },
              ".",
            ),
          ]),
  ];
}

function company({ context, inquiry, issuer }: Filing): Sentence[] {
  const { products, position } = context.settings;
  return [
    given("exhibit.products", products, {
      before: [issuer, " manufactures, or contracts to have manufactured, "],
      place: `products that contain ${inquiry.minerals}`,
    }),
    given("exhibit.position", position, {
      before: [issuer, " is "],
      place: "its place in the supply chain",
    }),
    ofForm(
      "exhibit.reliance",
      `What is known of the source of the ${inquiry.minerals} therefore depends on what direct suppliers report, and these rely on their own suppliers; their information may be incomplete or wrong.`,
    ),
  ];
}

function inquiryAgain({ context, counts, inquiry, exhibit: need }: Filing): Sentence[] {
  const { surveyed, responded } = counts;
  const indicated = indications(need, inquiry);
  const decided = context.consolidation.proposals.filter(({ decision }) => decision);
  return [
    ofData(
      "exhibit.inquiry",
      `The reasonable country of origin inquiry is described in Item 1.01: ${
        surveyed
          ? `of ${countOf(surveyed.value, "supplier")} asked, ${responded.value} responded (${shareOf(responded.value, surveyed.value)})`
          : `${countOf(responded.value, "supplier")} responded`
      }.`,
    ),
    indicated === undefined
      ? begun(
          "exhibit.conclusion",
          "On this basis ",
          { place: "the company's conclusion from the determinations of Item 1.01" },
          ".",
        )
      : ofData(
          "exhibit.conclusion",
          `${indicated}${decided.length > 0 ? " The determinations for the other metals are in Item 1.01." : ""}`,
        ),
  ];
}

function measures(filing: Filing): Part[] {
  const { context, issuer, settings } = filing;
  const { period } = context.evaluation;
  const step = (title: string): Part => ({ kind: "paragraph", text: [{ strong: title }] });
  const retention =
    settings.retentionYears === undefined
      ? undefined
      : `${settings.retentionYears} ${settings.retentionYears === 1 ? "year" : "years"}`;
  return [
    step("Step 1: company management systems"),
    paragraph(
      given("exhibit.policy", settings.policy, {
        before: [issuer, " has adopted a policy on conflict minerals, which can be read at "],
        place: "where the policy can be read, and what it says",
      }),
      given("exhibit.committee", settings.committee, {
        before: ["Responsibility lies with "],
        place: "the persons or the committee in charge",
      }),
      given("exhibit.board", settings.board, {
        before: ["Results are reported to "],
        place: "senior management, a committee or the board, and how often",
      }),
      given("exhibit.training", settings.training, {
        before: ["Training: "],
        place: "who is trained on the policy and the inquiry",
      }),
    ),
    paragraph(
      ofData(
        "exhibit.transparency",
        `Suppliers were asked for the ${filing.template}, with the smelters and refiners in their supply chains, and each response was checked by a published set of rules.`,
      ),
      given("exhibit.contracts", settings.contracts, {
        before: ["Suppliers are bound by "],
        place: "contract terms, a code of conduct or purchase conditions on conflict minerals",
      }),
      given("exhibit.grievance", settings.grievance, {
        before: ["Concerns can be raised through "],
        place: "the grievance channel and how it is reached",
      }),
      given("exhibit.retention", retention, {
        before: ["Records of the inquiry and the due diligence are kept for at least "],
        place: "how many years",
      }),
    ),
    step("Step 2: identify and assess risks in the supply chain"),
    paragraph(...risks(filing)),
    ...policies(filing),
    step("Step 3: a strategy to respond to risks"),
    paragraph(
      given("exhibit.mitigation", settings.mitigation, {
        before: ["Where a risk is found, "],
        place:
          "what is done: follow-up, escalation, corrective action, disengagement, and to whom findings are reported",
      }),
      given("exhibit.riskReport", settings.board, {
        before: ["Findings of the risk assessment are reported to "],
        place: "senior management, and how often",
      }),
    ),
    step("Step 4: independent audits of smelters and refiners"),
    paragraph(
      given("exhibit.programmes", settings.auditProgrammes, {
        before: [issuer, " does not itself audit smelters and refiners and relies on "],
        place:
          "which audit programmes, such as the Responsible Minerals Assurance Process, and any membership",
      }),
    ),
    step("Step 5: report annually"),
    paragraph(
      given("exhibit.website", settings.website, {
        before: [`The form and this report for ${period} can be read at `],
        place: "address of the web page",
      }),
    ),
  ];
}

/** The warning signs, and what became of them. */
function risks({ context }: Filing): Sentence[] {
  const { rows, consolidation } = context;
  const open = rows("warning-signs.csv", { open: "yes" }).value;
  const accepted = rows("warning-signs.csv", { open: "no" }).value;
  const kinds = [...groupBy(consolidation.signs, ({ title }) => title)].map(
    ([title, { length }]) => `${title} (${length})`,
  );
  if (kinds.length === 0) {
    return [ofData("exhibit.redFlags", "The checks of the responses found no warning sign (red flag).")];
  }
  return [
    ofData(
      "exhibit.redFlags",
      `The checks of the responses found ${countOf(open + accepted, "warning sign (red flag)", "warning signs (red flags)")}: ${kinds.join("; ")}. ${stateOf(accepted, open)}`,
    ),
    begun(
      "exhibit.riskAssessment",
      "They were followed up by ",
      { place: "what was done about the open ones, by whom, and with what result" },
      ".",
    ),
  ];
}

function stateOf(accepted: number, open: number): string {
  const was = (count: number) => (count === 1 ? "was" : "were");
  const is = (count: number) => (count === 1 ? "is" : "are");
  if (accepted === 0) return `None of these has been reviewed and accepted; ${open} ${is(open)} open.`;
  return `Of these, ${accepted} ${was(accepted)} reviewed and accepted with a reason, and ${open === 0 ? "none is" : `${open} ${is(open)}`} open.`;
}

/** Suppliers' favourable answers about their own policies. */
function policies({ context: { consolidation, family } }: Filing): Part[] {
  const lines = family.practices.flatMap(({ key, topic, reportTopic = topic, better }) => {
    const tallies = consolidation.policies.filter(
      ({ question, answer }) => question === key && answer !== "not asked" && answer !== "not required",
    );
    // A supplier with several responses may give several answers, but is counted once.
    const suppliersOf = (some: typeof tallies) => new Set(some.flatMap(({ suppliers }) => suppliers)).size;
    const asked = suppliersOf(tallies);
    if (better === null || asked === 0) return [];
    const yes = suppliersOf(tallies.filter(({ answer }) => meansYes(answer)));
    return [[reportTopic, yes, asked, shareOf(yes, asked) || "0%"]];
  });
  if (lines.length === 0) return [];
  return [
    {
      kind: "data",
      caption: "What suppliers say of their own policies and due diligence (policies.csv)",
      columns: [
        { title: "Practice" },
        { title: "Yes", number: true },
        { title: "Suppliers asked", number: true },
        { title: "Share", number: true },
      ],
      rows: lines,
    },
  ];
}

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 1_000;

const STATUSES: readonly [key: Exclude<keyof MetalEvidence, "metal">, label: string][] = [
  ["smelters", "Named by suppliers"],
  ["conformant", "Conformant"],
  ["active", "Active"],
  ["otherStatus", "Other status"],
  ["notOnList", "Not on the list of statuses"],
  ["statusNotKnown", "Status not known"],
  ["unmatched", "Not matched to the reference list"],
];

/** Figures that require a list of statuses: without one, a 0 would claim that there are none. */
const OF_STATUS_LISTS: ReadonlySet<keyof MetalEvidence> = new Set([
  "conformant",
  "active",
  "otherStatus",
  "notOnList",
]);

function smelters({ context }: Filing): Part[] {
  const { consolidation, mineralHeaders, evaluation } = context;
  const matched = consolidation.facilities.filter(({ id }) => id !== undefined);
  const statusLists = (evaluation.furtherLists ?? []).filter(({ use }) => use === "status");
  const shown = matched.slice(0, LONGEST_LIST);
  return [
    paragraph(
      ofData(
        "exhibit.smelters",
        consolidation.statusesKnown
          ? `Statuses are those of ${joinWords(
              statusLists.length > 0
                ? statusLists.map(
                    ({ list: { name, asOf } }) => `${name}${asOf === null ? "" : ` as of ${asOf}`}`,
                  )
                : ["the reference list"],
              "and",
            )}.`
          : "No list of statuses was available: whether a smelter was audited is not known.",
      ),
      ofForm(
        "exhibit.companyLevel",
        "A response for a whole company may name smelters and refiners that have nothing to do with the products bought, so that not all of them need be in the supply chain of these products; others may not have been reported.",
      ),
    ),
    {
      kind: "data",
      caption: "Smelters and refiners by metal and status",
      columns: [{ title: "" }, ...mineralHeaders.map((title) => ({ title, number: true }))],
      rows: STATUSES.filter(([key]) => consolidation.statusesKnown || !OF_STATUS_LISTS.has(key)).map(
        ([key, label]) => [label, ...consolidation.proposals.map(({ evidence }) => evidence[key] ?? 0)],
      ),
    },
    ...(shown.length > 0 ? [smelterTable(shown, matched.length)] : []),
  ];
}

function smelterTable(shown: readonly Facility[], all: number): Block {
  return {
    kind: "data",
    caption:
      shown.length < all
        ? `Smelters and refiners reported: the first ${shown.length} of ${all}, all in smelters.csv`
        : "Smelters and refiners reported and matched to the reference list (smelters.csv)",
    columns: ["Metal", "Smelter or refiner", "ID", "Country of the facility", "Status"].map((title) => ({
      title,
    })),
    rows: shown.map((one) => [
      one.metal === null ? "" : capitalised(one.metal),
      one.standardName ?? one.reportedName,
      one.id ?? "",
      one.country === undefined ? "" : countryName(one.country),
      one.status?.status ?? "",
    ]),
  };
}

function origins({ context, inquiry }: Filing): Part[] {
  const { consolidation } = context;
  const lines = consolidation.countries.filter(({ code }) => code !== null);
  const unresolved = consolidation.countries.filter(({ code }) => code === null);
  const names = (all: readonly OriginLine[], covered: boolean): string =>
    sortTexts(
      new Set(
        all.flatMap(({ code, covered: is }) =>
          code !== null && (is === "yes") === covered ? countryName(code) : [],
        ),
      ),
    ).join(", ");
  const groups = [...groupBy(lines, ({ metal, provenance }) => JSON.stringify([metal, provenance])).values()];
  return [
    paragraph(
      ofData(
        "exhibit.origins",
        groups.length === 0
          ? "Neither the responses nor an origin list name a country of origin."
          : "Countries from which the minerals may originate, by metal and by who says so:",
      ),
    ),
    ...(groups.length > 0
      ? [
          {
            kind: "data",
            caption: "As in countries.csv",
            columns: ["Metal", "According to", capitalised(inquiry.area), "Other countries"].map((title) => ({
              title,
            })),
            rows: groups.map((group) => [
              group[0].metal === null ? "not stated" : capitalised(group[0].metal),
              group[0].provenance === "supplier" ? "suppliers" : group[0].provenance,
              names(group, true),
              names(group, false),
            ]),
          } as const,
        ]
      : []),
    ...(unresolved.length > 0
      ? [
          paragraph(
            ofData(
              "exhibit.unresolvedOrigins",
              `${capitalised(countOf(unresolved.length, "further text names", "further texts name"))} no single country (countries.csv, without a code).`,
            ),
          ),
        ]
      : []),
  ];
}

function efforts({ context, settings }: Filing): Sentence[] {
  const named = context.consolidation.declarations.reduce(
    (sum, { from, metal }) =>
      sum +
      from.response.smelters.filter(
        (row) => row.metal === metal && (row.mineNames !== undefined || row.mineCountries !== undefined),
      ).length,
    0,
  );
  return [
    ofData(
      "exhibit.mineRows",
      `The template asks suppliers for the mines behind each smelter; ${countOf(named, "smelter row names", "smelter rows name")} a mine or its country.`,
    ),
    given("exhibit.efforts", settings.efforts, {
      before: ["Beyond that, "],
      place:
        "the efforts made to determine the mine or location of origin with the greatest possible specificity",
    }),
  ];
}

/** The figures of the comparison, this year's beside last year's. */
function lastYear({ context: { comparison } }: Filing): Part[] {
  if (comparison === undefined) {
    return [
      paragraph(
        begun(
          "exhibit.lastYear",
          "Compared with the year before, ",
          {
            place: "what changed; no responses of the year before are in the workspace",
          },
          ".",
        ),
      ),
    ];
  }
  const figures = comparison.changes.filter(({ kind }) => kind === "figure");
  return [
    paragraph(ofData("exhibit.lastYear", `Figures of ${comparison.to} beside those of ${comparison.from}:`)),
    {
      kind: "data",
      caption: "As in comparison.csv",
      columns: [
        { title: "" },
        { title: String(comparison.from), number: true },
        { title: String(comparison.to), number: true },
      ],
      rows: figures.map(({ metal, subject, before, after }) => [
        metal === null ? capitalised(subject) : `${capitalised(metal)}: ${subject}`,
        before ?? "not known",
        after ?? "not known",
      ]),
    },
  ];
}

function steps({ context, counts, settings }: Filing): Sentence[] {
  const invalid = counts.responded.value - counts.valid.value;
  const missing = counts.surveyed ? counts.surveyed.value - counts.responded.value : undefined;
  const unmatched = context.rows("smelters.csv", { status_class: "unmatched" }).value;
  const open = [
    ...(missing ? [`${countOf(missing, "supplier")} yet to respond`] : []),
    ...(invalid > 0 ? [`${countOf(invalid, "response")} to be corrected`] : []),
    ...(unmatched > 0 ? [`${countOf(unmatched, "smelter name")} not yet tied to a facility`] : []),
  ];
  return [
    ofData(
      "exhibit.open",
      open.length === 0
        ? "Nothing of this inquiry is open by the checks."
        : `Open at the end of this inquiry: ${joinWords(open, "and")}.`,
    ),
    given("exhibit.steps", settings.steps, {
      before: ["To lower the risk and to learn more, "],
      place: "steps taken since the end of the year or planned",
    }),
  ];
}
