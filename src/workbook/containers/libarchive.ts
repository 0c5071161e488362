// Runs libarchive in the WebAssembly sandbox and returns the entries of an archive one by one.
import type { Libarchive } from "libarchive.js/src/webworker/wasm-gen/libarchive.js";
import { IS_EXECUTABLE, ownFile } from "../../lib/own-files.ts";

/** An entry, whose bytes are available until the next one is requested. */
export interface ArchiveEntry {
  /** As in the archive, in any encoding; UTF-8 if the format specifies the encoding of its names. */
  name: Buffer;
  /** False for a folder, a link or a device. */
  isFile: boolean;
  isEncrypted: boolean;
  /** Size of the unpacked file, as claimed by the archive. */
  size: number;
  /** The unpacked file, or the library's message if it cannot be unpacked. */
  read(): Buffer | string;
}

/** The next entry, the end, or the library's message if reading cannot continue. */
export type NextEntry = { entry: ArchiveEntry } | { error: string } | "end";

/** The type of a regular file in archive_entry_filetype. */
const REGULAR_FILE = 0o100000;
/** Some formats give no type for files, and for links to other entries. */
const UNKNOWN = 0;
/** The locale for names: those in a known encoding are returned in UTF-8, others unchanged. */
const LOCALE = "en_US.UTF-8";

/** The library's file in the executable. */
const LIBRARY = "libarchive.wasm";

const NO_MEMORY = "out of memory";

/**
 * Opens an archive, followed by `tail` zeros, in separate memory, so that nothing of one archive is left for the next.
 * Throws RangeError if that memory is insufficient. For a malicious archive the library may throw
 * WebAssembly.RuntimeError at any call.
 */
export async function openLibarchive(bytes: Buffer, tail: number): Promise<() => NextEntry> {
  const { default: load } = await import("libarchive.js/src/webworker/wasm-gen/libarchive.js");
  const silent = () => {};
  // The package looks for the file beside itself, which is impossible inside the executable.
  const program = IS_EXECUTABLE ? { wasmBinary: ownFile(LIBRARY) } : {};
  const library = await load({ print: silent, printErr: silent, ...program });
  const call = (name: string, ...takes: ("number" | "string")[]) => library.cwrap(name, "number", takes);
  const next = call("get_next_entry", "number");
  const name = call("archive_entry_pathname", "number");
  const fileType = call("archive_entry_filetype", "number");
  const isEncrypted = call("archive_entry_is_encrypted", "number");
  const rawSize = call("archive_entry_size", "number");
  /** The lower 32 bits: a file of more than 4 GB appears as one that ends early. */
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

  /** The bytes of an entry, or the library's message. */
  function unpack(length: number): Buffer | string {
    // The library does not check whether its allocations succeed.
    const free = library._malloc(length);
    if (free === 0) return NO_MEMORY;
    library._free(free);
    const at = read(archive, length);
    // An address, or an error code, which is a small negative number.
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

/** The bytes of a C string; empty for a null pointer. */
function textAt(library: Libarchive, at: number): Buffer {
  if (at === 0) return Buffer.alloc(0);
  return Buffer.from(library.HEAPU8.slice(at, library.HEAPU8.indexOf(0, at)));
}
