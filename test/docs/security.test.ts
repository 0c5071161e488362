// The table of dependencies in SECURITY.md agrees with the package.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

test("every package that cmrt runs with has its line, and no other", () => {
  const table = read("SECURITY.md").split("## What the dependencies do")[1] ?? "";
  const first = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell as string).slice(1);
  const named = first.flatMap((cell) => cell.replace(/ \(.*\)/, "").split(", "));
  expect(named.sort()).toEqual(Object.keys(JSON.parse(read("package.json")).dependencies).sort());
});
