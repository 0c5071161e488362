// What counts as a response: invented campaigns, evaluated as by the commands, each beside one without findings.
import { expect, test } from "vitest";
import type { Response } from "../../../src/model/response.ts";
import { blankResponse, type Judged, judge, responseOf } from "../../helpers/judge-campaign.ts";

const ROSTER = ["id,name,asked on", "S-100,Bolt Works GmbH,2025-07-01", "S-200,Harrow Metals,2025-07-01"];
const OTHER = responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals");
const BOLT = "Bolt Works GmbH";
const NOTHING = "We have not received";

test.each([
  ["saved when it was published", "2016-05-01"],
  ["saved the year before", "2024-05-01"],
  ["saved after the period", "2026-06-05"],
  ["saved in the period", "2025-09-01"],
  ["of no known day", undefined],
])("a blank template %s was received, is one error, and nobody responded with it", (_about, saved) => {
  const { state, funnel, rules, letter } = judge([OTHER, blankResponse("in/Bolt Works/cmrt.xlsx", saved)], {
    roster: ROSTER,
  });
  expect(state[BOLT]).toBe("blank");
  expect(funnel).toMatchObject({ surveyed: 2, received: 2, usable: 1, responded: 1 });
  expect(rules(BOLT)).toEqual(["blank-template"]);
  expect(letter(BOLT)).toContain("The template is blank");
  expect(letter(BOLT)).not.toContain(NOTHING);
  expect(letter(BOLT)).not.toContain("Nothing else");
  // The template names nobody, but the roster does.
  expect(letter(BOLT)).toContain("Dear Bolt Works GmbH,");
});

test("in the folder of another year that was surveyed, a blank template is that year's, and still one finding", () => {
  const responses = [
    OTHER,
    responseOf("2024/Harrow Metals/cmrt.xlsx", "Harrow Metals", { company: { effectiveDate: "2024-08-01" } }),
    blankResponse("2024/Bolt Works/cmrt.xlsx"),
  ];
  const now = judge(responses, { roster: ROSTER });
  expect(now.funnel).toMatchObject({ received: 1, responded: 1 });
  expect(now.rules(BOLT)).toEqual(["blank-template"]);
  const before = judge(responses, { roster: ROSTER, period: 2024 });
  expect(before.state[BOLT]).toBe("blank");
  expect(before.funnel).toMatchObject({ received: 2, responded: 1 });
});

const undated = (file: string, saved?: string) =>
  responseOf(file, BOLT, { company: { effectiveDate: null }, ...(saved ? { saved } : {}) });

test.each([
  ["in a year of no campaign", "2016-05-01"],
  ["in the period", "2025-09-01"],
  ["on no known day", undefined],
])(
  "a response without a date, last saved %s, was received, does not count and is asked for its date",
  (_about, saved) => {
    const { state, funnel, rules, letter } = judge([OTHER, undated("in/Bolt Works/cmrt.xlsx", saved)], {
      roster: ROSTER,
    });
    expect(state[BOLT]).toBe("undated");
    expect(funnel).toMatchObject({ received: 2, usable: 2, responded: 1 });
    expect(rules(BOLT)).toContain("effective-date-missing");
    expect(letter(BOLT)).toContain("The effective date is empty");
  },
);

test("a response without a date belongs to the surveyed year in which it was saved; a later one asks for a new one", () => {
  const responses = [
    OTHER,
    responseOf("old/Harrow Metals/cmrt.xlsx", "Harrow Metals", { company: { effectiveDate: "2024-08-01" } }),
    undated("in/Bolt Works/cmrt.xlsx", "2024-08-03"),
  ];
  const before = judge(responses, { roster: ROSTER, period: 2024 });
  expect(before.state[BOLT]).toBe("undated");
  expect(before.funnel).toMatchObject({ received: 2, responded: 1 });
  const now = judge(responses, { roster: ROSTER });
  expect(now.state[BOLT]).toBe("stale");
  expect(now.funnel).toMatchObject({ received: 1, responded: 1 });
  expect(now.found("date-before-period")).toMatchObject([
    { supplier: BOLT, message: expect.stringContaining("its workbook was last saved on 2024-08-03") },
  ]);
  expect(now.letter(BOLT)).toContain("no effective date that we can read");
  expect(now.letter(BOLT)).not.toContain(NOTHING);
});

