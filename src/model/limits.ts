// How much a hostile or broken file may make us do. Real workbooks stay far below every number here; a campaign
// may set its own under "limits" in cmrt.json. Sizes in bytes.
import { z } from "zod";

const count = z.int().positive();
const MB = 1024 * 1024;

/** Small files may be anything (an empty sheet repeats itself); only larger ones are suspected of being bombs. */
export const RATIO_FROM_BYTES = MB;

export const limitsSchema = z
  .strictObject({
    /** A file that is opened at all. The largest real workbooks have about 2 MB. */
    fileBytes: count.default(256 * MB),
    /**
     * Entries of one zip directory, and files of one container with all that lie within it. A workbook has about 60, a
     * zip of a campaign some thousands.
     */
    zipEntries: count.default(20_000),
    /** One part after inflating. The largest part of a real workbook has 6 MB. */
    partBytes: count.default(128 * MB),
    /** All parts inflated from one workbook, and all files of a container that is unpacked at one go (all but zips). */
    workbookBytes: count.default(256 * MB),
    /** All files unpacked from one container and from those within it, one after the other. */
    archiveBytes: count.default(8192 * MB),
    /** How many archives and mails may lie within each other: a forwarded mail with a winmail.dat with a zip makes four. */
    containers: count.default(5),
    /** Inflated over compressed size of a part larger than 1 MB. Real parts stay below 40; deflate can reach 1,030. */
    inflateRatio: z.number().positive().default(400),
    /** Cells with a value, and blank formula cells, of one sheet. The fullest real sheet has about 40,000. */
    sheetCells: count.default(1_000_000),
    /** Text of one cell. Spreadsheets hold no more (Excel, "specifications and limits"): none wrote a longer one. */
    cellCharacters: count.default(32_767),
    /** Texts of all cells of one sheet, a shared one wherever it stands: a small file may repeat one without end. */
    sheetCharacters: count.default(16 * MB),
    /** Seconds that reading one file may take in a worker before it is stopped. Real workbooks take less than one. */
    fileSeconds: z.number().positive().default(120),
    /** Memory of one worker, in MB. A worker that needs more is stopped and its file reported. */
    workerMemory: count.default(1024),
  })
  .prefault({});

export type Limits = z.infer<typeof limitsSchema>;

/** The limits where nobody set any. */
export const LIMITS: Limits = limitsSchema.parse({});
