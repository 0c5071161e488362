// Minerals of lists that serve other templates than the CMRT.
import { fold } from "../lib/text.ts";
import { readMetal } from "./metals.ts";

/** The mineral's name in lower case by its folded spellings. */
const OTHERS = new Map<string, string>(
  (
    [
      ["cobalt", "Co"],
      ["mica"],
      ["copper", "Cu"],
      ["graphite", "natural graphite"],
      ["lithium", "Li"],
      ["nickel", "Ni"],
      ["aluminum", "aluminium", "Al", "bauxite"],
      ["zinc", "Zn"],
      ["silver", "Ag"],
      ["platinum", "Pt"],
      ["palladium", "Pd"],
      ["rhodium", "Rh"],
      ["iridium"],
      ["ruthenium"],
      ["antimony"],
      ["chromium"],
      ["iron", "steel", "iron and steel"],
      ["lead"],
      ["magnesium"],
      ["manganese"],
      ["molybdenum"],
      ["niobium"],
      ["rare earth elements", "rare earths", "rare earth"],
      ["silicon"],
      ["titanium"],
      ["vanadium"],
      ["zircon", "zirconium"],
    ] as const
  ).flatMap((names) => names.map((name): [string, string] => [fold(name), names[0]])),
);

/** One of the four metals, or the name of another mineral in lower case; undefined for any other text. */
export function readMineral(text: string): string | undefined {
  return readMetal(text) ?? OTHERS.get(fold(text));
}
