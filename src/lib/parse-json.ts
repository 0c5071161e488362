// JSON that somebody else may have changed.

/** What a text says as JSON; undefined for one that is none, and for no text. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
