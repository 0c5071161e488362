// Everything that a campaign and its lists say of one facility.
import type { ResponseState } from "./campaign.ts";
import type { PlantMineral } from "./consolidation.ts";
import type { Candidate, FacilityArea, FacilityOrigin, MatchKind, SanctionsHit } from "./match.ts";
import type { ListKind } from "./reference.ts";
import type { Assessment, StatusChange, StatusOnDay } from "./status-history.ts";

/** A name of the facility, who uses it and which lists have it. */
export interface DossierName {
  name: string;
  /** Lists that have it, "standard" where it is their standard name. */
  lists: readonly { list: string; standard: boolean }[];
  suppliers: readonly string[];
  rows: number;
}

/** A row that means the facility. */
export interface DossierRow {
  supplier: string;
  file: string;
  /** Its cell. */
  at: string;
  /** Effective date of the response; null where it has none that can be read. */
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

/** An entry of a list that speaks of the facility. */
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
  /** What else the entry says: basis and successor of a revision, level of an origin … */
  details: Readonly<Record<string, string>>;
}

/** A country of origin and what says so. */
export interface DossierOrigin {
  /** As written. */
  text: string;
  /** The list, or the suppliers' own words. */
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
  /** Abbreviation of the template whose responses it is about. */
  template: string;
  metal: string | null;
  /** Null where no list ties the name to a facility. */
  id: string | null;
  standardName: string | null;
  /** ISO alpha-2, by the list where matched, else as reported. */
  country: string | null;
  state: string | null;
  city: string | null;
  /** The earlier list that had it last, where the list in use no longer has it. */
  removedFrom: { list: string; asOf: string | null } | null;
  /** The minerals for which responses name its plant, in any template, its own among them. */
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
  /** Where nothing is certain: who may be meant. */
  candidates: readonly Candidate[];
}
