// The elements of a worksheet's XML that are changed, as patterns. Each of them ends at the next tag of its kind at the
// latest: one that nothing closes is not looked through to the end of the sheet.

/** A cell: its attributes, and its content where it has any. */
export const CELL = /<c\b([^<>]*?)(?:\/>|>([^<]*(?:<(?!\/?c[\s>])[^<]*)*)<\/c>)/g;

/** The formula in a cell's content: its attributes, and its text where it has any. */
export const FORMULA = /<f\b([^<>]*?)(?:\/>|>([^<]*)<\/f>)/;
