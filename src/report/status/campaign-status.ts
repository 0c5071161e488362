// The state of a campaign on one screen, made from the figures of the report so that both agree.
import { funnelOf } from "../../domain/funnel.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import type { Funnel } from "../../model/campaign.ts";
import { ROSTER_FILE } from "../../model/workspace-files.ts";
import type { ReportContext } from "../pack/report-input.ts";
import { statusRows } from "../pack/sections/smelters.ts";
import { openTasks, type Task } from "../pack/tasks.ts";
import { isFigure } from "../render/document.ts";
import { sourceOf } from "../render/figure.ts";

export interface CampaignStatus {
  issuer: string | null;
  family: string;
  period: number;
  cutoff: string;
  today: string;
  funnel: Funnel;
  /** Suppliers with their states, by key. */
  suppliers: { key: string; name: string; state: string }[];
  /** Number of received files that are not usable. */
  notUsable: number;
  findings: { errors: number; warnings: number; riskFlags: number; accepted: number };
  outcomes: {
    metal: string;
    outcome: string;
    openSigns: number;
    acceptedSigns: number;
    /** What a person determined; null if undecided. */
    decision: string | null;
  }[];
  minerals: readonly string[];
  /** Reported smelters by status, one figure per mineral. */
  smelters: { status: string; byMineral: number[] }[];
  tasks: (Omit<Task, "figure"> & { count: number; source: string })[];
  lists: ListLine[];
}

/** A list that is in use, or missing. */
export interface ListLine {
  /** The subject of the list. */
  what: string;
  /** Names and dates of those in use; empty if there are none. */
  inUse: string[];
  /** What is missing without it, and how to get it; null if one is in use. */
  hint: string | null;
}

/** Returns the status of a period. The commands that it suggests repeat `asked`, the day given on the command line. */
export function campaignStatus(context: ReportContext, asked?: string): CampaignStatus {
  const { evaluation, consolidation, settings, family, rows } = context;
  const { period, cutoff, today } = evaluation;
  const count = (where: Parameters<typeof rows>[1]): number =>
    rows("findings.csv", { ...where, superseded: "" }).value;
  return {
    issuer: settings.issuer ?? null,
    family: family.id,
    period,
    cutoff,
    today,
    funnel: funnelOf(consolidation.suppliers),
    suppliers: consolidation.suppliers
      .map(({ key, name, state }) => ({ key, name, state }))
      .sort((a, b) => compareTexts(a.key, b.key)),
    notUsable: rows("responses.csv", { state: ["unreadable", "copied"] }).value,
    findings: {
      errors: count({ severity: "error" }),
      warnings: count({ severity: "warning" }),
      riskFlags: count({ severity: ["error", "warning"], risk: "yes" }),
      accepted: count({ accepted: "yes" }),
    },
    outcomes: consolidation.proposals.map(({ metal, outcome, decision }) => {
      const signs = consolidation.signs.filter(({ metals }) => metals.includes(metal));
      const acceptedSigns = signs.filter(({ finding }) => finding.accepted !== undefined).length;
      return {
        metal,
        outcome,
        openSigns: signs.length - acceptedSigns,
        acceptedSigns,
        decision: decision?.determination ?? null,
      };
    }),
    minerals: consolidation.minerals,
    smelters: statusRows(context).map(({ label, cells }) => ({
      status: label,
      byMineral: cells.map((cell) => (isFigure(cell) ? cell.value : 0)),
    })),
    tasks: openTasks(context, asked).map(({ figure, ...task }) => ({
      count: figure.value,
      ...task,
      source: sourceOf(figure.source),
    })),
    lists: listLines(context),
  };
}

const IMPORT = "cmrt reference import <file> --as-of <date>";
/** Further lists by use: their subject, and what is missing without one. */
const FURTHER: readonly { use: string; what: string; hint: string }[] = [
  { use: "origin", what: "countries of origin", hint: "origins are as suppliers state them" },
  { use: "area", what: "high-risk areas", hint: "no smelter or mine can be told to be in one" },
  { use: "sanctions", what: "sanctions", hint: "no name is compared" },
  { use: "watch", what: "watch lists", hint: "no smelter is looked up" },
];

function listLines({ evaluation, consolidation }: ReportContext): ListLine[] {
  const { reference, furtherLists = [] } = evaluation;
  const used = (use: string): string[] =>
    furtherLists.filter((one) => one.use === use).map(({ list }) => nameAndDate(list));
  const statuses = used("status");
  const line = (what: string, inUse: string[], hint: string): ListLine => ({
    what,
    inUse,
    hint: inUse.length > 0 ? null : hint,
  });
  const roster = consolidation.suppliers.some(({ onRoster }) => onRoster !== null);
  return [
    line(
      "suppliers",
      roster ? ["the roster"] : [],
      `how many were asked is not known. Keep your list as ${ROSTER_FILE}, or cmrt init --roster <file>`,
    ),
    line(
      "smelters",
      reference === null ? [] : [nameAndDate(reference.list)],
      "no smelter can be matched (cmrt reference import <blank template>)",
    ),
    line(
      "smelter statuses",
      statuses.length === 0 && consolidation.statusesKnown && reference !== null
        ? [nameAndDate(reference.list)]
        : statuses,
      `every status is “not known”. Save the RMI's list of conformant smelters as CSV or XLSX, then ${IMPORT} --status Conformant`,
    ),
    ...FURTHER.map(({ use, what, hint }) => line(what, used(use), `${hint} (${IMPORT} --kind ${use})`)),
  ];
}

function nameAndDate({ name, asOf }: { name: string; asOf: string | null }): string {
  return `${name} (${asOf === null ? "date not known" : `as of ${asOf}`})`;
}