test("a folder's year tells the period where dated responses in such folders are of that year", () => {
  const last = responseOf("2024/Harrow Metals/cmrt.xlsx", "Harrow Metals", {
    // Dated in spring, and therefore possibly for two periods.
    company: { effectiveDate: "2024-04-05" },
  });
  const run = (before: Response[], period: number) =>
    judge([OTHER, ...before, undated("2024/Bolt Works/cmrt.xlsx")], { roster: ROSTER, period }).state[BOLT];
  expect(run([last], 2025)).toBe("stale");
  expect(run([last], 2024)).toBe("undated");
  expect(run([], 2025)).toBe("undated");
});

test("a folder named after the year of the filing does not take files from the period", () => {
  const file = "campaign-2026/Bolt Works/cmrt.xlsx";
  const { state, rules } = judge([responseOf("campaign-2026/Harrow Metals/cmrt.xlsx", "Harrow Metals")], {
    roster: ["name", BOLT, "Harrow Metals"],
    unreadable: [file],
  });
  expect(state[BOLT]).toBe("unreadable");
  expect(rules(BOLT)).toEqual(["file-unreadable"]);
});

const dated = (effectiveDate: string) =>
  responseOf("in/Bolt Works/cmrt.xlsx", BOLT, {
    company: { effectiveDate: { value: null, raw: effectiveDate } },
  });

test("a date with two readings in the period counts, and the supplier is asked which day is meant", () => {
  const { state, found, letter } = judge([OTHER, dated("03/04/2025")], { roster: ROSTER });
  expect(state[BOLT]).toBe("questions");
  expect(found("effective-date-not-a-date")[0]?.message).toBe(
    'The effective date is the text "03/04/2025", which can mean 2025-03-04 or 2025-04-03: ask which day is meant.',
  );
  expect(letter(BOLT)).toContain("dated 4 March 2025 or 3 April 2025");
  expect(letter(BOLT)).toContain("which can mean 4 March 2025 or 3 April 2025");
});

test("with one of them outside it is undated; with both before, it is asked for a new one", () => {
  expect(judge([OTHER, dated("01/06/2026")], { roster: ROSTER }).state[BOLT]).toBe("undated");
  const before = judge([OTHER, dated("03/04/2024")], { roster: ROSTER });
  expect(before.state[BOLT]).toBe("stale");
  expect(before.rules(BOLT)).toEqual(["date-before-period"]);
  expect(before.letter(BOLT)).toContain("4 March 2024 or 3 April 2024; both lie before");
});

test.each([
  ["a folder with its name", "in/Bolt Works GmbH/answer.xlsx"],
  ["a file with its name and other words", "in/Bolt Works GmbH reply from sales 2025-09.xlsx"],
  ["a folder with its number", "in/S-100/answer.xlsx"],
])("a damaged file in %s is the supplier's: received, not usable, never nothing", (_about, file) => {
  const { state, funnel, rules, letter } = judge([OTHER], { roster: ROSTER, unreadable: [file] });
  expect(state[BOLT]).toBe("unreadable");
  expect(funnel).toMatchObject({ received: 2, usable: 1 });
  expect(rules(BOLT)).toEqual(["file-unreadable"]);
  expect(letter(BOLT)).toContain("we could not use it");
  expect(letter(BOLT)).not.toContain(NOTHING);
  expect(letter(BOLT)).not.toContain("Nothing else");
});

test("a damaged file whose path names two suppliers, or none, is nobody's", () => {
  const files = ["in/Harrow Metals answer for Bolt Works.xlsx", "in/answer.xlsx"];
  const { state, found } = judge([OTHER], { roster: ROSTER, unreadable: files });
  expect(state[BOLT]).toBe("missing");
  expect(found("file-unreadable").map(({ supplier }) => supplier)).toEqual(["", ""]);
});

