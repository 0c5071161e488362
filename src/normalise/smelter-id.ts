// Text to facility ID.

import { CID, LEGACY_ID } from "../forms/own-rows.ts";
import { normalForm } from "../lib/normal-form.ts";

/**
 * The ID that a text holds, in its own spelling: a CID or a 2.x ID, whatever its case and the blanks or hyphens
 * inside. Undefined for other text.
 */
export function readSmelterId(text: string): string | undefined {
  const plain = normalForm(text, "NFKC")
    .toUpperCase()
    .replace(/[\s\-–:#._]/g, "");
  return CID.test(plain) || LEGACY_ID.test(plain) ? plain : undefined;
}
