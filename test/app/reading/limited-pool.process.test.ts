import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openPool } from "../../../src/app/reading/limited-pool.ts";

const WORKER = fileURLToPath(new URL("./bad-worker.js", import.meta.url));

function pool(workers: number, seconds = 60) {
  const opened = openPool(WORKER, { workers, seconds, memory: 64 });
  onTestFinished(() => opened.close());
  return (what: string) => opened.run<{ what: string }, string>("work", { what });
}

test("a task that hangs is stopped, said as such, and the others go on", async () => {
  const run = pool(2, 3);
  const [hung, ...others] = await Promise.allSettled(["hang", "a", "b", "c"].map(run));
  expect(hung).toMatchObject({
    status: "rejected",
    reason: { unreadable: { kind: "too-large", reason: expect.stringContaining("more than 3 seconds") } },
  });
  expect(others.map((other) => (other.status === "fulfilled" ? other.value : other.reason))).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("with one worker, those that wait behind a hanging task still get their whole time", async () => {
  const run = pool(1, 3);
  const settled = await Promise.allSettled(["hang", "a"].map(run));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test.each(["eat", "gulp"])("a task that eats all memory costs itself only (%s)", async (way) => {
  const run = pool(1);
  const settled = await Promise.allSettled([way, "a"].map(run));
  expect(settled[0]).toMatchObject({
    reason: { unreadable: { kind: "too-large", reason: expect.stringContaining("64 MB") } },
  });
  expect(settled[1]).toMatchObject({ value: "a" });
});

test("a worker that dies while it is being stopped does not take its place with it", async () => {
  // Includes its start: the first ones die before their time is up, the last ones while the pool waits for them to end.
  const lives = Array.from({ length: 8 }, (_, index) => 2700 + index * 50).values();
  const lane = async () => {
    for (const milliseconds of lives) {
      const run = pool(1, 3);
      let [died, next] = await Promise.allSettled([run(`die ${milliseconds}`), run("a")]);
      expect(died?.status).toBe("rejected");
      // On a busy machine the next worker may not start in time; if the pool had lost its place, none would ever start.
      for (let tries = 0; next?.status === "rejected" && tries < 3; tries++) {
        [next] = await Promise.allSettled([run("a")]);
      }
      expect(next).toMatchObject({ value: "a" });
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}, 60_000);

test("a worker that ends, and a task that throws, reject their task", async () => {
  const run = pool(1);
  const [ended, threw, ...others] = await Promise.allSettled(["exit", "throw", "a", "b"].map(run));
  expect(ended).toMatchObject({
    reason: { unreadable: { kind: "failed", reason: expect.stringContaining("ended unexpectedly") } },
  });
  expect(threw).toMatchObject({ reason: { message: "x is undefined" } });
  expect(others.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});

test("bytes arrive as they were", async () => {
  const opened = openPool(WORKER, { workers: 1, seconds: 60, memory: 64 });
  onTestFinished(() => opened.close());
  const bytes = new Uint8Array([0, 1, 255]);
  expect(new Uint8Array(await opened.run("work", { what: bytes }))).toEqual(bytes);
});
