import { type Cases, on } from "./case.ts";

const date = (value: string | null, raw: string) => ({ company: { effectiveDate: { value, raw } } });

export const DATES: Cases = {
  "effective-date-not-a-date": [
    ["a date", {}, []],
    ["text with one reading", date("2025-05-31", "31-May-2025"), on("info", "D22")],
    ["text with two readings", date(null, "05/06/25"), on("warning", "D22")],
    ["a date with a time of day", date("2025-05-31", "45808.5"), []],
    ["1.00 has three choices", { version: "1.00", ...date("2012-05-31", "31 May 2012") }, []],
  ],
  "effective-date-out-of-range": [
    ["in range", {}, []],
    [
      "6.22 ends in March 2026",
      { version: "6.22", today: "2027-01-01", ...date("2026-04-01", "46113") },
      on("warning", "D22"),
    ],
    ["6.5 has no end", { today: "2027-01-01", ...date("2026-04-01", "46113") }, []],
    ["3.01 begins in 2011", { version: "3.01", ...date("2010-12-31", "39081") }, on("warning", "D22")],
    ["6.01 begins in 2006", { version: "6.01", ...date("2010-12-31", "40543") }, []],
  ],
  "effective-date-in-future": [
    ["today", { today: "2025-06-12" }, []],
    ["tomorrow", { today: "2025-06-11" }, on("warning", "D22")],
  ],
  "effective-date-stale": [
    ["twelve months to the day", { today: "2026-06-12" }, []],
    ["a day more", { today: "2026-06-13" }, on("info", "D22")],
    ["at the end of February", { today: "2028-02-29", ...date("2027-02-28", "46446") }, []],
    ["the age is a setting", { today: "2026-06-13", settings: { thresholds: { ageMonths: 24 } } }, []],
    ["of a period that is over, the age at its end", { today: "2030-01-01", period: 2025 }, []],
    ["of its first months too", { today: "2026-05-31", period: 2025, ...date("2025-01-02", "45659") }, []],
    [
      "unless the settings ask for younger ones",
      {
        today: "2026-05-31",
        period: 2025,
        settings: { thresholds: { ageMonths: 6 } },
        ...date("2025-01-02", "45659"),
      },
      on("info", "D22"),
    ],
  ],
  "date-before-period": [
    ["within", { period: 2025, standing: "stale" }, []],
    ["the year before", { period: 2026, standing: "stale" }, on("error", "D22")],
    [
      "both readings before",
      { period: 2026, standing: "stale", ...date(null, "03/04/2025") },
      on("error", "D22"),
    ],
    ["no date", { period: 2026, standing: "stale", company: { effectiveDate: null } }, on("error", "D22")],
    [
      "beside a declaration of the period",
      {
        period: 2026,
        responses: [
          { supplier: "Acme", standing: "stale" },
          { supplier: "Acme", company: { effectiveDate: "2026-02-01" } },
        ],
      },
      [],
    ],
    [
      "beside the declaration of another supplier",
      {
        period: 2026,
        responses: [
          { supplier: "Acme", standing: "stale" },
          { supplier: "Bolt Works", company: { effectiveDate: "2026-02-01" } },
        ],
      },
      on("error", "D22"),
    ],
  ],
  "date-after-cutoff": [
    ["within", { period: 2025, standing: "late", today: "2026-12-01" }, []],
    [
      "a day after the cut-off",
      { period: 2024, standing: "late", cutoff: "2025-06-11" },
      on("warning", "D22"),
    ],
    ["no date, which is asked for", { period: 2024, standing: "late", company: { effectiveDate: null } }, []],
    ["on the cut-off", { period: 2024, standing: "late", cutoff: "2025-06-12" }, []],
  ],
  "date-before-template": [
    ["after the release", {}, []],
    ["the day before the release of 6.5", date("2025-04-24", "45771"), on("warning", "D22")],
    ["a release whose date is not known", { version: "4.10", ...date("2010-01-01", "1") }, []],
  ],
  "date-only-refreshed": [
    [
      "another answer",
      { previous: { company: { effectiveDate: "2024-06-12" }, answers: { tin: { cahraOrigin: "yes" } } } },
      [],
    ],
    [
      "the same a year later",
      { previous: { company: { effectiveDate: "2024-06-12" } } },
      on("warning", "D22"),
    ],
    [
      "the same a month later is a correction",
      { previous: { company: { effectiveDate: "2025-05-12" } } },
      [],
    ],
    [
      "another smelter",
      {
        previous: {
          company: { effectiveDate: "2024-06-12" },
          smelters: [{ metal: "tin", lookupName: "EM Vinto" }],
        },
      },
      [],
    ],
  ],
};
