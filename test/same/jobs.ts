// What two builds are asked to do, so that everything they print and write can be compared.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder to work in, and the cmrt commands that are run there in sequence. */
export interface Job {
  name: string;
  /** Fills the empty folder. */
  prepare(folder: string): void;
  /** Determined after the folder is filled, as some runs name a file in it. */
  runs(folder: string): readonly (readonly string[])[];
}

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures");
const FORMATS = ["console", "json", "csv", "markdown", "sarif"];
const TABLES = ["jsonl", "csv", "parquet"];

/** The roster of the demo's campaign: two suppliers that answered, one that did not. */
const ROSTER = `id,name,unique id,folder or file pattern,spend share,language,asked on
1,Brightwell Components,,brightwell*,0.5,en,2016-03-01
2,Quillon Circuits Inc.,,,0.3,en,2016-03-01
3,Nobody Heard Ltd.,,,0.2,ja,2016-03-01
`;
const DECISIONS = `{ "decisions": { "2016": { "tin": { "determination": "undetermined", "reason": "asked again", "by": "A. Reviewer", "date": "2017-05-12" } } }, "company": { "companyName": "Larkmoor Instruments", "policies": { "policyEstablished": "yes" } } }
`;

/** The commands that print everything about the responses of a workspace. */
function everything(period: string, today: string, template: string | undefined): string[][] {
  const when = ["--period", period, "--today", today];
  return [
    ["ingest", "responses"],
    ["doctor"],
    ["doctor", "--json"],
    ...FORMATS.map((format) => ["check", "--today", today, "--format", format]),
    ...FORMATS.map((format) => ["check", ...when, "--format", format]),
    ["check", ...when, "--strict", "--all"],
    ["suppliers", ...when],
    ["suppliers", ...when, "--format", "csv"],
    ["suppliers", "--today", today, "--json"],
    ["report", ...when],
    ["report", ...when, "--with-contacts", "--out", "with-contacts"],
    ["report", "--verify", `reports/${period}`],
    ["letters", ...when],
    ["letters", ...when, "--language", "ja", "--out", "letters-ja"],
    ["letters", ...when, "--language", "zh", "--out", "letters-zh"],
    ...TABLES.map((format) => ["export", "--format", format, "--today", today, "--out", `export-${format}`]),
    ["export", "--format", "csv", "--period", period, "--today", today, "--out", "export-period"],
    ["smelters"],
    ["smelters", "--json"],
    ["compare", String(Number(period) - 1), period, "--today", today],
    ["compare", String(Number(period) - 1), period, "--today", today, "--json"],
    ["reference", "list"],
    ["reference", "list", "--json"],
    ["rollup", ...when, "--include-questions"],
    ["rollup", ...when, "--include-questions", "--format", "csv", "--out", "rollup-csv"],
    ...(template
      ? [["rollup", ...when, "--include-questions", "--template", template, "--out", "ours"]]
      : []),
  ];
}

function demo(template: string | undefined, roster: boolean): Job {
  return {
    name: roster ? "demo with roster and decisions" : "demo",
    prepare(folder) {
      cpSync(join(FIXTURES, "responses-2016"), join(folder, "responses"), { recursive: true });
      if (!roster) return;
      writeFileSync(join(folder, "suppliers.csv"), ROSTER);
      writeFileSync(join(folder, "cmrt.json"), DECISIONS);
    },
    runs: (folder) => [
      ...everything("2016", "2017-06-01", template),
      ...readdirSync(join(folder, "responses"))
        .sort()
        .flatMap((file) => [
          ["show", `responses/${file}`],
          ["show", `responses/${file}`, "--json"],
        ]),
    ],
  };
}

/** Every workbook in a folder, copied flat, so that paths do not depend on the corpus. */
function copyFlat(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    cpSync(path, join(to, path.slice(from.length + 1).replaceAll(/[\\/]/g, "__")));
  }
}

function corpusPart(corpus: string, part: string, period: string, today: string): Job {
  const template = join(corpus, "templates", "RMI_CMRT_6.5.xlsx");
  return {
    name: `corpus, ${part}`,
    prepare: (folder) => copyFlat(join(corpus, part), join(folder, "responses")),
    runs: (folder) => [
      ...everything(period, today, existsSync(template) ? template : undefined),
      ...readdirSync(join(folder, "responses"))
        .sort()
        .flatMap((file) => [
          ["show", `responses/${file}`],
          ["show", `responses/${file}`, "--json"],
        ]),
    ],
  };
}

/** Lists and names, which need no response. */
function lists(corpus: string): Job {
  return {
    name: "lists and names",
    prepare(folder) {
      cpSync(join(corpus, "names", "pairs.csv"), join(folder, "pairs.csv"));
      for (const name of readdirSync(join(corpus, "templates"))) {
        cpSync(join(corpus, "templates", name), join(folder, name));
      }
    },
    runs: (folder) => [
      ...readdirSync(folder)
        .filter((name) => name.includes("MRT") || name.includes("CRT"))
        .sort()
        .flatMap((name) => [
          ["reference", "import", name],
          ["reference", "import", name, "--json"],
        ]),
      ["reference", "list"],
      ["reference", "list", "--json"],
      ["reference", "show", "CMRT 6.5"],
      ["reference", "compare", "CMRT 6.31", "CMRT 6.5"],
      ["reference", "compare", "CMRT 6.31", "CMRT 6.5", "--json"],
      ["match", "pairs.csv", "--format", "csv"],
      ["match", "pairs.csv", "--format", "json"],
      ["match", "pairs.csv", "--reference", "EMRT 2.1"],
    ],
  };
}

/** What cmrt says of itself, and of what it cannot do. */
const itself: Job = {
  name: "itself",
  prepare: () => {},
  runs: () => [
    ["--help"],
    ...["ingest", "show", "check", "rules", "letters", "report", "suppliers", "compare", "export"].map(
      (verb) => [verb, "--help"],
    ),
    ...["match", "smelters", "rollup", "doctor", "completion"].map((verb) => [verb, "--help"]),
    ["rules"],
    ["rules", "--json"],
    ["rules", "smelter-metal-out-of-scope"],
    ["completion", "bash"],
    ["check"],
    ["report", "--period", "1066"],
    ["ingest", "nosuch"],
    ["chekc"],
  ],
};

/** Every job; those over real workbooks only with a corpus. */
export function allJobs(corpus: string | undefined): Job[] {
  const blank = corpus && join(corpus, "templates", "RMI_CMRT_6.5.xlsx");
  const template = blank && existsSync(blank) ? blank : undefined;
  return [
    itself,
    demo(template, false),
    demo(template, true),
    ...(corpus
      ? [
          lists(corpus),
          corpusPart(corpus, "responses", "2014", "2015-06-01"),
          corpusPart(corpus, "templates", "2024", "2025-06-01"),
          corpusPart(corpus, "oracle", "2025", "2026-06-01"),
        ]
      : []),
  ];
}
