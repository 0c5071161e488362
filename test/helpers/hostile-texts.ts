// Texts that keep a pattern or loop with quadratic running time busy.

/** Repeated to any length, with a prefix and a suffix. */
export interface Filler {
  unit: string;
  before?: string;
  behind?: string;
}

const UNITS = [
  ..."([-–,;.:@aT0/\\<&=|`_'\"",
  ...[" ", "\n", "\r", "\u202e", "e\u0301", "１", "İ", "中", "\ud83d"],
  // Marks that Unicode sorts, one of them after its width is folded.
  ...["\u0316\u0301", "\u05b0\u0591", "ﾞ\u0301"],
  ...["(a)", "a-b,", "-a.", "--.", "a@", "@a", "a@b.c ", "http://", "1/", "0 %", "a b ", "sa ", "co ltd "],
  ...["S. p. A. ", "&amp; ", "_x0041_", "CID", "Congo, ", "Peru and ", "12:30 ", "株式会社", "; \n"],
];

const AROUND: readonly Filler[] = [
  ...["n", "1", "@a", "x", "(", "Peru", "12:30", "Gold", "Revision", "a;", "40"].map((before) => ({
    before,
    unit: " ",
    behind: "x",
  })),
  { before: "x@", unit: "a.", behind: "b" },
  { before: "@ ", unit: "a" },
  { before: "http://", unit: "a." },
  { before: "Peru (", unit: "a(", behind: ")" },
  { before: "x ", unit: "T", behind: " x" },
  { before: "", unit: "0", behind: " %" },
];

export const FILLERS: readonly Filler[] = [...UNITS.map((unit) => ({ unit })), ...AROUND];

/** One of each kind, for steps that are slow even in linear time. */
export const FEW_FILLERS: readonly Filler[] = [
  ...["(", "-", " ", "a", "a@", "-a.", "sa ", "0", "\u0316\u0301", "Peru, ", '"'].map((unit) => ({ unit })),
  { before: "n", unit: " ", behind: "x" },
];

/** The filler as a text of this length. */
export function fill({ before = "", unit, behind = "" }: Filler, length: number): string {
  return before + unit.repeat(Math.ceil((length - before.length - behind.length) / unit.length)) + behind;
}

/** A list of this many different short words. */
export function countedWords(count: number, between: string): string {
  return Array.from({ length: count }, (_, index) => (index + 1000).toString(36)).join(between);
}
