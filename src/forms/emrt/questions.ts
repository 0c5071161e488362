// The questions of the EMRT, whatever their numbers and wording in an edition.
import type { Practice, Question } from "../form.ts";

/**
 * Asked once per mineral, in the order of the newest edition; the last one has a letter among the company questions.
 */
export const QUESTIONS = [
  { key: "intentionallyAdded", topic: "intentionally added", probe: /intentional/i, better: null },
  {
    key: "necessaryInProduct",
    topic: "necessary to or remaining in the product",
    probe: /remain/i,
    better: null,
  },
  {
    key: "cahra",
    topic: "sourced from conflict-affected and high-risk areas",
    place: "a conflict-affected or high-risk area",
    probe: /high-risk/i,
    better: "no",
  },
  { key: "recycledOrScrap", topic: "recycled or scrap sources", probe: /recycle/i, better: null },
  {
    key: "supplierResponseRate",
    topic: "share of suppliers that answered",
    probe: /percentage/i,
    better: "yes",
  },
  { key: "allSmeltersIdentified", topic: "all smelters identified", probe: /identified/i, better: "yes" },
  {
    key: "allSmelterInfoReported",
    topic: "all smelter information reported",
    probe: /reported/i,
    better: "yes",
  },
  {
    key: "requireValidatedSmelters",
    topic: "suppliers required to use validated smelters",
    probe: /smelters? |processors? /i,
    better: "yes",
  },
] as const satisfies readonly Question[];
export type QuestionKey = (typeof QUESTIONS)[number]["key"];

/** Asked once per company. */
export const PRACTICES = [
  { key: "policyEstablished", topic: "sourcing policy established", probe: /policy/i, better: "yes" },
  { key: "policyPublic", topic: "policy publicly available", probe: /policy/i, better: "yes" },
  {
    key: "dueDiligenceImplemented",
    topic: "due diligence measures implemented",
    probe: /due diligence measures|implemented/i,
    better: "yes",
  },
  { key: "supplierSurvey", topic: "suppliers surveyed", probe: /survey/i, better: "yes" },
  { key: "reviewSupplierInfo", topic: "suppliers' information reviewed", probe: /review/i, better: "yes" },
  {
    key: "correctiveAction",
    topic: "corrective action part of the review",
    probe: /corrective/i,
    better: "yes",
  },
] as const satisfies readonly Practice[];
export type PracticeKey = (typeof PRACTICES)[number]["key"];
