// Small invented runs: what `cmrt rules <id>` and docs/rules.md show, and what the catalogue's tests start from.

import { type ExampleOptions, exampleDate, exampleResponse } from "../../forms/example-response.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import type { Standing } from "../../model/campaign.ts";
import type { Finding } from "../../model/finding.ts";
import type { RowMatch } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../model/settings.ts";
import type { UnreadableFile } from "../../model/workbook.ts";
import type { CheckedResponse, CheckInput, ExpectedSupplier } from "../rule.ts";

/** A response of an example; without anything said it is complete and gives no finding. */
export interface ExampleOfResponse extends ExampleOptions {
  supplier?: string;
  standing?: Standing;
  supersededBy?: string;
  matches?: readonly RowMatch[];
  previous?: ExampleOptions;
}

/** A run of one rule: one response unless `responses` has more. */
export interface Example extends ExampleOfResponse {
  /** What the example shows, a few words. */
  about: string;
  responses?: readonly ExampleOfResponse[];
  unreadable?: readonly UnreadableFile[];
  settings?: Partial<Omit<Settings, "thresholds">> & { thresholds?: Partial<Settings["thresholds"]> };
  today?: string;
  period?: number;
  cutoff?: string;
  reference?: ReferenceList;
  earlierLists?: readonly ReferenceList[];
  laterLists?: readonly ReferenceList[];
  statusList?: ReferenceList;
  originList?: ReferenceList;
  watchLists?: readonly ReferenceList[];
  roster?: readonly ExpectedSupplier[];
  copies?: CheckInput["copies"];
}

/** The day on which examples run, unless one of their templates came out later. */
const EXAMPLE_TODAY = "2025-11-30";

function checkedExample(options: ExampleOfResponse, index: number): CheckedResponse {
  const { supplier, standing, supersededBy, matches, previous, ...built } = options;
  // A response is known by its bytes: examples get ids that differ.
  const response = exampleResponse({
    id: String(index + 1)
      .repeat(64)
      .slice(0, 64),
    ...built,
  });
  const name = supplier ?? response.company.companyName?.value ?? "(no company name)";
  return {
    selected: {
      response,
      supplier: { key: name.toLowerCase(), name },
      period: 2025,
      standing: standing ?? "standing",
      reason: "",
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
    matches: matches ?? [],
    ...(previous ? { previous: exampleResponse({ id: "0".repeat(64), ...previous }) } : {}),
  };
}

/** The input of an example's run. */
export function exampleInput(example: Example): CheckInput {
  const responses = example.responses ?? [example];
  const newest = sortTexts([EXAMPLE_TODAY, ...responses.map(({ version }) => exampleDate(version))]).at(
    -1,
  ) as string;
  return {
    responses: responses.map(checkedExample),
    unreadable: example.unreadable ?? [],
    settings: {
      ...DEFAULT_SETTINGS,
      ...example.settings,
      thresholds: { ...DEFAULT_SETTINGS.thresholds, ...example.settings?.thresholds },
    },
    today: example.today ?? newest,
    period: example.period ?? null,
    cutoff: example.cutoff ?? (example.period === undefined ? null : `${example.period + 1}-05-31`),
    reference: example.reference ?? null,
    ...(example.earlierLists ? { earlierLists: example.earlierLists } : {}),
    ...(example.laterLists ? { laterLists: example.laterLists } : {}),
    ...(example.statusList ? { statusList: example.statusList } : {}),
    ...(example.originList ? { originList: example.originList } : {}),
    ...(example.watchLists ? { watchLists: example.watchLists } : {}),
    ...(example.copies ? { copies: example.copies } : {}),
    ...(example.roster ? { roster: example.roster } : {}),
  };
}

/** A finding as one line: "Declaration!D8 error: …". */
export function findingLine(finding: Finding): string {
  return `${finding.at ?? "file"} ${finding.severity}: ${finding.message}`;
}
