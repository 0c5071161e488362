// A reference list: what a list said about facilities on some day.
import { z } from "zod";

/** Classes of status, assigned by exact words; for "other" the entry keeps the list's word. */
export const STATUS_CLASSES = ["conformant", "active", "other"] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

/**
 * What a list is used for. look-up: names and facilities for matching. status: the results of assessment programmes.
 * origin: countries that facilities source from. revision: IDs that were merged, renamed or removed. watch: facilities
 * that a company wants to know about. sanctions: sanctioned companies. area: conflict-affected and high-risk countries
 * and regions. alias: a company's own names for facilities.
 */
export const LIST_KINDS = [
  "look-up",
  "status",
  "origin",
  "revision",
  "watch",
  "alias",
  "sanctions",
  "area",
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

const referenceEntry = z.object({
  /** A mineral of a supported family; on lists of other templates its name in lower case. */
  metal: z.string(),
  /** CID, or a legacy ID on a 2.x list; absent on lists without IDs. */
  id: z.string().exactOptional(),
  standardName: z.string(),
  /** Names that the list maps to this facility, including the standard name if the list says so. */
  lookupNames: z.array(z.string()),
  /** ISO 3166-1 alpha-2 of the facility's location, and the list's own text if that is not a known country. */
  country: z.string().exactOptional(),
  countryText: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  idSource: z.string().exactOptional(),
  /** The list's words for the facility's status, unchanged. */
  status: z.string().exactOptional(),
  statusClass: z.enum(STATUS_CLASSES).exactOptional(),
  /** The last assessment as given by the list: an ISO day if its text is unambiguous. */
  auditDate: z.string().exactOptional(),
  auditCycle: z.string().exactOptional(),
  /** The day on which, according to the list, the next assessment is due or the current one ends. */
  auditDue: z.string().exactOptional(),
  /** Whose assessment it is, in the list's words, and programmes that recognise it or that it recognises. */
  scheme: z.string().exactOptional(),
  crossRecognition: z.string().exactOptional(),
  /** The list says that a new assessment is under way. */
  reassessing: z.boolean().exactOptional(),
  /** Whether the facility operates, and its place in the chain ("Pinch Point"), in the list's words. */
  operational: z.string().exactOptional(),
  supplyChainLevel: z.string().exactOptional(),
  /** On sanctions lists: an entry's countries in ISO codes, if it has several. */
  countries: z.array(z.string()).exactOptional(),
  /** Further columns of the list, by header. */
  more: z.record(z.string(), z.string()).exactOptional(),
  /** The entry's place in its source: "Smelter Look-up!A5" or "line 7". */
  at: z.string(),
});
export type ReferenceEntry = z.infer<typeof referenceEntry>;

export const referenceListSchema = z.object({
  schema: z.literal(1),
  /** Name of the list for users and in reports. */
  name: z.string(),
  kind: z.enum(LIST_KINDS),
  /** The date of the list (ISO); null if unknown. */
  asOf: z.string().nullable(),
  source: z.object({
    file: z.string(),
    sheet: z.string().exactOptional(),
    templateVersion: z.string().exactOptional(),
    sha256: z.string(),
    rows: z.int(),
  }),
  entries: z.array(referenceEntry),
});
export type ReferenceList = z.infer<typeof referenceListSchema>;
