// The classes that RMI's data on countries of origin, which is available to its members, uses instead of countries;
// suppliers copy them into the mine columns. RMI describes Level 1 as low-risk countries, Level 2 as countries of
// smuggling and transit, Level 3 as the DRC and its adjoining countries or, in later editions, high-risk areas
// including these: it is read as covered countries, to be cautious. Later editions name covered countries, high risk,
// low risk and recycled or scrap.
import { foldWords } from "./fold.ts";

export const ORIGIN_CLASSES = [
  "covered",
  "highRisk",
  "lowRisk",
  "level1",
  "level2",
  "level3",
  "recycledScrap",
] as const;
export type OriginClass = (typeof ORIGIN_CLASSES)[number];

type Known = "yes" | "no" | "not known";

interface OriginClassFacts {
  /** Its name in reports. */
  name: string;
  /** Whether its countries are covered countries. */
  covered: Known;
  /** Whether they are conflict-affected or high-risk areas. */
  highRisk: Known;
  /** All spellings; letter case, blanks and punctuation are ignored. */
  words: readonly string[];
}

const levels = (digit: string, roman: string): string[] => [
  ...[`Level ${digit}`, `Lvl ${digit}`, `L${digit}`, `Level ${roman}`],
  ...[`Level ${digit} country`, `Level ${digit} countries`, `Level-${digit} area`, `RMI Level ${digit}`],
];

export const ORIGIN_CLASS_FACTS: Readonly<Record<OriginClass, OriginClassFacts>> = {
  covered: {
    name: "covered countries (class CC)",
    covered: "yes",
    highRisk: "yes",
    words: [
      ...["CC", "covered country", "covered countries", "the covered countries", "covered countries CC"],
      ...["DRC or adjoining country", "DRC or an adjoining country", "DRC or adjoining countries"],
      ...["DRC and adjoining countries", "DRC and its adjoining countries", "DRC and/or adjoining countries"],
      ...["DRC or its adjoining countries", "DRC/adjoining countries", "adjoining country"],
      ...["adjoining countries", "adjoining countries of the DRC", "DRC adjoining countries"],
      ...["Dodd-Frank covered countries", "涵盖国家", "所指明的国家", "対象国", "コンゴ民主共和国及び隣接国"],
    ],
  },
  highRisk: {
    name: "high-risk countries (class HR)",
    covered: "not known",
    highRisk: "yes",
    words: [
      ...["HR", "high risk", "high-risk country", "high-risk countries", "high-risk area", "high-risk areas"],
      ...["high risk HR", "CAHRA", "CAHRAs", "conflict-affected and high-risk area"],
      ...["conflict-affected and high-risk areas", "conflict-affected or high-risk area"],
      ...["高风险", "高風險", "高リスク", "고위험"],
    ],
  },
  lowRisk: {
    name: "low-risk countries (class LR)",
    covered: "no",
    highRisk: "no",
    words: [
      ...["LR", "low risk", "low-risk country", "low-risk countries", "low-risk area", "low-risk areas"],
      ...["low risk LR", "低风险", "低風險", "低リスク", "저위험"],
    ],
  },
  level1: { name: "Level 1 countries", covered: "no", highRisk: "no", words: levels("1", "I") },
  level2: {
    name: "Level 2 countries",
    covered: "not known",
    highRisk: "not known",
    words: levels("2", "II"),
  },
  level3: {
    name: "Level 3 countries (the DRC and its adjoining countries)",
    covered: "yes",
    highRisk: "yes",
    words: levels("3", "III"),
  },
  recycledScrap: {
    name: "recycled or scrap (class R/S)",
    covered: "no",
    highRisk: "no",
    words: ["R/S", "RS", "R&S", "R or S"],
  },
};

const BY_WORDS: ReadonlyMap<string, OriginClass> = new Map(
  ORIGIN_CLASSES.flatMap((name) =>
    ORIGIN_CLASS_FACTS[name].words.map((word): [string, OriginClass] => [foldWords(word), name]),
  ),
);

/** Words before a class that say what it is: "RCOI: CC", "RMI class HR", "Risk level: LR". */
const LABEL =
  /^(?:(?:rcoi|rmi|rmap|cfsi|class|classification|category|code|rating|origin|country|risk|level|group|type|data|of)\b[\s:：=–-]*)+(?=\S)/i;
/** Words after a class that say where it comes from: "CC per RMI", "HR (RCOI data)". */
const PROVENANCE =
  /[\s,;(–-]+(?:(?:as\s+)?(?:per|by|from|in|according to)\s+)?(?:the\s+)?(?:rmi|rcoi|rmap|cfsi)\b(?:\W+(?:rmi|rcoi|rmap|cfsi|data|list|class|classification|report))*\W*$/i;
const BETWEEN_SPELLINGS = /[()[\]（）:：=–—/]|\s-\s/;

/**
 * The class that a text consists of; with `labels`, also one with words beside it that say what it is or where it comes
 * from, or in two spellings ("CC (covered country)").
 */
export function readOriginClass(text: string, labels?: "with labels"): OriginClass | undefined {
  const whole = BY_WORDS.get(foldWords(text));
  if (whole !== undefined || labels === undefined || text.length > LONGEST_CLASS) return whole;
  const stated = text.replace(PROVENANCE, "");
  const bare = stated.replace(LABEL, "");
  const [first, ...more] = bare
    .split(BETWEEN_SPELLINGS)
    .flatMap((part) => (foldWords(part) === "" ? [] : [readOriginClass(part)]));
  const twice = more.every((other) => other === first) ? first : undefined;
  return readOriginClass(stated) ?? readOriginClass(bare) ?? twice;
}

/** Longer texts are remarks. */
const LONGEST_CLASS = 100;

/**
 * Abbreviations of classes that are also country codes: Croatia, Liberia, Serbia. CC is also the code of the Cocos
 * Islands, which have no mines, so it is never read as a country.
 */
export const CLASS_OR_COUNTRY: ReadonlySet<string> = new Set(["HR", "LR", "RS"]);
