// The command line: names, flags and help. Each action loads its command when called, to keep start-up fast.

import { Argument, Command, Help, InvalidArgumentError, Option } from "commander";
import { DEFAULT_FAMILY, FAMILIES, FILLABLE, findFamily } from "../forms/families.ts";
import { isDay } from "../lib/dates.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { DAY_ORDERS } from "../lib/read-days.ts";
import { version } from "../lib/version.ts";
import { LIST_KINDS } from "../model/reference.ts";
import { LETTER_LANGUAGES, type MineralId } from "../model/vocabulary.ts";
import { REQUESTS_FILE, ROSTER_FILE, SETTINGS_FILE, STORE_FOLDER } from "../model/workspace-files.ts";
import { CHECK_FORMATS } from "../report/check/formats.ts";
import { EXPORT_FORMATS } from "../report/export/formats.ts";
import type { Shard } from "../store/shard-record.ts";
import type { Shell } from "./completion.ts";
import { tellWorkspace } from "./tell-workspace.ts";

/** Declares all commands. `done` receives the exit code of the command that ran. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("cmrt")
    .description("Reads Conflict Minerals Reporting Templates, checks them, and writes RCOI reports.")
    .version(version())
    .exitOverride()
    .configureHelp({ optionDescription })
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(text.replace(/^error: /, "cmrt: ")),
    })
    .addHelpText(
      "after",
      `
A campaign in three commands:
  cmrt ingest responses          read every workbook in the folder
  cmrt check                     what is missing, contradictory or doubtful, by supplier
  cmrt report --period 2024      write the RCOI report to reports/2024

Exit codes:
  0  success, no findings at or above the fail level
  1  success, with findings at or above the fail level
  2  wrong usage or settings, or no workspace
  3  some workbooks could not be read
 70  internal error in cmrt`,
    );

  program.hook("preAction", (_, action) => tellWorkspace(action, io));

  /** Creates a command with the shared options and with examples, each a line and its explanation. */
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
        `folder of the campaign (default: nearest parent folder with ${STORE_FOLDER}/, else this one)`,
      )
      .option("--json", "print JSON")
      .option("--quiet", "print no notices or progress")
      .option("--no-color", "disable colours")
      .addHelpText("after", lines.length === 0 ? "" : `\nExamples:\n${lines.join("\n")}`);
  };

  command("init", "begin a campaign: write its settings and its roster", [
    ["cmrt init", "asks for the issuer, the period and your list of suppliers"],
    ["cmrt init --issuer Larkmoor --period 2025 --roster vendors.xlsx", "the same without questions"],
  ])
    .option("--issuer <name>", "who runs the campaign")
    .option("--period <year>", "calendar year of the inquiry", parseYear)
    .option("--products <text>", "what the issuer makes, as words that follow “manufactures”")
    .option("--company <name>", "our company as our own declarations name it")
    .option("--roster <file>", "your list of suppliers, .xlsx or CSV; it is copied")
    .addOption(
      new Option("--dates <order>", "how its dates such as 05/06/2025 are written").choices(DAY_ORDERS),
    )
    .action(async (options) => {
      const { init } = await import("../commands/init.ts");
      done(await init(options, io));
    });

  command("demo <dir>", "put a made campaign into a new folder, to try the commands on", [
    ["cmrt demo try-cmrt", "responses of seven suppliers, a roster and settings; says what to type next"],
  ]).action(async (folder: string, options) => {
    const { demo } = await import("../commands/demo.ts");
    done(await demo(folder, options, io));
  });

  command("ingest [path...]", "read workbooks from files and folders into the workspace", [
    ["cmrt ingest responses", "read a folder; later runs read only what changed"],
    ["cmrt ingest", "read the folders of earlier runs again"],
    ["cmrt ingest --password s3cret inbox/acme.xlsx", "open a protected workbook"],
    ["cmrt ingest --force responses", "read everything again"],
  ])
    .option(
      "--password <text>",
      "try this password on protected workbooks and zips (repeatable)",
      collect,
      [],
    )
    .option("--force", "read files again even if they are unchanged")
    .option(...VERBOSE)
    .option("--workers <n>", "number of reading processes (default: one per core)", parseCount)
    .option(
      "--shard <i/n>",
      "read only this share of the files, into a store of its own; see merge",
      parseShard,
    )
    .option("--store <dir>", "folder of the share's store (default: in the workspace)")
    .action(async (paths: string[], options) => {
      const { ingest } = await import("../commands/ingest.ts");
      done(await ingest(paths, options, io));
    });

  command("merge [store...]", "join the shares that several machines ingested into the workspace's store", [
    ["cmrt ingest responses --shard 3/8", "on the third of eight machines: read its share"],
    ["cmrt merge", "then, once: join the shares in the workspace"],
    ["cmrt merge /mnt/nodes/*", "join shares from elsewhere"],
  ])
    .option(...VERBOSE)
    .action(async (stores: string[], options) => {
      const { merge } = await import("../commands/merge.ts");
      done(await merge(stores, options, io));
    });

  command("check [path...]", "check the responses of the workspace, or of files and folders directly", [
    ["cmrt check", "a line per supplier, those to act on first"],
    ["cmrt check --supplier Acme", "what was found in its responses"],
    ["cmrt check my-cmrt.xlsx --strict", "one workbook before it is sent; fail on warnings too"],
    ["cmrt check --period 2024 --format csv --output findings.csv", "the findings of a period as a table"],
    ["cmrt check --rule smelter-metal-out-of-scope --all", "one rule, every finding"],
  ])
    .option("--strict", "treat warnings like errors in the exit code")
    .option("--period <year>", "only responses that count for this calendar year", parseYear)
    .option("--supplier <name>", "only suppliers whose name contains this")
    .option(...ONE_FAMILY)
    .option("--rule <id>", "only this rule (repeatable)", collect, [])
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .addOption(
      new Option("--format <format>", "output format of the findings").choices(Object.keys(CHECK_FORMATS)),
    )
    .option(...REFERENCE)
    .option("--output <file>", "write the findings to this file")
    .option("--all", "print every finding of every supplier")
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

  command("status", "show the campaign in one screen, and what changed since the last run", [
    ["cmrt status", "the newest period: suppliers, outcomes, smelters, what needs a person, lists"],
    ["cmrt status --period 2024 --json", "the same for programs"],
  ])
    .option("--period <year>", "calendar year of the inquiry (default: the newest)", parseYear)
    .option(...FAMILY)
    .option(...REFERENCE)
    .option("--cutoff <date>", "cut-off date for responses", parseDay)
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (options) => {
      const { status } = await import("../commands/status.ts");
      done(await status(options, io));
    });

  command("letters", "write a correction letter for each supplier with open findings", [
    ["cmrt letters --period 2024", "writes to letters/2024, in the language of each response"],
    [
      "cmrt letters --period 2024 --language en --answer-by 2025-03-31",
      "all in English, with your own reply date",
    ],
    ["cmrt letters --period 2024 --eml", "and drafts of mails with the marked workbooks attached"],
    ["cmrt letters --period 2024 --annotate", "with a marked copy of each supplier's workbook"],
    ["cmrt letters --period 2024 --reminders", "reminders to those who owe an answer"],
  ])
    .requiredOption("--period <year>", "calendar year of the inquiry", parseYear)
    .addOption(
      new Option("--language <language>", "language of all letters (default: that of the response)").choices(
        LETTER_LANGUAGES,
      ),
    )
    .option(...ONE_FAMILY)
    .option("--annotate", "also write a copy of the supplier's workbook with the cells to correct marked")
    .option(
      "--eml",
      "each letter as the draft of a mail too: to the roster's address, the marked workbook attached",
    )
    .option("--reminders", "reminders to suppliers who owe an answer, to letters/<period>/reminders")
    .option("--no-log", `do not enter the letters in ${REQUESTS_FILE}`)
    .option(...FORCE)
    .option("--out <dir>", "folder for the letters (default: letters/<period>)")
    .option("--answer-by <date>", "reply-by date (default: three weeks from today)", parseDay)
    .option("--password <text>", "try this password on protected workbooks (repeatable)", collect, [])
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (options) => {
      const { letters } = await import("../commands/letters.ts");
      done(await letters(options, io));
    });

  command("rules [id]", "list the rules, or explain one with examples", [
    ["cmrt rules", "every rule in one line"],
    ["cmrt rules smelter-metal-out-of-scope", "what it finds, why it matters, what to ask, two examples"],
    ["cmrt rules --json", "the catalogue for programs"],
  ]).action(async (id: string | undefined, options) => {
    const { rules } = await import("../commands/rules.ts");
    done(rules(id, options, io));
  });

  command(
    "show <file>",
    "print one response as it was read: of a workbook, or from the store by its id or supplier",
    [
      ["cmrt show responses/acme.xlsx", "company information, answers, smelters, products, notes"],
      ["cmrt show responses/acme.xlsx --json", "the same for programs"],
      ["cmrt show 5e91a234", "a stored response, by the first characters of its id"],
      ["cmrt show Acme", "the newest response of the supplier whose name contains this"],
    ],
  )
    .option("--password <text>", "try this password on a protected workbook or zip (repeatable)", collect, [])
    .action(async (file: string, options) => {
      const { show } = await import("../commands/show.ts");
      done(await show(file, options, io));
    });

  command("report", "write the report pack of a period: report.md and its tables", [
    ["cmrt report --period 2016", "writes reports/2016/"],
    ["cmrt report --period 2016 --cutoff 2017-03-31 --out /tmp/rcoi", "with another cut-off date and folder"],
    ["cmrt report --verify reports/2016", "check whether the pack is up to date"],
    ["cmrt report --period 2025 --family emrt", "the due diligence pack of the EMRTs, to reports/emrt/2025"],
  ])
    .option("--period <year>", "calendar year of the inquiry", parseYear)
    .option(...FAMILY)
    .option("--out <dir>", "folder of the pack (default: reports/<year> in the workspace)")
    .option(
      "--cutoff <date>",
      `cut-off date for responses (default: 31 May of the next year, or ${SETTINGS_FILE})`,
      parseDay,
    )
    .option("--today <date>", "day of the run, printed in the output (default: today)", parseDay)
    .option(...REFERENCE)
    .option("--with-contacts", "include contact names, e-mail addresses and phone numbers")
    .option(...FORCE)
    .option("--verify <dir>", "compare this pack with a new run, and write nothing")
    .action(async (options) => {
      if (options.verify !== undefined) {
        const { verifyReport } = await import("../app/report/verify-report.ts");
        done(await verifyReport(options.verify, options, io));
        return;
      }
      if (options.period === undefined)
        throw new UsageError("required option '--period <year>' not specified");
      const { report } = await import("../commands/report.ts");
      done(await report(options, io));
    });

  command("archive", "write the evidence of a period as one zip: its report, and all that it was made from", [
    ["cmrt archive --period 2024", "the pack in reports/2024, to exports/archive-2024.zip"],
    ["cmrt archive --period 2024 --with-originals", "with the suppliers' workbooks"],
    [
      "cmrt archive --period 2025 --family emrt",
      "the pack in reports/emrt/2025, to exports/archive-emrt-2025.zip",
    ],
    ["cmrt archive --verify archive-2024.zip", "years later, anywhere: the same bytes, or what differs"],
  ])
    .option("--period <year>", "calendar year of the inquiry", parseYear)
    .option(...FAMILY)
    .option("--pack <dir>", "folder of the report pack (default: reports/<year> in the workspace)")
    .option("--out <file>", "zip to write (default: exports/archive-<year>.zip in the workspace)")
    .option("--with-originals", "put the suppliers' files in too, not only their hashes")
    .option(
      "--without-contacts",
      "leave out what holds contact data: the report can then not be made from it again",
    )
    .option(...REFERENCE)
    .option("--password <text>", "try this password on protected zips (repeatable)", collect, [])
    .option("--verify <zip>", "check this archive, and write nothing")
    .action(async (options) => {
      const { archive, verify } = await import("../commands/archive.ts");
      if (options.verify !== undefined) {
        done(await verify(options.verify, options, io));
        return;
      }
      if (options.period === undefined)
        throw new UsageError("required option '--period <year>' not specified");
      done(await archive(options, io));
    });

  command(
    "explain [figure...]",
    "show what is behind a figure of the report: rows, cells, rules, lists, decisions",
    [
      ["cmrt explain", "every figure of the report with its ID"],
      [
        "cmrt explain smelters.named-by-suppliers",
        "a row of figures, or one of them, by its ID in report.md",
      ],
      ["cmrt explain smelters.csv status_class=unmatched", "a file of the pack and a filter"],
      [
        'cmrt explain "declarations.csv where in_scope=yes, sum smelter_rows"',
        "a source as the report has it",
      ],
    ],
  )
    .option("--period <year>", "calendar year of the inquiry (default: the newest)", parseYear)
    .option(...FAMILY)
    .option(...REFERENCE)
    .option("--cutoff <date>", "cut-off date for responses", parseDay)
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .option("--all", "print every row, not only the first 20 at each place")
    .action(async (words: string[], options) => {
      const { explain } = await import("../commands/explain.ts");
      done(await explain(words, options, io));
    });

  command("rollup", "create our own declaration from the valid responses of a period", [
    ["cmrt rollup --period 2024", "writes rollup/2024/: the declaration as JSON, with a log of its sources"],
    ["cmrt rollup --period 2024 --template RMI_CMRT_6.5.xlsx", "also fills in a blank template"],
    [
      "cmrt rollup --period 2024 --products parts.csv --supplier Acme",
      "for some products, from some suppliers",
    ],
  ])
    .requiredOption("--period <year>", "calendar year of the responses", parseYear)
    .option(...FAMILY)
    .option("--template <file>", `blank ${FILLABLE} to fill in`)
    .addOption(
      new Option("--language <language>", "language to set the template to (default: its own)").choices(
        LETTER_LANGUAGES,
      ),
    )
    .option("--out <dir>", "folder to write to (default: rollup/<year> in the workspace)")
    .addOption(
      new Option("--format <format>", "format of the declaration written beside the workbook").choices([
        "json",
        "csv",
      ]),
    )
    .option("--include-questions", "also use responses with warnings")
    .option("--exclude-removed", "leave out smelters removed from the reference list")
    .option("--metals <list>", "only these metals, separated by commas", parseMetals)
    .option("--supplier <name>", "only this supplier's responses (repeatable)", collectSome)
    .option("--products <file>", "CSV of the declared products: number, name, supplier, supplier part")
    .option("--surveyed <n>", "number of suppliers surveyed, without a roster", parseCount)
    .option(
      "--cutoff <date>",
      `cut-off date for responses (default: 31 May of the next year, or ${SETTINGS_FILE})`,
      parseDay,
    )
    .option("--today <date>", "effective date of the declaration (default: today)", parseDay)
    .option("--strict", "exit with code 1 if the workbook written has findings")
    .action(async (options) => {
      const { rollup } = await import("../commands/rollup.ts");
      done(await rollup(options, io));
    });

  command("upgrade", "carry an older response into the current blank template", [
    [
      "cmrt upgrade acme.xlsx --template RMI_CMRT_6.5.xlsx",
      "writes the filled template and marks what must be asked again",
    ],
    [
      "cmrt upgrade 3f2a9c --template RMI_CMRT_6.5.xlsx --language de",
      "a stored response, with notes in German",
    ],
  ])
    .argument("<response>", "a file, or the beginning of the id of a stored response")
    .requiredOption("--template <file>", `blank ${FILLABLE} to fill in`)
    .option("--out <file>", "workbook to write (default: named after template and company)")
    .addOption(
      new Option("--language <language>", "language of the notes (default: that of the response)").choices(
        LETTER_LANGUAGES,
      ),
    )
    .option("--force", "replace the workbook if it exists")
    .option("--password <text>", "try this password on protected workbooks (repeatable)", collect, [])
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (response, options) => {
      const { upgrade } = await import("../commands/upgrade.ts");
      done(await upgrade(response, options, io));
    });

  const reference = program
    .command("reference")
    .description("manage reference lists: import, list, show, compare")
    .addHelpText(
      "after",
      "\nExamples:\n  cmrt reference import CMRT_6.31.xlsx  import its look-up sheet, as of its release date\n  cmrt reference list                   list available reference lists and show the one in effect",
    );
  command(
    "import <file>",
    "import a reference list: the look-up sheet of a CMRT or EMRT, or a CSV or XLSX table",
    [
      ["cmrt reference import CMRT_6.31.xlsx", "its look-up sheet, as of the template's release date"],
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
    .option("--as-of <date>", "date of the list (default: the template's release date)", parseDay)
    .addOption(
      new Option("--kind <kind>", "kind of list (default: detected from its columns)").choices(LIST_KINDS),
    )
    .option("--status <words>", "status of all rows, for a list without a status column")
    .option(
      "--column <header=meaning>",
      "what a column means whose header is not understood, or ignore (repeatable)",
      collect,
      [],
    )
    .option("--sheet <name>", "sheet of a workbook (default: the first that has a list)")
    .option("--password <text>", "try this password on a protected workbook (repeatable)", collect, [])
    .option("--force", "replace a list of the same name and date")
    .action(async (file: string, options) => {
      const { referenceImport } = await import("../commands/reference.ts");
      done(await referenceImport(file, options, io));
    });
  command(
    "list",
    "list available reference lists and show the one in effect",
    [["cmrt reference list --json", "the same for programs, with the source of each"]],
    reference,
  ).action(async (options) => {
    const { referenceList } = await import("../commands/reference.ts");
    done(referenceList(options, io));
  });
  command(
    "show <name>",
    "show one list: source, facilities by metal and status; every entry with --json",
    [['cmrt reference show "CMRT 6.5"', "one of several dates: name@2025-04-25"]],
    reference,
  ).action(async (name: string, options) => {
    const { referenceShow } = await import("../commands/reference.ts");
    done(referenceShow(name, options, io));
  });
  command(
    "compare <before> <after>",
    "compare two lists: facilities added, removed, renamed, or with another status",
    [['cmrt reference compare "CMRT 6.31" CMRT_6.5.xlsx', "lists by name, or files"]],
    reference,
  ).action(async (before: string, after: string, options) => {
    const { referenceCompare } = await import("../commands/reference.ts");
    done(await referenceCompare(before, after, options, io));
  });

  command("match <names.csv>", "match smelter names from any source to a reference list", [
    [
      "cmrt match names.csv --reference CMRT_6.5.xlsx",
      "columns metal, name, country, id; cells may be empty",
    ],
    ["cmrt match names.csv --format json", "against the newest list of the workspace"],
  ])
    .option("--reference <name or file>", "list of the workspace, or a file (default: the newest list)")
    .addOption(new Option("--format <format>", "output format").choices(["csv", "json"]))
    .action(async (file: string, options) => {
      const { match } = await import("../commands/match.ts");
      done(await match(file, options, io));
    });

  command("smelters", "review unmatched smelters and record decisions", [
    ["cmrt smelters", "list them with candidates, most-reported first"],
    ["cmrt smelters --interactive", "decide one by one: 1-3 candidate, n not a smelter, s skip, q quit"],
    ["cmrt smelters --accept 1a2b3c4d=CID000401 --reject 5e6f7a8b", "decide in a script; keys as listed"],
    ["cmrt smelters --due 90", "list smelters whose next assessment is due within 90 days"],
  ])
    .option("--period <year>", "only responses that count for this calendar year", parseYear)
    .option(...FAMILY)
    .option(...REFERENCE)
    .option("--all", "print every smelter, not only the first 20")
    .option("--interactive", "decide on each smelter in turn")
    .option(
      "--accept <key=id>",
      "the smelter is this facility, given by ID or candidate number (repeatable)",
      collect,
      [],
    )
    .option("--reject <key>", "it is not a smelter (repeatable)", collect, [])
    .option("--due <days>", "list smelters due for assessment within so many days, or overdue", parseDays)
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .option("--reason <text>", "reason to record with the decisions")
    .option("--by <name>", "name of the person who decides (default: the login name)")
    .action(async (options) => {
      const { smelters } = await import("../commands/smelters.ts");
      done(await smelters(options, io));
    });

  command("review", "decide in a local page: smelters, findings, identities, files, outcomes", [
    ["cmrt review", "opens the page in the browser, and prints its address"],
    ["cmrt review --period 2024 --no-open --port 8123", "only serves it, on this port of this machine"],
    ["cmrt review --family emrt", "only what the EMRTs leave to decide"],
  ])
    .option("--period <year>", "calendar year of the inquiry (default: the newest)", parseYear)
    .option(...ONE_FAMILY)
    .option("--port <n>", "port to listen on (default: any free one)", parsePort)
    .option("--no-open", "do not open a browser")
    .option("--by <name>", "name of the person who decides (default: the login name)")
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (options) => {
      const { review } = await import("../commands/review.ts");
      done(await review(options, io));
    });

  command("smelter", "print everything known of one smelter: names, suppliers, statuses by date, origins", [
    ["cmrt smelter CID000401", "by its ID"],
    ['cmrt smelter "Dowa" --period 2024', "by any of its names, over the responses of a period"],
  ])
    .argument("<id or name>", "ID or name of the smelter")
    .option("--period <year>", "only responses that count for this calendar year", parseYear)
    .option(...FAMILY)
    .option(...REFERENCE)
    .option("--all", "print every row, not only the first 20 of each block")
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (asked: string, options) => {
      const { smelter } = await import("../commands/smelter.ts");
      done(await smelter(asked, options, io));
    });

  command("doctor", "check the workspace and suggest fixes", [
    ["cmrt doctor", "check store, settings and files; nothing is changed"],
  ]).action(async (options) => {
    const { doctor } = await import("../commands/doctor.ts");
    done(await doctor(options, io));
  });

  command(
    "suppliers",
    `compare the roster (${ROSTER_FILE}) with the responses: who answered, who is missing`,
    [
      ["cmrt suppliers --period 2016", "suppliers to act on first"],
      ["cmrt suppliers --period 2016 --format csv > reminders.csv", "for a spreadsheet or a mail merge"],
    ],
  )
    .option(...ONE_FAMILY)
    .option("--period <year>", "calendar year of the inquiry (default: every response)", parseYear)
    .option("--cutoff <date>", "cut-off date for responses", parseDay)
    .option("--today <date>", "day of the run, printed in the output (default: today)", parseDay)
    .addOption(new Option("--format <format>", "output format").choices(["console", "csv", "json"]))
    .action(async (options) => {
      const { suppliers } = await import("../commands/suppliers.ts");
      done(await suppliers(options, io));
    });

  command("compare", "show what changed between two periods", [
    ["cmrt compare 2015 2016", "figures, weaker answers, smelters, findings"],
    ["cmrt compare 2015 2016 --format csv", "one line per change"],
  ])
    .argument("<earlier>", "calendar year of the earlier period", parseYear)
    .argument("<later>", "calendar year of the later period", parseYear)
    .option(...FAMILY)
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .addOption(new Option("--format <format>", "output format").choices(["console", "csv", "json"]))
    .action(async (earlier: number, later: number, options) => {
      const { compare } = await import("../commands/compare.ts");
      done(await compare(earlier, later, options, io));
    });

  command(
    "diff [response...]",
    "show what changed between two responses of a supplier, and which requests were met",
    [
      ["cmrt diff acme-old.xlsx acme-new.xlsx", "two files, the earlier one first"],
      [
        "cmrt diff 5e91a234 acme-new.xlsx",
        "a stored response, by the first characters of its id, and a file",
      ],
      ["cmrt diff --supplier Acme", "the last two responses of a supplier"],
    ],
  )
    .option("--supplier <name>", "compare the last two responses of the supplier whose name contains this")
    .option(
      FAMILY[0],
      `look at responses of this template: ${FAMILY_NAMES} (default: that of the responses named, of a supplier all)`,
      parseFamily,
    )
    .option("--period <year>", "calendar year to evaluate both for (default: the year of each)", parseYear)
    .option(...REFERENCE)
    .addOption(new Option("--format <format>", "output format").choices(["console", "markdown", "json"]))
    .option("--all", "print every change, not only 40 of a kind")
    .option(
      "--password <text>",
      "try this password on protected workbooks and zips (repeatable)",
      collect,
      [],
    )
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .action(async (responses: string[], options) => {
      const { diff } = await import("../commands/diff.ts");
      done(await diff(responses, options, io));
    });

  command("export", "write responses, answers, rows, matches and findings as flat tables", [
    ["cmrt export --format parquet", "writes exports/*.parquet"],
    ["cmrt export --format jsonl --period 2016 --out /tmp/campaign", "one period, to another folder"],
  ])
    .addOption(
      new Option("--format <format>", "output format")
        .choices(Object.keys(EXPORT_FORMATS))
        .makeOptionMandatory(),
    )
    .option(...ONE_FAMILY)
    .option("--out <dir>", "folder of the tables (default: exports in the workspace)")
    .option(
      "--partition <n>",
      "each table in parts by period and by n shares, as ingest --shard divides them",
      parseCount,
    )
    .option("--period <year>", "calendar year to select responses for (default: every response)", parseYear)
    .option("--today <date>", "day of the run (default: today)", parseDay)
    .option("--with-contacts", "include contact names, e-mail addresses and phone numbers")
    .action(async (options) => {
      const { exportTo } = await import("../commands/export.ts");
      done(await exportTo(options, io));
    });

  program
    .command("completion")
    .description("print a shell completion script")
    .addArgument(new Argument("<shell>", "shell to complete in").choices(["bash", "zsh", "fish"]))
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

