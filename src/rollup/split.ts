// One smelter list over several files, where it is longer than the template.
import type { OwnDeclaration, OwnSmelter } from "../model/own-declaration.ts";

/**
 * The smelters of each file: one list where they fit, else as many as needed, of about equal length, in order. Each file
 * is complete in itself: a metal whose smelters all stand in other files gets its first one repeated.
 */
export function splitSmelters(
  { smelters, metals }: Pick<OwnDeclaration, "smelters" | "metals">,
  capacity: number,
): OwnSmelter[][] {
  if (smelters.length <= capacity) return [[...smelters]];
  // Room for the repeated ones: a file holds at least one metal of its own.
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
