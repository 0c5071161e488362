#!/usr/bin/env node
import { realIo } from "../dist/cli/real-io.js";
import { run } from "../dist/main.js";

process.exitCode = await run(process.argv.slice(2), realIo());
