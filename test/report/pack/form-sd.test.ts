// The draft of the filing, sentence by sentence, for an issuer with five direct suppliers that all answer.

import { expect, test } from "vitest";
import { METALS } from "../../../fixtures/cmrt.ts";
import { followUps } from "../../../src/app/follow-up/follow-ups.ts";
import { consolidate } from "../../../src/campaign/consolidate.ts";
import { parseRoster } from "../../../src/campaign/parse-roster.ts";
import { readRequests } from "../../../src/campaign/request-log.ts";
import { parseSettings } from "../../../src/forms/schemas.ts";
import type { LoggedRequest } from "../../../src/model/follow-up.ts";
import { formSdDocument, formSdSentences } from "../../../src/report/pack/form-sd/form-sd.ts";
import { type CarriedBy, type Sentence, toBlocks } from "../../../src/report/pack/form-sd/sentence.ts";
import { packTables } from "../../../src/report/pack/pack-tables.ts";
import { createContext } from "../../../src/report/pack/report-input.ts";
import { toMarkdown } from "../../../src/report/render/markdown.ts";
import { NOTHING_WITHHELD } from "../../../src/report/render/withhold.ts";
import { buildEvaluation } from "../../helpers/build-evaluation.ts";
import { type BuildOptions, buildResponse } from "../../helpers/build-response.ts";

const NAMES = ["Ash", "Birch", "Cedar", "Elm", "Fir"];
const unknown = Object.fromEntries(
  METALS.map((metal) => [metal, { coveredCountries: "unknown" }]),
) as NonNullable<BuildOptions["answers"]>;
const response = (name: string, more: BuildOptions = {}) =>
  buildResponse({
    id: name.toLowerCase(),
    file: `responses/${name}.xlsx`,
    version: "4.20",
    ...more,
    company: { companyName: name, effectiveDate: { value: "2016-10-01" }, ...more.company },
  });
/** Four cannot say where the metals come from, one says that they do not come from there. */
const RESPONSES = [
  ...NAMES.slice(0, 4).map((name) => response(name, { answers: unknown })),
  response("Fir"),
  // Replaced by the newer one.
  buildResponse({
    id: "fir-first",
    file: "responses/Fir-first.xlsx",
    version: "4.20",
    company: { companyName: "Fir", effectiveDate: { value: "2016-05-01" } },
  }),
];
const ROSTER = `name,asked on,reminded on,spend share
Ash,2016-03-01,2016-04-15,30 %
Birch,2016-03-01,,30 %
Cedar,2016-03-02,,20 %
Elm,2016-03-02,,10 %
Fir,2016-03-03,,10 %
`;
const LOG = `period,supplier,kind,date
2016,Ash,letter,2016-11-01
2016,Birch,letter,2016-11-02
2016,Cedar,letter,2016-11-02
2015,Elm,letter,2015-11-02
2016,Elm,letter,2016-11-02
`;
/** What an issuer knows about itself. */
const ISSUER = {
  issuer: "Nordhaven Instruments, Inc.",
  products: "precision scales",
  position: "several steps removed from the mining of 3TG",
};

function context(options: {
  settings?: object;
  roster?: string;
  requests?: LoggedRequest[];
  responses?: ReturnType<typeof response>[];
}) {
  const evaluation = buildEvaluation(
    options.responses ?? RESPONSES,
    options.roster === undefined ? {} : { roster: parseRoster(options.roster) },
  );
  const settings = parseSettings(JSON.stringify(options.settings ?? {}));
  const consolidation = consolidate(evaluation, settings.decisions);
  const input = {
    evaluation,
    consolidation,
    followUps: followUps(evaluation, consolidation.suppliers, options.requests ?? []).lines,
    letters: [],
    settings,
    rules: [],
    version: "0.0.0-test",
    withContacts: false,
    kept: [],
  };
  return createContext(input, packTables(input, NOTHING_WITHHELD));
}

