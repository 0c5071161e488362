// `cmrt report --verify`: whether a pack matches its manifest, and whether a run today would give the same.

import { isAbsolute, relative, resolve } from "node:path";
import { z } from "zod";
import { reportManifestSchema } from "../../forms/schemas.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { defined } from "../../lib/defined.ts";
import { EXIT, type ExitCode, UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import { printable } from "../../lib/printable.ts";
import { sha256Of } from "../../lib/sha256.ts";
import { version } from "../../lib/version.ts";
import { MANIFEST_FILE } from "../../report/pack/manifest.ts";
import type { PackContent } from "../../report/pack/pack.ts";
import { readOutput } from "../../store/read-output.ts";
import { openSession, type SessionOptions } from "../session.ts";

/** Accepts a manifest of any version: its settings are only compared, and older ones do not list people's files. */
const manifestSchema = reportManifestSchema.extend({
  settings: z.unknown(),
  kept: reportManifestSchema.shape.kept.default([]),
});
type PackManifest = z.infer<typeof manifestSchema>;

/**
 * Compares the files of a pack with its manifest, then makes the report again with the period, cut-off, day and
 * contacts in the manifest, and reports differences and their causes. Returns exit code 0 if everything is the same,
 * otherwise 1. Throws UsageError if the folder is not a pack.
 */
export async function verifyReport(
  folder: string,
  options: SessionOptions & { json?: boolean },
  io: Io,
): Promise<ExitCode> {
  const pack = resolve(io.cwd, folder);
  const manifest = readPackManifest(pack, folder);
  const { period, cutoff, today, withContacts, family } = manifest;
  const session = await openSession(io, { ...options, today, ...defined({ family }) });
  const { files } = session.pack({ period, cutoff, withContacts });
  const again = manifestSchema.parse(JSON.parse(await manifestOf(files)));

  const touched = touchedFiles(manifest, pack);
  const reasons = changedInputs(manifest, again);
  const outputs = changedFiles(manifest.outputs, again.outputs);
  const same = touched.length === 0 && outputs.length === 0 && reasons.length === 0;
  if (options.json) {
    io.out(`${JSON.stringify({ schema: 1, folder, period, same, touched, reasons, outputs }, null, 2)}\n`);
  } else {
    const where = isAbsolute(folder) ? relative(io.cwd, pack) || "." : folder;
    const section = (title: string, lines: readonly string[]): string[] =>
      lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printable(line)}`)];
    const lines = same
      ? [`${where} is unchanged, and a new run gives the same bytes (${manifest.outputs.length} files).`]
      : [
          ...section("Files changed since the pack was written:", touched),
          ...section("Inputs changed since the pack was written:", reasons),
          ...section("A new run gives different bytes for:", outputs),
        ];
    io.out(`${lines.join("\n")}\n`);
  }
  return same ? EXIT.clean : EXIT.findings;
}

/**
 * The manifest of the pack in the folder `pack`, which is called `folder` in errors. Throws UsageError if there is
 * none.
 */
export function readPackManifest(pack: string, folder: string): PackManifest {
  const bytes = readOutput(pack, MANIFEST_FILE);
  if (bytes === undefined)
    throw new UsageError(`${folder} is not a report pack: it has no ${MANIFEST_FILE}.`);
  try {
    return manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    throw new UsageError(`${folder}/${MANIFEST_FILE} is damaged or was written by another version of cmrt.`);
  }
}

/** Files that differ from the manifest. */
function touchedFiles(manifest: PackManifest, pack: string): string[] {
  return manifest.outputs.flatMap(({ file, sha256: hash }) => {
    const bytes = readOutput(pack, file);
    if (bytes === undefined) return [`${file}: missing`];
    return sha256Of(bytes) === hash ? [] : [`${file}: changed`];
  });
}

/** How the inputs have changed since the pack was made. */
function changedInputs(then: PackManifest, now: PackManifest): string[] {
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  return [
    ...(then.tool.version === version()
      ? []
      : [`cmrt ${then.tool.version} wrote the pack; this is ${version()}`]),
    ...(differ(then.settings, now.settings) ? ["the settings"] : []),
    ...changedFiles(then.kept, now.kept),
    ...changedFiles(then.inputs, now.inputs),
    ...changedFiles(
      then.lists.map(({ name, sha256: hash }) => ({ file: `reference list ${name}`, sha256: hash })),
      now.lists.map(({ name, sha256: hash }) => ({ file: `reference list ${name}`, sha256: hash })),
    ),
  ];
}

interface HashedFile {
  file: string;
  sha256: string | null;
}

function changedFiles(then: readonly HashedFile[], now: readonly HashedFile[]): string[] {
  const before = new Map(then.map(({ file, sha256: hash }) => [file, hash]));
  const after = new Map(now.map(({ file, sha256: hash }) => [file, hash]));
  return sortTexts([
    ...[...before.keys()].filter((file) => !after.has(file)).map((file) => `${file}: missing`),
    ...[...after.keys()].filter((file) => !before.has(file)).map((file) => `${file}: new`),
    ...[...before].flatMap(([file, hash]) =>
      after.has(file) && after.get(file) !== hash ? [`${file}: other content`] : [],
    ),
  ]);
}

/** Renders a pack completely to get its manifest, which comes last and contains the hashes of all other files. */
async function manifestOf(pack: AsyncIterable<readonly [string, PackContent]>): Promise<string> {
  let last = "";
  for await (const [, content] of pack) {
    if (typeof content === "string") last = content;
    else if (!(content instanceof Uint8Array)) for (const _piece of content);
  }
  return last;
}
