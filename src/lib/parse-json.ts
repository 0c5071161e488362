// Parses JSON that somebody else may have changed.

/** The parsed value; undefined if there is no text or it is not valid JSON. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