test.each<[string, Judged & { responses?: Response[] }, string]>([
  [
    "a damaged file of nobody",
    { unreadable: ["in/inbox/scan0012.xlsx"] },
    "1 file was received that could not be attributed to a supplier: in/inbox/scan0012.xlsx.",
  ],
  [
    "three of them",
    { unreadable: ["in/a1.xlsx", "in/b2.xlsx", "in/c3.xlsx"] },
    "3 files were received that could not be attributed to a supplier: in/a1.xlsx, in/b2.xlsx and 1 more.",
  ],
  [
    "a damaged file that names two suppliers",
    { unreadable: ["in/Harrow Metals answer for Bolt Works.xlsx"] },
    "in/Harrow Metals answer for Bolt Works.xlsx may be its own.",
  ],
  [
    "a damaged file of nearly its name",
    { unreadable: ["in/Bollt Worcs reply.xlsx"] },
    "in/Bollt Worcs reply.xlsx may be its own.",
  ],
  [
    "a blank template of nobody",
    { responses: [blankResponse("in/inbox/cmrt.xlsx", "2025-08-01")] },
    "1 file was received that could not be attributed to a supplier: in/inbox/cmrt.xlsx.",
  ],
  [
    "a declaration without a company name",
    { responses: [responseOf("in/inbox/cmrt.xlsx", null)] },
    "1 file was received that could not be attributed to a supplier: in/inbox/cmrt.xlsx.",
  ],
])("beside %s nothing is said to have been received only under a name", (_about, more, said) => {
  const { responses = [], ...campaign } = more;
  const { state, found, letter } = judge([OTHER, ...responses], { roster: ROSTER, ...campaign });
  expect(state[BOLT]).toBe("missing");
  expect(found("supplier-missing")).toMatchObject([
    { message: `Nothing was received under the name of ${BOLT} for the period 2025, but ${said}` },
  ]);
  expect(letter(BOLT)).not.toContain(NOTHING);
  expect(letter(BOLT)).toContain("among the files that we received");
});

test.each<[string, Judged]>([
  ["nothing else", {}],
  ["a damaged file of another supplier", { unreadable: ["in/Harrow Metals/second.xlsx"] }],
])("beside %s it is", (_about, campaign) => {
  const { found, letter } = judge([OTHER], { roster: ROSTER, ...campaign });
  expect(found("supplier-missing")[0]?.message).toBe(
    "Nothing was received from Bolt Works GmbH for the period 2025.",
  );
  expect(letter(BOLT)).toContain(NOTHING);
});

test("beside a damaged file a letter on a declaration does not say that nothing else need be changed", () => {
  const wrong = responseOf("in/Bolt Works/cmrt.xlsx", BOLT, { company: { contactName: null } });
  const said = (unreadable: string[]) => judge([OTHER, wrong], { roster: ROSTER, unreadable }).letter(BOLT);
  expect(said([])).toContain("Nothing else in it needs to be changed.");
  expect(said(["in/Bolt Works/second.xlsx"])).not.toContain("Nothing else");
  expect(said(["in/Bolt Works/second.xlsx"])).toContain("The contact name is empty");
});

test("a file that a newer one of the same name has taken the place of is replaced, not gone", () => {
  const old = responseOf("in/Bolt Works/cmrt.xlsx", BOLT, { id: "old" });
  const fresh = responseOf("in/Bolt Works/cmrt.xlsx", BOLT, { id: "fresh" });
  const { evaluation, state } = judge([OTHER, old, fresh], { roster: ROSTER, replaced: ["old"] });
  const line = evaluation.responses.find(({ response }) => response.id === "old");
  expect(line).toMatchObject({
    state: "replaced",
    reason: expect.stringContaining("replaced by a newer file"),
  });
  expect(state[BOLT]).toBe("valid");
});

test("beside a valid declaration last year's file is stale and asks nothing, errors or not", () => {
  const old = responseOf("in/Bolt Works/old.xlsx", BOLT, {
    company: { effectiveDate: "2024-03-10", contactName: null },
    answers: { tin: { cahraOrigin: "unknown" } },
  });
  const now = responseOf("in/Bolt Works/cmrt.xlsx", BOLT);
  const { evaluation, rules, letter } = judge([OTHER, old, now], { roster: ROSTER });
  expect(evaluation.responses.find(({ response }) => response.id === old.id)?.state).toBe("stale");
  expect(evaluation.findings.filter(({ response }) => response === old.id)).toEqual([]);
  expect(rules(BOLT)).not.toContain("date-before-period");
  expect(letter(BOLT)).not.toContain("old.xlsx");
});

