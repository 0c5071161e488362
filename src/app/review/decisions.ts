// Adds a decision to the text of a file that people edit. The result is parsed again before it is written, to make sure
// that the next run understands it as intended.

import { attachFile, patternOf } from "../../campaign/attach-file.ts";
import { indexRoster } from "../../campaign/identify.ts";
import { readRoster, rosterRows } from "../../campaign/parse-roster.ts";
import { parseSettings } from "../../forms/schemas.ts";
import { withFullStop } from "../../lib/full-stop.ts";
import { addDecision } from "../../match/add-decision.ts";
import { indexDecisions, readDecisions, type SmelterDecision } from "../../match/decisions.ts";
import type { AcceptedFinding, Finding } from "../../model/finding.ts";
import type { Response } from "../../model/response.ts";
import type { Decision, Settings } from "../../model/settings.ts";
import type { SourceName } from "../../model/workbook.ts";
import { ACCEPTED_FILE, DECISIONS_FILE, ROSTER_FILE, SETTINGS_FILE } from "../../model/workspace-files.ts";
import { acceptedKey, addAccepted, parseAccepted } from "../../rules/support/accepted.ts";
import { addOutcome } from "./outcome-text.ts";
import { Refusal } from "./refusal.ts";

/** The text of a file before; undefined if it does not exist. */
type Text = string | undefined;

/** Adds the decision on a reported smelter. Throws Refusal if the resulting file would not express it. */
export function withSmelter(text: Text, decision: Omit<SmelterDecision, "line">): string {
  const after = addDecision(text, decision);
  const { metal, reportedName: name, country, id } = decision;
  const found = indexDecisions(readDecisions(after).decisions)({
    metal,
    name,
    ...(country === undefined ? {} : { country }),
  });
  if (found?.id !== id) throw unsaid(DECISIONS_FILE, `the decision on “${name}”`);
  return after;
}

/** Adds an accepted finding. Throws Refusal if the resulting line would not accept it. */
export function withAccepted(
  text: Text,
  { rule, supplier, at }: Pick<Finding, "rule" | "supplier" | "at">,
  how: Pick<AcceptedFinding, "reason" | "by" | "date" | "family">,
): string {
  const after = addAccepted(text, { rule, supplier, cell: at ?? "", ...how });
  const wanted = acceptedKey({ rule, supplier, at });
  const isThere = parseAccepted(after).some(
    (one) =>
      acceptedKey({ rule: one.rule, supplier: one.supplier, at: one.cell }) === wanted &&
      one.family === how.family,
  );
  if (!isThere) throw unsaid(ACCEPTED_FILE, `the finding of “${supplier}”`);
  return after;
}

/**
 * Adds a file to a supplier. Throws Refusal if the supplier's line cannot be identified, or if the file would still not
 * be attributed to the supplier.
 */
export function withFile(
  text: Text,
  file: { source: SourceName; response: Response | undefined },
  supplier: { key: string; name: string },
  { roster: { dates, ignore } = {} }: Settings,
): string {
  const options = { file: ROSTER_FILE, dates, ignore };
  const after = text === undefined ? undefined : attachFile(text, supplier.key, file.source, options);
  if (after === undefined) {
    throw new Refusal(
      `${ROSTER_FILE} has no line for ${supplier.name} that can be changed here. Enter ${patternOf(file.source)} in it by hand.`,
    );
  }
  const index = indexRoster(readRoster(rosterRows(after, ROSTER_FILE), options).roster);
  const found = file.response ? index.identify(file.response) : index.identifyUnread(file.source);
  if (found.kind !== "known" || found.supplier.key !== supplier.key) {
    const others =
      found.kind === "known" ? [found.supplier] : found.kind === "ambiguous" ? found.candidates : [];
    const names = others.filter(({ key }) => key !== supplier.key).map(({ name }) => name);
    throw new Refusal(
      names.length > 0
        ? `${withFullStop(`Its path also fits lines of ${names.join(", ")}`)} See to them in ${ROSTER_FILE} first.`
        : `A pattern in ${ROSTER_FILE} cannot match its path. Rename or move the file.`,
    );
  }
  return after;
}

/** Adds the determination for a metal. Throws Refusal if the resulting settings would not express it. */
export function withOutcome(
  text: Text,
  { period, metal, decision }: { period: number; metal: string; decision: Decision },
): string {
  const after = addOutcome(text, { period, metal, decision });
  const said = parseSettings(after).decisions[String(period)]?.[metal];
  const isSame = (["determination", "reason", "by", "date"] as const).every(
    (part) => said?.[part] === decision[part],
  );
  if (!isSame) throw unsaid(SETTINGS_FILE, `the outcome for ${metal}`);
  return after;
}

function unsaid(file: string, what: string): Refusal {
  return new Refusal(`${file} would not give ${what} as intended. Nothing was written; enter it by hand.`);
}
