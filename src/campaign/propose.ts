// The outcome that the counts of a metal speak for. A person decides; nothing here is a legal conclusion.
import type { Inquiry } from "../forms/form.ts";
import type { MetalEvidence } from "../model/consolidation.ts";

/**
 * A reason: what is counted, as one and as several. `{n}` stands for the count. With names, which come last, the sentence
 * has no full stop of its own.
 */
type Reason = readonly [count: number | null, one: string, several: string, names?: readonly string[]];

/** As many names as a sentence can hold. */
const MOST_NAMES = 5;

/** What the counts of an evidence stand for, in words: who, where, and what speaks against it. */
export interface EvidenceNames {
  coveredYes: readonly string[];
  coveredYesScopeUnclear: readonly string[];
  mineCoveredRows: readonly string[];
  originListSmelters: readonly string[];
  /** Open warning signs by their kinds. */
  openSigns: readonly string[];
}

const NO_NAMES: EvidenceNames = {
  coveredYes: [],
  coveredYesScopeUnclear: [],
  mineCoveredRows: [],
  originListSmelters: [],
  openSigns: [],
};

/**
 * The proposed outcome for one metal and the reasons for it, the first that holds in the order of
 * `OutcomeKind`. An affirmative outcome needs a roster with every supplier heard, and no open warning sign: one supplier
 * that is missing, unreadable, undated or heard only from before the period leaves the metal undetermined.
 */
export function propose(
  evidence: MetalEvidence,
  inquiry: Inquiry,
  names: EvidenceNames = NO_NAMES,
): { outcome: string; why: string[] } {
  const { outcomes, area } = inquiry;
  const origin = sentences(originReasons(evidence, inquiry, names));
  const unheard = sentences(unheardReasons(evidence));
  const open = sentences(openReasons(evidence, inquiry));
  const signs = sentences(signReasons(evidence, names));
  const heard = evidence.missing === null ? [NO_ROSTER] : [];
  const e = evidence;

  /** An outcome that rests on everybody asked and on nothing that speaks against it. */
  const affirmative = (outcome: string, why: string[]) =>
    signs.length + heard.length > 0
      ? { outcome: outcomes.undetermined, why: [...signs, ...why, ...heard] }
      : { outcome, why: [...why, ...sentences(acceptedReasons(e))] };

  if (e.counted > 0 && e.inScope === 0 && e.scopeUnclear === 0 && origin.length + unheard.length === 0) {
    return affirmative(
      outcomes.notInScope,
      sentences([
        [
          e.outOfScope,
          "1 supplier answered, and the metal is out of its scope.",
          "All {n} suppliers that answered have the metal out of scope.",
        ],
      ]),
    );
  }
  const allRecycled = e.inScope > 0 && e.recycled100 === e.inScope && e.recycledNotAll === 0;
  const contradicted = origin.length > 0 || e.rowsNotRecycled > 0 || e.scopeUnclear > 0;
  if (allRecycled && !contradicted && unheard.length === 0) {
    return affirmative(
      outcomes.recycled,
      sentences([
        [
          e.inScope,
          "The 1 supplier in scope says that all of the metal is recycled or scrap.",
          "All {n} suppliers in scope say that all of the metal is recycled or scrap.",
        ],
      ]),
    );
  }
  if (origin.length > 0) {
    return { outcome: outcomes.originated, why: [...origin, ...signs, ...heard] };
  }
  const undetermined = [...open, ...unheard];
  if (e.counted === 0) undetermined.unshift("No response counts for the period.");
  if (undetermined.length > 0) {
    return { outcome: outcomes.undetermined, why: [...signs, ...undetermined, ...heard] };
  }
  return affirmative(outcomes.noReason, [
    ...sentences([
      [
        e.inScope,
        `The 1 supplier in scope answers No on the ${area}.`,
        `All {n} suppliers in scope answer No on the ${area}.`,
      ],
      [e.smelters, "The 1 smelter reported is matched.", "All {n} smelters reported are matched."],
    ]),
    ...(e.missing === null ? [] : ["Every supplier on the roster has responded."]),
  ]);
}

const NO_ROSTER =
  "This speaks of the suppliers heard; how many were asked is not known, as there is no roster.";

