// cmrt from its sources as a process of its own: `node --import tsx test/helpers/cmrt-process.ts <words>`.
import { run } from "../../src/main.ts";
import { realIo } from "../../src/real-io.ts";

process.exitCode = await run(process.argv.slice(2), realIo());
