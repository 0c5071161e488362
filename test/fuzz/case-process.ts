// A process that runs cases, from its parent's view: started on demand, ended if a case hangs in it.
import { type ChildProcess, fork } from "node:child_process";
import type { CaseEnd, Message } from "./serve-cases.ts";

/** How a case ended: by itself, by exceeding its time, or with its process. */
export type Ending = (CaseEnd & { ms: number }) | { hung: number } | { died: string };

export interface CaseProcess {
  /** Runs one case; must not be called again before that has ended. */
  run(number: number): Promise<Ending>;
  /** Ends the process. The next case starts a new one. */
  end(): void;
}

interface CaseProcessOptions {
  /** The module that runs the cases, and its arguments. */
  module: string;
  words: readonly string[];
  /** V8 flags. */
  flags: readonly string[];
  /** Milliseconds after which a case hangs. */
  hangMs: number;
}

/** The running case: its start, and how to report its end. */
interface Running {
  began?: number;
  settle(ending: Ending): void;
  fail(error: Error): void;
}

/** Opens a process for cases, one after another. */
export function openCaseProcess({ module, words, flags, hangMs }: CaseProcessOptions): CaseProcess {
  let child: ChildProcess | undefined;
  let running: Running | undefined;
  let timer: NodeJS.Timeout | undefined;

  function settle(ending: Ending): void {
    clearTimeout(timer);
    running?.settle(ending);
    running = undefined;
  }

  function end(): void {
    child?.kill("SIGKILL");
    child = undefined;
  }

  function hear(message: Message): void {
    if (running === undefined) return;
    const now = Date.now();
    if (message !== "begins") {
      settle({ ...message, ms: now - (running.began ?? now) });
      return;
    }
    running.began = now;
    timer = setTimeout(() => {
      end();
      settle({ hung: hangMs });
    }, hangMs);
  }

  function start(): ChildProcess {
    const started = fork(module, [...words], {
      execArgv: ["--import", "tsx", ...flags],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.on("message", (message: Message) => {
      if (child === started) hear(message);
    });
    started.on("exit", (code, signal) => {
      if (child !== started) return;
      child = undefined;
      const how = signal ?? `exit code ${code}`;
      if (running?.began !== undefined) settle({ died: how });
      else running?.fail(new Error(`The process for cases did not start (${how}).`));
    });
    // Failures to send to a process that has died are reported by its exit event.
    started.on("error", () => {});
    return started;
  }

  return {
    end,
    run(number) {
      child ??= start();
      child.send(number);
      return new Promise((resolve, reject) => {
        running = { settle: resolve, fail: reject };
      });
    },
  };
}
