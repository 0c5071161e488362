// What suppliers use to check their own CMRT: this repository's action and hook, as written in their files.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CMRT, isBuilt } from "./helpers/built.ts";
import { RESPONSES } from "./helpers/made-campaign.ts";
import { temporaryFolder } from "./helpers/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..");
const ACTION = ".github/actions/check";
const EXAMPLES = "docs/examples";

const yaml = (path: string) => parse(readFileSync(join(ROOT, path), "utf8"));
const action = yaml(`${ACTION}/action.yml`);
const [hook] = yaml(".pre-commit-hooks.yaml");

/** A supplier's repository, with responses of the invented campaign under other names. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "declarations"));
  for (const [name, response] of Object.entries(files)) {
    cpSync(join(RESPONSES, response), join(root, "declarations", name));
  }
  return root;
}

const WITH_WARNINGS = "brightwell-2016-09.xlsx";
const WITH_ERRORS = "quillon_circuits.xlsx";

// The action's bash code runs on computers with bash.
const canRun = isBuilt() && process.platform !== "win32";
describe.skipIf(!canRun)("the action's check (needs bash and npm run build; skipped without)", () => {
  const { run } = action.runs.steps.find(({ id }: { id?: string }) => id === "check");

  function act(cwd: string, inputs: Readonly<Record<string, string>>) {
    const defaults = Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
      name.toUpperCase(),
      input.default,
    ]);
    const env = { ...process.env, ...Object.fromEntries(defaults), CMRT, ...inputs };
    // The way the runner starts a bash step.
    return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd,
      encoding: "utf8",
      env,
    });
  }
  const uris = (cwd: string): string[] =>
    JSON.parse(readFileSync(join(cwd, "cmrt.sarif"), "utf8")).runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );

  test("errors fail it; the findings are printed, and written by file", () => {
    const root = repository({ "CMRT our own.xlsx": WITH_ERRORS });
    const { status, stdout } = act(root, {});
    expect(status).toBe(1);
    expect(stdout).toContain("1 response (1 invalid)");
    expect(new Set(uris(root))).toEqual(new Set(["declarations/CMRT%20our%20own.xlsx"]));
  });

  test("warnings fail it where that is asked for", () => {
    const root = repository({ "cmrt.xlsx": WITH_WARNINGS });
    expect(act(root, { STRICT: "true" })).toMatchObject({ status: 1 });
  });

  test("by default CMRTs of every folder are checked, and what else is there is left alone", () => {
    const root = repository({ "My cmrt 6.5.XLSX": WITH_WARNINGS, "prices.xlsx": WITH_ERRORS });
    writeFileSync(join(root, "README.md"), "Our declarations.");
    expect(act(root, {})).toMatchObject({ status: 0 });
    expect(new Set(uris(root))).toEqual(new Set(["declarations/My%20cmrt%206.5.XLSX"]));
  });

  test("a pattern that nothing matches is said, not passed over", () => {
    const root = repository({ "prices.xlsx": WITH_WARNINGS });
    expect(act(root, {})).toMatchObject({ status: 2, stdout: expect.stringContaining("**/*CMRT*.xls*") });
  });

  test("a workbook that cannot be read fails it, and the others are checked", () => {
    const root = repository({ "cmrt.xlsx": WITH_WARNINGS });
    writeFileSync(join(root, "declarations", "CMRT scan.xlsx"), "%PDF-1.4");
    expect(act(root, {})).toMatchObject({ status: 3, stdout: expect.stringContaining("scan.xlsx") });
    expect(uris(root)).toContain("declarations/cmrt.xlsx");
  });

  test("only what is named is checked, and names are names, whatever they look like", () => {
    const root = repository({
      "--strict $(touch ran) `touch ran`.xlsx": WITH_WARNINGS,
      "b.xlsx": WITH_ERRORS,
    });
    const named = "declarations/--strict $(touch ran) `touch ran`.xlsx\n";
    expect(act(root, { PATHS: named, REFERENCE: "\n" })).toMatchObject({ status: 0 });
    expect(existsSync(join(root, "ran"))).toBe(false);
    expect(new Set(uris(root)).size).toBe(1);
  });
});

test("the action takes what its inputs say by variables, and no script has their text", () => {
  for (const { run } of action.runs.steps) expect(run ?? "").not.toContain("${{");
});

test.skipIf(!isBuilt())(
  "the hook checks what it is given (npm run build; skipped without a current build)",
  () => {
    const root = repository({ "a CMRT.xlsx": WITH_WARNINGS, "b CMRT.xlsx": WITH_ERRORS });
    const [program, ...words] = hook.entry.split(" ");
    expect(program).toBe("cmrt");
    const run = (...names: string[]) =>
      spawnSync(process.execPath, [CMRT, ...words, ...names], { cwd: root, encoding: "utf8" }).status;
    expect(run("declarations/a CMRT.xlsx")).toBe(0);
    expect(run("declarations/a CMRT.xlsx", "declarations/b CMRT.xlsx")).toBe(1);
  },
);

test("the hook takes CMRTs as they are named, and no other workbook", () => {
  // Python's notation for ignoring case.
  const files = new RegExp(hook.files.replace(/^\(\?i\)/, ""), "i");
  for (const name of ["CMRT.xlsx", "declarations/2025/Acme RMI_CMRT_6.5 final.XLSX", "cmrt.xls"]) {
    expect(files.test(name), name).toBe(true);
  }
  for (const name of ["cmrt.json", "prices.xlsx", "CMRT/prices.xlsx", "cmrt.xlsx.bak"]) {
    expect(files.test(name), name).toBe(false);
  }
});

test("the examples name what is there", () => {
  const { jobs } = yaml(`${EXAMPLES}/check-cmrt.yml`);
  const step = jobs.check.steps.find(({ uses }: { uses: string }) => uses.includes(ACTION));
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const owner = /github\.com\/([^/]+\/[^/]+?)\.git$/.exec(manifest.repository.url)?.[1];
  expect(step.uses).toBe(`${owner}/${ACTION}@main`);
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  const { repos } = yaml(`${EXAMPLES}/pre-commit-config.yaml`);
  expect(repos[0]).toMatchObject({ repo: `https://github.com/${owner}`, hooks: [{ id: hook.id }] });
});
