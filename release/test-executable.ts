// npm run test:executable [-- more for vitest]: the tests of the command line, run against the executable that
// CMRT_EXECUTABLE names (by default the one in dist/executable). Left out are those that play a fault of the disk or watch
// the network inside of the process that they run in.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const built = join(ROOT, "dist", "executable", process.platform === "win32" ? "cmrt.exe" : "cmrt");
const file = process.env.CMRT_EXECUTABLE ?? built;
if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run executable`);

const INSIDE = ["test/cli/faults.alone.process.test.ts", "test/cli/network.test.ts"];
const words = ["vitest", "run", "test/cli", "test/commands", ...INSIDE.map((path) => `--exclude=${path}`)];
const { status } = spawnSync("npx", [...words, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, CMRT_EXECUTABLE: file },
});
process.exitCode = status ?? 1;
