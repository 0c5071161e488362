// Whose declarations the responses are: compares what the roster and the path say with what the workbook says.
import { domainNamesOf, namesInPath, type RosterIndex } from "../../campaign/identify.ts";
import { isNoName } from "../../domain/sentinels.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { nameKey } from "../../lib/text.ts";
import { areNearlyAlike, groupNameKey, readsOtherwise, relateCompanies } from "../../match/company-names.ts";
import type {
  LikelyPair,
  SelectedResponse,
  Standing,
  Supplier,
  UnattributedFile,
} from "../../model/campaign.ts";
import type { UnusableFile } from "../../model/evaluation.ts";
import type { AcceptedFinding } from "../../model/finding.ts";
import type { Response } from "../../model/response.ts";
import type { Identification, Roster, RosterSupplier } from "../../model/roster.ts";
import type { Settings } from "../../model/settings.ts";
import { type SourceName, sourceNamed, sourceText } from "../../model/workbook.ts";
import type { DeclarantDoubt } from "../../rules/rule.ts";
import { acceptedName } from "../../rules/support/accepted.ts";

function declaredName({ company }: Response): string | undefined {
  const name = company.companyName?.value?.trim() ?? "";
  return name === "" || isNoName(name) ? undefined : name;
}

const namesOf = ({ name, otherNames }: RosterSupplier): string[] => [name, ...otherNames];

/**
 * Returns a function that explains why a response is our own declaration, by the company name in the settings, ignoring
 * words for a group. It returns undefined for all others, and for a supplier on the roster with this name.
 */
export function ownDeclarations(
  { issuer, company }: Settings,
  roster: Roster | undefined,
): (response: Response) => string | undefined {
  const own = new Set([issuer, company?.companyName].flatMap((name) => groupNameKey(name ?? "") || []));
  const suppliers = new Set(roster?.suppliers.flatMap(namesOf).map(nameKey));
  return (response) => {
    const name = declaredName(response);
    if (name === undefined || !own.has(groupNameKey(name)) || suppliers.has(nameKey(name))) return undefined;
    return `It is our own declaration: the company name is “${name}”.`;
  };
}

/**
 * Why a response may not be from the supplier that its path, ID or the roster indicates: its company name is another
 * supplier's or not one that this supplier may use, or its unique ID is another supplier's; or the name may be the
 * supplier's but nothing else confirms it. Undefined without such a reason, or without a company name.
 */
export function doubtOf(
  response: Response,
  found: Identification | undefined,
  index: RosterIndex,
): DeclarantDoubt | undefined {
  if (found?.kind !== "known") return undefined;
  const { supplier, evidence } = found;
  const declared = declaredName(response);
  const says = index.identifyCompany(response);
  const other = says.kind === "known" && says.supplier.key !== supplier.key ? says : undefined;
  const own = declared !== undefined && namesOf(supplier).some((name) => nameKey(name) === nameKey(declared));
  if (other?.by === "uniqueId") {
    return {
      declared: declared ?? "",
      supplier: supplier.name,
      evidence,
      other: other.supplier.name,
      by: "uniqueId",
    };
  }
  if (declared === undefined || own) return undefined;
  const isOthers =
    other !== undefined && namesOf(other.supplier).some((name) => nameKey(name) === nameKey(declared));
  const doubt = { declared, supplier: supplier.name, evidence };
  if (isOthers) return { ...doubt, other: other.supplier.name, by: "name" };
  const relations = namesOf(supplier).map((name) => relateCompanies(name, declared));
  const isAmbiguous = () =>
    index.suppliers.some(
      (one) => one.key !== supplier.key && namesOf(one).some((name) => readsOtherwise(declared, name)),
    );
  if (relations.includes("same") && !isAmbiguous()) return undefined;
  const whose = relations.includes("same")
    ? undefined
    : index.suppliers.find((one) => namesOf(one).some((name) => relateCompanies(name, declared) === "same"));
  if (whose !== undefined) return { ...doubt, other: whose.name, by: "name" };
  if (relations.every((relation) => relation === "other")) return { ...doubt, other: null, by: "name" };
  // A name that may be the supplier's is confirmed by its ID or e-mail domains, on the roster or by their own words.
  const confirmed =
    says.kind === "known" ? says.supplier.key === supplier.key : isNamed(supplier, domainNamesOf(response));
  return confirmed ? undefined : { ...doubt, other: null, by: "unclear" };
}

/** Whether one of the names in e-mail domains is the supplier's. */
function isNamed(supplier: RosterSupplier, names: readonly string[]): boolean {
  return namesOf(supplier).some((name) => names.some((one) => relateCompanies(name, one) === "same"));
}

