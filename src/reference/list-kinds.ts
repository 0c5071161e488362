// What kind of list a table is, by its columns and by what its title says. A table becomes a look-up list only where it has
// what such lists alone have: names that resolve to a facility.
import { FAMILIES } from "../forms/families.ts";
import type { ListWords } from "../forms/form.ts";
import { fold } from "../lib/text.ts";
import type { ListKind } from "../model/reference.ts";
import { type Header, isAreaHeader, type ListColumn } from "./list-headers.ts";

type RecognisedList = ListWords["recognised"][number];

/** The lists that are recognised by a title of folded words. */
const RECOGNISED: readonly { words: string; list: RecognisedList }[] = FAMILIES.flatMap(({ listWords }) =>
  (listWords?.recognised ?? []).flatMap((list) =>
    list.titles.map((title) => ({ words: ` ${fold(title)} `, list })),
  ),
);

/** What a title says beside the columns. */
export interface TitleFacts {
  /** The list is that of another programme. */
  recognised?: RecognisedList;
  /** The status word that the title has as a word of its own: "RMAP Conformant Smelters", not "non-conformant". */
  status?: string;
}

/** Reads titles: rows above the header, the sheet's name, the file's, the list's. */
export function readTitles(titles: readonly string[]): TitleFacts {
  for (const title of titles) {
    const folded = fold(title);
    const word = /(?<!\b(?:non|not) )\b(conformant|compliant|active)\b/.exec(folded)?.[1];
    // Of "conformant and active smelters" neither word is the status of every row.
    const several = /\bconformant\b|\bcompliant\b/.test(folded) && /\bactive\b/.test(folded);
    const recognised = RECOGNISED.find(({ words }) => ` ${folded} `.includes(words))?.list;
    if (word !== undefined && !several) return { status: `${word[0]?.toUpperCase()}${word.slice(1)}` };
    if (recognised) return { recognised };
  }
  return {};
}

/** What kind of list a header speaks of; undefined where it could be of several kinds, or of none. */
export function kindOf({ columns, schemes }: Header, title: TitleFacts): ListKind | undefined {
  const has = (...any: ListColumn[]) => any.some((column) => columns.includes(column));
  const facility = has("id", "standardName", "lookupName");
  if (has("successor") || (has("basis") && facility)) return "revision";
  if (has("originCountry") || (facility && has("level") && has("country") && !has("status", "auditDate")))
    return "origin";
  if (has("ownName")) return "alias";
  const audited = has("status", "scheme", "auditDate", "auditCycle", "auditDue", "reassessing");
  if (audited || schemes.some((scheme) => scheme !== undefined)) return "status";
  if (has("crossRecognition", "operational", "supplyChainLevel")) return "status";
  if (has("program") && has("standardName")) return "sanctions";
  if (!facility && isAreaHeader(columns)) return "area";
  if (has("id") && has("aliases", "lookupName") && !has("metal")) return "alias";
  if (has("metal") && has("standardName") && has("lookupName", "aliases")) return "look-up";
  return facility && (title.recognised || title.status) ? "status" : undefined;
}
