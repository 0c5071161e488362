// Whose declarations the responses are: what the roster and the path say, against what the workbook says.
import type { RosterIndex } from "../../campaign/identify.ts";
import { isNoName } from "../../domain/sentinels.ts";
import { nameKey } from "../../lib/text.ts";
import { areNearlyAlike, groupNameKey, mayBeSameCompany } from "../../match/company-names.ts";
import type { LikelyPair, SelectedResponse } from "../../model/campaign.ts";
import type { UnusableFile } from "../../model/evaluation.ts";
import type { AcceptedFinding } from "../../model/finding.ts";
import type { Response } from "../../model/response.ts";
import type { Identification, Roster, RosterSupplier } from "../../model/roster.ts";
import type { Settings } from "../../model/settings.ts";
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
 * that of another supplier or none that the supplier may go by, or its unique ID is another supplier's. Undefined where
 * nothing does, or where no name is given.
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
  if (!isOthers && namesOf(supplier).some((name) => mayBeSameCompany(name, declared))) return undefined;
  return {
    declared,
    supplier: supplier.name,
    evidence,
    other: isOthers ? other.supplier.name : null,
    by: "name",
  };
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
    return missing
      .filter((supplier) => namesOf(supplier).some((name) => areNearlyAlike(name, declared)))
      .map(({ key, name }) => ({ response: response.id, stranger: stranger.name, supplier: { key, name } }));
  });
}

/** The pairs that a person has accepted as one company. */
export function acceptedPairs(
  pairs: readonly LikelyPair[],
  accepted: readonly AcceptedFinding[],
  rule: string,
): LikelyPair[] {
  const names = new Set(accepted.flatMap((one) => (one.rule === rule ? acceptedName(one.supplier) : [])));
  return pairs.filter(({ stranger }) => names.has(acceptedName(stranger)));
}
