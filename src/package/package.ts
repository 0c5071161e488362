// An Office package of parts, for changing some of them and nothing else.

/** A package as it was opened. Part names have no leading slash; the case of letters does not count. */
export interface Package {
  /** Names of all parts, in the order of the file. */
  names: readonly string[];
  /** Name of the workbook part. */
  workbookPart: string;
  /** Part and number of a worksheet by its exact name; undefined where there is none. */
  sheet(name: string): { part: string; sheetId: number } | undefined;
  /** Name of the part that lists the formula cells in the order of calculation; undefined where there is none. */
  calcChainPart: string | undefined;
  /** The bytes of a part. Throws UnreadableError where it is missing or damaged. */
  bytes(part: string): Buffer;
  /** The text of a part. Throws UnreadableError where it is missing, damaged or not UTF-8. */
  text(part: string): string;
  /**
   * The package with these parts changed or, where it does not have them, added behind the others; null takes a part
   * out. Every other byte is as it was.
   */
  rewrite(parts: ReadonlyMap<string, string | Buffer | null>): Buffer;
}

/** A package under change: what was written is read back. */
export class Draft {
  readonly original: Package;
  /** The parts as they are now: their names as the package spells them, by the names in small letters. */
  readonly #names: Map<string, string>;
  readonly #changes = new Map<string, Buffer | null>();
  /** Texts of parts that were read or written. */
  readonly #texts = new Map<string, string>();

  constructor(original: Package) {
    this.original = original;
    this.#names = new Map(original.names.map((name) => [name.toLowerCase(), name]));
  }

  has(part: string): boolean {
    return this.#names.has(part.toLowerCase());
  }

  /** Names of the parts as they are now. */
  names(): string[] {
    return [...this.#names.values()];
  }

  /** The text of a part. Throws UnreadableError where it is missing, damaged or not UTF-8. */
  text(part: string): string {
    const name = this.#stored(part);
    const text =
      this.#texts.get(name) ?? this.#changes.get(name)?.toString("utf8") ?? this.original.text(name);
    this.#texts.set(name, text);
    return text;
  }

  /** The bytes of a part. Throws UnreadableError where it is missing or damaged. */
  bytes(part: string): Buffer {
    return this.#changes.get(this.#stored(part)) ?? this.original.bytes(part);
  }

  /** A part as a text of one character for each byte, whatever its encoding is. */
  latin1(part: string): string {
    return this.bytes(part).toString("latin1");
  }

  write(part: string, text: string, encoding: "utf8" | "latin1" = "utf8"): void {
    const name = this.#stored(part);
    this.#names.set(name.toLowerCase(), name);
    this.#texts.delete(name);
    this.#changes.set(name, Buffer.from(text, encoding));
  }

  remove(part: string): void {
    const name = this.#stored(part);
    this.#names.delete(name.toLowerCase());
    this.#texts.delete(name);
    if (this.original.names.includes(name)) this.#changes.set(name, null);
    else this.#changes.delete(name);
  }

  /** A name for a new part: this one with the first number that no part has, `xl/comments#.xml`. */
  newName(pattern: string): string {
    for (let number = 1; ; number++) {
      const name = pattern.replace("#", String(number));
      if (!this.has(name)) return name;
    }
  }

  /** The bytes of the package with all changes. */
  finish(): Buffer {
    return this.original.rewrite(this.#changes);
  }

  /** The name as the package spells it. */
  #stored(part: string): string {
    return this.#names.get(part.toLowerCase()) ?? part;
  }
}
