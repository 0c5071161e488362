import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { fail, tooLarge } from "../unreadable.ts";

/**
 * The entries of a zip's directory in order, with names as bytes. Throws UnreadableError if there are more than `most`,
 * and the library's error if the directory is damaged.
 */
export async function zipEntries(bytes: Buffer, most: number): Promise<Entry[]> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  const zip = await fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.length, options);
  if (zip.entryCount > most) fail(tooLarge(`The zip directory has ${zip.entryCount} entries.`));
  return allEntries(zip);
}

/** Reads synchronously: the library's own reader yields twice for each entry, and a workbook has 80. */
class BytesReader extends RandomAccessReader {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    super();
    this.#bytes = bytes;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const wanted = this.#bytes.subarray(position, position + length);
    wanted.copy(target, offset);
    callback(wanted.length < length ? new Error("the zip is cut off") : null);
  }
}

function allEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    // Most entries are available before `readEntry` returns; requesting the next one inside each callback would grow
    // the call stack.
    let hasCome = false;
    let isWaiting = false;
    const readOn = () => {
      isWaiting = false;
      do {
        hasCome = false;
        zip.readEntry();
      } while (hasCome);
      isWaiting = true;
    };
    zip.on("entry", (entry) => {
      entries.push(entry);
      hasCome = true;
      if (isWaiting) readOn();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    readOn();
  });
}
