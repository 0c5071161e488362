// The command line: names, flags and help. Each action loads its command when it is called, so that starting stays fast.

import { Argument, Command, Help, InvalidArgumentError, Option } from "commander";
import { LIST_KINDS } from "../commands/options.ts";
import { DEFAULT_FAMILY } from "../forms/families.ts";
import { isDay } from "../lib/dates.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { version } from "../lib/version.ts";
import { LETTER_LANGUAGES, type MineralId } from "../model/vocabulary.ts";
import { ROSTER_FILE, SETTINGS_FILE, STORE_FOLDER } from "../model/workspace-files.ts";
import { CHECK_FORMATS } from "../report/check/formats.ts";
import { EXPORT_FORMATS } from "../report/export/formats.ts";
import type { Shell } from "./completion.ts";

/** Declares every command. `done` receives the exit code of the command that ran. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("cmrt")
    .description("Reads Conflict Minerals Reporting Templates, checks them, and writes RCOI reports.")
    .version(version())
    .exitOverride()
    .configureHelp({ optionDescription })
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText(
      "after",
      `
The main job, in three commands:
  cmrt ingest responses          read every workbook in the folder
  cmrt check                     what is missing, contradictory or doubtful in them
  cmrt report --period 2024      write the RCOI report to reports/2024

Exit codes:
  0  done, nothing to complain about
  1  done, with findings at or above the fail level
  2  wrong usage or settings, or no workspace
  3  done, but some workbooks could not be read
 70  a bug in cmrt`,
    );

  /** A command with the options that all of them share, and examples of its use: line by line, then what it does. */
  const command = (
    nameAndArguments: string,
    summary: string,
    examples: readonly [line: string, does: string][] = [],
    parent: Command = program,
  ): Command => {
    const width = Math.max(0, ...examples.map(([line]) => line.length));
    const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
    return parent
      .command(nameAndArguments)
      .description(summary)
      .option(
        "--workspace <dir>",
        `folder of the campaign (default: nearest parent with ${STORE_FOLDER}/, else here)`,
      )
      .option("--json", "print JSON for programs")
      .option("--quiet", "print only what was asked for, no notices")
      .option("--no-color", "never colour the output")
      .addHelpText("after", lines.length === 0 ? "" : `\nExamples:\n${lines.join("\n")}`);
  };

  command("ingest [path...]", "read the workbooks of files and folders into the workspace", [
    ["cmrt ingest responses", "read a folder; a second time only what changed"],
    ["cmrt ingest", "the folders that were ingested before, again"],
    ["cmrt ingest --password s3cret inbox/acme.xlsx", "open a protected workbook"],
    ["cmrt ingest --force responses", "read everything anew"],
  ])
    .option(
      "--password <text>",
      "try this password on protected workbooks and zips (repeatable)",
      collect,
      [],
    )
    .option("--force", "read files again even if they are unchanged")
    .option("--workers <n>", "processes to read with (default: one for each core)", parseCount)
    .action(async (paths: string[], options) => {
      const { ingest } = await import("../commands/ingest.ts");
      done(await ingest(paths, options, io));
    });

  command("check [path...]", "check the responses of the workspace, or files and folders without one", [
    ["cmrt check", "everything in the workspace, suppliers worst first"],
    ["cmrt check my-cmrt.xlsx --strict", "one workbook before it is sent; warnings fail too"],
    ["cmrt check --period 2024 --format csv --output findings.csv", "the findings of a period as a table"],
    ["cmrt check --rule smelter-metal-out-of-scope --all", "one rule, every finding"],
  ])
    .option("--strict", "warnings count like errors for the exit code")
    .option("--period <year>", "only what counts for this calendar year", parseYear)
    .option("--supplier <name>", "only suppliers whose name contains this")
    .option("--rule <id>", "only this rule (repeatable)", collect, [])
    .option("--today <date>", "the day of the run (default: the clock)", parseDay)
    .addOption(
      new Option("--format <format>", "how to print the findings").choices(Object.keys(CHECK_FORMATS)),
    )
    .option(...REFERENCE)
    .option("--output <file>", "write the findings to this file")
    .option("--all", "print every finding on the console, not three per rule")
    .option(
      "--password <text>",
      "try this password on protected workbooks and zips (repeatable)",
      collect,
      [],
    )
    .action(async (paths: string[], options) => {
      const { check } = await import("../commands/check.ts");
      done(await check(paths, options, io));
    });

  command("letters", "write one correction letter per supplier with open findings", [
    ["cmrt letters --period 2024", "to letters/2024, each in the language of the response"],
    [
      "cmrt letters --period 2024 --language en --answer-by 2025-03-31",
      "all in English, with a date of your own",
    ],
    ["cmrt letters --period 2024 --annotate", "and each supplier's workbook with the cells marked"],
  ])
    .requiredOption("--period <year>", "the calendar year that the letters are about", parseYear)
    .addOption(
      new Option("--language <language>", "language of every letter (default: the response's own)").choices(
        LETTER_LANGUAGES,
      ),
    )
    .option("--annotate", "beside each letter the supplier's workbook with the cells to correct marked")
    .option("--out <dir>", "folder for the letters (default: letters/<period>)")
    .option("--answer-by <date>", "day to answer by (default: three weeks from today)", parseDay)
    .option("--password <text>", "try this password on protected workbooks (repeatable)", collect, [])
    .option("--today <date>", "the day of the run (default: the clock)", parseDay)
    .action(async (options) => {
      const { letters } = await import("../commands/letters.ts");
      done(await letters(options, io));
    });

  command("rules [id]", "list the rules, or explain one with an example of each kind", [
    ["cmrt rules", "every rule in one line"],
    ["cmrt rules smelter-metal-out-of-scope", "what it finds, why, what to ask, two examples"],
    ["cmrt rules --json", "the catalogue for programs"],
  ]).action(async (id: string | undefined, options) => {
    const { rules } = await import("../commands/rules.ts");
    done(rules(id, options, io));
  });

  command("show <file>", "print one response as it was read: a workbook, or the id of a stored response", [
    ["cmrt show responses/acme.xlsx", "company block, answers, smelters, products, notes"],
    ["cmrt show responses/acme.xlsx --json", "the same for programs"],
    ["cmrt show 5e91a234", "a response of the workspace by the beginning of its id"],
  ])
    .option("--password <text>", "try this password on a protected workbook or zip (repeatable)", collect, [])
    .action(async (file: string, options) => {
      const { show } = await import("../commands/show.ts");
      done(await show(file, options, io));
    });

  command("report", "write the report pack of a period: report.md and its tables", [
    ["cmrt report --period 2016", "writes reports/2016/"],
    ["cmrt report --period 2016 --cutoff 2017-03-31 --out /tmp/rcoi", "another cut-off, another folder"],
    ["cmrt report --verify reports/2016", "is the pack what a run would give today?"],
  ])
    .option("--period <year>", "calendar year of the inquiry", parseYear)
    .option("--out <dir>", "folder of the pack (default: reports/<year> in the workspace)")
    .option(
      "--cutoff <date>",
      `last day that counts (default: 31 May of the next year, or ${SETTINGS_FILE})`,
      parseDay,
    )
    .option("--today <date>", "the day of the run (default: the clock); it is printed", parseDay)
    .option(...REFERENCE)
    .option("--with-contacts", "put contact names, e-mails and phones into the pack")
    .option("--verify <dir>", "instead of writing a pack, run again and say what differs from this one")
    .action(async (options) => {
      if (options.verify !== undefined) {
        const { verifyReport } = await import("../app/report/verify-report.ts");
        done(await verifyReport(options.verify, options, io));
        return;
      }
      if (options.period === undefined)
        throw new UsageError("Name the period: required option '--period <year>'.");
      const { report } = await import("../commands/report.ts");
      done(await report(options, io));
    });

  command("rollup", "make our own declaration from the valid responses of a period", [
    ["cmrt rollup --period 2024", "writes rollup/2024/: the declaration as JSON and where it comes from"],
    ["cmrt rollup --period 2024 --template RMI_CMRT_6.5.xlsx", "and fills the blank template"],
    [
      "cmrt rollup --period 2024 --products parts.csv --supplier Acme",
      "for some products, from some suppliers",
    ],
  ])
    .requiredOption("--period <year>", "calendar year whose responses count", parseYear)
    .option("--template <file>", "blank CMRT 6.x to fill")
    .option("--out <dir>", "folder to write to (default: rollup/<year> in the workspace)")
    .addOption(
      new Option("--format <format>", "of the declaration beside the workbook").choices(["json", "csv"]),
    )
    .option("--include-questions", "count responses with warnings too")
    .option("--exclude-removed", "leave out smelters that are gone from the reference list")
    .option("--metals <list>", "only these metals, separated by commas", parseMetals)
    .option("--supplier <name>", "only this supplier's responses (repeatable)", collectSome)
    .option("--products <file>", "CSV of the products declared: number, name, supplier, supplier part")
    .option("--surveyed <n>", "number of suppliers asked, where there is no roster", parseCount)
    .option(
      "--cutoff <date>",
      `last day that counts (default: 31 May of the next year, or ${SETTINGS_FILE})`,
      parseDay,
    )
    .option("--today <date>", "effective date of the declaration (default: the clock)", parseDay)
    .option("--strict", "end with exit code 1 where the written workbook has findings")
    .action(async (options) => {
      const { rollup } = await import("../commands/rollup.ts");
      done(await rollup(options, io));
    });

  const reference = program
    .command("reference")
    .description("reference lists with their dates: import, list, show, compare")
    .addHelpText(
      "after",
      "\nExamples:\n  cmrt reference import CMRT_6.31.xlsx  its look-up sheet, as of its release\n  cmrt reference list                   the lists at hand and which of them counts",
    );
  command(
    "import <file>",
    "import a list as a snapshot of a day: the look-up sheet of a CMRT or EMRT, a CSV or XLSX table",
    [
      ["cmrt reference import CMRT_6.31.xlsx", "its look-up sheet, as of the template's release"],
      [
        "cmrt reference import conformant.csv --as-of 2025-03-01 --status Conformant",
        "a list of audited smelters",
      ],
      [
        "cmrt reference import origins.csv --kind origin --as-of 2025-01-31",
        "countries of origin by smelter ID",
      ],
    ],
    reference,
  )
    .option("--name <name>", "name of the list (default: template and version, else the file's name)")
    .option("--as-of <date>", "day the list speaks for (default: the template's release)", parseDay)
    .addOption(
      new Option("--kind <kind>", "what kind of list it is (default: by its columns)").choices(LIST_KINDS),
    )
    .option("--status <words>", "status of every row, for a list that has no column for it")
    .option("--password <text>", "try this password on a protected workbook (repeatable)", collect, [])
    .option("--force", "replace a snapshot of the same name and day")
    .action(async (file: string, options) => {
      const { referenceImport } = await import("../commands/reference.ts");
      done(await referenceImport(file, options, io));
    });
  command(
    "list",
    "the lists at hand and which of them counts",
    [["cmrt reference list --json", "the same for programs, with the source of each"]],
    reference,
  ).action(async (options) => {
    const { referenceList } = await import("../commands/reference.ts");
    done(referenceList(options, io));
  });
  command(
    "show <name>",
    "one list: what it is, its facilities by metal and status; every entry with --json",
    [['cmrt reference show "CMRT 6.5"', "a snapshot of several is named with its day: name@2025-04-25"]],
    reference,
  ).action(async (name: string, options) => {
    const { referenceShow } = await import("../commands/reference.ts");
    done(referenceShow(name, options, io));
  });
  command(
    "compare <before> <after>",
    "what changed from one list to another: added, removed, renamed, moved status",
    [['cmrt reference compare "CMRT 6.31" CMRT_6.5.xlsx', "lists by name, or files"]],
    reference,
  ).action(async (before: string, after: string, options) => {
    const { referenceCompare } = await import("../commands/reference.ts");
    done(await referenceCompare(before, after, options, io));
  });

  command("match <names.csv>", "match smelter names from anywhere to a reference list", [
    [
      "cmrt match names.csv --reference CMRT_6.5.xlsx",
      "columns metal, name, country, id; cells may be empty",
    ],
    ["cmrt match names.csv --format json", "against the newest list of the workspace"],
  ])
    .option("--reference <name or file>", "list of the workspace, or a file (default: the newest list)")
    .addOption(new Option("--format <format>", "how to print the answer").choices(["csv", "json"]))
    .action(async (file: string, options) => {
      const { match } = await import("../commands/match.ts");
      done(await match(file, options, io));
    });

  command("smelters", "reported smelters that need a person, with candidates; decide on them", [
    ["cmrt smelters", "the list, most-reported first"],
    ["cmrt smelters --interactive", "one by one: 1-3 take a candidate, n no smelter, s skip, q quit"],
    ["cmrt smelters --accept 1a2b3c4d=CID000401 --reject 5e6f7a8b", "for scripts; keys as listed"],
  ])
    .option("--period <year>", "only what counts for this calendar year", parseYear)
    .option(...REFERENCE)
    .option("--all", "print every smelter, not only the first 20")
    .option("--interactive", "ask for each smelter")
    .option(
      "--accept <key=id>",
      "this smelter is this facility: an ID, or the number of a candidate (repeatable)",
      collect,
      [],
    )
    .option("--reject <key>", "this is no smelter (repeatable)", collect, [])
    .option("--reason <text>", "reason to write into the decisions")
    .option("--by <name>", "who decides (default: the user's login name)")
    .action(async (options) => {
      const { smelters } = await import("../commands/smelters.ts");
      done(await smelters(options, io));
    });

  command("doctor", "examine the workspace and say how to mend what is wrong with it", [
    ["cmrt doctor", "store, settings and files, one by one; nothing is changed"],
  ]).action(async (options) => {
    const { doctor } = await import("../commands/doctor.ts");
    done(await doctor(options, io));
  });

  command(
    "suppliers",
    `the roster (${ROSTER_FILE}) against what arrived: who answered, who is missing since when`,
    [
      ["cmrt suppliers --period 2016", "those to act on first"],
      ["cmrt suppliers --period 2016 --format csv > reminders.csv", "for a spreadsheet or a mail merge"],
    ],
  )
    .option("--period <year>", "calendar year of the inquiry (default: every response)", parseYear)
    .option("--cutoff <date>", "last day that counts for the period", parseDay)
    .option("--today <date>", "the day of the run (default: the clock); it is printed", parseDay)
    .addOption(new Option("--format <format>", "how to print it").choices(["console", "csv", "json"]))
    .action(async (options) => {
      const { suppliers } = await import("../commands/suppliers.ts");
      done(await suppliers(options, io));
    });

  command("compare", "what changed between two periods", [
    ["cmrt compare 2015 2016", "figures, weaker answers, smelters, findings"],
    ["cmrt compare 2015 2016 --format csv", "one line per change"],
  ])
    .argument("<earlier>", "a period, by its calendar year", parseYear)
    .argument("<later>", "a later one", parseYear)
    .option("--today <date>", "the day of the run (default: the clock)", parseDay)
    .addOption(new Option("--format <format>", "how to print it").choices(["console", "csv", "json"]))
    .action(async (earlier: number, later: number, options) => {
      const { compare } = await import("../commands/compare.ts");
      done(await compare(earlier, later, options, io));
    });

  command(
    "diff [response...]",
    "what changed from one response of a supplier to another: what was asked and done, and what else",
    [
      ["cmrt diff acme-old.xlsx acme-new.xlsx", "two files, the earlier one first"],
      ["cmrt diff 5e91a234 acme-new.xlsx", "a stored response by the beginning of its id, and a file"],
      ["cmrt diff --supplier Acme", "the last two responses of a supplier"],
    ],
  )
    .option("--supplier <name>", "the last two responses of the supplier whose name contains this")
    .option("--period <year>", "look at both for this calendar year (default: each for its own)", parseYear)
    .option(...REFERENCE)
    .addOption(new Option("--format <format>", "how to print it").choices(["console", "markdown", "json"]))
    .option("--all", "print every change on the console, not 40 of a kind")
    .option(
      "--password <text>",
      "try this password on protected workbooks and zips (repeatable)",
      collect,
      [],
    )
    .option("--today <date>", "the day of the run (default: the clock)", parseDay)
    .action(async (responses: string[], options) => {
      const { diff } = await import("../commands/diff.ts");
      done(await diff(responses, options, io));
    });

  command("export", "write responses, answers, rows, matches and findings as flat tables for other engines", [
    ["cmrt export --format parquet", "writes exports/*.parquet"],
    ["cmrt export --format jsonl --period 2016 --out /tmp/campaign", "one period, another folder"],
  ])
    .addOption(
      new Option("--format <format>", "how to write them")
        .choices(Object.keys(EXPORT_FORMATS))
        .makeOptionMandatory(),
    )
    .option("--out <dir>", "folder of the tables (default: exports in the workspace)")
    .option("--period <year>", "calendar year to select responses for (default: every response)", parseYear)
    .option("--today <date>", "the day of the run (default: the clock)", parseDay)
    .option("--with-contacts", "put contact names, e-mails and phones into the tables")
    .action(async (options) => {
      const { exportTo } = await import("../commands/export.ts");
      done(await exportTo(options, io));
    });

  program
    .command("completion")
    .description("print a script that completes commands and options in a shell")
    .addArgument(new Argument("<shell>", "the shell to make it for").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      `
Examples:
  eval "$(cmrt completion bash)"                     for this session; put it into ~/.bashrc to keep it
  cmrt completion zsh > "\${fpath[1]}/_cmrt"          for zsh
  cmrt completion fish > ~/.config/fish/completions/cmrt.fish`,
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import("./completion.ts");
      io.out(completionScript(shell, program));
      done(EXIT.clean);
    });

  return program;
}

