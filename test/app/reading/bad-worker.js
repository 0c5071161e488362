// A worker that misbehaves as it is told.
import { worker } from "workerpool";

worker({
  work({ what }) {
    if (what === "hang") sleep();
    if (what === "pid") return process.pid;
    if (what === "eat") {
      const eaten = [];
      for (;;) eaten.push(new Array(100_000).fill({}).map((_, index) => ({ index })));
    }
    // More at once than the engine can be asked for politely: it aborts the process.
    if (what === "gulp") {
      const gulped = [];
      for (;;) gulped.push({});
    }
    if (what === "exit") process.exit(3);
    const die = /^die (\d+)$/.exec(what)?.[1];
    if (die !== undefined) {
      sleep(Number(die));
      process.exit(3);
    }
    if (what === "throw") throw new TypeError("x is undefined");
    return what;
  },
});

/** Hears nothing for so many milliseconds, as a busy worker does, without taking a core from the other tests. */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
