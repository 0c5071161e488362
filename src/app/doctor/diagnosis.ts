/** A result of `cmrt doctor`: no problem, worth knowing, or to be fixed. */
export interface Diagnosis {
  state: "sound" | "note" | "problem";
  what: string;
  /** How to fix a problem. */
  mend?: string;
}
