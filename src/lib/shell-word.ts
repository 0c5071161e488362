/**
 * Returns a word as it can be typed on a command line: quoted unless it consists of letters, digits and a few safe
 * characters.
 */
export function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : JSON.stringify(word);
}
