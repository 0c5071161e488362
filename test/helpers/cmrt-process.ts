// The entry of cmrt as a process of its own from its sources, see spawn-cmrt.ts.

import { realIo } from "../../src/cli/real-io.ts";
import { run } from "../../src/main.ts";

process.exitCode = await run(process.argv.slice(2), realIo());
