// The questions of the CMRT, whatever their numbers and wording in an edition.
import type { Practice, Question } from "../form.ts";

/** Asked once per metal, in the order of the newest edition; the last one was only asked in 1.00 to 2.x. */
export const QUESTIONS = [
  { key: "intentionallyAdded", topic: "intentionally added", probe: /intentional/i, better: null },
  {
    key: "necessaryInProduct",
    topic: "necessary to or remaining in the product",
    probe: /necessary|remain/i,
    better: null,
  },
  {
    key: "coveredCountries",
    topic: "sourced from the covered countries",
    place: "the Democratic Republic of the Congo or an adjoining country",
    probe: /covered countries|DRC/i,
    better: "no",
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
    probe: /received|percentage/i,
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
    key: "smeltersOnCompliantList",
    topic: "all smelters on the compliant list",
    probe: /list|validated/i,
    better: "yes",
  },
] as const satisfies readonly Question[];
export type QuestionKey = (typeof QUESTIONS)[number]["key"];

/** Asked once per company; no edition asks all of them. */
export const PRACTICES = [
  { key: "policyEstablished", topic: "sourcing policy established", probe: /policy/i, better: "yes" },
  { key: "policyPublic", topic: "policy publicly available", probe: /website/i, better: "yes" },
  {
    key: "requireDrcConflictFree",
    topic: "suppliers required to be DRC conflict-free",
    reportTopic: "suppliers held to a sourcing requirement (question C of templates before 6.00)",
    probe: /conflict-free/i,
    better: "yes",
  },
  {
    key: "requireValidatedSmelters",
    topic: "suppliers required to use validated smelters",
    probe: /smelters? /i,
    better: "yes",
  },
  {
    key: "dueDiligenceImplemented",
    topic: "due diligence measures implemented",
    probe: /due diligence measures|sourcing due diligence|implemented/i,
    better: "yes",
  },
  {
    key: "allSupplierTemplatesReceived",
    topic: "templates received from all suppliers",
    probe: /templates/i,
    better: "yes",
  },
  { key: "supplierSurvey", topic: "suppliers surveyed", probe: /survey|collect|fill out/i, better: "yes" },
  {
    key: "requestSmelterNames",
    topic: "smelter names requested from suppliers",
    probe: /smelter names/i,
    better: "yes",
  },
  {
    key: "reviewSupplierInfo",
    topic: "suppliers' information reviewed",
    probe: /review|verify/i,
    better: "yes",
  },
  {
    key: "correctiveAction",
    topic: "corrective action part of the review",
    probe: /corrective/i,
    better: "yes",
  },
  { key: "annualDisclosure", topic: "annual disclosure required", probe: /SEC\b|disclosure/i, better: null },
] as const satisfies readonly Practice[];
export type PracticeKey = (typeof PRACTICES)[number]["key"];
