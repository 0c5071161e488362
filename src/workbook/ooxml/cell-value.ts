import { dateToSerial } from "../../lib/serial-date.ts";
import type { Limits } from "../../model/limits.ts";
import type { CellValue } from "../../model/workbook.ts";
import { unescapeCharacters } from "./rich-text.ts";
import type { SharedStrings } from "./shared-strings.ts";

/** What a sheet's cells refer to outside the sheet. */
export interface SheetContext {
  /** The sheet's name. */
  sheet: string;
  strings: SharedStrings;
  date1904: boolean;
  limits: Limits;
  /** Records a decision of the reader, in words for a person. */
  note(text: string): void;
}

const TYPES = ["n", "s", "str", "b", "e", "inlineStr", "d"] as const;
export type CellType = (typeof TYPES)[number];

/** The type named by a `t` attribute, determined without creating a string, as a sheet has thousands. */
export function cellType(bytes: Buffer, start: number, end: number): CellType {
  const length = end - start;
  const first = bytes[start];
  for (const type of TYPES) if (type.length === length && type.charCodeAt(0) === first) return type;
  return "n";
}

/** The value of a cell with this type and stored text; undefined if that is not a value. */
export function cellValue(type: CellType, stored: string, context: SheetContext): CellValue | undefined {
  if (type === "str" || type === "inlineStr") return textValue(unescapeCharacters(stored));
  const trimmed = stored.trim();
  if (trimmed === "") return undefined;
  switch (type) {
    case "s":
      return sharedText(trimmed, context);
    case "b":
      return { type: "boolean", boolean: trimmed === "1" || trimmed === "true" };
    case "e":
      return { type: "error", text: trimmed };
    case "d": {
      const serial = dateToSerial(trimmed, context.date1904);
      return serial === undefined ? textValue(trimmed) : { type: "number", number: serial, text: trimmed };
    }
    default: {
      const number = Number(trimmed);
      return Number.isFinite(number) ? { type: "number", number, text: trimmed } : textValue(trimmed);
    }
  }
}

/** The value of a cell that refers to a shared string by number. */
export function sharedText(stored: string | number, context: SheetContext): CellValue | undefined {
  const shared = context.strings.text(Number(stored));
  if (shared === undefined)
    context.note(`A cell of the sheet "${context.sheet}" refers to a shared string that does not exist.`);
  return textValue(shared ?? "");
}

export function textValue(value: string): CellValue | undefined {
  return value === "" ? undefined : { type: "text", text: value };
}
