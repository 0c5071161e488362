// Checks whether the parts of a workbook are consistent as required by the specification (ECMA-376); otherwise programs
// report damage and offer to repair it. Written from the specification and not from the code that writes the parts.
import { LIMITS } from "../../src/model/limits.ts";
import { openZip } from "../../src/workbook/zip/zip.ts";

/** Children of a worksheet in order (Part 1, 18.3.1.99). */
const WORKSHEET =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
  scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
  dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
  cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls
  webPublishItems tableParts extLst`.split(/\s+/);
const STYLES =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

/** A node of a parsed part. Names are without prefix. A sheet has very many, so they store nothing that is absent. */
class Node {
  readonly name: string;
  readonly #written: string;
  #children: Node[] | undefined;
  text = "";

  constructor(name: string, attributes: string) {
    this.name = name;
    this.#written = attributes;
  }

  get children(): readonly Node[] {
    return this.#children ?? NONE;
  }

  add(child: Node): void {
    // Most have one: an array that grows would allocate room for more.
    if (this.#children === undefined) this.#children = [child];
    else this.#children.push(child);
  }

  /** One attribute with plain text, by pattern: faster than parsing all of them. */
  plain(attribute: RegExp): string | undefined {
    return attribute.exec(this.#written)?.[1];
  }

  get attributes(): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const [, name = "", double, single] of this.#written.matchAll(ATTRIBUTE)) {
      const local = name.startsWith("xmlns") ? name : (name.split(":").at(-1) as string);
      attributes[local] = (double ?? single ?? "").replace(/&apos;/g, "'").replace(/&amp;/g, "&");
    }
    return attributes;
  }
}

const NONE: readonly Node[] = [];
const CELL_ADDRESS = /\sr\s*=\s*["']([^"']*)/;
const CELL_FORMAT = /\ss\s*=\s*["']([^"']*)/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The inconsistencies; empty for a valid workbook. */
export async function checkPackage(bytes: Buffer): Promise<string[]> {
  const zip = await openZip(bytes, LIMITS);
  const faults: string[] = [];
  const names = new Map(zip.names.map((name) => [name.replace(/^\//, "").toLowerCase(), name]));
  const has = (part: string) => names.has(part.toLowerCase());
  const text = (part: string) => zip.read(names.get(part.toLowerCase()) as string).toString("utf8");
  const parts = new Map<string, Node>();
  const parse = (part: string): Node => {
    try {
      const xml = text(part);
      const node = parts.get(xml) ?? former.get(xml) ?? parseXml(xml);
      parts.set(xml, node);
      return node;
    } catch (error) {
      faults.push(`${part} is not well-formed: ${(error as Error).message}`);
      return new Node("", "");
    }
  };

  const types = parse("[Content_Types].xml");
  const defaults = new Map(
    types.children
      .filter(({ name }) => name === "Default")
      .map(({ attributes: { Extension = "", ContentType = "" } }) => [Extension.toLowerCase(), ContentType]),
  );
  const overrides = new Map<string, string>();
  for (const { name, attributes } of types.children) {
    if (name !== "Override") continue;
    const part = (attributes.PartName ?? "").replace(/^\//, "").toLowerCase();
    if (overrides.has(part)) faults.push(`two content types for ${part}`);
    if (!has(part)) faults.push(`a content type for ${part}, which is not there`);
    overrides.set(part, attributes.ContentType ?? "");
  }
  const typeOf = (part: string) =>
    overrides.get(part.toLowerCase()) ?? defaults.get(part.split(".").at(-1)?.toLowerCase() ?? "");
  for (const part of names.keys()) {
    if (part !== "[content_types].xml" && !part.endsWith("/") && typeOf(part) === undefined)
      faults.push(`${part} has no content type`);
  }

  const relations = (part: string) => {
    const slash = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const found = new Map<string, { kind: string; target: string }>();
    if (!has(name)) return found;
    for (const { attributes } of parse(name).children) {
      const { Id = "", Type = "", Target = "", TargetMode } = attributes;
      if (found.has(Id)) faults.push(`${name} gives the id ${Id} twice`);
      const target = Target.startsWith("/")
        ? Target.slice(1)
        : new URL(Target, `x://x/${part}`).pathname.slice(1);
      const decoded = decodeURIComponent(target);
      if (TargetMode !== "External" && !has(decoded))
        faults.push(`${name} leads to ${decoded}, which is not there`);
      found.set(Id, { kind: Type.split("/").at(-1) as string, target: decoded });
    }
    return found;
  };

  const main = [...relations("").values()].find(({ kind }) => kind === "officeDocument")?.target ?? "";
  const workbook = parse(main);
  const workbookRelations = relations(main);
  const sheets = child(workbook, "sheets")?.children ?? [];
  const unique = (values: readonly string[], what: string) => {
    if (new Set(values).size !== values.length) faults.push(`${what} is there twice`);
  };
  unique(
    sheets.map(({ attributes }) => attributes.name?.toLowerCase() ?? ""),
    "the name of a sheet",
  );
  unique(
    sheets.map(({ attributes }) => attributes.sheetId ?? ""),
    "the number of a sheet",
  );
  for (const { attributes } of sheets) {
    if ((attributes.name ?? "").length > 31) faults.push(`the name ${attributes.name} is too long`);
  }
  for (const { attributes, text: refers } of child(workbook, "definedNames")?.children ?? []) {
    const place = attributes.localSheetId;
    if (place === undefined) continue;
    const sheet = sheets[Number(place)]?.attributes.name;
    if (sheet === undefined) faults.push(`the name ${attributes.name} belongs to a sheet that is not there`);
    const named = /^'?((?:[^'!]|'')+)'?!/.exec(refers)?.[1]?.replaceAll("''", "'");
    // A defined name that a template limits to a sheet is on that sheet.
    if (named !== undefined && attributes.name?.startsWith("_xlnm.") && named !== sheet)
      faults.push(`the name ${attributes.name} of ${sheet} leads to ${named}`);
  }
  const active = Number(child(child(workbook, "bookViews"), "workbookView")?.attributes.activeTab ?? 0);

  const stylesPart = [...workbookRelations.values()].find(({ kind }) => kind === "styles")?.target;
  const styles = stylesPart === undefined ? undefined : parse(stylesPart);
  if (styles) {
    checkOrder(styles, STYLES, stylesPart as string, faults);
    const count = (name: string) => child(styles, name)?.children.length ?? 0;
    for (const collection of styles.children) {
      const { count: said } = collection.attributes;
      if (said !== undefined && Number(said) !== collection.children.length)
        faults.push(`${collection.name} says that it has ${said}`);
    }
    for (const { attributes } of child(styles, "cellXfs")?.children ?? []) {
      for (const [id, collection] of [
        ["fontId", "fonts"],
        ["fillId", "fills"],
        ["borderId", "borders"],
        ["xfId", "cellStyleXfs"],
      ] as const) {
        const number = attributes[id];
        if (number !== undefined && Number(number) >= count(collection) && Number(number) > 0)
          faults.push(`a cell format has the ${id} ${number}`);
      }
    }
  }
  const formats = styles ? (child(styles, "cellXfs")?.children.length ?? 0) : 1;

  const shapeBlocks: string[] = [];
  let selected = 0;
  for (const [index, { attributes }] of sheets.entries()) {
    const relation = workbookRelations.get(attributes.id ?? "");
    if (relation === undefined) {
      faults.push(`the sheet ${attributes.name} leads nowhere`);
      continue;
    }
    if (relation.kind !== "worksheet") continue;
    const part = relation.target;
    if (!typeOf(part)?.includes("worksheet")) faults.push(`${part} is no worksheet by its content type`);
    const sheet = parse(part);
    checkOrder(sheet, WORKSHEET, part, faults);
    const isSelected = child(child(sheet, "sheetViews"), "sheetView")?.attributes.tabSelected === "1";
    if (isSelected) selected++;
    if (isSelected && index !== active) faults.push(`${attributes.name} is selected and not active`);
    checkCells(sheet, formats, part, faults);

    const own = relations(part);
    const drawing = child(sheet, "legacyDrawing")?.attributes.id;
    const boxes = drawing === undefined ? undefined : own.get(drawing);
    if (drawing !== undefined && boxes?.kind !== "vmlDrawing")
      faults.push(`${part} has no drawing ${drawing}`);
    const notes = [...own.values()].find(({ kind }) => kind === "comments");
    if (notes === undefined) continue;
    if (!typeOf(notes.target)?.includes("comments"))
      faults.push(`${notes.target} has no notes by its content type`);
    const comments = parse(notes.target);
    const refs = (child(comments, "commentList")?.children ?? []).map((comment) => comment.attributes);
    unique(
      refs.map(({ ref }) => ref ?? ""),
      `a note of ${part}`,
    );
    const authors = child(comments, "authors")?.children.length ?? 0;
    for (const { authorId } of refs)
      if (Number(authorId) >= authors) faults.push(`a note has the author ${authorId}`);
    if (boxes === undefined) {
      faults.push(`the notes of ${part} have no drawing`);
      continue;
    }
    const vml = text(boxes.target);
    const cells = [...vml.matchAll(/Row>\s*(\d+)\s*<[\s\S]*?Column>\s*(\d+)\s*</g)].map(
      ([, row, column]) => `${letters(Number(column) + 1)}${Number(row) + 1}`,
    );
    for (const { ref } of refs)
      if (!cells.includes(ref ?? "")) faults.push(`the note ${ref} of ${part} has no box`);
    unique(cells, `the box of a note of ${part}`);
    shapeBlocks.push(
      ...(/idmap[^>]*data="([^"]*)"/.exec(vml)?.[1] ?? "").split(",").filter((block) => block !== ""),
    );
    if (/ns\d+:|^<xml>/.test(vml)) continue;
    try {
      parseXml(vml);
    } catch (error) {
      faults.push(`${boxes.target}: ${(error as Error).message}`);
    }
  }
  if (selected > 1) faults.push(`${selected} sheets are selected`);
  former = parts;
  return faults;
}

