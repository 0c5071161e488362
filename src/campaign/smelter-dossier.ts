// Everything that counted responses and lists say about one facility.
import { assessmentOf, programmeOf } from "../domain/assessments.ts";
import { facilityKey, reportedName, reportedNameKey, reportedNameOrId } from "../domain/facility.ts";
import { entriesOfFacilities, type Listed } from "../domain/listed-facilities.ts";
import { isNoName } from "../domain/sentinels.ts";
import { readSmelterId } from "../domain/smelter-id.ts";
import { countedResponses } from "../domain/standing.ts";
import { compareTexts, sortTexts } from "../lib/compare-texts.ts";
import { groupBy } from "../lib/group-by.ts";
import { fold } from "../lib/text.ts";
import type { EvaluatedResponse, Evaluation } from "../model/evaluation.ts";
import type { Candidate, RowMatch } from "../model/match.ts";
import { type SmelterRow, smelterCell } from "../model/response.ts";
import type {
  DossierDecision,
  DossierEntry,
  DossierName,
  DossierOrigin,
  DossierRow,
  SmelterDossier,
} from "../model/smelter-dossier.ts";
import type { SmelterTimeline } from "../model/status-history.ts";
import { sourceText } from "../model/workbook.ts";
import { gatherFacilities } from "./facilities.ts";
import { createPlantIndex, type TemplateEvaluation } from "./plants.ts";
import { gatherTimelines } from "./smelter-timelines.ts";

/** A decision as in its file, including further fields. */
type Decision = DossierDecision & { metal: string };

/** A row of a counted response that refers to a facility. */
interface Reported {
  one: EvaluatedResponse;
  row: SmelterRow;
  match: RowMatch;
}

/** The facilities that a text names, or otherwise the candidates for it. */
export interface FoundDossiers {
  dossiers: SmelterDossier[];
  suggestions: readonly Candidate[];
}

/**
 * Finds the facilities with an ID or name: by the rules of matching in each metal, and among the names and IDs in
 * counted responses, ignoring letter case, accents, punctuation and legal forms. One name may refer to several
 * facilities, of one template or several; each then has a dossier, in the order of templates, metals and IDs.
 */
export function findDossiers(
  asked: string,
  templates: readonly TemplateEvaluation[],
  decisions: readonly Decision[],
): FoundDossiers {
  const mineralsOf = createPlantIndex(templates);
  const found = templates.map((one) => findInTemplate(asked, one, decisions, mineralsOf));
  return {
    dossiers: found.flatMap(({ dossiers }) => dossiers),
    suggestions: best(found.flatMap(({ suggestions }) => suggestions)),
  };
}

type MineralsOf = ReturnType<typeof createPlantIndex>;

