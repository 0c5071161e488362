// What a run of cases detects, with processes that only report how a case ended.
import { describe, expect, test } from "vitest";
import type { CaseProcess, Ending } from "./case-process.ts";
import { MEMORY_MB } from "./guard.ts";
import { judgeCase } from "./judge-case.ts";

const well: Ending = { kind: "mails", outcome: "read", ms: 5, memory: 200 };
const stopped: Ending = { ...well, outcome: "stopped" };
const threw: Ending = { kind: "mails", error: "TypeError: x", ms: 5, memory: 200 };
const grown: Ending = { ...well, memory: MEMORY_MB + 1 };
const hung: Ending = { hung: 20_000 };
const full: Ending = { died: "SIGABRT" };
const crashed: Ending = { died: "SIGSEGV" };

/** A process whose cases end like this, in turn; further runs are a mistake in the test. */
function ending(...endings: Ending[]): CaseProcess & { ended: number } {
  const process = {
    ended: 0,
    run: () => {
      const next = endings.shift();
      return next ? Promise.resolve(next) : Promise.reject(new Error("one run too many"));
    },
    end: () => {
      process.ended++;
    },
  };
  return process;
}

async function judged(first: Ending[], again: Ending[]) {
  const verdict = await judgeCase(1, { quick: ending(...first), guarded: ending(...again) });
  return [verdict.again, "failed" in verdict ? verdict.failed : verdict.outcome];
}

describe("a case", () => {
  test("that ends well is not run again", async () => {
    expect(await judged([well], [])).toEqual([false, "read"]);
  });

  test.each<[string, Ending, Ending, string]>([
    ["that hangs and is stopped by the guard has that outcome", hung, stopped, "stopped"],
    ["that was slow on a busy machine ends well", hung, well, "read"],
    ["that hangs with the guard, too, fails", hung, hung, "took longer than 20 s"],
    ["that fills the memory and is stopped by the guard has that outcome", full, stopped, "stopped"],
    ["that ends the guarded process fails", full, crashed, "ended its process (SIGSEGV)"],
    ["that throws fails with what the guarded process says", threw, threw, "TypeError: x"],
  ])("%s", async (_, first, again, expected) => {
    expect(await judged([first], [again])).toEqual([true, expected]);
  });

  test.each<[string, Ending, string]>([
    ["that throws only after others", threw, "TypeError: x"],
    ["that crashes only after others", crashed, "ended its process (SIGSEGV)"],
    ["that ends its process with an exit code", { died: "exit code 0" }, "ended its process (exit code 0)"],
  ])("%s fails", async (_, first, expected) => {
    const [again, reason] = await judged([first], [well]);
    expect(again).toBe(true);
    expect(reason).toContain(expected);
    expect(reason).toContain("Alone and in a worker it ends well (read).");
  });

  test("after which the process has grown fails where it grows a new one, too", async () => {
    expect(await judged([grown, grown], [])).toEqual([true, `${MEMORY_MB + 1} MB of memory`]);
    expect(await judged([grown, well], [])).toEqual([true, "read"]);
    expect(await judged([grown, hung], [stopped])).toEqual([true, "stopped"]);
  });

  test("that fails leaves no process behind that others would have to share", async () => {
    const [quick, guarded] = [ending(hung), ending(hung)];
    await judgeCase(1, { quick, guarded });
    expect(guarded.ended).toBe(1);
  });
});
