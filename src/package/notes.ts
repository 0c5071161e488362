// Cell notes in the form that every program reads: a comments part and a drawing of their boxes (ECMA-376 Part 1, 18.7,
// and Part 4 for the drawing). Other people's notes are kept.
import { setContentType } from "./content-types.ts";
import { drawBoxes, removeBoxes } from "./note-boxes.ts";
import type { Draft } from "./package.ts";
import { folderOf } from "./part-names.ts";
import { addRelation, findRelation, relationsOf } from "./relations.ts";
import {
  appendTo,
  attribute,
  childrenOf,
  type Element,
  escapeXml,
  findTag,
  insertAt,
  rootTag,
  type Splice,
  splice,
  tagsOf,
  UnexpectedPart,
  unescapeXml,
} from "./xml-tags.ts";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
/** The author of our notes, by which they are recognised when the workbook comes back. */
const AUTHOR = "cmrt";
/** Separates an existing note from ours on the same cell. */
const DIVIDER = "──── cmrt ────";
/** Excel shows no more of a note than this, and few people read as much. */
const LONGEST_NOTE = 4_000;

export interface NoteText {
  /** Shown in bold. */
  heading: string;
  text: string;
}

/**
 * Adds notes to cells of a worksheet; an existing note is kept, with ours below. Returns the addresses of cells that
 * get none because they have a conversation in Excel (threaded comment), which is left alone.
 */
export function addNotes(
  draft: Draft,
  sheet: string,
  notes: ReadonlyMap<string, readonly NoteText[]>,
): string[] {
  const threads = threadedCells(draft, sheet);
  const wanted = [...notes].filter(([address]) => !threads.has(address));
  if (wanted.length > 0) {
    const part = findRelation(draft, sheet, "comments")?.target ?? newComments(draft, sheet);
    const added = writeComments(draft, part, new Map(wanted));
    drawBoxes(draft, sheet, added);
  }
  return [...notes.keys()].filter((address) => threads.has(address));
}

/** Removes our notes from a worksheet. */
export function removeNotes(draft: Draft, sheet: string): void {
  const part = findRelation(draft, sheet, "comments")?.target;
  if (part === undefined || !draft.has(part)) return;
  const xml = draft.text(part);
  const ours = authorNumbers(xml);
  const gone = new Set<string>();
  const splices: Splice[] = [];
  for (const comment of commentsOf(xml)) {
    if (ours.has(attribute(comment, "authorId") ?? "")) {
      gone.add(attribute(comment, "ref") ?? "");
      splices.push({ start: comment.start, end: comment.close, text: "" });
    } else if (comment.content.includes(DIVIDER)) {
      const text = withoutOurs(comment.content);
      if (text !== comment.content)
        splices.push({ start: comment.end, end: comment.end + comment.content.length, text });
    }
  }
  if (splices.length === 0) return;
  draft.write(part, splice(xml, splices));
  removeBoxes(draft, sheet, gone);
}

/** Cells with a threaded conversation. */
function threadedCells(draft: Draft, sheet: string): Set<string> {
  const cells = new Set<string>();
  for (const { kind, target } of relationsOf(draft, sheet)) {
    if (kind !== "threadedComment" || target === undefined || !draft.has(target)) continue;
    for (const tag of tagsOf(draft.text(target))) {
      if (tag.name === "threadedComment" && !tag.closes) cells.add(attribute(tag, "ref") ?? "");
    }
  }
  return cells;
}

