// The releases of the EMRT, oldest first.
import type { Edition, Layout, Quirks, Requirements } from "../form.ts";
import { LAYOUT_1, LAYOUT_1_0, LAYOUT_2, LAYOUT_2_1, LAYOUT_2_11 } from "./layouts.ts";
import { REQUIRED_1, REQUIRED_1_2, REQUIRED_2 } from "./requirements.ts";

/** For the EMRT, the AMRT and the CRT. */
export const QUIRKS: Quirks = {
  ids: "current",
  looksUpByName: false,
  looksUpTypedName: false,
  describesCorrectiveAction: false,
  idByFirstName: true,
};

const edition = (
  version: string,
  released: string | null,
  layout: Layout,
  required: Requirements = REQUIRED_2,
  fillable: Edition["fillable"] = true,
): Edition => ({
  version,
  released,
  layout,
  required,
  quirks: QUIRKS,
  fillable,
});

const OLD: Edition["fillable"] = { whyNot: "EMRTs before 2.0 ask about two minerals in another form" };

/** Dates are from the revision sheets; 2.11 and 2.11.1 (the same without the logo) were released in 2026. */
export const EDITIONS: readonly Edition[] = [
  edition("1.0", "2021-10-20", LAYOUT_1_0, REQUIRED_1, OLD),
  edition("1.01", "2021-11-23", LAYOUT_1_0, REQUIRED_1, OLD),
  edition("1.02", "2021-12-23", LAYOUT_1_0, REQUIRED_1, OLD),
  edition("1.1", "2022-10-14", LAYOUT_1, REQUIRED_1, OLD),
  edition("1.11", "2022-11-04", LAYOUT_1, REQUIRED_1, OLD),
  edition("1.2", "2023-05-12", LAYOUT_1, REQUIRED_1_2, OLD),
  edition("1.3", "2024-04-26", LAYOUT_1, REQUIRED_1_2, OLD),
  edition("2.0", "2025-04-25", LAYOUT_2),
  edition("2.1", "2025-10-17", LAYOUT_2_1),
  edition("2.11", null, LAYOUT_2_11),
  edition("2.11.1", null, LAYOUT_2_11),
];
