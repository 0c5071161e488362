// The state of the correspondence with a supplier, from roster, log and responses.
import { expect, test } from "vitest";
import { followUps } from "../../../src/app/follow-up/follow-ups.ts";
import { consolidate } from "../../../src/campaign/consolidate.ts";
import { parseRoster } from "../../../src/campaign/parse-roster.ts";
import { readRequests } from "../../../src/campaign/request-log.ts";
import type { FollowUp } from "../../../src/model/follow-up.ts";
import { type BuildEvaluation, buildEvaluation } from "../../helpers/build-evaluation.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const FIRST = "aaaaaaaaaaaa".padEnd(64, "0");
const SECOND = "bbbbbbbbbbbb".padEnd(64, "0");
const response = (id: string, date: string, file = `responses/${id.slice(0, 4)}.xlsx`) =>
  buildResponse({
    id,
    file,
    version: "4.20",
    company: { companyName: "Acme", effectiveDate: { value: date } },
  });
const ONE = [response(FIRST, "2016-10-01")];
const TWO = [...ONE, response(SECOND, "2016-12-01")];
const FOUND: NonNullable<BuildEvaluation["findings"]> = [
  [FIRST, "error", { at: "Declaration!D8" }],
  [FIRST, "warning", { at: "Declaration!D9" }],
  [FIRST, "info", { at: "Declaration!D9" }],
];
const ACCEPTED = { accepted: { reason: "Known." } };

function loopOf(
  log: string,
  {
    responses = ONE,
    findings = FOUND,
    roster = "name\nAcme\n",
  }: {
    responses?: typeof ONE;
    findings?: BuildEvaluation["findings"];
    roster?: string;
  } = {},
): FollowUp {
  const evaluation = buildEvaluation(responses, { findings: findings ?? [], roster: parseRoster(roster) });
  const { requests, faults } = readRequests(`period,supplier,kind,date,responses\n${log}`);
  expect(faults).toEqual([]);
  const { lines } = followUps(evaluation, consolidate(evaluation).suppliers, requests);
  expect(lines).toHaveLength(1);
  return lines[0] as FollowUp;
}

const LETTER = "2016,Acme,letter,2017-02-01,aaaaaaaaaaaa\n";

test.each<[string, Partial<FollowUp>, string, Parameters<typeof loopOf>[1]?]>([
  ["nobody asked", { state: "not asked", owes: "declaration", askedOn: null }, "", { responses: [] }],
  [
    "asked by the roster",
    {
      state: "asked",
      owes: "declaration",
      askedOn: "2016-12-01",
      remindsOf: { day: "2016-12-01", of: "request" },
    },
    "",
    { responses: [], roster: "name,asked on\nAcme,2016-12-01\n" },
  ],
  [
    "asked and reminded by roster and log",
    { state: "reminded", askedOn: "2016-12-01", reminders: 2, remindedOn: "2017-02-03" },
    "2016,ACME Ltd,reminder,2017-02-03,\n",
    { responses: [], roster: "name,asked on,reminded on\nAcme,2016-12-01,2017-01-05\n" },
  ],
  [
    "lines of other periods and of later days",
    { state: "not asked" },
    "2015,Acme,request,2016-02-03,\n2016,Acme,request,2018-01-01,\n",
    { responses: [] },
  ],
  ["answered", { state: "answered", owes: null, openCorrections: 1, openQuestions: 1, corrected: null }, ""],
  [
    "written to",
    {
      state: "letter written",
      owes: "correction",
      letters: 1,
      remindsOf: { day: "2017-02-01", of: "letter" },
    },
    LETTER,
  ],
  ["written to by hand", { state: "letter written", owes: "correction" }, "2016,Acme,letter,2017-02-01,\n"],
  ["only questions", { state: "letter written", owes: "answer" }, LETTER, { findings: FOUND.slice(1) }],
  [
    "reminded of the letter",
    { state: "reminded", owes: "correction", remindsOf: { day: "2017-02-01", of: "letter" } },
    `${LETTER}2016,Acme,reminder,2017-03-01,\n`,
  ],
  [
    "explained by mail",
    { state: "answered", owes: null, explainedOn: "2017-02-09" },
    `${LETTER}2016,Acme,answer,2017-02-09,\n`,
  ],
  [
    "explained before the letter",
    { state: "letter written", owes: "correction" },
    `${LETTER}2016,Acme,answer,2017-01-09,\n`,
  ],
  ["written to today", { remindsOf: null }, "2016,Acme,letter,2017-06-30,\n"],
  [
    "accepted",
    { state: "accepted", owes: null, accepted: 2 },
    LETTER,
    { findings: FOUND.map(([id, severity, more]) => [id, severity, { ...more, ...ACCEPTED }]) },
  ],
  [
    "corrected",
    { state: "corrected", owes: null, answeredAgain: true, corrected: 2, openCorrections: 0 },
    LETTER,
    { responses: TWO },
  ],
  [
    "corrected in part",
    { state: "still open", owes: null, corrected: 1, openCorrections: 1, openQuestions: 0 },
    LETTER,
    { responses: TWO, findings: [...FOUND, [SECOND, "error", { at: "Declaration!D8" }]] },
  ],
  [
    "written to again",
    { state: "letter written", owes: "correction", letters: 2, corrected: null },
    `${LETTER}2016,Acme,letter,2017-03-01,bbbbbbbbbbbb\n`,
    { responses: TWO, findings: [...FOUND, [SECOND, "error", { at: "Declaration!D8" }]] },
  ],
  [
    "a letter about a response that is not there",
    { state: "still open", corrected: null },
    "2016,Acme,letter,2017-03-01,cccccccccccc\n",
  ],
])("%s", (_name, expected, log, options) => {
  expect(loopOf(log, options)).toMatchObject(expected);
});

test("a supplier is found by id before its name, and one that the campaign does not have is told", () => {
  const evaluation = buildEvaluation([], { roster: parseRoster("id,name\nS-1,Acme\nS-2,Beta\n") });
  const { requests } = readRequests(
    "period,supplier_id,supplier,kind,date\n2016,S-2,Acme,request,2017-01-01\n2016,,Nobody,request,2017-01-01\n",
  );
  const { lines, unknown } = followUps(evaluation, consolidate(evaluation).suppliers, requests);
  expect(lines.map(({ supplier, askedOn }) => [supplier, askedOn])).toEqual([
    ["Acme", null],
    ["Beta", "2017-01-01"],
  ]);
  expect(unknown.map(({ line }) => line)).toEqual([3]);
});