/** The option of commands that match against the workspace's lists. */
const REFERENCE = [
  "--reference <name or file>",
  "use this reference list, whatever its date (repeatable; default: see cmrt reference list)",
  collect,
  [],
] as const satisfies [string, string, typeof collect, string[]];

/** The families' abbreviations as typed. */
const FAMILY_NAMES = FAMILIES.map(({ id }) => id.toLowerCase()).join(", ");

/** The option of commands for a single template family. */
const FAMILY = [
  "--family <name>",
  `look at responses of this template: ${FAMILY_NAMES} (default: ${DEFAULT_FAMILY.id.toLowerCase()})`,
  parseFamily,
] as const satisfies [string, string, typeof parseFamily];

/** The same option for commands that cover every template of the campaign by default. */
const ONE_FAMILY = [
  FAMILY[0],
  `only this template: ${FAMILY_NAMES} (default: every one of the campaign)`,
  parseFamily,
] as const satisfies [string, string, typeof parseFamily];

/** The option of commands that read many responses. */
const VERBOSE = [
  "--verbose",
  "a line for every response read, not only where there is something to say",
] as const;

/** The option of commands that refuse a period without responses. */
const FORCE = ["--force", "go on even if no response belongs to the period"] as const;

/** The help text of an option. The default of a repeatable one, an empty list, is not mentioned. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(" (default: [])", "");
}

/** Adds a value to an option that may be repeated. */
function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Parses a calendar year. */
function parseYear(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError("Expected a calendar year, such as 2024.");
  return Number(text);
}

