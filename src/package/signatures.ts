// Digital signatures of a package, which become invalid once it is changed.
import { removeContentType } from "./content-types.ts";
import type { Draft } from "./package.ts";
import { relationsOf, removeRelations } from "./relations.ts";

/** Removes the signatures, as every program does that changes a signed workbook. Returns whether there were any. */
export function removeSignatures(draft: Draft): boolean {
  const origins = relationsOf(draft, "").filter(
    ({ kind, namespace }) => kind === "origin" && namespace.endsWith("/digital-signature/"),
  );
  if (origins.length === 0) return false;
  removeRelations(
    draft,
    "",
    origins.map(({ id }) => id),
  );
  for (const name of draft.names()) {
    if (!name.toLowerCase().startsWith("_xmlsignatures/")) continue;
    removeContentType(draft, name);
    draft.remove(name);
  }
  return true;
}