test.each([
  "Larkmoor Instruments",
  "Larkmoor Instruments Group Inc.",
  "LARKMOOR INSTRUMENTS HOLDINGS LTD",
  "Larkmoor Instruments, Inc. and its Subsidiaries",
  "Larkmoor Instruments Gruppe",
  "The Larkmoor Instruments Group",
])("our own declaration sent back is an error: %s", (name) => {
  const { state, rules, letter } = judge([OTHER, responseOf("in/Bolt Works/cmrt.xlsx", name)], {
    roster: ROSTER,
    issuer: "Larkmoor Instruments, Inc.",
  });
  expect(state[BOLT]).toBe("own");
  expect(rules(BOLT)).toEqual(["own-declaration-returned"]);
  expect(letter(BOLT)).toContain("own");
  expect(letter(BOLT)).not.toContain("Nothing else");
});

test.each([
  ["a subsidiary of ours that delivers", "Larkmoor Instruments Korea"],
  ["a company of part of the name", "Instruments Group"],
])("%s has not sent our own declaration", (_about, name) => {
  const roster = ["name", name, "Harrow Metals"];
  const { found } = judge([responseOf("in/answer.xlsx", name)], { roster, issuer: "Larkmoor Instruments" });
  expect(found("own-declaration-returned")).toEqual([]);
});

test("a supplier of the roster by the name of our group is that supplier", () => {
  const name = "Larkmoor Instruments Group";
  const run = (roster: string[]) =>
    judge([responseOf("in/answer.xlsx", name)], { roster, issuer: "Larkmoor Instruments" });
  expect(run(["name", name]).state[name]).toBe("valid");
  expect(run(["name", BOLT]).found("own-declaration-returned")).toHaveLength(1);
});

test("a missing supplier with a stranger of nearly its name is not told that nothing was received", () => {
  const stranger = responseOf("in/answer.xlsx", "Bolt Works International GmbH");
  const { state, found, letter } = judge([OTHER, stranger], { roster: ROSTER });
  expect(state[BOLT]).toBe("missing");
  expect(found("missing-supplier-alike")).toHaveLength(1);
  const [missing] = found("supplier-missing");
  expect(missing?.message).toContain("Bolt Works International GmbH may be its own");
  expect(letter(BOLT)).not.toContain(NOTHING);
  expect(letter(BOLT)).toContain("under another name");
  // The unknown company's name must not be disclosed to others.
  expect(letter(BOLT)).not.toContain("International");
  const alone = judge([OTHER, responseOf("in/answer.xlsx", "Quillon Circuits")], { roster: ROSTER });
  expect(alone.letter(BOLT)).toContain(NOTHING);
  expect(alone.found("supplier-missing")[0]?.message).toBe(
    "Nothing was received from Bolt Works GmbH for the period 2025.",
  );
});

const NEXT_YEAR = responseOf("in/Bolt Works/next.xlsx", BOLT, {
  company: { effectiveDate: "2025-09-01", contactName: null },
});
const THIS_YEAR = responseOf("in/Bolt Works/this.xlsx", BOLT, { company: { effectiveDate: "2024-09-01" } });

test("next year's file beside this year's valid one asks nothing, errors or not", () => {
  const { evaluation, rules, letter } = judge([THIS_YEAR, NEXT_YEAR], { roster: ROSTER, period: 2024 });
  expect(evaluation.responses.find(({ response }) => response.id === NEXT_YEAR.id)?.state).toBe("late");
  expect(evaluation.findings.filter(({ response }) => response === NEXT_YEAR.id)).toMatchObject([
    { rule: "date-after-cutoff", severity: "info" },
  ]);
  expect(rules(BOLT)).not.toContain("contact-name-missing");
  expect(letter(BOLT)).not.toContain("next.xlsx");
  // Without another response, it is reported as late, with its findings.
  const alone = judge([OTHER, NEXT_YEAR], { roster: ROSTER, period: 2024 });
  expect(alone.rules(BOLT)).toEqual(expect.arrayContaining(["date-after-cutoff", "contact-name-missing"]));
});

test("a response without a date is asked for it in the period that it belongs to, and in no earlier one", () => {
  const responses = [
    responseOf("in/Harrow Metals/old.xlsx", "Harrow Metals", { company: { effectiveDate: "2024-08-01" } }),
    OTHER,
    undated("in/Bolt Works/cmrt.xlsx", "2025-08-03"),
  ];
  expect(judge(responses, { roster: ROSTER }).rules(BOLT)).toContain("effective-date-missing");
  expect(judge(responses, { roster: ROSTER, period: 2024 }).rules(BOLT)).toEqual([]);
});

