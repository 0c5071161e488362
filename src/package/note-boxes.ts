// The boxes in which programs show notes: a VML drawing with one shape per note. Excel reports damage for a comment
// without a shape, and uses it to mark the cell's corner.
import { parseAddress } from "../model/cells.ts";
import { ensureDefaultType } from "./content-types.ts";
import type { Draft } from "./package.ts";
import { folderOf } from "./part-names.ts";
import { addRelation, findRelation, officeTypes } from "./relations.ts";
import { boxColumns, withLegacyDrawing } from "./worksheet-part.ts";
import {
  appendTo,
  attribute,
  childrenOf,
  type Element,
  findTag,
  rootTag,
  tagsOf,
  withAttribute,
  withoutElements,
} from "./xml-tags.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const NAMESPACES: Readonly<Record<string, string>> = {
  "xmlns:v": "urn:schemas-microsoft-com:vml",
  "xmlns:o": "urn:schemas-microsoft-com:office:office",
  "xmlns:x": "urn:schemas-microsoft-com:office:excel",
};
/** The shape type of a note: a text box (Part 4, 19.1.2.20). */
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Shape numbers come in blocks of this size; each drawing of a workbook declares its own blocks. */
const BLOCK = 1024;

/** Draws boxes for notes on these cells of a worksheet. */
export function drawBoxes(draft: Draft, sheet: string, addresses: readonly string[]): void {
  if (addresses.length === 0) return;
  const part = findRelation(draft, sheet, "vmlDrawing")?.target ?? newDrawing(draft, sheet);
  const first = Math.max(0, ...usedBlocks(draft)) + 1;
  const blocks = Array.from(
    { length: Math.ceil(addresses.length / (BLOCK - 1)) },
    (_, index) => first + index,
  );
  let xml = withBlocks(draft.latin1(part), blocks);
  const declared = rootTag(xml);
  const namespaces = Object.entries(NAMESPACES)
    .filter(([name]) => attribute(declared, name) === undefined)
    .map(([name, uri]) => ` ${name}="${uri}"`)
    .join("");
  const withNamespaces = (element: string) => element.replace(/^<[\w:]+/, (name) => name + namespaces);
  const hasType = [...tagsOf(xml)].some(
    (tag) => tag.name === "shapetype" && attribute(tag, "id") === "_x0000_t202",
  );
  const columns = boxColumns(draft.text(sheet));
  const shapes = addresses.map((address, index) => {
    const block = first + Math.floor(index / (BLOCK - 1));
    return withNamespaces(shape(block * BLOCK + 1 + (index % (BLOCK - 1)), address, columns));
  });
  xml = appendTo(xml, rootTag(xml), [...(hasType ? [] : [withNamespaces(SHAPE_TYPE)]), ...shapes].join(""));
  draft.write(part, xml, "latin1");
}

/** Removes the boxes of notes on these cells. */
export function removeBoxes(draft: Draft, sheet: string, addresses: ReadonlySet<string>): void {
  const part = findRelation(draft, sheet, "vmlDrawing")?.target;
  if (part === undefined || !draft.has(part) || addresses.size === 0) return;
  const cells = new Set(
    [...addresses].map((address) => {
      const { row, column } = parseAddress(address);
      return `${row - 1},${column - 1}`;
    }),
  );
  const xml = draft.latin1(part);
  const gone = [...childrenOf(xml, rootTag(xml).end)].filter(
    (element) => element.name === "shape" && cells.has(cellOf(element)),
  );
  if (gone.length > 0) draft.write(part, withoutElements(xml, gone), "latin1");
}

/** Row and column (0-based) of the note to which a shape belongs; empty for other shapes. */
function cellOf(element: Element): string {
  const data = findTag(element.content, "ClientData");
  if (data === undefined || attribute(data, "ObjectType") !== "Note") return "";
  const number = (name: string): string => {
    const tag = findTag(element.content, name, data.end);
    return tag === undefined || tag.empty
      ? ""
      : (/^\s*(\d+)/.exec(element.content.slice(tag.end))?.[1] ?? "");
  };
  return `${number("Row")},${number("Column")}`;
}

function newDrawing(draft: Draft, sheet: string): string {
  const part = draft.newName(`${folderOf(draft.original.workbookPart)}drawings/vmlDrawing#.vml`);
  const namespaces = Object.entries(NAMESPACES).map(([name, uri]) => ` ${name}="${uri}"`);
  draft.write(
    part,
    `<xml${namespaces.join("")}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>`,
  );
  ensureDefaultType(draft, "vml", TYPE);
  const relation = addRelation(draft, sheet, "vmlDrawing", part);
  draft.write(sheet, withLegacyDrawing(draft.text(sheet), relation, officeTypes(draft)));
  return part;
}

/** The blocks of numbers used by the drawings of all sheets. */
function usedBlocks(draft: Draft): number[] {
  const drawings = new Set(draft.names().filter((name) => name.toLowerCase().endsWith(".vml")));
  return [...drawings].flatMap((part) => {
    const xml = draft.latin1(part);
    const map = findTag(xml, "idmap");
    return blockNumbers(map);
  });
}

function blockNumbers(map: ReturnType<typeof findTag>): number[] {
  return ((map && attribute(map, "data")) ?? "")
    .split(",")
    .map(Number)
    .filter((block) => Number.isInteger(block) && block > 0);
}

/** The drawing with further blocks declared; unchanged if it declares none. */
function withBlocks(xml: string, blocks: readonly number[]): string {
  const map = findTag(xml, "idmap");
  if (map === undefined) return xml;
  const data = [...blockNumbers(map), ...blocks].join(",");
  const tag = `<${map.prefix}idmap${withAttribute(map.attributes, "data", data)}${map.empty ? "/>" : ">"}`;
  return xml.slice(0, map.start) + tag + xml.slice(map.end);
}

/** The box of a note, beside its cell, shown when the pointer is over the cell. */
function shape(number: number, address: string, columns: ReturnType<typeof boxColumns>): string {
  const { row, column } = parseAddress(address);
  const { left, right } = columns(column);
  // Columns and rows (0-based) with offsets in pixels: left, top, right, bottom.
  const anchor = [left, 15, Math.max(row - 2, 0), 10, right, 0, row + 6, 4].join(", ");
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:300pt;height:120pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
