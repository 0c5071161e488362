// Unsupported templates of the same publisher, which are recognised to be distinguished from supported ones.
import type { KnownTemplate } from "./form.ts";

export const OTHER_TEMPLATES: readonly KnownTemplate[] = [
  {
    id: "PRT",
    title: "Pilot Reporting Template",
    titles: ["Pilot Reporting Template"],
    ownSheets: [],
  },
];
