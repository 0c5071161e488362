// Small invented runs: shown by `cmrt rules <id>` and docs/rules.md, and the starting point of the
// catalogue's tests.

import { editionFor } from "../../forms/editions.ts";
import {
  type AnswerOption,
  type ExampleOptions,
  exampleDate,
  exampleResponse,
} from "../../forms/example-response.ts";
import { DEFAULT_FAMILY, FAMILIES } from "../../forms/families.ts";
import type { Family, Meaning, Mineral, PracticeMeaning } from "../../forms/form.ts";
import { DEFAULT_SETTINGS } from "../../forms/schemas.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import type { LikelyPair, Standing } from "../../model/campaign.ts";
import type { UnusableFile } from "../../model/evaluation.ts";
import type { Finding } from "../../model/finding.ts";
import type { RowMatch } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import type { Settings } from "../../model/settings.ts";
import type { StatusHistory } from "../../model/status-history.ts";
import type { MineralId } from "../../model/vocabulary.ts";
import type { UnreadableFile } from "../../model/workbook.ts";
import type { CheckedResponse, CheckInput, DeclarantDoubt, ExpectedSupplier, Rule } from "../rule.ts";
import { editionsText, holdsFor, NO_EDITIONS } from "./about.ts";

/** An example response. By default it is complete and has no findings. */
export interface ExampleOfResponse extends Meant {
  supplier?: string;
  standing?: Standing;
  supersededBy?: string;
  matches?: readonly RowMatch[];
  previous?: Meant;
}

/** Options in which answers are given by the meaning of their questions. */
interface Meant extends Omit<ExampleOptions, "answers" | "policies"> {
  answers?: Partial<Record<MineralId, Partial<Record<Meaning, AnswerOption>>>>;
  policies?: Partial<Record<PracticeMeaning, AnswerOption>>;
}

function built({ answers, policies, ...options }: Meant): Response {
  const family = options.family ?? DEFAULT_FAMILY;
  const { layout } = editionFor(family, options.version ?? family.example.version);
  return exampleResponse({
    ...options,
    answers: Object.fromEntries(
      Object.entries(answers ?? {}).map(([mineral, given]) => [mineral, byKey(layout.questions, given)]),
    ),
    policies: byKey(layout.policies, policies),
  });
}

/** Maps answers given by meaning to the keys of their questions. */
function byKey<M extends string>(
  asked: readonly { key: string; meaning: M }[],
  given: Partial<Record<M, AnswerOption>> = {},
): Record<string, AnswerOption> {
  return Object.fromEntries(
    (Object.entries(given) as [M, AnswerOption][]).map(([meaning, answer]) => {
      const question = asked.find((one) => one.meaning === meaning);
      if (question === undefined) throw new Error(`The template of the example does not ask "${meaning}".`);
      return [question.key, answer];
    }),
  );
}

/** A run of one rule: over one response, unless `responses` adds more. */
export interface Example extends ExampleOfResponse {
  /** What the example shows, in a few words. */
  about: string;
  responses?: readonly ExampleOfResponse[];
  /** Responses in other templates; in the campaign's own if they do not name one. */
  beside?: readonly ExampleOfResponse[];
  unreadable?: readonly (UnreadableFile & Partial<UnusableFile>)[];
  settings?: Partial<Omit<Settings, "thresholds">> & { thresholds?: Partial<Settings["thresholds"]> };
  today?: string;
  period?: number;
  cutoff?: string;
  reference?: ReferenceList;
  earlierLists?: readonly ReferenceList[];
  laterLists?: readonly ReferenceList[];
  statusList?: ReferenceList;
  statusHistory?: StatusHistory;
  originList?: ReferenceList;
  watchLists?: readonly ReferenceList[];
  areaLists?: readonly ReferenceList[];
  sanctionsLists?: readonly ReferenceList[];
  roster?: readonly ExpectedSupplier[];
  /** Why the first response may not be that of its supplier. */
  doubt?: DeclarantDoubt;
  /** The missing supplier that may have sent the first response. */
  pair?: Omit<LikelyPair, "response">;
  copies?: CheckInput["copies"];
  unattributed?: CheckInput["unattributed"];
}

export interface Examples {
  fires: Example;
  silent: Example;
}

/** A mineral of a family and the facility that examples use for it. */
export interface ExampleMineral {
  id: MineralId;
  listed: { name: string; id: string; country: string };
  /** A smelter row that selects the facility. */
  row: { metal: MineralId; lookupName: string };
}

