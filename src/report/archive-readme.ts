// The README of an evidence archive, for readers who have never heard of cmrt.
import { countOf } from "../lib/count-of.ts";
import { ARCHIVE_FILE, type Archive } from "../model/archive.ts";

/** README.txt of an archive in plain words. `archive` may be passed before the README is added to it. */
export function archiveReadme(archive: Omit<Archive, "files">): string {
  const { tool, period, cutoff, today, originals, leftOut, withContacts } = archive;
  const inside = originals.filter(({ in: name }) => name !== null).length;
  const isWhole = leftOut.length === 0;
  const lines = [
    `Evidence archive: conflict minerals, reasonable country of origin inquiry for ${period}`,
    "",
    `Written by cmrt ${tool.version}, an open program that reads Conflict Minerals Reporting`,
    `Templates. The report is of ${today} and counts responses dated up to ${cutoff}.`,
    "",
    "What is in it",
    "",
    "  pack/        the report with its tables; open pack/report.html in a browser, or",
    "               pack/report.md in any editor",
    ...(isWhole
      ? [
          "  workspace/   what the report was made from: the suppliers' responses as they were",
          "               read (.cmrt/responses), the smelter lists (.cmrt/lists, reference),",
          "               settings, roster, decisions, accepted findings, requests",
        ]
      : [
          "  workspace/   the smelter lists, settings, decisions and accepted findings that the",
          "               report was made from",
        ]),
    ...(inside > 0 ? ["  originals/   the suppliers' files, each named by its SHA-256"] : []),
    `  ${ARCHIVE_FILE} the SHA-256 of every file, and of every supplier's file that was read`,
    "",
    "Contact data",
    "",
    ...contactLines(isWhole, inside > 0, withContacts),
    "",
    "How to verify it",
    "",
    "Without any program of ours: a file's SHA-256 (sha256sum, shasum -a 256, certutil",
    `-hashfile) must be the one in ${ARCHIVE_FILE}. To know that ${ARCHIVE_FILE} itself is the`,
    "one of that day, compare the SHA-256 of the whole zip with the one that was noted when it",
    "was written.",
    "",
    "With cmrt, offline, on any machine:",
    "",
    "  cmrt archive --verify <this zip>",
    "",
    ...(isWhole
      ? [
          "checks all hashes, makes the report again from what is in workspace/ and says whether it",
          "is the same byte for byte, or what differs. A later version of cmrt may word or count",
          `something otherwise and says so; version ${tool.version} gives the same report:`,
          "",
          `  npx cmrt@${tool.version} archive --verify <this zip>`,
        ]
      : [
          "checks all hashes. Whether the report follows from the responses cannot be checked with",
          `this archive alone: ${ARCHIVE_FILE} names what was left out, with its SHA-256.`,
        ]),
    "",
    inside > 0
      ? `Of ${countOf(originals.length, "supplier file")}, ${inside} ${inside === 1 ? "is" : "are"} in this archive.`
      : "The suppliers' files themselves are not in this archive: keep them elsewhere. Their",
    ...(inside > 0 ? [] : ["hashes tell whether a file is the one that was read."]),
  ];
  return `${lines.join("\r\n")}\r\n`;
}

function contactLines(isWhole: boolean, withOriginals: boolean, withContacts: boolean): string[] {
  if (!isWhole)
    return [
      "The files with names, e-mail addresses and phone numbers of people at suppliers (responses,",
      "roster, requests) were left out. Remarks that people typed into decisions, accepted",
      "findings or settings are in it as they are.",
    ];
  const where = withOriginals ? "workspace/ and originals/" : "workspace/";
  return [
    `${where} ${withOriginals ? "hold" : "holds"} names, e-mail addresses and phone numbers of people`,
    "at suppliers, as the suppliers gave them: store and share this archive accordingly.",
    withContacts ? "The report in pack/ holds them too." : "The report in pack/ withholds them.",
  ];
}