function newComments(draft: Draft, sheet: string): string {
  const part = draft.newName(`${folderOf(draft.original.workbookPart)}comments#.xml`);
  const main = attribute(rootTag(draft.text(sheet)), namespaceAttribute(draft.text(sheet)));
  draft.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors/><commentList/></comments>`,
  );
  setContentType(draft, part, COMMENTS_TYPE);
  addRelation(draft, sheet, "comments", part);
  return part;
}

/** The attribute with which a root element declares its own namespace. */
function namespaceAttribute(xml: string): string {
  const { prefix } = rootTag(xml);
  return prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
}

function commentsOf(xml: string): Element[] {
  const list = findTag(xml, "commentList");
  return list === undefined || list.empty ? [] : [...childrenOf(xml, list.end)];
}

/** Our numbers in the list of authors. */
function authorNumbers(xml: string): Set<string> {
  const authors = findTag(xml, "authors");
  if (authors === undefined || authors.empty) return new Set();
  return new Set(
    [...childrenOf(xml, authors.end)].flatMap(({ content }, number) =>
      unescapeXml(content).trim() === AUTHOR ? [String(number)] : [],
    ),
  );
}

/** Writes the notes to the part; returns the addresses of cells that had none before. */
function writeComments(
  draft: Draft,
  part: string,
  notes: ReadonlyMap<string, readonly NoteText[]>,
): string[] {
  let xml = draft.text(part);
  const { prefix } = rootTag(xml);
  const present = new Map(commentsOf(xml).map((comment) => [attribute(comment, "ref") ?? "", comment]));
  const splices: Splice[] = [];
  for (const [address, comment] of present) {
    const note = notes.get(address);
    if (note === undefined) continue;
    const text = [...childrenOf(comment.content, 0)].find(({ name }) => name === "text");
    if (text === undefined) throw new UnexpectedPart("a note is written in an unknown way");
    const merged = `${asRuns(text.content, prefix)}${run(`\n${DIVIDER}\n`, false, prefix)}${runs(note, prefix)}`;
    const start = comment.end + text.start;
    splices.push({ start, end: comment.end + text.close, text: `<${prefix}text>${merged}</${prefix}text>` });
  }
  xml = splice(
    xml,
    splices.sort((a, b) => a.start - b.start),
  );

  const fresh = [...notes].filter(([address]) => !present.has(address));
  if (fresh.length > 0) {
    const author = authorOf(xml);
    xml = author.xml;
    const list = findTag(xml, "commentList");
    const elements = fresh.map(
      ([address, note]) =>
        `<${prefix}comment ref="${address}" authorId="${author.number}" shapeId="0"><${prefix}text>${runs(note, prefix)}</${prefix}text></${prefix}comment>`,
    );
    const all = elements.join("");
    xml = list
      ? appendTo(xml, list, all)
      : appendTo(xml, rootTag(xml), `<${prefix}commentList>${all}</${prefix}commentList>`);
  }
  draft.write(part, xml);
  return fresh.map(([address]) => address);
}

/** Our number in the list of authors, and the part with us added. */
function authorOf(xml: string): { xml: string; number: string } {
  const [known] = authorNumbers(xml);
  if (known !== undefined) return { xml, number: known };
  const { prefix } = rootTag(xml);
  const author = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  const authors = findTag(xml, "authors");
  if (authors === undefined) {
    const list = `<${prefix}authors>${author}</${prefix}authors>`;
    return { xml: insertAt(xml, rootTag(xml).end, list), number: "0" };
  }
  const count = authors.empty ? 0 : [...childrenOf(xml, authors.end)].length;
  return { xml: appendTo(xml, authors, author), number: String(count) };
}

/** The content of a note as runs of text; a plain text becomes one. */
function asRuns(content: string, prefix: string): string {
  return [...childrenOf(content, 0)]
    .map(({ name, content: inner, start, close }) =>
      name === "t"
        ? `<${prefix}r><${prefix}t xml:space="preserve">${inner}</${prefix}t></${prefix}r>`
        : content.slice(start, close),
    )
    .join("");
}

function runs(notes: readonly NoteText[], prefix: string): string {
  let left = LONGEST_NOTE;
  return notes
    .map(({ heading, text }, index) => {
      const body = `${index === 0 ? "" : "\n\n"}${heading}\n`;
      const shown = text.length > left ? `${text.slice(0, Math.max(left, 0))}…` : text;
      left -= text.length;
      return run(body, true, prefix) + run(shown, false, prefix);
    })
    .join("");
}

function run(text: string, bold: boolean, prefix: string): string {
  const p = prefix;
  const style = `<${p}rPr>${bold ? `<${p}b/>` : ""}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr>`;
  return `<${p}r>${style}<${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
}

/** A comment's content without everything from our divider on; programs may have joined our runs with others. */
function withoutOurs(content: string): string {
  const text = [...childrenOf(content, 0)].find(({ name }) => name === "text");
  if (text === undefined) return content;
  const kept: string[] = [];
  for (const child of childrenOf(text.content, 0)) {
    const whole = text.content.slice(child.start, child.close);
    const at = whole.indexOf(DIVIDER);
    if (at < 0) {
      kept.push(whole);
      continue;
    }
    const before = whole.slice(0, at).replace(/\n$/, "");
    const isNothing = before.endsWith(">");
    if (!isNothing)
      kept.push(`${before}${closing("t", child)}${child.name === "r" ? closing("r", child) : ""}`);
    break;
  }
  return content.slice(0, text.end) + kept.join("") + content.slice(text.end + text.content.length);
}

function closing(name: string, { prefix }: Element): string {
  return `</${prefix}${name}>`;
}
