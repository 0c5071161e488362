// libarchive in the sandbox of WebAssembly: the entries of an archive one by one.
import type { Libarchive } from "libarchive.js/src/webworker/wasm-gen/libarchive.js";
import { IS_EXECUTABLE, ownFile } from "../../lib/own-files.ts";

/** One entry; its bytes are there until the next one is asked for. */
export interface ArchiveEntry {
  /** As the archive has it, in whatever encoding; UTF-8 where the format says what its names are written in. */
  name: Buffer;
  /** A folder, a link or a device is none. */
  isFile: boolean;
  isEncrypted: boolean;
  /** Of the unpacked file, as the archive claims it. */
  size: number;
  /** The unpacked file; the library's words where it cannot be unpacked. */
  read(): Buffer | string;
}

/** The next entry, the end, or the library's words for what hinders going on. */
export type NextEntry = { entry: ArchiveEntry } | { error: string } | "end";

/** What archive_entry_filetype says of a file. */
const REGULAR_FILE = 0o100000;
/** Some formats say of files, and of links to other entries, nothing. */
const UNKNOWN = 0;
/** The locale in which the library hands on names: those of known encoding come out in UTF-8, others as they are. */
const LOCALE = "en_US.UTF-8";

/** The library as the executable has it. */
const LIBRARY = "libarchive.wasm";

const NO_MEMORY = "out of memory";

/**
 * Opens an archive, with `tail` zeros behind it, in memory of its own, so that nothing of one archive is left for the next.
 * Throws RangeError where that memory does not suffice; the library may throw WebAssembly.RuntimeError at any call for an archive that was made to.
 */
export async function openLibarchive(bytes: Buffer, tail: number): Promise<() => NextEntry> {
  const { default: load } = await import("libarchive.js/src/webworker/wasm-gen/libarchive.js");
  const silent = () => {};
  // The package finds its file beside itself, which it cannot inside the executable.
  const program = IS_EXECUTABLE ? { wasmBinary: ownFile(LIBRARY) } : {};
  const library = await load({ print: silent, printErr: silent, ...program });
  const call = (name: string, ...takes: ("number" | "string")[]) => library.cwrap(name, "number", takes);
  const next = call("get_next_entry", "number");
  const name = call("archive_entry_pathname", "number");
  const fileType = call("archive_entry_filetype", "number");
  const isEncrypted = call("archive_entry_is_encrypted", "number");
  const rawSize = call("archive_entry_size", "number");
  /** Its lower half: a file of more than 4 GB comes out as one that ends early. */
  const size = (entry: number) => rawSize(entry) >>> 0;
  const read = call("get_filedata", "number", "number");
  const error = library.cwrap("archive_error_string", "string", ["number"]);

  const open = call("archive_open", "number", "number", "string", "string");

  const length = bytes.length + tail;
  const packed = library._malloc(length);
  if (packed === 0) throw new RangeError(NO_MEMORY);
  library.HEAPU8.set(bytes, packed);
  library.HEAPU8.fill(0, packed + bytes.length, packed + length);
  const archive = open(packed, length, null, LOCALE);

  /** The bytes of an entry, or the library's words. */
  function unpack(length: number): Buffer | string {
    // The library does not look whether it got the memory it asks for.
    const free = library._malloc(length);
    if (free === 0) return NO_MEMORY;
    library._free(free);
    const at = read(archive, length);
    // An address, or one of the codes for errors, which are small negative numbers.
    if (at <= 0) return error(archive) || NO_MEMORY;
    const content = Buffer.from(library.HEAPU8.slice(at, at + length));
    library._free(at);
    return content;
  }

  return () => {
    const entry = next(archive);
    if (entry === 0) {
      const words = error(archive);
      return words ? { error: words } : "end";
    }
    return {
      entry: {
        name: textAt(library, name(entry)),
        isFile: fileType(entry) === REGULAR_FILE || (fileType(entry) === UNKNOWN && size(entry) !== 0),
        isEncrypted: isEncrypted(entry) !== 0,
        size: size(entry),
        read: () => (size(entry) === 0 ? Buffer.alloc(0) : unpack(size(entry))),
      },
    };
  };
}

/** The bytes of a C text; none where there is none. */
function textAt(library: Libarchive, at: number): Buffer {
  if (at === 0) return Buffer.alloc(0);
  return Buffer.from(library.HEAPU8.slice(at, library.HEAPU8.indexOf(0, at)));
}