function signReasons({ openSigns }: MetalEvidence, names: EvidenceNames): Reason[] {
  return [[openSigns, "1 warning sign is open", "{n} warning signs are open", names.openSigns]];
}

function acceptedReasons({ acceptedSigns }: MetalEvidence): Reason[] {
  return [
    [
      acceptedSigns,
      "1 warning sign was accepted by a person.",
      "{n} warning signs were accepted by a person.",
    ],
  ];
}

function originReasons(e: MetalEvidence, { area, country }: Inquiry, names: EvidenceNames): Reason[] {
  return [
    [
      e.coveredYes,
      `1 supplier in scope answers Yes on the ${area}`,
      `{n} suppliers in scope answer Yes on the ${area}`,
      names.coveredYes,
    ],
    [
      e.coveredYesScopeUnclear,
      `1 supplier answers Yes on the ${area} but does not state whether the metal is in scope`,
      `{n} suppliers answer Yes on the ${area} but do not state whether the metal is in scope`,
      names.coveredYesScopeUnclear,
    ],
    [
      e.mineCoveredRows,
      `1 smelter row names a mine in a ${country}`,
      `{n} smelter rows name a mine in a ${country}`,
      names.mineCoveredRows,
    ],
    [
      e.originListSmelters,
      `1 reported smelter sources from a ${country} by an origin list`,
      `{n} reported smelters source from a ${country} by an origin list`,
      names.originListSmelters,
    ],
  ];
}

function unheardReasons(e: MetalEvidence): Reason[] {
  return [
    [e.missing, "1 supplier on the roster is missing.", "{n} suppliers on the roster are missing."],
    [
      e.late,
      "1 supplier on the roster answered only after the cut-off.",
      "{n} suppliers on the roster answered only after the cut-off.",
    ],
    [
      e.stale,
      "1 supplier's only response predates the period.",
      "The only responses of {n} suppliers predate the period.",
    ],
    [
      e.undated,
      "1 supplier's only response has no clear date.",
      "The only responses of {n} suppliers have no clear date.",
    ],
    [
      e.unusable,
      "1 supplier sent nothing but a blank template or our own declaration.",
      "{n} suppliers sent nothing but a blank template or our own declaration.",
    ],
    [
      e.unreadableFiles,
      "1 file was received that is not usable.",
      "{n} files were received that are not usable.",
    ],
  ];
}

function openReasons(e: MetalEvidence, { area }: Inquiry): Reason[] {
  return [
    [
      e.coveredUnknown,
      `1 supplier in scope answers Unknown on the ${area}.`,
      `{n} suppliers in scope answer Unknown on the ${area}.`,
    ],
    [
      e.coveredBlank,
      `1 supplier in scope leaves the ${area} unanswered.`,
      `{n} suppliers in scope leave the ${area} unanswered.`,
    ],
    [
      e.scopeUnclear,
      "1 supplier does not state whether the metal is in scope.",
      "{n} suppliers do not state whether the metal is in scope.",
    ],
    [e.invalid, "1 supplier's response is invalid.", "The responses of {n} suppliers are invalid."],
    [e.unmatched, "1 reported smelter could not be matched.", "{n} reported smelters could not be matched."],
    [
      e.notIdentified,
      "1 smelter row says “not yet identified”.",
      "{n} smelter rows say “not yet identified”.",
    ],
    [
      e.identifiedNotYes,
      "1 supplier in scope does not say that all smelters are identified.",
      "{n} suppliers in scope do not say that all smelters are identified.",
    ],
    [e.withoutSmelters, "1 supplier in scope names no smelter.", "{n} suppliers in scope name no smelter."],
  ];
}

function sentences(reasons: readonly Reason[]): string[] {
  return reasons.flatMap(([count, one, several, names]) => {
    if (!count) return [];
    const said = count === 1 ? one : several.replace("{n}", String(count));
    if (names === undefined) return [said];
    if (names.length === 0) return [`${said}.`];
    const more = names.length - MOST_NAMES;
    return [`${said}: ${names.slice(0, MOST_NAMES).join("; ")}${more > 0 ? `; and ${more} more` : ""}.`];
  });
}
