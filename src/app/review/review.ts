// A review of a campaign: queues of open decisions, each of which is written as soon as it is made.

import type { Io } from "../../lib/io.ts";
import { joinWords } from "../../lib/join-words.ts";
import type { QueuePage, ReviewHead, ReviewItems, ReviewQueue } from "../../model/review.ts";
import { REVIEW_QUEUES } from "../../model/review.ts";
import { findRule } from "../../rules/support/find-rule.ts";
import { withLock } from "../../store/lock.ts";
import { workspaceHere } from "../workspace-here.ts";
import { attachable, type FileEntry, fileEntries, fileItem } from "./file-queue.ts";
import {
  type FindingEntry,
  findingEntries,
  findingItem,
  findingRank,
  identityEntries,
  identityItem,
} from "./finding-queues.ts";
import { changedSince, keptVersions, versionOf } from "./kept-versions.ts";
import { type OutcomeEntry, outcomeEntries, outcomeItem } from "./outcome-queue.ts";
import { Refusal } from "./refusal.ts";
import { type SmelterEntry, smelterEntries, smelterItems } from "./smelter-queue.ts";
import {
  type ReviewOptions,
  type Snapshot,
  type TemplateSnapshot,
  takeSnapshot,
  templateShown,
} from "./snapshot.ts";
import { editBetween, type TextEdit, withoutEdit } from "./text-edit.ts";

/** The entries of one template in each queue. */
interface EntriesByQueue {
  smelters: SmelterEntry;
  findings: FindingEntry;
  identities: FindingEntry;
  files: FileEntry;
  outcomes: OutcomeEntry;
}

/** An entry with its template. */
type OfTemplates<Queue extends ReviewQueue> = EntriesByQueue[Queue] & { of: TemplateSnapshot };

export type ReviewEntries = { [Queue in ReviewQueue]: OfTemplates<Queue> };

/** What a decision wrote. */
interface Written {
  queue: ReviewQueue;
  key: string;
  file: string;
  edit: TextEdit;
  /** Whether the decision created the file. */
  made: boolean;
  /** The decision in words. */
  words: string;
}

/** A decision to be written. */
export interface Change {
  queue: ReviewQueue;
  key: string;
  file: string;
  words: string;
  /** Returns the file's text with the decision added. May throw Refusal. */
  text(before: string | undefined): string;
}

/** The result of a decision. */
export type Outcome = Pick<Written, "queue" | "key"> & { done: string };

export interface Review {
  /** Returns the current state, evaluated again if files have changed or decisions in other queues affect it. */
  look(view: ReviewQueue | "other"): Promise<Looking>;
  /** Writes a decision about the state last returned. Throws Refusal if another process has changed something since. */
  write(change: Change): Promise<Outcome>;
  /** Reverts the last decision. Throws Refusal if there is none, or its line has been changed since. */
  undo(): Promise<Outcome>;
  /** Makes the next look evaluate again. */
  forget(): void;
}

/** The state returned by a look. */
export interface Looking {
  snapshot: Snapshot;
  /** Files whose changes caused a new evaluation. */
  changed: readonly string[];
  /** The open entries of a queue. */
  open<Queue extends ReviewQueue>(queue: Queue): ReviewEntries[Queue][];
  head(): ReviewHead;
}

const ENTRIES: { [Queue in ReviewQueue]: (of: TemplateSnapshot) => EntriesByQueue[Queue][] } = {
  smelters: smelterEntries,
  findings: findingEntries,
  identities: identityEntries,
  files: fileEntries,
  outcomes: outcomeEntries,
};

/** Ranks of entries of several templates, for queues that are not sorted by template first. */
const RANKS: { [Queue in ReviewQueue]?: (entry: EntriesByQueue[Queue]) => number } = {
  smelters: ({ smelter }) => -smelter.suppliers.length,
  findings: findingRank,
};

/**
 * The entries of all templates. What a single line of a file decides is one entry, whatever the template. A file that
 * yielded a response in one template is that template's entry.
 */
