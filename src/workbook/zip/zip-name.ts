import { isAscii } from "node:buffer";
import { type Entry, getFileNameLowLevel } from "yauzl";
import { decodeNames } from "./code-page.ts";

const UTF8_FLAG = 0x800;
/** Id of the Info-ZIP extra field with a name in UTF-8. */
const UNICODE_PATH = 0x7075;

/** What determines the name of an entry. */
export type NamedEntry = Pick<Entry, "fileNameRaw" | "generalPurposeBitFlag" | "extraFields">;

/** The names of zip entries with forward slashes, decoded from any encoding. Must never be used as paths. */
export function zipNames(entries: readonly NamedEntry[]): string[] {
  const names = entries.map(declaredName);
  if (!names.includes(undefined)) return names as string[];
  const undeclared = entries.filter((_, index) => names[index] === undefined);
  const decoded = decodeNames(undeclared.map(({ fileNameRaw }) => fileNameRaw)).values();
  return names.map((name) => name ?? withSlashes(decoded.next().value as string));
}

/** The name if the archive states its encoding, or if that makes no difference. */
function declaredName({ generalPurposeBitFlag, fileNameRaw, extraFields }: NamedEntry): string | undefined {
  const hasUnicodePath = extraFields.length > 0 && extraFields.some(({ id }) => id === UNICODE_PATH);
  if (!hasUnicodePath && isAscii(fileNameRaw)) return withSlashes(fileNameRaw.toString("latin1"));
  if (!hasUnicodePath && (generalPurposeBitFlag & UTF8_FLAG) === 0) return undefined;
  // The library checks the extra field first.
  return withSlashes(getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false));
}

function withSlashes(name: string): string {
  return name.replaceAll("\\", "/");
}
