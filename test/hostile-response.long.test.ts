// One long text in every cell of a response, from the workbook to all output; see hostile-texts.long.test.ts.
import { expect, test } from "vitest";
import { CMRT } from "../fixtures/cmrt.ts";
import { evaluate } from "../src/app/campaign/evaluate.ts";
import { followUps } from "../src/app/follow-up/follow-ups.ts";
import { composeLetters } from "../src/app/letters/compose-letters.ts";
import { consolidate } from "../src/campaign/consolidate.ts";
import { detect } from "../src/forms/detect.ts";
import { DEFAULT_SETTINGS } from "../src/forms/schemas.ts";
import { gatherOpenSmelters } from "../src/match/open-smelters.ts";

import { normalise } from "../src/normalise/normalise.ts";
import { readLookUpList } from "../src/reference/look-up-list.ts";
import { checkReport } from "../src/report/check/check-report.ts";
import { CHECK_FORMATS } from "../src/report/check/formats.ts";
import { responseText } from "../src/report/console/response-text.ts";
import { exportTables } from "../src/report/export/export-tables.ts";
import { EXPORT_FORMATS } from "../src/report/export/formats.ts";
import { renderLetterMarkdown, renderLetterText } from "../src/report/letters/letter.ts";
import { renderPack } from "../src/report/pack/pack.ts";
import { uniteSmelters } from "../src/rollup/smelters.ts";
import { RULES } from "../src/rules/index.ts";
import { LISTED_LIST } from "./helpers/build-evaluation.ts";
import { hostileCmrt } from "./helpers/hostile-cmrt.ts";
import { FEW_FILLERS, fill } from "./helpers/hostile-texts.ts";

const LENGTH = 4_000;
const TODAY = "2026-01-31";
const id = (digit: string) => digit.repeat(64);

/** Reads the workbook, and the same response again with a date, so that it counts. */
function readTwice(version: string, text: string) {
  const workbook = hostileCmrt(version, text);
  const detected = detect(workbook);
  if (!detected.ok) throw new Error(detected.unreadable.reason);
  const source = { path: "a.xlsx", container: null, sha256: id("a"), bytes: 1 };
  const undated = normalise(workbook, detected.template, source);
  const effectiveDate = { value: "2025-06-12", at: "Declaration!D22" };
  const dated = {
    ...undated,
    id: id("b"),
    source: { ...undated.source, path: "b.xlsx" },
    company: { ...undated.company, effectiveDate },
  };
  return {
    undated,
    dated,
    lookUpList: readLookUpList(workbook, CMRT, version, { file: "a.xlsx", sha256: id("a") }),
  };
}

/** Iterates over what is generated in pieces. */
function walk(content: string | Iterable<unknown>): void {
  for (const _piece of typeof content === "string" ? [content] : content);
}

const cases = ["6.5", "3.02", "2.03", "1.00"].flatMap((version, index) =>
  FEW_FILLERS.filter((_filler, at) => index === 0 || at % 3 === index - 1).map(
    (filler) => [version, JSON.stringify(fill(filler, 8)), filler] as const,
  ),
);

test.each(cases)("%s filled with %s", { timeout: 120_000 }, async (version, _name, filler) => {
  const { undated, dated, lookUpList } = readTwice(version, fill(filler, LENGTH));
  const lists = lookUpList ? [{ list: lookUpList, files: ["a.xlsx"] }] : [];
  const campaign = {
    responses: [undated, dated],
    withdrawn: new Set<string>(),
    unreadable: [],
    lists,
    copies: [],
  };
  const settings = DEFAULT_SETTINGS;
  const evaluation = evaluate(campaign, { period: 2025, today: TODAY, settings, lists: [LISTED_LIST] });
  expect(evaluation.findings.length).toBeGreaterThan(20);

  responseText(undated);
  const report = checkReport(evaluation, { strict: false });
  for (const load of Object.values(CHECK_FORMATS)) {
    const render = await load();
    walk(render(report, { rules: RULES, version: "0.0.0-test", color: false, all: true }));
  }
  for (const { letter } of composeLetters(evaluation, { period: 2025, answerBy: TODAY, settings: {} })) {
    renderLetterMarkdown(letter);
    renderLetterText(letter);
  }
  for (const table of exportTables(evaluation, { withContacts: false })) {
    for (const load of Object.values(EXPORT_FORMATS)) {
      const render = await load();
      walk(await render(table));
    }
  }
  const counted = evaluation.responses.filter(({ standing }) => standing === "standing");
  expect(counted).toHaveLength(1);
  uniteSmelters(counted, [], { metals: ["tin", "gold"], excludeRemoved: false });
  gatherOpenSmelters(
    counted.flatMap(({ response, matches }) =>
      response.smelters.flatMap((row, index) => {
        const match = matches[index];
        return match ? [{ row, match, supplier: "", at: "" }] : [];
      }),
    ),
  );
  const consolidation = consolidate(evaluation);
  await renderPack({
    evaluation: { ...evaluation, period: 2025, cutoff: "2026-05-31" },
    consolidation,
    followUps: followUps(evaluation, consolidation.suppliers, []).lines,
    letters: [],
    settings,
    rules: RULES,
    version: "0.0.0-test",
    withContacts: false,
    kept: [],
  });
});
