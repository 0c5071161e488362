// An Office package, for changing some of its parts and nothing else.

/** A package as opened. Part names have no leading slash and are case-insensitive. */
export interface Package {
  /** Names of all parts, in file order. */
  names: readonly string[];
  /** Name of the workbook part. */
  workbookPart: string;
  /** Part and number of a worksheet by exact name; undefined if there is none. */
  sheet(name: string): { part: string; sheetId: number } | undefined;
  /** Name of the part with the calculation chain of formula cells; undefined if there is none. */
  calcChainPart: string | undefined;
  /** The bytes of a part. Throws UnreadableError if it is missing or damaged. */
  bytes(part: string): Buffer;
  /** The text of a part. Throws UnreadableError if it is missing, damaged or not UTF-8. */
  text(part: string): string;
  /**
   * The package with these parts changed, added at the end if it does not have them, or removed (null). Every other
   * byte is unchanged.
   */
  rewrite(parts: ReadonlyMap<string, string | Buffer | null>): Buffer;
}

/** A package being changed: reading a part returns what was written. */
export class Draft {
  readonly original: Package;
  /** The current parts: names in the package's spelling, by name in lower case. */
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

  /** Names of the current parts. */
  names(): string[] {
    return [...this.#names.values()];
  }

  /** The text of a part. Throws UnreadableError if it is missing, damaged or not UTF-8. */
  text(part: string): string {
    const name = this.#stored(part);
    const text =
      this.#texts.get(name) ?? this.#changes.get(name)?.toString("utf8") ?? this.original.text(name);
    this.#texts.set(name, text);
    return text;
  }

  /** The bytes of a part. Throws UnreadableError if it is missing or damaged. */
  bytes(part: string): Buffer {
    return this.#changes.get(this.#stored(part)) ?? this.original.bytes(part);
  }

  /** A part as text with one character per byte, whatever its encoding. */
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

  /** A name for a new part: the pattern `xl/comments#.xml` with the first unused number. */
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

  /** The name in the package's spelling. */
  #stored(part: string): string {
    return this.#names.get(part.toLowerCase()) ?? part;
  }
}
