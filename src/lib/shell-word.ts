/** A word as it can be typed on a command line: quoted where it holds more than names usually do. */
export function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : JSON.stringify(word);
}
