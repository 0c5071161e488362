// Attachments as packed by Outlook and Exchange (winmail.dat; MS-OXTNEF): a sequence of attributes of the message and
// its attachments, with those of MAPI in lists of properties.
import { damaged, fail } from "../unreadable.ts";
import { TRIMMINGS } from "./mail.ts";
import { baseName, type Member } from "./member.ts";

const SIGNATURE = 0x223e9f78;
const HEAD_BYTES = 6;
/** Level, id and length before the value of an attribute, and a checksum after it. */
const ATTRIBUTE_BYTES = 9;
const SUM_BYTES = 2;

/** Ids of the attributes that are read (MS-OXTNEF 2.1.3). */
const CODE_PAGE = 0x00069007;
const NEW_ATTACHMENT = 0x00069002;
const TITLE = 0x00018010;
const DATA = 0x0006800f;
const PROPERTIES = 0x00069005;

/** Ids of the properties that are read (MS-OXPROPS). */
const FILE_NAME = 0x3704;
const LONG_NAME = 0x3707;
const DISPLAY_NAME = 0x3001;
const ATTACHED_DATA = 0x3701;
const CONTENT_ID = 0x3712;
const HIDDEN = 0x7ffe;

/** Encodings by Windows code page number. */
const ENCODINGS: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  65001: "utf-8",
};

interface Draft {
  title?: string;
  bytes?: Buffer;
  properties: ReadonlyMap<number, Property>;
}

/** The first value of a property: texts decoded, everything else as bytes. */
type Property = string | Buffer;

/** Types of properties (MS-OXCDATA 2.11.1) and the size of their values here; other types have a variable size. */
const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const MULTIPLE = 0x1000;
const OBJECT = 0x0d;
const TEXT_8 = 0x1e;
const TEXT_16 = 0x1f;
/** Properties from this id on have a name before their values. */
const NAMED = 0x8000;
/** An attached object starts with the id of its interface; for a message another container follows. */
const INTERFACE_BYTES = 16;

const CUT_OFF = damaged("The Outlook container (winmail.dat) is cut off or damaged.");

/** The attachments; a truncated one is reported as such. Throws UnreadableError if the beginning is invalid. */
export function tnefMembers(bytes: Buffer): Member[] {
  if (bytes.length < HEAD_BYTES || bytes.readUInt32LE(0) !== SIGNATURE) fail(CUT_OFF);
  const drafts: Draft[] = [];
  let encoding = "windows-1252";
  let isCutOff = false;
  for (let at = HEAD_BYTES; at < bytes.length; ) {
    const isWhole = at + ATTRIBUTE_BYTES <= bytes.length;
    const start = at + ATTRIBUTE_BYTES;
    const end = isWhole ? start + bytes.readUInt32LE(at + 5) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) {
      isCutOff = true;
      break;
    }
    const value = bytes.subarray(start, end);
    const id = bytes.readUInt32LE(at + 1);
    if (id === CODE_PAGE && value.length >= 4) encoding = encodingOf(value.readUInt32LE(0));
    if (id === NEW_ATTACHMENT) drafts.push({ properties: new Map() });
    const draft = drafts.at(-1);
    if (draft !== undefined) {
      if (id === TITLE) draft.title = text8(value, encoding);
      if (id === DATA) draft.bytes = value;
      if (id === PROPERTIES) draft.properties = readProperties(value, encoding);
    }
    at = end + SUM_BYTES;
  }
  if (isCutOff && drafts.length === 0) fail(CUT_OFF);
  return drafts.map((draft, index) => toMember(draft, isCutOff && index === drafts.length - 1));
}

function toMember(draft: Draft, isCutOff: boolean): Member {
  const { properties } = draft;
  const names = [
    properties.get(LONG_NAME),
    draft.title,
    properties.get(FILE_NAME),
    properties.get(DISPLAY_NAME),
  ];
  const name = baseName(names.find((text): text is string => typeof text === "string" && text !== ""));
  if (isCutOff) return { name, unreadable: CUT_OFF };
  const attached = properties.get(ATTACHED_DATA);
  const bytes = draft.bytes ?? (Buffer.isBuffer(attached) ? attached : Buffer.alloc(0));
  const hidden = properties.get(HIDDEN);
  const isHidden = Buffer.isBuffer(hidden) && hidden[0] === 1;
  const isShown = properties.has(CONTENT_ID) && /\.(png|jpe?g|gif|bmp|emf|wmf)$/i.test(name ?? "");
  return { name, bytes: Buffer.from(bytes), trimming: isHidden || isShown || TRIMMINGS.test(name ?? "") };
}

/** The valid properties of an attachment by id. */
function readProperties(bytes: Buffer, encoding: string): Map<number, Property> {
  const properties = new Map<number, Property>();
  const reader = new Reader(bytes);
  for (let left = reader.uint32(); left > 0 && !reader.isDone; left--) {
    const type = reader.uint16();
    const id = reader.uint16();
    if (id >= NAMED) skipName(reader);
    const value = readValues(reader, type, encoding);
    if (value !== undefined && !reader.isDone) properties.set(id, value);
  }
  return properties;
}

/** Skips the property set and the number or text that names a property. */
function skipName(reader: Reader): void {
  reader.take(16);
  if (reader.uint32() === 0) reader.take(4);
  else reader.takePadded(reader.uint32());
}

/** Reads the values of a property and returns the first. */
function readValues(reader: Reader, type: number, encoding: string): Property | undefined {
  const single = type & ~MULTIPLE;
  const size = FIXED[single];
  const count = size !== undefined && type === single ? 1 : reader.uint32();
  let first: Property | undefined;
  for (let index = 0; index < count && !reader.isDone; index++) {
    const value = size === undefined ? reader.takePadded(reader.uint32()) : reader.take(size);
    if (index === 0) first = decodeValue(value, single, encoding);
  }
  return first;
}

function decodeValue(value: Buffer, type: number, encoding: string): Property {
  if (type === TEXT_8) return text8(value, encoding);
  if (type === TEXT_16) return withoutEnd(value.toString("utf16le"));
  return type === OBJECT ? value.subarray(INTERFACE_BYTES) : value;
}

function text8(value: Buffer, encoding: string): string {
  return withoutEnd(new TextDecoder(encoding).decode(value));
}

/** Texts end with a NUL. */
function withoutEnd(text: string): string {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

function encodingOf(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return ENCODINGS[codePage] ?? "windows-1252";
}

/** Reads numbers and bytes in sequence; after the end there are none. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Whether more was requested than there is. */
  get isDone(): boolean {
    return this.#at > this.#bytes.length;
  }

  uint16(): number {
    const value = this.take(2);
    return value.length < 2 ? 0 : value.readUInt16LE(0);
  }

  uint32(): number {
    const value = this.take(4);
    return value.length < 4 ? 0 : value.readUInt32LE(0);
  }

  take(length: number): Buffer {
    const value = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return value;
  }

  /** A value padded to a multiple of four bytes. */
  takePadded(length: number): Buffer {
    const value = this.take(length);
    this.#at += (4 - (length % 4)) % 4;
    return value;
  }
}
