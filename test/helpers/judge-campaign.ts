// An invented campaign, evaluated as by the commands: states, counts, findings and letters of its suppliers.
import { evaluate } from "../../src/app/campaign/evaluate.ts";
import { composeLetters } from "../../src/app/letters/compose-letters.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import { funnelOf } from "../../src/domain/funnel.ts";
import { DEFAULT_SETTINGS } from "../../src/forms/schemas.ts";
import type { AcceptedFinding } from "../../src/model/finding.ts";
import type { ReferenceList } from "../../src/model/reference.ts";
import type { Response } from "../../src/model/response.ts";
import type { UnreadableFile } from "../../src/model/workbook.ts";
import { renderLetterText } from "../../src/report/letters/letter.ts";
import { type BuildOptions, buildResponse } from "./build-response.ts";

export interface Judged {
  /** Lines of suppliers.csv; by default no roster. */
  roster?: readonly string[];
  issuer?: string;
  period?: number;
  unreadable?: readonly string[];
  copies?: { id: string; files: string[] }[];
  accepted?: AcceptedFinding[];
  lists?: readonly ReferenceList[];
  replaced?: readonly string[];
}

/** A response of a company in a file, optionally with the day on which it was saved. */
export function responseOf(
  file: string,
  companyName: string | null,
  { saved, company, ...more }: BuildOptions & { saved?: string } = {},
): Response {
  const made = buildResponse({ id: file, file, ...more, company: { companyName, ...company } });
  return saved === undefined
    ? made
    : { ...made, source: { ...made.source, modified: `${saved}T10:00:00.000Z` } };
}

/** A template that nobody filled in. */
export function blankResponse(file: string, saved?: string): Response {
  const made = responseOf(file, null, { smelters: [], ...(saved ? { saved } : {}) });
  return { ...made, company: {}, answers: {}, policies: {} };
}

/** Evaluates the campaign, by default for 2025, on 2026-06-10. */
export function judge(responses: readonly Response[], campaign: Judged = {}) {
  const { roster, issuer, period = 2025, unreadable = [], copies = [], accepted = [], lists = [] } = campaign;
  const gone = new Set(campaign.replaced);
  const broken = unreadable.map(
    (path): UnreadableFile => ({
      path,
      container: null,
      sha256: null,
      bytes: 10,
      unreadable: { kind: "damaged", reason: "The file is cut off.", ask: "Ask for it again." },
    }),
  );
  const settings = { ...DEFAULT_SETTINGS, ...(issuer ? { issuer } : {}) };
  const evaluation = evaluate(
    { responses, withdrawn: gone, replaced: gone, unreadable: broken, lists: [], copies },
    {
      period,
      today: "2026-06-10",
      settings,
      accepted,
      lists,
      ...(roster ? { roster: parseRoster(roster.join("\n")) } : {}),
    },
  );
  const consolidation = consolidate(evaluation);
  const { suppliers } = consolidation;
  const letters = composeLetters(evaluation, { period, answerBy: "2026-07-01", settings });
  return {
    evaluation,
    consolidation,
    funnel: funnelOf(suppliers),
    state: Object.fromEntries(suppliers.map((one) => [one.name, one.state])),
    /** The distinct rules with findings about a supplier or, without one, with any findings. */
    rules: (supplier?: string) => [
      ...new Set(
        evaluation.findings.flatMap((one) =>
          supplier === undefined || one.supplier === supplier ? one.rule : [],
        ),
      ),
    ],
    found: (rule: string) => evaluation.findings.filter((one) => one.rule === rule),
    /** The text of the letter to a supplier; empty if there is none. */
    letter(supplier: string): string {
      const written = letters.find((one) => one.supplier === supplier);
      return written ? renderLetterText(written.letter) : "";
    },
    outcomes: Object.fromEntries(consolidation.proposals.map(({ metal, outcome }) => [metal, outcome])),
  };
}
