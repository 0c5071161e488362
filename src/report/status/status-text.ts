// The status of a campaign for the console, at most one screen.
import { FUNNEL_LINES } from "../../domain/funnel.ts";
import { capitalised } from "../../lib/capitalised.ts";
import { countOf } from "../../lib/count-of.ts";
import { printable } from "../../lib/printable.ts";
import { STATE_NAMES } from "../../model/labels.ts";
import { type TextColumn, textTable } from "../console/text-table.ts";
import { percent } from "../pack/report-input.ts";
import type { CampaignStatus, ListLine } from "./campaign-status.ts";
import type { StatusChanges } from "./status-changes.ts";

const TEXT: TextColumn = { header: "" };
const NUMBER: TextColumn = { header: "", side: "start" };
/** Most changes listed individually; the rest are counted. */
const LISTED = 8;

/**
 * The status as lines. `changes` is null if there is no earlier status; `width` is the terminal's width, absent without
 * a terminal.
 */
export function statusText(status: CampaignStatus, changes: StatusChanges | null, width?: number): string {
  const { issuer, period, cutoff, today, funnel, findings, notUsable } = status;
  const who = issuer === null ? "" : `${issuer}: `;
  const steps = FUNNEL_LINES.map(({ of, name }) => `${name.toLowerCase()} ${funnel[of]}`);
  const rate = funnel.surveyed === null ? "" : ` (${percent(funnel.responded, funnel.surveyed)})`;
  const asked = funnel.surveyed === null ? "surveyed not known (no roster)" : `surveyed ${funnel.surveyed}`;
  const facts = [
    ["Suppliers", [asked, ...steps].join(" · ").replace(/(responded \d+)/, `$1${rate}`)],
    [
      "Findings",
      `${countOf(findings.errors, "error")} · ${countOf(findings.warnings, "warning")} · ${countOf(findings.riskFlags, "risk flag")} · ${findings.accepted} accepted · ${countOf(notUsable, "file")} not usable`,
    ],
  ];
  const lines = [
    printable(`${who}${period}, responses to ${cutoff} (run of ${today})`),
    "",
    ...textTable([TEXT, TEXT], facts, width),
    ...section("Outcome indicated, by metal", outcomeLines(status, width)),
    ...section("Smelters by status", smelterLines(status, width)),
    ...section("What needs a person", taskLines(status, width)),
    ...section("Lists", listLines(status.lists, width)),
    "",
    ...changeLines(changes),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

/** The width left inside the indent of a section. */
function inside(width: number | undefined): number | undefined {
  return width === undefined ? undefined : width - 2;
}

function outcomeLines({ outcomes }: CampaignStatus, width: number | undefined): string[] {
  const rows = outcomes.map(({ metal, outcome, openSigns, acceptedSigns, decision }) => {
    const accepted = acceptedSigns > 0 ? `, ${acceptedSigns} accepted` : "";
    return [
      metal,
      outcome,
      `${countOf(openSigns, "open warning sign")}${accepted}`,
      decision === null ? "not decided" : `decided: ${decision}`,
    ];
  });
  return textTable([TEXT, { header: "", widest: 60 }, TEXT, TEXT], rows, inside(width));
}

function smelterLines({ minerals, smelters }: CampaignStatus, width: number | undefined): string[] {
  if (smelters.length === 0) return ["none reported"];
  const columns = [
    { header: "status" },
    ...[...minerals, "all"].map((header) => ({ header, side: "start" as const })),
    { header: "" },
  ];
  const rows = smelters.map(({ status, byMineral }) => [
    status,
    ...[...byMineral, byMineral.reduce((sum, count) => sum + count, 0)].map(String),
    "",
  ]);
  return textTable(columns, rows, inside(width));
}

function taskLines({ tasks }: CampaignStatus, width: number | undefined): string[] {
  if (tasks.length === 0) return ["nothing"];
  const rows = tasks.flatMap(({ count, subject, what, command }) => [
    [String(count), `${subject}: ${what}`],
    ["", `  ${command}`],
  ]);
  return textTable([NUMBER, TEXT], rows, inside(width));
}

function listLines(lists: readonly ListLine[], width: number | undefined): string[] {
  const rows = lists.map(({ what, inUse, hint }) => [
    what,
    hint === null ? inUse.join(", ") : `none; ${hint}`,
  ]);
  // Wider than the terminal if necessary: a truncated hint is useless.
  return textTable([TEXT, TEXT], rows, width === undefined ? undefined : Math.max(width, 200));
}

function changeLines(changes: StatusChanges | null): string[] {
  if (changes === null) return ["The next run will say what changed since this one."];
  const { since, figures, suppliers, outcomes, listsAdded, listsGone } = changes;
  const value = (one: string | number | null): string => (one === null ? "none" : String(one));
  const state = (one: string | null, otherwise: string): string =>
    one === null ? otherwise : ((STATE_NAMES as Record<string, string>)[one] ?? one);
  const listed = [
    ...suppliers
      .slice(0, LISTED)
      .map(({ name, before, after }) => `${name}: ${state(before, "new")} → ${state(after, "gone")}`),
    ...(suppliers.length > LISTED
      ? [`and ${suppliers.length - LISTED} more suppliers in another state`]
      : []),
    ...outcomes.map(
      ({ metal, what, before, after }) =>
        `${capitalised(metal)}, ${what}: ${before ?? "none"} → ${after ?? "none"}`,
    ),
    ...listsAdded.map((name) => `list in use now: ${name}`),
    ...listsGone.map((name) => `list not in use any more: ${name}`),
  ];
  const counted = figures.map(({ what, before, after }) => `${what} ${value(before)} → ${value(after)}`);
  if (listed.length + counted.length === 0) return [`Since the last run (${since}): no change.`];
  return [
    `Since the last run (${since}):`,
    ...(counted.length > 0 ? [`  ${counted.join(" · ")}`] : []),
    ...listed.map((line) => `  ${printable(line)}`),
  ];
}
