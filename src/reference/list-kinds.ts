// Determines the kind of a list from its columns and title. A table becomes a look-up list only if it has what only
// such lists have: names that resolve to a facility.
import { FAMILIES } from "../forms/families.ts";
import type { ListWords } from "../forms/form.ts";
import { fold } from "../lib/text.ts";
import type { ListKind } from "../model/reference.ts";
import { type Header, isAreaHeader, type ListColumn } from "./list-headers.ts";

type RecognisedList = ListWords["recognised"][number];

/** Lists recognised by a title in folded words. */
const RECOGNISED: readonly { words: string; list: RecognisedList }[] = FAMILIES.flatMap(({ listWords }) =>
  (listWords?.recognised ?? []).flatMap((list) =>
    list.titles.map((title) => ({ words: ` ${fold(title)} `, list })),
  ),
);

/** What a title says in addition to the columns. */
export interface TitleFacts {
  /** The list is that of another programme. */
  recognised?: RecognisedList;
  /** The status in the title, as a separate word: "RMAP Conformant Smelters", not "non-conformant". */
  status?: string;
}

/** Reads titles: rows above the header, and the names of sheet, file and list. */
export function readTitles(titles: readonly string[]): TitleFacts {
  for (const title of titles) {
    const folded = fold(title);
    const word = /(?<!\b(?:non|not) )\b(conformant|compliant|active)\b/.exec(folded)?.[1];
    // In "conformant and active smelters" neither word is the status of all rows.
    const several = /\bconformant\b|\bcompliant\b/.test(folded) && /\bactive\b/.test(folded);
    const recognised = RECOGNISED.find(({ words }) => ` ${folded} `.includes(words))?.list;
    if (word !== undefined && !several) return { status: `${word[0]?.toUpperCase()}${word.slice(1)}` };
    if (recognised) return { recognised };
  }
  return {};
}

/** The kind of list indicated by a header; undefined if several kinds are possible, or none. */
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