function checkOrder(node: Node, order: readonly string[], part: string, faults: string[]): void {
  let last = -1;
  for (const { name } of node.children) {
    const place = order.indexOf(name);
    if (place < 0) continue;
    if (place < last) faults.push(`${part}: ${name} is in a wrong place`);
    last = Math.max(last, place);
  }
}

function checkCells(sheet: Node, formats: number, part: string, faults: string[]): void {
  let lastRow = 0;
  for (const row of child(sheet, "sheetData")?.children ?? []) {
    const number = Number(row.attributes.r ?? lastRow + 1);
    if (number <= lastRow) faults.push(`${part}: row ${number} is in a wrong place`);
    lastRow = number;
    let last = 0;
    for (const cell of row.children) {
      const address = cell.plain(CELL_ADDRESS);
      const [, column = "", cellRow] = /^([A-Z]+)(\d+)$/.exec(address ?? "") ?? [];
      if (address === undefined) continue;
      const place = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      if (place <= last || Number(cellRow) !== number) faults.push(`${part}: ${address} is in a wrong place`);
      last = place;
      const format = cell.plain(CELL_FORMAT);
      if (Number(format ?? 0) >= formats) faults.push(`${part}: ${address} has the format ${format}`);
    }
  }
}

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((each) => each.name === name);
}

