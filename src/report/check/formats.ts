// The output formats of `cmrt check` by name. A module is loaded when its format is requested.
import type { RuleText } from "../../model/rule-page.ts";
import type { SupplierRow } from "../pack/tables/suppliers.ts";
import type { CheckReport } from "./check-report.ts";

/** What renderers need besides the report. */
export interface CheckContext {
  /** The rule catalogue, for titles and explanations. */
  rules: readonly RuleText[];
  /** Version of cmrt. */
  version: string;
  /** Whether to use terminal colours. */
  color: boolean;
  /** Whether to show all findings, in formats that otherwise show the first ones of each rule. */
  all: boolean;
  /**
   * Returns the suppliers of a report on one template for the overview; absent if findings were requested, of some
   * suppliers or of all.
   */
  suppliers?: (report: CheckReport) => readonly SupplierRow[];
  /** Width of the terminal in columns; absent if the output is not a terminal. */
  width?: number;
  /** The options as they were typed, for repeating them in hints. */
  typed?: string;
}

/** Renders the report as text, or as UTF-8 in pieces if it may be long. Pure: the same report gives the same bytes. */
export type RenderCheck = (report: CheckReport, context: CheckContext) => string | Iterable<Uint8Array>;

export const CHECK_FORMATS = {
  console: async () => (await import("./console.ts")).renderCheckConsole,
  json: async () => (await import("./json.ts")).renderCheckJson,
  csv: async () => (await import("./csv.ts")).renderCheckCsv,
  markdown: async () => (await import("./markdown.ts")).renderCheckMarkdown,
  sarif: async () => (await import("./sarif.ts")).renderCheckSarif,
} as const satisfies Record<string, () => Promise<RenderCheck>>;
export type CheckFormat = keyof typeof CHECK_FORMATS;