function entriesOf<Queue extends ReviewQueue>(queue: Queue, { templates }: Snapshot): OfTemplates<Queue>[] {
  const byKey = new Map<string, OfTemplates<Queue>>();
  for (const of of templates) {
    for (const entry of ENTRIES[queue](of)) {
      const gaveResponse = "response" in entry && entry.response !== null;
      if (gaveResponse || !byKey.has(entry.key)) byKey.set(entry.key, { ...entry, of });
    }
  }
  const rank = RANKS[queue];
  const entries = [...byKey.values()];
  return rank === undefined ? entries : entries.sort((a, b) => rank(a) - rank(b));
}

/** Starts a review; nothing is read before the first look. `io` provides the day and the environment. */
export function openReview(io: Io, options: ReviewOptions): Review {
  const workspace = workspaceHere(io, options);
  let snapshot: Snapshot | undefined;
  /** Entries of the snapshot, and the keys of those decided since. */
  let entries = new Map<ReviewQueue, readonly { key: string }[]>();
  let decided = new Map<ReviewQueue, Set<string>>();
  const written: Written[] = [];

  const decidedIn = (queue: ReviewQueue): Set<string> => {
    const keys = decided.get(queue) ?? new Set();
    decided.set(queue, keys);
    return keys;
  };
  const forget = (): void => {
    snapshot = undefined;
  };

  async function look(view: ReviewQueue | "other"): Promise<Looking> {
    const changed = snapshot ? changedSince(snapshot.versions, keptVersions(workspace)) : [];
    const elsewhere = [...decided].some(([queue, keys]) => queue !== view && keys.size > 0);
    if (changed.length > 0 || elsewhere) forget();
    if (snapshot === undefined) {
      const taken = await takeSnapshot(io, options);
      snapshot = taken;
      entries = new Map();
      decided = new Map();
    }
    return looking(snapshot, changed);
  }

  function looking(shown: Snapshot, changed: readonly string[]): Looking {
    const open = <Queue extends ReviewQueue>(queue: Queue): ReviewEntries[Queue][] => {
      const all = (entries.get(queue) ?? entriesOf(queue, shown)) as ReviewEntries[Queue][];
      entries.set(queue, all);
      const keys = decidedIn(queue);
      return all.filter(({ key }) => !keys.has(key));
    };
    return {
      snapshot: shown,
      changed,
      open,
      head: () => ({
        issuer: shown.templates[0].session.settings.issuer ?? null,
        period: shown.period,
        templates: shown.templates.length > 1 ? shown.templates.map(familyIn) : [],
        by: options.by,
        day: options.today ?? io.today(),
        open: Object.fromEntries(
          REVIEW_QUEUES.map((queue) => [queue, open(queue).length]),
        ) as ReviewHead["open"],
        undo: written.at(-1)?.words ?? null,
        notices: shown.notices,
        changed,
      }),
    };
  }

  /**
   * Replaces the text of a user file while no other process writes, provided that it has not changed since it was
   * looked at.
   */
  async function replace(
    file: string,
    text: (before: string | undefined) => string | null,
  ): Promise<Replaced> {
    return withLock(workspace.root, async () => {
      const changed = snapshot ? changedSince(snapshot.versions, keptVersions(workspace)) : [];
      if (changed.length > 0) {
        throw new Refusal(
          `Another process changed ${joinWords(changed, "and")}. Nothing was written; everything is reloaded.`,
          { reload: true },
        );
      }
      const before = workspace.readUserFile(file);
      const after = text(before);
      if (after === null) await workspace.removeUserFile(file);
      else await workspace.writeUserFile(file, after);
      if (snapshot) {
        const now = versionOf(workspace.readUserBytes(file));
        snapshot = { ...snapshot, versions: new Map([...snapshot.versions, [file, now]]) };
      }
      return { before, after };
    });
  }

  async function write({ queue, key, file, words, text }: Change): Promise<Outcome> {
    const { before, after } = await replace(file, text);
    const edit = editBetween(before ?? "", after ?? "");
    written.push({ queue, key, file, edit, made: before === undefined, words });
    decidedIn(queue).add(key);
    return { queue, key, done: words };
  }

  async function undo(): Promise<Outcome> {
    const last = written.at(-1);
    if (last === undefined) throw new Refusal("There is nothing to undo.");
    const { queue, key, file, edit, made, words } = last;
    await replace(file, (text) => {
      if (made && text === edit.added) return null;
      const rest = text === undefined ? undefined : withoutEdit(text, made ? belowHeader(edit) : edit);
      if (rest === undefined) {
        throw new Refusal(`${file} has been changed where this decision is. Take it out by hand.`);
      }
      return rest;
    });
    written.pop();
    // An entry decided before the last evaluation is open again only after another one.
    if (!decidedIn(queue).delete(key)) forget();
    return { queue, key, done: `Undone: ${words}` };
  }

  return { look, write, undo, forget };
}

