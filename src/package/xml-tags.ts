// The tags of an XML text with their offsets, so that single ones can be changed and every other character stays.

/** A part of a package that is written in a way that cannot be changed safely. */
export class UnexpectedPart extends Error {
  override name = "UnexpectedPart";
}

export interface Tag {
  /** The name without its prefix. */
  name: string;
  /** The prefix with its colon; empty where there is none. */
  prefix: string;
  /** Where the tag starts and ends in the text. */
  start: number;
  end: number;
  closes: boolean;
  /** Whether it opens and closes an element. */
  empty: boolean;
  /** The text between the name and the end, as written. */
  attributes: string;
}

/** Text that may look like tags but is not. */
const SKIPPED: readonly [start: string, end: string][] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/** The tags of the text from an offset on, in order. Throws UnexpectedPart if one does not end. */
export function* tagsOf(xml: string, from = 0): Generator<Tag> {
  for (let start = xml.indexOf("<", from); start >= 0; ) {
    const skipped = SKIPPED.find(([mark]) => xml.startsWith(mark, start));
    if (skipped) {
      start = xml.indexOf("<", endOf(xml, skipped[1], start) + skipped[1].length);
      continue;
    }
    if (xml[start + 1] === "!") throw new UnexpectedPart("a part declares a document type");
    const end = tagEnd(xml, start);
    yield tagAt(xml, start, end);
    start = xml.indexOf("<", end);
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new UnexpectedPart("a comment or section does not end");
  return end;
}

/** A tag up to its end; ">" in an attribute does not end it. */
const TAG = /<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y;

function tagEnd(xml: string, start: number): number {
  TAG.lastIndex = start;
  if (!TAG.test(xml)) throw new UnexpectedPart("a tag does not end");
  return TAG.lastIndex;
}

function tagAt(xml: string, start: number, end: number): Tag {
  const closes = xml[start + 1] === "/";
  const empty = !closes && xml[end - 2] === "/";
  const nameStart = closes ? start + 2 : start + 1;
  let nameEnd = nameStart;
  while (!isNameEnd(xml.charCodeAt(nameEnd))) nameEnd++;
  const whole = xml.slice(nameStart, nameEnd);
  const colon = whole.indexOf(":") + 1;
  return {
    name: whole.slice(colon),
    prefix: whole.slice(0, colon),
    start,
    end,
    closes,
    empty,
    attributes: xml.slice(nameEnd, empty ? end - 2 : end - 1),
  };
}

const SPACE = 32;
const SLASH = 47;
const GREATER = 62;

function isNameEnd(code: number): boolean {
  return code <= SPACE || code === SLASH || code === GREATER;
}

/** The first tag that opens an element of this name, from an offset on; undefined if there is none. */
export function findTag(xml: string, name: string, from = 0): Tag | undefined {
  for (const tag of tagsOf(xml, from)) if (!tag.closes && tag.name === name) return tag;
  return undefined;
}

/** The tag that closes the element opened by this tag; the tag itself if it is empty. */
function closingTag(xml: string, opening: Tag): Tag {
  if (opening.empty) return opening;
  const first = nextClosing(xml, opening);
  const inner = xml.slice(opening.end, first.start);
  // Most elements contain none of the same name, so the next closing tag is theirs.
  if (!inner.includes(`<${opening.prefix}${opening.name}`) && !inner.includes("<!")) return first;
  let depth = 1;
  for (const tag of tagsOf(xml, opening.end)) {
    if (tag.name !== opening.name || tag.empty) continue;
    depth += tag.closes ? -1 : 1;
    if (depth === 0) return tag;
  }
  throw new UnexpectedPart(`an element ${opening.name} is not closed`);
}

/** What follows the name of a closing tag. */
const REST = /\s*>/y;

/** The next closing tag with this name, ignoring everything before it. */
function nextClosing(xml: string, { prefix, name, end: from }: Tag): Tag {
  const mark = `</${prefix}${name}`;
  for (let start = xml.indexOf(mark, from); start >= 0; start = xml.indexOf(mark, start + 1)) {
    REST.lastIndex = start + mark.length;
    if (REST.test(xml))
      return { name, prefix, start, end: REST.lastIndex, closes: true, empty: false, attributes: "" };
  }
  throw new UnexpectedPart(`an element ${name} is not closed`);
}

/** An element of a text: its tag, its end, and its content. */
export interface Element extends Tag {
  /** Where the closing tag ends. */
  close: number;
  content: string;
}

/** The child elements in the text of an element (from the end of its tag to `to`), not those nested in them. */
export function* childrenOf(xml: string, from: number, to = xml.length): Generator<Element> {
  for (let tag = next(xml, from); tag !== undefined && tag.start < to && !tag.closes; ) {
    const element = elementOf(xml, tag);
    yield element;
    tag = next(xml, element.close);
  }
}

/** The element that a tag opens. */
export function elementOf(xml: string, tag: Tag): Element {
  const closing = closingTag(xml, tag);
  return { ...tag, close: closing.end, content: tag.empty ? "" : xml.slice(tag.end, closing.start) };
}

/** The first child of the root element with this name; undefined if there is none. */
export function findChild(xml: string, name: string): Element | undefined {
  for (const child of childrenOf(xml, rootTag(xml).end)) if (child.name === name) return child;
  return undefined;
}

function next(xml: string, from: number): Tag | undefined {
  for (const tag of tagsOf(xml, from)) return tag;
  return undefined;
}

/** The root element's tag. Throws UnexpectedPart for a text without one. */
export function rootTag(xml: string): Tag {
  const root = next(xml, 0);
  if (root === undefined || root.closes) throw new UnexpectedPart("a part has no root element");
  return root;
}

/** Matched only from the beginning of a word. */
const ATTRIBUTE = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The value of an attribute by its name as written; undefined if there is none. */
export function attribute(tag: Pick<Tag, "attributes">, name: string): string | undefined {
  for (const [, key, double, single] of tag.attributes.matchAll(ATTRIBUTE)) {
    if (key === name) return unescapeXml(double ?? single ?? "");
  }
  return undefined;
}

/** The attributes with one set to a value, in its existing place, or removed. */
export function withAttribute(attributes: string, name: string, value: string | undefined): string {
  const written = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  for (const match of attributes.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const before = attributes.slice(0, match.index).trimEnd();
    return before + written + attributes.slice(match.index + match[0].length);
  }
  return attributes.trimEnd() + written;
}

/** Ranges in a text and their replacements. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text with these ranges replaced; they must be in order and not overlap. */
export function splice(xml: string, splices: readonly Splice[]): string {
  const output: string[] = [];
  let at = 0;
  for (const { start, end, text } of splices) {
    output.push(xml.slice(at, start), text);
    at = end;
  }
  output.push(xml.slice(at));
  return output.join("");
}

/** The text with something inserted at an offset. */
export function insertAt(xml: string, at: number, text: string): string {
  return xml.slice(0, at) + text + xml.slice(at);
}

/** The text with something added at the end of the element opened by this tag. */
export function appendTo(xml: string, element: Tag, text: string): string {
  if (!element.empty) return insertAt(xml, closingTag(xml, element).start, text);
  const name = element.prefix + element.name;
  const whole = `<${name}${element.attributes.trimEnd()}>${text}</${name}>`;
  return splice(xml, [{ start: element.start, end: element.end, text: whole }]);
}

/** The text without these elements. */
export function withoutElements(xml: string, elements: readonly Pick<Element, "start" | "close">[]): string {
  return splice(
    xml,
    elements.map(({ start, close }) => ({ start, end: close, text: "" })),
  );
}

/** The change of an element's opening tag that sets attributes. */
export function withValues(tag: Tag, values: Readonly<Record<string, string | undefined>>): Splice {
  let { attributes } = tag;
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined && attribute(tag, name) === undefined) continue;
    attributes = withAttribute(attributes, name, value);
  }
  const text = `<${tag.prefix}${tag.name}${attributes}${tag.empty ? "/>" : ">"}`;
  return { start: tag.start, end: tag.end, text };
}

/** Characters that XML cannot hold: control characters and two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Escapes a text as the content of an element of a spreadsheet. Characters that XML cannot hold are left out, unpaired
 * surrogates become U+FFFD; a text that looks like one of Excel's escapes ("_x000D_") is escaped itself.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;");
}

/** Escapes a text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Decodes an escaped text or attribute. */
export function unescapeXml(written: string): string {
  return written.replace(REFERENCE, (_all, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] as string;
    const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
