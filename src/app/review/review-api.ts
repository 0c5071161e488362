// The requests that the review page may send, to read or to write, with their handlers.
import { z } from "zod";
import { readSmelterId } from "../../domain/smelter-id.ts";
import { wasReplaced } from "../../domain/standing.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Io } from "../../lib/io.ts";
import {
  type Decided,
  type LetterLine,
  type LetterPage,
  type OfTemplate,
  REVIEW_QUEUES,
  type Refused,
  type ResponseLine,
  type ResponseSheet,
  type ReviewQueue,
  type ReviewRequests,
  reviewRequests,
} from "../../model/review.ts";
import { sourceText } from "../../model/workbook.ts";
import { ACCEPTED_FILE, DECISIONS_FILE, ROSTER_FILE, SETTINGS_FILE } from "../../model/workspace-files.ts";
import { letterAsks, renderLetterText } from "../../report/letters/letter.ts";
import { answerDay, composeLetters, listLetters } from "../letters/compose-letters.ts";
import { decisionOn, listsOf, refusals } from "../smelters/decide-smelters.ts";
import { withAccepted, withFile, withOutcome, withSmelter } from "./decisions.ts";
import { Refusal } from "./refusal.ts";
import { sheetsOf } from "./response-sheet.ts";
import {
  type Change,
  type Looking,
  openReview,
  queuePage,
  type Review,
  type ReviewEntries,
} from "./review.ts";
import { type ReviewOptions, type TemplateSnapshot, templateShown } from "./snapshot.ts";

/** An answer to the page: an HTTP status, and a value sent as JSON. */
interface ApiAnswer {
  status: 200 | 400 | 404 | 409;
  body: unknown;
}

export interface ReviewApi {
  /** Handles a read-only request. */
  ask(name: string, query: Readonly<Record<string, string>>): Promise<ApiAnswer>;
  /** Handles a request that changes something; `body` is what the page sent, unvalidated. */
  act(name: string, body: unknown): Promise<ApiAnswer>;
}

/** Handles the requests of a review one at a time, whoever sends them. */
export function reviewApi(io: Io, options: ReviewOptions): ReviewApi {
  const review = openReview(io, options);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<ApiAnswer>): Promise<ApiAnswer> => {
    const next = last.then(work, work).catch(refused);
    last = next;
    return next;
  };
  return {
    ask: (name, query) => inTurn(() => ask(review, name, query)),
    act: (name, body) => inTurn(() => act(review, name, body, io, options)),
  };
}

/** Errors that a person can fix are reported to the person; everything else is a bug in cmrt. */
function refused(error: unknown): ApiAnswer {
  if (!(error instanceof UsageError || error instanceof Refusal)) throw error;
  const body: Refused = { error: error.message, reload: error instanceof Refusal && error.reload };
  return { status: 409, body };
}

const found = (body: unknown): ApiAnswer => ({ status: 200, body });
const NOT_FOUND: ApiAnswer = { status: 404, body: { error: "Not found.", reload: false } };

async function ask(
  review: Review,
  name: string,
  query: Readonly<Record<string, string>>,
): Promise<ApiAnswer> {
  const queue = REVIEW_QUEUES.find((one) => one === query.queue);
  if (name === "queue" && queue) return found(queuePage(await review.look(queue), queue, query));
  const looking = await review.look("other");
  if (name === "responses") return found({ head: looking.head(), responses: ofEach(looking, responseLines) });
  if (name === "response") return page(responseSheet(looking, query.id));
  if (name === "letters") return found({ head: looking.head(), suppliers: ofEach(looking, writtenTo) });
  if (name === "letter") return page(letterPage(looking, query.supplier, query.template));
  return NOT_FOUND;
}

function page(body: object | undefined): ApiAnswer {
  return body === undefined ? NOT_FOUND : found(body);
}

/** Lists what is shown of each template, with its abbreviation if there are several. */
function ofEach<Line extends object>(
  { snapshot }: Looking,
  linesOf: (of: TemplateSnapshot) => readonly Line[],
): (Line & OfTemplate)[] {
  return snapshot.templates.flatMap((of) =>
    linesOf(of).map((line) => ({ ...line, ...templateShown(snapshot, of) })),
  );
}

