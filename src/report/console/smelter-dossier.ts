// Everything about one facility, as printed by `cmrt smelter`.
import { areaText } from "../../domain/areas.ts";
import { statusText } from "../../domain/status-change.ts";
import { countryName } from "../../forms/countries.ts";
import { countOf } from "../../lib/count-of.ts";
import { groupBy } from "../../lib/group-by.ts";
import { printable } from "../../lib/printable.ts";
import type { SanctionsHit } from "../../model/match.ts";
import type {
  DossierEntry,
  DossierName,
  DossierOrigin,
  DossierRow,
  SmelterDossier,
} from "../../model/smelter-dossier.ts";
import type { StatusChange, StatusOnDay } from "../../model/status-history.ts";

/** Lines per block without `all`. */
const SHOWN = 20;

/** The dossier as text. Without `all`, blocks are truncated and say how many lines are left. */
export function dossierText(dossier: SmelterDossier, all: boolean): string {
  const blocks: [title: string, lines: readonly string[]][] = [
    ["One plant by its name and country, reported for", mineralLines(dossier)],
    ["Status by date", statusLines(dossier)],
    ["Lists", dossier.lists.map(entryLine)],
    ["Areas of your lists", dossier.areas.map(areaText)],
    [
      "Sanctions lists with one of its names (a name does not prove that it is the same company)",
      dossier.sanctions.map(hitLine),
    ],
    ["Watch lists", dossier.watch.map(({ list, asOf, at }) => `${dated(list, asOf)}, ${at}`)],
    ["Origins", dossier.origins.map(originLine)],
    ["Names", dossier.names.map(nameLine)],
    [
      `Reported by ${countOf(dossier.suppliers.length, "supplier")} in ${countOf(dossier.rows.length, "row")}`,
      rowLines(dossier.rows),
    ],
    ["Decisions", dossier.decisions.map(decisionLine)],
    [
      "May be",
      dossier.candidates.map(
        ({ id, standardName, score, evidence }) => `${id || "no ID"} ${standardName} (${score}): ${evidence}`,
      ),
    ],
  ];
  const text = blocks
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) => {
      const shown = all ? lines : lines.slice(0, SHOWN);
      const more = lines.length - shown.length;
      return [
        "",
        title,
        ...shown.map((line) => `  ${line}`),
        ...(more > 0 ? [`  … and ${more} more; show all with --all`] : []),
      ];
    });
  return [...heading(dossier), ...text].map((line) => `${printable(line)}\n`).join("");
}

function heading({
  metal,
  id,
  standardName,
  country,
  state,
  city,
  removedFrom,
  names,
}: SmelterDossier): string[] {
  const name = standardName ?? names[0]?.name ?? "";
  const place = [city, state, country === null ? null : countryName(country)].filter((part) => part !== null);
  return [
    `${name} (${[metal ?? "metal not stated", id ?? (standardName === null ? "not matched to any list" : "no ID")].join(", ")})`,
    ...(place.length > 0
      ? [`Located in ${place.join(", ")}${standardName === null ? " as reported" : ""}`]
      : []),
    ...(removedFrom === null
      ? []
      : [`No longer on the list in use; last on ${dated(removedFrom.list, removedFrom.asOf)}`]),
  ];
}

/** The minerals of the plant with their IDs, if there are several. */
function mineralLines({ minerals }: SmelterDossier): string[] {
  if (minerals.length < 2) return [];
  return minerals.map(
    ({ metal, template, id }) =>
      `${metal ?? "metal not stated"} (${template}, ${id ?? "not matched to any list"})`,
  );
}

function dated(list: string, asOf: string | null): string {
  return asOf === null ? list : `${list} of ${asOf}`;
}

const CHANGES: Record<StatusChange, string> = {
  same: "the same today",
  lost: "LOST since then",
  gained: "better today",
  changed: "other words today",
  "not known": "",
};

