// The outcome indicated by the counts of a metal. A person decides; nothing here is a legal conclusion.
import type { Inquiry } from "../forms/form.ts";
import { withFullStop } from "../lib/full-stop.ts";
import type { MetalEvidence } from "../model/consolidation.ts";

/** Most names in one sentence. */
const MOST_NAMES = 5;

/** A count in the evidence that a proposal gives as a reason. */
type Counted = Exclude<keyof MetalEvidence, "metal">;

/** The names behind the counts, worded for people: who, where, and what argues against the outcome. */
export type EvidenceNames = Readonly<Partial<Record<Counted, readonly string[]>>>;

/**
 * A reason: the count, and its wording for one and for several, without a full stop; the names behind it are added at
 * the end. `{n}` is replaced by the count. Two have their own wording if "both" is better.
 */
type Reason = readonly [of: Counted, one: string, several: string, two?: string];

/**
 * The proposed outcome for a metal and the reasons: the first one that applies in the order of `OutcomeKind`. An
 * affirmative outcome requires a roster with a response from every supplier, and no open warning sign: a single
 * supplier that is missing, unreadable, undated or only heard from before the period leaves the metal undetermined.
 */
export function propose(
  evidence: MetalEvidence,
  inquiry: Inquiry,
  names: EvidenceNames = {},
): { outcome: string; why: string[]; listed: string[] } {
  const sentences = (reasons: readonly Reason[]) => worded(evidence, reasons, names);
  const listed = sentences([OPEN_SIGNS, ...originReasons(inquiry).filter(([of]) => of === "coveredYes")]);
  return { ...outcomeOf(evidence, inquiry, names), listed };
}

function outcomeOf(
  evidence: MetalEvidence,
  inquiry: Inquiry,
  names: EvidenceNames,
): { outcome: string; why: string[] } {
  const { outcomes, area } = inquiry;
  const sentences = (reasons: readonly Reason[]) => worded(evidence, reasons, names);
  const origin = sentences(originReasons(inquiry));
  const unheard = sentences(UNHEARD);
  const open = sentences(openReasons(inquiry));
  const signs = sentences([OPEN_SIGNS]);
  const heard = evidence.missing === null ? [NO_ROSTER] : [];
  const e = evidence;

  /** An outcome that requires a response from everybody asked and nothing that argues against it. */
  const affirmative = (outcome: string, why: string[]) =>
    signs.length + heard.length > 0
      ? { outcome: outcomes.undetermined, why: [...signs, ...why, ...heard] }
      : { outcome, why: [...why, ...sentences(ACCEPTED)] };

  if (e.counted > 0 && e.inScope === 0 && e.scopeUnclear === 0 && origin.length + unheard.length === 0) {
    return affirmative(
      outcomes.notInScope,
      sentences([
        [
          "outOfScope",
          "The only supplier that answered has the metal out of scope",
          "All {n} suppliers that answered have the metal out of scope",
          "Both suppliers that answered have the metal out of scope",
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
          "inScope",
          "The only supplier in scope says that all of the metal is recycled or scrap",
          "All {n} suppliers in scope say that all of the metal is recycled or scrap",
          "Both suppliers in scope say that all of the metal is recycled or scrap",
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
        "inScope",
        `The only supplier in scope answers No on the ${area}`,
        `All {n} suppliers in scope answer No on the ${area}`,
        `Both suppliers in scope answer No on the ${area}`,
      ],
      [
        "smelters",
        "The only smelter reported is matched",
        "All {n} smelters reported are matched",
        "Both smelters reported are matched",
      ],
    ]),
    ...(e.missing === null ? [] : ["Every supplier on the roster has responded."]),
  ]);
}

const NO_ROSTER =
  "This covers only the suppliers that responded; without a roster it is not known how many were asked.";

const OPEN_SIGNS: Reason = ["openSigns", "1 warning sign is open", "{n} warning signs are open"];

const ACCEPTED: readonly Reason[] = [
  ["acceptedSigns", "1 warning sign was accepted by a person", "{n} warning signs were accepted by a person"],
];

function originReasons({ area, country }: Inquiry): Reason[] {
  return [
    [
      "coveredYes",
      `1 supplier in scope answers Yes on the ${area}`,
      `{n} suppliers in scope answer Yes on the ${area}`,
    ],
    [
      "coveredYesScopeUnclear",
      `1 supplier answers Yes on the ${area} but does not state whether the metal is in scope`,
      `{n} suppliers answer Yes on the ${area} but do not state whether the metal is in scope`,
    ],
    [
      "mineCoveredRows",
      `1 smelter row names a mine or a class of origin in the ${area}`,
      `{n} smelter rows name mines or classes of origin in the ${area}`,
    ],
    [
      "originListSmelters",
      `1 reported smelter sources from a ${country} by an origin list`,
      `{n} reported smelters source from a ${country} by an origin list`,
    ],
  ];
}

const UNHEARD: readonly Reason[] = [
  ["missing", "1 supplier on the roster is missing", "{n} suppliers on the roster are missing"],
  [
    "late",
    "1 supplier on the roster answered only after the cut-off",
    "{n} suppliers on the roster answered only after the cut-off",
  ],
  [
    "stale",
    "1 supplier's only response predates the period",
    "The only responses of {n} suppliers predate the period",
  ],
  [
    "undated",
    "1 supplier's only response has no clear date",
    "The only responses of {n} suppliers have no clear date",
  ],
  [
    "blank",
    "1 supplier sent nothing but a blank template",
    "{n} suppliers sent nothing but a blank template",
  ],
  [
    "own",
    "1 supplier sent nothing but our own declaration",
    "{n} suppliers sent nothing but our own declaration",
  ],
  [
    "unreadableFiles",
    "1 file was received that is not usable",
    "{n} files were received that are not usable",
  ],
];

function openReasons({ area }: Inquiry): Reason[] {
  return [
    [
      "coveredUnknown",
      `1 supplier in scope answers Unknown on the ${area}`,
      `{n} suppliers in scope answer Unknown on the ${area}`,
    ],
    [
      "coveredBlank",
      `1 supplier in scope gives no usable answer on the ${area}`,
      `{n} suppliers in scope give no usable answer on the ${area}`,
    ],
    [
      "scopeUnclear",
      "1 supplier does not state whether the metal is in scope",
      "{n} suppliers do not state whether the metal is in scope",
    ],
    ["invalid", "1 supplier's response is invalid", "The responses of {n} suppliers are invalid"],
    ["unmatched", "1 reported smelter could not be matched", "{n} reported smelters could not be matched"],
    ["notIdentified", "1 smelter row says “not yet identified”", "{n} smelter rows say “not yet identified”"],
    [
      "identifiedNotYes",
      "1 supplier in scope does not say that all smelters are identified",
      "{n} suppliers in scope do not say that all smelters are identified",
    ],
    ["withoutSmelters", "1 supplier in scope names no smelter", "{n} suppliers in scope name no smelter"],
  ];
}

function worded(evidence: MetalEvidence, reasons: readonly Reason[], names: EvidenceNames): string[] {
  return reasons.flatMap(([of, one, several, two = several]) => {
    const count = evidence[of];
    if (!count) return [];
    const said = (count === 1 ? one : count === 2 ? two : several).replace("{n}", String(count));
    const known = names[of] ?? [];
    if (known.length === 0) return [`${said}.`];
    const more = known.length - MOST_NAMES;
    const named = known.slice(0, MOST_NAMES).join("; ");
    return [withFullStop(`${said}: ${named}${more > 0 ? `; and ${more} more` : ""}`)];
  });
}
