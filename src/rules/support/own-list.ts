// What the look-up list of a response's own template says about its rows.
import { currentId } from "../../domain/smelter-id.ts";
import { fold } from "../../lib/text.ts";
import type { ReferenceEntry, ReferenceList } from "../../model/reference.ts";
import type { Response, SmelterRow } from "../../model/response.ts";
import type { JudgingRun } from "../rule.ts";

/**
 * The look-up list of the template version that a response uses; undefined if it is not among the loaded
 * lists.
 */
function ownListOf(
  { template }: Response,
  { reference, earlierLists = [], laterLists = [] }: JudgingRun,
): ReferenceList | undefined {
  return [...(reference ? [reference] : []), ...earlierLists, ...laterLists].find(
    ({ kind, source }) => kind === "look-up" && source.templateVersion === template.version,
  );
}

/** The verdict of the own template's list on the ID and name of a row. */
export type OwnVerdict = "agree" | "disagree" | "silent" | "no list";

/**
 * Returns a function that judges a response's rows by the list of its own template. ID, choice and typed name
 * agree if one facility has all those that the list knows, and disagree if none does; "silent" if the list
 * knows fewer than two of them.
 */
export function ownListJudge(response: Response, input: JudgingRun): (row: SmelterRow) => OwnVerdict {
  const list = ownListOf(response, input);
  if (list === undefined) return () => "no list";
  const { names, ids } = indexOf(list);
  return (row) => {
    const named = [row.lookupName, row.name].flatMap((name) => {
      const of = name === undefined ? undefined : names.get(`${row.metal ?? ""} ${fold(name)}`);
      return of === undefined ? [] : [of];
    });
    const id = currentId(row.id ?? row.idInput ?? "");
    if (ids.has(id)) named.push(new Set([id]));
    const [first, ...others] = named;
    if (first === undefined || others.length === 0) return "silent";
    const shared = [...first].some((one) => others.every((other) => other.has(one)));
    return shared ? "agree" : "disagree";
  };
}

interface OwnIndex {
  /** IDs by metal and folded name. */
  names: Map<string, Set<string>>;
  ids: Set<string>;
}

const known = new WeakMap<ReferenceList, OwnIndex>();

function indexOf(list: ReferenceList): OwnIndex {
  const index = known.get(list) ?? { names: new Map(), ids: new Set<string>() };
  if (!known.has(list)) for (const entry of list.entries) enter(index, entry);
  known.set(list, index);
  return index;
}

function enter({ names, ids }: OwnIndex, { id, metal, standardName, lookupNames }: ReferenceEntry): void {
  if (id === undefined) return;
  ids.add(currentId(id));
  for (const name of [standardName, ...lookupNames]) {
    const key = `${metal} ${fold(name)}`;
    names.set(key, (names.get(key) ?? new Set()).add(currentId(id)));
  }
}
