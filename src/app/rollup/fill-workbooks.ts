// Our declaration as workbooks: a blank template of the user's, filled, as often as its rows need.

import { detect } from "../../forms/detect.ts";
import { WANTED } from "../../forms/wanted.ts";
import { UsageError } from "../../lib/errors.ts";
import { normalForm } from "../../lib/normal-form.ts";
import type { OwnDeclaration } from "../../model/own-declaration.ts";
import { UnreadableError } from "../../model/workbook.ts";
import { withoutCells } from "../../package/calc-chain.ts";
import { calculateOnLoad } from "../../package/calc-on-load.ts";
import type { Package } from "../../package/package.ts";
import { UnexpectedPart } from "../../package/xml-tags.ts";
import { DoesNotFit, fillTemplate, smelterCapacity, type Template } from "../../rollup/fill-template.ts";
import { splitSmelters } from "../../rollup/split.ts";
import { openPackage } from "../../workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../workbook/open-workbook.ts";

/**
 * Fills the template's bytes with the declaration. One workbook by its file name, or several named 1-of-n where the
 * smelters need more rows than it has. `file` names the template in errors.
 * Throws UsageError for a workbook that is no blank template of a fillable edition, or that this declaration does not fit.
 */
export async function fillWorkbooks(
  bytes: Buffer,
  file: string,
  declaration: OwnDeclaration,
): Promise<Record<string, Buffer>> {
  try {
    return await fill(bytes, file, declaration);
  } catch (error) {
    if (
      error instanceof DoesNotFit ||
      error instanceof UnexpectedPart ||
      // A sheet of the template shows only when it is read that it is damaged.
      error instanceof UnreadableError
    ) {
      throw new UsageError(`${file} cannot be filled: ${error.message}`);
    }
    throw error;
  }
}

async function fill(
  bytes: Buffer,
  file: string,
  declaration: OwnDeclaration,
): Promise<Record<string, Buffer>> {
  const { template, parts } = await openTemplate(bytes, file);
  const lists = splitSmelters(declaration, smelterCapacity(template));
  const workbooks: Record<string, Buffer> = {};
  for (const [index, smelters] of lists.entries()) {
    const ofMany = lists.length === 1 ? "" : `_${index + 1}-of-${lists.length}`;
    const { family, version } = template.detected;
    const name = `${family.id}_${version}_${fileWord(declaration)}${ofMany}.xlsx`;
    const filled = fillTemplate(template, declaration, smelters);
    workbooks[name] = parts.rewrite(changedParts(parts, filled));
  }
  return workbooks;
}

async function openTemplate(bytes: Buffer, file: string): Promise<{ template: Template; parts: Package }> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new UsageError(`${file} is not a blank ${WANTED.id}: ${opened.unreadable.reason}`);
  const detected = detect(opened.workbook);
  if (!detected.ok)
    throw new UsageError(`${file} is not a blank ${WANTED.id}: ${detected.unreadable.reason}`);
  const { family, version, edition } = detected.template;
  if (edition.fillable !== true || opened.workbook.encrypted || opened.workbook.format !== "xlsx") {
    throw new UsageError(
      `${file} is a ${family.id} ${version} in the format ${opened.workbook.format}; expected a blank ${family.fillableAs} as .xlsx, not encrypted.`,
    );
  }
  const parts = await openPackage(bytes);
  const sheetXml = (name: string) => parts.text(parts.sheet(name)?.part ?? "");
  return { template: { workbook: opened.workbook, detected: detected.template, sheetXml }, parts };
}

/** The parts of the package that a filled template changes, with their new text. */
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

/** Company and date as a part of a file name: letters, digits and hyphens of any script. */
function fileWord({ company }: OwnDeclaration): string {
  const name = normalForm(company.companyName ?? "declaration", "NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const whole = [...name.replace(/^-+|-+$/g, "")].slice(0, 60).join("");
  return `${whole || "declaration"}_${company.effectiveDate ?? ""}`;
}
