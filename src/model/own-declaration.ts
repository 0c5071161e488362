// Our own declaration: a company's answer to its customers, made from its suppliers' responses.
import type { ResponseState } from "./campaign.ts";
import type { AnswerCode, CompanyField, MineralId, PracticeId, QuestionId, Scope } from "./vocabulary.ts";

/** What a supplier answered, or why nothing counts: no answer, not asked by its template, nothing usable received. */
export type VoteAnswer = AnswerCode | "notAnswered" | "notAsked" | "missing";

export interface Vote {
  answer: VoteAnswer;
  /** Names, sorted. */
  suppliers: string[];
}

export interface OwnAnswer {
  /** Null if the rule leaves the answer open. */
  value: AnswerCode | null;
  comment?: string;
  /** The rule that led to the value, as one sentence. */
  rule: string;
  /** The suppliers behind it, by their answer. */
  votes: Vote[];
  /** Set if a person replaced the rule's answer. */
  override?: { reason: string; instead: AnswerCode | null };
}

/** A row of a response's smelter list from which our row was made. */
export interface SmelterSource {
  supplier: string;
  file: string;
  /** Sheet row. */
  row: number;
}

export interface OwnSmelter {
  metal: MineralId;
  /** A matched facility, one described by its name, or the entry for smelters not yet identified. */
  kind: "matched" | "described" | "notIdentified";
  id?: string;
  /** Standard name of a matched facility, else the name as reported. */
  name?: string;
  /** ISO alpha-2. */
  country?: string;
  city?: string;
  state?: string;
  street?: string;
  mineNames?: string;
  mineCountries?: string;
  recycled?: "yes" | "no" | "unknown";
  sources: SmelterSource[];
}

/**
 * A mine from a supplier's mine list. How its smelter is named in our list depends on the template that is filled in.
 */
export interface OwnMine {
  metal: MineralId;
  /** The smelter on our list that it supplies. */
  smelter: Pick<OwnSmelter, "id" | "name" | "country">;
  name?: string;
  id?: string;
  idSource?: string;
  /** ISO alpha-2. */
  country?: string;
  street?: string;
  city?: string;
  state?: string;
  sources: SmelterSource[];
}

/** A mine that a supplier reported and our declaration omits. */
export interface MineLeftOut {
  metal: MineralId | null;
  name: string;
  reason: string;
  sources: SmelterSource[];
}

/** A smelter that a supplier reported and our declaration omits; once per metal and name. */
export interface LeftOut {
  metal: MineralId | null;
  name: string;
  id?: string;
  /** One sentence per reason. */
  reason: string;
  sources: SmelterSource[];
}

/** A response that counts for the period but is not part of our declaration, except for what it affirms. */
export interface NotCounted {
  supplier: string;
  file: string;
  state: ResponseState;
  errors: number;
  warnings: number;
  /** Where it answers Yes on use, necessity or origin, which our answers take into account. */
  affirms: { metal: MineralId; question: QuestionId }[];
}

export interface OwnProduct {
  number: string;
  name?: string;
  /** The requesting customer's number for it, in editions that have a column for it. */
  requesterNumber?: string;
  requesterName?: string;
  comments?: string;
}

export interface OwnDeclaration {
  schema: 1;
  period: number | null;
  /** Scope of the declaration: company, product or userDefined. */
  scope: Scope;
  company: Partial<Record<CompanyField, string>>;
  /** Metals that the declaration is about; the others are left open. */
  metals: MineralId[];
  answers: Partial<Record<MineralId, Partial<Record<QuestionId, OwnAnswer>>>>;
  policies: Partial<Record<PracticeId, { value: AnswerCode; comment?: string }>>;
  smelters: OwnSmelter[];
  leftOut: LeftOut[];
  /** The mines of our smelters, and those omitted; absent if the template has no mine list. */
  mines?: OwnMine[];
  minesLeftOut?: MineLeftOut[];
  notCounted: NotCounted[];
  products: OwnProduct[];
  /** Names of the suppliers whose responses are included, and of those that owe one, sorted. */
  suppliers: { counted: string[]; missing: string[]; surveyed: number | null };
  /** What is unknown and was left open. */
  open: string[];
}
