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
  /** Last word of the relation's type ("worksheet", "comments"), which is the same in strict and transitional files. */
  kind: string;
  /** Everything before it, including the slash. */
  namespace: string;
  /** The target part; undefined for a target outside the package. */
  target: string | undefined;
}

const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
/** The type namespace of transitional files. */
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** Relations of a part; empty if it has no relations part. "" is the package itself. */
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

/** The first relation of a kind to a part. */
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

/** The namespace of relation types: packages in the strict form use other ones. */
export function officeTypes(draft: Draft): string {
  const main = relationsOf(draft, "").find(({ kind }) => kind === "officeDocument");
  return main?.namespace ?? OFFICE;
}

/** Adds a relation from a part to another and returns its id. */
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

/** Removes relations by id. */
export function removeRelations(draft: Draft, part: string, ids: readonly string[]): void {
  const name = relationsPart(part);
  if (ids.length === 0 || !draft.has(name)) return;
  const xml = draft.text(name);
  const gone = elementsOf(xml).filter((element) => ids.includes(attribute(element, "Id") ?? ""));
  draft.write(name, withoutElements(xml, gone));
}
