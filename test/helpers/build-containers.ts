// Containers other than zips as programs write them, for tests: with uncompressed files.
import { crc32 } from "node:zlib";

export interface ContainedFile {
  name: string | Buffer;
  bytes: Buffer;
}

const bytesOf = (name: string | Buffer): Buffer => Buffer.from(name as string);

/** The numbers of a record, each with its size in bytes, little-endian unless `big`. */
function numbers(fields: readonly (readonly [value: number, bytes: number])[], big = false): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (big) field.writeUIntBE(value, 0, bytes);
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

/** A tar archive (POSIX ustar). `claims` overrides the size in a header. */
export function tar(...files: (ContainedFile & { claims?: number; type?: string })[]): Buffer {
  const records = files.flatMap(({ name, bytes, claims, type = "0" }) => [
    tarHeader(bytesOf(name), claims ?? bytes.length, type),
    bytes,
    Buffer.alloc((512 - (bytes.length % 512)) % 512),
  ]);
  return Buffer.concat([...records, Buffer.alloc(1024)]);
}

function tarHeader(name: Buffer, size: number, type: string): Buffer {
  const header = Buffer.alloc(512);
  name.copy(header, 0);
  header.write("0000644\0", 100);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** A pre-POSIX tar archive, whose headers have no signature. */
export function oldTar(file: ContainedFile): Buffer {
  const bytes = tar(file);
  bytes.fill(0, 257, 265);
  bytes.write("        ", 148);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}

/** A tar archive with names in extended headers: GNU's for long ones, or those of pax. */
export function longTar(form: "gnu" | "pax", file: { name: string; bytes: Buffer }): Buffer {
  const short = { name: "short.xlsx", bytes: file.bytes };
  if (form === "gnu") {
    const long = { name: "././@LongLink", bytes: Buffer.from(`${file.name}\0`), type: "L" };
    return tar(long, short);
  }
  const field = ` path=${file.name}\n`;
  const length = (digits: number) => Buffer.byteLength(field) + digits;
  const digits = String(length(String(length(2)).length)).length;
  return tar({ name: "pax", bytes: Buffer.from(`${length(digits)}${field}`), type: "x" }, short);
}

/** A RAR archive of version 5. */
export function rar5(...files: ContainedFile[]): Buffer {
  const block = (fields: Buffer, data: Buffer = Buffer.alloc(0)) => {
    const sized = Buffer.concat([varint(fields.length), fields]);
    return Buffer.concat([numbers([[crc32(sized), 4]]), sized, data]);
  };
  const entries = files.map(({ name, bytes }) =>
    block(
      Buffer.concat([
        ...[2, 2, bytes.length, 4, bytes.length, 0o100644].map(varint),
        numbers([[crc32(bytes), 4]]),
        ...[0, 1, bytesOf(name).length].map(varint),
        bytesOf(name),
      ]),
      bytes,
    ),
  );
  const end = block(Buffer.from([5, 0, 0]));
  return Buffer.concat([
    Buffer.from("Rar!\x1a\x07\x01\0", "latin1"),
    block(Buffer.from([1, 0, 0])),
    ...entries,
    end,
  ]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | (rest >= 128 ? 0x80 : 0));
  }
  return Buffer.from(bytes);
}

/** A RAR archive of version 4; `flags` are those of the archive (0x80: the headers are encrypted). */
export function rar4(files: readonly ContainedFile[], flags = 0): Buffer {
  const block = (fields: Buffer, data: Buffer = Buffer.alloc(0)) =>
    Buffer.concat([numbers([[crc32(fields) & 0xffff, 2]]), fields, data]);
  const entries = files.map(({ name, bytes }) => {
    const raw = bytesOf(name);
    const fields = numbers([
      [0x74, 1],
      [0x8000, 2],
      [32 + raw.length, 2],
      [bytes.length, 4],
      [bytes.length, 4],
      [3, 1],
      [crc32(bytes), 4],
      [0, 4],
      [20, 1],
      [0x30, 1],
      [raw.length, 2],
      [0o100644, 4],
    ]);
    return block(Buffer.concat([fields, raw]), bytes);
  });
  const archive = numbers([
    [0x73, 1],
    [flags, 2],
    [13, 2],
    [0, 6],
  ]);
  const end = numbers([
    [0x7b, 1],
    [0x4000, 2],
    [7, 2],
  ]);
  return Buffer.concat([Buffer.from("Rar!\x1a\x07\0", "latin1"), block(archive), ...entries, block(end)]);
}

