// Runs a review beside the thread that listens, which can therefore answer and be stopped during an evaluation.
import { Worker } from "node:worker_threads";
import type { Io } from "../../lib/io.ts";
import { IS_EXECUTABLE } from "../../lib/own-files.ts";
import { IS_BUILT } from "../reading/is-built.ts";
import { type ReviewApi, reviewApi } from "./review-api.ts";
import type { ThreadAnswer, ThreadRequest, ThreadStart } from "./review-thread.ts";
import type { ReviewOptions } from "./snapshot.ts";

export interface RunningReview extends ReviewApi {
  /** Ends the review: a write in progress is completed, an evaluation in progress is abandoned. */
  close(): Promise<void>;
}

/** Milliseconds to wait for a decision to be written before the review ends without it. */
const PATIENCE = 2000;

/**
 * Starts a review and its first evaluation, in a separate thread except when run from the sources or as the single
 * executable, which has no module to start a thread with.
 */
export function startReview(io: Io, options: ReviewOptions): RunningReview {
  if (!IS_BUILT || IS_EXECUTABLE) return { ...reviewApi(io, options), close: async () => undefined };
  const workerData: ThreadStart = { options, cwd: io.cwd, env: { ...io.env } };
  const thread = new Worker(new URL("./review-thread.js", import.meta.url), { workerData });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(fault: unknown): void }>();
  const writing = new Set<Promise<unknown>>();
  let last = 0;
  let ended: unknown;

  const send = <Answer>(what: { ask: unknown } | { act: unknown }): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const id = ++last;
      waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      thread.postMessage({ ...what, id, today: io.today() } as ThreadRequest);
    });
  const endWith = (fault: unknown): void => {
    ended ??= fault;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  thread.on("message", (message: ThreadAnswer) => {
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    if ("answer" in message) request?.resolve(message.answer);
    else request?.reject(message.fault);
  });
  thread.on("error", endWith);
  thread.on("exit", () => endWith(new Error("The review has ended.")));
  // The page sends the same request when it is opened and reports the error.
  send({ ask: ["queue", { queue: "smelters" }] }).catch(() => undefined);

  return {
    ask: (...words) => send({ ask: words }),
    act(...words) {
      const done = send<Awaited<ReturnType<ReviewApi["act"]>>>({ act: words });
      writing.add(done);
      const forget = () => void writing.delete(done);
      done.then(forget, forget);
      return done;
    },
    async close() {
      if (writing.size > 0) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, PATIENCE);
        });
        await Promise.race([Promise.allSettled(writing), late]);
        clearTimeout(timer);
      }
      // Nobody is waiting for answers any more.
      waiting.clear();
      await thread.terminate();
    },
  };
}
