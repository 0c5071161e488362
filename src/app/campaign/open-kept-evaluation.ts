// The evaluation cache: for each response everything except its rows and the results of the rules over it, and the
// candidates of each distinct row. Keys contain everything that an entry depends on, or a hash of it, so that an entry
// equals what would be calculated again.
import { join } from "node:path";
import { sha256Of } from "../../lib/sha256.ts";
import type { KnownCandidates } from "../../match/candidates.ts";
import type { Candidate } from "../../model/match.ts";
import type { ReferenceList } from "../../model/reference.ts";
import type { Response } from "../../model/response.ts";
import { knowRowContacts, type RowContacts, rowContacts } from "../../report/render/row-contacts.ts";
import type { AskedJudgement, Judgement, JudgingRun, KnownJudgements } from "../../rules/rule.ts";
import { openKeptLines } from "../../store/kept-lines.ts";
import { KEPT_FOLDER, type StoredResponse, type Workspace } from "../../store/open-workspace.ts";
import { programKey } from "../../store/program-key.ts";

/** Results of earlier evaluations of a workspace. */
export interface KeptEvaluation {
  /**
   * A stored response as in the store, or with an empty list instead of its smelter rows; `rows` says which. Undefined
   * if the store has none that this version can use.
   */
  response(id: string): (StoredResponse & { rows: boolean }) | undefined;
  /** Cached judgements for one set of matches: `matching` is what the matches depend on besides the response. */
  judgements(matching: MatchingInput): KnownJudgements;
  /** Cached candidates of rows for some lists, given in order of precedence, grouped by what each is used for. */
  candidates(lists: MatchingInput["lists"]): KnownCandidates;
  /** Writes new entries. */
  save(): void;
}

/** What matches depend on besides the rows of a response. */
export interface MatchingInput {
  family: string;
  /** All lists in order of precedence, and again grouped by what they are used for. */
  lists: readonly (readonly ReferenceList[])[];
  decisions: unknown;
}

/** A cached response. */
type KeptResponse = StoredResponse & { contacts: RowContacts };

/** Opens the cache in a workspace's store. */
export function openKeptEvaluation(workspace: Workspace): KeptEvaluation {
  const lines = openKeptLines(join(workspace.store, KEPT_FOLDER), programKey());
  /** Hashes of responses as stored; responses from elsewhere have none. */
  const contents = new Map<string, string>();
  /** By lists and row content, as two periods of a run may need the same ones. */
  const candidates = new Map<string, Map<string, readonly Candidate[]>>();

  return {
    response(id) {
      const stamp = workspace.stamp(id);
      if (stamp === undefined) return undefined;
      const key = `response ${id} ${stamp}`;
      const kept = parsed<KeptResponse>(lines.get(key));
      if (kept) {
        contents.set(id, kept.sha256);
        knowRowContacts(kept.response, kept.contacts);
        return { ...kept, rows: false };
      }
      const stored = workspace.response(id);
      if (stored === undefined) return undefined;
      contents.set(id, stored.sha256);
      // An empty list rather than none, so that the keys keep their order.
      const response = { ...stored.response, smelters: [] };
      lines.put(key, JSON.stringify({ ...stored, response, contacts: rowContacts(stored.response) }));
      return { ...stored, rows: true };
    },
    judgements(matching) {
      const ofMatching = hashOf([
        matching.family,
        matching.lists.map((lists) => lists.map(listHash)),
        matching.decisions,
      ]);
      let last: { run: JudgingRun; rules: readonly string[]; hash: string } | undefined;
      return {
        of(asked, judge) {
          const { run, rules } = asked;
          if (last?.run !== run || last.rules !== rules)
            last = { run, rules, hash: hashOf([ofMatching, rules, runInput(run)]) };
          const input = responseInput(asked, contents);
          if (input === undefined) return judge();
          const key = `judgement ${hashOf([last.hash, input])}`;
          const known = parsed<Judgement>(lines.get(key));
          if (known) return known;
          const judgement = judge();
          lines.put(key, JSON.stringify(judgement));
          return judgement;
        },
      };
    },
    candidates(lists) {
      const ofLists = hashOf(lists.map((some) => some.map(listHash)));
      const inRun = candidates.get(ofLists) ?? new Map<string, readonly Candidate[]>();
      candidates.set(ofLists, inRun);
      return {
        of(asked, find) {
          const row = JSON.stringify(asked);
          let found = inRun.get(row);
          if (found) return found;
          const key = `candidates ${ofLists} ${row}`;
          found = parsed<readonly Candidate[]>(lines.get(key));
          if (found === undefined) {
            found = find();
            lines.put(key, JSON.stringify(found));
          }
          inRun.set(row, found);
          return found;
        },
      };
    },
    save: lines.save,
  };
}

/**
 * The parts of a run that rules may look at. The lists, and what follows from them, are covered by what matches depend
 * on.
 */
function runInput({ today, period, cutoff, settings }: JudgingRun): unknown {
  const { thresholds, cutoff: cutoffDay, severities } = settings;
  return [today, period, cutoff, thresholds, cutoffDay, severities];
}

/** The parts of a response that rules may look at; undefined if it is not from the store. */
function responseInput(
  { checked: { selected, previous }, beside }: AskedJudgement,
  contents: ReadonlyMap<string, string>,
): unknown {
  const { response, ...place } = selected;
  const [own, before] = [contents.get(response.id), previous && contents.get(previous.id)];
  if (own === undefined || (previous && before === undefined)) return undefined;
  return [own, response.source, place, beside, before ?? null, previous?.source ?? null];
}

const listHashes = new WeakMap<ReferenceList, string>();

/** A hash of a list's content, regardless of the workbook that it is from. */
function listHash(list: ReferenceList): string {
  let hash = listHashes.get(list);
  if (hash === undefined) {
    const { source, ...said } = list;
    hash = hashOf([said, source.templateVersion ?? null]);
    listHashes.set(list, hash);
  }
  return hash;
}

function hashOf(value: unknown): string {
  return sha256Of(JSON.stringify(value));
}

function parsed<T>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Loads the rows of a response that was taken from the cache without them; empty if the store no longer has it. */
export function rowsOf(workspace: Workspace, id: string): Response["smelters"] {
  return workspace.response(id)?.response.smelters ?? [];
}
