// Whose declarations the responses are: what the roster and the path say, against what the workbook says.
import { domainNamesOf, namesInPath, type RosterIndex } from "../../campaign/identify.ts";
import { isNoName } from "../../domain/sentinels.ts";
import { compareTexts } from "../../lib/compare-texts.ts";
import { nameKey } from "../../lib/text.ts";
import { areNearlyAlike, groupNameKey, relateCompanies } from "../../match/company-names.ts";
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
import { sourceText } from "../../model/workbook.ts";
import type { DeclarantDoubt } from "../../rules/rule.ts";
import { acceptedName } from "../../rules/support/accepted.ts";

function declaredName({ company }: Response): string | undefined {
  const name = company.companyName?.value?.trim() ?? "";
  return name === "" || isNoName(name) ? undefined : name;
}

const namesOf = ({ name, otherNames }: RosterSupplier): string[] => [name, ...otherNames];

/**
 * Why a response is our own declaration, by the company that the settings name, whatever the words of a group beside its
 * name; undefined for all others, and for a supplier of the roster that goes by this name.
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
 * What speaks against a response being that of the supplier that its path, ID or the roster says: its company name is
 * that of another supplier or none that the supplier may go by, or its unique ID is another supplier's; or that the name
 * alone does not say so and nothing else confirms it. Undefined where nothing does, or where no name is given.
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
  if (relations.includes("same")) return undefined;
  const whose = index.suppliers.find((one) =>
    namesOf(one).some((name) => relateCompanies(name, declared) === "same"),
  );
  if (whose !== undefined) return { ...doubt, other: whose.name, by: "name" };
  if (relations.every((relation) => relation === "other")) return { ...doubt, other: null, by: "name" };
  // A name that may be the supplier's: its ID or its mail addresses, by the roster or by their own words, say that it is.
  const confirmed =
    says.kind === "known" ? says.supplier.key === supplier.key : isNamed(supplier, domainNamesOf(response));
  return confirmed ? undefined : { ...doubt, other: null, by: "unclear" };
}

/** Whether one of these, what the domains of mail addresses are called, is the supplier's name. */
function isNamed(supplier: RosterSupplier, names: readonly string[]): boolean {
  return namesOf(supplier).some((name) => names.some((one) => relateCompanies(name, one) === "same"));
}

/**
 * Suppliers of which nothing is there, each with the responses of companies that the roster does not know whose name is
 * nearly theirs.
 */
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

/** No more comparisons of a missing supplier with a file's name are made: nobody reads a list of so many. */
const MOST_COMPARED = 20_000;

/**
 * Files that were received and that nothing ties to a supplier known: those that are not usable, and responses that name
 * no company or fit several suppliers. Each with the missing suppliers whose it may be: those among which the roster
 * cannot tell, or whose name is nearly in its path.
 */
export function unattributedFiles(
  expected: readonly RosterSupplier[],
  selected: readonly SelectedResponse[],
  unusable: readonly UnusableFile[],
  index: RosterIndex,
): UnattributedFile[] {
  const known = new Set(expected.map(({ key }) => key));
  const nobodys = [
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
  const compares = nobodys.length * missing.length <= MOST_COMPARED;
  return nobodys
    .map(({ source, found }): UnattributedFile => {
      const candidates = found.kind === "ambiguous" ? found.candidates : [];
      const names = compares ? namesInPath(source) : [];
      const isLikely = (supplier: RosterSupplier) =>
        candidates.includes(supplier) ||
        namesOf(supplier).some((name) => names.some((part) => areNearlyAlike(name, part)));
      const mayBe = missing.filter(isLikely).map(({ key, name }): Supplier => ({ key, name }));
      return { file: sourceText(source), mayBe };
    })
    .sort((a, b) => compareTexts(a.file, b.file));
}

/** Of a response with one of these standings it is not known that it is of another supplier or period. */
const MAY_BE_OF_ANYBODY: ReadonlySet<Standing> = new Set(["standing", "undated", "blank", "own"]);

/** The pairs that a person has accepted as one company. */
export function acceptedPairs(
  pairs: readonly LikelyPair[],
  accepted: readonly AcceptedFinding[],
  rule: string,
): LikelyPair[] {
  const names = new Set(accepted.flatMap((one) => (one.rule === rule ? acceptedName(one.supplier) : [])));
  return pairs.filter(({ stranger }) => names.has(acceptedName(stranger)));
}
