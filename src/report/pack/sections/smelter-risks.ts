// The reported smelters that a reviewer should look at first, with the reasons.
import { areaText } from "../../../domain/areas.ts";
import { DUE_SOON } from "../../../domain/assessments.ts";
import { isInquired } from "../../../domain/inquired.ts";
import { statusText } from "../../../domain/status-change.ts";
import { countryName } from "../../../forms/countries.ts";
import type { Family } from "../../../forms/form.ts";
import { capitalised } from "../../../lib/capitalised.ts";
import { addDays } from "../../../lib/dates.ts";
import type { Facility } from "../../../model/consolidation.ts";
import type { SmelterTimeline } from "../../../model/status-history.ts";
import type { Block } from "../../render/document.ts";
import { facilityName } from "../facility-name.ts";
import type { ReportContext } from "../report-input.ts";

/** Longer lists are only in the CSV. */
const LONGEST_LIST = 30;

/** Why a smelter should be looked at. */
interface Risks {
  /** The rank of the gravest reason; lower is graver. */
  gravest: number;
  /** The gravest first. */
  texts: readonly string[];
}

/** Why a smelter should be looked at; undefined for most. */
function risksOf(
  { country, status, sanctions = [], watch = [], areas = [], originCovered }: Facility,
  timeline: SmelterTimeline | undefined,
  { family, today }: { family: Family; today: string },
): Risks | undefined {
  const lost = timeline?.answers.findLast(({ change }) => change === "lost");
  const now = timeline?.today.status;
  const due = now && now.class !== "other" && !now.assessment?.reassessing ? now.assessment?.due : undefined;
  const covered = country !== undefined && isInquired(family, country);
  const inTime = due !== undefined && due <= addDays(today, DUE_SOON);
  const inOrder = [
    sanctions.map(({ name, list }) => `has a name of ${list} (“${name}”; to be compared)`),
    watch.map(({ list }) => `is on ${list}`),
    covered ? [`is located in ${countryName(country)}, a covered country`] : [],
    originCovered ? ["sources from a covered country by an origin list"] : [],
    lost && timeline
      ? [`when it was reported: ${statusText(lost.status)}; now: ${statusText(timeline.today)}`]
      : [],
    status?.class === "other" ? [`has the status “${status.status}”`] : [],
    areas.map((area) => `is located in an area that is listed: ${areaText(area)}`),
    inTime ? [`next assessment due on ${due}`] : [],
  ];
  const gravest = inOrder.findIndex((texts) => texts.length > 0);
  return gravest < 0 ? undefined : { gravest, texts: inOrder.flat() };
}

/** The table of these smelters, gravest reason first; empty if there are none. */
export function smelterRisks({ consolidation, evaluation, family }: ReportContext): Block[] {
  const timelines = new Map(consolidation.timelines.map((one) => [one.facility.key, one]));
  const { today } = evaluation;
  const risky = consolidation.facilities
    .flatMap((facility) => {
      const risks = risksOf(facility, timelines.get(facility.key), { family, today });
      return risks === undefined ? [] : [{ facility, ...risks }];
    })
    // Sorted first, so that a truncated table keeps the gravest.
    .sort(
      (a, b) =>
        a.gravest - b.gravest ||
        b.texts.length - a.texts.length ||
        b.facility.suppliers.length - a.facility.suppliers.length,
    );
  if (risky.length === 0) return [];
  const shown = risky.slice(0, LONGEST_LIST);
  return [
    { kind: "heading", level: 3, text: "Smelters to look at", id: "smelter-risks" },
    {
      kind: "paragraph",
      text: [
        "None of these is a finding against the smelter: they are reasons to look, each with what says so. One smelter in full: ",
        { code: "cmrt smelter <id or name>" },
        ".",
      ],
    },
    {
      kind: "data",
      caption: shown.length < risky.length ? `The first ${shown.length} of ${risky.length}` : "",
      columns: [
        { title: capitalised(family.mineral) },
        { title: "Smelter" },
        { title: "ID" },
        { title: "Why" },
        { title: "Suppliers", number: true },
      ],
      rows: shown.map(({ facility, texts }) => [
        facility.metal ?? "",
        facilityName(facility),
        facility.id ?? "",
        texts.join("; "),
        facility.suppliers.length,
      ]),
    },
  ];
}
