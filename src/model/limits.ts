// Limits on the work that a malicious or broken file may cause. Real workbooks stay far below all of them; a campaign
// may change them under "limits" in cmrt.json. Sizes are in bytes.
import { z } from "zod";

const count = z.int().positive();
const MB = 1024 * 1024;

/**
 * Small files may compress extremely well (an empty sheet repeats itself), so only larger ones are suspected of being
 * zip bombs.
 */
export const RATIO_FROM_BYTES = MB;

export const limitsSchema = z
  .strictObject({
    /** Largest file that is opened. The largest real workbooks are about 2 MB. */
    fileBytes: count.default(256 * MB),
    /**
     * Entries of one zip directory, and files in one container including nested ones. A workbook has about 60, a
     * campaign's zip some thousands.
     */
    zipEntries: count.default(20_000),
    /** One part after inflating. The largest part of a real workbook is 6 MB. */
    partBytes: count.default(128 * MB),
    /** All parts inflated from one workbook, and all files of a container that is unpacked at once (any but zips). */
    workbookBytes: count.default(256 * MB),
    /** All files unpacked from a container and those nested in it, in sequence. */
    archiveBytes: count.default(8192 * MB),
    /** Maximum nesting of archives and mails: a forwarded mail with a winmail.dat with a zip makes four. */
    containers: count.default(5),
    /**
     * Ratio of inflated to compressed size for a part larger than 1 MB. Real parts stay below 40; deflate can reach
     * 1,030.
     */
    inflateRatio: z.number().positive().default(400),
    /** Cells with a value, and blank formula cells, per sheet. The fullest real sheet has about 40,000. */
    sheetCells: count.default(1_000_000),
    /** Text of one cell: the most that Excel can store ("Specifications and limits"). */
    cellCharacters: count.default(32_767),
    /** Text of all cells of one sheet, counting shared strings at each use: a small file may repeat one endlessly. */
    sheetCharacters: count.default(16 * MB),
    /** Seconds for reading one file in a worker before it is stopped. Real workbooks take less than one. */
    fileSeconds: z.number().positive().default(120),
    /** Memory of one worker in MB. A worker that needs more is stopped and its file reported. */
    workerMemory: count.default(1024),
  })
  .prefault({});

export type Limits = z.infer<typeof limitsSchema>;

/** The default limits. */
export const LIMITS: Limits = limitsSchema.parse({});