const FULL = context({
  settings: ISSUER,
  roster: ROSTER,
  requests: readRequests(LOG).requests,
});
const carriedBy = (sentences: readonly Sentence[]) =>
  Object.fromEntries(sentences.map(({ id, by }) => [id, by]));

/** The sentences of such a filing, and the basis of each for this issuer. */
const EXPECTED: Readonly<Record<string, CarriedBy>> = {
  "cover.form": "form",
  "cover.registrant": "settings",
  "cover.jurisdiction": "company",
  "cover.fileNumber": "company",
  "cover.address": "company",
  "cover.contact": "company",
  "cover.rule": "form",
  "1.01.filed": "data",
  "1.01.minerals": "form",
  "1.01.countries": "form",
  "1.01.products": "settings",
  "1.01.necessity": "company",
  "1.01.declaredNecessary": "data",
  "1.01.position": "settings",
  "1.01.acquisitions": "company",
  "1.01.inquiry": "data",
  "1.01.surveyed": "data",
  "1.01.selection": "company",
  "1.01.coverage": "data",
  "1.01.levels": "data",
  "1.01.window": "data",
  "1.01.responded": "data",
  "1.01.answers.tantalum": "data",
  "1.01.answers.tin": "data",
  "1.01.answers.gold": "data",
  "1.01.answers.tungsten": "data",
  "1.01.requests": "data",
  "1.01.reminders": "data",
  "1.01.letters": "data",
  "1.01.corrected": "data",
  "1.01.smelters": "data",
  "1.01.locationIsNotOrigin": "form",
  "1.01.outcome.tantalum": "data",
  "1.01.determination.tantalum": "company",
  "1.01.outcome.tin": "data",
  "1.01.determination.tin": "company",
  "1.01.outcome.gold": "data",
  "1.01.determination.gold": "company",
  "1.01.outcome.tungsten": "data",
  "1.01.determination.tungsten": "company",
  "1.01.conclusion": "company",
  "1.01.website": "company",
  "1.01.staffPosition": "company",
  "1.02.exhibit": "form",
  "2.01.notApplicable": "form",
  "3.01.exhibits": "form",
  "signature.statement": "form",
  "signature.registrant": "settings",
  "signature.by": "company",
  "signature.date": "company",
  "exhibit.filed": "data",
  "exhibit.audit": "company",
  "exhibit.forwardLooking": "company",
  "exhibit.products": "settings",
  "exhibit.position": "settings",
  "exhibit.reliance": "form",
  "exhibit.inquiry": "data",
  "exhibit.conclusion": "data",
  "exhibit.framework": "company",
  "exhibit.policy": "company",
  "exhibit.committee": "company",
  "exhibit.board": "company",
  "exhibit.training": "company",
  "exhibit.transparency": "data",
  "exhibit.contracts": "company",
  "exhibit.grievance": "company",
  "exhibit.retention": "company",
  "exhibit.redFlags": "data",
  "exhibit.mitigation": "company",
  "exhibit.riskReport": "company",
  "exhibit.programmes": "company",
  "exhibit.website": "company",
  "exhibit.smelters": "data",
  "exhibit.companyLevel": "form",
  "exhibit.origins": "data",
  "exhibit.mineRows": "data",
  "exhibit.efforts": "company",
  "exhibit.lastYear": "company",
  "exhibit.open": "data",
  "exhibit.steps": "company",
};

test("every sentence of a filing has its text or a marked place", () => {
  const sentences = formSdSentences(FULL);
  expect(carriedBy(sentences)).toEqual(EXPECTED);
  expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
  for (const { id, by, text } of sentences) {
    const places = text.filter((piece) => typeof piece === "object" && "place" in piece);
    expect([id, places.length > 0]).toEqual([id, by === "company"]);
    expect([id, text.length > 0]).toEqual([id, true]);
  }
});

test("how many sentences the data carry, and how many wait for the company", () => {
  const count = (by: CarriedBy) => formSdSentences(FULL).filter((one) => one.by === by).length;
  expect({
    form: count("form"),
    data: count("data"),
    settings: count("settings"),
    company: count("company"),
  }).toEqual({ form: 11, data: 30, settings: 6, company: 33 });
});

