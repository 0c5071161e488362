/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。]$/.test(text);
}

/**
 * A sentence assembled from parts, without the double full stop left by a last part that has its own ("Acme
 * Inc..").
 */
export function withOneStop(sentence: string): string {
  const ended = sentence.slice(0, -1);
  return sentence.endsWith(".") && endsSentence(ended) ? ended : sentence;
}

/**
 * The text with a full stop. A text that already ends with one, as company names may ("Inc."), does not get a
 * second.
 */
export function withFullStop(text: string): string {
  return endsSentence(text) ? text : `${text}.`;
}
