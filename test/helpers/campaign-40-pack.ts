// The pack of the campaign of 40 suppliers, compared with the period before.

import { followUps } from "../../src/app/follow-up/follow-ups.ts";
import { lettersOfTheDay } from "../../src/app/letters/compose-letters.ts";
import { compare } from "../../src/campaign/compare.ts";
import { consolidate } from "../../src/campaign/consolidate.ts";
import { parseSettings } from "../../src/forms/schemas.ts";
import type { Finding } from "../../src/model/finding.ts";
import { type PackFiles, renderPack } from "../../src/report/pack/pack.ts";
import { buildEvaluation } from "./build-evaluation.ts";
import { FINDINGS, RESPONSES, ROSTER, UNREADABLE, WITHDRAWN } from "./campaign-40.ts";

const MISSING: Finding = {
  rule: "contact-name-missing",
  severity: "error",
  supplier: "Supplier 5",
  file: null,
  response: null,
  at: "Declaration!D15",
  facts: { field: "contactName" },
  message: "",
};

function period(year: number) {
  const evaluation = buildEvaluation(RESPONSES, {
    period: year,
    roster: ROSTER,
    unreadable: UNREADABLE,
    withdrawn: WITHDRAWN,
    findings: FINDINGS,
  });
  return { evaluation, consolidation: consolidate(evaluation) };
}

/** Both periods, what changed between them, and the pack of the later one. */
export async function campaign40() {
  const [before, now] = [period(2015), period(2016)];
  const comparison = compare(before, now);
  const loops = followUps(now.evaluation, now.consolidation.suppliers, []).lines;
  const settings = parseSettings("{}");
  const pack: PackFiles = await renderPack({
    ...now,
    followUps: loops,
    // No rules run here, so the letter is about an explicit finding.
    letters: lettersOfTheDay({ ...now.evaluation, findings: [MISSING] }, settings),
    comparison,
    settings,
    rules: [],
    version: "0.0.0-test",
    withContacts: false,
    kept: [],
  });
  return { before, now, comparison, loops, pack };
}
