// The npm package holds what runs, and nothing else.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

test("the package holds the program, its manual page and its papers", () => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const output = execFileSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  const allowed =
    /^(bin\/cmrt\.js|dist\/.+\.js(on)?|docs\/cmrt\.1|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  for (const wanted of ["bin/cmrt.js", "docs/cmrt.1", "README.md", "LICENSE"])
    expect(paths).toContain(wanted);
});
