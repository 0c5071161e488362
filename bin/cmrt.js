#!/usr/bin/env node
import { run } from "../dist/main.js";
import { realIo } from "../dist/real-io.js";

process.exitCode = await run(process.argv.slice(2), realIo());
