// `cmrt rollup`: makes our own declaration from the responses of a period.

import { join, relative, resolve } from "node:path";
import { readInWorker } from "../app/reading/in-worker.ts";
import { openReader } from "../app/reading/open-reader.ts";
import { readBytes } from "../app/reading/read-bytes.ts";
import { checkWorkbooks } from "../app/rollup/check-workbooks.ts";
import { declare } from "../app/rollup/declare.ts";
import { type FillTask, fillWorkbooks } from "../app/rollup/fill-workbooks.ts";
import { openSession, type Session } from "../app/session.ts";
import { familyNamed } from "../forms/families.ts";
import { countOf } from "../lib/count-of.ts";
import { decodeText } from "../lib/decode-text.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import type { Finding } from "../model/finding.ts";
import type { NotCounted, OwnDeclaration } from "../model/own-declaration.ts";
import type { Language, MineralId } from "../model/vocabulary.ts";
import { ROLLUP_FOLDER } from "../model/workspace-files.ts";
import {
  affirmedBy,
  decidedBy,
  declarationCsv,
  rollupLogCsv,
  rollupLogMarkdown,
  whyNotCounted,
} from "../report/console/rollup-log.ts";
import { createWithholding } from "../report/render/withhold.ts";
import { type ProductLine, parseProducts } from "../rollup/products.ts";
import { writeFolder } from "../store/write-file.ts";
import { type CommonOptions, ownFolder } from "./options.ts";

export interface RollupOptions extends CommonOptions {
  /** Abbreviation of the template family to roll up. */
  family?: string;
  period: number;
  /** Blank template to fill in. */
  template?: string;
  /** Language to set the template to; by default it keeps its own. */
  language?: Language;
  /** Folder to write to; by default rollup/<period> in the workspace. */
  out?: string;
  format?: "json" | "csv";
  includeQuestions?: boolean;
  excludeRemoved?: boolean;
  metals?: readonly MineralId[];
  /** Use only the responses of these suppliers. */
  supplier?: readonly string[];
  /** Table of the declared products; makes the declaration's scope product-level. */
  products?: string;
  /** Number of suppliers asked, for campaigns without a roster. */
  surveyed?: number;
  cutoff?: string;
  today?: string;
  strict?: boolean;
}

/** Fills in a template in a worker, which can be stopped. */
function fill(
  bytes: Buffer,
  { template: file = "", language }: RollupOptions,
  declaration: OwnDeclaration,
  { settings, family }: Session,
) {
  return readInWorker<FillTask, Record<string, Buffer>>(
    "fill",
    { bytes, file, declaration, family: family.id, ...defined({ language }) },
    settings.limits,
    (task) => fillWorkbooks(bytes, task.file, task.declaration, familyNamed(task.family), task.language),
  );
}

/**
 * Combines the valid responses of a period into our own declaration, writes it with its log, and checks the result with
 * our own rules. Exit code 1 with --strict if that yields errors or warnings, otherwise 0.
 */
export async function rollup(options: RollupOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { workspace, today } = session;
  const evaluated = session.evaluatePeriod(options.period, { cutoff: options.cutoff });
  const products = options.products === undefined ? undefined : await readProducts(options.products, io);
  const rolledUp = declare(evaluated, session, { ...options, products });
  // Customers must not see contacts of suppliers' staff, wherever they were typed. Contacts and products in the
  // declaration are our own.
  const { company, products: ownProducts } = rolledUp;
  const declaration: OwnDeclaration = {
    ...createWithholding(evaluated.evaluation).deep(rolledUp),
    company,
    products: ownProducts,
  };

  const template = options.template === undefined ? undefined : await readBytes(options.template, io.cwd);
  const workbooks = template ? await fill(template, options, declaration, session) : {};
  const files = {
    ...workbooks,
    ...(options.format === "csv"
      ? declarationCsv(declaration)
      : { "declaration.json": `${JSON.stringify(declaration, null, 2)}\n` }),
    "log.csv": rollupLogCsv(declaration),
    "log.md": rollupLogMarkdown(declaration, session.family),
  };
  const out =
    options.out === undefined
      ? join(workspace.root, ROLLUP_FOLDER, ...ownFolder(session.family), String(options.period))
      : resolve(io.cwd, options.out);
  await writeFolder(out, files);

  const reader = openReader({ limits: session.settings.limits }, { workers: 1 });
  const findings = await checkWorkbooks(workbooks, session, reader).finally(() => reader.close());
  const shown = relative(io.cwd, out) || ".";
  io.out(
    options.json
      ? `${JSON.stringify({ schema: 1, today, out: shown, files: Object.keys(files), declaration, findings }, null, 2)}\n`
      : summary(declaration, shown, Object.keys(files), findings, Object.keys(workbooks).length > 0),
  );
  const foreign = findings.some(({ rule }) => rule === "language-not-english");
  if (foreign && options.language === undefined && !options.quiet)
    io.err(
      `The declaration is in the language of ${options.template}, which is not English; --language en sets it to English.\n`,
    );
  const open = findings.some(({ severity, risk, accepted }) => severity !== "info" && !risk && !accepted);
  return options.strict && open ? EXIT.findings : EXIT.clean;
}

async function readProducts(path: string, io: Io): Promise<ProductLine[]> {
  return parseProducts(decodeText(await readBytes(path, io.cwd)).text, path);
}

/** What a response affirms that does not count, and that our declaration affirms because of it; log.md has all of it. */
function heard(one: NotCounted, declaration: OwnDeclaration): string {
  const affirmed = affirmedBy({ ...one, affirms: decidedBy(one, declaration) });
  return affirmed.length === 0 ? "" : `; its Yes is declared all the same on ${affirmed.join(", ")}`;
}

function summary(
  declaration: OwnDeclaration,
  out: string,
  files: readonly string[],
  findings: readonly Finding[],
  checked: boolean,
): string {
  const { suppliers, smelters, open, notCounted, leftOut, mines, minesLeftOut = [] } = declaration;
  const lines = [
    `Roll-up for ${declaration.period}: ${countOf(suppliers.counted.length, "supplier")} counted, ${suppliers.missing.length} without a response that counts, ${countOf(smelters.length, "smelter line")}${mines === undefined ? "" : `, ${countOf(mines.length, "mine")}`}.`,
    ...notCounted.map(
      (one) =>
        `  does not count: ${one.supplier} (${one.file}): ${whyNotCounted(one)}${heard(one, declaration)}`,
    ),
    ...(leftOut.length > 0
      ? [`  left out: ${countOf(leftOut.length, "reported smelter")}; log.md says which and why`]
      : []),
    ...(minesLeftOut.length > 0
      ? [`  left out: ${countOf(minesLeftOut.length, "reported mine")}; log.md says which and why`]
      : []),
    ...open.map((item) => `  not answered: ${item}`),
    ...(checked
      ? [
          `Check of the workbook: ${findings.length === 0 ? "no findings." : `${countOf(findings.length, "finding")}.`}`,
        ]
      : []),
    ...findings.map(({ severity, at, message, rule }) => `  ${severity}  ${at ?? ""}  ${message} [${rule}]`),
    `Written to ${out}: ${files.join(", ")}`,
  ];
  return `${lines.map(printable).join("\n")}\n`;
}