/** A 7-Zip archive of one file. `encrypted` declares AES encryption without using it. */
export function sevenZip({ name, bytes }: { name: string; bytes: Buffer }, encrypted = false): Buffer {
  const size = sevenZipNumber(bytes.length);
  const names = Buffer.from(`\0${Buffer.from(`${name}\0`, "utf16le").toString("latin1")}`, "latin1");
  // One coder: a copy, or AES with its properties (no salt, one round).
  const coder = encrypted ? [0x24, 0x06, 0xf1, 0x07, 0x01, 2, 0, 0] : [0x01, 0x00];
  const header = Buffer.concat([
    Buffer.from([1, 4, 6, 0, 1, 9]),
    size,
    Buffer.from([0, 7, 0x0b, 1, 0, 1, ...coder, 0x0c]),
    size,
    Buffer.from([0, 8, 0x0a, 1]),
    numbers([[crc32(bytes), 4]]),
    Buffer.from([0, 0, 5, 1, 0x11]),
    sevenZipNumber(names.length),
    names,
    Buffer.from([0, 0]),
  ]);
  const start = numbers([
    [bytes.length, 4],
    [0, 4],
    [header.length, 4],
    [0, 4],
    [crc32(header), 4],
  ]);
  const signature = Buffer.from("7z\xbc\xaf\x27\x1c\0\x04", "latin1");
  return Buffer.concat([signature, numbers([[crc32(start), 4]]), start, bytes, header]);
}

/** The high bits of the first byte give the number of following bytes. */
function sevenZipNumber(value: number): Buffer {
  return value < 0x80 ? Buffer.from([value]) : Buffer.concat([Buffer.from([0xf0]), numbers([[value, 4]])]);
}

/** A cabinet archive of one file below 32 kB. */
export function cabinet({ name, bytes }: { name: string; bytes: Buffer }): Buffer {
  const file = Buffer.concat([
    numbers([
      [bytes.length, 4],
      [0, 4],
      [0, 2],
      [0x21, 2],
      [0, 2],
      [0x80, 2],
    ]),
    Buffer.from(`${name}\0`),
  ]);
  const data = Buffer.concat([
    numbers([
      [0, 4],
      [bytes.length, 2],
      [bytes.length, 2],
    ]),
    bytes,
  ]);
  const filesAt = 36 + 8;
  const folder = numbers([
    [filesAt + file.length, 4],
    [1, 2],
    [0, 2],
  ]);
  const header = numbers([
    [0, 4],
    [filesAt + file.length + data.length, 4],
    [0, 4],
    [filesAt, 4],
    [0, 4],
    [3, 1],
    [1, 1],
    [1, 2],
    [1, 2],
    [0, 2],
    [0, 2],
    [0, 2],
  ]);
  return Buffer.concat([Buffer.from("MSCF"), header, folder, file, data]);
}

/** Attachments as packed by Outlook (winmail.dat), with the properties that name them. */
export function tnef(...attachments: { name: string; bytes: Buffer; embedded?: boolean }[]): Buffer {
  const attributes = attachments.flatMap(({ name, bytes, embedded }) => {
    const properties = [
      property(0x000b, 0x7ffe, Buffer.alloc(4)),
      property(0x001f, 0x3707, Buffer.from(`${name}\0`, "utf16le")),
    ];
    // An attached message starts with the id of its interface.
    if (embedded) properties.push(property(0x000d, 0x3701, Buffer.concat([Buffer.alloc(16, 7), bytes])));
    const list = Buffer.concat([numbers([[properties.length, 4]]), ...properties]);
    return [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from("SHORT~1.XLS\0")),
      ...(embedded ? [] : [attribute(2, 0x0006800f, bytes)]),
      attribute(2, 0x00069005, list),
    ];
  });
  const head = numbers([
    [0x223e9f78, 4],
    [1, 2],
  ]);
  const version = attribute(1, 0x00089006, numbers([[0x10000, 4]]));
  const codePage = attribute(
    1,
    0x00069007,
    numbers([
      [1252, 4],
      [0, 4],
    ]),
  );
  return Buffer.concat([head, version, codePage, ...attributes]);
}

function attribute(level: number, id: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => total + byte, 0) & 0xffff;
  return Buffer.concat([
    numbers([
      [level, 1],
      [id, 4],
      [value.length, 4],
    ]),
    value,
    numbers([[sum, 2]]),
  ]);
}

