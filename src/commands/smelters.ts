// `cmrt smelters`: reported smelters that need a decision, and making the decisions.

import { noticeNoResponses } from "../app/campaign/require-period.ts";
import { smelterEntries, smelterItems } from "../app/review/smelter-queue.ts";
import { openSession } from "../app/session.ts";
import { chosenId, decisionOn, listsOf, openSmelters, refusals } from "../app/smelters/decide-smelters.ts";
import { gatherFacilities } from "../campaign/facilities.ts";
import { createPlantIndex } from "../campaign/plants.ts";
import { dueSmelters, gatherTimelines } from "../campaign/smelter-timelines.ts";
import { countedResponses } from "../domain/standing.ts";
import { countryName } from "../forms/countries.ts";
import { familyOption } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";
import { sortTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { joinWords } from "../lib/join-words.ts";
import { printable } from "../lib/printable.ts";
import { todayOption } from "../lib/today-option.ts";
import { addDecision } from "../match/add-decision.ts";
import { NOT_A_SMELTER, type SmelterDecision } from "../match/decisions.ts";
import { disagreementText } from "../match/disagreement-text.ts";
import type { OpenSmelter } from "../match/open-smelters.ts";
import type { PlantMineral } from "../model/consolidation.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Candidate } from "../model/match.ts";
import type { ReferenceList } from "../model/reference.ts";
import type { SmelterCandidate, SmelterItem } from "../model/review.ts";
import { DECISIONS_FILE } from "../model/workspace-files.ts";
import { dueJson, dueText } from "../report/console/smelters-due.ts";
import { createWithholding, type Withholding } from "../report/render/withhold.ts";
import { withLock } from "../store/lock.ts";
import type { Workspace } from "../store/open-workspace.ts";
import type { CommonOptions } from "./options.ts";

export interface SmeltersOptions extends CommonOptions {
  period?: number;
  /** Abbreviation of the template family. */
  family?: string;
  /** Names or files of reference lists to use whatever their date. */
  reference?: readonly string[];
  interactive?: boolean;
  /** "<key>=<ID or number of the candidate>". */
  accept?: readonly string[];
  /** Keys of entries that are not smelters. */
  reject?: readonly string[];
  reason?: string;
  by?: string;
  /** Print all, not only the first ones. */
  all?: boolean;
  /** Instead list the smelters whose next assessment is due within this many days. */
  due?: number;
  /** Day of the run, ISO. */
  today?: string;
}

/** Smelters printed without --all. */
const SHOWN = 20;

/**
 * Lists the smelters in counted responses that need a decision, starting with those that most suppliers report; or asks
 * for decisions one by one; or writes the decisions given by `--accept` and `--reject`; or lists smelters whose next
 * assessment is due. Throws UsageError, and writes nothing, for a key that is not that of an open smelter, and for an
 * ID that no list has for the metal.
 */
export async function smelters(options: SmeltersOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(io, options);
  const { workspace } = session;
  const evaluation = session.evaluate({ period: options.period });
  noticeNoResponses([evaluation], options, io);
  const withholding = createWithholding(evaluation);
  if (options.due !== undefined) {
    const facilities = gatherFacilities(countedResponses(evaluation.responses), session.family);
    const timelines = gatherTimelines(evaluation, facilities);
    const due = withholding.deep(dueSmelters(timelines, evaluation.today, options.due));
    const days = evaluation.statusHistory?.days ?? [];
    io.out(
      options.json ? `${JSON.stringify(dueJson(due, evaluation.today), null, 2)}\n` : dueText(due, days),
    );
    return EXIT.clean;
  }
  const open = openSmelters(evaluation);
  const lists = listsOf(evaluation);
  const stale = withholding.deep(staleDecisions(evaluation));
  if (!options.quiet) for (const sentence of stale) io.err(`${printable(sentence)}\n`);

  if (options.accept?.length || options.reject?.length)
    return decideByKey(open, lists, workspace, withholding, options, io);
  const elsewhere = session.elsewhere({ ...defined({ period: options.period }), withoutRules: true });
  const own = { family: session.family, evaluation };
  const mineralsOf = createPlantIndex(elsewhere.length === 0 ? [] : [own, ...elsewhere]);
  const alsoFor = ({ metal, name, country }: OpenSmelter) =>
    mineralsOf({ reportedName: name, ...defined({ country }) }).filter(
      (one) => one.metal !== metal || one.template !== own.family.id,
    );
  if (options.interactive) return decideOneByOne(evaluation, alsoFor, workspace, withholding, options, io);
  if (options.json) {
    const reference = evaluation.reference?.why ?? null;
    io.out(
      `${JSON.stringify({ schema: 1, reference, smelters: withholding.deep(open.map((one) => json(one, alsoFor(one)))), staleDecisions: stale }, null, 2)}\n`,
    );
  } else
    io.out(
      listing(
        withholding.deep(open),
        evaluation,
        options.all ?? false,
        alsoFor,
        typed(options, session.family),
      ),
    );
  return EXIT.clean;
}

/** Decisions that affect rows of the campaign but whose facility is no longer on the list, as a sentence each. */
function staleDecisions(evaluation: Evaluation): string[] {
  const stale = new Set<string>();
  for (const { matches } of evaluation.responses) {
    for (const { kind, id, removed, standardName, evidence } of matches) {
      if (kind !== "decided" || (removed === undefined && standardName !== undefined)) continue;
      const gone = removed
        ? `is no longer on the list (last on ${removed.list})`
        : "is not on any available list";
      stale.add(`A decision is based on ${id}, which ${gone}: ${evidence}.`);
    }
  }
  return sortTexts(stale);
}

function json({ match, ...smelter }: OpenSmelter, also: readonly PlantMineral[]): object {
  const { kind, id, evidence, candidates, disagreements } = match;
  const alsoFor = also.length > 0 ? { alsoFor: also } : {};
  return { ...smelter, ...alsoFor, match: { kind, id: id ?? null, evidence, disagreements }, candidates };
}

/** Returns the given options for template, period and day, so that a suggested command gives the same list. */
function typed({ period, today }: SmeltersOptions, family: Family): string {
  return `${familyOption(family)}${period === undefined ? "" : ` --period ${period}`}${todayOption(today)}`;
}

function listing(
  open: readonly OpenSmelter[],
  evaluation: Evaluation,
  all: boolean,
  alsoFor: (one: OpenSmelter) => readonly PlantMineral[],
  narrowed: string,
): string {
  const reference = evaluation.reference;
  const against = reference ? `Matched with ${printable(reference.why)}.` : "No reference list available.";
  if (open.length === 0) return `${against}\nAll reported smelters are matched or decided.\n`;
  const shown = all ? open : open.slice(0, SHOWN);
  const more = open.length - shown.length;
  return [
    `${against}\n${open.length} reported smelter${open.length === 1 ? " needs" : "s need"} a decision${inDoubt(open)}:\n`,
    ...shown.map((one) => `\n${block(one, alsoFor(one))}`),
    ...(more > 0 ? [`\n… and ${more} more; list all with --all.\n`] : []),
    `\nDecide with \`cmrt smelters --interactive${narrowed}\`, with --accept <key>=<ID or candidate> and --reject <key>, or by hand in ${DECISIONS_FILE}.\n`,
  ].join("");
}

/** Other minerals for which responses name a plant of this name and country, which may help to identify it. */
function alsoText(also: readonly PlantMineral[]): string {
  const minerals = also.map(
    ({ metal, template, id }) => `${metal ?? "no metal"} (${template}${id === null ? "" : `, ${id}`})`,
  );
  return `the name and country are also reported for ${joinWords(minerals, "and")}`;
}

/** One smelter with its rows as typed and what the lists say about its candidates, as lines. */
function itemBlock(
  smelter: OpenSmelter,
  { reported, candidates }: SmelterItem,
  also: readonly PlantMineral[],
): string {
  const typed = reported.map(
    ({ file, at, texts }) =>
      `          as typed in ${file}, ${at}: ${texts.map(([title, text]) => `${title} “${text}”`).join(", ")}`,
  );
  const about = ({ place, otherNames, status }: SmelterCandidate) =>
    [
      place,
      otherNames.length === 0 ? "" : `also ${otherNames.join(", ")}`,
      status === "" ? "" : `status ${status}`,
    ].filter((text) => text !== "");
  return lines([
    ...headLines(smelter, also),
    ...typed,
    ...smelter.match.candidates.flatMap((candidate, at) => {
      const known = candidates[at] ? about(candidates[at]) : [];
      return [candidateLine(candidate, at), ...(known.length === 0 ? [] : [`          ${known.join("; ")}`])];
    }),
  ]);
}

/** One smelter with its candidates, as lines. */
function block(smelter: OpenSmelter, also: readonly PlantMineral[]): string {
  return lines([...headLines(smelter, also), ...smelter.match.candidates.map(candidateLine)]);
}

function lines(texts: readonly string[]): string {
  return texts.map((line) => `${printable(line)}\n`).join("");
}

function candidateLine({ id, standardName, score, evidence }: Candidate, at: number): string {
  return `       ${at + 1}  ${id || "no ID"}  ${standardName} (${score}): ${evidence}`;
}

function headLines(
  { key, metal, name, country, id, match, suppliers, rows, firstAt }: OpenSmelter,
  also: readonly PlantMineral[],
): string[] {
  const place = country === undefined ? "" : `, ${countryName(country)}`;
  const who =
    suppliers.length > 3
      ? `${suppliers.slice(0, 3).join(", ")} and ${suppliers.length - 3} more`
      : suppliers.join(", ");
  const times = `${rows} row${rows === 1 ? "" : "s"} of ${suppliers.length} supplier${suppliers.length === 1 ? "" : "s"} (${who}), first in ${firstAt}`;
  const doubts = match.disagreements.map(disagreementText);
  return [
    `${key}  ${metal}: ${name}${place}${id === undefined || id === name ? "" : `, ID ${id}`}`,
    `          ${times}`,
    `          ${[match.evidence, ...doubts].join("; ")}`,
    ...(also.length > 0 ? [`          ${alsoText(also)}`] : []),
  ];
}

/** Reason, person and date of decisions. */
function recordedAs(options: SmeltersOptions, io: Io): Pick<SmelterDecision, "reason" | "by" | "date"> {
  return {
    reason: options.reason ?? "",
    by: options.by ?? io.env.USER ?? io.env.USERNAME ?? "",
    date: io.today(),
  };
}

async function save(
  workspace: Workspace,
  decisions: readonly Omit<SmelterDecision, "line">[],
): Promise<void> {
  await withLock(workspace.root, async () => {
    // Read again, as somebody may have edited the file in the meantime.
    let text = workspace.readUserFile(DECISIONS_FILE);
    for (const decision of decisions) text = addDecision(text, decision);
    if (text !== undefined) await workspace.writeUserFile(DECISIONS_FILE, text);
  });
}

async function decideByKey(
  open: readonly OpenSmelter[],
  lists: readonly ReferenceList[],
  workspace: Workspace,
  withholding: Withholding,
  options: SmeltersOptions,
  io: Io,
): Promise<ExitCode> {
  const find = (key: string): OpenSmelter => {
    const one = open.find((each) => each.key === key);
    if (!one)
      throw new UsageError(`No open smelter has the key "${key}". \`cmrt smelters --all\` lists the keys.`);
    return one;
  };
  const decided = [
    ...(options.accept ?? []).map((text) => {
      const [, key = text, answer = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      const one = find(key.trim());
      const id = chosenId(one, answer.trim());
      if (id === undefined) {
        throw new UsageError(
          `"${text}" is not a decision. Write <key>=<ID> or <key>=<number of a candidate>.`,
        );
      }
      return decisionOn(one, id, recordedAs(options, io));
    }),
    ...(options.reject ?? []).map((key) => decisionOn(find(key.trim()), null, recordedAs(options, io))),
  ];
  const refused = refusals(decided, lists);
  if (refused.length > 0) {
    throw new UsageError(
      `No decision was saved:\n${refused.map((why) => `  ${printable(withholding.text(why))}`).join("\n")}\nCheck the ID, or import a list that has it (\`cmrt reference import\`). To decide for a facility that is on no list, add the line to ${DECISIONS_FILE} by hand.`,
    );
  }
  await save(workspace, decided);
  for (const { metal, reportedName, id } of decided)
    io.out(`${printable(`${metal}: ${withholding.text(reportedName)} → ${id ?? NOT_A_SMELTER}`)}\n`);
  if (!options.quiet) io.err(`Saved in ${DECISIONS_FILE}.\n`);
  return EXIT.clean;
}

/** Asks for each smelter; every answer is saved before the next question. */
async function decideOneByOne(
  evaluation: Evaluation,
  alsoFor: (one: OpenSmelter) => readonly PlantMineral[],
  workspace: Workspace,
  withholding: Withholding,
  options: SmeltersOptions,
  io: Io,
): Promise<ExitCode> {
  if (!io.ask) throw new UsageError("--interactive needs a terminal. Use --accept and --reject instead.");
  const lists = listsOf(evaluation);
  const entries = smelterEntries({ evaluation });
  // Shows the same items as the review page.
  const items = smelterItems(entries, { evaluation, withholding });
  let saved = 0;
  for (const [at, { smelter: one }] of entries.entries()) {
    const item = items[at] as SmelterItem;
    io.out(
      `\n${at + 1} of ${entries.length}\n${itemBlock(withholding.deep(one), item, withholding.deep(alsoFor(one)))}`,
    );
    const refuse = (id: string) => refusals([decisionOn(one, id, recordedAs(options, io))], lists)[0];
    const outcome = await ask(one, refuse, io);
    if (outcome === "quit") break;
    if (outcome === "skip") continue;
    await save(workspace, [decisionOn(one, outcome.id, recordedAs(options, io))]);
    io.out(`          saved: ${outcome.id ?? NOT_A_SMELTER}\n`);
    saved++;
  }
  io.out(
    `\n${saved} decision${saved === 1 ? "" : "s"} saved${saved === 0 ? "" : ` in ${DECISIONS_FILE}`}.\n`,
  );
  return EXIT.clean;
}

/** Repeats the question until the answer is understood and not refused; the end of input means quit. */
async function ask(
  one: OpenSmelter,
  refuse: (id: string) => string | undefined,
  io: Io,
): Promise<"quit" | "skip" | { id: string | null }> {
  const candidates = one.match.candidates.length;
  const numbers =
    candidates === 0 ? "" : candidates === 1 ? "1 = this one, " : `1–${candidates} = this one, `;
  const question = `          ${numbers}CID… = another, n = not a smelter, s = skip, q = quit: `;
  for (;;) {
    const answer = (await io.ask?.(question))?.trim().toLowerCase();
    if (answer === undefined || answer === "q") return "quit";
    if (answer === "s" || answer === "") return "skip";
    if (answer === "n") return { id: null };
    const id = chosenId(one, answer);
    const refusal = id === undefined ? undefined : refuse(id);
    if (id !== undefined && refusal === undefined) return { id };
    const why = refusal === undefined ? `"${answer}" is not one of the choices` : `Not saved: ${refusal}`;
    io.out(`          ${printable(why)}.\n`);
  }
}

/** Says how many have a certain match that their own row contradicts, which reports count as matched. */
function inDoubt(open: readonly OpenSmelter[]): string {
  const matched = open.filter(({ match }) => match.id !== undefined).length;
  const notMatched = open.length - matched;
  return matched === 0
    ? ""
    : ` (${notMatched} not matched, ${matched} matched but contradicted by the row itself)`;
}
