// Measures a command as a process: time, processor time and peak memory, including all processes and threads that it
// starts.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measured {
  code: number;
  /** Seconds of wall-clock time, and of processor time. */
  wall: number;
  cpu: number;
  /** Peak memory in MB. */
  memory: number;
}

const MILLISECONDS_BETWEEN_SAMPLES = 100;
/** Linux counts processor time in hundredths of a second on every machine. */
const TICKS_PER_SECOND = 100;

/** Whether the memory is that of all processes; elsewhere only that of the first one is known. */
export const measuresTree = process.platform === "linux";

const SAY = `import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write("\\nmeasured " + (userCPUTime + systemCPUTime) / 1e6 + " " + maxRSS / 1024 + "\\n");
});`;

/**
 * Runs Node with these arguments and waits for its end. On Linux the memory of the process and its descendants is
 * summed ten times a second (shared memory counts once) and the highest sum used; elsewhere the figure reported by the
 * first process.
 */
export async function measureProcess(words: readonly string[], cwd: string): Promise<Measured> {
  const say = `data:text/javascript,${encodeURIComponent(SAY)}`;
  const start = performance.now();
  const before = childTime();
  const child = spawn(process.execPath, ["--import", say, ...words], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  let peak = 0;
  const sample = () => {
    if (measuresTree && child.pid !== undefined) peak = Math.max(peak, memoryOf(child.pid));
  };
  const timer = setInterval(sample, MILLISECONDS_BETWEEN_SAMPLES);
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve(code ?? -1));
  });
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  const [, cpu, own] = /measured (\S+) (\S+)/.exec(errors) ?? [];
  if (own === undefined || code > 1) throw new Error(`node ${words.join(" ")} ended with ${code}: ${errors}`);
  return {
    code,
    wall,
    cpu: measuresTree ? childTime() - before : Number(cpu),
    memory: peak || Number(own),
  };
}

/** Megabytes of a process and its descendants; a page shared by several is divided among them. */
function memoryOf(pid: number): number {
  const own = Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
  return childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), own);
}

function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads
      .flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(" "))
      .filter((child) => child !== "")
      .map(Number);
  } catch {
    return [];
  }
}

/** Fields of /proc/self/stat as in proc(5), counted from the one after the name. */
const CHILDREN_USER_TICKS = 13;
const CHILDREN_SYSTEM_TICKS = 14;

/** Seconds of processor time of ended child processes and their own children. */
function childTime(): number {
  const stat = read("/proc/self/stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (
    (Number(fields[CHILDREN_USER_TICKS] ?? 0) + Number(fields[CHILDREN_SYSTEM_TICKS] ?? 0)) / TICKS_PER_SECOND
  );
}

/** A file of /proc; empty if its process has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
