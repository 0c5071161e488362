// The two encryption methods of zip archives: PKWARE's original one (APPNOTE 6.1) and WinZip's AES (specification AE-1
// and AE-2). No maintained library of reasonable size supports them: yauzl leaves decryption to its caller, and zip.js
// has 9 MB.
import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import type { Entry } from "yauzl";

/** A decrypted entry. */
export interface Decrypted {
  /** Still compressed. */
  packed: Buffer;
  method: number;
  /** AE-2 stores no checksum of the content, but one of the encrypted bytes. */
  hasCrc: boolean;
}

const HAS_DESCRIPTOR = 0x8;
/** Id of the extra field for WinZip's encryption, and the compression method that indicates it. */
const AES_FIELD = 0x9901;
const AES_METHOD = 99;

/** Whether the entry is encrypted with an unsupported method. */
export function isForeignEncryption(entry: Entry): boolean {
  return entry.compressionMethod === AES_METHOD && aesOf(entry) === undefined;
}

/**
 * Decrypts an entry's bytes; undefined if the password is certainly wrong. With the original method one wrong password
 * in 256 passes, and only the checksum of the content reveals it.
 */
export function decryptEntry(bytes: Buffer, entry: Entry, password: Buffer): Decrypted | undefined {
  const aes = aesOf(entry);
  if (aes !== undefined) return decryptAes(bytes, password, aes);
  const packed = decryptOld(bytes, entry, password);
  return packed && { packed, method: entry.compressionMethod, hasCrc: true };
}

/** A password in the encodings that programs use: UTF-8, and Windows' western code page. */
export function passwordBytes(password: string): Buffer[] {
  const utf8 = Buffer.from(password);
  const western = Buffer.from(password, "latin1");
  return western.equals(utf8) || western.toString("latin1") !== password ? [utf8] : [utf8, western];
}

interface Aes {
  keyBytes: number;
  method: number;
  hasCrc: boolean;
}

const KEY_BYTES = [16, 24, 32];

/** Version, "AE", strength and compression method. */
function aesOf(entry: Entry): Aes | undefined {
  const field = entry.extraFields.find(({ id }) => id === AES_FIELD)?.data;
  if (entry.compressionMethod !== AES_METHOD || field === undefined || field.length < 7) return undefined;
  const keyBytes = KEY_BYTES[(field[4] as number) - 1];
  if (keyBytes === undefined) return undefined;
  return { keyBytes, method: field.readUInt16LE(5), hasCrc: field.readUInt16LE(0) === 1 };
}

const ITERATIONS = 1000;
const VERIFIER_BYTES = 2;
const MAC_BYTES = 10;

/** Salt, password verifier, encrypted content, authentication code. */
function decryptAes(
  bytes: Buffer,
  password: Buffer,
  { keyBytes, method, hasCrc }: Aes,
): Decrypted | undefined {
  const saltBytes = keyBytes / 2;
  const start = saltBytes + VERIFIER_BYTES;
  const end = bytes.length - MAC_BYTES;
  if (end < start) return undefined;
  const keys = pbkdf2Sync(
    password,
    bytes.subarray(0, saltBytes),
    ITERATIONS,
    2 * keyBytes + VERIFIER_BYTES,
    "sha1",
  );
  if (!keys.subarray(2 * keyBytes).equals(bytes.subarray(saltBytes, start))) return undefined;
  const content = bytes.subarray(start, end);
  const mac = createHmac("sha1", keys.subarray(keyBytes, 2 * keyBytes))
    .update(content)
    .digest();
  if (!timingSafeEqual(mac.subarray(0, MAC_BYTES), bytes.subarray(end))) return undefined;
  return { packed: withKeystream(content, keys.subarray(0, keyBytes)), method, hasCrc };
}

const BLOCK = 16;
const BLOCKS_AT_ONCE = 4096;

/** Counter mode with a little-endian counter that starts at 1, which Node does not support. */
function withKeystream(content: Buffer, key: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const plain = Buffer.allocUnsafe(content.length);
  const counters = Buffer.alloc(BLOCK * BLOCKS_AT_ONCE);
  for (let block = 0; block * BLOCK < content.length; block += BLOCKS_AT_ONCE) {
    for (let index = 0; index < BLOCKS_AT_ONCE; index++) {
      counters.writeUInt32LE(block + index + 1, index * BLOCK);
    }
    const stream = cipher.update(counters);
    const from = block * BLOCK;
    const to = Math.min(content.length, from + stream.length);
    for (let at = from; at < to; at++) plain[at] = (content[at] as number) ^ (stream[at - from] as number);
  }
  return plain;
}

const HEADER_BYTES = 12;
/** The CRC-32 table, whose single steps the original method uses. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function decryptOld(bytes: Buffer, entry: Entry, password: Buffer): Buffer | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890];
  const update = (byte: number) => {
    first = (CRC_TABLE[(first ^ byte) & 0xff] as number) ^ (first >>> 8);
    second = (Math.imul(second + (first & 0xff), 134775813) + 1) | 0;
    third = (CRC_TABLE[(third ^ (second >>> 24)) & 0xff] as number) ^ (third >>> 8);
  };
  for (const byte of password) update(byte);
  const plain = Buffer.allocUnsafe(bytes.length - HEADER_BYTES);
  for (let at = 0; at < bytes.length; at++) {
    const key = (third & 0xffff) | 2;
    const byte = (bytes[at] as number) ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff);
    update(byte);
    if (at >= HEADER_BYTES) plain[at - HEADER_BYTES] = byte;
    else if (at === HEADER_BYTES - 1 && !checks(entry).includes(byte)) return undefined;
  }
  return plain;
}

/** Possible last bytes of the header: of the checksum, or of the time if the checksum was not known yet. */
function checks({ generalPurposeBitFlag, lastModFileTime, crc32 }: Entry): number[] {
  const ofSum = crc32 >>> 24;
  return (generalPurposeBitFlag & HAS_DESCRIPTOR) === 0 ? [ofSum] : [lastModFileTime >>> 8, ofSum];
}
