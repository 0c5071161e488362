// The templates of the same publisher that are told from those that can be read.
import type { KnownTemplate } from "./form.ts";

export interface OtherTemplate extends KnownTemplate {
  /** Release dates (ISO) by version, as the declarations' revision texts give them. */
  releases: Readonly<Record<string, string>>;
}

/** Those with sheets of their own in the order in which the sheets are looked for. */
export const OTHER_TEMPLATES: readonly OtherTemplate[] = [
  {
    id: "AMRT",
    title: "Additional Minerals Reporting Template",
    titles: ["Additional Minerals Reporting Template"],
    ownSheets: ["Minerals Scope"],
    releases: { "1.2": "2024-10-04", "1.3": "2025-10-17" },
  },
  {
    id: "EMRT",
    title: "Extended Mineral Reporting Template",
    titles: ["Extended Mineral Reporting Template", "Extended Minerals Reporting Template"],
    ownSheets: ["Mine List"],
    releases: {
      "1.1": "2022-10-14",
      "1.11": "2022-11-04",
      "1.2": "2023-05-12",
      "1.3": "2024-04-26",
      "2.0": "2025-04-25",
      "2.1": "2025-10-17",
    },
  },
  {
    id: "CRT",
    title: "Cobalt Reporting Template",
    titles: ["Cobalt Reporting Template"],
    ownSheets: [],
    releases: { "2.2": "2020-10-28" },
  },
  {
    id: "PRT",
    title: "Pilot Reporting Template",
    titles: ["Pilot Reporting Template"],
    ownSheets: [],
    releases: {},
  },
];
