// The manifest of a pack; see model/report-manifest.ts.
import { compareTexts } from "../../lib/compare-texts.ts";
import type { ReportManifest } from "../../model/report-manifest.ts";
import { sourceText } from "../../model/workbook.ts";
import type { ReportInput } from "./report-input.ts";

/** File name of the manifest in the pack. */
export const MANIFEST_FILE = "manifest.json";

/** Files of the pack by name, with hash and length. */
export type Outputs = Record<string, { sha256: string; bytes: number }>;

/** The manifest as text. `outputs` are all other files of the pack. */
export function renderManifest(input: ReportInput, outputs: Readonly<Outputs>): string {
  const { evaluation, settings, version, withContacts, kept } = input;
  const files = [
    ...evaluation.responses.map(({ response }) => response.source),
    ...evaluation.unreadable,
  ].map((source) => ({ file: sourceText(source), sha256: source.sha256, bytes: source.bytes }));
  const { reference, furtherLists = [] } = evaluation;
  const used = [...(reference ? [{ list: reference.list, use: "matching" }] : []), ...furtherLists];
  const lists = used.map(({ list: { name, kind, asOf, source, entries }, use }) => ({
    name,
    kind,
    asOf,
    use,
    file: source.file,
    sha256: source.sha256,
    entries: entries.length,
  }));
  const manifest: ReportManifest = {
    schema: 1,
    tool: { name: "cmrt", version },
    ...(evaluation.family === undefined ? {} : { family: evaluation.family }),
    period: evaluation.period,
    cutoff: evaluation.cutoff,
    today: evaluation.today,
    withContacts,
    settings,
    inputs: files.sort((a, b) => compareTexts(a.file, b.file)),
    lists,
    kept: [...kept],
    outputs: Object.entries(outputs)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([file, sum]) => ({ file, ...sum })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
