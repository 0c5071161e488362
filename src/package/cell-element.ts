// Patterns for the elements of a worksheet's XML that are changed. Each match ends at the next tag of its kind at the
// latest, so that an unclosed one is not searched to the end of the sheet.

/** A cell: its attributes, and its content if it has any. */
export const CELL = /<c\b([^<>]*?)(?:\/>|>([^<]*(?:<(?!\/?c[\s>])[^<]*)*)<\/c>)/g;

/** The formula in a cell's content: its attributes, and its text if it has any. */
export const FORMULA = /<f\b([^<>]*?)(?:\/>|>([^<]*)<\/f>)/;
