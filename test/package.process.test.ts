// The npm package as strangers get it: its content, behaviour and types.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isBuilt } from "./helpers/built.ts";
import { RESPONSES } from "./helpers/made-campaign.ts";

const ROOT = join(import.meta.dirname, "..");
/**
 * A package that is imported by name, statically or dynamically, or loaded as CommonJS (as `load` and `createRequire`).
 */
const IMPORT =
  /(?:^(?:import|}) .*\bfrom |\bimport\(|\bload\(|\(import\.meta\.url\)\()["`]((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*)["`/]/gm;

/** Somebody else's project with the package installed, without this checkout. */
let project = "";
let installed = "";

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "cmrt-stranger-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packing = ["pack", "--json", "--ignore-scripts", "--loglevel=error", `--pack-destination=${project}`];
  const [{ filename }] = JSON.parse(execFileSync(npm, packing, { cwd: ROOT, encoding: "utf8" }));
  execFileSync("tar", ["-xzf", filename], { cwd: project });
  installed = join(project, "node_modules", "cmrt");
  mkdirSync(join(project, "node_modules"));
  renameSync(join(project, "package"), installed);
  // Its dependencies are those of this checkout.
  symlinkSync(join(ROOT, "node_modules"), join(installed, "node_modules"), "junction");
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function node(cwd: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("the package holds the program, its types, its manual page and its papers", () => {
  const paths = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(installed.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !path.startsWith("node_modules/"));
  const allowed =
    /^(bin\/cmrt\.js|dist\/bundle\/[\w-]+\.js|dist\/bundle\/(library-names|wording\/[a-z]+)\.json|dist\/client\/((report|review)\.js|world\.json)|dist\/.+\.d\.ts|dist\/client\/(report|review)\.css|dist\/client\/LICENSES\.txt|docs\/(cmrt\.1|api\.md|schema\/[\w-]+\.schema\.json)|fixtures\/(responses-2016\/[^/]+\.xlsx|roster-2016\.csv)|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
  for (const wanted of [
    "bin/cmrt.js",
    "docs/cmrt.1",
    "README.md",
    "LICENSE",
    "docs/schema/settings.schema.json",
  ])
    expect(paths).toContain(wanted);
});

test("the package names where its source, its bugs and its types are", () => {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(manifest).toMatchObject({
    repository: { url: expect.stringContaining("github.com/") },
    bugs: expect.stringContaining("/issues"),
    homepage: expect.stringMatching(/^https:/),
    license: "Apache-2.0",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/bundle/index.js" } },
  });
  expect(manifest.keywords.length).toBeGreaterThan(5);
});

test.skipIf(!isBuilt())(
  "what is packed holds the demo campaign, and does the main job in it by itself",
  () => {
    const root = mkdtempSync(join(project, "demo-"));
    const run = (cwd: string, ...words: string[]) => node(cwd, join(installed, "bin", "cmrt.js"), ...words);
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(run(root, "--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
    const { status, stdout, stderr } = run(root, "demo", "try it");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const folder = join(root, "try it");
    // The commands that it names.
    const steps = [...stdout.matchAll(/^ {2}cmrt (.+?)(?: {2}|$)/gm)].map(([, words = ""]) =>
      words.split(" "),
    );
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.map(([verb]) => verb)).toEqual(expect.arrayContaining(["ingest", "report"]));
    for (const words of steps) {
      // It serves its page until it is stopped.
      if (words[0] === "review") words.push("--help");
      const result = run(folder, ...words);
      // Findings are expected in the demo (exit code 1).
      expect([0, 1], words.join(" ")).toContain(result.status);
      if (words[0] === "ingest" || words[0] === "report")
        expect(result).toMatchObject({ status: 0, stderr: "" });
    }
    expect(readdirSync(join(folder, "reports", "2016"))).toContain("report.html");
    const inJapanese = ["letters", "--period", "2016", "--language", "ja"];
    expect(run(folder, ...inJapanese)).toMatchObject({ status: 0, stderr: "" });
  },
);

/** The programs of docs/api.md. */
const PROGRAMS = [
  ...readFileSync(join(ROOT, "docs", "api.md"), "utf8").matchAll(/^```ts\n(.*?)^```$/gms),
].map(([, program]) => program as string);

test.skipIf(!isBuilt())("the programs of docs/api.md hold in a strict project, and do what they say", () => {
  expect(PROGRAMS).toHaveLength(2);
  for (const [index, program] of PROGRAMS.entries()) writeFileSync(join(project, `${index}.ts`), program);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  for (const [module, resolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const options = {
      target: "es2022",
      module,
      moduleResolution: resolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      outDir: "out",
      rootDir: ".",
      types: ["node"],
      typeRoots: [join(ROOT, "node_modules", "@types")],
    };
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: PROGRAMS.map((_, index) => `${index}.ts`) }),
    );
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    expect(node(project, tsc, "-p", ".")).toEqual({ status: 0, stdout: "", stderr: "" });
  }

  cpSync(RESPONSES, join(project, "inbox"), { recursive: true });
  const [one, campaign] = ["0.js", "1.js"].map((file) => join(project, "out", file)) as [string, string];
  const single = node(project, one);
  expect(single).toMatchObject({ status: 0, stderr: "" });
  expect(single.stdout).toMatch(
    /^CMRT \d.* of Quillon Circuits Inc\., \d+ smelter rows\n(error|warning|info) /,
  );
  cpSync(RESPONSES, join(project, "campaign", "responses"), { recursive: true });
  const cmrt = join(installed, "bin", "cmrt.js");
  expect(node(join(project, "campaign"), cmrt, "ingest", "responses")).toMatchObject({ status: 0 });
  const whole = node(project, campaign);
  expect(whole).toMatchObject({ status: 0, stderr: "" });
  expect(whole.stdout).toMatch(/^8 files, \d+ errors, \d+ warnings\n[A-Z].*\.\n/);
  expect(readdirSync(join(project, "report"))).toEqual(
    expect.arrayContaining(["report.md", "report.html", "report.xlsx", "findings.csv", "manifest.json"]),
  );
});

test("a program that uses what is not public is told so", () => {
  const inner = node(project, "--input-type=module", "--eval", 'await import("cmrt/dist/bundle/main.js");');
  expect(inner.status).toBe(1);
  expect(inner.stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  const schema = node(
    project,
    "--input-type=module",
    "--eval",
    'import { createRequire } from "node:module"; console.log(createRequire(import.meta.url)("cmrt/schema/check.schema.json").title);',
  );
  expect(schema.stdout).toContain("cmrt check");
});

test("the program imports what the package asks for, and the package asks for nothing else", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const src = join(ROOT, "src");
  // What runs in the browser is bundled when the package is built.
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.startsWith("client"),
  );
  const imported = files.flatMap((name) => {
    const text = readFileSync(join(src, name), "utf8").replace(/^import type .*$/gm, "");
    return [...text.matchAll(IMPORT)].map(([, name]) => name);
  });
  expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
});
