import { damaged, fail, unsupported } from "../unreadable.ts";
import { utf8Xml } from "./utf8-xml.ts";

const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const CDATA = "<![CDATA[";
/** Names that occur very often in sheets and strings, so that no new string is created for each. */
const COMMON_NAMES = ["c", "v", "f", "t", "r", "row", "is", "si", "rPr", "rPh"];

/**
 * A forward-only scanner over the tags of an XML part. Names and texts are extracted on demand, so that an unused tag
 * costs little more than finding its end.
 * Names are returned without the root element's prefix, whatever the writer chose: both "x:row" and "row" are "row". A
 * name in another namespace keeps its prefix. Comments, processing instructions and CDATA marks are skipped. A document
 * type is refused: spreadsheet programs write none, and entity bombs need one.
 */
export class XmlScanner {
  /** The document in UTF-8. All offsets refer to it. */
  readonly bytes: Buffer;
  /** Name of the current tag. */
  name = "";
  /** Whether the current tag closes an element. */
  closes = false;
  /** Whether the current tag both opens and closes an element. */
  empty = false;
  /** Offset after the current tag. */
  position = 0;
  /** Start and end of the value found by `find`. */
  valueStart = 0;
  valueEnd = 0;

  readonly #part: string;
  /** Prefix of the root element with its colon; undefined before the root. */
  #prefix: string | undefined;
  /** The current tag's attributes: name start, name end, value start, value end, in groups of four. */
  readonly #attributes: number[] = [];
  #attributesEnd = 0;

  /** `part` is the document's name in errors. */
  constructor(bytes: Buffer, part: string) {
    this.bytes = utf8Xml(bytes);
    this.#part = part;
  }

  /** Whether the root element, which must have been passed, has a namespace prefix. */
  get prefixed(): boolean {
    return this.#prefix !== "";
  }

