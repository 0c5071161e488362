// Names, addresses and numbers of persons, kept out of what others read.

import type { Response } from "../../model/response.ts";
import { CONTACT_FIELDS } from "../../model/vocabulary.ts";
import { createReplacer } from "./replace-known.ts";

/** What stands in place of withheld contact data. */
const WITHHELD = "[contact withheld]";

/** A word that may begin an e-mail address, with the rest of the address where it does. */
const WORD = /[\p{L}\p{N}._%+'-]+(@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/gu;
/** Shorter texts ("n/a", "-") are no contact and stand in too many places. */
const SHORTEST = 4;

/**
 * Takes contact data out of a text that was made from a response: the values of its contact fields and of the
 * contacts in its smelter rows, wherever they stand as whole words, and anything that looks like an e-mail address.
 */
export function createWithholder(response: Response | undefined): (text: string) => string {
  const values = new Set<string>();
  for (const field of CONTACT_FIELDS) {
    const read = response?.company[field];
    for (const text of [read?.value, read?.raw]) if (text) values.add(text.trim());
  }
  for (const row of response?.smelters ?? []) {
    for (const text of [row.contactName, row.contactEmail]) if (text) values.add(text.trim());
  }
  // The company's own name typed as a contact is no secret: findings could not name the supplier without it.
  values.delete(response?.company.companyName?.value?.trim() ?? "");
  const withholdKnown = createReplacer(
    [...values].filter((text) => text.length >= SHORTEST),
    WITHHELD,
  );
  return (text) => withholdEmails(withholdKnown(text));
}

/**
 * Takes contact data out of texts made from several responses, each given with the id of its response (null: of none).
 * Quickest where the texts of a response follow one another.
 */
export function createWithholders(
  responses: readonly { response: Response }[],
): (id: string | null, text: string) => string {
  const byId = new Map(responses.map(({ response }) => [response.id, response]));
  let current: string | null | undefined;
  let withhold = withholdEmails;
  return (id, text) => {
    if (id !== current) {
      current = id;
      withhold = createWithholder(id === null ? undefined : byId.get(id));
    }
    return withhold(text);
  };
}

/** Takes out whatever looks like an e-mail address. */
export function withholdEmails(text: string): string {
  if (!text.includes("@")) return text;
  return text.replace(WORD, (word, domain?: string) => (domain === undefined ? word : WITHHELD));
}
