#!/usr/bin/env node
import { run } from "../dist/bundle/main.js";
import { realIo } from "../dist/bundle/real-io.js";

process.exitCode = await run(process.argv.slice(2), realIo());
