// The headers of lists as publishers and people spell them.
import { fold, withoutBrackets } from "../lib/text.ts";

/** What a column of a list means. */
export const LIST_COLUMNS = [
  "metal",
  "id",
  "standardName",
  "lookupName",
  "aliases",
  "country",
  "originCountry",
  "city",
  "state",
  "idSource",
  "status",
  "auditDate",
  "auditCycle",
  "level",
  "basis",
  "date",
  "successor",
  "reason",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Spellings by meaning; case, punctuation and what stands in brackets do not count. */
const SPELLINGS: Record<ListColumn, string> = {
  metal: "metal|metals|mineral|commodity|material|metal type|metall|métal|metal name",
  id: "id|cid|smelter id|smelter identification|smelter id number|smelter identification number|facility id|rmi id|rmi smelter id|cfsi id|cfsi smelter id|smelter cid|cid number|smelter number|refiner id|smelter or refiner id|smelter refiner id|smelter reference id",
  standardName:
    "standard smelter name|standard smelter names|standard name|smelter name|smelter|name|facility name|facility|company name|company|smelter or refiner name|smelter refiner name|smelter or refiner|refiner name|refinery name|name of smelter|name of smelter or refiner|official name|standard facility name|rmi standard smelter name|smelter facility name",
  lookupName:
    "smelter look up|look up name|lookup name|look up|smelter reference list|reported name|smelter look up name|common name|known as",
  aliases:
    "alias|aliases|known alias|known aliases|other names|also known as|former names|alternative names|synonyms|our name|own name|local name|name in local language|internal name",
  country:
    "country|country location|facility country|smelter country|smelter facility location country|location country|country of location|country of facility|location|smelter location|facility location|facility location country|land|pays|country name",
  originCountry:
    "country of origin|countries of origin|origin|origin country|mine country|source country|sourcing country|country of mine|mineral origin|location of mine|origin countries",
  city: "city|smelter city|smelter facility location city|city location|facility city|location city|town",
  state:
    "state province region|state province|state|province|region|smelter facility location state province|state region|state province location",
  idSource: "source of smelter identification number|id source|source of id|source|source of smelter id",
  status:
    "status|conformance status|rmap status|audit status|smelter status|assessment status|rmap conformance status|conformity status|facility status|rmi status|rmap audit status|cfsp status|validation status",
  auditDate:
    "last audit date|audit date|date of last audit|last assessment date|assessment date|latest audit date|audit completion date|date of audit",
  auditCycle: "audit cycle|cycle|assessment cycle|audit frequency|re audit cycle",
  level: "level|risk level|origin level|risk|country level|level of risk|rcoi level|category",
  basis: "basis|basis of revision|revision basis|change|type of change|revision|action|basis for change",
  date: "date|revision date|date of revision|effective date|change date|date of change",
  successor:
    "new id|successor|successor id|replaced by|new smelter id|merged into|superseded by|new cid|replacement id|current id",
  reason: "reason|remark|remarks|comment|comments|note|notes|listed by|authority|programme|program",
};

/** Column in which 2.x and 3.x lists give the ID that a newer one replaced: it is no ID to match with. */
const OLD_ID = new Set(["old smelter id", "old id", "former id", "legacy id", "previous id"].map(fold));

const BY_SPELLING = new Map<string, ListColumn>(
  LIST_COLUMNS.flatMap((column) =>
    SPELLINGS[column].split("|").map((spelling): [string, ListColumn] => [fold(spelling), column]),
  ),
);

/** What a header says; undefined for one that is not known. */
function meaningOf(header: string): ListColumn | undefined {
  const bare = fold(withoutBrackets(header).replace(/\*+/g, " "));
  if (OLD_ID.has(bare)) return undefined;
  return (
    BY_SPELLING.get(bare) ??
    BY_SPELLING.get(fold(header)) ??
    BY_SPELLING.get(bare.replace(/\bcfsi?\b|\brmi\b/g, "").trim())
  );
}

/** The meaning of each column of a header row; of two columns with one meaning the first has it. */
export type Header = readonly (ListColumn | undefined)[];

export function readHeader(cells: readonly string[]): Header {
  const taken = new Set<ListColumn>();
  return cells.map((cell) => {
    const meaning = meaningOf(cell);
    if (meaning === undefined || taken.has(meaning)) return undefined;
    taken.add(meaning);
    return meaning;
  });
}

/** Whether a row can be the header of a list: it names a facility by ID or name, and something else about it. */
export function isHeader(header: Header): boolean {
  const names = header.some(
    (column) => column === "id" || column === "standardName" || column === "lookupName",
  );
  return names && header.filter((column) => column !== undefined).length >= 2;
}
