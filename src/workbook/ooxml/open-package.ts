import { LIMITS } from "../../model/limits.ts";
import { fail, unsupported } from "../unreadable.ts";
import { rewriteZip } from "../zip/rewrite-zip.ts";
import { openZip } from "../zip/zip.ts";
import { PackageParts } from "./package-parts.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** An Office workbook as a package of parts, for changing some of them and nothing else. */
export interface Package {
  /** Name of the workbook part. */
  workbookPart: string;
  /** Part and number of a worksheet by its name; undefined where there is none. */
  sheet(name: string): { part: string; sheetId: number } | undefined;
  /** Name of the part that lists the formula cells in the order of calculation; undefined where there is none. */
  calcChainPart: string | undefined;
  /** The text of a part. Throws UnreadableError where it is damaged or not UTF-8. */
  text(part: string): string;
  /** The package with these parts changed, every other byte as it was. */
  rewrite(parts: ReadonlyMap<string, string>): Buffer;
}

/** Opens the bytes of an .xlsx file. Throws UnreadableError where they are none. */
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

  return {
    workbookPart,
    sheet: (name) => sheets.get(name),
    calcChainPart: [...relations.values()].find(({ kind }) => kind === "calcChain")?.target,
    text(part) {
      const content = parts.read(part);
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
      } catch {
        return fail(unsupported(`The part ${part} is not written in UTF-8.`));
      }
    },
    rewrite: (changed) =>
      rewriteZip(
        zip.bytes,
        new Map([...changed].map(([part, text]) => [parts.storedName(part), Buffer.from(text)])),
      ),
  };
}
