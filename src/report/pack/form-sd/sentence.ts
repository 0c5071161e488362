// Sentences of the draft, each with what carries it.
import { endsSentence } from "../../../lib/full-stop.ts";
import type { Block, Inline } from "../../render/document.ts";

/**
 * What carries a sentence: the wording of the form and the rule; the data of the campaign; the settings; or nothing yet,
 * so that it is begun and waits for the company at a marked place.
 */
export type CarriedBy = "form" | "data" | "settings" | "company";

export interface Sentence {
  /** Names the sentence, for tests and for whoever looks for it. */
  id: string;
  by: CarriedBy;
  text: readonly Inline[];
}

/** Sentences that stand in one paragraph. */
export interface Sentences {
  kind: "sentences";
  sentences: readonly Sentence[];
}

export type Part = Block | Sentences;

/** A paragraph of these sentences; none where there is none. */
export function paragraph(...sentences: (Sentence | undefined)[]): Sentences {
  return { kind: "sentences", sentences: sentences.filter((one) => one !== undefined) };
}

/** A sentence that the form or the rule words. */
export function ofForm(id: string, ...text: Inline[]): Sentence {
  return { id, by: carrier("form", text), text };
}

/** A sentence that the data of the campaign carry. */
export function ofData(id: string, ...text: Inline[]): Sentence {
  return { id, by: carrier("data", text), text };
}

/** A sentence with a marked place. */
export function begun(id: string, ...text: Inline[]): Sentence {
  return { id, by: "company", text };
}

/**
 * A sentence with what a setting gives: a text that ends with a full stop stands as it is, other words finish the sentence
 * that `before` begins. Without the setting the place is marked.
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

/** A line of a form: its label and what a setting gives, which may be a name and is never taken for a sentence. */
export function labelled(id: string, label: string, value: string | undefined, place: string): Sentence {
  const head: Inline[] = [{ strong: label }, ": "];
  return value === undefined ? begun(id, ...head, { place }) : { id, by: "settings", text: [...head, value] };
}

/** A sentence with a marked place waits for the company, whatever else is in it. */
function carrier(by: CarriedBy, text: readonly Inline[]): CarriedBy {
  return text.some((piece) => typeof piece === "object" && "place" in piece) ? "company" : by;
}

/** The parts as blocks: the sentences of a paragraph one after the other. */
export function toBlocks(parts: readonly Part[]): Block[] {
  return parts.flatMap((part): Block[] => {
    if (part.kind !== "sentences") return [part];
    const text = part.sentences.flatMap((one, index) => (index === 0 ? one.text : [" ", ...one.text]));
    return text.length === 0 ? [] : [{ kind: "paragraph", text }];
  });
}
