import type { XmlScanner } from "./xml-scanner.ts";

/**
 * The text of a string item that was just opened (`si` of the shared strings, `is` in a cell): its runs joined, without
 * the phonetic guides of East Asian texts. Advances to the item's closing tag.
 * Leading and trailing blanks are kept, with or without xml:space, as the writer stored them.
 */
export function richText(xml: XmlScanner): string {
  if (xml.empty) return "";
  const item = xml.name;
  let text = "";
  for (;;) {
    xml.expect();
    if (xml.closes) {
      if (xml.name === item) return unescapeCharacters(text);
    } else if (xml.name === "t") text += xml.text();
    else if (xml.name === "rPh") xml.skip();
  }
}

/**
 * Decodes `_x000D_` and the like, which stand for characters that XML or a spreadsheet cannot hold (ECMA-376 Part 1,
 * 22.9.2.19).
 */
export function unescapeCharacters(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
