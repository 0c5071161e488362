// Sentences of the draft, each with its basis.
import { endsSentence } from "../../../lib/full-stop.ts";
import type { Block, Inline } from "../../render/document.ts";

/**
 * What a sentence is based on: the wording of the form and the rule, the data of the campaign, the settings, or nothing
 * yet, so that it has a placeholder for the company to fill in.
 */
export type CarriedBy = "form" | "data" | "settings" | "company";

export interface Sentence {
  /** Identifies the sentence in tests and for readers. */
  id: string;
  by: CarriedBy;
  text: readonly Inline[];
}

/** The sentences of one paragraph. */
export interface Sentences {
  kind: "sentences";
  sentences: readonly Sentence[];
}

export type Part = Block | Sentences;

/** A paragraph of these sentences; empty if all are undefined. */
export function paragraph(...sentences: (Sentence | undefined)[]): Sentences {
  return { kind: "sentences", sentences: sentences.filter((one) => one !== undefined) };
}

/** A sentence whose wording is given by the form or the rule. */
export function ofForm(id: string, ...text: Inline[]): Sentence {
  return { id, by: carrier("form", text), text };
}

/** A sentence based on the campaign's data. */
export function ofData(id: string, ...text: Inline[]): Sentence {
  return { id, by: carrier("data", text), text };
}

/** A sentence with a placeholder. */
export function begun(id: string, ...text: Inline[]): Sentence {
  return { id, by: "company", text };
}

/**
 * A sentence based on a setting: a text that ends with a full stop is used as it is, other text completes the sentence
 * started by `before`. Without the setting there is a placeholder.
 */
export function given(
  id: string,
  value: string | undefined,
  { before, place }: { before: readonly Inline[]; place: string },
): Sentence {
  if (value === undefined) return begun(id, ...before, { place }, ".");
  const text = endsSentence(value) ? [value] : [...before, value, "."];
  return { id, by: carrier("settings", text), text };
}

/** A line of the form: its label and the value of a setting, which may be a name and is never taken for a sentence. */
export function labelled(id: string, label: string, value: string | undefined, place: string): Sentence {
  const head: Inline[] = [{ strong: label }, ": "];
  return value === undefined ? begun(id, ...head, { place }) : { id, by: "settings", text: [...head, value] };
}

/** A sentence with a placeholder always waits for the company. */
function carrier(by: CarriedBy, text: readonly Inline[]): CarriedBy {
  return text.some((piece) => typeof piece === "object" && "place" in piece) ? "company" : by;
}

/** The parts as blocks, with the sentences of a paragraph joined. */
export function toBlocks(parts: readonly Part[]): Block[] {
  return parts.flatMap((part): Block[] => {
    if (part.kind !== "sentences") return [part];
    const text = part.sentences.flatMap((one, index) => (index === 0 ? one.text : [" ", ...one.text]));
    return text.length === 0 ? [] : [{ kind: "paragraph", text }];
  });
}
