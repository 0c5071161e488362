// Settings of a campaign: the file cmrt.json beside the responses. Every key may be left out.

import { z } from "zod";
import { DAY_ORDERS } from "../lib/read-days.ts";
import { SEVERITIES } from "./finding.ts";
import { limitsSchema } from "./limits.ts";
import { ANSWER_CODES, type TemplateWords } from "./vocabulary.ts";

const share = z.number().min(0).max(1);
const thresholdsWith = ({ version }: TemplateWords) =>
  z
    .strictObject({
      /** A response older than this many months before the day of the run is called stale. */
      ageMonths: z.number().positive().default(12),
      /** Oldest template version that the campaign accepts; without it every version is accepted. */
      minimumTemplateVersion: z
        .string()
        .regex(version, "expected a template version such as 4.20 or 6.5")
        .exactOptional(),
      /** Share of answering sub-suppliers, in per cent, below which a response rate is questioned. */
      responseRatePercent: z.number().min(0).max(100).default(50),
      /** From this share of the metal's listed facilities on, a smelter list counts as the whole list. */
      wholeListShare: share.default(0.6),
      /** Two suppliers' smelter lists are called copies from this overlap (Jaccard) on … */
      copiedListShare: share.default(0.98),
      /** … if both have at least this many facilities. */
      copiedListRows: z.int().positive().default(10),
      /** A supplier lists "far more" smelters than its peers from this multiple of their median on. */
      smelterCountFactor: z.number().min(1).default(5),
      /** From this number of smelters on a declaration for named products is asked which of them are theirs. */
      productScopeSmelters: z.int().positive().default(100),
    })
    .prefault({});

/** What a person determined for a metal in a period, and why. */
const decision = z.strictObject({
  determination: z.string().trim().min(1, "expected the determination in your own words"),
  reason: z.string().trim().min(1, "expected the reason"),
  by: z.string().trim().min(1).exactOptional(),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, "expected a day such as 2017-05-30")
    .exactOptional(),
});
export type Decision = z.infer<typeof decision>;

const filled = z.string().trim().min(1);

const rosterSchema = z.strictObject({
  /** The order of day and month in dates such as 05/06/2025; without it the other dates of the roster tell. */
  dates: z.enum(DAY_ORDERS).exactOptional(),
  /** Headers of columns that are not meant for cmrt, which then does not name them. */
  ignore: z.array(filled).exactOptional(),
});

const lettersSchema = z.strictObject({
  /** Who sends them, for drafts of mails. */
  sender: z
    .strictObject({
      name: filled.exactOptional(),
      email: z
        .string()
        .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, "expected an e-mail address")
        .exactOptional(),
    })
    .exactOptional(),
  /** Subject in place of the language's own; {period} and {supplier} stand for those. */
  subject: filled.exactOptional(),
  /** What stands below the regards, line by line, in place of the issuer's name. */
  signature: filled.exactOptional(),
});

/** Our own company as our roll-up declares it to customers. */
const companyWith = ({ minerals, questions, practices }: TemplateWords) =>
  z.strictObject({
    companyName: filled.exactOptional(),
    scopeDescription: filled.exactOptional(),
    companyUniqueId: filled.exactOptional(),
    companyUniqueIdAuthority: filled.exactOptional(),
    address: filled.exactOptional(),
    contactName: filled.exactOptional(),
    contactEmail: filled.exactOptional(),
    contactPhone: filled.exactOptional(),
    authorizerName: filled.exactOptional(),
    authorizerTitle: filled.exactOptional(),
    authorizerEmail: filled.exactOptional(),
    authorizerPhone: filled.exactOptional(),
    /** Company-level answers: a code, or one with its comment (the address of a public policy). */
    policies: z
      .partialRecord(
        z.enum(practices),
        z.union([
          z.enum(ANSWER_CODES),
          z.strictObject({ answer: z.enum(ANSWER_CODES), comment: filled.exactOptional() }),
        ]),
      )
      .default({}),
    /** Answers per metal that a person puts in place of those that follow from the responses, each with the reason. */
    answers: z
      .partialRecord(
        z.enum(minerals),
        z.partialRecord(
          z.enum(questions),
          z.strictObject({ answer: z.enum(ANSWER_CODES), reason: filled, comment: filled.exactOptional() }),
        ),
      )
      .default({}),
  });

/**
 * What only the company knows of its filing, for the draft. A text that ends with a full stop stands as a sentence of its
 * own; other words finish the sentence that the draft begins. What is left out stays a marked place.
 */
