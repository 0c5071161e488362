// The words in which lists put a facility's status, and what they mean. Words are read exactly and all of them: a text
// with one word that is not in these tables ("non-conformant", "conformant until 2023") has no known meaning.
import { words } from "../lib/text.ts";
import type { StatusClass } from "../model/reference.ts";

/**
 * The programmes whose assessments RMI's lists report. RMAP is RMI's own, and recognises LBMA's and RJC's; TI-CMC is an
 * industry's own council and DAP RMI's programme for downstream facilities.
 */
export const ASSESSMENT_SCHEMES = ["RMAP", "LBMA", "RJC", "TI-CMC", "DAP"] as const;
export type AssessmentScheme = (typeof ASSESSMENT_SCHEMES)[number];

/** What a status says. */
export interface StatusReading {
  class: StatusClass;
  /** Whose assessment it rests on, as far as the words say. */
  scheme?: AssessmentScheme;
  /** The words say that another programme's assessment is recognised: a scheme other than RMAP, or "cross-recognised". */
  crossRecognised?: true;
  /** The words say that a new assessment is under way. */
  reassessing?: true;
  /** Absent where the tables do not know the words: they are kept and shown, and count as "other". */
  known?: true;
}

/** Names of the programmes in today's words and in those of the lists before 2017. */
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
  conformant: ["conformant", "compliant"],
  active: ["active"],
};

const RECOGNISED = [
  "cross-recognized",
  "cross-recognised",
  "crossrecognized",
  "crossrecognised",
  "cross-recognition",
];

/** A second assessment, in "re-audit in progress" and its like. */
const REASSESSING = ["re-audit", "reaudit", "re-assessment", "reassessment"].flatMap((audit) =>
  ["in progress", "in process", "under way", "underway", "ongoing", "scheduled", "due"].map(
    (state) => `${audit} ${state}`,
  ),
);

/** What may stand beside a class without changing it. */
const ASIDE = [
  ...["smelter", "smelters", "refiner", "refiners", "facility", "facilities", "status", "program", "list"],
  ...["by", "via", "through", "under", "per", "and", "to"],
];

/** The phases that RMI counts as active: before, in and after the assessment, up to its corrective actions. */
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
];
/** Phases that name the status by themselves. */
const ACTIVE_ALONE = ["audit in progress", "assessment in progress"];

/** Words of lists for what is neither. A facility that a list has and calls one of these is not called non-conformant. */
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
 * What a status means; letter case, accents and punctuation do not count. Every word has to be known and exactly one
 * class named, else the class is "other" and the reading is not `known`.
 */
export function readStatus(text: string): StatusReading {
  const given = words(text);
  const alone = ALONE.get(given.join(" "));
  if (alone) return alone;
  const parts = partsOf(given);
  return (parts && together(parts)) ?? { class: "other" };
}

/** The class of a status, as `readStatus`. */
export function statusClass(text: string): StatusClass {
  return readStatus(text).class;
}

/** The programme that a text names and nothing else: "LBMA", "RJC CoC"; undefined for every other text. */
export function readScheme(text: string): AssessmentScheme | undefined {
  return PARTS.get(keyOf(text))?.scheme;
}

/** The words as phrases of the tables, the longest first at each place; undefined where a word is in none. */
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

/** What phrases say together; undefined where they name two classes, two schemes beside RMAP, or none at all. */
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
