// Invented responses: complete and free of findings unless told otherwise. The rules' examples and the tests use them.
import { dateToSerial } from "../lib/serial-date.ts";
import type { Answer, Response, SmelterRow } from "../model/response.ts";
import {
  type AnswerCode,
  type CompanyField,
  METALS,
  type Metal,
  type Policy,
  type Question,
} from "../model/vocabulary.ts";
import { answerCell, commentCell, companyCell, layoutFor, policyCell, policyCommentCell } from "./layouts.ts";
import { findRelease } from "./versions.ts";

export interface ExampleOptions {
  id?: string;
  file?: string;
  version?: string;
  /** Company fields; null takes one away, a string is value and text alike. */
  company?: Partial<Record<CompanyField, string | null | { value: string | null; raw?: string }>>;
  /** Answers per metal; null takes one away; an object sets text and comment. */
  answers?: Partial<Record<Metal, Partial<Record<Question, AnswerOption>>>>;
  policies?: Partial<Record<Policy, AnswerOption>>;
  /** Smelter rows from the first row on; without it one listed facility per metal. */
  smelters?: Partial<SmelterRow>[];
  products?: Response["products"];
  template?: Partial<Response["template"]>;
  notes?: Response["notes"];
  checker?: Response["checker"];
}

type AnswerOption = AnswerCode | null | { value?: AnswerCode | null; raw?: string; comment?: string };

const CLEAN: Partial<Record<Question, AnswerCode>> = {
  intentionallyAdded: "yes",
  necessaryInProduct: "yes",
  coveredCountries: "no",
  cahra: "no",
  recycledOrScrap: "no",
  supplierResponseRate: "pct100",
  allSmeltersIdentified: "yes",
  allSmelterInfoReported: "yes",
  smeltersOnCompliantList: "yes",
};

/** Public facts: one facility per metal as the look-up lists of 6.x name them. */
export const LISTED: Record<Metal, { name: string; id: string; country: string }> = {
  tantalum: { name: "Taki Chemical Co., Ltd.", id: "CID001869", country: "JP" },
  tin: { name: "EM Vinto", id: "CID000438", country: "BO" },
  gold: { name: "8853 S.p.A.", id: "CID002763", country: "IT" },
  tungsten: { name: "Japan New Metals Co., Ltd.", id: "CID000825", country: "JP" },
};

/** The effective date of a response of this version: that of all examples, or the day of a release that came later. */
export function exampleDate(version = "6.5"): string {
  const released = findRelease(version)?.date ?? "";
  return released > "2025-06-12" ? released : "2025-06-12";
}

/** A complete, consistent response of the given version (default 6.5), changed as `options` say. */
export function exampleResponse(options: ExampleOptions = {}): Response {
  const version = options.version ?? "6.5";
  const layout = layoutFor(version);
  const file = options.file ?? "responses/acme.xlsx";
  const date = exampleDate(version);

  const company: Response["company"] = {};
  const texts: Record<CompanyField, { value: string; raw?: string } | undefined> = {
    companyName: { value: "Acme Fixings Ltd" },
    scope: layout.scopes[0] && { value: "company", raw: layout.scopes[0].text },
    scopeDescription: undefined,
    companyUniqueId: { value: "10-000-0001" },
    companyUniqueIdAuthority: { value: "DUNS" },
    address: { value: "1 Mill Lane, Exampleton" },
    contactName: { value: "Ada Example" },
    contactEmail: { value: "ada@acme.example" },
    contactPhone: { value: "+44 20 7946 0000" },
    authorizerName: { value: "Bob Example" },
    authorizerTitle: { value: "Head of Compliance" },
    authorizerEmail: { value: "bob@acme.example" },
    authorizerPhone: { value: "+44 20 7946 0001" },
    effectiveDate: { value: date, raw: String(dateToSerial(date, false)) },
  };
  for (const [field, preset] of Object.entries(texts) as [CompanyField, { value: string; raw?: string }][]) {
    const at = companyCell(layout, field);
    if (at === undefined) continue;
    const wish = options.company?.[field];
    if (wish === null || (wish === undefined && preset === undefined)) continue;
    const chosen = wish === undefined ? preset : typeof wish === "string" ? { value: wish } : wish;
    company[field] = { ...chosen, at };
  }

  const answers: Response["answers"] = {};
  for (const metal of METALS) {
    const ofMetal: NonNullable<Response["answers"][Metal]> = {};
    for (const question of layout.questions) {
      const wish = options.answers?.[metal]?.[question.key];
      const built = exampleAnswer(
        wish === undefined ? (CLEAN[question.key] ?? "yes") : wish,
        answerCell(layout, question, metal),
        commentCell(layout, question, metal),
      );
      if (built) ofMetal[question.key] = built;
    }
    answers[metal] = ofMetal;
  }

  const policies: Response["policies"] = {};
  for (const policy of layout.policies) {
    const first = policy.choices[0]?.code ?? "yes";
    const preset: AnswerOption =
      policy.key === "policyPublic"
        ? { value: first, comment: "https://www.acme.example/minerals" }
        : policy.key === "correctiveAction"
          ? { value: first, comment: "Open items are escalated to purchasing." }
          : first;
    const wish = options.policies?.[policy.key];
    const built = exampleAnswer(
      wish === undefined ? preset : wish,
      policyCell(layout, policy),
      policyCommentCell(layout, policy),
    );
    if (built) policies[policy.key] = built;
  }

  const rows: Partial<SmelterRow>[] =
    options.smelters ??
    METALS.map((metal) => ({
      metal,
      lookupName: LISTED[metal].name,
      name: LISTED[metal].name,
      country: LISTED[metal].country,
      id: LISTED[metal].id,
      inOwnList: true,
    }));

  const id = options.id ?? "a".repeat(64);
  return {
    schema: 1,
    id,
    source: { path: file, container: null, sha256: id, bytes: 1000, format: "xlsx", encrypted: false },
    template: {
      family: "CMRT",
      version,
      language: "en",
      layout: layout.era,
      detectedBy: ["Revision!B3", "Declaration!J3"],
      ...options.template,
    },
    company,
    answers,
    policies,
    smelters: rows.map((row, index) => ({ row: layout.smelters.firstRow + index, ...row })),
    smelterColumns: layout.smelters.columns,
    smelterSheet: layout.smelters.sheet,
    products: options.products ?? [],
    ...(options.checker ? { checker: options.checker } : {}),
    notes: options.notes ?? [],
  };
}

function exampleAnswer(wish: AnswerOption, at: string, commentAt: string): Answer | undefined {
  if (wish === null) return undefined;
  const { value, raw, comment } =
    typeof wish === "string" ? { value: wish, raw: undefined, comment: undefined } : wish;
  return {
    value: value ?? null,
    ...(raw === undefined ? {} : { raw }),
    at,
    ...(value === undefined && raw === undefined ? { blank: true as const } : {}),
    ...(comment === undefined ? {} : { comment: { value: comment, at: commentAt } }),
  };
}