/** Four minerals of a family in its order, repeated if it has fewer. */
export type ExampleMinerals = Readonly<Record<"first" | "second" | "third" | "fourth", ExampleMineral>>;

/** The family of a rule's examples: the default family, or the first one that the rule applies to. */
function familyOfExamples({ about }: Pick<Rule, "about">): Family {
  const holds = (family: Family): boolean =>
    holdsFor(about, editionFor(family, family.example.version)) ||
    editionsText(about, family) !== NO_EDITIONS;
  return [DEFAULT_FAMILY, ...FAMILIES].find(holds) ?? DEFAULT_FAMILY;
}

/** The version of examples in a family: the family's default, or the oldest that the rule applies to. */
function versionFor({ about }: Pick<Rule, "about">, family: Family): string {
  const { version } = family.example;
  if (holdsFor(about, editionFor(family, version))) return version;
  return family.editions.find((edition) => holdsFor(about, edition))?.version ?? version;
}

/** The examples of a rule. */
export function examplesOf(rule: Pick<Rule, "example" | "about">): Examples {
  const family = familyOfExamples(rule);
  const { fires, silent } = inFamily(rule, family);
  const version = versionFor(rule, family);
  if (family === DEFAULT_FAMILY && version === family.example.version) return { fires, silent };
  const own = { family, version };
  return { fires: { ...own, ...fires }, silent: { ...own, ...silent } };
}

function inFamily({ example }: Pick<Rule, "example">, family: Family): Examples {
  if (typeof example !== "function") return example;
  const at = (place: number): ExampleMineral => {
    const { id } = family.minerals[place % family.minerals.length] as Mineral;
    const listed = family.example.facilities[id] ?? { name: `A works of ${id}`, id: "", country: "GB" };
    return { id, listed, row: { metal: id, lookupName: listed.name } };
  };
  return example({ first: at(0), second: at(1), third: at(2), fourth: at(3) });
}

/** The day on which examples are run, unless one of their templates was released later. */
const EXAMPLE_TODAY = "2025-11-30";

function checkedExample(options: ExampleOfResponse, index: number): CheckedResponse {
  const { supplier, standing, supersededBy, matches, previous, ...own } = options;
  // A response is identified by its bytes, so examples are given different ids.
  const response = built({
    id: String(index + 1)
      .repeat(64)
      .slice(0, 64),
    ...own,
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
    ...(previous ? { previous: built({ id: "0".repeat(64), ...previous }) } : {}),
  };
}

/** A response in another template, with an id that is not used in the example. */
function besideExample(options: ExampleOfResponse): CheckedResponse["selected"] {
  return checkedExample({ id: "b".repeat(64), file: "beside.xlsx", ...options }, 0).selected;
}

/** The input for an example's run. */
export function exampleInput(example: Example): CheckInput {
  const responses = example.responses ?? [example];
  const newest = sortTexts([EXAMPLE_TODAY, ...responses.map(({ version }) => exampleDate(version))]).at(
    -1,
  ) as string;
  return {
    responses: responses.map(checkedExample),
    unreadable: (example.unreadable ?? []).map((file) => ({ supplier: null, ...file })),
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
    ...(example.statusHistory ? { statusHistory: example.statusHistory } : {}),
    ...(example.originList ? { originList: example.originList } : {}),
    ...(example.watchLists ? { watchLists: example.watchLists } : {}),
    ...(example.areaLists ? { areaLists: example.areaLists } : {}),
    ...(example.sanctionsLists ? { sanctionsLists: example.sanctionsLists } : {}),
    ...(example.copies ? { copies: example.copies } : {}),
    ...(example.beside ? { beside: example.beside.map((one) => besideExample(one)) } : {}),
    ...(example.unattributed ? { unattributed: example.unattributed } : {}),
    ...(example.roster ? { roster: example.roster } : {}),
    ...(example.doubt ? { doubts: new Map([["1".repeat(64), example.doubt]]) } : {}),
    ...(example.pair ? { pairs: [{ response: "1".repeat(64), ...example.pair }] } : {}),
  };
}

/** A finding as one line: "Declaration!D8 error: …". */
export function findingLine(finding: Finding): string {
  return `${finding.at ?? "file"} ${finding.severity}: ${finding.message}`;
}
