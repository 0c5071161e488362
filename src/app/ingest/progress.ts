// Progress of an ingest on standard error: a bar on a terminal, otherwise an occasional line.
import cliProgress from "cli-progress";
import type { Io } from "../../lib/io.ts";
import { printable } from "../../lib/printable.ts";
import { type SourceName, sourceText } from "../../model/workbook.ts";

export interface Progress {
  /** Counts one more processed file. */
  step(source: SourceName): void;
  stop(): void;
}

/** Files between two lines without a terminal. */
const LINE_EVERY = 100;
/** A bar for fewer files would disappear before anybody sees it. */
const BAR_FROM = 20;
const NAME_WIDTH = 40;

/** Shows the progress over `total` files found; a container counts as one, whatever it contains. */
export function openProgress(total: number, io: Io): Progress {
  const outer = new Set<string>();
  const count = (source: SourceName): number => {
    outer.add(source.container?.split(" » ")[0] ?? source.path);
    return Math.min(outer.size, total);
  };
  if (!io.errIsTerminal) return lines(total, count, io);
  return total < BAR_FROM ? { step() {}, stop() {} } : bar(total, count);
}

function lines(total: number, count: (source: SourceName) => number, io: Io): Progress {
  let last = 0;
  return {
    step(source) {
      const done = count(source);
      if (done === last || done % LINE_EVERY !== 0) return;
      last = done;
      io.err(`cmrt: ${done} of ${total} files\n`);
    },
    stop() {},
  };
}

function bar(total: number, count: (source: SourceName) => number): Progress {
  const started = performance.now();
  const shown = new cliProgress.SingleBar({
    format: "{bar} {value}/{total}{pace} · {name}",
    hideCursor: true,
    clearOnComplete: true,
  });
  shown.start(total, 0, { pace: "", name: "reading the first files" });
  return {
    step(source) {
      const done = count(source);
      const seconds = (performance.now() - started) / 1000;
      const name = printable(sourceText(source));
      shown.update(done, {
        pace: paceOf(done, total, seconds),
        name: name.length > NAME_WIDTH ? `…${name.slice(1 - NAME_WIDTH)}` : name,
      });
    },
    stop() {
      shown.stop();
    },
  };
}

/** The number of files and seconds after which the pace is a fair estimate for the remaining files. */
const PACE_FROM = { files: 5, seconds: 3 };

/**
 * Returns the pace and the time left, to be appended to the count; empty as long as too little was read for an
 * estimate.
 */
export function paceOf(done: number, total: number, seconds: number): string {
  if (done < PACE_FROM.files || seconds < PACE_FROM.seconds) return "";
  const speed = done / seconds;
  const left = (total - done) / speed;
  const step = left < 60 ? 5 : left < 600 ? 10 : 60;
  const rounded = Math.max(step, Math.ceil(left / step) * step);
  const [minutes, rest] = [Math.floor(rounded / 60), rounded % 60];
  const time = [minutes > 0 ? `${minutes} min` : "", rest > 0 ? `${rest} s` : ""].filter(Boolean).join(" ");
  return ` · ${speed.toFixed(speed < 10 ? 1 : 0)}/s${done < total ? ` · about ${time} left` : ""}`;
}
