// One supplier's workbook after reading. Keys and shapes are those of `cmrt show --json`.
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

/** Schema number of stored and printed JSON. Raised when a stored response can no longer be read as it is. */
export const SCHEMA = 1;

/** Letters of the name of a mineral; longer texts are none. */
export const LONGEST_MINERAL = 60;

/** A value with its cell; `raw` is the text as typed or stored, given only where it differs from the value. */
const readText = z.object({
  value: z.string(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** Where the cell's hyperlink leads, where the text does not say it. */
  link: z.string().exactOptional(),
});
export type ReadText = z.infer<typeof readText>;

/** A company field: `value` is null where the text could not be understood (a scope or date as free text). */
const companyValue = z.object({
  value: z.string().nullable(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** Where the cell's hyperlink leads, where the text does not say it. */
  link: z.string().exactOptional(),
});
export type CompanyValue = z.infer<typeof companyValue>;

/** An answer: a code, or null with `raw` where the text is none of the known answers. A comment may stand alone. */
const answer = z.object({
  value: z.enum(ANSWER_CODES).nullable(),
  raw: z.string().exactOptional(),
  at: z.string(),
  /** The answer cell is blank; only a comment was given. */
  blank: z.literal(true).exactOptional(),
  comment: readText.exactOptional(),
});
export type Answer = z.infer<typeof answer>;

/** Texts of one row of the smelter sheet, keyed by the meaning of their column. */
const smelterTexts = z.partialRecord(z.enum(SMELTER_COLUMNS), z.string());

/** A mineral of a family, or one that a declaration names itself: then its name in small letters. */
const mineralId = z.string().min(1).max(LONGEST_MINERAL);

const smelterRow = z.object({
  /** Sheet row, 1-based. */
  row: z.int().positive(),
  /** The sheet on which the list goes on; absent for rows of `smelterSheet`. */
  sheet: z.string().exactOptional(),
  metal: mineralId.exactOptional(),
  /** The look-up choice; sentinels keep the template's spelling. */
  lookupName: z.string().exactOptional(),
  /** The facility's name as the workbook means it: typed name, else standard name, else look-up name. */
  name: z.string().exactOptional(),
  /** ISO 3166-1 alpha-2; absent where the text is not a country (then `raw.country` has the text). */
  country: z.string().exactOptional(),
  /** The facility ID of the row: the ID column where it holds an ID, else the input column. */
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
  /** 100 % recycled or scrap feedstock: yes, no or unknown; other text stays as typed. */
  recycled: z.string().exactOptional(),
  productCategory: z.string().exactOptional(),
  productDetails: z.string().exactOptional(),
  comments: z.string().exactOptional(),
  standardName: z.string().exactOptional(),
  countryCode: z.string().exactOptional(),
  stateCode: z.string().exactOptional(),
  /** Texts as typed, for the columns where they differ from the value. */
  raw: smelterTexts.exactOptional(),
  /** Columns whose formula had no cached value and was resolved through the workbook's own look-up sheet. */
  recovered: z.array(z.enum(SMELTER_COLUMNS)).exactOptional(),
  /**
   * Whether the metal and look-up name (or the ID typed into the input column) stand in the workbook's own
   * look-up sheet. Absent where that could not be told.
   */
  inOwnList: z.boolean().exactOptional(),
  /** For formula cells that were typed over: what the workbook's own look-up sheet says instead. */
  ownListSays: smelterTexts.exactOptional(),
  /** Columns of this row that differ from `smelterColumns` (a row pasted from another layout). */
  columns: z.partialRecord(z.enum(SMELTER_COLUMNS), z.string()).exactOptional(),
});
export type SmelterRow = z.infer<typeof smelterRow>;

/** A mineral that a declaration is about, where its template has them selected. */
const selectedMineral = z.object({
  id: mineralId,
  /** Its name as selected or typed, where that is not the template's own word. */
  raw: z.string().exactOptional(),
  /** The cell that selects or names it. */
  at: z.string(),
});
export type SelectedMineral = z.infer<typeof selectedMineral>;

/** A row of the mine list. */
const mineRow = z.object({
  row: z.int().positive(),
  /** The sheet on which the list goes on; absent for rows of the mine sheet itself. */
  sheet: z.string().exactOptional(),
  metal: mineralId.exactOptional(),
  /** The smelter that sources from the mine, as the row names it. */
  smelter: z.string().exactOptional(),
  name: z.string().exactOptional(),
  id: z.string().exactOptional(),
  idSource: z.string().exactOptional(),
  /** ISO 3166-1 alpha-2; absent where the text is not a country (then `raw.country` has the text). */
  country: z.string().exactOptional(),
  street: z.string().exactOptional(),
  city: z.string().exactOptional(),
  state: z.string().exactOptional(),
  contactName: z.string().exactOptional(),
  contactEmail: z.string().exactOptional(),
  nextSteps: z.string().exactOptional(),
  comments: z.string().exactOptional(),
  /** Texts as typed, for the columns where they differ from the value. */
  raw: z.partialRecord(z.enum(MINE_COLUMNS), z.string()).exactOptional(),
});
export type MineRow = z.infer<typeof mineRow>;

/** Why the one who asks asks about a mineral. */
const mineralReason = z.object({
  row: z.int().positive(),
  mineral: z.string().exactOptional(),
  reason: z.string().exactOptional(),
});
export type MineralReason = z.infer<typeof mineralReason>;

/**
 * What is odd about the cells that select minerals and about the rows that are theirs: another mineral without its name;
 * a name in a cell that selects none; a mineral selected twice; an answer in a row of no mineral.
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
  /** The sheet on which the list goes on; absent for rows of the product sheet itself. */
  sheet: z.string().exactOptional(),
  /** The supplier's own number and name. */
  number: z.string().exactOptional(),
  name: z.string().exactOptional(),
  /** Those of the customer who asks; templates since 2026. */
  requesterNumber: z.string().exactOptional(),
  requesterName: z.string().exactOptional(),
  comments: z.string().exactOptional(),
});
export type Product = z.infer<typeof product>;