/** The option of commands that match with the lists of the workspace. */
const REFERENCE = [
  "--reference <name or file>",
  "reference list that counts, whatever its date (repeatable; default: see cmrt reference list)",
  collect,
  [],
] as const satisfies [string, string, typeof collect, string[]];

/** What the help says of an option: that a repeatable one holds no values at first needs no word. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(" (default: [])", "");
}

/** Adds one more value of an option that may be given several times. */
function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** A calendar year. */
function parseYear(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError("Expected a calendar year, such as 2024.");
  return Number(text);
}

/** A day as ISO date; its text comes back. */
function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Expected a day, such as 2025-05-31.");
  return text;
}

/** Adds one more value of an option whose absence means something. */
function collectSome(value: string, before?: string[]): string[] {
  return [...(before ?? []), value];
}

/** Metals by their names, separated by commas. */
function parseMetals(text: string): MineralId[] {
  const minerals = DEFAULT_FAMILY.minerals.map(({ id }) => id);
  return text.split(",").map((part) => {
    const metal = minerals.find((each) => each === part.trim().toLowerCase());
    if (metal === undefined) throw new InvalidArgumentError(`Expected some of ${minerals.join(", ")}.`);
    return metal;
  });
}

/** A whole number from 1 on. */
function parseCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}
