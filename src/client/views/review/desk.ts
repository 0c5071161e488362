// What the views of a review share with the surrounding page.
import { useEffect } from "preact/hooks";
import type { Refused, ReviewHead, ReviewRequests } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";

export interface Desk {
  /** Increased whenever all requests must be repeated. */
  round: number;
  /** The key of the item to start with, if the person returned to one. */
  wanted: string | undefined;
  /** A decision is being written, so that no other can be made. */
  busy: boolean;
  /** Writes a decision; resolves to whether it was written. The result is shown to the person. */
  decide<Name extends keyof ReviewRequests>(name: Name, request: ReviewRequests[Name]): Promise<boolean>;
  undo(): void;
  /** Shows the general state in an answer. */
  heard(head: ReviewHead): void;
  /** Shows why a request was refused. */
  failed(refused: Refused): void;
}

/** Passes the general state in an answer to the page, once. */
export function useHeard(desk: Desk, answer: { head: ReviewHead } | Refused | undefined): void {
  useEffect(() => {
    if (answer === undefined) return;
    if (isRefused(answer)) desk.failed({ ...answer, reload: false });
    else desk.heard(answer.head);
  }, [answer]);
}
