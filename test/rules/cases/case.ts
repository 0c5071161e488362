// One row of a rule's table: the situation, the run, and every finding it must give, as "cell severity".
import type { Example } from "../../../src/rules/support/example.ts";

export type Case = [situation: string, run: Omit<Example, "about">, finds: readonly string[]];
export type Cases = Readonly<Record<string, readonly Case[]>>;

const D = "Declaration!";
/** Findings on the declaration: `on("error", "D8", "D9")`. */
export function on(severity: "error" | "warning" | "info", ...cells: string[]): string[] {
  return cells.map((cell) => `${cell.includes("!") ? "" : D}${cell} ${severity}`);
}

/** Findings on the smelter list. */
export function inList(severity: "error" | "warning" | "info", ...cells: string[]): string[] {
  return on(severity, ...cells.map((cell) => `Smelter List!${cell}`));
}

export const NO_METALS = {
  tantalum: { used: "no" },
  tin: { used: "no" },
  gold: { used: "no" },
  tungsten: { used: "no" },
} as const;

export const PRODUCT_SCOPE = { scope: { value: "product", raw: "B. Product (or List of Products)" } };
