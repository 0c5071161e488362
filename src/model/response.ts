// A supplier's workbook after reading. Keys and shapes are those of `cmrt show --json`.
import { z } from "zod";
import {
  ANSWER_CODES,
  COMPANY_FIELDS,
  LANGUAGES,
  MINE_COLUMNS,
  type MineColumn,
  PRODUCT_COLUMNS,
  SMELTER_COLUMNS,
  type TemplateWords,
} from "./vocabulary.ts";

/** Schema number of stored and printed JSON. Increased when stored responses can no longer be read. */
export const SCHEMA = 1;

/** Maximum length of a mineral's name in letters. */
export const LONGEST_MINERAL = 60;

/** A value with its cell; `raw` is the text as typed or stored, present only if it differs from the value. */
const readText = z.object({
  value: z.string(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** The target of the cell's hyperlink, if it differs from the text. */
  link: z.string().exactOptional(),
});
export type ReadText = z.infer<typeof readText>;

/** A company field: `value` is null if the text could not be understood (a scope or date as free text). */
const companyValue = z.object({
  value: z.string().nullable(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** The target of the cell's hyperlink, if it differs from the text. */
  link: z.string().exactOptional(),
});
export type CompanyValue = z.infer<typeof companyValue>;

/** An answer: a code, or null with `raw` if the text is not a known answer. There may be only a comment. */
const answer = z.object({
  value: z.enum(ANSWER_CODES).nullable(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** The answer cell is blank, and there is only a comment. */
  blank: z.literal(true).exactOptional(),
  comment: readText.exactOptional(),
});
export type Answer = z.infer<typeof answer>;

/** Texts of one row of the smelter sheet, keyed by the meaning of their column. */
const smelterTexts = z.partialRecord(z.enum(SMELTER_COLUMNS), z.string());

/** A mineral of a family, or one that a declaration names itself: then its name in lower case. */
const mineralId = z.string().min(1).max(LONGEST_MINERAL);

const smelterRow = z.object({
  /** Sheet row, 1-based. */
  row: z.int().positive(),
  /** The sheet on which the list continues; absent for rows of `smelterSheet`. */
  sheet: z.string().exactOptional(),
  metal: mineralId.exactOptional(),
  /** The look-up choice; sentinels are in the template's spelling. */
  lookupName: z.string().exactOptional(),
  /** The facility's name: the typed name, else the standard name, else the look-up name. */
  name: z.string().exactOptional(),
  /** ISO 3166-1 alpha-2; absent if the text is not a country (then `raw.country` has the text). */
  country: z.string().exactOptional(),
  /** The facility ID of the row: from the ID column if it contains an ID, else from the input column. */
  id: z.string().exactOptional(),
  idInput: z.string().exactOptional(),
  idSource: z.string().exactOptional(),
  street: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  location: z.string().exactOptional(),
  tierLevel: z.string().exactOptional(),
  contactName: z.string().exactOptional(),
  contactEmail: z.string().exactOptional(),
  onCompliantList: z.string().exactOptional(),
  nextSteps: z.string().exactOptional(),
  mineNames: z.string().exactOptional(),
  mineCountries: z.string().exactOptional(),
  /** 100 % recycled or scrap feedstock: yes, no or unknown; any other text as typed. */
  recycled: z.string().exactOptional(),
  productCategory: z.string().exactOptional(),
  productDetails: z.string().exactOptional(),
  comments: z.string().exactOptional(),
  standardName: z.string().exactOptional(),
  countryCode: z.string().exactOptional(),
  stateCode: z.string().exactOptional(),
  /** Texts as typed, for columns in which they differ from the value. */
  raw: smelterTexts.exactOptional(),
  /** Columns whose formula had no cached value and was resolved with the workbook's own look-up sheet. */
  recovered: z.array(z.enum(SMELTER_COLUMNS)).exactOptional(),
  /**
   * Whether metal and look-up name (or the ID typed in the input column) are in the workbook's own look-up sheet.
   * Absent if unknown.
   */
  inOwnList: z.boolean().exactOptional(),
  /** For formula cells that were overwritten: what the workbook's own look-up sheet says instead. */
  ownListSays: smelterTexts.exactOptional(),
  /** Columns of this row that differ from `smelterColumns` (for a row pasted from another layout). */
  columns: z.partialRecord(z.enum(SMELTER_COLUMNS), z.string()).exactOptional(),
});
export type SmelterRow = z.infer<typeof smelterRow>;

/** A mineral that a declaration is about, in templates in which minerals are selected. */
const selectedMineral = z.object({
  id: mineralId,
  /** Its name as selected or typed, if it differs from the template's word. */
  raw: z.string().exactOptional(),
  /** The cell that selects or names it. */
  at: z.string(),
  /**
   * The mineral is not selected, but rows are still labelled with it and contain answers, as in a workbook that was not
   * recalculated.
   */
  deselected: z.literal(true).exactOptional(),
});
export type SelectedMineral = z.infer<typeof selectedMineral>;

/** A row of the mine list. */
const mineRow = z.object({
  row: z.int().positive(),
  /** The sheet on which the list continues; absent for rows of the mine sheet itself. */
  sheet: z.string().exactOptional(),
  metal: mineralId.exactOptional(),
  /** The smelter supplied by the mine, as named in the row. */
  smelter: z.string().exactOptional(),
  name: z.string().exactOptional(),
  id: z.string().exactOptional(),
  idSource: z.string().exactOptional(),
  /** ISO 3166-1 alpha-2; absent if the text is not a country (then `raw.country` has the text). */
  country: z.string().exactOptional(),
  street: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  contactName: z.string().exactOptional(),
  contactEmail: z.string().exactOptional(),
  nextSteps: z.string().exactOptional(),
  comments: z.string().exactOptional(),
  /** Texts as typed, for columns in which they differ from the value. */
  raw: z.partialRecord(z.enum(MINE_COLUMNS), z.string()).exactOptional(),
});
export type MineRow = z.infer<typeof mineRow>;

/** Why the requester asks about a mineral. */
const mineralReason = z.object({
  row: z.int().positive(),
  mineral: z.string().exactOptional(),
  reason: z.string().exactOptional(),
});
export type MineralReason = z.infer<typeof mineralReason>;

/**
 * Problems in the cells that select minerals, and in the rows that belong to them: another mineral without a name; a
 * name in a cell that selects nothing; a mineral selected twice; an answer in a row without a mineral.
 */
const SELECTION_FAULTS = ["otherUnnamed", "nameUnread", "duplicate", "leftOver"] as const;

const selectionFault = z.object({
  kind: z.enum(SELECTION_FAULTS),
  at: z.string(),
  text: z.string().exactOptional(),
});
export type SelectionFault = z.infer<typeof selectionFault>;

const product = z.object({
  row: z.int().positive(),
  /** The sheet on which the list continues; absent for rows of the product sheet itself. */
  sheet: z.string().exactOptional(),
  /** The supplier's own number and name. */
  number: z.string().exactOptional(),
  name: z.string().exactOptional(),
  /** Those of the requesting customer; in templates since 2026. */
  requesterNumber: z.string().exactOptional(),
  requesterName: z.string().exactOptional(),
  comments: z.string().exactOptional(),
});
export type Product = z.infer<typeof product>;

/**
 * What a note is about, for programs: an unknown version; rows or columns in other places than in the layout; question
 * labels that contradict the layout; formulas without cached values that were looked up; cells with an error or an
 * uncalculated formula instead of a value; a date that would be plausible in the other date system; a text that could
 * not be understood; a further sheet that was not used; the file's container.
 */
const NOTE_KINDS = [
  "version",
  "shifted",
  "labels",
  "notCalculated",
  "noValue",
  "dateSystem",
  "notUnderstood",
  "unused",
  "workbook",
] as const;

const note = z.object({
  at: z.string().exactOptional(),
  kind: z.enum(NOTE_KINDS).exactOptional(),
  note: z.string(),
});
export type Note = z.infer<typeof note>;

/**
 * Why a further sheet with data was not used: its answers differ from those read; it is hidden; its name says that it
 * is something else; its headers differ; some of its rows are also on the list that was read.
 */
const UNUSED_REASONS = ["otherAnswers", "hidden", "otherName", "otherHeaders", "sharedRows"] as const;

const unusedSheet = z.object({
  kind: z.enum(["declaration", "smelters", "products", "mines"]),
  sheet: z.string(),
  /** The sheet that was read. */
  instead: z.string(),
  why: z.enum(UNUSED_REASONS),
  /** Number of rows, for a list. */
  rows: z.int().positive().exactOptional(),
  /** The sheet that was read is blank. */
  insteadOfBlank: z.literal(true).exactOptional(),
});
export type UnusedSheet = z.infer<typeof unusedSheet>;

/** The schema of a response for the families with this vocabulary. */
export const responseSchemaWith = (words: TemplateWords) =>
  z.object({
    schema: z.literal(SCHEMA),
    /** SHA-256 of the file, in lower-case hexadecimal. */
    id: z.string(),
    source: z.object({
      /** Path as given or found, with forward slashes; for a contained file its name inside the container. */
      path: z.string(),
      /** The file's containers, outermost first, joined by " » "; null if it is not in one. */
      container: z.string().nullable(),
      sha256: z.string(),
      bytes: z.int().nonnegative(),
      format: z.enum(["xlsx", "xlsm", "xlsb", "xls", "ods"]),
      encrypted: z.boolean(),
      /** When the workbook was last saved according to its properties (ISO date and time, UTC). */
      modified: z.string().exactOptional(),
    }),
    template: z.object({
      /** Abbreviation of the template. */
      family: z.enum(words.families),
      /** Normalised version: "2.03a", "4.10", "6.31". */
      version: z.string(),
      language: z.enum(LANGUAGES).nullable(),
      /** The revision text in the workbook, unchanged. */
      revision: z.string().exactOptional(),
      /** The template generation whose layout was used for reading. */
      layout: z.string(),
      /** The evidence for family and version. */
      detectedBy: z.array(z.string()),
    }),
    company: z.partialRecord(z.enum(COMPANY_FIELDS), companyValue),
    /** The minerals that the declaration selects, in row order; absent if its template has fixed ones. */
    minerals: z.array(selectedMineral).exactOptional(),
    /** Problems in that selection; absent if there are none. */
    selectionFaults: z.array(selectionFault).exactOptional(),
    /** By mineral and question, with the family's keys. */
    answers: z.record(mineralId, z.partialRecord(z.enum(words.questions), answer)),
    /** By company question. */
    policies: z.partialRecord(z.enum(words.practices), answer),
    smelters: z.array(smelterRow),
    /** Column letter of each smelter column in this layout: with the row it gives the cell. */
    smelterColumns: z.partialRecord(z.enum(SMELTER_COLUMNS), z.string()),
    /** Name of the smelter sheet. */
    smelterSheet: z.string(),
    /** Names of the other two sheets, if they differ from the template's. */
    declarationSheet: z.string().exactOptional(),
    productSheet: z.string().exactOptional(),
    products: z.array(product),
    /** Columns and first row of the product list, if they differ from the template's. */
    productColumns: z.partialRecord(z.enum(PRODUCT_COLUMNS), z.string()).exactOptional(),
    productFirstRow: z.int().positive().exactOptional(),
    /**
     * Where moved cells of the declaration are, by their address in the template; null if they were not found, so that
     * nothing was read.
     */
    movedCells: z.record(z.string(), z.string().nullable()).exactOptional(),
    /** The mine list, if the template has one, with the letters of its columns and the name of its sheet. */
    mines: z.array(mineRow).exactOptional(),
    mineColumns: z.partialRecord(z.enum(MINE_COLUMNS), z.string()).exactOptional(),
    mineSheet: z.string().exactOptional(),
    /** The reasons for asking about minerals, if the template has a sheet for them. */
    mineralReasons: z.array(mineralReason).exactOptional(),
    /** Further sheets of these kinds that contain data and were not used. */
    unusedSheets: z.array(unusedSheet).exactOptional(),
    /** The cached result of the workbook's own Checker; used only as a cross-check. */
    checker: z.object({ outstanding: z.string(), at: z.string() }).exactOptional(),
    notes: z.array(note),
    /** Parts of the workbook that could not be read; rules that need them do not run. */
    unread: z
      .array(
        z.object({
          part: z.enum(["company", "answers", "policies", "smelters", "products", "mines"]),
          reason: z.string(),
        }),
      )
      .exactOptional(),
  });
export type Response = z.infer<ReturnType<typeof responseSchemaWith>>;

/** The cell of a smelter row in a column, such as "Smelter List!F12". The row's own columns take precedence. */
export function smelterCell(
  response: Response,
  row: SmelterRow,
  column: keyof Response["smelterColumns"],
): string {
  const letter = row.columns?.[column] ?? response.smelterColumns[column];
  const sheet = row.sheet ?? response.smelterSheet;
  return letter === undefined ? `${sheet}!${row.row}:${row.row}` : `${sheet}!${letter}${row.row}`;
}

/** The cell of a mine row in a column. */
export function mineCell(response: Response, row: MineRow, column: MineColumn): string {
  const letters = response.mineColumns?.[column];
  const sheet = row.sheet ?? response.mineSheet ?? "";
  return letters === undefined ? `${sheet}!${row.row}:${row.row}` : `${sheet}!${letters}${row.row}`;
}
