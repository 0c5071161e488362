/** One thing that `cmrt doctor` looked at: sound, worth knowing, or to be mended. */
export interface Diagnosis {
  state: "sound" | "note" | "problem";
  what: string;
  /** How to mend a problem. */
  mend?: string;
}
