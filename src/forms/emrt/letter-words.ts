// Names of the EMRT's minerals and questions in letters, by language.
import type { LetterLanguage } from "../../model/vocabulary.ts";
import { LETTER_WORDS as OF_CMRT } from "../cmrt/letter-words.ts";
import type { LetterWords } from "../form.ts";
import type { EmrtMineral } from "./minerals.ts";

/**
 * Questions that CMRT and EMRT have in common have the same names; one of the EMRT's is a company question in the CMRT.
 */
function withMinerals<M extends string>(
  language: LetterLanguage,
  metal: Record<M, string>,
): LetterWords<M, string, string> {
  const { question, policy } = OF_CMRT[language];
  const { requireValidatedSmelters } = policy;
  return { metal, question: { ...question, requireValidatedSmelters }, policy };
}

const MINERALS: Record<LetterLanguage, Record<EmrtMineral, string>> = {
  en: {
    cobalt: "cobalt",
    copper: "copper",
    graphite: "graphite",
    lithium: "lithium",
    mica: "mica",
    nickel: "nickel",
  },
  ja: {
    cobalt: "コバルト",
    copper: "銅",
    graphite: "黒鉛",
    lithium: "リチウム",
    mica: "マイカ",
    nickel: "ニッケル",
  },
  de: {
    cobalt: "Kobalt",
    copper: "Kupfer",
    graphite: "Graphit",
    lithium: "Lithium",
    mica: "Glimmer",
    nickel: "Nickel",
  },
  // With the article, like those of the CMRT.
  fr: {
    cobalt: "le cobalt",
    copper: "le cuivre",
    graphite: "le graphite",
    lithium: "le lithium",
    mica: "le mica",
    nickel: "le nickel",
  },
  es: {
    cobalt: "el cobalto",
    copper: "el cobre",
    graphite: "el grafito",
    lithium: "el litio",
    mica: "la mica",
    nickel: "el níquel",
  },
  pt: {
    cobalt: "o cobalto",
    copper: "o cobre",
    graphite: "a grafita",
    lithium: "o lítio",
    mica: "a mica",
    nickel: "o níquel",
  },
  it: {
    cobalt: "il cobalto",
    copper: "il rame",
    graphite: "la grafite",
    lithium: "il litio",
    mica: "la mica",
    nickel: "il nichel",
  },
  tr: {
    cobalt: "kobalt",
    copper: "bakır",
    graphite: "grafit",
    lithium: "lityum",
    mica: "mika",
    nickel: "nikel",
  },
  ko: {
    cobalt: "코발트",
    copper: "구리",
    graphite: "흑연",
    lithium: "리튬",
    mica: "운모",
    nickel: "니켈",
  },
  zh: { cobalt: "钴", copper: "铜", graphite: "石墨", lithium: "锂", mica: "云母", nickel: "镍" },
};

export const LETTER_WORDS: Record<LetterLanguage, LetterWords> = {
  en: withMinerals("en", MINERALS.en),
  ja: withMinerals("ja", MINERALS.ja),
  zh: withMinerals("zh", MINERALS.zh),
  de: withMinerals("de", MINERALS.de),
  fr: withMinerals("fr", MINERALS.fr),
  es: withMinerals("es", MINERALS.es),
  pt: withMinerals("pt", MINERALS.pt),
  it: withMinerals("it", MINERALS.it),
  tr: withMinerals("tr", MINERALS.tr),
  ko: withMinerals("ko", MINERALS.ko),
};
