// A campaign says the same thousands of smelter rows a million times: each is kept once, and unpacked where it is read.
// So are its answers, which are few and stand in the same cells.
import type { Response, SmelterRow } from "../model/response.ts";

/** V8 keeps texts up to this length once by itself when it parses JSON. */
const SHARED_BY_PARSER = 10;
/** Unpacked responses that are kept: that of a supplier and its previous one are read together. */
const KEPT = 2;

/** What a row says, whatever its number. */
type Content = Record<string, unknown>;

interface Packed {
  contents: readonly Content[];
  numbers: Uint32Array;
}

/** Packs responses so that those packed by one packer share what they have in common. */
export interface RowPacker {
  /** Puts the packed rows in place of those of the response, which reads as before but for texts beyond all measure. */
  pack(response: Response): Response;
  /** The same for a response without its rows, which `load` gives when somebody asks for them. */
  packLater(response: Response, load: () => SmelterRow[]): Response;
}

/** Makes a packer. The rows of a packed response are made again when it is read: changes in them are lost. */
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
  /** Gives for each row the first one that said the same; takes its number away. */
  share(row: SmelterRow): Content;
  /** Puts for each object among the values the first one that said the same. */
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

/** No name, list of countries or remark of a person is as long; what an evaluation does with texts makes several of each. */
const LONGEST = 4_000;

/** Cuts texts that are there to fill memories, and says in their place how long they are; the store keeps them whole. */
function shorten(texts: Content): void {
  for (const key in texts) {
    const value = texts[key];
    if (typeof value === "string") {
      if (value.length > LONGEST)
        texts[key] = `${value.slice(0, LONGEST).toWellFormed()}… [cut off: ${value.length} characters]`;
    } else if (typeof value === "object" && value !== null) shorten(value as Content);
  }
}

/** A small integer made of all texts; what else a row holds is told apart by isSame. */
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