const filing = z.strictObject({
  jurisdiction: filled.exactOptional(),
  fileNumber: filled.exactOptional(),
  address: filled.exactOptional(),
  /** The person to contact in connection with the filing, and who signs it. */
  contactName: filled.exactOptional(),
  contactPhone: filled.exactOptional(),
  signatoryName: filled.exactOptional(),
  signatoryTitle: filled.exactOptional(),
  /** Web page on which the filing is published. */
  website: filled.exactOptional(),
  /** Why the minerals are necessary to the functionality or production of the products. */
  necessity: filled.exactOptional(),
  /** Companies acquired so late that their products are left out. */
  acquisitions: filled.exactOptional(),
  /** How the suppliers were chosen, and what share of the relevant supply they cover. */
  selection: filled.exactOptional(),
  coverage: filled.exactOptional(),
  /** The framework that the due diligence follows. */
  framework: filled.exactOptional(),
  /** Where the policy can be read, or what it says. */
  policy: filled.exactOptional(),
  /** Who is responsible, and to whom results are reported: a committee, the board. */
  committee: filled.exactOptional(),
  board: filled.exactOptional(),
  training: filled.exactOptional(),
  /** What contracts ask of suppliers. */
  contracts: filled.exactOptional(),
  grievance: filled.exactOptional(),
  /** How long records are kept. */
  retentionYears: z.int().positive().exactOptional(),
  /** What is done about risks. */
  mitigation: filled.exactOptional(),
  /** Audit programmes that the company relies on or supports. */
  auditProgrammes: filled.exactOptional(),
  /** Efforts to determine the mine or location of origin. */
  efforts: filled.exactOptional(),
  /** Steps since the end of the period and planned. */
  steps: filled.exactOptional(),
  /** Whether the report attached to the filing was audited by an independent private sector auditor. */
  audit: z.enum(["none", "obtained"]).exactOptional(),
  /** Whether the company relies on the staff's statement of 7 April 2017 and files items 1.01(a) and (b) only. */
  staffPosition2017: z.boolean().exactOptional(),
  /** Whether the draft carries a statement on forward-looking statements. */
  forwardLooking: z.boolean().exactOptional(),
});
export type FilingSettings = z.infer<typeof filing>;

/** Sizes of paper. */
export const PAPERS = ["A4", "Letter"] as const;
export type Paper = (typeof PAPERS)[number];

/**
 * The schema of settings: determinations name minerals with the words of the campaign's template, our own company answers
 * the questions of all templates.
 */
export const settingsSchemaWith = (words: TemplateWords, all = words) =>
  z.strictObject({
    /** Where an editor finds the schema of the file; it says nothing about the campaign. */
    $schema: z.string().exactOptional(),
    /** Remarks for people; they say nothing to cmrt. */
    $comment: z.union([z.string(), z.array(z.string())]).exactOptional(),
    /** Who runs the campaign, as reports and letters name it. */
    issuer: z.string().min(1).exactOptional(),
    /** What the issuer makes or has made, as words that follow "manufactures". */
    products: filled.exactOptional(),
    /** Where the issuer stands in the supply chain, as words that follow "is". */
    position: filled.exactOptional(),
    /** What the draft of the filing says beyond what the data show. */
    filing: filing.exactOptional(),
    /** How the roster is read. */
    roster: rosterSchema.exactOptional(),
    /** The minerals that every supplier is asked about, by the template that has them selected. */
    minerals: z.partialRecord(z.enum(all.selecting), z.array(z.enum(all.minerals)).min(1)).exactOptional(),
    /** How letters to suppliers are written. */
    letters: lettersSchema.exactOptional(),
    /** Our own company, for `cmrt rollup`. */
    company: companyWith(all).exactOptional(),
    /** Month and day of the year after the period until which responses count. */
    cutoff: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected month and day, such as 05-31")
      .default("05-31"),
    /** Paper that report.html and report.xlsx are printed on; A4 without it. */
    paper: z.enum(PAPERS).exactOptional(),
    /** Severity of single rules, in place of the catalogue's. */
    severities: z.record(z.string(), z.enum(SEVERITIES)).default({}),
    /** Rules that are switched off, each with the reason. */
    off: z
      .record(z.string(), z.string().trim().min(1, "expected the reason why the rule is off"))
      .default({}),
    thresholds: thresholdsWith(words),
    /** Determinations by period and metal, which the report prints beside its proposals. */
    decisions: z
      .record(
        z.string().regex(/^(19|20)\d\d$/, "expected a calendar year"),
        z.partialRecord(z.enum(words.minerals), decision),
      )
      .default({}),
    /** How much one file may make cmrt do. */
    limits: limitsSchema,
  });

export type Settings = Omit<z.infer<ReturnType<typeof settingsSchemaWith>>, "$schema" | "$comment">;
