// The entry point for running cmrt from its sources in a separate process; see spawn-cmrt.ts.

import { realIo } from "../../src/cli/real-io.ts";
import { run } from "../../src/main.ts";

process.exitCode = await run(process.argv.slice(2), realIo());
