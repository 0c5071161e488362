import { type Entry, getFileNameLowLevel } from "yauzl";
import { decodeNames } from "./code-page.ts";

const UTF8_FLAG = 0x800;
/** Id of the Info-ZIP field that holds a name in UTF-8. */
const UNICODE_PATH = 0x7075;

/** The names of zip entries with forward slashes, whatever they were written in. Never to be used as paths. */
export function zipNames(entries: readonly Entry[]): string[] {
  const undeclared = entries.filter((entry) => !isDeclared(entry));
  const decoded = decodeNames(undeclared.map(({ fileNameRaw }) => fileNameRaw)).values();
  return entries.map((entry) => {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const name = isDeclared(entry)
      ? // The library looks into the field first.
        getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
      : (decoded.next().value as string);
    return name.replaceAll("\\", "/");
  });
}

/** Whether the archive says what the name is written in. */
function isDeclared({ generalPurposeBitFlag, extraFields }: Entry): boolean {
  return (generalPurposeBitFlag & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
}
