// The real environment for bin/cmrt.js: process streams, the clock, the keyboard.
import { defined } from "../lib/defined.ts";
import { EXIT } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { writeError } from "../store/write-file.ts";
import { readAnswers } from "./read-answers.ts";

/** Whether there is a display for a browser. */
function hasScreen({ DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME }: NodeJS.ProcessEnv): boolean {
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

/**
 * Streams and environment of this process. A closed pipe (`cmrt … | head`) silently stops output; output truncated by a
 * full disk ends the process, as nothing printed after it can be trusted.
 */
export function realIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`cmrt: ${(writeError("the answer", error) as Error).message}\n`);
    process.exit(EXIT.usage);
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    ...defined({ outColumns: process.stdout.isTTY ? process.stdout.columns : undefined }),
    cwd: process.cwd(),
    env: process.env,
    today: () => {
      const now = new Date();
      const two = (part: number) => String(part).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    ask: readAnswers(process.stdin, process.stderr),
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
      }),
    onInterrupt(last) {
      const end = () => {
        last();
        // Ends the process by the signal itself, so that the shell and scripts see that it was interrupted.
        process.kill(process.pid, "SIGINT");
      };
      process.once("SIGINT", end);
      return () => void process.removeListener("SIGINT", end);
    },
    async showPage(address) {
      if (!hasScreen(process.env)) return;
      const { default: open } = await import("open");
      const browser = await open(address);
      // A browser that cannot be started is not an error, as the address was printed.
      browser.once("error", () => undefined);
    },
  };
}
