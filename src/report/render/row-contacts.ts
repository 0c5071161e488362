// The contacts in the smelter rows of a response, gathered once per response, as it may have thousands of rows.
import type { Response } from "../../model/response.ts";
import { createContactVariants, keyOf } from "./contact-variants.ts";

export interface RowContacts {
  names: readonly string[];
  emails: readonly string[];
  /**
   * One-word names, of any contact of the response, that are the whole text of another cell of a row; normalised by
   * `keyOf`.
   */
  typedNames: readonly string[];
}

const known = new WeakMap<Response, RowContacts>();

/** Uses contacts gathered earlier. */
export function knowRowContacts(response: Response, contacts: RowContacts): void {
  known.set(response, contacts);
}

/** The contacts in the smelter rows of a response. */
export function rowContacts(response: Response): RowContacts {
  const before = known.get(response);
  if (before) return before;
  const rows = response.smelters;
  const names = distinct(rows.map(({ contactName }) => contactName));
  const emails = distinct(rows.map(({ contactEmail }) => contactEmail));
  const { contactName, authorizerName } = response.company;
  const declared = [contactName, authorizerName].flatMap((read) => [read?.value, read?.raw]);
  const contacts = { names, emails, typedNames: typedNames(response, [...distinct(declared), ...names]) };
  known.set(response, contacts);
  return contacts;
}

function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined && text !== null && text !== ""))] as string[];
}

/** Extra length for blanks, marks and accents around a name. */
const WORD_EXTRA = 12;

function typedNames(response: Response, names: readonly string[]): string[] {
  const own = createContactVariants(() => false);
  for (const name of names) if (!/\s/.test(name.trim())) own.addName(name);
  if (own.oneWordNames.size === 0) return [];
  const longest = Math.max(...[...own.oneWordNames].map(({ length }) => length)) + WORD_EXTRA;
  const typed = new Set<string>();
  for (const row of response.smelters) {
    const { contactName: _name, contactEmail: _email, raw: _raw, columns: _columns, ...texts } = row;
    for (const text of Object.values(texts)) {
      if (typeof text !== "string" || text.length > longest) continue;
      const key = keyOf(text);
      if (own.oneWordNames.has(key)) typed.add(key);
    }
  }
  return [...typed];
}