function statusLines({ timeline }: SmelterDossier): string[] {
  if (timeline === null) return [];
  const { answers, periodEnd, cutoff, today } = timeline;
  const line = (what: string, status: StatusOnDay | null, change?: StatusChange) =>
    status === null
      ? []
      : [
          `${status.day}  ${what}: ${statusText(status)}${change === undefined || CHANGES[change] === "" ? "" : ` – ${CHANGES[change]}`}`,
          ...status.also.map((other) => `            also ${statusText({ ...status, status: other })}`),
        ];
  const due = today.status?.assessment;
  return [
    ...answers.flatMap(({ suppliers, status, change }) =>
      line(`answer of ${countOf(suppliers.length, "supplier")}`, status, change),
    ),
    ...line("end of the period", periodEnd),
    ...line("cut-off", cutoff),
    ...line("today", today),
    ...(due?.due === undefined
      ? []
      : [
          `${due.due}  next assessment due, by ${due.dueBy === "the list" ? "the list" : `the last one of ${due.date} and the cycle "${due.cycle}"`}${due.reassessing ? "; a new one is under way" : ""}`,
        ]),
  ];
}

function entryLine({
  list,
  kind,
  asOf,
  at,
  standardName,
  status,
  recognition,
  scheme,
  assessment,
  details,
}: DossierEntry): string {
  const says = [
    ...(status === null ? [] : [status]),
    ...(recognition === "cross-recognised"
      ? [`cross-recognised${scheme === null ? "" : `: ${scheme}`}`]
      : scheme === null
        ? []
        : [`assessed by ${scheme}`]),
    ...(assessment?.date === undefined ? [] : [`last assessed ${assessment.date}`]),
    ...(assessment?.cycle === undefined ? [] : [`cycle "${assessment.cycle}"`]),
    ...(assessment?.reassessing ? ["a new assessment is under way"] : []),
    ...Object.entries(details).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${asOf ?? "no date   "}  ${list} (${kind}, ${at}): ${[standardName, ...says].filter((part) => part !== "").join("; ")}`;
}

function hitLine({ name, program, sameCountry, list, asOf, at }: SanctionsHit): string {
  const country = sameCountry === undefined ? "" : sameCountry ? "; same country" : "; another country";
  return `${name}: ${dated(list, asOf)}, ${at}${program === undefined ? "" : `, ${program}`}${country}`;
}

function originLine({ text, source }: DossierOrigin): string {
  if ("list" in source) {
    const { country, level, list, asOf } = source.list;
    return `${country === undefined ? text : countryName(country)}${level === undefined ? "" : ` (${level})`}: ${dated(list, asOf)}`;
  }
  return `${text}: as ${countOf(source.suppliers.length, "supplier")} reported (${countOf(source.rows, "row")})`;
}

function nameLine({ name, lists, suppliers, rows }: DossierName): string {
  const of = (wanted: boolean) => lists.filter(({ standard }) => standard === wanted).map(({ list }) => list);
  const [standard, other] = [of(true), of(false)];
  const on = [
    ...(standard.length === 0 ? [] : [`standard name on ${standard.join(", ")}`]),
    ...(other.length === 0 ? [] : [`on ${other.join(", ")}`]),
  ];
  const by = rows === 0 ? [] : [`${countOf(rows, "row")} of ${few(suppliers)}`];
  return `${name}: ${[...by, ...on].join("; ")}`;
}

/** Most suppliers named individually. */
const NAMED = 5;

function few(suppliers: readonly string[]): string {
  const more = suppliers.length - NAMED;
  return more > 0 ? `${suppliers.slice(0, NAMED).join(", ")} and ${more} more` : suppliers.join(", ");
}

/** One line per row, grouped by supplier. */
function rowLines(rows: readonly DossierRow[]): string[] {
  return [...groupBy(rows, ({ supplier }) => supplier).values()]
    .flat()
    .map(
      ({ supplier, file, at, answered, state, name, id, match }) =>
        `${supplier} (${answered ?? "no date"}, ${state}): ${name}${id === null || id === name ? "" : `, ${id}`}; ${file}, ${at}; matched by ${match}`,
    );
}

function decisionLine({
  line,
  reportedName,
  id,
  by,
  date,
  reason,
}: SmelterDossier["decisions"][number]): string {
  const who = [...(by === "" ? [] : [by]), ...(date === "" ? [] : [date])].join(", ");
  return `line ${line}: ${reportedName} → ${id ?? "not a smelter"}${who === "" ? "" : ` (${who})`}${reason === "" ? "" : `: ${reason}`}`;
}
