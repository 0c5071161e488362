/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?。]$/.test(text);
}

/** The text as the end of a sentence. One that already ends as such, as company names do ("Inc."), gets no second stop. */
export function withFullStop(text: string): string {
  return endsSentence(text) ? text : `${text}.`;
}
