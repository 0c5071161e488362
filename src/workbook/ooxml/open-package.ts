import { LIMITS } from "../../model/limits.ts";
import type { Package } from "../../package/package.ts";
import { fail, unsupported } from "../unreadable.ts";
import { rewriteZip } from "../zip/rewrite-zip.ts";
import { openZip } from "../zip/zip.ts";
import { PackageParts, partName } from "./package-parts.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** Opens the bytes of an .xlsx file. Throws UnreadableError if they are not one. */
export async function openPackage(bytes: Buffer): Promise<Package> {
  const zip = await openZip(bytes, LIMITS);
  const parts = new PackageParts(zip);
  const main = [...parts.relations("").values()].find(({ kind }) => kind === "officeDocument");
  const workbookPart = main?.target ?? "xl/workbook.xml";
  const relations = parts.relations(workbookPart);

  const sheets = new Map<string, { part: string; sheetId: number }>();
  const xml = new XmlScanner(parts.read(workbookPart), workbookPart);
  while (xml.seek("sheet")) {
    const target = relations.get(xml.prefixedAttribute("id") ?? "")?.target;
    const name = xml.attribute("name");
    if (target !== undefined && name !== undefined) {
      sheets.set(name, { part: target, sheetId: Number(xml.attribute("sheetId")) });
    }
  }

  // Parts are read more than once, but what they unpack to counts only once against the limit.
  const read = new Map<string, Buffer>();
  const bytesOf = (part: string): Buffer => {
    const known = read.get(partName(part)) ?? parts.read(part);
    read.set(partName(part), known);
    return known;
  };

  return {
    names: parts.names(),
    workbookPart,
    sheet: (name) => sheets.get(name),
    calcChainPart: [...relations.values()].find(({ kind }) => kind === "calcChain")?.target,
    bytes: bytesOf,
    text(part) {
      const content = bytesOf(part);
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
      } catch {
        return fail(unsupported(`The part ${part} is not written in UTF-8.`));
      }
    },
    rewrite(changed) {
      const files = [...changed].map(([part, content]): [string, Buffer | null] => [
        parts.storedName(part),
        content === null ? null : Buffer.from(content as string),
      ]);
      return rewriteZip(zip.bytes, new Map(files));
    },
  };
}
