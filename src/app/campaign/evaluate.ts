// The core of `cmrt check` and `cmrt report`: selects, matches and checks responses.

import { withOtherPeriods } from "../../campaign/counts-too.ts";
import { indexRoster, type RosterIndex, rosterSupplierOf } from "../../campaign/identify.ts";
import { previousOf } from "../../campaign/previous.ts";
import { type SelectOptions, select } from "../../campaign/select.ts";
import { rosterOf, surveyedIn } from "../../campaign/suppliers.ts";
import { fileCopies, unusableIn } from "../../campaign/unusable.ts";
import { PAIR_RULE } from "../../domain/likely-pairs.ts";
import { countedResponses, counts, wasReplaced } from "../../domain/standing.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { defined } from "../../lib/defined.ts";
import { groupBy } from "../../lib/group-by.ts";
import type { SmelterDecision } from "../../match/decisions.ts";
import { createMatcher, type Matcher } from "../../match/matcher.ts";
import { createStatusHistory } from "../../match/status-history.ts";
import type { LikelyPair, SelectedResponse } from "../../model/campaign.ts";
import type {
  ChosenList,
  EvaluatedResponse,
  Evaluation,
  FurtherList,
  UnusableFile,
} from "../../model/evaluation.ts";
import type { AcceptedFinding, Finding } from "../../model/finding.ts";
import type { RowMatch } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { ReportedSmelter } from "../../model/reported-smelter.ts";
import type { Response } from "../../model/response.ts";
import type { Roster } from "../../model/roster.ts";
import type { Settings } from "../../model/settings.ts";
import { chooseLists, type ListChoice } from "../../reference/choose-lists.ts";
import { SUPERSEDED_RULE } from "../../rules/campaign/response-superseded.ts";
import type { CheckedResponse, CheckInput, DeclarantDoubt } from "../../rules/rule.ts";
import { check } from "../../rules/run.ts";
import { acceptedName } from "../../rules/support/accepted.ts";
import { responseState } from "../../rules/support/state.ts";
import { mergeLists } from "../lists/imported-lists.ts";
import { agreement, listPerVersion, type VersionList } from "./campaign-lists.ts";
import { acceptedPairs, doubtOf, likelyPairs, ownDeclarations, unattributedFiles } from "./declarants.ts";
import type { Campaign } from "./load-campaign.ts";

export interface EvaluateOptions {
  /** The family of the responses; the default family unless given. */
  family?: Family;
  /** The requested calendar year; without it all responses are evaluated. */
  period?: number;
  /** Last day (ISO) that counts for the period; by default from the settings. */
  cutoff?: string;
  /** Ids of responses that count in the later period with which this one is compared; see `SelectOptions`. */
  standLater?: ReadonlySet<string>;
  /** Match and check only responses that count, for callers that need nothing of the others. */
  standingOnly?: boolean;
  /** Run no rules, for callers that do not need findings. */
  withoutRules?: boolean;
  /** The day of the run, ISO. */
  today: string;
  settings: Settings;
  /** Lists in addition to those in the responses' workbooks. */
  lists?: readonly ReferenceList[];
  /**
   * Lists named by the user, which are used whatever their date; see `chooseLists`. They are among the available lists.
   */
  named?: readonly ReferenceList[];
  /** People's decisions on reported smelters. */
  decisions?: readonly SmelterDecision[];
  /** Findings that people accepted. */
  accepted?: readonly AcceptedFinding[];
  /** The suppliers that the campaign asks. */
  roster?: Roster;
}

