/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。]$/.test(text);
}

/** A sentence put together from parts, without the second stop where the last part brought its own ("Acme Inc.."). */
export function withOneStop(sentence: string): string {
  const ended = sentence.slice(0, -1);
  return sentence.endsWith(".") && endsSentence(ended) ? ended : sentence;
}

/** The text as the end of a sentence. One that already ends as such, as company names do ("Inc."), gets no second stop. */
export function withFullStop(text: string): string {
  return endsSentence(text) ? text : `${text}.`;
}
