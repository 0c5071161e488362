// npm run new-rule -- <topic>/<id> [--campaign] [--internal]: generates a rule with its table of cases and its wording,
// and enters it in the index of its topic. It passes types, style and the tests of the catalogue immediately; what the
// author must complete is marked FILL IN, and test/rules/filled-in.test.ts lists the remaining marks.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { faultOf, topics } from "./name.ts";
import { casesText, constantName, ruleText, WORDINGS } from "./templates.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const USAGE = `npm run new-rule -- <topic>/<id> [--campaign] [--internal]

  <topic>     a folder of src/rules: ${topics().join(", ")}
  <id>        of the rule, kebab-case; it is never renamed
  --campaign  a rule over all responses of a run instead of one response
  --internal  for the analyst alone: no letter asks a supplier about it`;

const { values: options, positionals } = parseArgs({
  options: { campaign: { type: "boolean", default: false }, internal: { type: "boolean", default: false } },
  allowPositionals: true,
});
const name = positionals.join(" ");
const [topic = "", id = ""] = name.split("/");
const fault = faultOf(name);
if (fault !== undefined) {
  console.error(`${fault}\n\n${USAGE}`);
  process.exit(2);
}

const changed = [
  write(`src/rules/${topic}/${id}.ts`, ruleText(id, options)),
  change(`src/rules/${topic}/index.ts`, enter),
  change(`test/rules/cases/${topic}.ts`, (text) =>
    text.replace(/\n};\n/, `\n${casesText(id, options.campaign)}};\n`),
  ),
  ...(options.internal ? [] : Object.entries(WORDINGS).map(addWording)),
];
execFileSync(
  process.execPath,
  [join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome"), "check", "--write", ...changed],
  {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  },
);
console.log(`Written:
${changed.map((file) => `  ${file}`).join("\n")}

Next: replace every FILL IN (npx vitest run test/rules/filled-in.test.ts lists them), move the rule in
src/rules/${topic}/index.ts to where \`cmrt rules\` is to list it, then npm run docs and npm test.`);

/** The index of a topic with the rule at the end of its list. */
function enter(text: string): string {
  const name = constantName(id);
  return text
    .replace(/^import type \{ Topic \}.*$/m, (line) => `${line}\nimport { ${name} } from "./${id}.ts";`)
    .replace(/(rules: \[[\s\S]*?),?(\s*\])/, (_all, list: string, end: string) => `${list}, ${name}${end}`);
}

function addWording([language, wording]: [string, object]): string {
  return change(`src/report/letters/wording/${language}.json`, (text) => {
    const all = JSON.parse(text);
    return `${JSON.stringify({ ...all, rules: { ...all.rules, [id]: wording } }, null, 2)}\n`;
  });
}

function write(file: string, text: string): string {
  writeFileSync(join(ROOT, file), text);
  return file;
}

function change(file: string, edit: (text: string) => string): string {
  const before = readFileSync(join(ROOT, file), "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`${file} does not look as expected: nothing was entered.`);
  return write(file, after);
}
