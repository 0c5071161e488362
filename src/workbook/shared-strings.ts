import { richText } from "./rich-text.ts";
import { XmlScanner } from "./xml-scanner.ts";

/** The strings that cells refer to by number. */
export interface SharedStrings {
  /** The text of a string; undefined where the number has none. */
  text(index: number): string | undefined;
}

/** Indexes the shared strings of a workbook. Each is decoded when first asked for: a CMRT has 16,000, a reading needs few. */
export function sharedStrings(bytes: Buffer, part: string): SharedStrings {
  const xml = new XmlScanner(bytes, part);
  const starts: number[] = [];
  for (let start = 0; xml.seek("si"); start = xml.position) {
    starts.push(start);
    xml.skip();
  }
  const texts: (string | undefined)[] = [];
  return {
    text(index) {
      const start = starts[index];
      if (start === undefined) return undefined;
      const known = texts[index];
      if (known !== undefined) return known;
      xml.position = start;
      xml.seek("si");
      const text = richText(xml);
      texts[index] = text;
      return text;
    },
  };
}

/** For workbooks that have none. */
export const NO_STRINGS: SharedStrings = { text: () => undefined };
