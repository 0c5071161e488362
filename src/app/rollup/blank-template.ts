// Opens the user's blank template, and writes the workbook filled in from it.

import { detect } from "../../forms/detect.ts";
import { FILLABLE } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { WANTED } from "../../forms/wanted.ts";
import { UsageError } from "../../lib/errors.ts";
import { normalForm } from "../../lib/normal-form.ts";
import { UnreadableError } from "../../model/workbook.ts";
import { withoutCells } from "../../package/calc-chain.ts";
import { calculateOnLoad } from "../../package/calc-on-load.ts";
import type { Package } from "../../package/package.ts";
import { UnexpectedPart } from "../../package/xml-tags.ts";
import {
  DoesNotFit,
  type FormContent,
  type FormSmelter,
  fillTemplate,
  type Template,
} from "../../rollup/fill-template.ts";
import { openPackage } from "../../workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../workbook/open-workbook.ts";

export interface BlankTemplate {
  template: Template;
  parts: Package;
}

/**
 * Opens a blank template; with `wanted` it must be of that family. `file` is the name used in errors. Throws UsageError
 * if it is not a blank template of an edition that can be filled in.
 */
export async function openBlank(bytes: Buffer, file: string, wanted?: Family): Promise<BlankTemplate> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new UsageError(`${file} is not a blank ${WANTED.id}: ${opened.unreadable.reason}`);
  const detected = detect(opened.workbook);
  if (!detected.ok)
    throw new UsageError(`${file} is not a blank ${WANTED.id}: ${detected.unreadable.reason}`);
  const { family, version, edition } = detected.template;
  const isWanted = wanted === undefined || family === wanted;
  if (
    !isWanted ||
    edition.fillable !== true ||
    opened.workbook.encrypted ||
    opened.workbook.format !== "xlsx"
  ) {
    throw new UsageError(
      `${file} is a ${family.id} ${version} in the format ${opened.workbook.format}; expected a blank ${(wanted ?? family).fillableAs ?? FILLABLE} as .xlsx, not encrypted.`,
    );
  }
  const parts = await openPackage(bytes);
  const sheetXml = (name: string) => parts.text(parts.sheet(name)?.part ?? "");
  return { template: { workbook: opened.workbook, detected: detected.template, sheetXml }, parts };
}

/** The bytes of the filled template. Throws the errors of `fillTemplate`. */
export function fillBlank(
  { template, parts }: BlankTemplate,
  content: FormContent,
  smelters: readonly FormSmelter[],
): Buffer {
  return parts.rewrite(changedParts(parts, fillTemplate(template, content, smelters)));
}

/** Runs `fill`; data for which the template has no room is reported as a UsageError that names `file`. */
export async function refusing<Result>(file: string, fill: () => Promise<Result>): Promise<Result> {
  try {
    return await fill();
  } catch (error) {
    if (
      error instanceof DoesNotFit ||
      error instanceof UnexpectedPart ||
      // That a sheet of the template is damaged may only show when it is read.
      error instanceof UnreadableError
    ) {
      throw new UsageError(`${file} cannot be filled: ${error.message}`);
    }
    throw error;
  }
}

/** The package parts that a filled template changes, with their new text. */
function changedParts(parts: Package, filled: ReturnType<typeof fillTemplate>): Map<string, string> {
  const changed = new Map<string, string>();
  for (const [name, xml] of filled.sheets) {
    const sheet = parts.sheet(name);
    if (sheet) changed.set(sheet.part, xml);
  }
  changed.set(parts.workbookPart, calculateOnLoad(parts.text(parts.workbookPart)));
  if (parts.calcChainPart !== undefined && filled.formulasGone.size > 0) {
    const gone = new Map(
      [...filled.formulasGone].map(([name, cells]) => [parts.sheet(name)?.sheetId ?? 0, new Set(cells)]),
    );
    changed.set(parts.calcChainPart, withoutCells(parts.text(parts.calcChainPart), gone));
  }
  return changed;
}

/** The name of a filled workbook without extension: template, company and date in letters, digits and hyphens. */
export function filledName({ template }: BlankTemplate, { company }: FormContent): string {
  const { family, version } = template.detected;
  const name = normalForm(company.companyName ?? "declaration", "NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const whole = [...name.replace(/^-+|-+$/g, "")].slice(0, 60).join("");
  const date = company.effectiveDate === undefined ? [] : [company.effectiveDate];
  return [`${family.id}_${version}`, whole || "declaration", ...date].join("_");
}
