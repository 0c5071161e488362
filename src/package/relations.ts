// Relations between the parts of a package.
import type { Draft } from "./package.ts";
import { folderOf, relationsPart, resolvePart, targetFrom } from "./part-names.ts";
import {
  appendTo,
  attribute,
  childrenOf,
  type Element,
  escapeAttribute,
  rootTag,
  withoutElements,
} from "./xml-tags.ts";

export interface Relation {
  id: string;
  /** Last word of the relation's type ("worksheet", "comments"): the same in strict and transitional files. */
  kind: string;
  /** Everything before it, with the slash. */
  namespace: string;
  /** The part it leads to; undefined for what lies outside the package. */
  target: string | undefined;
}

const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
/** The types of transitional files. */
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** Relations of a part as its relations part has them; none where there is none. "" is the package itself. */
export function relationsOf(draft: Draft, part: string): Relation[] {
  const name = relationsPart(part);
  return draft.has(name) ? elementsOf(draft.text(name)).map((element) => relation(element, part)) : [];
}

function elementsOf(xml: string): Element[] {
  return [...childrenOf(xml, rootTag(xml).end)].filter(({ name }) => name === "Relationship");
}

function relation(element: Element, part: string): Relation {
  const type = attribute(element, "Type") ?? "";
  const target = attribute(element, "Target");
  const isInside = target !== undefined && attribute(element, "TargetMode") !== "External";
  const slash = type.lastIndexOf("/") + 1;
  return {
    id: attribute(element, "Id") ?? "",
    kind: type.slice(slash),
    namespace: type.slice(0, slash),
    target: isInside ? resolvePart(folderOf(part), target) : undefined,
  };
}

/** The first relation of a kind that leads to a part. */
export function findRelation(
  draft: Draft,
  part: string,
  kind: string,
): { id: string; target: string } | undefined {
  for (const relation of relationsOf(draft, part)) {
    if (relation.kind === kind && relation.target !== undefined)
      return { id: relation.id, target: relation.target };
  }
  return undefined;
}

/** Whether the package is written in the strict form, whose types and namespaces have other addresses. */
export function officeTypes(draft: Draft): string {
  const main = relationsOf(draft, "").find(({ kind }) => kind === "officeDocument");
  return main?.namespace ?? OFFICE;
}

/** Adds a relation of a part to another one and returns its id. */
export function addRelation(draft: Draft, part: string, kind: string, target: string): string {
  const name = relationsPart(part);
  const ids = new Set(relationsOf(draft, part).map(({ id }) => id.toLowerCase()));
  let number = ids.size + 1;
  while (ids.has(`rid${number}`)) number++;
  const id = `rId${number}`;
  const attributes = `Id="${id}" Type="${officeTypes(draft)}${kind}" Target="${escapeAttribute(targetFrom(folderOf(part), target))}"`;
  if (!draft.has(name)) {
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    draft.write(
      name,
      `${head}<Relationships xmlns="${NAMESPACE}"><Relationship ${attributes}/></Relationships>`,
    );
    return id;
  }
  const xml = draft.text(name);
  const root = rootTag(xml);
  draft.write(name, appendTo(xml, root, `<${root.prefix}Relationship ${attributes}/>`));
  return id;
}

/** Takes relations out by their ids. */
export function removeRelations(draft: Draft, part: string, ids: readonly string[]): void {
  const name = relationsPart(part);
  if (ids.length === 0 || !draft.has(name)) return;
  const xml = draft.text(name);
  const gone = elementsOf(xml).filter((element) => ids.includes(attribute(element, "Id") ?? ""));
  draft.write(name, withoutElements(xml, gone));
}
