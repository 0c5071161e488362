// A decision's change to a file's text, which can be reverted even if the file has changed elsewhere since.

/** A piece of text that was replaced by another. */
export interface TextEdit {
  /** Offset of the piece's first character. */
  at: number;
  removed: string;
  added: string;
}

/** The piece in which two texts differ. */
export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let end = 0;
  while (end < most - at && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    at,
    removed: before.slice(at, before.length - end),
    added: after.slice(at, after.length - end),
  };
}

/** The text with the edit reverted; undefined if the text no longer contains what it added. */
export function withoutEdit(text: string, { at, removed, added }: TextEdit): string | undefined {
  if (text.slice(at, at + added.length) !== added) return undefined;
  return `${text.slice(0, at)}${removed}${text.slice(at + added.length)}`;
}
