// The words that lists use for a facility's status, and what they mean. Every word must be known: a text with
// a word that is not in these tables ("non-conformant", "conformant until 2023") has no known meaning.
import { words } from "../lib/text.ts";
import type { StatusClass } from "../model/reference.ts";

/**
 * The programmes whose assessments RMI's lists report. RMAP is RMI's own and recognises those of LBMA and
 * RJC; TI-CMC is an industry council, and DAP is RMI's programme for downstream facilities.
 */
export const ASSESSMENT_SCHEMES = ["RMAP", "LBMA", "RJC", "TI-CMC", "DAP"] as const;
export type AssessmentScheme = (typeof ASSESSMENT_SCHEMES)[number];

/** What a status means. */
export interface StatusReading {
  class: StatusClass;
  /** The programme that carried out the assessment, if the words say so. */
  scheme?: AssessmentScheme;
  /**
   * The words say that another programme's assessment is recognised: they name a scheme other than RMAP, or
   * "cross-recognised".
   */
  crossRecognised?: true;
  /** The words say that a new assessment is under way. */
  reassessing?: true;
  /**
   * Absent if the tables do not have all of the words: the text is kept and shown, and the class is "other".
   */
  known?: true;
}

/** Names of the programmes, current and as in the lists before 2017. */
const SCHEMES: Readonly<Record<AssessmentScheme, readonly string[]>> = {
  RMAP: [
    "RMAP",
    "RMI",
    "CFSP",
    "CFSI",
    "CFS",
    "Responsible Minerals Assurance Process",
    "Responsible Minerals Initiative",
    "Conflict-Free Smelter Program",
    "Conflict-Free Sourcing Initiative",
  ],
  LBMA: [
    "LBMA",
    "LBMA RG",
    "LBMA RGG",
    "LBMA Responsible Gold",
    "LBMA Responsible Gold Guidance",
    "LBMA Responsible Sourcing",
    "LBMA Good Delivery",
    "London Bullion Market Association",
  ],
  RJC: [
    "RJC",
    "RJC CoC",
    "RJC Chain of Custody",
    "Responsible Jewellery Council",
    "Responsible Jewelry Council",
  ],
  "TI-CMC": ["TI-CMC", "TICMC", "Tungsten Industry Conflict Minerals Council"],
  DAP: ["DAP", "RMI DAP", "Downstream Assessment Program", "Downstream Assessment Programme"],
};

const CLASSES: Readonly<Record<Exclude<StatusClass, "other">, readonly string[]>> = {
  conformant: ["conformant", "compliant", "符合", "合规", "合規", "適合", "적합"],
  active: ["active"],
};

const RECOGNISED = [
  "cross-recognized",
  "cross-recognised",
  "crossrecognized",
  "crossrecognised",
  "cross-recognition",
];

/** A second assessment, as in "re-audit in progress". */
const REASSESSING = ["re-audit", "reaudit", "re-assessment", "reassessment"].flatMap((audit) =>
  [
    "in progress",
    "in process",
    "under way",
    "underway",
    "ongoing",
    "scheduled",
    "due",
    "pending",
    "planned",
  ].map((state) => `${audit} ${state}`),
);

/** Words that may accompany a class without changing it. */
const ASIDE = [
  ...["smelter", "smelters", "refiner", "refiners", "facility", "facilities", "status", "program", "list"],
  ...["by", "via", "through", "under", "per", "and", "to"],
];

/**
 * The phases that RMI counts as active: before, during and after the assessment, up to its corrective
 * actions.
 */
const PHASES = [
  "pre-audit",
  "preaudit",
  "pre-assessment",
  "audit",
  "assessment",
  "audit in progress",
  "assessment in progress",
  "audit in process",
  "audit scheduled",
  "assessment scheduled",
  "in progress",
  "in process",
  "post-audit",
  "corrective action",
  "corrective actions",
  "corrective action plan",
  "CAP",
];
/** Phases that are a status by themselves. */
const ACTIVE_ALONE = ["audit in progress", "assessment in progress"];

/**
 * Words for a status that is neither conformant nor active. A facility that a list describes so is not called
 * non-conformant.
 */
