// What npm run new-rule leaves to the author of a rule.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { MARK } from "../new-rule/templates.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const FOLDERS = ["src/rules", "src/report/letters/wording", "test/rules/cases"];

test(`nothing is left that is marked ${MARK}`, () => {
  const left = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|json)$/.test(name))
      .flatMap((name) =>
        readFileSync(join(ROOT, folder, name), "utf8")
          .split("\n")
          .flatMap((line, index) =>
            line.includes(MARK) ? [`${folder}/${name.split(sep).join("/")}:${index + 1} ${line.trim()}`] : [],
          ),
      ),
  );
  expect(left, `left to fill in:\n${left.join("\n")}`).toEqual([]);
});
