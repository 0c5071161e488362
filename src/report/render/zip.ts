// Writes files as a zip archive, in pieces.
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface ZippedFile {
  /** With forward slashes. */
  name: string;
  content: string | Uint8Array | Iterable<Uint8Array>;
  /** Whether it is already compressed and therefore stored. */
  packed?: boolean;
}

/**
 * The archive in pieces, with its files in the order given. Each file is consumed before the next is requested, and
 * compressed in JavaScript, so that the result does not depend on the zlib in Node: the same files give the same bytes
 * on every machine. Up to 65,535 files and 4 GB.
 */
export async function* zipFiles(
  files: Iterable<ZippedFile> | AsyncIterable<ZippedFile>,
): AsyncGenerator<Uint8Array> {
  // Zips store local times without a zone: noon on the first possible day is the same date everywhere.
  const firstNoon = new Date(1980, 0, 1, 12);
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const { name, content, packed } of files) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = firstNoon;
    zip.add(file);
    for (const piece of piecesOf(content)) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

function piecesOf(content: ZippedFile["content"]): Iterable<Uint8Array> {
  if (typeof content === "string") return [Buffer.from(content)];
  return content instanceof Uint8Array ? [content] : content;
}
