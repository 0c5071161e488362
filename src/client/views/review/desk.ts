// What the views of a review share with the page around them.
import { useEffect } from "preact/hooks";
import type { Refused, ReviewHead, ReviewRequests } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";

export interface Desk {
  /** Counts the times that everything has to be asked for again. */
  round: number;
  /** The key of the item to begin with, where the person came back to one. */
  wanted: string | undefined;
  /** A decision is being written: no other one is taken. */
  busy: boolean;
  /** Has a decision written; whether it was. What came of it is said to the person. */
  decide<Name extends keyof ReviewRequests>(name: Name, request: ReviewRequests[Name]): Promise<boolean>;
  undo(): void;
  /** Shows what an answer said of the whole. */
  heard(head: ReviewHead): void;
  /** Says why there is no answer. */
  failed(refused: Refused): void;
}

/** Tells the page what an answer says of the whole, once. */
export function useHeard(desk: Desk, answer: { head: ReviewHead } | Refused | undefined): void {
  useEffect(() => {
    if (answer === undefined) return;
    if (isRefused(answer)) desk.failed({ ...answer, reload: false });
    else desk.heard(answer.head);
  }, [answer]);
}
