// How `cmrt check` can print its answer: each format by its name. A module is loaded when its format is asked for.
import type { RuleText } from "../../model/rule-page.ts";
import type { SupplierRow } from "../pack/tables/suppliers.ts";
import type { CheckReport } from "./check-report.ts";

/** What formats know besides the report. */
export interface CheckContext {
  /** The catalogue, for titles and explanations. */
  rules: readonly RuleText[];
  /** Version of cmrt. */
  version: string;
  /** Colours for a terminal. */
  color: boolean;
  /** Every finding, where a format would otherwise show the first ones of each rule. */
  all: boolean;
  /**
   * The suppliers of a report on one template for a first look; absent where every finding is wanted, of some suppliers or
   * of all.
   */
  suppliers?: (report: CheckReport) => readonly SupplierRow[];
  /** Columns of the terminal that the answer goes to; absent where it goes elsewhere. */
  width?: number;
  /** How the options that were given are typed again, for hints. */
  typed?: string;
}

/** The report as text, or as UTF-8 piece by piece where it may be long. Pure: the same report gives the same bytes. */
export type RenderCheck = (report: CheckReport, context: CheckContext) => string | Iterable<Uint8Array>;

export const CHECK_FORMATS = {
  console: async () => (await import("./console.ts")).renderCheckConsole,
  json: async () => (await import("./json.ts")).renderCheckJson,
  csv: async () => (await import("./csv.ts")).renderCheckCsv,
  markdown: async () => (await import("./markdown.ts")).renderCheckMarkdown,
  sarif: async () => (await import("./sarif.ts")).renderCheckSarif,
} as const satisfies Record<string, () => Promise<RenderCheck>>;
export type CheckFormat = keyof typeof CHECK_FORMATS;
