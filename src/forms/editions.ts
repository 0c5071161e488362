// The editions of a family and their order. Nothing outside this folder compares versions.
import type { Response } from "../model/response.ts";
import type { MineralId } from "../model/vocabulary.ts";
import { familyNamed } from "./families.ts";
import type { Edition, Family, Layout } from "./form.ts";

/** The form of a version: a decimal number, optionally with a letter or a third part. */
export const VERSION_SHAPE = /^(\d{1,3}(?:\.\d{1,4})?)([a-z]?)(?:\.(\d{1,3}))?$/i;

type Parts = readonly [number: number, letter: string, patch: number];

function partsOf(version: string): Parts {
  const match = VERSION_SHAPE.exec(version.trim());
  return match
    ? [Number(match[1]), (match[2] ?? "").toLowerCase(), Number(match[3] ?? 0)]
    : [Number.NaN, "", 0];
}

/**
 * The number is a decimal fraction rather than major.minor (4.01 < 4.1 = 4.10 < 4.2; 6.22 < 6.3); then come the letter
 * and the third part (6.6 < 6.6.1). Sufficient to find a version's place on the ladder, but not to order the editions
 * on it.
 */
function compareParts([a, letterA, patchA]: Parts, [b, letterB, patchB]: Parts): number {
  if (a !== b) return a < b ? -1 : a > b ? 1 : 0;
  if (letterA !== letterB) return letterA < letterB ? -1 : 1;
  return patchA - patchB;
}

/** A family's editions by the parts of their versions, and each distinct layout, oldest first. */
interface Ladder {
  byParts: ReadonlyMap<string, Edition>;
  layouts: readonly Layout[];
  /** Cache: a campaign asks for the same few versions over and over. */
  nearest: Map<string, Edition>;
}

const ladders = new WeakMap<Family, Ladder>();

function ladderOf(family: Family): Ladder {
  const known = ladders.get(family);
  if (known) return known;
  const ladder: Ladder = {
    byParts: new Map(family.editions.map((edition) => [partsOf(edition.version).join(" "), edition])),
    layouts: [...new Set(family.editions.map(({ layout }) => layout))],
    nearest: new Map(),
  };
  ladders.set(family, ladder);
  return ladder;
}

/** The edition of a version in any spelling ("2", "4.1", "2.03A"); undefined if it is not on the ladder. */
export function findEdition(family: Family, version: string): Edition | undefined {
  return ladderOf(family).byParts.get(partsOf(version).join(" "));
}

/**
 * The edition used to read a version: its own, or the nearest older one if it is not on the ladder. Text that is not a
 * version is read as the newest.
 */
export function editionFor(family: Family, version: string): Edition {
  const { nearest } = ladderOf(family);
  const known = nearest.get(version);
  if (known) return known;
  const parts = partsOf(version);
  const edition =
    findEdition(family, version) ??
    family.editions.findLast((one) => compareParts(partsOf(one.version), parts) <= 0) ??
    (family.editions[0] as Edition);
  if (nearest.size < MOST_KNOWN) nearest.set(version, edition);
  return edition;
}

/** Limits the cache, as versions come from workbooks and malicious ones could contain any number of them. */
const MOST_KNOWN = 200;

/** The newest edition that cmrt knows. */
export function newestEdition(family: Family): Edition {
  return family.editions.at(-1) as Edition;
}

/**
 * Orders two versions of a family: negative if `a` is older. Uses the release ladder, as numbers alone do not give the
 * order of releases; a version that is not on it comes after the nearest older edition. Text that is not a version
 * compares as equal to any.
 */
export function compareVersions(family: Family, a: string, b: string): number {
  const [partsA, partsB] = [partsOf(a), partsOf(b)];
  if (Number.isNaN(partsA[0]) || Number.isNaN(partsB[0])) return 0;
  return rungOf(family, a) - rungOf(family, b) || compareParts(partsA, partsB);
}

/** The index on the ladder of a version's edition, or of the nearest older one; -1 if all are newer. */
function rungOf(family: Family, version: string): number {
  const edition = editionFor(family, version);
  const rung = family.editions.indexOf(edition);
  return rung === 0 && compareParts(partsOf(version), partsOf(edition.version)) < 0 ? -1 : rung;
}

/**
 * The release date (ISO) of the newest edition before a version whose date is known; undefined if the version is not on
 * the ladder or has none before it.
 */
export function releasedBy(family: Family, version: string): string | undefined {
  const edition = findEdition(family, version);
  const before = family.editions.slice(0, edition ? family.editions.indexOf(edition) : 0);
  return before.findLast(({ released }) => released !== null)?.released ?? undefined;
}

/** The newest edition released by a day (ISO). */
export function newestReleased(family: Family, day: string): Edition | undefined {
  return family.editions.findLast(({ released }) => released !== null && released <= day);
}

/** Whether a version is older than another; false if either is not a version. */
export function isOlder(family: Family, version: string, than: string): boolean {
  return compareVersions(family, version, than) < 0;
}

/** Every layout of a family, oldest first. */
export function layoutsOf(family: Family): readonly Layout[] {
  return ladderOf(family).layouts;
}

/** The family of a response. Only files of supported families become responses. */
export function familyOf({ template }: Pick<Response, "template">): Family {
  return familyNamed(template.family);
}

/** The edition with which a response was read, with the minerals that the response is about. */
export function editionOf(response: Pick<Response, "template" | "minerals">): Edition {
  const edition = editionFor(familyOf(response), response.template.version);
  return response.minerals === undefined
    ? edition
    : withMinerals(
        edition,
        response.minerals.map(({ id }) => id),
      );
}

const selections = new WeakMap<Edition, Map<string, Edition>>();

/** An edition for a workbook that selects these minerals, in the order of the rows below each question. */
export function withMinerals(edition: Edition, minerals: readonly MineralId[]): Edition {
  const known = selections.get(edition) ?? new Map<string, Edition>();
  selections.set(edition, known);
  const key = minerals.join("\n");
  const made = known.get(key) ?? { ...edition, layout: { ...edition.layout, minerals } };
  if (known.size < MOST_KNOWN) known.set(key, made);
  return made;
}

/** The newest edition with the layout with which a response was read. */
export function readAsEdition(response: Pick<Response, "template">): Edition {
  const { layout } = response.template;
  const fitting = familyOf(response).editions.findLast((one) => one.layout.generation === layout);
  return fitting ?? editionOf(response);
}

/** Whether an edition of a family has a sheet for mines. */
export function hasMineLists({ editions }: Family): boolean {
  return editions.some(({ layout }) => layout.mines !== undefined);
}