function findInTemplate(
  asked: string,
  { family, evaluation }: TemplateEvaluation,
  decisions: readonly Decision[],
  mineralsOf: MineralsOf,
): FoundDossiers {
  const { match = unmatched } = evaluation;
  const id = readSmelterId(asked)?.id;
  const found = new Map<string, RowMatch>();
  const suggestions: Candidate[] = [];
  const metals = family.minerals.map((mineral) => mineral.id);
  const add = (metal: string | null, tried: RowMatch) => {
    const key = facilityKey({ metal, name: asked }, tried);
    if (tried.standardName !== undefined && key !== null) found.set(key, tried);
    else suggestions.push(...tried.candidates);
  };
  if (id !== undefined) add(null, match({ id }));
  else for (const metal of metals) add(metal, match({ metal, name: asked }));

  const wanted = reportedNameKey({ name: asked });
  const reported = new Map<string, Reported[]>();
  for (const one of countedResponses(evaluation.responses)) {
    for (const [at, row] of one.response.smelters.entries()) {
      const its = one.matches[at];
      const key = its && facilityKey(row, its);
      if (!its || key == null) continue;
      const rows = reported.get(key) ?? [];
      if (rows.length === 0) reported.set(key, rows);
      rows.push({ one, row, match: its });
      const named = [row.name, row.lookupName].some(
        (name) => name !== undefined && !isNoName(name) && reportedNameKey({ name }) === wanted,
      );
      const typed = [row.id, row.idInput].some(
        (text) => text !== undefined && readSmelterId(text)?.id === id,
      );
      if (id === undefined ? named && wanted !== "" : typed) found.set(key, found.get(key) ?? its);
    }
  }

  const entriesOf = entriesOfFacilities(evaluation.lists ?? []);
  const facilities = gatherFacilities(countedResponses(evaluation.responses), family).filter(({ key }) =>
    found.has(key),
  );
  const timelines = new Map(gatherTimelines(evaluation, facilities).map((one) => [one.facility.key, one]));
  const order = ({ metal, id: its, standardName }: RowMatch) =>
    `${metals.indexOf(metal ?? "")} ${its ?? ""} ${standardName ?? ""}`;
  const dossiers = [...found]
    .sort(([, a], [, b]) => compareTexts(order(a), order(b)))
    .map(([key, its]) => {
      const rows = reported.get(key) ?? [];
      const facility = rows.find((one) => one.match.standardName !== undefined)?.match ?? its;
      const dossier = toDossier(
        facility,
        rows,
        entriesOf(facility),
        timelines.get(key),
        evaluation,
        decisions,
      );
      const { standardName, country, id: itsId, names } = dossier;
      const plant = { standardName, reportedName: names[0]?.name ?? asked, country, id: itsId };
      return { template: family.id, ...dossier, minerals: mineralsOf(plant) };
    });
  return { dossiers, suggestions };
}

function unmatched(): RowMatch {
  return { metal: null, kind: "none", evidence: "", candidates: [], disagreements: [] };
}

/** Candidates of several metals, each facility once, the most likely first. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort((a, b) => b.score - a.score)
    .filter(({ id, standardName }) => {
      const key = `${id} ${standardName}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, 5);
}

function toDossier(
  match: RowMatch,
  rows: readonly Reported[],
  entries: readonly Listed[],
  timeline: SmelterTimeline | undefined,
  evaluation: Evaluation,
  decisions: readonly Decision[],
): Omit<SmelterDossier, "template" | "minerals"> {
  const matched = match.standardName !== undefined;
  const [first] = rows;
  const placed = entries.filter(({ list }) => list.kind === "look-up").map(({ entry }) => entry);
  const now = matched ? evaluation.statusHistory?.on(match, evaluation.today) : undefined;
  return {
    metal: match.metal,
    id: match.id ?? null,
    standardName: match.standardName ?? null,
    country: (matched ? match.country : first?.row.country) ?? null,
    state: placed.find(({ state }) => state !== undefined)?.state ?? null,
    city: placed.find(({ city }) => city !== undefined)?.city ?? null,
    removedFrom: match.removed ?? null,
    names: namesOf(rows, matched ? entries : []),
    suppliers: sortTexts(new Set(rows.map(({ one }) => one.supplier.name))),
    rows: rows.map(toRow),
    lists: (matched ? entries : []).map(toEntry).sort(byDay),
    timeline: timeline
      ? {
          answers: timeline.answers,
          periodEnd: timeline.periodEnd,
          cutoff: timeline.cutoff,
          today: timeline.today,
        }
      : now
        ? { answers: [], periodEnd: null, cutoff: null, today: now }
        : null,
    origins: originsOf(match, rows),
    areas: match.areas ?? [],
    sanctions: sanctionsOf([match, ...rows.map((one) => one.match)]),
    watch: match.watch ?? [],
    decisions: decisionsOn(match, rows, decisions),
    candidates: matched ? [] : match.candidates,
  };
}

/** The names used in rows and lists, those of most rows first, then in text order. */
function namesOf(rows: readonly Reported[], entries: readonly Listed[]): DossierName[] {
  const names = new Map<
    string,
    { name: string; lists: Map<string, boolean>; suppliers: Set<string>; rows: number }
  >();
  const of = (name: string) => {
    const key = fold(name) || name;
    const known = names.get(key) ?? { name, lists: new Map(), suppliers: new Set(), rows: 0 };
    names.set(key, known);
    return known;
  };
  for (const { list, entry } of entries) {
    if (entry.standardName !== "") of(entry.standardName).lists.set(list.name, true);
    for (const name of entry.lookupNames) {
      const { lists } = of(name);
      if (!lists.has(list.name)) lists.set(list.name, false);
    }
  }
  for (const { one, row } of rows) {
    const name = reportedName(row);
    if (name === "") continue;
    const known = of(name);
    known.suppliers.add(one.supplier.name);
    known.rows++;
  }
  return [...names.values()]
    .sort((a, b) => b.rows - a.rows || compareTexts(a.name, b.name))
    .map(({ name, lists, suppliers, rows: count }) => ({
      name,
      lists: [...lists].map(([list, standard]) => ({ list, standard })),
      suppliers: sortTexts(suppliers),
      rows: count,
    }));
}