test("what the settings give takes the place of the marks", () => {
  const filing = {
    jurisdiction: "Delaware",
    fileNumber: "001-00001",
    address: "1 Example Street, Sampleton, NY 00000",
    contactName: "Ada Example",
    contactPhone: "(555) 010-0000",
    signatoryName: "Ada Example",
    signatoryTitle: "Chief Financial Officer",
    website: "https://www.nordhaven.example/minerals",
    necessity: "tin is in the solder of every circuit board",
    acquisitions: "none",
    selection: "all direct suppliers of parts with circuit boards",
    coverage: "98 % of spend",
    framework: "the OECD guidance",
    policy: "https://www.nordhaven.example/policy",
    committee: "the purchasing department",
    board: "the audit committee once a year",
    training: "buyers are trained every year",
    contracts: "a supplier code of conduct",
    grievance: "minerals@nordhaven.example",
    retentionYears: 5,
    mitigation: "We write to the supplier and look for another source.",
    auditProgrammes: "the Responsible Minerals Assurance Process",
    efforts: "suppliers were asked for the mines",
    steps: "the roster will be widened",
    audit: "none",
    staffPosition2017: false,
    forwardLooking: false,
  };
  const decision = { determination: "We could not determine the source.", reason: "Suppliers do not know." };
  const sentences = formSdSentences(
    context({
      settings: {
        ...ISSUER,
        filing,
        decisions: { 2016: Object.fromEntries(METALS.map((metal) => [metal, decision])) },
      },
      roster: ROSTER,
      requests: readRequests(LOG).requests,
    }),
  );
  expect(sentences.filter(({ by }) => by === "company").map(({ id }) => id)).toEqual([
    "1.01.conclusion",
    "1.02.exhibit",
    "3.01.exhibits",
    "signature.date",
    "exhibit.conclusion",
    "exhibit.lastYear",
  ]);
  const text = toMarkdown({ title: "", blocks: toBlocks([{ kind: "sentences", sentences }]) });
  expect(text).toContain("kept for at least 5 years.");
  // A complete sentence is used unchanged.
  expect(text).toContain("We write to the supplier and look for another source. Findings of the risk");
  expect(text).toContain("**Tin.** We could not determine the source. Suppliers do not know.");
  expect(text).not.toContain("forward-looking");
  expect(text).not.toContain("April 7, 2017");
});

test("without roster, settings and letters the sentences are begun, and none is left out", () => {
  const bare = carriedBy(formSdSentences(context({})));
  expect(Object.keys(bare)).toEqual(Object.keys(EXPECTED));
  for (const id of ["1.01.surveyed", "1.01.coverage", "1.01.requests", "1.01.reminders", "1.01.letters"]) {
    expect([id, bare[id]]).toEqual([id, "company"]);
  }
});

const draft = (settings: object) =>
  toMarkdown(formSdDocument(context({ settings: { ...ISSUER, ...settings }, roster: ROSTER })));

test("companies that were never asked are named in a working note, and not counted as asked or responding", () => {
  const strangers = [...RESPONSES, response("Yew"), response("Xylo")];
  const text = toMarkdown(
    formSdDocument(context({ settings: ISSUER, roster: ROSTER, responses: strangers })),
  );
  expect(text).toContain(
    "not part of the filing:** Declarations came from Xylo and Yew, which are not on the roster.",
  );
  expect(text).toContain("5 suppliers were asked");
  expect(text).toContain(
    "5 of 5 suppliers responded (100%). Declarations of 2 companies that were not asked are included below.",
  );
  expect(text).toContain("of 7 suppliers that have it in scope");
  expect(draft({})).not.toContain("were not asked");
});

