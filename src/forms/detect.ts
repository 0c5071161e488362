// Recognises which template a workbook is: family, version, language and the layout to read it with.

import { normalForm } from "../lib/normal-form.ts";
import { cellText, cleanText, hasSheet, textAt } from "../model/cells.ts";
import type { Note, SelectedMineral } from "../model/response.ts";
import type { Language } from "../model/vocabulary.ts";
import type { Sheet, Unreadable, Workbook } from "../model/workbook.ts";
import { compareVersions, editionFor, findEdition, layoutsOf, newestEdition } from "./editions.ts";
import { FAMILIES } from "./families.ts";
import {
  DECLARATION,
  type FoundSheet,
  type FoundSheets,
  findDeclaration,
  findSheets,
  sheetCalled,
} from "./find-sheets.ts";
import { foldWords } from "./fold.ts";
import type { Edition, Family, KnownTemplate, Layout, Sign } from "./form.ts";
import { OTHER_TEMPLATES } from "./other-templates.ts";
import { labelMark } from "./read-labels.ts";
import { LONGEST_NAME } from "./sheet-names.ts";
import { otherTemplate, WANTED } from "./wanted.ts";

/** A recognised template of a supported family. */
export interface DetectedTemplate {
  family: Family;
  /** As on the release ladder ("2.03a", "4.10"); as written if the ladder does not have it. */
  version: string;
  /** The edition used for reading: that of the version, or the nearest older one. */
  edition: Edition;
  language: Language | null;
  /** The revision text in the workbook, unchanged. */
  revision?: string;
  /** Where its cells are: the layout of the edition. */
  layout: Layout;
  /** The minerals that the declaration selects, in templates in which they are selected; set after they were read. */
  minerals?: readonly SelectedMineral[];
  declaration: Sheet;
  /** Name of the smelter sheet as spelled in the workbook. */
  smelterSheet: string;
  /** The sheets of each kind; the first one is used. */
  sheets: FoundSheets;
  /** The evidence for the family and the version, family first. */
  detectedBy: string[];
  notes: Note[];
}

export type Detected = { ok: true; template: DetectedTemplate } | { ok: false; unreadable: Unreadable };

/**
 * Recognises a template by features that neither the language setting nor filled cells change: the title on the
 * Revision sheet, the abbreviation in the declaration's title, the sheets. The version is recognised by the revision
 * text, else by the sheets.
 */
export function detect(workbook: Workbook): Detected {
  const told = detectFamily(workbook);
  if (!told) return unknownWorkbook(workbook);
  const family = FAMILIES.find(({ id }) => id === told.template.id);
  if (!family) {
    const sheet = workbook.sheet(DECLARATION);
    const version = sheet && readRevision(sheet)?.version;
    return { ok: false, unreadable: otherTemplate({ ...told.template, version }) };
  }
  return describe(workbook, family, findSheets(workbook, family), told.by);
}

/** The template with another of its declarations in the first one's place, which may be of another version. */
export function withDeclaration(
  workbook: Workbook,
  { family, sheets, detectedBy: [by = ""] }: DetectedTemplate,
  chosen: FoundSheet,
): DetectedTemplate | undefined {
  const others = sheets.declaration.filter((sheet) => sheet !== chosen);
  const detected = describe(workbook, family, { ...sheets, declaration: [chosen, ...others] }, by);
  return detected.ok ? detected.template : undefined;
}

/**
 * The template read with the layouts of other editions, newest first: for a version newer than all known ones, which
 * may have its cells where an older one has them. Empty for any other version.
 */
export function* asOlderEditions(
  workbook: Workbook,
  { family, version, edition, sheets, detectedBy: [by = ""] }: DetectedTemplate,
): Generator<DetectedTemplate> {
  if (!isNewerThanKnown(family, version)) return;
  const layouts = layoutsOf(family).toReversed().slice(0, MOST_LAYOUTS);
  for (const layout of layouts) {
    const older = family.editions.findLast((one) => one.layout === layout);
    if (older === undefined || layout === edition.layout) continue;
    const detected = describe(workbook, family, sheets, by, older);
    if (detected.ok) yield detected.template;
  }
}

/** Layouts that were changed long ago do not come back. */
const MOST_LAYOUTS = 3;

function isNewerThanKnown(family: Family, version: string): boolean {
  return (
    findEdition(family, version) === undefined &&
    compareVersions(family, version, newestEdition(family).version) > 0
  );
}

/**
 * Describes a workbook of a family by the first sheet of each kind. `by`: the evidence for the family; `as`: the
 * edition used for reading, if it is not that of the version.
 */