/**
 * What a note is about, for programs: a version that is not on the release ladder; rows or columns that stand
 * elsewhere than the layout says; question labels that contradict the layout; formulas without cached values that were
 * looked up; cells that show an error or an uncalculated formula instead of a value; a date that the other date system
 * would make plausible; a text that could not be understood; a further sheet that was not used; the file's container.
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
 * Why a further sheet with data was not used: it answers otherwise than the one that was read; it is hidden; its name
 * says that it is something else; its headers are others; some of its rows stand on the list that was read too.
 */
const UNUSED_REASONS = ["otherAnswers", "hidden", "otherName", "otherHeaders", "sharedRows"] as const;

const unusedSheet = z.object({
  kind: z.enum(["declaration", "smelters", "products", "mines"]),
  sheet: z.string(),
  /** The sheet that was read. */
  instead: z.string(),
  why: z.enum(UNUSED_REASONS),
  /** Rows that the sheet holds; of a list. */
  rows: z.int().positive().exactOptional(),
  /** The sheet that was read is blank. */
  insteadOfBlank: z.literal(true).exactOptional(),
});
export type UnusedSheet = z.infer<typeof unusedSheet>;

/** The schema of a response of the families with these words. */
export const responseSchemaWith = (words: TemplateWords) =>
  z.object({
    schema: z.literal(SCHEMA),
    /** SHA-256 of the file, lower-case hexadecimal. */
    id: z.string(),
    source: z.object({
      /** Path as given or found, with forward slashes; for a contained file its name inside the container. */
      path: z.string(),
      /** Outer files, outermost first, joined by " » "; null for a file of its own. */
      container: z.string().nullable(),
      sha256: z.string(),
      bytes: z.int().nonnegative(),
      format: z.enum(["xlsx", "xlsm", "xlsb", "xls", "ods"]),
      encrypted: z.boolean(),
      /** When the workbook was last saved, by its own properties (ISO date and time, UTC). */
      modified: z.string().exactOptional(),
    }),
    template: z.object({
      /** Abbreviation of the template. */
      family: z.enum(words.families),
      /** Normalised version: "2.03a", "4.10", "6.31". */
      version: z.string(),
      language: z.enum(LANGUAGES).nullable(),
      /** The revision text of the workbook as it stands there. */
      revision: z.string().exactOptional(),
      /** The generation of the template whose layout was used for reading. */
      layout: z.string(),
      /** What told the family and the version. */
      detectedBy: z.array(z.string()),
    }),
    company: z.partialRecord(z.enum(COMPANY_FIELDS), companyValue),
    /** The minerals that the declaration selects, in the order of its rows; absent where its template has fixed ones. */
    minerals: z.array(selectedMineral).exactOptional(),
    /** What is odd about that selection; absent where nothing is. */
    selectionFaults: z.array(selectionFault).exactOptional(),
    /** By mineral and question, both as the family names them. */
    answers: z.record(mineralId, z.partialRecord(z.enum(words.questions), answer)),
    /** By company question. */
    policies: z.partialRecord(z.enum(words.practices), answer),
    smelters: z.array(smelterRow),
    /** Column letter of each smelter column of this layout, so that row and column give the cell. */
    smelterColumns: z.partialRecord(z.enum(SMELTER_COLUMNS), z.string()),
    /** Name of the smelter sheet. */
    smelterSheet: z.string(),
    /** Names of the other two sheets, where they are not the template's. */
    declarationSheet: z.string().exactOptional(),
    productSheet: z.string().exactOptional(),
    products: z.array(product),
    /** Where the columns and the first row of the product list are, where that is not as in the template. */
    productColumns: z.partialRecord(z.enum(PRODUCT_COLUMNS), z.string()).exactOptional(),
    productFirstRow: z.int().positive().exactOptional(),
    /**
     * Where cells of the declaration are that are not where the template has them, by their address there; null where
     * nothing tells, so that nothing was read.
     */
    movedCells: z.record(z.string(), z.string().nullable()).exactOptional(),
    /** The mine list, where the template has one, with the letter of each of its columns and the name of its sheet. */
    mines: z.array(mineRow).exactOptional(),
    mineColumns: z.partialRecord(z.enum(MINE_COLUMNS), z.string()).exactOptional(),
    mineSheet: z.string().exactOptional(),
    /** The reasons for which minerals are asked about, where the template has a sheet for them. */
    mineralReasons: z.array(mineralReason).exactOptional(),
    /** Further sheets of these kinds that hold data and were not used. */
    unusedSheets: z.array(unusedSheet).exactOptional(),
    /** What the workbook's own Checker last said, as cached; a cross-check only. */
    checker: z.object({ outstanding: z.string(), at: z.string() }).exactOptional(),
    notes: z.array(note),
    /** Parts that the workbook should have and that could not be read: rules that need them do not run. */
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

/** The cell of a smelter row's column, e.g. "Smelter List!F12"; the row's own columns come first. */
export function smelterCell(
  response: Response,
  row: SmelterRow,
  column: keyof Response["smelterColumns"],
): string {
  const letter = row.columns?.[column] ?? response.smelterColumns[column];
  const sheet = row.sheet ?? response.smelterSheet;
  return letter === undefined ? `${sheet}!${row.row}:${row.row}` : `${sheet}!${letter}${row.row}`;
}

/** The cell of a mine row's column. */
export function mineCell(response: Response, row: MineRow, column: MineColumn): string {
  const letters = response.mineColumns?.[column];
  const sheet = row.sheet ?? response.mineSheet ?? "";
  return letters === undefined ? `${sheet}!${row.row}:${row.row}` : `${sheet}!${letters}${row.row}`;
}
