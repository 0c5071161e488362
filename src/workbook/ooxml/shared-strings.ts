import { damaged, fail } from "../unreadable.ts";
import { WINDOW } from "./find-value.ts";
import { richText, unescapeCharacters } from "./rich-text.ts";
import { hasMarkup, startsWith, XmlScanner } from "./xml-scanner.ts";

/** The strings that cells refer to by number. */
export interface SharedStrings {
  /** The text of a string; undefined if there is none with this number. */
  text(index: number): string | undefined;
}

/**
 * Indexes the shared strings of a workbook. Each is decoded on demand: a template has 16,000, and reading needs few of
 * them.
 */
export function sharedStrings(bytes: Buffer, part: string): SharedStrings {
  return new StringTable(new XmlScanner(bytes, part));
}

class StringTable implements SharedStrings {
  readonly #xml: XmlScanner;
  readonly #starts: Offsets;
  readonly #texts: (string | undefined)[] = [];

  constructor(xml: XmlScanner) {
    this.#xml = xml;
    this.#starts = skimItems(xml) ?? findItems(xml);
  }

  text(index: number): string | undefined {
    const start = this.#starts.at(index);
    if (start === undefined) return undefined;
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const text = plainText(this.#xml, start) ?? this.#richText(index, start);
    this.#texts[index] = text;
    return text;
  }

  #richText(index: number, start: number): string {
    this.#xml.position = start;
    this.#xml.seek("si");
    const text = richText(this.#xml);
    // No program nests texts, and reading them all would take quadratic time.
    if (this.#xml.position > (this.#starts.at(index + 1) ?? this.#xml.position)) {
      fail(damaged("One of the workbook's shared strings lies within another."));
    }
    return text;
  }
}

const PAGE = 1024;

/** Thousands of numbers, in pages: V8 would keep a single array of that size long after its workbook. */
class Offsets {
  readonly #pages: number[][] = [];
  #last: number[] = [];

  push(offset: number): void {
    if (this.#last.length % PAGE === 0) {
      this.#last = [];
      this.#pages.push(this.#last);
    }
    this.#last.push(offset);
  }

  at(index: number): number | undefined {
    return this.#pages[Math.floor(index / PAGE)]?.[index % PAGE];
  }
}

const PLAIN = "<si><t>";
const PLAIN_END = "</t></si>";

/** The text of the item at this offset if it is written as most are, `<si><t>text</t></si>`; otherwise undefined. */
function plainText(xml: XmlScanner, start: number): string | undefined {
  const { bytes } = xml;
  if (!startsWith(bytes, PLAIN, start)) return undefined;
  const text = start + PLAIN.length;
  let end = text;
  while (bytes[end] !== LESS) if (++end >= bytes.length) return undefined;
  return startsWith(bytes, PLAIN_END, end) ? unescapeCharacters(xml.decode(text, end)) : undefined;
}

/** For workbooks without shared strings. */
export const NO_STRINGS: SharedStrings = { text: () => undefined };

/** Where the string items start. */
function findItems(xml: XmlScanner): Offsets {
  const starts = new Offsets();
  for (let start = 0; xml.seek("si"); start = xml.position) {
    starts.push(start);
    xml.skip();
  }
  return starts;
}

const SPACE = 32;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const ITEM = "<si";
const SHORTEST_ITEM = "<si/>".length;

/**
 * A faster version for the form in which nearly all programs write them: no namespace prefix, no comments, no CDATA, so
 * that every `<si` is a tag. Undefined if the part is written otherwise.
 */
function skimItems({ bytes }: XmlScanner): Offsets | undefined {
  const root = bytes.indexOf("<sst");
  if (
    root < 0 ||
    bytes.lastIndexOf("<!", root) >= 0 ||
    hasMarkup(bytes, root) ||
    bytes.includes("-->", root)
  ) {
    return undefined;
  }
  const starts = new Offsets();
  // Searching a string is faster than searching bytes, but one of the whole part would have to be collected each time.
  for (let from = root; from < bytes.length; from += WINDOW) {
    const text = bytes.toString("latin1", from, from + WINDOW + ITEM.length - 1);
    for (let at = text.indexOf(ITEM); at >= 0; at = text.indexOf(ITEM, at + SHORTEST_ITEM)) {
      if (endsName(bytes[from + at + ITEM.length])) starts.push(from + at);
    }
  }
  return starts;
}

function endsName(byte: number | undefined): boolean {
  return byte === undefined || byte <= SPACE || byte === GREATER || byte === SLASH;
}