const OTHERS = [
  ...["non-conformant", "nonconformant", "not conformant", "non-compliant", "not compliant", "not active"],
  ...["inactive", "suspended", "removed", "withdrawn", "ineligible", "not eligible", "eligible", "enrolled"],
  ...["not enrolled", "not participating", "non-participating", "participating", "unknown"],
  ...["outreach required", "outreach", "in communication", "communication suspended"],
  ...["communication suspended - not interested", "not interested", "progressing", "in corrective action"],
  ...["extended corrective action plan", "due diligence vetting process", "under review"],
  ...[
    "RMI due diligence review",
    "RMI due diligence review - unable to proceed",
    "not audited",
    "not assessed",
  ],
  ...["dormant", "delisted"],
  ...["ceased operation", "ceased operations", "closed", "not operational", "listed", "known", "identified"],
];

type Part = Partial<Omit<StatusReading, "known">> & { phase?: true; aside?: true };

const PARTS = new Map<string, Part>([
  ...entries(ASIDE, { aside: true }),
  ...entries(PHASES, { phase: true }),
  ...entries(RECOGNISED, { crossRecognised: true }),
  ...entries(REASSESSING, { reassessing: true }),
  ...ASSESSMENT_SCHEMES.flatMap((scheme) => entries(SCHEMES[scheme], { scheme })),
  ...entries(CLASSES.conformant, { class: "conformant" }),
  ...entries(CLASSES.active, { class: "active" }),
]);
const LONGEST = Math.max(...[...PARTS.keys()].map((phrase) => phrase.split(" ").length));
const ALONE = new Map<string, StatusReading>([
  ...ACTIVE_ALONE.map((text): [string, StatusReading] => [keyOf(text), { class: "active", known: true }]),
  ...OTHERS.map((text): [string, StatusReading] => [keyOf(text), { class: "other", known: true }]),
]);

function entries(texts: readonly string[], part: Part): [string, Part][] {
  return texts.map((text) => [keyOf(text), part]);
}

function keyOf(text: string): string {
  return words(text).join(" ");
}

/**
 * Reads a status, ignoring letter case, accents and punctuation. Every word must be known and exactly one
 * class named; otherwise the class is "other" and the reading is not `known`.
 */
export function readStatus(text: string): StatusReading {
  const given = words(text);
  const alone = ALONE.get(given.join(" "));
  if (alone) return alone;
  const parts = partsOf(given);
  return (parts && together(parts)) ?? { class: "other" };
}

/** The class of a status; see `readStatus`. */
export function statusClass(text: string): StatusClass {
  return readStatus(text).class;
}

/** The programme that a text consists of: "LBMA", "RJC CoC"; undefined for any other text. */
export function readScheme(text: string): AssessmentScheme | undefined {
  return PARTS.get(keyOf(text))?.scheme;
}

/**
 * Splits words into phrases of the tables, the longest first at each position; undefined if a word is in
 * none.
 */
function partsOf(given: readonly string[]): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < given.length; ) {
    let length = Math.min(LONGEST, given.length - at);
    while (length > 0 && !PARTS.has(given.slice(at, at + length).join(" "))) length--;
    if (length === 0) return undefined;
    parts.push(PARTS.get(given.slice(at, at + length).join(" ")) as Part);
    at += length;
  }
  return parts;
}

/**
 * Combines phrases into a reading; undefined if they name two classes, two schemes besides RMAP, or nothing.
 */
function together(parts: readonly Part[]): StatusReading | undefined {
  const classes = new Set(parts.flatMap((part) => part.class ?? []));
  const recognised = parts.some((part) => part.crossRecognised);
  const named = new Set(parts.flatMap((part) => part.scheme ?? []));
  const others = [...named].filter((scheme) => scheme !== "RMAP");
  // RMI lists a facility as cross-recognised once it has passed the other programme's assessment.
  const [status, second] = classes.size === 0 && recognised ? ["conformant" as const] : [...classes];
  if (status === undefined || second !== undefined || others.length > 1) return undefined;
  if (status === "conformant" && parts.some((part) => part.phase)) return undefined;
  const scheme = others[0] ?? (named.has("RMAP") && !recognised ? "RMAP" : undefined);
  return {
    class: status,
    ...(scheme === undefined ? {} : { scheme }),
    ...(recognised || others.length > 0 ? { crossRecognised: true } : {}),
    ...(parts.some((part) => part.reassessing) ? { reassessing: true } : {}),
    known: true,
  };
}
