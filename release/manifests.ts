// tsx release/manifests.ts <SHA256SUMS> <folder>: the Homebrew formula and the winget manifests of a release, from the
// check sums of its files (lines as sha256sum prints them).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filled } from "./fill-manifest.ts";

const [sumsFile, out] = process.argv.slice(2);
if (sumsFile === undefined || out === undefined) throw new Error("Usage: manifests.ts <SHA256SUMS> <folder>");

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"));
const sums = readFileSync(sumsFile, "utf8");
for (const folder of ["homebrew", "winget"]) {
  for (const name of readdirSync(join(import.meta.dirname, folder))) {
    const path = join(out, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, filled(readFileSync(join(import.meta.dirname, folder, name), "utf8"), version, sums));
  }
}