test("a company that was asked last year and is not on this year's roster is asked nothing", () => {
  const old = responseOf("2024/Old Supplier/cmrt.xlsx", "Old Supplier", {
    company: { effectiveDate: "2024-08-01" },
  });
  const { rules, letter, state, consolidation } = judge([OTHER, old], { roster: ROSTER });
  expect(consolidation.proposals[0]?.why.join(" ")).not.toContain("predates the period");
  expect(state["Old Supplier"]).toBe("stale");
  expect(rules("Old Supplier")).toEqual([]);
  expect(letter("Old Supplier")).toBe("");
  // Without a roster it is unknown who is asked.
  const unasked = judge([OTHER, old]);
  expect(unasked.rules("Old Supplier")).toEqual(["date-before-period"]);
  expect(unasked.consolidation.proposals[0]?.why.join(" ")).toContain("predates the period");
  const stranger = responseOf("in/answer.xlsx", "Quillon Circuits");
  expect(judge([OTHER, stranger], { roster: ROSTER }).rules("Quillon Circuits")).toContain(
    "supplier-not-on-roster",
  );
});

test("a blank template of nobody is one finding", () => {
  const { evaluation } = judge([OTHER, blankResponse("in/blank.xlsx", "2025-08-01")], { roster: ROSTER });
  const its = evaluation.findings.filter(({ file }) => file === "in/blank.xlsx");
  expect(its.map(({ rule }) => rule)).toEqual(["blank-template"]);
});

test("two suppliers of one name on the roster have findings and letters of their own", () => {
  const roster = ["id,name", "S-100,Acme Ltd", "S-200,Acme Ltd", "S-300,Harrow Metals"];
  const responses = [
    OTHER,
    responseOf("in/S-100/cmrt.xlsx", "Acme Ltd", { company: { contactName: null } }),
    responseOf("in/S-200/cmrt.xlsx", "Acme Ltd"),
  ];
  const { state, rules, letter, found } = judge(responses, { roster });
  expect(state).toMatchObject({ "Acme Ltd (S-100)": "invalid", "Acme Ltd (S-200)": "valid" });
  expect(rules("Acme Ltd (S-100)")).toContain("contact-name-missing");
  expect(rules("Acme Ltd (S-200)")).not.toContain("contact-name-missing");
  expect(letter("Acme Ltd (S-100)")).toContain("The contact name is empty");
  expect(letter("Acme Ltd (S-200)")).toBe("");
  expect(found("declarant-not-supplier")).toEqual([]);
});

test("of a stranger that may be a missing supplier that is said, and not that the roster lacks it", () => {
  const stranger = responseOf("in/answer.xlsx", "Bolt Works International GmbH");
  const rules = judge([OTHER, stranger], { roster: ROSTER }).rules("Bolt Works International GmbH");
  expect(rules).toContain("missing-supplier-alike");
  expect(rules).not.toContain("supplier-not-on-roster");
});

test.each<[string, string, Judged, readonly number[] | undefined]>([
  ["in the months that two periods share", "2026-03-10", {}, [2026]],
  ["in those that the later of them shares", "2026-03-10", { period: 2026 }, [2025]],
  ["after them", "2025-06-12", {}, undefined],
])(
  "a response dated %s counts for another period, too, and that is said",
  (_about, day, campaign, countsToo) => {
    const bolt = responseOf("in/Bolt Works/cmrt.xlsx", BOLT, { company: { effectiveDate: day } });
    const { evaluation } = judge([bolt], { roster: ROSTER, ...campaign });
    expect(evaluation.responses[0]?.countsToo).toEqual(countsToo);
    const said = evaluation.responses[0]?.reason.includes(`counts for ${countsToo?.[0]}, too`);
    expect(said).toBe(countsToo !== undefined);
  },
);

test("a response that a newer one takes the place of in the other period counts for one only", () => {
  const filed = (day: string) =>
    responseOf(`in/Bolt Works/${day}.xlsx`, BOLT, { company: { effectiveDate: day } });
  const of = (period: number) =>
    judge([filed("2025-03-10"), filed("2025-09-01")], { roster: ROSTER, period }).evaluation.responses;
  expect(of(2024)[0]).toMatchObject({ standing: "standing", reason: expect.not.stringContaining("too") });
  expect(of(2025).map(({ countsToo }) => countsToo)).toEqual([undefined, undefined]);
});
