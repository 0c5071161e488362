// The package manifests of a release refer to what the workflow makes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { filled } from "../../release/fill-manifest.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Workflow {
  jobs: { executable: { strategy: { matrix: { include: { os: string; file: string }[] } } } };
}
const made = (parse(read(".github/workflows/release.yml")) as Workflow).jobs.executable.strategy.matrix
  .include;

const sums = made.map(({ file }, index) => `${String(index).repeat(64)}  ${file}\n`).join("");
const manifests = ["homebrew", "winget"].flatMap((folder) =>
  readdirSync(join(ROOT, "release", folder)).map((name) => `release/${folder}/${name}`),
);

test.each(manifests)("%s is filled in from the check sums of the files that the workflow makes", (path) => {
  const text = filled(read(path), "1.2.3", sums);
  expect(text).toContain("1.2.3");
  expect(text).not.toMatch(/@[A-Z]|@SHA/);
  for (const [, file] of text.matchAll(/download\/v1\.2\.3\/([\w.-]+)/g)) {
    const index = made.findIndex((one) => one.file === file);
    expect(index, file).toBeGreaterThanOrEqual(0);
    expect(text).toContain(String(index).repeat(64));
  }
  if (path.endsWith(".yaml"))
    expect(parse(text)).toMatchObject({ PackageIdentifier: "CmrtTools.Cmrt", PackageVersion: "1.2.3" });
});

test("a file without a check sum is no release", () => {
  expect(() => filled("@SHA256:cmrt-plan9@", "1.2.3", sums)).toThrow("do not list cmrt-plan9");
});

test("the executable is made for the three systems", () => {
  expect(new Set(made.map(({ file }) => file.split("-")[1]))).toEqual(new Set(["linux", "darwin", "win32"]));
});

test("the container has what the package has", () => {
  const { files } = JSON.parse(read("package.json")) as { files: string[] };
  const container = read("Containerfile");
  for (const file of files.filter((name) => !/^docs\/|^README|^CHANGELOG/.test(name)))
    expect(container, file).toContain(file.startsWith("dist/") ? "/src/dist /opt/cmrt/dist" : file);
});
