// The CMRT releases known to cmrt and their order.

/** A release: its version as cmrt writes it, its date where it is known (ISO), and the era of its layout. */
export interface Release {
  version: string;
  date: string | null;
  era: Era;
}

/** Generations of the layout: within an era every address is the same. */
export type Era = "1.00" | "2.00" | "2.02" | "3" | "4" | "5" | "6";

/**
 * The release ladder, oldest first. Dates are those of the revision sheets; the one of 4.10 is not known
 * (the sheet prints that of 5.00), it lies between 4.01b and 4.20.
 */
export const RELEASES: readonly Release[] = [
  { version: "1.00", date: "2011-07-18", era: "1.00" },
  { version: "2.00", date: "2012-08-29", era: "2.00" },
  { version: "2.01", date: "2012-12-21", era: "2.00" },
  { version: "2.02", date: "2013-03-29", era: "2.02" },
  { version: "2.03", date: "2013-07-12", era: "2.02" },
  { version: "2.03a", date: "2013-07-25", era: "2.02" },
  { version: "3.00", date: "2014-04-09", era: "3" },
  { version: "3.01", date: "2014-05-30", era: "3" },
  { version: "3.02", date: "2014-11-07", era: "3" },
  { version: "4.00", date: "2015-04-30", era: "4" },
  { version: "4.01", date: "2015-06-12", era: "4" },
  { version: "4.01a", date: "2015-08-06", era: "4" },
  { version: "4.01b", date: "2015-11-16", era: "4" },
  { version: "4.10", date: null, era: "4" },
  { version: "4.20", date: "2016-11-30", era: "4" },
  { version: "5.00", date: "2017-05-12", era: "5" },
  { version: "5.01", date: "2017-06-21", era: "5" },
  { version: "5.10", date: "2017-12-01", era: "5" },
  { version: "5.11", date: "2018-04-27", era: "5" },
  { version: "5.12", date: "2019-04-26", era: "5" },
  { version: "6.00", date: "2020-05-13", era: "6" },
  { version: "6.01", date: "2020-05-19", era: "6" },
  { version: "6.1", date: "2021-04-28", era: "6" },
  { version: "6.2", date: "2022-04-27", era: "6" },
  { version: "6.21", date: "2022-05-06", era: "6" },
  { version: "6.22", date: "2022-05-11", era: "6" },
  { version: "6.3", date: "2023-05-05", era: "6" },
  { version: "6.31", date: "2023-05-26", era: "6" },
  { version: "6.4", date: "2024-04-26", era: "6" },
  { version: "6.5", date: "2025-04-25", era: "6" },
];

/** The newest release that cmrt knows. */
export const NEWEST = (RELEASES.at(-1) as Release).version;

const SHAPE = /^(\d{1,3}(?:\.\d{1,4})?)([a-z]?)$/i;

function parts(version: string): [number, string] {
  const match = SHAPE.exec(version.trim());
  return match ? [Number(match[1]), (match[2] ?? "").toLowerCase()] : [Number.NaN, ""];
}

/**
 * Orders two versions: negative when `a` is older. The number is a decimal fraction, not major.minor
 * (4.01 < 4.1 = 4.10 < 4.2; 6.22 < 6.3), then the letter. Versions that are none compare as equal.
 */
export function compareVersions(a: string, b: string): number {
  const [na, la] = parts(a);
  const [nb, lb] = parts(b);
  if (na !== nb) return na < nb ? -1 : na > nb ? 1 : 0;
  return la < lb ? -1 : la > lb ? 1 : 0;
}

const BY_PARTS = new Map(RELEASES.map((release) => [parts(release.version).join(" "), release]));

/**
 * The era of a version: that of its release or, where it is not on the ladder, of the nearest older one. What is no
 * version at all has the newest.
 */
export function eraOf(version: string): Era {
  const release =
    findRelease(version) ?? RELEASES.findLast((one) => compareVersions(one.version, version) <= 0);
  return (release ?? (RELEASES[0] as Release)).era;
}

/** The release of a version in any spelling ("2", "4.1", "2.03A"); undefined for one that is not on the ladder. */
export function findRelease(version: string): Release | undefined {
  return BY_PARTS.get(parts(version).join(" "));
}
