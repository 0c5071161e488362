// What is kept of an evaluation for the next one: of each response all but its rows, what the rules say of it, and the
// candidates of each distinct row. Each is known by everything that it depends on, or a hash of it, so that what is found
// under it is what would be worked out again.
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

/** What was worked out of the responses of a workspace before. */
export interface KeptEvaluation {
  /**
   * A stored response as the store has it, `rows` telling whether its smelter rows are in it; undefined where none can be
   * used. Without them the response has an empty list in their place.
   */
  response(id: string): (StoredResponse & { rows: boolean }) | undefined;
  /** Judgements under one set of matches: `matching` is what these depend on beside the response. */
  judgements(matching: MatchingInput): KnownJudgements;
  /** Candidates of rows under lists, given in the order in which they count, as what each of them serves for. */
  candidates(lists: MatchingInput["lists"]): KnownCandidates;
  /** Writes what was worked out again. */
  save(): void;
}

/** What matches depend on beside the rows of a response. */
export interface MatchingInput {
  family: string;
  /** Every list, in the order in which it counts, and again as what it serves for. */
  lists: readonly (readonly ReferenceList[])[];
  decisions: unknown;
}

/** What is kept of a response. */
type KeptResponse = StoredResponse & { contacts: RowContacts };

/** Opens what is kept in a workspace's store. */
export function openKeptEvaluation(workspace: Workspace): KeptEvaluation {
  const lines = openKeptLines(join(workspace.store, KEPT_FOLDER), programKey());
  /** Hashes of responses as they are stored; a response that is not from the store has none. */
  const contents = new Map<string, string>();
  /** By the lists that they are of and what the row says: two periods of a run may ask the same. */
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
      // In the place of its rows, so that the keys keep their order.
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

/** What rules may look at of a run. Its lists, and what follows from them, are part of what the matches depend on. */
function runInput({ today, period, cutoff, settings }: JudgingRun): unknown {
  const { thresholds, cutoff: cutoffDay, severities } = settings;
  return [today, period, cutoff, thresholds, cutoffDay, severities];
}

/** What rules may look at of a response; undefined where it is not from the store. */
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

/** A hash of what a list says, whichever workbook it is from. */
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

/** The rows of a response that was taken without them; empty where the store no longer has it. */
export function rowsOf(workspace: Workspace, id: string): Response["smelters"] {
  return workspace.response(id)?.response.smelters ?? [];
}
