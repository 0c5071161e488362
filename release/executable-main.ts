// What the executable runs: cmrt, or one of its workers.
import { WORKER } from "../src/app/reading/worker-program.ts";

// Packages that use what Node gives up say so only outside of node_modules.
process.noDeprecation = true;

async function main(): Promise<void> {
  // The executable stands in its own arguments where a script would.
  if (process.argv[2] === WORKER && process.connected) {
    await import("../src/app/reading/parent-watch.ts");
    await import("../src/app/reading/read-worker.ts");
    return;
  }
  const { realIo } = await import("../src/cli/real-io.ts");
  const { run } = await import("../src/main.ts");
  process.exitCode = await run(process.argv.slice(2), realIo());
}

void main();