function describe(
  workbook: Workbook,
  family: Family,
  sheets: FoundSheets,
  by: string,
  as?: Edition,
): Detected {
  const {
    declaration: [declared],
    smelters: [smelters],
    products: [products],
  } = sheets;
  const declaration = declared && workbook.sheet(declared.name);
  if (!declaration) return missingSheet(workbook, family, DECLARATION);
  if (!smelters) return missingSheet(workbook, family, smelterSheetOf(family));

  const notes = [declared, smelters, products].flatMap((sheet) => noteOnName(sheet, workbook) ?? []);
  const version = detectVersion({ workbook, family, declaration, sheets });
  const known = findEdition(family, version.version);
  const edition = as ?? editionFor(family, version.version);
  const newest = newestEdition(family).version;
  if (!known) {
    const newer = isNewerThanKnown(family, version.version);
    notes.push({
      at: version.at,
      kind: "version",
      note: newer
        ? `Version ${version.version} is newer than ${newest}, the newest that cmrt knows: read with the layout of ${edition.version}.`
        : `No release ${version.version} of the ${family.id} is known: read with the layout of generation ${edition.layout.generation}.`,
    });
  } else if (version.revision === undefined) {
    notes.push({
      at: `${DECLARATION}!${edition.layout.revisionCell}`,
      kind: "version",
      note: `The revision text is missing or changed; the version ${known.version} was told from ${version.by}.`,
    });
  }
  return {
    ok: true,
    template: {
      family,
      version: known?.version ?? version.version,
      edition,
      language: detectLanguage(declaration, family),
      ...(version.revision === undefined ? {} : { revision: version.revision }),
      layout: edition.layout,
      declaration,
      smelterSheet: smelters.name,
      sheets,
      detectedBy: [by, version.by],
      notes,
    },
  };
}

/** The smelter sheet of the newest edition. */
function smelterSheetOf(family: Family): string {
  return newestEdition(family).layout.smelters.sheet;
}

/** The note about a sheet without the template's name. */
function noteOnName(sheet: FoundSheet | undefined, workbook: Workbook): Note | undefined {
  if (sheet === undefined || hasSheet(workbook, sheet.usual)) return undefined;
  const { name, usual, by } = sheet;
  if (by === "content") {
    const note = `No sheet is named "${usual}"; "${name}" was read as this sheet, by its labels.`;
    return { kind: "shifted", note };
  }
  // A no-break space looks like any other.
  const why = foldWords(name) === foldWords(usual) ? ", with other blanks or signs" : "";
  return { kind: "shifted", note: `The sheet "${usual}" is named "${name}"${why}.` };
}

/** All templates that can be distinguished; those that are not supported are checked first. */
const KNOWN: readonly KnownTemplate[] = [...OTHER_TEMPLATES, ...FAMILIES];

/** The template and the cell or sheets that identify it; undefined for a workbook that is not a known one. */
function detectFamily(workbook: Workbook): { template: KnownTemplate; by: string } | undefined {
  const revision = sheetCalled(workbook, "Revision");
  for (const address of ["B3", "E11", "F11"]) {
    const title = foldWords(textAt(revision, address) ?? "");
    const template = KNOWN.find(({ titles }) => titles.some((each) => foldWords(each) === title));
    if (template) return { template, by: `Revision!${address}` };
  }

  const declaration = findDeclaration(workbook);
  const heading = normalForm(textAt(declaration, "D2") ?? textAt(declaration, "E2") ?? "", "NFKC");
  const abbreviation = [...heading.matchAll(/\(\s*([A-Z]+)\s*\)/g)].find(([, id]) =>
    KNOWN.some((each) => each.id === id),
  )?.[1];
  const titled = KNOWN.find(({ id }) => id === abbreviation);
  if (titled) return { template: titled, by: `${DECLARATION}!D2` };

  for (const template of KNOWN) {
    const sheet = template.ownSheets.find((name) => hasSheet(workbook, name));
    if (sheet !== undefined) return { template, by: `sheet ${sheet}` };
  }
  const title = foldWords(heading);
  const old =
    title === ""
      ? undefined
      : FAMILIES.find(({ signature }) => signature.titlesOfOld.some((each) => foldWords(each) === title));
  if (old) return { template: old, by: `${DECLARATION}!D2` };

  // No title left: identified by sheets, or by a revision that other families do not have.
  if (!declaration) return undefined;
  for (const family of FAMILIES) {
    if (findSheets(workbook, family).smelters.length === 0) continue;
    if (family.signature.tellingSheets.some((name) => hasSheet(workbook, name))) {
      return { template: family, by: "the sheets" };
    }
    const { tellingCells = [], versionsTellFrom } = family.signature;
    const cell = tellingCells.find(
      (sign) => sign.cell && sign.text?.test(textAt(declaration, sign.cell) ?? ""),
    );
    if (cell) return { template: family, by: `${DECLARATION}!${cell.cell}` };
    const edition = findEdition(family, readRevision(declaration)?.version ?? "");
    if (
      edition &&
      versionsTellFrom !== undefined &&
      compareVersions(family, edition.version, versionsTellFrom) >= 0
    ) {
      return { template: family, by: "the sheets and the revision" };
    }
  }
  return undefined;
}

interface DetectedVersion {
  version: string;
  revision?: string;
  by: string;
  at: string;
}

const REVISION = /Revision\s+(\d{1,3}(?:\.\d{1,4})?[a-z]?(?:\.\d{1,3})?)\b/i;