/** Parses the abbreviation of a template family, ignoring case. */
function parseFamily(text: string): string {
  const id = text.toUpperCase();
  if (findFamily(id) === undefined) {
    throw new InvalidArgumentError(
      `Expected one of ${FAMILIES.map((one) => one.id.toLowerCase()).join(", ")}.`,
    );
  }
  return id;
}

/** Validates an ISO day and returns it unchanged. */
function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Expected a day, such as 2025-05-31.");
  return text;
}

/** Adds a value to a repeatable option that is undefined if not given. */
function collectSome(value: string, before?: string[]): string[] {
  return [...(before ?? []), value];
}

/** Parses names of metals, separated by commas. */
function parseMetals(text: string): MineralId[] {
  const minerals = [...new Set(FAMILIES.flatMap((family) => family.minerals.map(({ id }) => id)))];
  return text.split(",").map((part) => {
    const metal = minerals.find((each) => each === part.trim().toLowerCase());
    if (metal === undefined) throw new InvalidArgumentError(`Expected some of ${minerals.join(", ")}.`);
    return metal;
  });
}

/** Parses a number of days, up to a hundred years. */
function parseDays(text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(days <= 36_525)) throw new InvalidArgumentError("Expected a number of days.");
  return days;
}

/** Parses a port that needs no privileges. */
function parsePort(text: string): number {
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  if (port < 1024 || port > 65_535) throw new InvalidArgumentError("Expected a port from 1024 to 65535.");
  return port;
}

/** Parses a shard such as 1/4. */
function parseShard(text: string): Shard {
  const [, index, of] = (/^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  throw new InvalidArgumentError("Expected a share such as 3/8, the third of eight.");
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}