function property(type: number, id: number, value: Buffer): Buffer {
  const head = numbers([
    [type, 2],
    [id, 2],
  ]);
  if (type === 0x000b) return Buffer.concat([head, value]);
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  return Buffer.concat([
    head,
    numbers([
      [1, 4],
      [value.length, 4],
    ]),
    value,
    padding,
  ]);
}

/** A cryptographic message (CMS) in DER, or in BER with indefinite lengths and content in pieces. */
export function cms(
  kind: "signed" | "enveloped" | "compressed" | "detached",
  content: Buffer,
  ber = false,
): Buffer {
  const oid = {
    signed: "2a864886f70d010702",
    detached: "2a864886f70d010702",
    enveloped: "2a864886f70d010703",
    compressed: "2a864886f70d0109100109",
  }[kind];
  const data = tlv(0x06, Buffer.from("2a864886f70d010701", "hex"));
  const pieces = ber
    ? tlv(0x24, Buffer.concat(inPieces(content, 1000).map((piece) => tlv(0x04, piece))), true)
    : tlv(0x04, content);
  const inside = Buffer.concat(kind === "detached" ? [data] : [data, tlv(0xa0, pieces, ber)]);
  const second = kind === "compressed" ? tlv(0x30, data) : tlv(0x31, Buffer.alloc(0));
  const body = tlv(0x30, Buffer.concat([tlv(0x02, Buffer.from([1])), second, tlv(0x30, inside, ber)]), ber);
  return tlv(0x30, Buffer.concat([tlv(0x06, Buffer.from(oid, "hex")), tlv(0xa0, body, ber)]), ber);
}

function inPieces(bytes: Buffer, length: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

/** Tag, length, value; with indefinite length the value is followed by two zeros. */
function tlv(tag: number, value: Buffer, indefinite = false): Buffer {
  if (indefinite) return Buffer.concat([Buffer.from([tag, 0x80]), value, Buffer.alloc(2)]);
  const length = value.length < 0x80 ? Buffer.from([value.length]) : Buffer.from([0x84, 0, 0, 0, 0]);
  if (length.length > 1) length.writeUInt32BE(value.length, 1);
  return Buffer.concat([Buffer.from([tag]), length, value]);
}

/** A file in uuencode; zeros are blanks or, more safely, backquotes. */
export function uuencode({ name, bytes }: { name: string; bytes: Buffer }, zero = "`"): string {
  const character = (sixBits: number) => (sixBits === 0 ? zero : String.fromCharCode(0x20 + sixBits));
  const lines = inPieces(bytes, 45).map((line) => {
    const padded = Buffer.concat([line, Buffer.alloc((3 - (line.length % 3)) % 3)]);
    let text = character(line.length);
    for (let at = 0; at < padded.length; at += 3) {
      const group = padded.readUIntBE(at, 3);
      for (const shift of [18, 12, 6, 0]) text += character((group >> shift) & 0x3f);
    }
    return text;
  });
  return `begin 644 ${name}\n${lines.join("\n")}\n${zero}\nend\n`;
}

/** A Mac's file combined with its name (AppleSingle), or the metadata beside a file (AppleDouble). */
export function appleSingle({ name, bytes }: { name: string; bytes: Buffer }, double = false): Buffer {
  const head = numbers(
    [
      [double ? 0x00051607 : 0x00051600, 4],
      [0x00020000, 4],
    ],
    true,
  );
  const entries = numbers(
    [
      [2, 2],
      [3, 4],
      [50, 4],
      [name.length, 4],
      [double ? 2 : 1, 4],
      [50 + name.length, 4],
      [bytes.length, 4],
    ],
    true,
  );
  return Buffer.concat([head, Buffer.alloc(16), entries, Buffer.from(name), bytes]);
}

/** A Mac's file with its forks in sequence (MacBinary III). */
export function macBinary({ name, bytes }: { name: string; bytes: Buffer }): Buffer {
  const header = Buffer.alloc(128);
  header[1] = name.length;
  header.write(name, 2);
  header.write("XLS8XCEL", 65);
  header.writeUInt32BE(bytes.length, 83);
  header.write("mBIN", 102);
  header.writeUInt16BE(0x8281, 122);
  let crc = 0;
  for (const byte of header.subarray(0, 124)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  header.writeUInt16BE(crc, 124);
  return Buffer.concat([header, bytes, Buffer.alloc((128 - (bytes.length % 128)) % 128)]);
}
