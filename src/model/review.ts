// What the page of `cmrt review` receives and what it may send. The page knows nothing beyond these shapes.
import { z } from "zod";
import type { ResponseState } from "./campaign.ts";
import type { Severity } from "./finding.ts";

/** The queues of open decisions, in page order. */
export const REVIEW_QUEUES = ["smelters", "findings", "identities", "files", "outcomes"] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** The header of every view. */
export interface ReviewHead {
  issuer: string | null;
  period: number;
  /** Abbreviations of the templates under review if there are several; otherwise empty. */
  templates: readonly string[];
  /** Who decides, as written to the files. */
  by: string;
  /** The day (ISO) written to the files. */
  day: string;
  /** Number of open entries per queue. */
  open: Record<ReviewQueue, number>;
  /** The last decision of this run that can be undone, in words; null if there is none. */
  undo: string | null;
  /** Notices about people's files: ignored lines, unused columns. */
  notices: readonly string[];
  /** Names of files that another process changed, which caused everything to be loaded again for this answer. */
  changed: readonly string[];
}

/** Names the template, if there are several. */
export interface OfTemplate {
  /** Its abbreviation; absent if there is only one. */
  template?: string;
}

/** A row of a response that reports a smelter, as typed. */
export interface ReportedRow {
  supplier: string;
  /** Id of the response. */
  response: string;
  file: string;
  at: string;
  /** The row's texts by column. */
  texts: readonly (readonly [column: string, text: string])[];
}

export interface SmelterCandidate {
  /** Empty if the list has no ID for the facility, which then cannot be chosen. */
  id: string;
  standardName: string;
  /** Country and, if the list has it, city. */
  place: string;
  /** Other names on lists. */
  otherNames: readonly string[];
  status: string;
  score: number;
  /** Evidence for it. */
  evidence: string;
}

export interface SmelterItem extends OfTemplate {
  key: string;
  metal: string;
  name: string;
  country: string | null;
  id: string | null;
  suppliers: readonly string[];
  /** Number of suppliers not named. */
  moreSuppliers: number;
  rows: number;
  /** The result of matching, and what contradicts it. */
  evidence: string;
  doubts: readonly string[];
  reported: readonly ReportedRow[];
  candidates: readonly SmelterCandidate[];
}

/** A finding, or several that a single line of the file accepts. */
export interface FindingItem extends OfTemplate {
  key: string;
  rule: string;
  title: string;
  why: string;
  ask: string;
  severity: Severity;
  /** The kind of warning sign; null if it is not one. */
  sign: string | null;
  supplier: string;
  cell: string | null;
  places: readonly { file: string | null; response: string | null; message: string }[];
}

export interface IdentityItem extends OfTemplate {
  key: string;
  /** The company named in the workbook, and the supplier that it may be. */
  declared: string;
  supplier: string;
  message: string;
  /** The consequence of confirming it. */
  follows: string;
  file: string | null;
  response: string | null;
  cell: string | null;
}

export interface FileItem extends OfTemplate {
  key: string;
  file: string;
  /** Id of the response; null if the file yielded none. */
  response: string | null;
  /** Why it is not attributed to a supplier on the roster. */
  why: string;
  /** Suppliers on the roster that may have sent it, most likely first. */
  likely: readonly SupplierName[];
}

export interface SupplierName {
  key: string;
  name: string;
}

export interface OutcomeItem extends OfTemplate {
  key: string;
  metal: string;
  /** The outcome indicated by the responses, and why. */
  proposed: string;
  why: readonly string[];
  signs: readonly { title: string; open: number; accepted: number }[];
  /** The inquiry's wording for outcomes. */
  words: readonly string[];
}

export interface ReviewItems {
  smelters: SmelterItem;
  findings: FindingItem;
  identities: IdentityItem;
  files: FileItem;
  outcomes: OutcomeItem;
}

/** The next items of a queue. */
export interface QueuePage<Queue extends ReviewQueue = ReviewQueue> {
  head: ReviewHead;
  queue: Queue;
  items: readonly ReviewItems[Queue][];
  /** Number of items that match the filter. */
  total: number;
  /** For findings: the number per rule, most first. */
  rules?: readonly { rule: string; title: string; open: number }[];
  /**
   * For files: the suppliers that they can be assigned to; null if the roster is not a text file that can be edited.
   */
  suppliers?: readonly SupplierName[] | null;
}

/** A response in the list of responses. */
export interface ResponseLine extends OfTemplate {
  id: string;
  supplier: string;
  file: string;
  state: ResponseState;
  errors: number;
  warnings: number;
}

export interface SheetCell {
  column: string;
  /** Null if no value was read from the cell but a finding is about it. */
  text: string | null;
  /** Indexes of its findings. */
  findings: readonly number[];
}

export interface SheetRow {
  row: number;
  /** What the row asks for; empty in lists. */
  label: string;
  cells: readonly SheetCell[];
}

export interface Sheet {
  name: string;
  /** The columns with content in order: letter, and title if known. */
  columns: readonly { letter: string; title: string }[];
  rows: readonly SheetRow[];
  /** Number of omitted rows without findings. */
  more: number;
}

/** A response laid out like its workbook, with the cells in question marked. */
export interface ResponseSheet {
  head: ReviewHead;
  id: string;
  supplier: string;
  file: string;
  state: ResponseState;
  reason: string;
  template: string;
  sheets: readonly Sheet[];
  findings: readonly {
    rule: string;
    severity: Severity;
    message: string;
    cell: string | null;
    accepted: string | null;
  }[];
}

/** A supplier that would receive a letter today, and what it asks in a few words. */
export interface LetterLine extends OfTemplate {
  supplier: string;
  asks: string;
}

/** A letter as it would be sent today. */
export interface LetterPage extends OfTemplate {
  head: ReviewHead;
  supplier: string;
  subject: string;
  language: string;
  text: string;
}

/** The result of a decision. */
export interface Decided {
  /** What was written, in words. */
  done: string;
  /** The queue and key of the decided entry, or of the entry that is open again after undoing. */
  queue: ReviewQueue;
  key: string;
  head: ReviewHead;
}

/** Why nothing was written. `reload`: the page shows an outdated state. */
export interface Refused {
  error: string;
  reload: boolean;
}

/** A text typed by a person, limited to one line, as it goes into a table cell. */
const LONGEST_REASON = 2000;
const line = z
  .string()
  .trim()
  .max(LONGEST_REASON)
  .regex(/^\P{Cc}*$/u, "expected text on one line");
const filled = line.min(1, "expected a text");
const key = z.string().min(1).max(200);

/** Requests that write, by the last part of the address. */
export const reviewRequests = {
  smelter: z.strictObject({
    key,
    /** ID of the facility; null: not a smelter. */
    id: z.string().trim().min(1).max(40).nullable(),
    reason: line,
  }),
  finding: z.strictObject({ key, reason: filled }),
  identity: z.strictObject({ key, reason: filled }),
  file: z.strictObject({ key, supplier: z.string().min(1).max(4000) }),
  outcome: z.strictObject({ key, determination: filled, reason: filled }),
  undo: z.strictObject({}),
  refresh: z.strictObject({}),
} as const;

export type ReviewRequests = {
  [Name in keyof typeof reviewRequests]: z.infer<(typeof reviewRequests)[Name]>;
};
