// `cmrt archive`: writes the evidence of a period into one zip, or verifies such a zip.

import { join, relative, resolve } from "node:path";
import { type VerifiedArchive, verifyArchive } from "../app/archive/verify-archive.ts";
import { type WrittenArchive, writeArchive } from "../app/archive/write-archive.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { DEFAULT_FAMILY, familyNamed } from "../forms/families.ts";
import { countOf } from "../lib/count-of.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { version } from "../lib/version.ts";
import { PACK_FOLDER } from "../model/archive.ts";
import { EXPORTS_FOLDER, REPORTS_FOLDER } from "../model/workspace-files.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface ArchiveOptions extends CommonOptions {
  period: number;
  /** Abbreviation of the template family whose pack is archived. */
  family?: string;
  /** Folder of the report pack; by default reports/<period> in the workspace, with the family's subfolder. */
  pack?: string;
  /** The zip to write; by default exports/archive-<period>.zip in the workspace, with the family in its name. */
  out?: string;
  withOriginals?: boolean;
  /** Leave out files with contact data. */
  withoutContacts?: boolean;
  reference?: readonly string[];
  password?: readonly string[];
}

/**
 * Writes the archive and prints its path and SHA-256. Exit code 1 if requested originals are no longer where they were
 * read, otherwise 0.
 */
export async function archive(options: ArchiveOptions, io: Io): Promise<ExitCode> {
  const { root } = workspaceHere(io, options);
  const { family: id, ...others } = options;
  const { period, pack, out, withOriginals = false } = others;
  const own = ownFolder(id === undefined ? DEFAULT_FAMILY : familyNamed(id));
  const name = `${["archive", ...own, period].join("-")}.zip`;
  const path = out === undefined ? join(root, EXPORTS_FOLDER, name) : resolve(io.cwd, out);
  const written = await writeArchive(
    {
      ...others,
      pack: pack === undefined ? join(root, REPORTS_FOLDER, ...own, String(period)) : resolve(io.cwd, pack),
      out: path,
      withOriginals,
    },
    io,
  );
  const shown = relative(io.cwd, path);
  const gone = withOriginals ? written.archive.originals.filter((one) => one.in === null) : [];
  if (options.json) {
    const { sha256, bytes, archive: about } = written;
    io.out(`${JSON.stringify({ ...about, out: shown, sha256, bytes }, null, 2)}\n`);
  } else {
    io.out(`${writtenLines(shown, written, withOriginals).map(printable).join("\n")}\n`);
    if (!options.quiet)
      for (const { file } of gone)
        io.err(`Not in the archive, only its hash: ${printable(file)} is no longer as it was read.\n`);
  }
  return gone.length > 0 ? EXIT.findings : EXIT.clean;
}

function writtenLines(out: string, { archive: about, sha256 }: WrittenArchive, asked: boolean): string[] {
  const { files, leftOut, originals } = about;
  const inPack = files.filter(({ file }) => file.startsWith(PACK_FOLDER)).length;
  const inside = originals.filter((one) => one.in !== null).length;
  return [
    `Evidence of ${about.period} written to ${out}`,
    "",
    `  report pack        ${countOf(inPack, "file")} (run of ${about.today})`,
    `  made from          ${countOf(files.length - inPack, "file")}`,
    `  suppliers' files   ${countOf(originals.length, "hash", "hashes")}${asked ? `, ${countOf(inside, "file")}` : ""}`,
    `  SHA-256            ${sha256}`,
    "",
    leftOut.length > 0
      ? `Left out because of contact data: ${countOf(leftOut.length, "file")} (responses, roster, requests). Their hashes are in it; the report cannot be made from it again.`
      : "It holds contact data of suppliers, as they gave it: see README.txt in it.",
    "Note the SHA-256 where nobody can change it. `cmrt archive --verify` checks the rest.",
  ];
}

/** Prints whether an archive is unchanged and reproduces the same report. Exit code 1 if anything differs. */
export async function verify(path: string, options: CommonOptions, io: Io): Promise<ExitCode> {
  const verified = await verifyArchive(path, io);
  const { archive: about, sha256, faults, originals, again } = verified;
  const same = faults.length === 0 && (again === null || ("differ" in again && again.differ.length === 0));
  if (options.json) {
    const { period, tool, today, leftOut } = about;
    const summary = { period, today, tool, thisVersion: version(), sha256, same, faults, originals, again };
    io.out(`${JSON.stringify({ schema: 1, archive: path, ...summary, leftOut: leftOut.length }, null, 2)}\n`);
  } else {
    io.out(`${verifiedLines(path, verified).map(printable).join("\n")}\n`);
  }
  return same ? EXIT.clean : EXIT.findings;
}

function verifiedLines(
  path: string,
  { archive: about, sha256, faults, originals, again }: VerifiedArchive,
): string[] {
  const { tool, period, today, files } = about;
  const lines = [
    `${path}: evidence of ${period}, written by cmrt ${tool.version} from the run of ${today}`,
    `SHA-256 ${sha256} (compare it with the one that was noted)`,
    "",
    ...(faults.length === 0
      ? [`Hashes: all ${files.length} files are as the archive names them.`]
      : ["Files that are not as the archive names them:", ...faults.map((fault) => `  ${fault}`)]),
    originals === 0
      ? `Suppliers' files: not in the archive; it names the hashes of ${about.originals.length}.`
      : `Suppliers' files: ${originals} in the archive, each with the hash of the file that was read.`,
  ];
  if (again === null) {
    return [
      ...lines,
      `Not checked: whether the report follows from the responses. They were left out because of contact data (${countOf(about.leftOut.length, "file")}).`,
    ];
  }
  if ("failed" in again) lines.push(`The report could not be made again: ${again.failed}`);
  else if (again.differ.length === 0) {
    lines.push(
      `Report: made again from the archived responses, lists and settings, all ${again.files} files are the same byte for byte.`,
    );
  } else {
    lines.push(
      `Made again, the report differs in ${again.differ.length} of ${again.files} files:`,
      ...again.differ.map((file) => `  ${file}`),
    );
  }
  const isSame = "differ" in again && again.differ.length === 0;
  if (!isSame && tool.version !== version()) {
    lines.push(
      `This is cmrt ${version()}. Version ${tool.version} wrote the archive: \`npx cmrt@${tool.version} archive --verify\` makes the report as it did then.`,
    );
  }
  return lines;
}