  /** Advances to the next tag; false at the end of the document. */
  next(): boolean {
    const bytes = this.bytes;
    for (;;) {
      const at = bytes[this.position] === LESS ? this.position : bytes.indexOf(LESS, this.position);
      if (at < 0) return false;
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        this.position = this.#markupEnd(at);
        continue;
      }
      if (mark === SLASH) this.#close(at + 2);
      else this.#open(at + 1);
      return true;
    }
  }

  /** Advances to the next tag that opens `name`; false if none follows. */
  seek(name: string): boolean {
    while (this.next()) if (!this.closes && this.name === name) return true;
    return false;
  }

  /**
   * Advances from the start to the first tag that opens `name` without inspecting the tags between it and the root.
   * Returns false without moving if there is a comment or the like before it, or the root has a prefix.
   */
  leap(name: string): boolean {
    const { bytes } = this;
    const tag = bytes.indexOf(`<${name}`);
    if (tag < 0 || !this.next()) return false;
    const before = bytes.subarray(this.position, tag);
    const isPlain =
      !this.prefixed && this.position <= tag && !before.includes("<!") && !before.includes("<?");
    if (isPlain) {
      this.position = tag;
      this.next();
      if (this.name === name) return true;
    }
    this.position = 0;
    return false;
  }

  /** Advances to the next tag, which must exist. */
  expect(): void {
    if (!this.next()) this.#cutOff();
  }

  /** Skips the content of the element just opened, up to its closing tag. */
  skip(): void {
    if (this.empty) return;
    for (let depth = 1; depth > 0; ) {
      this.expect();
      if (this.closes) depth--;
      else if (!this.empty) depth++;
    }
  }

  /** The text of the element just opened, without that of child elements; advances to its closing tag. */
  text(): string {
    if (this.empty) return "";
    let text = "";
    for (;;) {
      const start = this.position;
      const end = this.bytes[start] === LESS ? start : this.bytes.indexOf(LESS, start);
      if (end < 0) this.#cutOff();
      text += this.decode(start, end);
      const mark = this.bytes[end + 1];
      if (mark === SLASH) {
        this.#close(end + 2);
        return text;
      }
      if (mark === BANG || mark === QUESTION) {
        this.position = this.#markupEnd(end);
        if (startsWith(this.bytes, CDATA, end)) {
          text += newlines(this.bytes.toString("utf8", end + CDATA.length, this.position - 3));
        }
      } else {
        this.#open(end + 1);
        this.skip();
      }
    }
  }

  /** Finds an attribute of the current tag by its name as written, and sets `valueStart` and `valueEnd`. */
  find(name: string): boolean {
    const attributes = this.#attributes;
    for (let i = 0; i < this.#attributesEnd; i += 4) {
      const start = attributes[i] as number;
      if ((attributes[i + 1] as number) - start === name.length && startsWith(this.bytes, name, start)) {
        this.valueStart = attributes[i + 2] as number;
        this.valueEnd = attributes[i + 3] as number;
        return true;
      }
    }
    return false;
  }

  /** The value of an attribute of the current tag, by its name as written. */
  attribute(name: string): string | undefined {
    return this.find(name) ? this.decode(this.valueStart, this.valueEnd) : undefined;
  }

  /** The value of the attribute with this name under any prefix (relation ids are r:id, ns1:id …). */
  prefixedAttribute(name: string): string | undefined {
    for (let i = 0; i < this.#attributesEnd; i += 4) {
      const written = this.bytes.toString("latin1", this.#attributes[i], this.#attributes[i + 1]);
      if (written.endsWith(`:${name}`)) return this.attribute(written);
    }
    return undefined;
  }

  #open(start: number): void {
    const bytes = this.bytes;
    let at = start;
    for (let code = bytes[at]; code !== undefined && code > SPACE && code !== GREATER && code !== SLASH; ) {
      code = bytes[++at];
    }
    this.#setName(start, at);
    this.closes = false;
    let count = 0;
    for (;;) {
      let code = bytes[at];
      while (code !== undefined && code <= SPACE) code = bytes[++at];
      if (code === GREATER || code === SLASH) {
        this.empty = code === SLASH;
        this.position = this.empty ? at + 2 : at + 1;
        this.#attributesEnd = count;
        return;
      }
      const nameStart = at;
      while (code !== undefined && code > SPACE && code !== EQUALS && code !== GREATER) code = bytes[++at];
      const nameEnd = at;
      while (code !== undefined && code <= SPACE) code = bytes[++at];
      if (code !== EQUALS) this.#broken();
      do code = bytes[++at];
      while (code !== undefined && code <= SPACE);
      if (code !== QUOTE && code !== APOSTROPHE) this.#broken();
      const valueStart = ++at;
      const quote = code;
      while (bytes[at] !== quote) {
        if (bytes[at] === undefined) this.#cutOff();
        at++;
      }
      this.#attributes[count++] = nameStart;
      this.#attributes[count++] = nameEnd;
      this.#attributes[count++] = valueStart;
      this.#attributes[count++] = at++;
    }
  }

  #close(start: number): void {
    const bytes = this.bytes;
    let at = start;
    for (let code = bytes[at]; code !== undefined && code > SPACE && code !== GREATER; ) code = bytes[++at];
    this.#setName(start, at);
    this.closes = true;
    this.empty = false;
    this.#attributesEnd = 0;
    while (bytes[at] !== GREATER) {
      if (bytes[at] === undefined) this.#cutOff();
      at++;
    }
    this.position = at + 1;
  }

  #setName(start: number, end: number): void {
    const name = nameAt(this.bytes, start, end);
    this.#prefix ??= name.includes(":") ? name.slice(0, name.indexOf(":") + 1) : "";
    if (this.#prefix === "") this.name = name;
    else this.name = name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : `:${name}`;
  }

  /** Where a comment, processing instruction or CDATA section ends. */
  #markupEnd(at: number): number {
    const { bytes } = this;
    let close: string;
    if (startsWith(bytes, "<?", at)) close = "?>";
    else if (startsWith(bytes, "<!--", at)) close = "-->";
    else if (startsWith(bytes, CDATA, at)) close = "]]>";
    else
      return fail(
        unsupported(`The part ${this.#part} declares a document type, which no spreadsheet needs.`),
      );
    const end = bytes.indexOf(close, at + 2);
    if (end < 0) this.#cutOff();
    return end + close.length;
  }

  /** The text between two offsets, with references resolved. */
  decode(start: number, end: number): string {
    if (this.#isPlain(start, end)) {
      // V8 has cached strings of one character, and a sheet has thousands of zeros.
      return end - start === 1
        ? String.fromCharCode(this.bytes[start] as number)
        : this.bytes.toString("latin1", start, end);
    }
    const text = newlines(this.bytes.toString("utf8", start, end));
    return text.includes("&") ? text.replace(REFERENCE, resolve) : text;
  }

  /** Whether it is ASCII without references and carriage returns, so that bytes are characters. */
  #isPlain(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const code = this.bytes[at] as number;
      if (code > 127 || code === AMPERSAND || code === RETURN) return false;
    }
    return true;
  }

  #cutOff(): never {
    return fail(damaged(`The part ${this.#part} is cut off.`));
  }

  #broken(): never {
    return fail(damaged(`The part ${this.#part} is not well-formed XML.`));
  }
}

/**
 * Whether a part has CDATA or processing instructions after `start`; without them and comments every "<" starts a tag.
 */
export function hasMarkup(bytes: Buffer, start: number): boolean {
  return bytes.includes("]]>", start) || bytes.includes("?>", start);
}

/** Whether the bytes at this offset are this ASCII text. */
export function startsWith(bytes: Buffer, text: string, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

function nameAt(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  for (const name of COMMON_NAMES) if (name.length === length && startsWith(bytes, name, start)) return name;
  return bytes.toString("latin1", start, end);
}

/** XML normalises every line end to a line feed; an actual carriage return is written as a character reference. */
function newlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const REFERENCE = /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function resolve(_match: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] as string;
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number.parseInt(decimal, 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
