// Adds styles to a workbook: existing ones stay and keep their numbers.
import {
  appendTo,
  attribute,
  childrenOf,
  type Element,
  insertAt,
  rootTag,
  splice,
  UnexpectedPart,
  withAttribute,
} from "./xml-tags.ts";

const COLLECTIONS = ["fonts", "fills", "borders", "cellXfs"] as const;
type Collection = (typeof COLLECTIONS)[number];
/** The children of a style sheet in the order of the specification (ECMA-376 Part 1, 18.8.39). */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
/** The initial content of a collection that the workbook does not have. */
const FIRST: Record<Collection, readonly string[]> = {
  fonts: ["<font/>"],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ["<border/>"],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

/** Reads the styles part of a workbook; `xml` returns it with the additions. */
export class StyleBook {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #items: Record<Collection, string[]> = { fonts: [], fills: [], borders: [], cellXfs: [] };
  readonly #elements = new Map<Collection, Element>();
  /** How many items each collection had. */
  readonly #before: Record<Collection, number> = { fonts: 0, fills: 0, borders: 0, cellXfs: 0 };

  constructor(xml: string) {
    this.#xml = xml;
    const root = rootTag(xml);
    if (root.name !== "styleSheet") throw new UnexpectedPart("the styles are written in an unknown way");
    this.#prefix = root.prefix;
    for (const child of childrenOf(xml, root.end)) {
      const name = COLLECTIONS.find((each) => each === child.name);
      if (name === undefined) continue;
      this.#elements.set(name, child);
      for (const { start, close } of childrenOf(child.content, 0)) {
        this.#items[name].push(child.content.slice(start, close));
      }
    }
    for (const name of COLLECTIONS) {
      this.#before[name] = this.#items[name].length;
      if (this.#items[name].length === 0)
        this.#items[name].push(...FIRST[name].map((item) => this.#named(item)));
    }
  }

  /** The number of a font, fill, border or cell format with this XML, which is added if missing. */
  number(collection: Collection, item: string): number {
    const written = this.#named(item);
    const items = this.#items[collection];
    const known = items.indexOf(written);
    return known >= 0 ? known : items.push(written) - 1;
  }

  /** The number of a cell format that equals another except for its fill. */
  withFill(style: number, fill: number): number {
    const [tag] = childrenOf(this.#format(style), 0);
    if (tag === undefined) throw new UnexpectedPart("the styles are written in an unknown way");
    const filled = withAttribute(
      withAttribute(tag.attributes, "fillId", String(fill)),
      "applyFill",
      fill === 0 ? "0" : "1",
    );
    const rest = this.#format(style).slice(tag.empty ? tag.end - 2 : tag.end - 1);
    return this.number("cellXfs", `<xf${filled}${rest}`);
  }

  /** The XML of a cell format's fill, without a prefix. */
  fillOf(style: number): string {
    const [tag] = childrenOf(this.#format(style), 0);
    const fill = Number((tag && attribute(tag, "fillId")) ?? 0);
    const written = this.#items.fills[fill] ?? "";
    return this.#prefix === "" ? written : written.replaceAll(this.#prefix, "");
  }

  /** A cell format; the default one if the number is invalid. */
  #format(style: number): string {
    return (this.#items.cellXfs[style] ?? this.#items.cellXfs[0]) as string;
  }

  get xml(): string {
    let xml = this.#xml;
    for (const name of [...COLLECTIONS].reverse()) {
      const items = this.#items[name];
      const before = this.#before[name];
      const first = before === 0 ? FIRST[name].length : 0;
      if (items.length === before + first) continue;
      xml = this.#extended(xml, name, items.slice(before).join(""));
    }
    return xml;
  }

  /** The collections are extended from last to first, so that the offsets of the earlier ones stay valid. */
  #extended(xml: string, name: Collection, added: string): string {
    const element = this.#elements.get(name);
    const count = String(this.#items[name].length);
    const whole = this.#prefix + name;
    if (element === undefined) {
      const root = rootTag(xml);
      const text = `<${whole} count="${count}">${added}</${whole}>`;
      const later = [...childrenOf(xml, root.end)].find(
        (child) => ORDER.indexOf(child.name) > ORDER.indexOf(name),
      );
      return later ? insertAt(xml, later.start, text) : appendTo(xml, root, text);
    }
    const opening = `<${whole}${withAttribute(element.attributes, "count", count)}>`;
    return splice(xml, [
      { start: element.start, end: element.close, text: `${opening}${element.content}${added}</${whole}>` },
    ]);
  }

  /** An item with the prefix of this style sheet. */
  #named(item: string): string {
    return this.#prefix === "" ? item : item.replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, `<$1${this.#prefix}`);
  }
}
