// Is a workbook a CMRT, and which one: family, version, language and the layout to read it with.

import { normalForm } from "../lib/normal-form.ts";
import { cellText, cleanText, hasSheet, textAt } from "../model/cells.ts";
import type { Note } from "../model/response.ts";
import type { Language } from "../model/vocabulary.ts";
import type { Sheet, Unreadable, Workbook } from "../model/workbook.ts";
import { foldWords } from "./fold.ts";
import { type Layout, layoutFor } from "./layouts.ts";
import { LANGUAGE_SELECTORS } from "./option-words.ts";
import { FAMILIES, type Family, OLD_TITLES } from "./titles.ts";
import { compareVersions, findRelease, NEWEST } from "./versions.ts";

/** A CMRT recognised. */
export interface DetectedTemplate {
  family: "CMRT";
  /** As on the release ladder ("2.03a", "4.10"); as written where the ladder has no such version. */
  version: string;
  language: Language | null;
  /** The revision text as it stands in the workbook. */
  revision?: string;
  layout: Layout;
  declaration: Sheet;
  /** Name of the smelter sheet as the workbook spells it. */
  smelterSheet: string;
  /** What told the family and the version, family first. */
  detectedBy: string[];
  notes: Note[];
}

export type Detected = { ok: true; template: DetectedTemplate } | { ok: false; unreadable: Unreadable };

const DECLARATION = "Declaration";
const SMELTER_SHEET = /^\s*smelter (?:and mine )?list\b/i;

/** Programs allow 31 characters; a longer name would be repeated with every cell of the sheet. */
const LONGEST_NAME = 100;

/** The first sheet with a name like this. */
function findName(workbook: Workbook, pattern: RegExp): string | undefined {
  return workbook.sheets.find(({ name }) => name.length <= LONGEST_NAME && pattern.test(name))?.name;
}

/** The declaration, under its name or one that only begins with it ("Declaration (2)"). */
function findDeclaration(workbook: Workbook): Sheet | undefined {
  const name = findName(workbook, /^\s*declaration\b/i);
  return workbook.sheet(DECLARATION) ?? (name === undefined ? undefined : workbook.sheet(name));
}

/**
 * Recognises a CMRT by what no language setting and no filled cell changes: the title on the Revision sheet, the
 * abbreviation in the declaration's title, the sheets; the version by the revision text, else by the sheets.
 */
export function detect(workbook: Workbook): Detected {
  const family = detectFamily(workbook);
  if (family && family.abbreviation !== "CMRT") return otherTemplate(workbook, family.abbreviation);
  const declaration = findDeclaration(workbook);
  const smelterSheet = findName(workbook, SMELTER_SHEET);

  if (!family) return notACmrt(workbook);
  if (!declaration) return missingSheet(workbook, DECLARATION);
  if (!smelterSheet) return missingSheet(workbook, "Smelter List");

  const notes: Note[] = [];
  for (const [found, name] of [
    [declaration.name, DECLARATION],
    [smelterSheet, smelterSheet.toLowerCase().includes("mine") ? "Smelter and Mine List" : "Smelter List"],
  ] as const) {
    if (found.toLowerCase() === name.toLowerCase()) continue;
    notes.push({ kind: "shifted", note: `The sheet "${name}" is named "${found}".` });
  }
  const version = detectVersion(workbook, declaration, smelterSheet);
  const release = findRelease(version.version);
  if (!release) {
    const newer = compareVersions(version.version, NEWEST) > 0;
    notes.push({
      at: version.at,
      kind: "version",
      note: newer
        ? `Version ${version.version} is newer than ${NEWEST}, the newest that cmrt knows: read with the layout of ${NEWEST}.`
        : `No release ${version.version} of the CMRT is known: read with the layout of generation ${layoutFor(version.version).era}.`,
    });
  } else if (version.revision === undefined) {
    notes.push({
      at: `${DECLARATION}!J3`,
      kind: "version",
      note: `The revision text is missing or changed; the version ${release.version} was told from ${version.by}.`,
    });
  }
  return {
    ok: true,
    template: {
      family: "CMRT",
      version: release?.version ?? version.version,
      language: detectLanguage(declaration),
      ...(version.revision === undefined ? {} : { revision: version.revision }),
      layout: layoutFor(version.version),
      declaration,
      smelterSheet,
      detectedBy: [family.by, version.by],
      notes,
    },
  };
}