function toRow({ one, row, match }: Reported): DossierRow {
  const { response, supplier, state } = one;
  return {
    supplier: supplier.name,
    file: sourceText(response.source),
    at: smelterCell(response, row, "metal"),
    answered: response.company.effectiveDate?.value ?? null,
    state,
    name: reportedNameOrId(row),
    id: row.id ?? row.idInput ?? null,
    match: match.kind,
    evidence: match.evidence,
    mineNames: row.mineNames ?? null,
    mineCountries: row.mineCountries ?? null,
  };
}

function toEntry({ list, entry }: Listed): DossierEntry {
  const { recognition, scheme } = programmeOf(entry);
  return {
    list: list.name,
    kind: list.kind,
    asOf: list.asOf,
    at: entry.at,
    standardName: entry.standardName,
    status: entry.status ?? null,
    recognition: recognition ?? null,
    scheme: scheme ?? null,
    assessment: assessmentOf(entry) ?? null,
    details: entry.more ?? {},
  };
}

function byDay(a: DossierEntry, b: DossierEntry): number {
  return compareTexts(a.asOf ?? "", b.asOf ?? "") || compareTexts(a.list, b.list) || compareTexts(a.at, b.at);
}

/** What origin lists say, then the distinct texts in suppliers' mine columns. */
function originsOf({ origins = [] }: RowMatch, rows: readonly Reported[]): DossierOrigin[] {
  const said = rows.flatMap(({ one, row }) =>
    [row.mineCountries, row.mineNames].flatMap((text) =>
      text === undefined ? [] : [{ text, supplier: one.supplier.name }],
    ),
  );
  const byText = [...groupBy(said, ({ text }) => fold(text) || text).values()];
  return [
    ...origins.map((list) => ({ text: list.text, source: { list } })),
    ...byText.map((all) => ({
      text: all[0]?.text ?? "",
      source: { suppliers: sortTexts(new Set(all.map(({ supplier }) => supplier))), rows: all.length },
    })),
  ];
}

/** Distinct sanctions list entries with a name of the facility or of one of its rows. */
function sanctionsOf(matches: readonly RowMatch[]): SmelterDossier["sanctions"] {
  const hits = matches.flatMap(({ sanctions = [] }) => sanctions);
  return [...new Map(hits.map((hit) => [`${hit.list} ${hit.at}`, hit])).values()];
}

/** The decisions on the facility, and those on names in its rows. */
function decisionsOn(
  { id, metal }: RowMatch,
  rows: readonly Reported[],
  decisions: readonly Decision[],
): DossierDecision[] {
  const names = new Set(rows.map(({ row }) => fold(reportedNameOrId(row))));
  return decisions
    .filter(
      (one) =>
        one.metal === metal && ((id !== undefined && one.id === id) || names.has(fold(one.reportedName))),
    )
    .map(({ line, reportedName: name, id: its, by, date, reason }) => ({
      line,
      reportedName: name,
      id: its,
      by,
      date,
      reason,
    }));
}
