// The templates of the same publisher that are distinguished from those that can be read.
import type { KnownTemplate } from "./form.ts";

export const OTHER_TEMPLATES: readonly KnownTemplate[] = [
  {
    id: "PRT",
    title: "Pilot Reporting Template",
    titles: ["Pilot Reporting Template"],
    ownSheets: [],
  },
];
