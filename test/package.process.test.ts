// The npm package holds what runs, and nothing else.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isBuilt } from "./helpers/built.ts";
import { madeCampaign } from "./helpers/made-campaign.ts";
import { temporaryFolder } from "./helpers/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..");
/** A package that is imported by name, at once or later, or loaded as CommonJS (as `load` and `createRequire`). */
const IMPORT =
  /(?:^(?:import|}) .*\bfrom |\bimport\(|\bload\(|\(import\.meta\.url\)\()["`]((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9-]*)["`/]/gm;

/** The files that would be published. */
function packed(): string[] {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const output = execFileSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

test("the package holds the program, its manual page and its papers", () => {
  const paths = packed();
  const allowed =
    /^(bin\/cmrt\.js|dist\/.+\.js(on)?|docs\/cmrt\.1|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  for (const wanted of ["bin/cmrt.js", "docs/cmrt.1", "README.md", "LICENSE"])
    expect(paths).toContain(wanted);
});

test.skipIf(!isBuilt())("what is packed does the main job by itself", () => {
  const root = madeCampaign();
  const installed = join(temporaryFolder(), "node_modules", "cmrt");
  for (const path of packed()) cpSync(join(ROOT, path), join(installed, path));
  symlinkSync(join(ROOT, "node_modules"), join(installed, "node_modules"));
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(installed, "bin", "cmrt.js"), ...words], {
      cwd: root,
      encoding: "utf8",
    });
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(run("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  expect(run("ingest", "responses")).toMatchObject({ status: 0, stderr: "" });
  expect(run("report", "--period", "2016")).toMatchObject({ status: 0, stderr: "" });
  expect(run("letters", "--period", "2016", "--language", "ja")).toMatchObject({ status: 0, stderr: "" });
});

test("the program imports what the package asks for, and the package asks for nothing else", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const src = join(ROOT, "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const imported = files.flatMap((name) => {
    const text = readFileSync(join(src, name), "utf8").replace(/^import type .*$/gm, "");
    return [...text.matchAll(IMPORT)].map(([, name]) => name);
  });
  expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
});