function responseLines({ evaluation, withholding }: TemplateSnapshot): ResponseLine[] {
  return evaluation.responses
    .filter(({ standing }) => !wasReplaced(standing))
    .map(({ response, supplier, state, findings }) => {
      const open = findings.filter(({ accepted }) => accepted === undefined);
      const count = (severity: string) => open.filter((one) => one.severity === severity).length;
      return {
        id: response.id,
        supplier: supplier.name,
        ...withholding.deep({ file: sourceText(response.source) }),
        state,
        errors: count("error"),
        warnings: count("warning"),
      };
    });
}

function responseSheet(looking: Looking, id: string | undefined): ResponseSheet | undefined {
  const [found] = looking.snapshot.templates.flatMap(({ evaluation, withholding: of }) =>
    evaluation.responses.flatMap((one) => (one.response.id === id ? [{ one, withholding: of }] : [])),
  );
  if (found === undefined) return undefined;
  const { one, withholding } = found;
  const { response, supplier, state, reason, findings } = one;
  const clean = withholding.of(response.id);
  return {
    head: looking.head(),
    id: response.id,
    supplier: supplier.name,
    ...withholding.deep({ file: sourceText(response.source) }),
    state,
    reason: clean(reason),
    template: `${response.template.family} ${response.template.version}`,
    sheets: sheetsOf(one, findings, clean),
    findings: findings.map((finding) => {
      const { rule, severity, message, at, accepted } = withholding.finding(finding);
      return { rule, severity, message, cell: at, accepted: accepted?.reason ?? null };
    }),
  };
}

/** Who would receive a letter, and what it would ask. */
function writtenTo({ evaluation }: TemplateSnapshot): LetterLine[] {
  return listLetters(evaluation).map(({ supplier, ...scope }) => ({
    supplier,
    asks: letterAsks(scope),
  }));
}

/** The letter to a supplier, about the given template if there are several. */
function letterPage(
  { snapshot, head }: Looking,
  supplier: string | undefined,
  template: string | undefined,
): LetterPage | undefined {
  const of = snapshot.templates.find(
    ({ session }) => template === undefined || session.family.id === template,
  );
  if (supplier === undefined || of === undefined) return undefined;
  const { evaluation, session, withholding } = of;
  const [written] = composeLetters(evaluation, {
    period: snapshot.period,
    answerBy: answerDay(session.today),
    settings: session.settings,
    only: new Set([supplier]),
  });
  if (written === undefined) return undefined;
  const letter = withholding.deep(written.letter);
  return {
    head: head(),
    supplier,
    ...templateShown(snapshot, of),
    subject: letter.subject,
    language: letter.language,
    text: renderLetterText(letter),
  };
}

async function act(
  review: Review,
  name: string,
  body: unknown,
  io: Io,
  options: ReviewOptions,
): Promise<ApiAnswer> {
  const requests: Readonly<Record<string, z.ZodType>> = reviewRequests;
  const schema = Object.hasOwn(requests, name) ? requests[name] : undefined;
  if (schema === undefined) return NOT_FOUND;
  const request = schema.safeParse(body);
  if (!request.success) {
    return { status: 400, body: { error: z.prettifyError(request.error), reload: false } };
  }
  const how = { by: options.by, date: options.today ?? io.today() };
  const outcome = await decide(review, name as keyof ReviewRequests, request.data, how);
  const looking = await review.look(outcome.queue);
  return found({ ...outcome, head: looking.head() } satisfies Decided);
}

async function decide(
  review: Review,
  name: keyof ReviewRequests,
  request: unknown,
  how: { by: string; date: string },
): Promise<Awaited<ReturnType<Review["write"]>>> {
  if (name === "undo") return review.undo();
  if (name === "refresh") {
    review.forget();
    return { queue: "smelters", key: "", done: "Everything was reloaded." };
  }
  const queue = QUEUE_OF[name];
  // The decision is about what the page last showed; a change since then is detected when writing.
  const looking = await review.look(queue);
  if (looking.changed.length > 0) {
    throw new Refusal(
      `Another process changed ${looking.changed.join(", ")}. Nothing was written; everything is reloaded.`,
      { reload: true },
    );
  }
  return review.write(CHANGES[name](looking, request as never, how));
}

