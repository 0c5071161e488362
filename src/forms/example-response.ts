// Invented responses for the rules' examples and the tests: complete and without findings by default.
import { dateToSerial } from "../lib/serial-date.ts";
import type { Answer, Response, SelectedMineral, SmelterRow } from "../model/response.ts";
import type { AnswerCode, CompanyField, MineralId, PracticeId, QuestionId } from "../model/vocabulary.ts";
import { editionFor, findEdition, withMinerals } from "./editions.ts";
import { DEFAULT_FAMILY } from "./families.ts";
import type { Family, Layout, Meaning, PracticeMeaning } from "./form.ts";
import {
  answerCell,
  commentCell,
  companyCell,
  policyCell,
  policyCommentCell,
  questionsFor,
} from "./layouts.ts";

export interface ExampleOptions {
  /** The family of the template; the default family unless given. */
  family?: Family;
  id?: string;
  file?: string;
  version?: string;
  /** Company fields; null removes one, a string is used as both value and text. */
  company?: Partial<
    Record<CompanyField, string | null | { value: string | null; raw?: string; link?: string }>
  >;
  /** Answers per metal; null removes one; an object sets text and comment. */
  answers?: Partial<Record<MineralId, Partial<Record<QuestionId, AnswerOption>>>>;
  policies?: Partial<Record<PracticeId, AnswerOption>>;
  /** Smelter rows from the first row on; by default one listed facility per metal. */
  smelters?: Partial<SmelterRow>[];
  products?: Response["products"];
  /** The selected minerals, in templates in which minerals are selected. */
  minerals?: readonly SelectedMineral[];
  selectionFaults?: Response["selectionFaults"];
  /** Rows of the mine list, if the template has one. */
  mines?: NonNullable<Response["mines"]>;
  template?: Partial<Response["template"]>;
  notes?: Response["notes"];
  checker?: Response["checker"];
  unusedSheets?: Response["unusedSheets"];
}

export type AnswerOption =
  | AnswerCode
  | null
  | {
      value?: AnswerCode | null;
      raw?: string;
      comment?: string;
      /** The target of the comment's hyperlink. */
      link?: string;
    };

/**
 * Answers of a supplier that uses every mineral, none of it from covered or high-risk countries, and heard from all of
 * its suppliers.
 */
const CLEAN: Readonly<Record<Meaning, AnswerCode>> = {
  used: "yes",
  necessary: "yes",
  coveredOrigin: "no",
  cahraOrigin: "no",
  recycledAny: "no",
  recycledAll: "no",
  responseRate: "pct100",
  smeltersIdentified: "yes",
  smelterInfoReported: "yes",
  smeltersValidated: "yes",
  requiresValidation: "yes",
};
const COMMENTS: Readonly<Partial<Record<PracticeMeaning, string>>> = {
  publishesPolicy: "https://www.acme.example/minerals",
  takesCorrectiveAction: "Open items are escalated to purchasing.",
};

/** The effective date of a response of this version: that of all examples, or the release date if that is later. */
export function exampleDate(version?: string, family: Family = DEFAULT_FAMILY): string {
  const released = findEdition(family, version ?? family.example.version)?.released ?? "";
  return released > "2025-06-12" ? released : "2025-06-12";
}

/** A complete, consistent response of the given version, changed according to `options`. */
export function exampleResponse(options: ExampleOptions = {}): Response {
  const family = options.family ?? DEFAULT_FAMILY;
  const version = options.version ?? family.example.version;
  const edition = editionFor(family, version);
  const minerals = edition.layout.selection && (options.minerals ?? exampleSelection(family, edition.layout));
  const { layout } =
    minerals === undefined
      ? edition
      : withMinerals(
          edition,
          minerals.map(({ id }) => id),
        );
  const file = options.file ?? "responses/acme.xlsx";
  const date = exampleDate(version, family);

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
  for (const metal of layout.minerals) {
    const ofMetal: NonNullable<Response["answers"][MineralId]> = {};
    for (const question of questionsFor(layout, metal)) {
      const wish = options.answers?.[metal]?.[question.key];
      const built = exampleAnswer(
        wish === undefined ? CLEAN[question.meaning] : wish,
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
    const asksUrl = edition.required.policyUrlOf?.includes(policy.meaning) ?? false;
    const comment = COMMENTS[asksUrl ? "publishesPolicy" : policy.meaning];
    const preset: AnswerOption = comment === undefined ? first : { value: first, comment };
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
    layout.minerals.flatMap((metal) => {
      const listed = family.example.facilities[metal];
      if (listed === undefined) return [];
      const { name, country, id } = listed;
      return { metal, lookupName: name, name, country, id, inOwnList: true };
    });

  const id = options.id ?? "a".repeat(64);
  return {
    schema: 1,
    id,
    source: { path: file, container: null, sha256: id, bytes: 1000, format: "xlsx", encrypted: false },
    template: {
      family: family.id,
      version,
      language: "en",
      layout: layout.generation,
      detectedBy: ["Revision!B3", "Declaration!J3"],
      ...options.template,
    },
    company,
    ...(minerals === undefined ? {} : { minerals: [...minerals] }),
    ...(options.selectionFaults ? { selectionFaults: options.selectionFaults } : {}),
    answers,
    policies,
    smelters: rows.map((row, index) => ({ row: layout.smelters.firstRow + index, ...row })),
    smelterColumns: layout.smelters.columns,
    smelterSheet: layout.smelters.sheet,
    products: options.products ?? [],
    ...(layout.mines === undefined
      ? {}
      : { mines: options.mines ?? [], mineColumns: layout.mines.columns, mineSheet: layout.mines.sheet }),
    ...(options.checker ? { checker: options.checker } : {}),
    ...(options.unusedSheets ? { unusedSheets: options.unusedSheets } : {}),
    notes: options.notes ?? [],
  };
}

/** The minerals selected by an example, in templates in which they are selected: those with an example facility. */
function exampleSelection(
  family: Family,
  { selection, declaration, minerals }: Layout,
): Response["minerals"] {
  return (
    selection &&
    Object.keys(family.example.facilities).flatMap((id, index) => {
      const own = minerals.indexOf(id);
      const cell = selection.cells[own < 0 ? index : own];
      return cell === undefined ? [] : [{ id, at: `${declaration}!${cell.at}` }];
    })
  );
}

function exampleAnswer(wish: AnswerOption, at: string, commentAt: string): Answer | undefined {
  if (wish === null) return undefined;
  const { value, raw, comment, link }: Exclude<AnswerOption, string | null> =
    typeof wish === "string" ? { value: wish } : wish;
  return {
    value: value ?? null,
    ...(raw === undefined ? {} : { raw }),
    at,
    ...(value === undefined && raw === undefined ? { blank: true as const } : {}),
    ...(comment === undefined
      ? {}
      : { comment: { value: comment, at: commentAt, ...(link === undefined ? {} : { link }) } }),
  };
}
