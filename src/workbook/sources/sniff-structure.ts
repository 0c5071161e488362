// File types that cannot be recognised by fixed first bytes alone.
import type { Content } from "./sniff.ts";

/** What the bytes are; undefined if they are none of these. */
export function sniffStructure(bytes: Buffer): Content | undefined {
  if (isCms(bytes)) return { type: "container", kind: "smime", what: "a signed e-mail without content" };
  if (isPgp(bytes)) return ENCRYPTED_PGP;
  if (isTarHeader(bytes)) {
    return { type: "container", kind: "archive", what: "a tar archive without files" };
  }
  if (macBinaryFork(bytes) !== undefined) {
    return { type: "container", kind: "mac-binary", what: "a Mac file (MacBinary) without content" };
  }
  const head = bytes.toString("latin1", 0, SHORT_HEAD);
  if (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6))
    return { type: "other", what: "a bitmap image" };
  if (head.startsWith("MZ") && head.includes("\0")) {
    return {
      type: "other",
      what: "a program or a self-extracting archive (.exe)",
      ask: "Do not run it. Ask for the workbook itself.",
    };
  }
  if (bytes.toString("latin1", ISO_MARK, ISO_MARK + 5) === "CD001") {
    return {
      type: "other",
      what: "a disk image (.iso)",
      ask: "Save the workbook out of it, or ask for the workbook itself.",
    };
  }
  return undefined;
}

/** Texts may start with the two letters of such files, but have no zeros after them. */
const SHORT_HEAD = 64;

/** The offset of the mark of a disk image (ISO 9660). */
const ISO_MARK = 32_769;

/** A file or text encrypted with PGP. */
export const ENCRYPTED_PGP: Content = {
  type: "other",
  what: "encrypted with PGP",
  isEncrypted: true,
  ask: "Decrypt it with the recipient's key and ingest the workbook, or ask for it without encryption.",
};

/** Number of bytes that these patterns inspect, in hexadecimal digits. */
const HEAD = 24;

/**
 * The beginning of a cryptographic message in DER or BER: a sequence that starts with the object identifier of a
 * content type in RFC 5652 (data to encrypted data), RFC 5083 or RFC 3274.
 */
const CMS = /^30(?:[0-7].|80|81..|82.{4}|83.{6}|84.{8})06(?:09|0b)2a864886f70d01(?:070[1-6]|091001(?:09|17))/;

/** Whether the bytes are a cryptographic message, as in the attachment smime.p7m. */
export function isCms(bytes: Buffer): boolean {
  return CMS.test(bytes.toString("hex", 0, HEAD));
}

/**
 * The session key, encrypted with a public key or a password, with which every encrypted message starts (RFC 4880 5.1
 * and 5.3): the tag in the old or new format, the length, the version, then for a public key its id and algorithm.
 */
const PGP_KEY =
  /^(?:84..|85.{4}|c1(?:[0-9ab].|[cd].{3}))03.{16}(?:01|02|10|12|16|19)|^(?:8c..|c3[0-3].)040[1-9a-d]0[013]/;

function isPgp(bytes: Buffer): boolean {
  return PGP_KEY.test(bytes.toString("hex", 0, HEAD));
}

const TAR_BLOCK = 512;
const TAR_SUM = { at: 148, length: 8 };

/** Whether the bytes start with a tar header without a signature, recognised by its checksum. */
function isTarHeader(bytes: Buffer): boolean {
  if (bytes.length < TAR_BLOCK || bytes[0] === 0) return false;
  const { at, length } = TAR_SUM;
  const written = /^ *([0-7]{2,7}) *$/.exec(
    bytes.toString("latin1", at, at + length).replaceAll("\0", " "),
  )?.[1];
  if (written === undefined) return false;
  let sum = length * 0x20;
  for (let index = 0; index < TAR_BLOCK; index++) {
    if (index < at || index >= at + length) sum += bytes[index] as number;
  }
  return sum === Number.parseInt(written, 8);
}

const MAC_HEADER = 128;

/**
 * The position of the file in one that a Mac wrote with its forks (MacBinary II and III); undefined if the bytes are
 * not one. The header has no signature, but zeros at fixed places, the lengths and a checksum.
 */
export function macBinaryFork(bytes: Buffer): { name: Buffer; start: number; end: number } | undefined {
  if (bytes.length < MAC_HEADER || bytes[0] !== 0 || bytes[74] !== 0 || bytes[82] !== 0) return undefined;
  const nameLength = bytes[1] as number;
  const length = bytes.readUInt32BE(83);
  if (nameLength < 1 || nameLength > 63 || MAC_HEADER + length > bytes.length) return undefined;
  if (crc16(bytes.subarray(0, 124)) !== bytes.readUInt16BE(124)) return undefined;
  return { name: bytes.subarray(2, 2 + nameLength), start: MAC_HEADER, end: MAC_HEADER + length };
}

/** The checksum of XMODEM: polynomial 0x1021, initial value 0. */
function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
    crc &= 0xffff;
  }
  return crc;
}
