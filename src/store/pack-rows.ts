// Shares memory between responses: a campaign repeats the same thousands of smelter rows a million times. Each distinct
// row is kept once and unpacked on reading, and so are answers, which are few and in the same cells.
import type { Response, SmelterRow } from "../model/response.ts";

/** V8 already shares texts up to this length when it parses JSON. */
const SHARED_BY_PARSER = 10;
/** Unpacked responses that are kept: a supplier's response and its previous one are read together. */
const KEPT = 2;

/** The content of a row without its number. */
type Content = Record<string, unknown>;

interface Packed {
  contents: readonly Content[];
  numbers: Uint32Array;
}

/** Packs responses so that those packed by the same packer share equal content. */
export interface RowPacker {
  /**
   * Replaces the rows of a response with packed ones. It reads as before, except that excessively long texts are
   * truncated.
   */
  pack(response: Response): Response;
  /** The same for a response without its rows, which `load` returns on demand. */
  packLater(response: Response, load: () => SmelterRow[]): Response;
}

/** Creates a packer. The rows of a packed response are recreated when read, so changes to them are lost. */
export function createRowPacker(): RowPacker {
  const { share, shareValues } = createSharer();
  const unpacked: { contents: readonly Content[]; rows: SmelterRow[] }[] = [];

  function unpack({ contents, numbers }: Packed): SmelterRow[] {
    const known = unpacked.find((one) => one.contents === contents);
    if (known) return known.rows;
    const rows = contents.map((content, index) => {
      const row = { ...content };
      row.row = numbers[index];
      return row as unknown as SmelterRow;
    });
    unpacked.unshift({ contents, rows });
    unpacked.length = Math.min(unpacked.length, KEPT);
    return rows;
  }

  function packRows(rows: readonly SmelterRow[]): Packed {
    return { numbers: Uint32Array.from(rows, ({ row }) => row), contents: rows.map((row) => share(row)) };
  }

  function withRows(response: Response, packed: () => Packed): Response {
    for (const answers of Object.values(response.answers)) if (answers) shareValues(answers);
    shareValues(response.policies);
    return Object.defineProperty(response, "smelters", {
      enumerable: true,
      configurable: true,
      get: () => unpack(packed()),
    });
  }

  return {
    pack(response) {
      const packed = packRows(response.smelters);
      return withRows(response, () => packed);
    },
    packLater(response, load) {
      let packed: Packed | undefined;
      return withRows(response, () => {
        packed ??= packRows(load());
        return packed;
      });
    },
  };
}

interface Sharer {
  /** Returns the first row with the same content, and removes the row's number. */
  share(row: SmelterRow): Content;
  /** Replaces each object among the values by the first equal one. */
  shareValues(of: object): void;
}

function createSharer(): Sharer {
  const texts = new Map<string, string>();
  const objects = new Map<string, object>();
  const contents = new Map<number, Content>();

  function shareText(text: string): string {
    if (text.length <= SHARED_BY_PARSER) return text;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  }

  function shareObject(value: object): object {
    const key = JSON.stringify(value);
    const known = objects.get(key);
    if (known !== undefined) return known;
    objects.set(key, value);
    return value;
  }

  function shareValues(of: object): void {
    const values = of as Content;
    for (const key in values) {
      const value = values[key];
      if (typeof value === "object" && value !== null) values[key] = shareObject(value);
    }
  }

  function share(row: SmelterRow): Content {
    const content = row as unknown as Content;
    content.row = 0;
    shorten(content);
    shareValues(content);
    const hash = hashOf(content);
    const known = contents.get(hash);
    if (known !== undefined && isSame(known, content)) return known;
    for (const key in content) {
      const value = content[key];
      if (typeof value === "string") content[key] = shareText(value);
    }
    contents.set(hash, content);
    return content;
  }

  return { share, shareValues };
}

/** No name, list of countries or person's remark is that long; an evaluation makes several copies of each text. */
const LONGEST = 4_000;

/** Truncates texts meant to exhaust memory and states their length instead; the store keeps them in full. */
function shorten(texts: Content): void {
  for (const key in texts) {
    const value = texts[key];
    if (typeof value === "string") {
      if (value.length > LONGEST)
        texts[key] = `${value.slice(0, LONGEST).toWellFormed()}… [cut off: ${value.length} characters]`;
    } else if (typeof value === "object" && value !== null) shorten(value as Content);
  }
}

/** A small integer calculated from all texts; `isSame` compares the rest of a row. */
function hashOf(content: Content): number {
  let hash = 0;
  for (const key in content) {
    const value = content[key];
    if (typeof value !== "string") continue;
    for (let at = 0; at < value.length; at++) hash = (Math.imul(hash, 31) + value.charCodeAt(at)) | 0;
  }
  return hash >>> 2;
}

function isSame(a: Content, b: Content): boolean {
  let keys = 0;
  for (const key in a) {
    if (a[key] !== b[key]) return false;
    keys += 1;
  }
  for (const _ in b) keys -= 1;
  return keys === 0;
}
