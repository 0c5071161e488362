/** A question's key as a column name: someQuestion → some_question. */
export function questionColumn(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
