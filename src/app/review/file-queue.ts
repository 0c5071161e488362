// Files that are not attributed to a supplier on the roster, and the suppliers that may have sent them.
import { headersIn, rosterRows } from "../../campaign/parse-roster.ts";
import { counts } from "../../domain/standing.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { mayBeSameCompany } from "../../match/company-names.ts";
import type { Standing } from "../../model/campaign.ts";
import type { FileItem, SupplierName } from "../../model/review.ts";
import type { Identification } from "../../model/roster.ts";
import { compareSources, type SourceName, sourceText } from "../../model/workbook.ts";
import { ROSTER_FILE } from "../../model/workspace-files.ts";
import type { TemplateSnapshot } from "./snapshot.ts";

export interface FileEntry {
  key: string;
  source: SourceName;
  /** Id of the response in it; null for a file that yielded none. */
  response: string | null;
  why: string;
  likely: readonly SupplierName[];
}

/** Standings of responses that do not count but say something about a supplier. */
const MIGHT_COUNT: ReadonlySet<Standing> = new Set(["undated", "blank", "late"]);

/** Most suppliers suggested as likely. */
const MOST_LIKELY = 5;

/**
 * Responses that count or could, and unusable files, that the roster attributes to none of its suppliers or to several.
 * Empty without a roster.
 */
export function fileEntries({ evaluation, consolidation }: TemplateSnapshot): FileEntry[] {
  const { roster } = evaluation;
  if (roster === undefined) return [];
  const names = roster.suppliers.map(({ key, name }) => ({ key, name }));
  const alike = (text: string) => names.filter(({ name }) => mayBeSameCompany(name, text));
  const entry = (
    source: SourceName,
    response: string | null,
    why: string,
    likely: readonly SupplierName[],
  ) => ({
    key: sha256Of(sourceText(source)).slice(0, 32),
    source,
    response,
    why,
    likely: likely.slice(0, MOST_LIKELY),
  });
  const responses = evaluation.responses
    .filter(({ standing }) => counts(standing) || MIGHT_COUNT.has(standing))
    .flatMap(({ response, supplier }) => {
      const found = consolidation.identified.get(response.id);
      if (found === undefined || found.kind === "known" || names.some(({ key }) => key === supplier.key))
        return [];
      const declared = response.company.companyName?.value ?? "";
      const pairs = (evaluation.pairs ?? []).filter((pair) => pair.response === response.id);
      const likely = [...candidatesOf(found), ...pairs.map((pair) => pair.supplier), ...alike(declared)];
      return entry(response.source, response.id, whyOf(found, declared), distinct(likely));
    });
  const unusable = evaluation.unreadable
    .filter(({ supplier }) => supplier === null)
    .map((file) => entry(file, null, file.unreadable.reason, alike(sourceText(file))));
  return [...responses, ...unusable].sort((a, b) => compareSources(a.source, b.source));
}

function candidatesOf(found: Identification): SupplierName[] {
  return found.kind === "ambiguous" ? found.candidates.map(({ key, name }) => ({ key, name })) : [];
}

function whyOf(found: Identification, declared: string): string {
  if (found.kind === "ambiguous") return `By ${found.evidence} it may be of several suppliers.`;
  return declared === ""
    ? "It names no company, and nothing else in it or its path indicates a supplier on the roster."
    : `It names the company “${declared}”, which the roster does not know.`;
}

function distinct(suppliers: readonly SupplierName[]): SupplierName[] {
  return [...new Map(suppliers.map((one) => [one.key, { key: one.key, name: one.name }])).values()];
}

/** The entry as shown on the page. */
export function fileItem(
  { key, source, response, why, likely }: FileEntry,
  { withholding }: TemplateSnapshot,
): FileItem {
  const { file } = withholding.deep({ file: sourceText(source) });
  return { key, file, response, why: withholding.of(response)(why), likely };
}

/** The suppliers on the roster by name; null if the roster is not a table to which entries can be added. */
export function attachable({ session, evaluation }: TemplateSnapshot): SupplierName[] | null {
  const text = session.workspace.readUserFile(ROSTER_FILE);
  if (text === undefined || headersIn(rosterRows(text, ROSTER_FILE)) === undefined) return null;
  return (evaluation.roster?.suppliers ?? [])
    .map(({ key, name }) => ({ key, name }))
    .sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.key, b.key));
}
