// The releases of the CMRT, oldest first, with their layouts and requirements.
import type { Edition, Layout, Quirks, Requirements } from "../form.ts";
import {
  LAYOUT_1,
  LAYOUT_2,
  LAYOUT_2_02,
  LAYOUT_3,
  LAYOUT_4,
  LAYOUT_5,
  LAYOUT_6,
  LAYOUT_6_6,
  LAYOUT_6_00,
} from "./layouts.ts";
import {
  REQUIRED_1,
  REQUIRED_2,
  REQUIRED_2_03,
  REQUIRED_3,
  REQUIRED_4,
  REQUIRED_5,
  REQUIRED_6,
  REQUIRED_6_00,
} from "./requirements.ts";

const QUIRKS_2: Quirks = {
  ids: "legacy",
  looksUpByName: true,
  looksUpTypedName: false,
  describesCorrectiveAction: true,
};
const QUIRKS_1: Quirks = { ...QUIRKS_2, looksUpByName: false };
const QUIRKS_3: Quirks = { ...QUIRKS_2, ids: "both", looksUpByName: false };
const QUIRKS_4: Quirks = { ...QUIRKS_3, ids: "current", describesCorrectiveAction: false };
const QUIRKS_6_22: Quirks = { ...QUIRKS_4, looksUpTypedName: true };

type Generation = Pick<Edition, "layout" | "required" | "quirks" | "fillable">;

const OLD = { whyNot: "only templates from 6.00 on are filled in" };

function generation(
  layout: Layout,
  required: Requirements,
  quirks: Quirks,
  fillable: Edition["fillable"] = OLD,
): Generation {
  return { layout, required, quirks, fillable };
}

const G1 = generation(LAYOUT_1, REQUIRED_1, QUIRKS_1);
const G2 = generation(LAYOUT_2, REQUIRED_2, QUIRKS_2);
const G2_02 = generation(LAYOUT_2_02, REQUIRED_2, QUIRKS_2);
const G2_03 = generation(LAYOUT_2_02, REQUIRED_2_03, QUIRKS_2);
const G3 = generation(LAYOUT_3, REQUIRED_3, QUIRKS_3);
const G4 = generation(LAYOUT_4, REQUIRED_4, QUIRKS_4);
const G5 = generation(LAYOUT_5, REQUIRED_5, QUIRKS_4);
const G6 = generation(LAYOUT_6_00, REQUIRED_6_00, QUIRKS_4, true);
const G6_22 = generation(LAYOUT_6_00, REQUIRED_6_00, QUIRKS_6_22, true);
const G6_3 = generation(LAYOUT_6, REQUIRED_6, QUIRKS_6_22, true);
/** After three weeks 6.31 replaced it, because of its list of choices for tin. */
const G6_30 = generation(
  LAYOUT_6,
  REQUIRED_6,
  { ...QUIRKS_6_22, lacksFullRate: { mineral: "tin", whereUnused: "tantalum" } },
  true,
);
const G6_6 = generation(LAYOUT_6_6, REQUIRED_6, QUIRKS_6_22, true);

/**
 * The release ladder. Dates are from the revision sheets; that of 4.10 is unknown (its sheet prints the date of 5.00),
 * but lies between 4.01b and 4.20. 6.6.1 is 6.6 without the logo, later in 2026.
 */
export const EDITIONS: readonly Edition[] = [
  { version: "1.00", released: "2011-07-18", ...G1 },
  { version: "2.00", released: "2012-08-29", ...G2 },
  { version: "2.01", released: "2012-12-21", ...G2 },
  { version: "2.02", released: "2013-03-29", ...G2_02 },
  { version: "2.03", released: "2013-07-12", ...G2_03 },
  { version: "2.03a", released: "2013-07-25", ...G2_03 },
  { version: "3.00", released: "2014-04-09", ...G3 },
  { version: "3.01", released: "2014-05-30", ...G3 },
  { version: "3.02", released: "2014-11-07", ...G3 },
  { version: "4.00", released: "2015-04-30", ...G4 },
  { version: "4.01", released: "2015-06-12", ...G4 },
  { version: "4.01a", released: "2015-08-06", ...G4 },
  { version: "4.01b", released: "2015-11-16", ...G4 },
  { version: "4.10", released: null, ...G4 },
  { version: "4.20", released: "2016-11-30", ...G4 },
  { version: "5.00", released: "2017-05-12", ...G5 },
  { version: "5.01", released: "2017-06-21", ...G5 },
  { version: "5.10", released: "2017-12-01", ...G5 },
  { version: "5.11", released: "2018-04-27", ...G5 },
  { version: "5.12", released: "2019-04-26", ...G5 },
  { version: "6.00", released: "2020-05-13", ...G6 },
  { version: "6.01", released: "2020-05-19", ...G6 },
  { version: "6.1", released: "2021-04-28", ...G6 },
  { version: "6.2", released: "2022-04-27", ...G6 },
  { version: "6.21", released: "2022-05-06", ...G6 },
  { version: "6.22", released: "2022-05-11", ...G6_22 },
  { version: "6.3", released: "2023-05-05", ...G6_30 },
  { version: "6.31", released: "2023-05-26", ...G6_3 },
  { version: "6.4", released: "2024-04-26", ...G6_3 },
  { version: "6.5", released: "2025-04-25", ...G6_3 },
  { version: "6.6", released: "2026-04-17", ...G6_6 },
  { version: "6.6.1", released: null, ...G6_6 },
];