function letters(column: number): string {
  return column === 0
    ? ""
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * The parts of the workbook that was checked last: most are compared with what was made from them, and equal parts are
 * parsed once. No more are kept, as collecting a large heap is slow.
 */
let former = new Map<string, Node>();

/** A strict reader of well-formed XML, limited to what parts contain. */
function parseXml(xml: string): Node {
  const root = new Node("", "");
  const open: Node[] = [root];
  const token =
    /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  const names: string[] = [];
  for (let match = token.exec(xml); match; match = token.exec(xml)) {
    at = token.lastIndex;
    const [, cdata, closing, opening, attributes = "", empty, text] = match;
    const parent = open.at(-1) as Node;
    if (text !== undefined || cdata !== undefined) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text ?? ""))
        throw new Error("a forbidden character");
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text ?? ""))
        throw new Error("a bare ampersand");
      const read = text ?? cdata ?? "";
      parent.text += read.includes("&") ? read.replace(/&apos;/g, "'").replace(/&amp;/g, "&") : read;
    } else if (closing !== undefined) {
      if (names.pop() !== closing) throw new Error(`${closing} closes nothing`);
      open.pop();
    } else if (opening !== undefined) {
      const node = new Node(opening.slice(opening.indexOf(":") + 1), attributes);
      parent.add(node);
      if (empty === "") {
        open.push(node);
        names.push(opening);
      }
    }
  }
  if (at !== xml.length || names.length > 0)
    throw new Error(`it breaks off at ${at}: ${xml.slice(at, at + 40)}`);
  const [only] = root.children;
  if (only === undefined || root.children.length !== 1) throw new Error("it has no root");
  return only;
}
