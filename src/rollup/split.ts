// Splits a smelter list over several files if it is longer than the template.
import type { OwnDeclaration, OwnSmelter } from "../model/own-declaration.ts";

/**
 * The smelters of each file: one list if they fit, otherwise as many as needed, of about equal length, in order. Each
 * file is complete: a metal whose smelters are all in other files gets its first one repeated.
 */
export function splitSmelters(
  { smelters, metals }: Pick<OwnDeclaration, "smelters" | "metals">,
  capacity: number,
): OwnSmelter[][] {
  if (smelters.length <= capacity) return [[...smelters]];
  // Leaves room for repeated ones: a file has at least one metal of its own.
  const files = Math.ceil(smelters.length / (capacity - (metals.length - 1)));
  const size = Math.ceil(smelters.length / files);
  return Array.from({ length: files }, (_, index) => {
    const own = smelters.slice(index * size, (index + 1) * size);
    const repeated = metals
      .filter((metal) => !own.some((smelter) => smelter.metal === metal))
      .flatMap((metal) => smelters.find((smelter) => smelter.metal === metal) ?? []);
    return [...own, ...repeated];
  });
}
