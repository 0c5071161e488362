// `cmrt rollup`: our own declaration from the responses of a period.
import { join, relative, resolve } from "node:path";
import { evaluate } from "../app/campaign/evaluate.ts";
import { evaluatePeriod } from "../app/campaign/evaluate-period.ts";
import { notAccessible } from "../app/reading/read-all.ts";
import { readResponse } from "../app/reading/read-response.ts";
import { fillWorkbooks } from "../app/rollup/fill-workbooks.ts";
import { openCampaign } from "../app/session.ts";
import type { PeriodResult } from "../campaign/compare.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { fold } from "../lib/text.ts";
import type { Finding } from "../model/finding.ts";
import type { OwnDeclaration } from "../model/own-declaration.ts";
import type { Settings } from "../model/settings.ts";
import type { Metal, Scope } from "../model/vocabulary.ts";
import { decodeText } from "../reference/read-table.ts";
import { declarationCsv, rollupLogCsv, rollupLogMarkdown } from "../report/console/rollup-log.ts";
import { covers, type ProductLine, parseProducts, productsOf } from "../rollup/products.ts";
import { rollUp } from "../rollup/roll-up.ts";
import { writeFolder } from "../store/write-file.ts";
import { findFiles } from "../workbook/sources/find-files.ts";
import type { CommonOptions } from "./options.ts";

export interface RollupOptions extends CommonOptions {
  period: number;
  /** Blank CMRT 6.x to fill. */
  template?: string;
  /** Folder to write to; by default rollup/<period> in the workspace. */
  out?: string;
  format?: "json" | "csv";
  includeQuestions?: boolean;
  excludeRemoved?: boolean;
  metals?: readonly Metal[];
  /** Only the responses of these suppliers. */
  supplier?: readonly string[];
  /** Table of the products declared; makes the scope that of products. */
  products?: string;
  /** Number of suppliers asked, where no roster tells it. */
  surveyed?: number;
  cutoff?: string;
  today?: string;
  strict?: boolean;
}

/**
 * Rolls the valid responses of a period up into one declaration of our own, writes it with its log, and checks what was
 * written by our own rules. Exit code 1 with --strict where that yields errors or warnings, else 0.
 */