/** A workbook of a known family, and its sheets by their names in it. */
interface Candidate {
  workbook: Workbook;
  family: Family;
  declaration: Sheet;
  sheets: FoundSheets;
}

function detectVersion(candidate: Candidate): DetectedVersion {
  const { workbook, family, declaration, sheets } = candidate;
  const byText = readRevision(declaration);
  if (byText) return byText;
  const copy = sheets.smelters[0] && workbook.sheet(sheets.smelters[0].name);
  const byCopy = copy && readRevision(copy);
  if (byCopy) return byCopy;
  const { version, by } = family.signature.versionSigns.find(({ signs }) =>
    signs.every((sign) => holds(sign, candidate)),
  ) ?? { version: newestEdition(family).version, by: "nothing else" };
  return { version, by, at: `${DECLARATION}!${editionFor(family, version).layout.revisionCell}` };
}

function holds(sign: Sign, { workbook, declaration, sheets }: Candidate): boolean {
  const sheet = (): Sheet | undefined => {
    if (sign.sheet === DECLARATION) return declaration;
    const [found] = [...sheets.smelters, ...sheets.products].filter(({ usual }) => usual === sign.sheet);
    return found ? workbook.sheet(found.name) : sheetCalled(workbook, sign.sheet);
  };
  if (sign.cell !== undefined) {
    const text = textAt(sheet(), sign.cell);
    return (text !== undefined && (sign.text?.test(text) ?? true)) !== (sign.not ?? false);
  }
  if (sign.asks !== undefined) return asks(sheet(), sign.asks) !== (sign.not ?? false);
  if (sign.longerThan !== undefined) return (sheet()?.rows.at(-1)?.row ?? 0) > sign.longerThan;
  return sheet() !== undefined;
}

/** Whether a question of a declaration has this number; the labels may have moved. */
function asks(declaration: Sheet | undefined, mark: string): boolean {
  const isAsked = (text: string | undefined) => text !== undefined && labelMark(text) === mark;
  return declaration?.rows.some(({ cells }) => cells.some((cell) => isAsked(cellText(cell)))) ?? false;
}

/** The revision text at the top of a sheet: in its own cell, or wherever inserted rows and columns moved it. */
function readRevision(sheet: Sheet): DetectedVersion | undefined {
  for (const row of sheet.rows) {
    if (row.row > 6) break;
    for (const cell of row.cells) {
      const text = cellText(cell);
      if (text === undefined || cell.formula) continue;
      // In 1.00 the word "Revision" is in the cell before.
      const version = REVISION.exec(text)?.[1] ?? /^\s*(1)\.\s+July\s+18/i.exec(text)?.[1];
      if (version === undefined) continue;
      const at = `${sheet.name}!${String.fromCharCode(64 + cell.column)}${cell.row}`;
      return { version, revision: cleanText(text), by: at, at };
    }
  }
  return undefined;
}

const selectors = new WeakMap<Family, ReadonlyMap<string, Language>>();

/** Languages by the folded text of the language cell. */
function selectorsOf(family: Family): ReadonlyMap<string, Language> {
  const known = selectors.get(family);
  if (known) return known;
  const byText = new Map(
    (Object.entries(family.optionWords.languages) as [Language, readonly string[]][]).flatMap(
      ([language, texts]) => texts.map((text): [string, Language] => [foldWords(text), language]),
    ),
  );
  selectors.set(family, byText);
  return byText;
}

/** The language of the declaration; null if its cell does not contain one of the choices. */
function detectLanguage(declaration: Sheet, family: Family): Language | null {
  const languages = selectorsOf(family);
  for (const row of declaration.rows) {
    if (row.row > 6) break;
    for (const cell of row.cells) {
      const language = cell.formula ? undefined : languages.get(foldWords(cellText(cell) ?? ""));
      if (language) return language;
    }
  }
  return null;
}

function unknownWorkbook(workbook: Workbook): Detected {
  return unreadable(
    "not-a-cmrt",
    `A workbook, but no ${WANTED.title} (its sheets: ${sheetNames(workbook, 5)}).`,
    `Ask the supplier for a completed ${WANTED.title} (${WANTED.id}).`,
  );
}

function missingSheet(workbook: Workbook, family: Family, name: string): Detected {
  return unreadable(
    "missing-sheet",
    `${/^[AEIO]/.test(family.title) ? "An" : "A"} ${family.title} without its sheet "${name}" (it has ${sheetNames(workbook, 30)}).`,
    `Ask the supplier for the workbook with all its sheets, "${name}" among them and under that name.`,
  );
}

/** The names of the first sheets, for people. */
function sheetNames({ sheets }: Workbook, most: number): string {
  const names = sheets.slice(0, most).map(({ name }) => `"${name.slice(0, LONGEST_NAME)}"`);
  return `${names.join(", ")}${sheets.length > names.length ? " …" : ""}`;
}

function unreadable(kind: Unreadable["kind"], reason: string, ask: string): Detected {
  return { ok: false, unreadable: { kind, reason, ask } };
}
