// The releases of the AMRT, oldest first. Before 1.2 it was called Pilot Reporting Template, which is not supported.
import { QUIRKS } from "../emrt/editions.ts";
import { REQUIRED_2 as OF_EMRT } from "../emrt/requirements.ts";
import type { Edition, Layout, Requirements } from "../form.ts";
import { LAYOUT_1_2, LAYOUT_1_3, LAYOUT_1_21, LAYOUT_1_31 } from "./layouts.ts";

/** As counted by the Checker formulas of 1.2 and 1.3. In 1.2 "not listed" cannot be selected. */
const REQUIRED: Requirements = { ...OF_EMRT, exempt: "firstOrUnknown", outOfScope: "first" };
const REQUIRED_1_3: Requirements = { ...REQUIRED, mineralAloneCounts: true };
const REQUIRED_1_2: Requirements = { ...REQUIRED, notListedDetails: false };

const edition = (
  version: string,
  released: string | null,
  layout: Layout,
  required: Requirements,
  fillable: Edition["fillable"] = true,
): Edition => ({
  version,
  released,
  layout,
  required,
  quirks: QUIRKS,
  fillable,
});

const OLD: Edition["fillable"] = { whyNot: "AMRTs before 1.3 have no list of smelters" };

/** Dates are from the revision sheets; 1.31 and 1.31.1 (the same without the logo) were released in 2026. */
export const EDITIONS: readonly Edition[] = [
  edition("1.2", "2024-10-04", LAYOUT_1_2, REQUIRED_1_2, OLD),
  edition("1.21", "2025-05-16", LAYOUT_1_21, REQUIRED_1_2, OLD),
  edition("1.3", "2025-10-17", LAYOUT_1_3, REQUIRED_1_3),
  edition("1.31", null, LAYOUT_1_31, REQUIRED_1_3),
  edition("1.31.1", null, LAYOUT_1_31, REQUIRED_1_3),
];