/** Missing suppliers, each with the responses of companies that are not on the roster and have similar names. */
export function likelyPairs(
  expected: readonly RosterSupplier[],
  selected: readonly SelectedResponse[],
  unusable: readonly UnusableFile[],
): LikelyPair[] {
  const there = selected.filter(({ standing }) => standing !== "withdrawn" && standing !== "replaced");
  const heard = new Set([
    ...there.map(({ supplier }) => supplier.key),
    ...unusable.flatMap(({ supplier }) => supplier?.key ?? []),
  ]);
  const known = new Set(expected.map(({ key }) => key));
  const missing = expected.filter(({ key }) => !heard.has(key));
  return there.flatMap(({ response, supplier: stranger }) => {
    const declared = declaredName(response);
    if (known.has(stranger.key) || declared === undefined) return [];
    const domains = domainNamesOf(response);
    return missing.flatMap((supplier): LikelyPair[] => {
      const pair = {
        response: response.id,
        stranger: stranger.name,
        supplier: { key: supplier.key, name: supplier.name },
      };
      if (namesOf(supplier).some((name) => areNearlyAlike(name, declared))) return [{ ...pair, by: "name" }];
      return isNamed(supplier, domains) ? [{ ...pair, by: "domain" }] : [];
    });
  });
}

/** Most comparisons of missing suppliers with file names: nobody reads a list that long. */
const MOST_COMPARED = 20_000;

/** What was received, and which files are the same. */
interface Received {
  selected: readonly SelectedResponse[];
  unusable: readonly UnusableFile[];
  copies: readonly { id: string; files: readonly string[] }[];
}

/**
 * Received files that cannot be attributed to a known supplier: unusable ones, and responses that name no company or
 * fit several suppliers. Each comes with the missing suppliers that may have sent it: those that the roster cannot
 * distinguish, or whose name is similar to part of its path. One of several identical files is among them only if
 * a missing supplier may have sent it, since otherwise the copy is our own.
 */
export function unattributedFiles(
  expected: readonly RosterSupplier[],
  { selected, unusable, copies }: Received,
  index: RosterIndex,
): UnattributedFile[] {
  const known = new Set(expected.map(({ key }) => key));
  const nobodys: { source: SourceName; found: Identification }[] = [
    ...unusable
      .filter(({ supplier }) => supplier === null)
      .map((source) => ({ source, found: index.identifyUnread(source) })),
    ...selected.flatMap(({ response, supplier, standing }) => {
      if (known.has(supplier.key) || !MAY_BE_OF_ANYBODY.has(standing)) return [];
      const found = index.identify(response);
      const isNobodys = found.kind === "ambiguous" || declaredName(response) === undefined;
      return isNobodys && found.kind !== "known" ? [{ source: response.source, found }] : [];
    }),
  ];
  const there = new Set([
    ...selected.map(({ supplier }) => supplier.key),
    ...unusable.flatMap(({ supplier }) => supplier?.key ?? []),
  ]);
  const missing = expected.filter(({ key }) => !there.has(key));
  const identical = copies.flatMap(({ files }) =>
    files.flatMap((file) => {
      const source = sourceNamed(file);
      const found = index.identifyUnread(source);
      return found.kind === "known" ? [] : [{ source, found }];
    }),
  );
  const compares = (nobodys.length + identical.length) * missing.length <= MOST_COMPARED;
  const mayHaveSent = ({ source, found }: (typeof nobodys)[number]): UnattributedFile => {
    const candidates = found.kind === "ambiguous" ? found.candidates : [];
    const names = compares ? namesInPath(source) : [];
    const isLikely = (supplier: RosterSupplier) =>
      candidates.includes(supplier) ||
      namesOf(supplier).some((name) => names.some((part) => areNearlyAlike(name, part)));
    const mayBe = missing.filter(isLikely).map(({ key, name }): Supplier => ({ key, name }));
    return { file: sourceText(source), mayBe };
  };
  return [
    ...nobodys.map(mayHaveSent),
    ...identical.map(mayHaveSent).filter(({ mayBe }) => mayBe.length > 0),
  ].sort((a, b) => compareTexts(a.file, b.file));
}

/** A response with one of these standings may be from any supplier or for any period. */
const MAY_BE_OF_ANYBODY: ReadonlySet<Standing> = new Set(["standing", "undated", "blank", "own"]);

/** The pairs that a person has accepted as the same company. */
export function acceptedPairs(
  pairs: readonly LikelyPair[],
  accepted: readonly AcceptedFinding[],
  rule: string,
): LikelyPair[] {
  const names = new Set(accepted.flatMap((one) => (one.rule === rule ? acceptedName(one.supplier) : [])));
  return pairs.filter(({ stranger }) => names.has(acceptedName(stranger)));
}
