// The content types of a package's parts: its part [Content_Types].xml.
import type { Draft } from "./package.ts";
import { isSamePart } from "./part-names.ts";
import { appendTo, attribute, childrenOf, escapeAttribute, rootTag, withoutElements } from "./xml-tags.ts";

const PART = "[Content_Types].xml";

/** Sets the content type of a part, replacing any previous one. */
export function setContentType(draft: Draft, part: string, type: string): void {
  removeContentType(draft, part);
  const override = `PartName="/${escapeAttribute(part)}" ContentType="${type}"`;
  append(draft, "Override", override);
}

/** Sets the default content type for an extension, if there is none yet. */
export function ensureDefaultType(draft: Draft, ending: string, type: string): void {
  const xml = draft.text(PART);
  for (const child of childrenOf(xml, rootTag(xml).end)) {
    const named = child.name === "Default" && attribute(child, "Extension");
    if (named && named.toLowerCase() === ending.toLowerCase()) return;
  }
  append(draft, "Default", `Extension="${ending}" ContentType="${type}"`);
}

/** Removes the content type of a single part. */
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