/** The decision's addition to a table that it created, without the header, as there may be further rows by now. */
function belowHeader({ at, removed, added }: TextEdit): TextEdit {
  const end = added.indexOf("\r\n") + 2;
  return { at: at + end, removed, added: added.slice(end) };
}

interface Replaced {
  before: string | undefined;
  after: string | null;
}

/** Items sent at once; the page requests more when they run out. */
const MOST_ITEMS = 100;

/** Abbreviation of the template. */
function familyIn({ session }: TemplateSnapshot): string {
  return session.family.id;
}

/** The next items of a queue, of one template and, for findings, of one rule if requested. */
export function queuePage<Queue extends ReviewQueue>(
  { snapshot, open, head }: Looking,
  queue: Queue,
  { rule, template }: { rule?: string | undefined; template?: string | undefined } = {},
): QueuePage<Queue> {
  const all = open(queue).filter(({ of }) => template === undefined || familyIn(of) === template);
  const asked =
    rule === undefined ? all : all.filter((entry) => "findings" in entry && entry.findings[0].rule === rule);
  const shown = asked.slice(0, MOST_ITEMS);
  return {
    head: head(),
    queue,
    items: itemsOf(queue, shown, snapshot),
    total: asked.length,
    ...(queue === "findings" ? { rules: rulesOf(all as FindingEntry[]) } : {}),
    ...(queue === "files" ? { suppliers: attachable(snapshot.templates[0]) } : {}),
  };
}

function itemsOf<Queue extends ReviewQueue>(
  queue: Queue,
  entries: readonly ReviewEntries[Queue][],
  snapshot: Snapshot,
): ReviewItems[Queue][] {
  const items = snapshot.templates.flatMap((of): ReviewItems[Queue][] => {
    const shown = ITEMS[queue](
      entries.filter((entry) => entry.of === of),
      of,
    );
    return shown.map((item) => ({ ...item, ...templateShown(snapshot, of) }));
  });
  const byKey = new Map(items.map((item) => [item.key, item]));
  return entries.flatMap(({ key }) => byKey.get(key) ?? []);
}

const ITEMS: {
  [Queue in ReviewQueue]: (
    entries: readonly EntriesByQueue[Queue][],
    of: TemplateSnapshot,
  ) => ReviewItems[Queue][];
} = {
  smelters: smelterItems,
  findings: (entries, of) => entries.map((entry) => findingItem(entry, of)),
  identities: (entries, of) => entries.map((entry) => identityItem(entry, of)),
  files: (entries, of) => entries.map((entry) => fileItem(entry, of)),
  outcomes: (entries, of) => entries.map((entry) => outcomeItem(entry, of)),
};

/** The rules of the findings with their number of open findings, most first. */
function rulesOf(entries: readonly FindingEntry[]): NonNullable<QueuePage["rules"]> {
  const counts = new Map<string, number>();
  for (const { findings } of entries) counts.set(findings[0].rule, (counts.get(findings[0].rule) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, open]) => ({ rule, title: findRule(rule)?.title ?? rule, open }));
}
