// Our own declaration: what a company answers its customers, made from its suppliers' responses.
import type { ResponseState } from "./campaign.ts";
import type { AnswerCode, CompanyField, MineralId, PracticeId, QuestionId, Scope } from "./vocabulary.ts";

/** What a supplier said, or why nothing of it counts: no answer, not asked by its template, nothing usable received. */
export type VoteAnswer = AnswerCode | "notAnswered" | "notAsked" | "missing";

export interface Vote {
  answer: VoteAnswer;
  /** Names, sorted. */
  suppliers: string[];
}

export interface OwnAnswer {
  /** Null where the rule leaves the answer open. */
  value: AnswerCode | null;
  comment?: string;
  /** The rule that led to the value, one sentence. */
  rule: string;
  /** The suppliers behind it, by their answer. */
  votes: Vote[];
  /** A person put this answer in place of the rule's. */
  override?: { reason: string; instead: AnswerCode | null };
}

/** A smelter row of a response that our row came from. */
export interface SmelterSource {
  supplier: string;
  file: string;
  /** Sheet row. */
  row: number;
}

export interface OwnSmelter {
  metal: MineralId;
  /** A facility matched for certain, one described by its name, or the mark that smelters are still unknown. */
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

/** A mine of a supplier's mine list. What its smelter is called in our list follows from the template that is filled. */
export interface OwnMine {
  metal: MineralId;
  /** The smelter of our list that sources from it. */
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

/** A mine that a supplier reported and our declaration leaves out. */
export interface MineLeftOut {
  metal: MineralId | null;
  name: string;
  reason: string;
  sources: SmelterSource[];
}

/** A smelter that a supplier reported and our declaration leaves out; each once per metal and name. */
export interface LeftOut {
  metal: MineralId | null;
  name: string;
  id?: string;
  /** Sentences, where it was left out for several reasons. */
  reason: string;
  sources: SmelterSource[];
}

/** A response that stands for the period and is not part of our declaration, except for what it affirms. */
export interface NotCounted {
  supplier: string;
  file: string;
  state: ResponseState;
  errors: number;
  warnings: number;
  /** Where it says Yes on use, necessity or origin: heard in our answers all the same. */
  affirms: { metal: MineralId; question: QuestionId }[];
}

export interface OwnProduct {
  number: string;
  name?: string;
  /** What the customer who asks calls it; in the editions that have room for it. */
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
  /** Metals that the declaration speaks of; the others are left open. */
  metals: MineralId[];
  answers: Partial<Record<MineralId, Partial<Record<QuestionId, OwnAnswer>>>>;
  policies: Partial<Record<PracticeId, { value: AnswerCode; comment?: string }>>;
  smelters: OwnSmelter[];
  leftOut: LeftOut[];
  /** The mines of our smelters, and those left out; absent where the template has no list of them. */
  mines?: OwnMine[];
  minesLeftOut?: MineLeftOut[];
  notCounted: NotCounted[];
  products: OwnProduct[];
  /** Suppliers whose responses are in it, and those that owe one; names, sorted. */
  suppliers: { counted: string[]; missing: string[]; surveyed: number | null };
  /** What is not known and was left open. */
  open: string[];
}
