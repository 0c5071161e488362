// A campaign says the same few thousand texts a million times: each is kept once.
import type { Response, SmelterRow } from "../model/response.ts";

/** V8 keeps texts up to this length once by itself when it parses JSON. */
const SHARED_BY_PARSER = 10;

/** Makes responses share the texts of their smelter rows, and the small objects of texts as typed. */
export function createTextSharer(): { share(response: Response): Response } {
  const texts = new Map<string, string>();
  const raws = new Map<string, NonNullable<SmelterRow["raw"]>>();

  function shareText(text: string): string {
    if (text.length <= SHARED_BY_PARSER) return text;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  }

  function shareRaw(raw: NonNullable<SmelterRow["raw"]>): NonNullable<SmelterRow["raw"]> {
    const key = JSON.stringify(raw);
    const known = raws.get(key);
    if (known !== undefined) return known;
    raws.set(key, raw);
    return raw;
  }

  return {
    share(response) {
      for (const row of response.smelters as unknown as Record<string, unknown>[]) {
        for (const key in row) {
          const value = row[key];
          if (typeof value === "string") row[key] = shareText(value);
        }
        if (row.raw !== undefined) row.raw = shareRaw(row.raw as NonNullable<SmelterRow["raw"]>);
      }
      return response;
    },
  };
}
