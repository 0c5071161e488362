// Chooses the two responses to compare: files, stored responses by id, or a supplier's last two.

import { relative, resolve, sep } from "node:path";
import { predecessorOf } from "../../campaign/diff/corrections.ts";
import { defined } from "../../lib/defined.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import type { Response } from "../../model/response.ts";
import type { UnreadableFile } from "../../model/workbook.ts";
import { findStoredId, unusableStored } from "../reading/stored-id.ts";
import { newestOf, responsesOfSupplier } from "../responses-of-supplier.ts";
import { openSession, openSessions, type Session, type SessionOptions } from "../session.ts";
import { workspaceHere } from "../workspace-here.ts";

export interface Pair {
  session: Session;
  before: Response;
  after: Response;
}

/**
 * The two responses that a person named, the earlier one first: each a file, or the start of a stored response's id. If
 * one cannot be read, returns that file with the reason. Throws UsageError for a name that matches no response or
 * several.
 */
export async function choosePair(
  names: readonly [string, string],
  options: SessionOptions,
  io: Io,
): Promise<Pair | UnreadableFile> {
  const chosen = await chooseResponses(names, options, io);
  if (!("session" in chosen)) return chosen;
  const [before, after] = chosen.responses as [Response, Response];
  return { session: chosen.session, before, after };
}

/**
 * The responses that a person named, see `choosePair`: of the requested family, or else of that of the first one.
 * Throws UsageError if they are of two families.
 */
export async function chooseResponses(
  names: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<{ session: Session; responses: Response[] } | UnreadableFile> {
  const workspace = workspaceHere(io, options);
  const ids = names.map((name) => findStoredId(name, workspace));
  const paths = names.filter((_, index) => ids[index] === undefined);
  const stored = ids.filter((id) => id !== undefined);
  const open = (family: string | undefined) =>
    openSession(io, { ...options, ...defined({ family }), paths, stored });
  let session = await open(options.family);
  const tests = names.map((name, index) => namedTest(name, ids[index], session, io.cwd));
  const [first] = tests;
  const other = session.apart.find((one) => first?.(one));
  if (other && options.family === undefined && !session.campaign.responses.some((one) => first?.(one)))
    session = await open(other.template.family);

  const { campaign, apart, family } = session;
  const chosen: Response[] = [];
  for (const [index, name] of names.entries()) {
    const isNamed = tests[index] as (response: Response) => boolean;
    const found = campaign.responses.filter(isNamed);
    const [only] = found;
    const inOther = apart.find(isNamed)?.template.family;
    if (only === undefined && inOther !== undefined)
      throw new UsageError(`${name} is in the template ${inOther}, not in the ${family.id}.`);
    const damaged = ids[index] === undefined && campaign.unreadable.find(fileTest(name, io.cwd));
    if (damaged) return damaged;
    if (only === undefined && ids[index] !== undefined) throw unusableStored(ids[index]);
    if (only === undefined || found.length > 1)
      throw new UsageError(`${name} holds ${found.length} responses. Name one of them.`);
    chosen.push(only);
  }
  return { session, responses: chosen };
}

/** Returns a test for whether a response has this name: its id, its file, or another file with the same bytes. */
function namedTest(
  name: string,
  id: string | undefined,
  { campaign: { copies } }: Session,
  cwd: string,
): (response: Response) => boolean {
  if (id !== undefined) return (response) => response.id === id;
  const isOf = fileTest(name, cwd);
  const path = relative(cwd, resolve(cwd, name)).split(sep).join("/");
  const copied = new Set(copies.flatMap((copy) => (copy.files.includes(path) ? [copy.id] : [])));
  return (response) => isOf(response.source) || copied.has(response.id);
}

/** Returns a test for whether a source is the file of this name, or inside it. */
function fileTest(
  name: string,
  cwd: string,
): (source: { path: string; container: string | null }) => boolean {
  const path = relative(cwd, resolve(cwd, name)).split(sep).join("/");
  return ({ path: inner, container }) => {
    const outer = container?.split(" » ")[0] ?? inner;
    return outer === path || outer.startsWith(`${path}/`);
  };
}

/**
 * The last two responses of the supplier whose name contains this text: of one scope, by date, template version and
 * time of saving. Without a requested family, the last two in each template that has two. Throws UsageError if the name
 * fits no supplier or several, and if there are not two responses.
 */
export async function chooseLastTwo(
  supplier: string,
  { period, ...options }: SessionOptions & { period?: number },
  io: Io,
): Promise<[Pair, ...Pair[]]> {
  const found = (await openSessions(io, options)).flatMap((one) => {
    const { responses } = one.evaluate({ period, standingOnly: true, withoutRules: true });
    const own = responsesOfSupplier(supplier, responses, "Name one, or the two responses by file or id.");
    return own === undefined ? [] : [{ session: one, own }];
  });
  const [first] = found;
  if (first === undefined) throw new UsageError(`No supplier's name contains “${supplier}”.`);
  const [pair, ...more] = found.flatMap(({ session, own }): Pair[] => {
    const after = newestOf(own);
    const before = after && (predecessorOf(own, after) ?? newestOf(own.filter((one) => one !== after)));
    return before && after ? [{ session, before: before.response, after: after.response }] : [];
  });
  if (pair === undefined) {
    throw new UsageError(
      `${first.own[0].supplier.name} has sent one response so far: there is nothing to compare.`,
    );
  }
  return [pair, ...more];
}
