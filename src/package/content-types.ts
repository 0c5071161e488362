// What each part of a package is: its part [Content_Types].xml.
import type { Draft } from "./package.ts";
import { isSamePart } from "./part-names.ts";
import { appendTo, attribute, childrenOf, escapeAttribute, rootTag, withoutElements } from "./xml-tags.ts";

const PART = "[Content_Types].xml";

/** Says of a part what it is, in place of what was said before. */
export function setContentType(draft: Draft, part: string, type: string): void {
  removeContentType(draft, part);
  const override = `PartName="/${escapeAttribute(part)}" ContentType="${type}"`;
  append(draft, "Override", override);
}

/** Says of all parts of an ending what they are, where nothing is said of them yet. */
export function ensureDefaultType(draft: Draft, ending: string, type: string): void {
  const xml = draft.text(PART);
  for (const child of childrenOf(xml, rootTag(xml).end)) {
    const named = child.name === "Default" && attribute(child, "Extension");
    if (named && named.toLowerCase() === ending.toLowerCase()) return;
  }
  append(draft, "Default", `Extension="${ending}" ContentType="${type}"`);
}

/** Takes out what is said of a single part. */
export function removeContentType(draft: Draft, part: string): void {
  const xml = draft.text(PART);
  const gone = [...childrenOf(xml, rootTag(xml).end)].filter(
    (child) =>
      child.name === "Override" && isSamePart((attribute(child, "PartName") ?? "").replace(/^\/+/, ""), part),
  );
  if (gone.length > 0) draft.write(PART, withoutElements(xml, gone));
}

function append(draft: Draft, name: string, attributes: string): void {
  const xml = draft.text(PART);
  const root = rootTag(xml);
  draft.write(PART, appendTo(xml, root, `<${root.prefix}${name} ${attributes}/>`));
}
