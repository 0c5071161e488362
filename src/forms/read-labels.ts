// Maps the text of a label or header to its key, in any language of a family's templates.
import { normalForm } from "../lib/normal-form.ts";
import { words } from "../lib/text.ts";
import { foldWords } from "./fold.ts";

/** Longer cells are paragraphs rather than labels. */
const LONGEST_LABEL = 1000;
/** Longer texts are not split. */
const LONGEST_JOINED = 200;
const MOST_KNOWN = 2000;
const MOST_IN_COMMON = 4;

/** The star of required fields and the number of a footnote. */
const MARKS = /\(\s*[*\d]\s*\)|\*/g;
const NUMBERING = /^\s*\d{1,2}\s*[.)]\s*/;
const REQUIRED =
  /\s+(?:is |are )?(?:required|mandatory|please (?:enter|fill|complete|specify|provide)\b.*)$/is;
/** Separates a label from something that was written beside it. */
const SEPARATOR = /[\n:|;,.()[\]{}【】<>/]|\s[-–—]\s/g;

export interface Read<Key> {
  key: Key;
  whole: boolean;
}

/** Recognises the labels of a set of keys. */
export class LabelReader<Key extends string> {
  private readonly exact = new Map<string, Key>();
  private readonly beginnings: [beginning: string, key: Key][] = [];
  private readonly words = new Map<Key, Set<string>>();
  private readonly known = new Map<string, Read<Key> | null>();

  /** If a text belongs to several keys, it is read as the first of them. */
  constructor(texts: Iterable<readonly [Key, readonly string[]]>) {
    for (const [key, list] of texts) {
      for (const text of list) {
        const folded = foldWords(text.replace(MARKS, " "));
        if (text.endsWith("…")) this.beginnings.push([folded, key]);
        else if (!this.exact.has(folded)) this.exact.set(folded, key);
        const own = this.words.get(key) ?? new Set();
        this.words.set(key, own);
        for (const word of words(text)) own.add(word);
      }
    }
    this.beginnings.sort(([a], [b]) => b.length - a.length);
  }

  /** A reader with additional texts, each after the existing ones. */
  and(more: Iterable<readonly [Key, readonly string[]]>): LabelReader<Key> {
    const reader = new LabelReader<Key>(more);
    for (const [folded, key] of this.exact) reader.exact.set(folded, key);
    reader.beginnings.push(...this.beginnings);
    for (const [key, own] of this.words) {
      reader.words.set(key, new Set([...own, ...(reader.words.get(key) ?? [])]));
    }
    return reader;
  }

  /** Whether a text is a part of a key's label and nothing else: "Country" for the label "Smelter Country". */
  couldName(text: string, key: Key): boolean {
    const own = this.words.get(key);
    const said = text.length > LONGEST_JOINED ? [] : words(text.replace(MARKS, " "));
    return own !== undefined && said.every((word) => own.has(word)) && said.some((word) => this.tells(word));
  }

  /** Words common to many labels identify none of them. */
  private tells(word: string): boolean {
    let keys = 0;
    for (const own of this.words.values()) if (own.has(word)) keys++;
    return keys <= MOST_IN_COMMON;
  }

  /** The key that a label names; undefined for other texts and for those that name two. */
  key(text: string | undefined): Key | undefined {
    return this.read(text)?.key;
  }

  /** The key that a label names, and whether it says nothing else. */
  read(text: string | undefined): Read<Key> | undefined {
    if (text === undefined || text.length > LONGEST_LABEL) return undefined;
    const known = this.known.get(text);
    if (known !== undefined) return known ?? undefined;
    const read = this.recognise(normalForm(text, "NFKC").replace(MARKS, " ").replace(NUMBERING, ""));
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(text, read ?? null);
    return read;
  }

  private recognise(plain: string): Read<Key> | undefined {
    const whole = this.lookUp(plain) ?? this.lookUp(plain.replace(REQUIRED, ""));
    if (whole !== undefined) return { key: whole, whole: true };
    if (plain.length > LONGEST_JOINED) return undefined;
    const keys = new Set<Key>();
    for (const { index, 0: separator } of plain.matchAll(SEPARATOR)) {
      for (const part of [plain.slice(0, index), plain.slice(index + separator.length)]) {
        const key = this.exact.get(foldWords(part));
        if (key !== undefined) keys.add(key);
      }
    }
    const [only] = keys;
    return only !== undefined && keys.size === 1 ? { key: only, whole: false } : undefined;
  }

  private lookUp(text: string): Key | undefined {
    const folded = foldWords(text);
    return this.exact.get(folded) ?? this.beginnings.find(([beginning]) => folded.startsWith(beginning))?.[1];
  }
}

/** "3) …" → "3", "B. …" → "B"; undefined for other text. */
export function labelMark(text: string): string | undefined {
  const match = /^\s*(?:(\d{1,2})\s*\)|([A-K])\s*[.、)])/.exec(normalForm(text.slice(0, 20), "NFKC"));
  return match?.[1] ?? match?.[2];
}
