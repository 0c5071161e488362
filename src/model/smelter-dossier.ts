// Everything that a campaign and its lists say about one facility.
import type { ResponseState } from "./campaign.ts";
import type { PlantMineral } from "./consolidation.ts";
import type { Candidate, FacilityArea, FacilityOrigin, MatchKind, SanctionsHit } from "./match.ts";
import type { ListKind } from "./reference.ts";
import type { Assessment, StatusChange, StatusOnDay } from "./status-history.ts";

/** A name of the facility, who uses it and which lists have it. */
export interface DossierName {
  name: string;
  /** Lists with this name; `standard` if it is their standard name. */
  lists: readonly { list: string; standard: boolean }[];
  suppliers: readonly string[];
  rows: number;
}

/** A row that refers to the facility. */
export interface DossierRow {
  supplier: string;
  file: string;
  /** Its cell. */
  at: string;
  /** Effective date of the response; null if there is no readable one. */
  answered: string | null;
  state: ResponseState;
  name: string;
  id: string | null;
  match: MatchKind;
  evidence: string;
  /** The mine columns as the supplier filled them in. */
  mineNames: string | null;
  mineCountries: string | null;
}

/** A list entry about the facility. */
export interface DossierEntry {
  list: string;
  kind: ListKind;
  asOf: string | null;
  at: string;
  standardName: string;
  status: string | null;
  recognition: "RMAP" | "cross-recognised" | null;
  scheme: string | null;
  assessment: Assessment | null;
  /** Other data of the entry: basis and successor of a revision, level of an origin … */
  details: Readonly<Record<string, string>>;
}

/** A country of origin and its source. */
export interface DossierOrigin {
  /** As written. */
  text: string;
  /** The list, or the suppliers that state it. */
  source: { list: FacilityOrigin } | { suppliers: readonly string[]; rows: number };
}

export interface DossierDecision {
  line: number;
  reportedName: string;
  /** Null: not a smelter. */
  id: string | null;
  by: string;
  date: string;
  reason: string;
}

export interface SmelterDossier {
  /** Abbreviation of the template of the responses. */
  template: string;
  metal: string | null;
  /** Null if no list matches the name to a facility. */
  id: string | null;
  standardName: string | null;
  /** ISO alpha-2: from the list if matched, else as reported. */
  country: string | null;
  state: string | null;
  city: string | null;
  /** The last list that had it, if the list in use no longer does. */
  removedFrom: { list: string; asOf: string | null } | null;
  /** The minerals for which responses name its plant in any template, including its own. */
  minerals: readonly PlantMineral[];
  names: readonly DossierName[];
  suppliers: readonly string[];
  rows: readonly DossierRow[];
  /** By day, the oldest first. */
  lists: readonly DossierEntry[];
  timeline: {
    answers: readonly {
      day: string;
      suppliers: readonly string[];
      status: StatusOnDay;
      change: StatusChange;
    }[];
    periodEnd: StatusOnDay | null;
    cutoff: StatusOnDay | null;
    today: StatusOnDay;
  } | null;
  origins: readonly DossierOrigin[];
  areas: readonly FacilityArea[];
  sanctions: readonly SanctionsHit[];
  watch: readonly { list: string; asOf: string | null; at: string }[];
  decisions: readonly DossierDecision[];
  /** Without a certain match: which facilities may be meant. */
  candidates: readonly Candidate[];
}
