// The effective date.
import type { Topic } from "../rule.ts";
import { dateBeforeTemplate } from "./date-before-template.ts";
import { dateOnlyRefreshed } from "./date-only-refreshed.ts";
import { effectiveDateInFuture } from "./effective-date-in-future.ts";
import { effectiveDateNotADate } from "./effective-date-not-a-date.ts";
import { effectiveDateOutOfRange } from "./effective-date-out-of-range.ts";
import { effectiveDateStale } from "./effective-date-stale.ts";
import { periodDateRules } from "./period-dates.ts";

export const dates: Topic = {
  title: "Dates",
  rules: [
    effectiveDateNotADate,
    effectiveDateOutOfRange,
    effectiveDateInFuture,
    effectiveDateStale,
    ...periodDateRules,
    dateBeforeTemplate,
    dateOnlyRefreshed,
  ],
};
