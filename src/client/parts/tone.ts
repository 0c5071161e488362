// The meaning of a word at a glance. The word itself is always shown too: nothing is conveyed by colour alone.
export type Tone = "good" | "fair" | "bad" | "quiet";

const TONES: Readonly<Record<Tone, readonly string[]>> = {
  good: ["valid", "conformant", "clean", "standing"],
  fair: ["questions", "active", "warning", "undated", "late", "stale", "foreign", "other", "unclear"],
  bad: ["invalid", "missing", "unreadable", "error", "blank", "copied", "own", "withdrawn"],
  quiet: ["not known", "not on list", "unmatched", "superseded", "replaced", "info"],
};
const BY_WORD = new Map(
  Object.entries(TONES).flatMap(([tone, words]) => words.map((word) => [word, tone as Tone] as const)),
);
const TONED = new Set(["state", "supplier_state", "severity", "status_class", "standing", "funnel_step"]);

/** Answers on origin, in columns of single minerals. */
const ANSWERS: Readonly<Record<string, Tone>> = {
  Yes: "bad",
  Unknown: "fair",
  "no readable answer": "fair",
  "scope not stated": "fair",
  "answers differ": "fair",
  No: "good",
  "not in scope": "quiet",
};

/** The tone of a cell; undefined if it has none. */
export function toneOf(
  column: string,
  value: string | number | null,
  minerals: readonly string[],
): Tone | undefined {
  if (typeof value !== "string") return undefined;
  if (minerals.includes(column)) return ANSWERS[value];
  return TONED.has(column) ? BY_WORD.get(value) : undefined;
}