const QUEUE_OF = {
  smelter: "smelters",
  finding: "findings",
  identity: "identities",
  file: "files",
  outcome: "outcomes",
} as const satisfies Record<string, ReviewQueue>;

function openEntry<Queue extends ReviewQueue>(
  looking: Looking,
  queue: Queue,
  key: string,
): ReviewEntries[Queue] {
  const entry = looking.open(queue).find((one) => one.key === key);
  if (entry === undefined) {
    throw new Refusal("This is no longer open: it was decided, or the data behind it has changed.", {
      reload: true,
    });
  }
  return entry;
}

type How = { by: string; date: string };

const CHANGES: {
  [Name in keyof typeof QUEUE_OF]: (looking: Looking, request: ReviewRequests[Name], how: How) => Change;
} = {
  smelter(looking, { key, id, reason }, how) {
    const { smelter, of } = openEntry(looking, "smelters", key);
    const read = id === null ? undefined : readSmelterId(id);
    if (id !== null && read === undefined) throw new Refusal(`“${id}” is not a smelter ID.`);
    const decision = decisionOn(smelter, read?.successor ?? read?.id ?? null, { reason, ...how });
    const { evaluation, withholding } = of;
    const [refusal] = refusals([decision], listsOf(evaluation));
    if (refusal !== undefined) {
      throw new Refusal(
        `Not saved: ${withholding.text(refusal)}. Check the ID, or import a list that has it (cmrt reference import).`,
      );
    }
    return {
      queue: "smelters",
      key,
      file: DECISIONS_FILE,
      words: withholding.text(`${smelter.metal}: ${smelter.name} → ${decision.id ?? "not a smelter"}`),
      text: (before) => withSmelter(before, decision),
    };
  },
  finding: (looking, request, how) => acceptance(looking, "findings", request, how),
  identity: (looking, request, how) => acceptance(looking, "identities", request, how),
  file(looking, { key, supplier: wanted }) {
    const { source, response, of } = openEntry(looking, "files", key);
    const { settings } = of.session;
    const supplier = of.evaluation.roster?.suppliers.find((one) => one.key === wanted);
    if (supplier === undefined) throw new Refusal("The roster has no such supplier.", { reload: true });
    const read = of.evaluation.responses.find((one) => one.response.id === response)?.response;
    return {
      queue: "files",
      key,
      file: ROSTER_FILE,
      words: of.withholding.text(`${sourceText(source)} → ${supplier.name}`),
      text: (before) => withFile(before, { source, response: read }, supplier, settings),
    };
  },
  outcome(looking, { key, determination, reason }, how) {
    const { proposal } = openEntry(looking, "outcomes", key);
    const { metal } = proposal;
    const decision = { determination, reason, ...how };
    const { period } = looking.snapshot;
    return {
      queue: "outcomes",
      key,
      file: SETTINGS_FILE,
      words: `${metal}: ${determination}`,
      text: (before) => withOutcome(before, { period, metal, decision }),
    };
  },
};

function acceptance(
  looking: Looking,
  queue: "findings" | "identities",
  { key, reason }: { key: string; reason: string },
  how: How,
): Change {
  const { findings, of } = openEntry(looking, queue, key);
  const [finding] = findings;
  const { rule, supplier, at } = finding;
  // Whether two companies are one does not depend on the template.
  const isOfOne = queue === "findings" && looking.snapshot.templates.length > 1;
  const family = isOfOne ? { family: of.session.family.id } : {};
  return {
    queue,
    key,
    file: ACCEPTED_FILE,
    words: of.withholding.text(`${rule} of ${supplier}${at === null ? "" : ` (${at})`} accepted`),
    text: (before) => withAccepted(before, { rule, supplier, at }, { reason, ...how, ...family }),
  };
}
