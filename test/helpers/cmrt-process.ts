// The entry of cmrt as a process of its own from its sources, see spawn-cmrt.ts.
import { run } from "../../src/main.ts";
import { realIo } from "../../src/real-io.ts";

process.exitCode = await run(process.argv.slice(2), realIo());