export async function rollup(options: RollupOptions, io: Io): Promise<ExitCode> {
  const opened = await openCampaign([], options, io);
  const { workspace, settings } = opened;
  const today = options.today ?? io.today();
  const evaluated = evaluatePeriod(opened, {
    period: options.period,
    ...(options.cutoff === undefined ? {} : { cutoff: options.cutoff }),
    today,
  });
  const lines = options.products === undefined ? [] : await readProducts(options.products, io);
  const declaration = declare(evaluated, options, settings, lines, today);

  const template = options.template === undefined ? undefined : await readBytes(options.template, io);
  const workbooks = template ? await fillWorkbooks(template, options.template as string, declaration) : {};
  const files = {
    ...workbooks,
    ...(options.format === "csv"
      ? declarationCsv(declaration)
      : { "declaration.json": `${JSON.stringify(declaration, null, 2)}\n` }),
    "log.csv": rollupLogCsv(declaration),
    "log.md": rollupLogMarkdown(declaration),
  };
  const out =
    options.out === undefined
      ? join(workspace.root, "rollup", String(options.period))
      : resolve(io.cwd, options.out);
  await writeFolder(out, files);

  const findings = await checkWorkbooks(workbooks, settings, today);
  const shown = relative(io.cwd, out) || ".";
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, today, out: shown, files: Object.keys(files), declaration, findings }, null, 2)}\n`
      : summary(declaration, shown, Object.keys(files), findings, Object.keys(workbooks).length > 0),
  );
  const open = findings.some(({ severity, risk, accepted }) => severity !== "info" && !risk && !accepted);
  return options.strict && open ? EXIT.findings : EXIT.clean;
}

/** What counts, who is missing, and the declaration that follows. */
function declare(
  { evaluation, consolidation }: PeriodResult,
  options: RollupOptions,
  settings: Settings,
  lines: readonly ProductLine[],
  today: string,
): OwnDeclaration {
  const only = options.supplier?.map(fold);
  const wanted = (name: string) => only === undefined || only.includes(fold(name));
  const states = options.includeQuestions ? ["valid", "questions"] : ["valid"];
  const counted = evaluation.responses.filter(
    (one) => states.includes(one.state) && wanted(one.supplier.name) && covers(one, lines),
  );
  if (counted.length === 0) {
    const withQuestions = evaluation.responses.filter(({ state }) => state === "questions").length;
    const hint =
      withQuestions > 0 && !options.includeQuestions
        ? ` ${withQuestions} have open questions: --include-questions takes them in.`
        : "";
    throw new UsageError(`No response of ${options.period} counts.${hint}`);
  }
  const heard = new Set(counted.map(({ supplier }) => supplier.key));
  const named = new Set(lines.flatMap(({ supplier }) => (supplier === undefined ? [] : [fold(supplier)])));
  const suppliers = consolidation.suppliers.filter(
    ({ name, onRoster }) => onRoster !== false && wanted(name) && (named.size === 0 || named.has(fold(name))),
  );
  const asked = options.surveyed ?? (suppliers.some(({ onRoster }) => onRoster) ? suppliers.length : null);
  const company = settings.company;
  const scope: Scope =
    options.products !== undefined
      ? "product"
      : company?.scopeDescription !== undefined
        ? "userDefined"
        : "company";
  return rollUp({
    period: options.period,
    counted,
    missing: suppliers.filter(({ key }) => !heard.has(key)).map(({ name }) => name),
    survey: asked === null ? null : { asked, heard: suppliers.filter(({ key }) => heard.has(key)).length },
    company,
    scope,
    effectiveDate: today,
    products: productsOf(lines),
    ...(options.metals === undefined ? {} : { metals: options.metals }),
    excludeRemoved: options.excludeRemoved ?? false,
  });
}

async function readBytes(path: string, io: Io): Promise<Buffer> {
  const { files } = await findFiles([path], io.cwd);
  const [file] = files;
  if (files.length !== 1 || file === undefined) throw new UsageError(`${path} is no file.`);
  try {
    return await file.read();
  } catch (error) {
    throw new UsageError(`${path}: ${notAccessible(error).reason}`);
  }
}

async function readProducts(path: string, io: Io): Promise<ProductLine[]> {
  return parseProducts(decodeText(await readBytes(path, io)).text, path);
}

/** What our own rules find in the workbooks as written, read back from their bytes; each file stands for itself. */
async function checkWorkbooks(
  workbooks: Record<string, Buffer>,
  settings: Settings,
  today: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, bytes] of Object.entries(workbooks)) {
    const read = await readResponse(bytes, { path: name, container: null });
    if (!read.ok) throw new Error(`the workbook just written cannot be read: ${read.unreadable.reason}`);
    const ownLists = read.ownList ? [{ list: read.ownList, files: [name] }] : [];
    const evaluation = evaluate(
      { responses: [read.response], withdrawn: new Set(), unreadable: [], ownLists, copies: [] },
      { today, settings },
    );
    for (const finding of evaluation.findings) findings.push(finding);
  }
  return findings;
}

function summary(
  declaration: OwnDeclaration,
  out: string,
  files: readonly string[],
  findings: readonly Finding[],
  checked: boolean,
): string {
  const { suppliers, smelters, open } = declaration;
  const lines = [
    `Roll-up for ${declaration.period}: ${suppliers.counted.length} suppliers counted, ${suppliers.missing.length} without a usable response, ${smelters.length} smelter lines.`,
    ...open.map((item) => `  left open: ${item}`),
    ...(checked
      ? [`Checked as written: ${findings.length === 0 ? "no findings." : `${findings.length} findings.`}`]
      : []),
    ...findings.map(({ severity, at, message, rule }) => `  ${severity}  ${at ?? ""}  ${message} [${rule}]`),
    `Written to ${out}: ${files.join(", ")}`,
  ];
  return `${lines.map(printable).join("\n")}\n`;
}
