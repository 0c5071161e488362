// How much a hostile or broken file may make us do. Real CMRT workbooks stay far below every number here.

/** Limits on what is inflated and kept. Sizes in bytes. */
export interface Limits {
  /** A file that is opened at all. The largest real workbooks have about 2 MB. */
  fileBytes: number;
  /** Entries of one zip directory. A workbook has about 60, a zip of a campaign some thousands. */
  zipEntries: number;
  /** One part after inflating. The largest part of a real workbook has 6 MB. */
  partBytes: number;
  /** All parts inflated from one workbook. */
  workbookBytes: number;
  /** All files unpacked from one archive of workbooks, one after the other. */
  archiveBytes: number;
  /** How many archives and mails may lie within each other. */
  containers: number;
  /** Inflated size over compressed size of one part larger than 1 MB. Real parts stay below 40; deflate can reach 1,030. */
  inflateRatio: number;
  /** Cells with a value, and blank formula cells, of one sheet. The fullest real sheet has about 40,000. */
  sheetCells: number;
}

export const LIMITS: Limits = {
  fileBytes: 256 * 1024 * 1024,
  zipEntries: 20_000,
  partBytes: 128 * 1024 * 1024,
  workbookBytes: 256 * 1024 * 1024,
  archiveBytes: 8 * 1024 * 1024 * 1024,
  containers: 3,
  inflateRatio: 400,
  sheetCells: 1_000_000,
};