/** The family and the cell or sheets that told it; undefined for a workbook that is none of the RMI's templates. */
function detectFamily(workbook: Workbook): { abbreviation: Family["abbreviation"]; by: string } | undefined {
  const revision = workbook.sheet("Revision");
  for (const address of ["B3", "E11", "F11"]) {
    const title = foldWords(textAt(revision, address) ?? "");
    const found = FAMILIES.find((family) => foldWords(family.title) === title);
    if (found) return { abbreviation: found.abbreviation, by: `Revision!${address}` };
  }

  const declaration = findDeclaration(workbook);
  const heading = normalForm(textAt(declaration, "D2") ?? textAt(declaration, "E2") ?? "", "NFKC");
  const abbreviation = /\(\s*(CMRT|EMRT|CRT|AMRT|PRT)\s*\)/.exec(heading)?.[1];
  if (abbreviation) {
    return { abbreviation: abbreviation as Family["abbreviation"], by: `${DECLARATION}!D2` };
  }

  if (hasSheet(workbook, "Minerals Scope")) return { abbreviation: "AMRT", by: "sheet Minerals Scope" };
  if (hasSheet(workbook, "Mine List")) return { abbreviation: "EMRT", by: "sheet Mine List" };
  if (hasSheet(workbook, "Smelter and Mine List")) {
    return { abbreviation: "CMRT", by: "sheet Smelter and Mine List" };
  }
  const title = foldWords(heading);
  if (title !== "" && OLD_TITLES.some((old) => foldWords(old) === title)) {
    return { abbreviation: "CMRT", by: `${DECLARATION}!D2` };
  }
  // No title left: the sheets of a CMRT, and a revision that its sisters do not have.
  if (!declaration || !hasSheet(workbook, "Smelter List")) return undefined;
  if (hasSheet(workbook, "Standard Smelter Names") || hasSheet(workbook, "Smelter Reference List")) {
    return { abbreviation: "CMRT", by: "the sheets" };
  }
  const version = readRevision(declaration);
  return version && (findRelease(version.version)?.era ?? "0") >= "3"
    ? { abbreviation: "CMRT", by: "the sheets and the revision" }
    : undefined;
}

interface DetectedVersion {
  version: string;
  revision?: string;
  by: string;
  at: string;
}

const REVISION = /Revision\s+(\d{1,3}(?:\.\d{1,4})?[a-z]?)\b/i;

function detectVersion(workbook: Workbook, declaration: Sheet, smelterSheet: string): DetectedVersion {
  const smelters = () => workbook.sheet(smelterSheet);
  const byText = readRevision(declaration);
  if (byText) return byText;
  const copy = smelters();
  const byCopy = copy && readRevision(copy);
  if (byCopy) return byCopy;
  const { version, by } = versionBySheets(workbook, declaration, copy);
  return { version, by, at: `${DECLARATION}!J3` };
}

/** The revision text in the head of a sheet: in its own cell, or wherever inserted rows and columns moved it. */
function readRevision(sheet: Sheet): DetectedVersion | undefined {
  for (const row of sheet.rows) {
    if (row.row > 6) break;
    for (const cell of row.cells) {
      const text = cellText(cell);
      if (text === undefined || cell.formula) continue;
      // 1.00 keeps the word "Revision" in the cell before.
      const version = REVISION.exec(text)?.[1] ?? /^\s*(1)\.\s+July\s+18/i.exec(text)?.[1];
      if (version === undefined) continue;
      const at = `${sheet.name}!${String.fromCharCode(64 + cell.column)}${cell.row}`;
      return { version, revision: cleanText(text), by: at, at };
    }
  }
  return undefined;
}

