// A supplier's workbook with the requested cells marked or, if it cannot be changed, a list of the requests alone.
import { withFullStop } from "../../lib/full-stop.ts";
import { textAt } from "../../model/cells.ts";
import { UnreadableError, type Workbook } from "../../model/workbook.ts";
import { annotate } from "../../package/annotate.ts";
import type { Request, RequestWords } from "../../package/request-sheet.ts";
import { requestWorkbook } from "../../package/request-workbook.ts";
import { UnexpectedPart } from "../../package/xml-tags.ts";
import { openPackage } from "../../workbook/ooxml/open-package.ts";
import { openWorkbook } from "../../workbook/open-workbook.ts";
import { plainBytes } from "../../workbook/plain-bytes.ts";
import { writeZip } from "../../workbook/zip/rewrite-zip.ts";
import { findEarlierRound } from "./earlier-round.ts";
import { readableSheet } from "./readable-sheet.ts";

/** A request. If `found` is not given, it is read from the workbook. */
export type CellRequest = Omit<Request, "found"> & { found?: string };

/** The wording of the list; `introAlone` introduces it if it is a separate workbook. */
export type ListWords = RequestWords & { introAlone: string };

export interface AnnotateOptions {
  passwords?: readonly string[];
  /** Makes a cell's text safe to show in the list. */
  show?(text: string): string;
}

export interface AnnotatedWorkbook {
  bytes: Buffer;
  /** The marked workbook, or the list of requests alone. */
  kind: "marked" | "list";
  /** File name extension of the format. */
  ending: "xlsx" | "xlsm";
  /** What the sender should know, as sentences. */
  notes: string[];
}

/**
 * Marks the requested cells in the workbook's bytes. For formats other than .xlsx and .xlsm, password-protected
 * workbooks and those whose parts cannot be changed safely, it returns the list alone, with the reason in the notes.
 */
export async function annotateWorkbook(
  bytes: Buffer,
  requests: readonly CellRequest[],
  words: ListWords,
  options: AnnotateOptions = {},
): Promise<AnnotatedWorkbook> {
  const { passwords = [], show = (text) => text } = options;
  const opened = await openWorkbook(bytes, { passwords });
  const workbook = opened.ok ? opened.workbook : undefined;
  const complete = requests.map((request) => ({
    ...request,
    found: show(request.found ?? foundAt(workbook, request)),
  }));
  const alone = (reason: string): AnnotatedWorkbook => ({
    bytes: listAlone(complete, words),
    kind: "list",
    ending: "xlsx",
    notes: [`Only the list of requests was written: ${reason}`],
  });
  if (!opened.ok) return alone(opened.unreadable.reason);
  const { format } = opened.workbook;
  if (format !== "xlsx" && format !== "xlsm")
    return alone(`cells are marked in .xlsx and .xlsm, not in .${format}.`);
  try {
    const plain = await plainBytes(bytes, passwords);
    if (plain.encryption === "password") {
      return alone("the workbook is protected with a password, and a marked copy would not be.");
    }
    const earlier = findEarlierRound(opened.workbook);
    const marked = annotate(await openPackage(plain.bytes), complete, words, earlier);
    const notes = [
      ...(plain.encryption === "default"
        ? ["The copy is not encrypted. The workbook was, with Excel's public default password."]
        : []),
      ...(marked.signatureRemoved
        ? ["The digital signature of the workbook does not cover the marked copy and was left out."]
        : []),
      ...(marked.withoutNote.length > 0
        ? [`Marked without a note because the cell has a threaded comment: ${marked.withoutNote.join(", ")}.`]
        : []),
      ...(marked.onListOnly.length > 0
        ? [`On the list only because the workbook has no such cell: ${marked.onListOnly.join(", ")}.`]
        : []),
    ];
    return { bytes: marked.bytes, kind: "marked", ending: format, notes };
  } catch (error) {
    if (error instanceof UnexpectedPart || error instanceof UnreadableError)
      return alone(withFullStop(error.message));
    throw error;
  }
}

function listAlone(requests: readonly Request[], words: ListWords): Buffer {
  const parts = requestWorkbook(requests, { ...words, intro: words.introAlone });
  return writeZip(new Map([...parts].map(([name, text]) => [name, Buffer.from(text)])));
}

/** The text in the cell of a request; empty if the cell is blank or the request is not about a cell. */
function foundAt(workbook: Workbook | undefined, { sheet, cell }: CellRequest): string {
  if (workbook === undefined || sheet === null || cell === null || !/^[A-Z]{1,3}\d{1,7}$/.test(cell))
    return "";
  return textAt(readableSheet(workbook, sheet), cell) ?? "";
}