test("the items stand in the order of the form", () => {
  const text = draft({});
  const wanted = [
    "## Cover page",
    "### Item 1.01 Conflict Minerals Disclosure and Report",
    "### Conflict Minerals Disclosure",
    "### Item 1.02 Exhibit",
    "### Item 2.01 Resource Extraction Issuer Disclosure and Report",
    "### Item 3.01 Exhibits",
    "## Signatures",
    "## Exhibit 1.01 Conflict Minerals Report",
  ];
  const places = wanted.map((heading) => text.indexOf(`\n${heading}\n`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
});

test("the covered countries are defined once, all ten of them", () => {
  const text = draft({});
  const definition =
    "The “covered countries” are the Democratic Republic of the Congo and the countries that adjoin it: Angola, Burundi, Central African Republic, Republic of the Congo, Rwanda, South Sudan, Tanzania, Uganda and Zambia.";
  expect(text.split(definition)).toHaveLength(2);
});

test("a company acquired in the eight months before the period begins may be left out", () => {
  expect(draft({})).toContain("a company acquired after about May 1, 2015 may be left out");
});

test.each([
  [undefined, "**\\[option, to be decided with counsel", "is filed as Exhibit 1.01"],
  [
    true,
    "provides the disclosure under Item 1.01(a) and (b) and files no Conflict Minerals Report.",
    "None, as explained under Item 1.01.",
  ],
  [false, "### Item 1.02 Exhibit", "is filed as Exhibit 1.01"],
])("the staff's position of 2017: %s", (staffPosition2017, ...texts) => {
  const text = draft(staffPosition2017 === undefined ? {} : { filing: { staffPosition2017 } });
  for (const wanted of texts) expect(text).toContain(wanted);
  expect(text.includes("Not filed: the settings say")).toBe(staffPosition2017 === true);
});

test.each([
  [undefined, "This report **\\[was not, or was, subject to an independent private sector audit"],
  ["none", "This report was not subject to an independent private sector audit."],
  [
    "obtained",
    "An independent private sector audit of this report was obtained from **\\[name of the auditor\\]**",
  ],
])("the audit: %s", (audit, wanted) => {
  expect(draft(audit === undefined ? {} : { filing: { audit } })).toContain(wanted);
});

test.each([
  [undefined, "Forward-looking statements: **\\["],
  [true, "are forward-looking statements within the meaning of the federal securities laws"],
])("forward-looking statements: %s", (forwardLooking, wanted) => {
  expect(draft(forwardLooking === undefined ? {} : { filing: { forwardLooking } })).toContain(wanted);
});

test.each([
  ["shares of less than all", ["60 %", "30 %", "8 %"], "They account for 98% of the relevant spend."],
  ["shares of all", ["60 %", "30 %", "10 %"], "all of the spend that the company's list of suppliers gives"],
  ["amounts", ["125000", "40000", "35000"], "all of the spend that the company's list of suppliers gives"],
])("the spend by %s", (_about, [ash, birch, cedar], said) => {
  const roster = `name,spend share\nAsh,${ash}\nBirch,${birch}\nCedar,${cedar}\n`;
  expect(toMarkdown(formSdDocument(context({ roster })))).toContain(said);
});

test("follow-ups come with their counts and days", () => {
  const text = toMarkdown(formSdDocument(FULL));
  expect(text).toContain(
    "Requests were sent to 5 suppliers from March 1, 2016 to March 3, 2016. 1 supplier was reminded on April 15, 2016. Letters on open points were written to 4 suppliers, the last on November 2, 2016; none of them had answered again by June 30, 2017. By June 30, 2017, 1 supplier had replaced a response with a newer one.",
  );
});

test("every way of saying yes counts as Yes to a practice, and a supplier once", () => {
  const policies = { supplierSurvey: "yesOtherFormat" } as const;
  const products: BuildOptions = {
    id: "ash-products",
    company: { scope: { value: "product" } },
    products: [{ row: 6, number: "A-1" }],
  };
  const text = toMarkdown(
    formSdDocument(
      context({
        roster: ROSTER,
        responses: [
          response("Ash", { policies }),
          response("Ash", products),
          response("Birch"),
          response("Cedar", { policies: { supplierSurvey: "no" } }),
        ],
      }),
    ),
  );
  expect(text).toContain("| suppliers surveyed | 2 | 3 | 67% |");
});
