// What happens to files between a supplier and us, and what somebody could do to them on purpose.
import { inflateRawSync } from "node:zlib";
import { buildZip, type ZipFile } from "../helpers/build-zip.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";
import type { Random } from "./random.ts";

/** A stored part of a zip. */
interface Part {
  name: string;
  bytes: Buffer;
  packed: { method: number; size: number; crc: number };
}

/** A file to start from: its bytes and, if it is a zip, its parts. */
export interface Seed {
  name: string;
  bytes: Buffer;
  parts: readonly Part[] | null;
  /** For a container: the file in it, and how to wrap it. */
  inside?: { seed: Seed; wrap(bytes: Buffer): Buffer };
}

/** Prepares a seed; a file that is not a plain zip is mutated as bytes only. */
export function toSeed(name: string, bytes: Buffer): Seed {
  try {
    return { name, bytes, parts: partsOf(bytes) };
  } catch {
    return { name, bytes, parts: null };
  }
}

/** The parts of a zip according to its directory. Throws if it is not a zip. */
function partsOf(zip: Buffer): Part[] {
  const end = zip.lastIndexOf("PK\x05\x06");
  if (end < 0) throw new Error("no zip");
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    parts.push({
      name,
      bytes: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
      packed: {
        method: zip.readUInt16LE(at + 10),
        crc: zip.readUInt32LE(at + 16),
        size: zip.readUInt32LE(at + 24),
      },
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The unpacked bytes of a file in a zip; as stored if an earlier mutation damaged them. */
export function unpacked({ bytes, packed }: ZipFile): Buffer {
  const plain = Buffer.from(bytes as string);
  try {
    return packed?.method === 8 ? inflateRawSync(plain) : plain;
  } catch {
    return plain;
  }
}

/**
 * Replaces the bytes of a file in a zip, usually without compression, which tests nothing new and takes most of the
 * time.
 */
export function replace(file: ZipFile, bytes: Buffer | string, random: Random): void {
  file.bytes = bytes;
  delete file.packed;
  file.stored = random.chance(0.8);
}

/** The bytes of a file after one to four mutations. */
export function mutate(seed: Seed, random: Random): Buffer {
  if (seed.inside !== undefined && random.chance(0.6))
    return seed.inside.wrap(mutate(seed.inside.seed, random));
  if (seed.parts === null || random.chance(0.2)) return mutateBytes(seed.bytes, random);
  const files: ZipFile[] = seed.parts.map((part) => ({ ...part }));
  for (let times = 1 + random.below(4); times > 0; times--) {
    if (random.chance(0.75)) mutatePart(files, random);
    else mutateDirectory(files, random);
  }
  const zip = buildZip(files);
  if (random.chance(0.03)) return Buffer.concat([zip, Buffer.from(random.pick(NASTY_TEXTS))]);
  return random.chance(0.1) ? mutateBytes(zip, random) : zip;
}

/** Damage that ignores the meaning of the bytes. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.below(3); times > 0 && result.length > 0; times--) {
    const at = random.below(result.length);
    const length = 1 + random.below(Math.min(64, result.length - at));
    switch (random.below(7)) {
      case 0:
        result[at] = (result[at] as number) ^ (1 << random.below(8));
        break;
      case 1:
        for (let index = at; index < at + length; index++) result[index] = random.below(256);
        break;
      case 2:
        result = result.subarray(0, at);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
        break;
      case 4:
        result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
        break;
      case 5:
        if (at + 4 <= result.length) result.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xffffffff]), at);
        break;
      case 6:
        result = Buffer.concat([
          result.subarray(0, at),
          Buffer.alloc(random.below(2000)),
          result.subarray(at),
        ]);
        break;
    }
  }
  return result;
}

const EMPTY = Buffer.alloc(0);
/** Unpacks to so many times its size that the limits apply. */
const BLANKS = Buffer.alloc(3_000_000, 0x20);

function mutateDirectory(files: ZipFile[], random: Random): void {
  const at = random.below(files.length);
  const file = files[at];
  if (file === undefined) return;
  switch (random.below(8)) {
    case 0:
      files.splice(at, 1);
      break;
    case 1:
      files.splice(random.below(files.length), 0, { ...file });
      break;
    case 2:
      Object.assign(file, { ...(files[random.below(files.length)] as ZipFile), name: file.name });
      break;
    case 3:
      file.name = random.pick([
        "../../x",
        "/xl/workbook.xml",
        "xl\\workbook.xml",
        "",
        "\u0000",
        "XL/WORKBOOK.XML",
        "__proto__",
      ]);
      break;
    case 4:
      file.claims = { size: random.pick([0, 1, 0xfffffff0, 1 << 30]) };
      break;
    case 5:
      file.claims = { crc: 0 };
      break;
    case 6:
      file[random.pick(["descriptor", "zip64"] as const)] = true;
      break;
    case 7:
      replace(file, random.pick([EMPTY, BLANKS, Buffer.from("<")]), random);
      break;
  }
}

/** Parts that a reader reads. */
const READ_PARTS = /workbook|sheet|sharedStrings|styles|\.rels$|Content_Types/i;

function mutatePart(files: ZipFile[], random: Random): void {
  const file = random.pick(files.filter(({ name }) => READ_PARTS.test(String(name))));
  if (file === undefined) return;
  const bytes = unpacked(file);
  replace(
    file,
    random.chance(0.15) ? mutateBytes(bytes, random) : mutateXml(bytes.toString("utf8"), random),
    random,
  );
}

/** Damage and malice at the level of tags, attributes and texts. */
function mutateXml(xml: string, random: Random): string {
  const nasty = random.pick(NASTY_TEXTS);
  const tag = tagFrom(xml, random);
  if (tag === undefined) return xml + nasty;
  const [before, after] = [xml.slice(0, tag.index), xml.slice(tag.index + tag[0].length)];
  switch (random.below(11)) {
    case 0:
      return before + after;
    case 1:
      return before + tag[0] + tag[0] + after;
    case 2:
      return before + tag[0] + nasty + after;
    case 3:
      return before + tag[0].replace(/="[^"]*"/, () => `="${nasty.replace(/["<]/g, "")}"`) + after;
    case 4:
      return (
        before +
        tag[0].replace(/="[^"]*"/g, () => `="${random.pick(NASTY_TEXTS).replace(/["<]/g, "")}"`) +
        after
      );
    case 5:
      return before + tag[0].replace(/\s+[\w:]+="[^"]*"/, "") + after;
    case 6: {
      const closing = after.indexOf("<");
      return closing < 0 ? xml : before + tag[0] + nasty + after.slice(closing);
    }
    case 7: {
      return before + (tagFrom(xml, random)?.[0] ?? "") + after;
    }
    case 8: {
      const from = tag.index;
      const to = Math.min(xml.length, from + random.below(3000));
      const chunk = xml.slice(from, to);
      return before + chunk.repeat(1 + random.below(5)) + xml.slice(to);
    }
    case 9:
      return random.pick(["\ufeff", "<!DOCTYPE x>", '<?xml version="1.0" encoding="utf-16"?>', "<x>"]) + xml;
    default:
      return (
        before +
        `<c r="${random.pick(["A1", "D26", "B5", "F5"])}" t="${random.pick(["s", "str", "inlineStr", "b", "e", "n", "d", "x"])}"><v>${nasty.replace(/[<&]/g, "")}</v></c>` +
        after
      );
  }
}

/** The first tag after a random offset. */
function tagFrom(xml: string, random: Random): RegExpExecArray | undefined {
  const tag = /<[^<>]*>/g;
  tag.lastIndex = random.below(xml.length);
  return tag.exec(xml) ?? undefined;
}
