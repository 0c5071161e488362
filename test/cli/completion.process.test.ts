// The completion scripts in their shells; zsh and fish if they are installed.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const script = async (shell: string): Promise<string> => (await runCli(["completion", shell], ".")).out;

function run(shell: string, args: string[], cwd = temporaryFolder()): string[] {
  const { stdout, stderr } = spawnSync(shell, args, { cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

const isInstalled = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe("bash", () => {
  const complete = async (...words: string[]): Promise<string[]> => {
    const asked = `${await script("bash")}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _cmrt; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run("bash", ["-c", asked]);
  };

  test("completes commands, subcommands, options and their choices, each in its place", async () => {
    expect(await complete("cmrt", "ing")).toEqual(["ingest"]);
    expect(await complete("cmrt", "--v")).toEqual(["--version"]);
    expect(await complete("cmrt", "ingest", "--fo")).toEqual(["--force"]);
    expect(await complete("cmrt", "reference", "")).toEqual(["import", "list", "show", "compare"]);
    expect(await complete("cmrt", "reference", "import", "--ki")).toEqual(["--kind"]);
    expect(await complete("cmrt", "reference", "import", "--kind", "")).toContain("watch");
    expect(await complete("cmrt", "check", "--format", "s")).toEqual(["sarif"]);
    expect(await complete("cmrt", "completion", "f")).toEqual(["fish"]);
  });

  test("leaves files to the shell, which knows how to quote their names", async () => {
    for (const words of [
      ["ingest", "m"],
      ["reference", "import", ""],
      ["check", "--workspace", ""],
    ]) {
      expect(await complete("cmrt", ...words)).toEqual([]);
    }
    expect(run("bash", ["-c", `${await script("bash")}\ncomplete -p cmrt`])[0]).toContain("-o default");
  });
});

describe.skipIf(!isInstalled("zsh"))("zsh", () => {
  // Replacements for the shell's own functions, as there is no terminal.
  const STUBS = `compdef() { :; }; _describe() { print -l -- \${(P)2}; }; _arguments() { print -l -- "$@"; };`;

  test("completes from its first call on, also where it is loaded from a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "_cmrt"), await script("zsh"));
    const load = `${STUBS} fpath=(${folder}); autoload -Uz _cmrt;`;
    const lines = run("zsh", ["-f", "-c", `${load} words=(cmrt ''); CURRENT=2; _cmrt`]);
    expect(lines).toContain("doctor:check the workspace and suggest fixes");
    expect(lines.filter((line) => line.startsWith("ingest:"))).toHaveLength(1);
  });

  test("completes options with their values, and subcommands", async () => {
    const ask = async (words: string, current: number) =>
      run("zsh", ["-f", "-c", `${STUBS} ${await script("zsh")} words=(${words}); CURRENT=${current}; _cmrt`]);
    const check = await ask("cmrt check ''", 3);
    expect(check).toContain(
      "*--format[output format of the findings]:value:(console json csv markdown sarif)",
    );
    expect(check.find((line) => line.startsWith("*--workspace"))).toMatch(/:value:_files -\/$/);
    expect(check.find((line) => line.startsWith("*--period"))).toMatch(/:value: $/);
    expect(await ask("cmrt reference ''", 3)).toContain("2:word:(import list show compare)");
  });
});

describe.skipIf(!isInstalled("fish"))("fish", () => {
  test("completes commands, subcommands, options, choices and files, each in its place", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "my responses"));
    writeFileSync(join(folder, "my file.xlsx"), "");
    writeFileSync(join(folder, "cmrt.fish"), await script("fish"));
    const complete = (line: string) =>
      run("fish", ["--no-config", "-c", `source cmrt.fish; complete -C '${line}'`], folder).map(
        (each) => each.split("\t")[0],
      );
    expect(complete("cmrt ing")).toEqual(["ingest"]);
    expect(complete("cmrt --v")).toEqual(["--version"]);
    expect(complete("cmrt ingest --fo")).toEqual(["--force"]);
    expect(complete("cmrt reference ")).toEqual(["compare", "import", "list", "show"]);
    expect(complete("cmrt reference import m")).toEqual(["my file.xlsx", "my responses/"]);
    expect(complete("cmrt check --format s")).toEqual(["sarif"]);
    expect(complete("cmrt ingest m")).toEqual(["my file.xlsx", "my responses/"]);
    expect(complete("cmrt report --out m")).toEqual(["my responses/"]);
    expect(complete("cmrt report --period ")).toEqual([]);
  });
});
