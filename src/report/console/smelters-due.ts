// The reported smelters whose next assessment is due, for `cmrt smelters --due`.
import { countryName } from "../../forms/countries.ts";
import { countOf } from "../../lib/count-of.ts";
import { printable } from "../../lib/printable.ts";
import type { Facility } from "../../model/consolidation.ts";
import type { DueSmelter, DueSmelters } from "../../model/status-history.ts";

/**
 * The list as text: the earliest first, then those with unknown dates. `days` are the days of the list snapshots, to
 * show how old they are.
 */
export function dueText(
  { until, due, reassessing, notKnown }: DueSmelters,
  listDays: readonly string[],
): string {
  const newest = listDays.at(-1);
  if (newest === undefined) {
    return "No list of facility statuses with a date is available. Import one with `cmrt reference import`.\n";
  }
  const head =
    due.length === 0
      ? `No reported smelter is due for assessment by ${until}.`
      : `${countOf(due.length, "reported smelter")} due for assessment by ${until}:`;
  const under =
    reassessing.length === 0 ? [] : ["", "A new assessment is under way:", ...reassessing.flatMap(lines)];
  return [
    head,
    ...due.flatMap(lines),
    ...under,
    "",
    ...(notKnown.length === 0
      ? []
      : [
          `Of ${countOf(notKnown.length, "conformant or active smelter")} no list says when the next assessment is due.`,
        ]),
    `The newest list of statuses is of ${newest}.`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
}

function lines({ facility, status, due, days }: DueSmelter): string[] {
  const { metal, id, standardName, country, suppliers, rows } = facility;
  const when = days < 0 ? `${-days} days overdue` : days === 0 ? "today" : `in ${countOf(days, "day")}`;
  const { date, cycle, dueBy } = status.assessment ?? {};
  const by = dueBy === "the list" ? "due date of the list" : `last assessed ${date}, cycle "${cycle}"`;
  const place = country === undefined ? "" : `, ${countryName(country)}`;
  return [
    `${due}  ${id ?? "no ID"}  ${metal}: ${standardName}${place} (${when})`,
    `            ${status.status}${recognitionText(status)}; ${by}; ${status.list} of ${status.asOf}, ${status.at}`,
    `            ${countOf(rows, "row")} of ${countOf(suppliers.length, "supplier")}: ${named(suppliers)}`,
  ];
}

function recognitionText({ recognition, scheme }: DueSmelter["status"]): string {
  return recognition === "cross-recognised" ? ` (cross-recognised: ${scheme ?? "programme not stated"})` : "";
}

/** Most suppliers named individually. */
const NAMED = 5;

function named(suppliers: readonly string[]): string {
  const more = suppliers.length - NAMED;
  return more > 0 ? `${suppliers.slice(0, NAMED).join(", ")} and ${more} more` : suppliers.join(", ");
}

/** The list as a JSON object. */
export function dueJson({ until, due, reassessing, notKnown }: DueSmelters, today: string): object {
  const one = ({ facility, status, due, days }: DueSmelter) => ({
    ...names(facility),
    country: facility.country ?? null,
    due,
    days,
    status,
    suppliers: facility.suppliers,
    rows: facility.rows,
  });
  return {
    schema: 1,
    today,
    until,
    due: due.map(one),
    reassessing: reassessing.map(one),
    notKnown: notKnown.map(names),
  };
}

function names({ metal, id, standardName }: Facility): object {
  return { metal, id: id ?? null, standardName: standardName ?? null };
}
