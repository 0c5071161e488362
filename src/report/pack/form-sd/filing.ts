// What the parts of the draft share: the issuer, the year, and the counts.
import { stepsFrom } from "../../../domain/funnel.ts";
import type { Inquiry } from "../../../forms/form.ts";
import { joinWords } from "../../../lib/join-words.ts";
import type { FilingSettings } from "../../../model/settings.ts";
import type { Inline } from "../../render/document.ts";
import type { Figure, Where } from "../../render/figure.ts";
import { percent, type ReportContext } from "../report-input.ts";

/** The filing that is drafted. */
export interface Filing {
  context: ReportContext;
  inquiry: Inquiry;
  /** The issuer's name, or a placeholder. */
  issuer: Inline;
  /** The issuer's name, if the settings have it. */
  registrant: string | undefined;
  /** The settings for the filing. */
  settings: FilingSettings;
  /** The template's full name: "Conflict Minerals Reporting Template (CMRT)". */
  template: string;
  counts: SupplierCounts;
  exhibit: ExhibitNeed;
}

export interface SupplierCounts {
  /** Undefined without a roster. */
  surveyed: Figure | undefined;
  responded: Figure;
  valid: Figure;
  /** Valid without questions. */
  clean: Figure;
}

/** A share as written in the United States: "88%". */
export function shareOf(part: number, whole: number): string {
  return percent(part, whole).replace(" %", "%");
}

/** Whether the form requires the report as an exhibit, according to the proposals and decisions. */
export interface ExhibitNeed {
  /**
   * Undecided metals for which the responses indicate that it is required: those that may come from the area, and the
   * others.
   */
  metals: readonly string[];
  originated: readonly string[];
  undetermined: readonly string[];
  /** Number of metals that a person decided on, whose determinations apply. */
  decided: number;
  /** The company relies on the SEC staff's statement of 2017 and files none. */
  waived: boolean;
}

/** Gathers what the parts of the draft share. */
export function filingOf(context: ReportContext, inquiry: Inquiry): Filing {
  const { settings, family } = context;
  const filing = settings.filing ?? {};
  const undecided = (outcome: string) =>
    context.consolidation.proposals
      .filter((one) => !one.decision && one.outcome === outcome)
      .map(({ metal }) => metal);
  const originated = undecided(inquiry.outcomes.originated);
  const undetermined = undecided(inquiry.outcomes.undetermined);
  return {
    context,
    inquiry,
    issuer: settings.issuer ?? { place: "name of the company" },
    registrant: settings.issuer,
    settings: filing,
    template: `${family.title} (${family.id})`,
    counts: supplierCounts(context),
    exhibit: {
      metals: [...originated, ...undetermined],
      originated,
      undetermined,
      decided: context.consolidation.proposals.filter(({ decision }) => decision).length,
      waived: filing.staffPosition2017 ?? false,
    },
  };
}

/** What the responses indicate about the metals that require due diligence; undefined if there are none. */
export function indications(
  { originated, undetermined }: ExhibitNeed,
  { area }: Inquiry,
): string | undefined {
  const sentences = [
    ...(originated.length > 0
      ? [
          `The responses give reason to believe that ${joinWords(originated, "and")} originated, or may have originated, in the ${area}.`,
        ]
      : []),
    ...(undetermined.length > 0
      ? [`They do not give enough information to determine the source of ${joinWords(undetermined, "and")}.`]
      : []),
  ];
  if (originated.length === 0 && sentences[0]) sentences[0] = sentences[0].replace("They", "The responses");
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

function supplierCounts({ distinct, consolidation }: ReportContext): SupplierCounts {
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  const onRoster: Where = roster ? { on_roster: "yes" } : {};
  const count = (step: "responded" | "valid" | "clean") =>
    distinct("supplier_id", "responses.csv", { funnel_step: [...stepsFrom(step)], ...onRoster });
  return {
    surveyed: roster ? distinct("supplier_id", "responses.csv", onRoster) : undefined,
    responded: count("responded"),
    valid: count("valid"),
    clean: count("clean"),
  };
}
