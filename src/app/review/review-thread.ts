// The review thread: handles requests one at a time, separately from the thread that listens.
import { parentPort, workerData } from "node:worker_threads";
import type { Io } from "../../lib/io.ts";
import { type ReviewApi, reviewApi } from "./review-api.ts";
import type { ReviewOptions } from "./snapshot.ts";

/** What the thread is started with. */
export interface ThreadStart {
  options: ReviewOptions;
  cwd: string;
  env: Io["env"];
}

/** A request, with the day on which it was made. */
export type ThreadRequest = { id: number; today: string } & (
  | { ask: Parameters<ReviewApi["ask"]> }
  | { act: Parameters<ReviewApi["act"]> }
);

/** Its answer, or an unexpected error. */
export type ThreadAnswer = { id: number } & (
  | { answer: Awaited<ReturnType<ReviewApi["ask"]>> }
  | { fault: unknown }
);

const port = parentPort;
if (port !== null) {
  const { options, cwd, env } = workerData as ThreadStart;
  let day = "";
  const api = reviewApi(
    {
      out: () => undefined,
      err: () => undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      cwd,
      env,
      today: () => day,
    },
    options,
  );
  port.on("message", async (request: ThreadRequest) => {
    day = request.today;
    const { id } = request;
    try {
      const answer = await ("ask" in request ? api.ask(...request.ask) : api.act(...request.act));
      port.postMessage({ id, answer } satisfies ThreadAnswer);
    } catch (fault) {
      port.postMessage({ id, fault } satisfies ThreadAnswer);
    }
  });
}
