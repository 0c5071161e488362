// Zip archives as various programs write them, for tests.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  name: string | Buffer;
  bytes: Buffer | string;
  /** Without compression. */
  stored?: boolean;
  /** Sizes and checksum after the data, zeros in the local header. */
  descriptor?: boolean;
  /** Sizes and offset as zip64 extra fields. */
  zip64?: boolean;
  /** Whether the name is flagged as UTF-8 (default: yes). */
  utf8?: boolean;
  /** For already compressed bytes: the method, and the size and checksum of the content. */
  packed?: { method: number; size: number; crc: number };
  /** Overrides values in the directory. */
  claims?: { size?: number; crc?: number };
}

const FOUR = 0xffffffff;

/** The bytes of a zip archive with these files. */
export function buildZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as string);
    const plain = Buffer.from(file.bytes as string);
    const data = file.stored || file.packed ? plain : deflateRawSync(plain);
    const size = file.claims?.size ?? file.packed?.size ?? plain.length;
    const crc = file.claims?.crc ?? file.packed?.crc ?? crc32(plain);
    const flags = (file.descriptor ? 0x8 : 0) | (file.utf8 === false ? 0 : 0x800);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(file.zip64 ? 45 : 20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(file.packed?.method ?? (file.stored ? 0 : 8), 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(file.zip64 ? FOUR : data.length, 14);
    common.writeUInt32LE(file.zip64 ? FOUR : size, 18);
    common.writeUInt16LE(name.length, 22);

    const local = Buffer.from(common);
    if (file.descriptor) local.fill(0, 10, 22);
    const localExtra = file.zip64 ? zip64Extra(size, data.length) : Buffer.alloc(0);
    local.writeUInt16LE(localExtra.length, 24);
    const descriptor = Buffer.alloc(file.descriptor ? 16 : 0);
    if (file.descriptor) {
      descriptor.write("PK\x07\x08", "latin1");
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(data.length, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    const localBytes = Buffer.concat([
      Buffer.from("PK\x03\x04", "latin1"),
      local,
      name,
      localExtra,
      data,
      descriptor,
    ]);

    const extra = file.zip64 ? zip64Extra(size, data.length, offset) : Buffer.alloc(0);
    const made = Buffer.from([45, 0]);
    const central = Buffer.from(common);
    central.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(file.zip64 ? FOUR : offset, 10);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), made, central, tail, name, extra);
    locals.push(localBytes);
    offset += localBytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

function zip64Extra(size: number, packed: number, offset?: number): Buffer {
  const fields = offset === undefined ? [size, packed] : [size, packed, offset];
  const extra = Buffer.alloc(4 + 8 * fields.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * fields.length, 2);
  for (const [index, field] of fields.entries()) extra.writeBigUInt64LE(BigInt(field), 4 + 8 * index);
  return extra;
}
