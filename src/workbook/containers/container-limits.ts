import { type Limits, RATIO_FROM_BYTES } from "../../model/limits.ts";
import { fail, tooLarge } from "../unreadable.ts";

/**
 * Enforces the limits on a container whose files are unpacked at once: each file, the total, the number of files, and
 * the ratio to the container's own `size`.
 */
export class ContainerLimits {
  readonly #limits: Limits;
  readonly #size: number;
  #files = 0;
  #bytes = 0;

  constructor(limits: Limits, size: number) {
    this.#limits = limits;
    this.#size = size;
  }

  /** Maximum size of the next file in bytes. */
  get rest(): number {
    const { partBytes, workbookBytes, inflateRatio } = this.#limits;
    const byRatio = Math.max(RATIO_FROM_BYTES, Math.floor(this.#size * inflateRatio));
    return Math.min(partBytes, Math.min(workbookBytes, byRatio) - this.#bytes);
  }

  /** Counts one more file of this many bytes. Throws UnreadableError if that is too much. */
  add(bytes: number): void {
    const rest = this.rest;
    this.#files++;
    this.#bytes += bytes;
    if (this.#files > this.#limits.zipEntries) {
      fail(tooLarge(`There are more than ${this.#limits.zipEntries} files in it.`, UNPACK));
    }
    if (bytes > rest) this.refuse();
  }

  /** Refuses a container that unpacks to more than `rest`. */
  refuse(): never {
    return fail(tooLarge("The file unpacks to more than the limit allows.", UNPACK));
  }
}

const UNPACK = "Unpack it and ingest what belongs to the campaign, or ask for the workbook itself.";
