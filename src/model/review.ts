// What the page of `cmrt review` is told and what it may ask for. The page knows these shapes alone.
import { z } from "zod";
import type { ResponseState } from "./campaign.ts";
import type { Severity } from "./finding.ts";

/** What waits for a person, in the order of the page. */
export const REVIEW_QUEUES = ["smelters", "findings", "identities", "files", "outcomes"] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** What the page says above every view. */
export interface ReviewHead {
  issuer: string | null;
  period: number;
  /** Abbreviations of the templates that are looked at, where they are several; else empty. */
  templates: readonly string[];
  /** Who decides, as the files will say. */
  by: string;
  /** The day that the files will say, ISO. */
  day: string;
  /** What is open in each queue. */
  open: Record<ReviewQueue, number>;
  /** Decisions of this run that can be undone, the last one first in words; null where there is none. */
  undo: string | null;
  /** What is to be said of the files that people keep: lines that do not apply, columns that are not used. */
  notices: readonly string[];
  /** Names of files that another process changed, where everything was therefore loaded again for this answer. */
  changed: readonly string[];
}

/** What is shown of one of several templates. */
export interface OfTemplate {
  /** Its abbreviation; absent where only one is looked at. */
  template?: string;
}

/** One row of a response that reports a smelter, as typed. */
export interface ReportedRow {
  supplier: string;
  /** Id of the response. */
  response: string;
  file: string;
  at: string;
  /** What the row says, by column. */
  texts: readonly (readonly [column: string, text: string])[];
}

export interface SmelterCandidate {
  /** Empty where the list gives the facility no ID: then it cannot be chosen. */
  id: string;
  standardName: string;
  /** Country and, where the list says it, city. */
  place: string;
  /** Other names that lists know it by. */
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
  /** Suppliers beside those named. */
  moreSuppliers: number;
  rows: number;
  /** How matching ended, and what contradicts it. */
  evidence: string;
  doubts: readonly string[];
  reported: readonly ReportedRow[];
  candidates: readonly SmelterCandidate[];
}

/** A finding, or several that one line of the file accepts. */
export interface FindingItem extends OfTemplate {
  key: string;
  rule: string;
  title: string;
  why: string;
  ask: string;
  severity: Severity;
  /** The kind of warning sign that it is; null where it is none. */
  sign: string | null;
  supplier: string;
  cell: string | null;
  places: readonly { file: string | null; response: string | null; message: string }[];
}

export interface IdentityItem extends OfTemplate {
  key: string;
  /** The company that the workbook names, and the supplier that it may be. */
  declared: string;
  supplier: string;
  message: string;
  /** What follows where it is confirmed. */
  follows: string;
  file: string | null;
  response: string | null;
  cell: string | null;
}

export interface FileItem extends OfTemplate {
  key: string;
  file: string;
  /** Id of the response; null where none could be read from the file. */
  response: string | null;
  /** Why it is with no supplier of the roster. */
  why: string;
  /** Suppliers of the roster that it may be of, likeliest first. */
  likely: readonly SupplierName[];
}

export interface SupplierName {
  key: string;
  name: string;
}

export interface OutcomeItem extends OfTemplate {
  key: string;
  metal: string;
  /** The outcome that the responses indicate, and why. */
  proposed: string;
  why: readonly string[];
  signs: readonly { title: string; open: number; accepted: number }[];
  /** The words of the inquiry for outcomes. */
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
  /** How many meet the filter. */
  total: number;
  /** Of findings: how many there are of each rule, most first. */
  rules?: readonly { rule: string; title: string; open: number }[];
  /** Of files: whom they can be attached to; null where the roster is not text that can be added to. */
  suppliers?: readonly SupplierName[] | null;
}

/** A response in the list of them. */
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
  /** Null where no value was read of it, whatever it holds: a finding is about it. */
  text: string | null;
  /** Places of its findings in the list of them. */
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
  /** Letters of the columns that hold something, in their order, each with what it holds where that is known. */
  columns: readonly { letter: string; title: string }[];
  rows: readonly SheetRow[];
  /** Rows without findings that are left out. */
  more: number;
}

/** A response as its workbook has it, the cells in question marked. */
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

/** A supplier to whom a letter would go today, and what it asks in a few words. */
export interface LetterLine extends OfTemplate {
  supplier: string;
  asks: string;
}

/** A letter as it would go out today. */
export interface LetterPage extends OfTemplate {
  head: ReviewHead;
  supplier: string;
  subject: string;
  language: string;
  text: string;
}

/** What a decision came to. */
export interface Decided {
  /** What was written, in words. */
  done: string;
  /** The queue and key of what was decided or, of what was undone, is open again. */
  queue: ReviewQueue;
  key: string;
  head: ReviewHead;
}

/** Why nothing was written. `reload`: the page shows an outdated state. */
export interface Refused {
  error: string;
  reload: boolean;
}

/** Texts of a person on one line: what files of tables hold in a cell. */
const LONGEST_REASON = 2000;
const line = z
  .string()
  .trim()
  .max(LONGEST_REASON)
  .regex(/^\P{Cc}*$/u, "expected text on one line");
const filled = line.min(1, "expected a text");
const key = z.string().min(1).max(200);

/** What the page may ask to be written, by the last part of the address. */
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
