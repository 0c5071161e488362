// Records letters in the request log.
import { addRequest } from "../../campaign/request-log.ts";
import { defined } from "../../lib/defined.ts";
import type { FollowUp, LoggedRequest } from "../../model/follow-up.ts";
import { REQUESTS_FILE } from "../../model/workspace-files.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import type { WrittenLetter } from "../letters/compose-letters.ts";
import type { FollowUps } from "./follow-ups.ts";

/** How many characters of a response's id are logged: enough to identify it, and short enough to read. */
const SHOWN_ID = 12;

/**
 * Adds a line per letter to the log, except letters that are already logged for the day. Returns how many were added.
 */
export async function logLetters(
  workspace: Workspace,
  written: readonly WrittenLetter[],
  {
    lines,
    entriesOf,
    reminders,
    period,
    today,
    template,
  }: Pick<FollowUps, "lines" | "entriesOf"> & {
    reminders: boolean;
    period: number;
    today: string;
    /** Abbreviation of the template that they are about; absent for the default one. */
    template?: string;
  },
): Promise<number> {
  const loops = new Map(lines.map((one) => [one.supplier, one]));
  const entries = written.flatMap(({ supplier, letter, responses }) => {
    const loop = loops.get(supplier);
    const kind = reminders ? "reminder" : kindOf(letter.asksForDeclaration, loop, today);
    const entry = {
      period,
      supplierId: loop?.id ?? "",
      supplier,
      kind,
      date: today,
      corrections: letter.asksForDeclaration ? null : letter.corrections,
      questions: letter.asksForDeclaration ? null : letter.questions,
      responses: responses.map(({ id }) => id.slice(0, SHOWN_ID)),
      note: "",
      ...defined({ template }),
    } satisfies Omit<LoggedRequest, "line">;
    const known = loop === undefined ? [] : entriesOf(loop.key);
    return known.some((one) => one.kind === kind && one.date === today && one.period === period)
      ? []
      : [entry];
  });
  if (entries.length === 0) return 0;
  const before = workspace.readUserFile(REQUESTS_FILE);
  const text = entries.reduce<string | undefined>((log, entry) => addRequest(log, entry), before);
  await workspace.writeUserFile(REQUESTS_FILE, text as string);
  return entries.length;
}

/** A letter to a supplier that sent nothing asks for the declaration, or is a reminder. */
function kindOf(
  asksForDeclaration: boolean,
  loop: FollowUp | undefined,
  today: string,
): LoggedRequest["kind"] {
  if (!asksForDeclaration) return "letter";
  return loop?.askedOn != null && loop.askedOn < today ? "reminder" : "request";
}
