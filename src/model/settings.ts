// Settings of a campaign: the file cmrt.json beside the responses. All keys are optional.

import { z } from "zod";
import { DAY_ORDERS } from "../lib/read-days.ts";
import { SEVERITIES } from "./finding.ts";
import { limitsSchema } from "./limits.ts";
import { ANSWER_CODES, type TemplateWords } from "./vocabulary.ts";

const share = z.number().min(0).max(1);
const thresholdsWith = ({ version }: TemplateWords) =>
  z
    .strictObject({
      /** A response dated more than this many months before the day of the run is stale. */
      ageMonths: z.number().positive().default(12),
      /** Oldest template version that the campaign accepts; by default any. */
      minimumTemplateVersion: z
        .string()
        .regex(version, "expected a template version such as 4.20 or 6.5")
        .exactOptional(),
      /** A response rate below this share of sub-suppliers, in per cent, is questioned. */
      responseRatePercent: z.number().min(0).max(100).default(50),
      /** A smelter list with at least this share of the metal's listed facilities counts as the complete list. */
      wholeListShare: share.default(0.6),
      /** Two suppliers' smelter lists are called copies if they overlap (Jaccard index) by at least this share … */
      copiedListShare: share.default(0.98),
      /** … and both have at least this many facilities. */
      copiedListRows: z.int().positive().default(10),
      /**
       * A supplier lists "far more" smelters than its peers if the number is at least this multiple of their median.
       */
      smelterCountFactor: z.number().min(1).default(5),
      /** A declaration for named products with at least this many smelters is asked which of them are theirs. */
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
  /** The order of day and month in dates such as 05/06/2025; by default inferred from the roster's other dates. */
  dates: z.enum(DAY_ORDERS).exactOptional(),
  /** Headers of columns that cmrt should ignore without a notice. */
  ignore: z.array(filled).exactOptional(),
});

const lettersSchema = z.strictObject({
  /** The sender, for draft e-mails. */
  sender: z
    .strictObject({
      name: filled.exactOptional(),
      email: z
        .string()
        .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, "expected an e-mail address")
        .exactOptional(),
    })
    .exactOptional(),
  /** Replaces the language's subject; {period} and {supplier} are filled in. */
  subject: filled.exactOptional(),
  /** The lines below the closing, instead of the issuer's name. */
  signature: filled.exactOptional(),
});

/** Our own company, as declared to customers by the roll-up. */
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
    /** Company-level answers: a code, or a code with a comment (the URL of a public policy). */
    policies: z
      .partialRecord(
        z.enum(practices),
        z.union([
          z.enum(ANSWER_CODES),
          z.strictObject({ answer: z.enum(ANSWER_CODES), comment: filled.exactOptional() }),
        ]),
      )
      .default({}),
    /** Answers per metal that replace those derived from the responses, each with a reason. */
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
 * What only the company knows about its filing, for the draft. A text that ends with a full stop is used as a complete
 * sentence; other text completes a sentence of the draft. What is missing remains a placeholder.
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
  /** What contracts require of suppliers. */
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
  /** Steps taken since the end of the period, and planned ones. */
  steps: filled.exactOptional(),
  /** Whether the report attached to the filing was audited by an independent private sector auditor. */
  audit: z.enum(["none", "obtained"]).exactOptional(),
  /** Whether the company relies on the SEC staff's statement of 7 April 2017 and files items 1.01(a) and (b) only. */
  staffPosition2017: z.boolean().exactOptional(),
  /** Whether the draft includes a statement on forward-looking statements. */
  forwardLooking: z.boolean().exactOptional(),
});
export type FilingSettings = z.infer<typeof filing>;

/** Paper sizes. */
export const PAPERS = ["A4", "Letter"] as const;
export type Paper = (typeof PAPERS)[number];

/**
 * The schema of settings. Determinations use the minerals of the campaign's template; our own company answers the
 * questions of all templates.
 */
export const settingsSchemaWith = (words: TemplateWords, all = words) =>
  z.strictObject({
    /** The location of the file's JSON schema, for editors; otherwise ignored. */
    $schema: z.string().exactOptional(),
    /** Remarks for people, ignored by cmrt. */
    $comment: z.union([z.string(), z.array(z.string())]).exactOptional(),
    /** Who runs the campaign, as named in reports and letters. */
    issuer: z.string().min(1).exactOptional(),
    /** What the issuer makes or has made, to follow "manufactures". */
    products: filled.exactOptional(),
    /** The issuer's position in the supply chain, to follow "is". */
    position: filled.exactOptional(),
    /** What the draft of the filing says beyond the data. */
    filing: filing.exactOptional(),
    /** How the roster is read. */
    roster: rosterSchema.exactOptional(),
    /** The minerals that every supplier is asked about, by template, for templates in which they are selected. */
    minerals: z.partialRecord(z.enum(all.selecting), z.array(z.enum(all.minerals)).min(1)).exactOptional(),
    /** How letters to suppliers are written. */
    letters: lettersSchema.exactOptional(),
    /** Our own company, for `cmrt rollup`. */
    company: companyWith(all).exactOptional(),
    /** Month and day, in the year after the period, until which responses count. */
    cutoff: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "expected month and day, such as 05-31")
      .default("05-31"),
    /** Paper size for printing report.html and report.xlsx; by default A4. */
    paper: z.enum(PAPERS).exactOptional(),
    /** Severities that replace those of the catalogue, by rule. */
    severities: z.record(z.string(), z.enum(SEVERITIES)).default({}),
    /** Rules that are switched off, each with a reason. */
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
    /** Limits on the work that one file may cause. */
    limits: limitsSchema,
  });

export type Settings = Omit<z.infer<ReturnType<typeof settingsSchemaWith>>, "$schema" | "$comment">;