/** The version where the revision text is lost, by what each generation has: the oldest that fits. */
function versionBySheets(
  workbook: Workbook,
  declaration: Sheet,
  smelters: Sheet | undefined,
): { version: string; by: string } {
  const has = (name: string) => hasSheet(workbook, name);
  if (has("Smelter and Mine List")) return { version: "1.00", by: "sheet Smelter and Mine List" };
  if (has("Smelter Reference List")) return { version: "4.00", by: "sheet Smelter Reference List" };
  const header = (address: string) => textAt(smelters, address) !== undefined;
  if (has("Standard Smelter Names")) {
    // The last header is in Q from 3.x on, in O in 2.02 and 2.03, in N before.
    if (header("Q4")) return { version: "3.00", by: "Smelter List!Q4" };
    if (header("O4")) {
      return has("L") ? { version: "2.03", by: "sheet L" } : { version: "2.02", by: "Smelter List!O4" };
    }
    return { version: "2.00", by: "sheet Standard Smelter Names" };
  }
  const lastRow = declaration.rows.at(-1)?.row ?? 0;
  const asksDisclosure = textAt(declaration, "B89") !== undefined;
  if (!asksDisclosure) return { version: "5.00", by: "Declaration!B89" };
  if (/^\s*Responder/.test(textAt(workbook.sheet("Product List"), "B5") ?? "")) {
    return { version: "6.5", by: "Product List!B5" };
  }
  return lastRow > 111
    ? { version: "6.31", by: "the hidden lists of Declaration" }
    : { version: "6.01", by: "the hidden lists of Declaration" };
}

const LANGUAGE_BY_SELECTOR = new Map(
  (Object.entries(LANGUAGE_SELECTORS) as [Language, readonly string[]][]).flatMap(([language, selectors]) =>
    selectors.map((selector): [string, Language] => [foldWords(selector), language]),
  ),
);

/** The language that the declaration is set to; null where its cell holds none of the choices. */
function detectLanguage(declaration: Sheet): Language | null {
  for (const row of declaration.rows) {
    if (row.row > 6) break;
    for (const cell of row.cells) {
      const language = cell.formula ? undefined : LANGUAGE_BY_SELECTOR.get(foldWords(cellText(cell) ?? ""));
      if (language) return language;
    }
  }
  return null;
}

function otherTemplate(workbook: Workbook, abbreviation: Family["abbreviation"]): Detected {
  const family = FAMILIES.find((each) => each.abbreviation === abbreviation);
  const declaration = workbook.sheet(DECLARATION);
  const version = declaration && readRevision(declaration)?.version;
  const name = `${family?.title} (${abbreviation}${version ? ` ${version}` : ""})`;
  return unreadable(
    "other-template",
    `This is the RMI's ${name}, not a Conflict Minerals Reporting Template.`,
    "Ask the supplier for a completed Conflict Minerals Reporting Template (CMRT).",
  );
}

function notACmrt(workbook: Workbook): Detected {
  return unreadable(
    "not-a-cmrt",
    `A workbook, but no Conflict Minerals Reporting Template (its sheets: ${sheetNames(workbook, 5)}).`,
    "Ask the supplier for a completed Conflict Minerals Reporting Template (CMRT).",
  );
}

function missingSheet(workbook: Workbook, name: string): Detected {
  return unreadable(
    "missing-sheet",
    `A Conflict Minerals Reporting Template without its sheet "${name}" (it has ${sheetNames(workbook, 30)}).`,
    `Ask the supplier for the workbook with all its sheets, "${name}" among them and under that name.`,
  );
}

/** The first sheets' names, for a person. */
function sheetNames({ sheets }: Workbook, most: number): string {
  const names = sheets.slice(0, most).map(({ name }) => `"${name.slice(0, LONGEST_NAME)}"`);
  return `${names.join(", ")}${sheets.length > names.length ? " …" : ""}`;
}

function unreadable(kind: Unreadable["kind"], reason: string, ask: string): Detected {
  return { ok: false, unreadable: { kind, reason, ask } };
}
