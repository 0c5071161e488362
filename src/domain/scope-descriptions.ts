// Whether two descriptions of a declaration's scope mean the same in different words.
import { words } from "../lib/text.ts";

/** Words whose presence or absence makes no difference. */
const FILLING = new Set(
  "a an all any and or the of our we us for from by to in on with including incl etc every each only ltd co company product products part parts item items series line lines range family made manufactured supplied delivered sold".split(
    " ",
  ),
);

/** Such words in the templates' other languages that use Latin letters, and legal forms in names of customers. */
const FILLING_ELSEWHERE = new Set(
  "alle aller alles der die das des dem den von vom zum zur fur mit sowie aus im produkte produkt teile artikel gefertigt geliefert hergestellt tous toutes tout toute les la le de du et pour par avec aux au produits produit pieces fabriques livres todos todas los las del y para con productos producto piezas suministrados tutti tutte gli i il della dello dei delle per prodotti prodotto forniti os as do da dos das e com produtos produto fornecidos tum urunler urun ve icin corp corporation inc incorporated limited gmbh ag llc plc sa srl spa bv nv kk".split(
    " ",
  ),
);

/** Words of which one stands for the other in such descriptions. */
const SAME_MEANING: ReadonlyMap<string, string> = new Map(
  [
    "unit division bu department segment sector sparte geschaftsbereich bereich",
    "plant factory site work facility location fabrik werk standort usine planta stabilimento fabrica tesis",
    "connector stecker connecteur conector connettore",
    "cable kabel cavo cabo",
  ].flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return others.map((word): [string, string] => [word, first]);
  }),
);

/** Words of Chinese, Japanese and Korean that make no difference, and those of them that say "all". */
const FILLING_CJK =
  /全部|所有|全般|全て|すべて|一切|各种|各種|全|的|の|产品|產品|製品|商品|모든|전체|전|제품|및/gu;
const IS_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** What says that a description covers everything. */
const EVERYTHING =
  /\b(?:all|every|whole|entire|complete|company[- ]?wide|alle|gesamte\w*|tous|toutes|toute|todos|todas|tutti|tutte|tum)\b|全|所有|すべて|모든|전체/iu;
/** Words for a company beside which nothing else narrows a description. */
const COMPANY = new Set([
  "company",
  "companie",
  "enterprise",
  "business",
  "firma",
  "unternehmen",
  "entreprise",
  "empresa",
]);

/** Descriptions with at least this share of common words (Jaccard index) mean the same. */
const ALIKE = 0.75;

/**
 * Whether two descriptions differ only in wording: word order, plurals, filler words, one word among several.
 * A number or a single letter that only one of them has ("Series A", "plant 2") makes them different. Two
 * descriptions of filler words alone are the same only if both say that they cover everything.
 */
export function describesTheSame(one: string, other: string): boolean {
  const [a, b] = [contentOf(one), contentOf(other)];
  if (a.size === 0 && b.size === 0) return EVERYTHING.test(one) && EVERYTHING.test(other);
  if (a.size === 0 || b.size === 0) return false;
  const differing = [...a, ...b].filter((word) => !(a.has(word) && b.has(word)));
  if (differing.some((word) => word.length === 1 || /\d/.test(word))) return false;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common) >= ALIKE;
}

function contentOf(text: string): Set<string> {
  const all = words(
    IS_CJK.test(text)
      ? text.replace(FILLING_CJK, " ")
      : text.replace(/\bbusiness unit/gi, "unit").replace(/\b[ld]['’]/gi, " "),
  );
  const own = all
    .filter((word) => !FILLING.has(word) || (word.length === 1 && word !== "a"))
    .filter((word) => word.length === 1 || !FILLING_ELSEWHERE.has(word))
    .map(singular)
    .map((word) => SAME_MEANING.get(word) ?? word);
  return new Set(own.filter((word) => !EVERYTHING.test(word) && !COMPANY.has(word)));
}

function singular(word: string): string {
  if (word.length <= 3) return word;
  return word.replace(/ies$/, "y").replace(/(?<!s)s$/, "");
}