/** Evaluates a campaign: which responses count, what their smelters are, what the rules find. A pure function. */
export function evaluate(campaign: Campaign, options: EvaluateOptions): Evaluation {
  const { settings, today, family = DEFAULT_FAMILY } = options;
  const index = options.roster && indexRoster(options.roster);
  const roster = rosterOf(options.roster, family.id);
  const { responses: filed, copied } = fileCopies(campaign.responses, campaign.copies, index);
  const selecting = selectionOf(campaign, options, index);
  const inPeriod = defined({
    period: options.period,
    cutoff: options.cutoff,
    standLater: options.standLater,
  });
  const first = select(filed, { ...selecting, ...inPeriod });
  const unreadable = ofAsked(
    unusableIn(campaign.unreadable, copied, filed, index, { ...selecting, ...inPeriod }),
    { roster: options.roster, family },
  );
  const pairs = likelyPairs(
    roster ? surveyedIn(roster, first.period, family.id) : [],
    first.selected,
    unreadable,
  );
  const same = acceptedPairs(pairs, options.accepted ?? [], PAIR_RULE);
  if (same.length > 0) selecting.supplierOf = withPairs(same, selecting.supplierOf);
  const selection = same.length > 0 ? select(filed, { ...selecting, ...inPeriod }) : first;
  const { period, periods, cutoff } = selection;
  const selected =
    period === null ? selection.selected : withOtherPeriods(filed, selection.selected, period, selecting);
  const expected = roster ? surveyedIn(roster, period, family.id) : [];
  const unattributed = index
    ? unattributedFiles(expected, { selected, unusable: unreadable, copies: campaign.copies }, index)
    : [];
  const findPrevious = period === null ? undefined : previousOf(filed, selected, period, selecting);

  const perVersion = listPerVersion(campaign.lists);
  const lists = mergeLists(
    perVersion.map(({ list }) => list),
    options.lists ?? [],
  );
  const choice = chooseLists(lists, {
    ...(options.named ? { named: options.named } : {}),
    family,
    period,
    cutoff,
  });
  const reference = withAgreement(choice.counting, perVersion);
  const statusList =
    choice.status[0] ?? (reference?.list.entries.some(({ status }) => status) ? reference.list : undefined);
  let matcher: Matcher | undefined;
  const newMatcher = (): Matcher => {
    const list = reference?.list ?? NO_LIST;
    const { earlier, later, revision, alias } = choice;
    return createMatcher(list, {
      ...choice,
      family,
      ...defined({ known: campaign.kept?.candidates([[list], earlier, later, revision, alias]) }),
      ...(options.decisions ? { decisions: options.decisions } : {}),
    });
  };
  const match = (row: ReportedSmelter): RowMatch => {
    matcher ??= newMatcher();
    return matcher.match(row);
  };
  const statusHistory = createStatusHistory(lists);
  const looked = options.standingOnly ? countedResponses(selected) : selected;
  const checked: CheckedResponse[] = looked.map((one) => {
    const previous = counts(one.standing) ? findPrevious?.(one) : undefined;
    let matches: RowMatch[] | undefined;
    return {
      selected: one,
      get matches() {
        matches ??= one.response.smelters.map(match);
        return matches;
      },
      ...(previous ? { previous } : {}),
    };
  });

  const input: CheckInput = {
    responses: checked,
    unreadable,
    settings,
    today,
    period,
    cutoff,
    reference: reference?.list ?? null,
    earlierLists: choice.earlier,
    laterLists: choice.later,
    watchLists: choice.watch,
    areaLists: choice.area,
    sanctionsLists: choice.sanctions,
    ...(statusList ? { statusList } : {}),
    statusHistory,
    copies: campaign.copies,
    pairs,
    ...(campaign.beside ? { beside: selectBeside(campaign.beside, { ...selecting, ...inPeriod }) } : {}),
    unattributed,
    ...(index ? { doubts: doubtsAbout(selected, index, same) } : {}),
    ...(options.accepted ? { accepted: options.accepted } : {}),
    ...defined({
      judgements: campaign.kept?.judgements({
        family: family.id,
        lists: [lists, reference ? [reference.list] : [], ...Object.values(choice).filter(Array.isArray)],
        decisions: options.decisions ?? null,
      }),
    }),
    ...(roster
      ? {
          roster: expected.map(({ key, name, products, minerals }) => ({
            key,
            name,
            products,
            ...(minerals ? { minerals } : {}),
          })),
        }
      : {}),
    ...(choice.origin[0] ? { originList: choice.origin[0] } : {}),
  };
  const { findings, notRun, gone } = options.withoutRules ? check(input, []) : check(input);

  const byResponse = new Map<string | null, Finding[]>();
  for (const finding of findings) {
    const its = byResponse.get(finding.response);
    if (its) its.push(finding);
    else byResponse.set(finding.response, [finding]);
  }
  const outdated = new Set<string | null>(
    selected.flatMap(({ response, standing }) => (wasReplaced(standing) ? response.id : [])),
  );
  const checkedOf = new Map(checked.map((one) => [one.selected, one]));
  const responses = selected.map((one): EvaluatedResponse => {
    const its = byResponse.get(one.response.id) ?? [];
    return {
      ...one,
      get matches() {
        return checkedOf.get(one)?.matches ?? [];
      },
      state: responseState(one.standing, its),
      findings: its,
    };
  });
  return {
    ...(family === DEFAULT_FAMILY ? {} : { family: family.id }),
    period,
    periods,
    today,
    cutoff,
    reference,
    furtherLists: furtherLists(choice),
    lists,
    statusHistory,
    match,
    ...(options.roster ? { roster: options.roster } : {}),
    responses,
    unreadable,
    findings: findings.filter(({ rule, response }) => rule === SUPERSEDED_RULE || !outdated.has(response)),
    notRun,
    gone: [...gone, ...acceptedOfNobody(options, selected)],
    pairs: pairs.filter((pair) => !same.includes(pair)),
    ...(unattributed.length === 0 ? {} : { unattributed }),
  };
}

