// A reference list: what some list said of facilities on some day.
import { z } from "zod";

/** Status words of lists, mapped by exact words; "other" keeps its word in the entry. */
export const STATUS_CLASSES = ["conformant", "active", "other"] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

/**
 * What a list is good for. look-up: names and facilities to match with. status: what programmes say of facilities.
 * origin: countries that facilities source from. revision: IDs that were merged, renamed or removed. watch: facilities a
 * company looks out for. sanctions: companies under sanctions. area: conflict-affected and high-risk countries and regions.
 * alias: a company's own names for facilities.
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
  /** A mineral of a family that can be read; on lists of other templates its name in lower case. */
  metal: z.string(),
  /** CID, or a legacy ID on a 2.x list; absent on lists without IDs. */
  id: z.string().exactOptional(),
  standardName: z.string(),
  /** Names that the list resolves to this facility, the standard name among them where the list says so. */
  lookupNames: z.array(z.string()),
  /** ISO 3166-1 alpha-2 of the facility's location, and the list's own text where it is no known country. */
  country: z.string().exactOptional(),
  countryText: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  idSource: z.string().exactOptional(),
  /** Words of the list on the facility's status, as they stand there. */
  status: z.string().exactOptional(),
  statusClass: z.enum(STATUS_CLASSES).exactOptional(),
  /** The last assessment as the list gives it: an ISO day where its text has one reading. */
  auditDate: z.string().exactOptional(),
  auditCycle: z.string().exactOptional(),
  /** The day on which the list says that the next assessment is due, or the current one ends. */
  auditDue: z.string().exactOptional(),
  /** Whose assessment it is, in the list's words, and programmes that recognise it or that it recognises. */
  scheme: z.string().exactOptional(),
  crossRecognition: z.string().exactOptional(),
  /** The list says that a new assessment is under way. */
  reassessing: z.boolean().exactOptional(),
  /** Whether the facility operates, and its place in the chain ("Pinch Point"), in the list's words. */
  operational: z.string().exactOptional(),
  supplyChainLevel: z.string().exactOptional(),
  /** On sanctions lists: countries of an entry in ISO codes, where it has several. */
  countries: z.array(z.string()).exactOptional(),
  /** Further columns of the list, by their header. */
  more: z.record(z.string(), z.string()).exactOptional(),
  /** Where the entry stands in its source: "Smelter Look-up!A5" or "line 7". */
  at: z.string(),
});
export type ReferenceEntry = z.infer<typeof referenceEntry>;

export const referenceListSchema = z.object({
  schema: z.literal(1),
  /** Name by which the user and the reports call the list. */
  name: z.string(),
  kind: z.enum(LIST_KINDS),
  /** The day of the list (ISO); null where nobody said. */
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