/**
 * Selects the responses in other templates, separately per family, since a response never supersedes one of another
 * family.
 */
function selectBeside(responses: readonly Response[], options: SelectOptions): SelectedResponse[] {
  const byFamily = groupBy(responses, ({ template }) => template.family);
  return [...byFamily.values()].flatMap((its) => select(its, options).selected);
}

/**
 * Accepted findings whose supplier is not in the campaign, which is probably a typing error. Only with a roster, and
 * only for the family that all of its suppliers are asked for, because otherwise the supplier may be another family's.
 */
function acceptedOfNobody(
  { accepted = [], roster, family = DEFAULT_FAMILY }: EvaluateOptions,
  selected: readonly SelectedResponse[],
): AcceptedFinding[] {
  if (roster === undefined || family !== DEFAULT_FAMILY || accepted.length === 0) return [];
  const known = new Set(
    [
      ...roster.suppliers.map(({ name }) => name),
      ...selected.flatMap(({ supplier, response }) => [
        supplier.name,
        // The company name before a person confirmed that it is a supplier on the roster.
        response.company.companyName?.value ?? [],
      ]),
    ]
      .flat()
      .map(acceptedName),
  );
  return accepted.filter(({ supplier }) => !known.has(acceptedName(supplier)));
}

/**
 * A file that yielded no response has no known template: with a roster it counts if its supplier is unknown or asked
 * for this family.
 */
function ofAsked(
  files: readonly UnusableFile[],
  { roster, family }: { roster: Roster | undefined; family: Family },
): readonly UnusableFile[] {
  if (family === DEFAULT_FAMILY || roster === undefined) return files;
  const asked = new Set(surveyedIn(roster, null, family.id).map(({ key }) => key));
  return files.filter(({ supplier }) => supplier === null || asked.has(supplier.key));
}

/** The supplier of each response, including accepted pairs. */
function withPairs(
  pairs: readonly LikelyPair[],
  supplierOf: SelectOptions["supplierOf"],
): NonNullable<SelectOptions["supplierOf"]> {
  const paired = new Map(pairs.map(({ response, supplier }) => [response, supplier]));
  return (response) => paired.get(response.id) ?? supplierOf?.(response);
}

function doubtsAbout(
  selected: readonly SelectedResponse[],
  index: RosterIndex,
  paired: readonly LikelyPair[],
): Map<string, DeclarantDoubt> {
  const confirmed = new Set(paired.map(({ response }) => response));
  return new Map(
    selected.flatMap(({ response }): [string, DeclarantDoubt][] => {
      const doubt = confirmed.has(response.id)
        ? undefined
        : doubtOf(response, index.identify(response), index);
      return doubt ? [[response.id, doubt]] : [];
    }),
  );
}

/** How responses are selected given a roster and settings, for any period. */
export function selectionOf(
  campaign: Campaign,
  { settings, today, roster }: Pick<EvaluateOptions, "settings" | "today" | "roster">,
  index: RosterIndex | undefined = roster && indexRoster(roster),
): Omit<SelectOptions, "period" | "cutoff"> & { cutoffDay: string } {
  const askedOn = new Map(roster?.suppliers.map((supplier) => [supplier.key, supplier.askedOn]));
  return {
    cutoffDay: settings.cutoff,
    today,
    withdrawn: campaign.withdrawn,
    ...defined({ replaced: campaign.replaced }),
    askedOn: (key) => askedOn.get(key),
    ownBecause: ownDeclarations(settings, roster),
    ...(index ? { supplierOf: rosterSupplierOf(index) } : {}),
  };
}

function furtherLists(choice: ListChoice): FurtherList[] {
  const { earlier, later, other, status, origin, revision, watch, alias, sanctions, area } = choice;
  const uses: [FurtherList["use"], ReferenceList[]][] = [
    ["earlier", earlier],
    ["later", later],
    ["other minerals", other],
    ["status", status],
    ["origin", origin],
    ["revision", revision],
    ["watch", watch],
    ["alias", alias],
    ["sanctions", sanctions],
    ["area", area],
  ];
  return uses.flatMap(([use, lists]) => lists.map((list) => ({ list, use })));
}

/** Even without a list, matching finds the rows that do not name a facility. */
const NO_LIST: ReferenceList = {
  schema: 1,
  name: "no list",
  kind: "look-up",
  asOf: null,
  source: { file: "", sha256: "", rows: 0 },
  entries: [],
};

function withAgreement(chosen: ChosenList | null, perVersion: readonly VersionList[]): ChosenList | null {
  const version = perVersion.find(({ list }) => list === chosen?.list);
  return chosen && version ? { ...chosen, why: chosen.why + agreement(version) } : chosen;
}
