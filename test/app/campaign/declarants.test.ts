// Whose declaration a response is: invented campaigns with a roster, evaluated as by the commands.
import { expect, test } from "vitest";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import { consolidate } from "../../../src/campaign/consolidate.ts";
import { parseRoster } from "../../../src/campaign/parse-roster.ts";
import { funnelOf } from "../../../src/domain/funnel.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";
import type { AcceptedFinding } from "../../../src/model/finding.ts";
import type { UnreadableFile } from "../../../src/model/workbook.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const ROSTER = parseRoster(
  [
    "id,name,other names",
    "S-100,Bolt Works GmbH,Bolt Works Europe",
    "S-200,Harrow Metals,",
    "S-300,Murata Manufacturing,",
  ].join("\n"),
);
const response = (file: string, companyName: string | null, more: Record<string, string | null> = {}) =>
  buildResponse({
    id: file,
    file,
    company: { companyName, ...more },
  });

interface Campaign {
  accepted?: AcceptedFinding[];
  issuer?: string;
  copies?: { id: string; files: string[] }[];
  unreadable?: UnreadableFile[];
}

/** Evaluates a campaign of these responses with a roster. */
function judged(responses: ReturnType<typeof response>[], roster: ReturnType<typeof parseRoster>) {
  return evaluate(
    { responses, withdrawn: new Set(), unreadable: [], lists: [], copies: [] },
    { period: 2025, today: "2026-06-01", settings: DEFAULT_SETTINGS, roster },
  );
}

function run(
  responses: ReturnType<typeof response>[],
  { accepted = [], issuer, copies = [], unreadable = [] }: Campaign = {},
) {
  const evaluation = evaluate(
    { responses, withdrawn: new Set(), unreadable, lists: [], copies },
    {
      period: 2025,
      today: "2026-06-01",
      settings: { ...DEFAULT_SETTINGS, ...(issuer ? { issuer } : {}) },
      roster: ROSTER,
      accepted,
    },
  );
  const { suppliers } = consolidate(evaluation);
  const state = Object.fromEntries(suppliers.map((one) => [one.name, one.state]));
  const found = (rule: string) => evaluation.findings.filter((finding) => finding.rule === rule);
  return { evaluation, state, funnel: funnelOf(suppliers), found };
}

const DOUBT = "declarant-not-supplier";

test.each([
  ["the same name", "Bolt Works GmbH"],
  ["another legal form", "Bolt Works AG"],
  ["a word of groups", "Bolt Works Group"],
  ["one of its other names", "Bolt Works Europe"],
  ["a place behind it", "Bolt Works (Suzhou) Co., Ltd."],
  ["a slip", "Bollt Works"],
])("%s asks nothing", (_about, name) => {
  const { found, state } = run([response("in/S-100/cmrt.xlsx", name)]);
  expect(found(DOUBT)).toEqual([]);
  expect(state["Bolt Works GmbH"]).toBe("valid");
});

test.each([
  ["National Instruments", "Texas Instruments", true],
  ["General Electric", "Mitsubishi Electric Corporation", true],
  ["International Rectifier", "Vishay Rectifier Division", true],
  ["National Instruments", "National Instruments Hungary Kft.", false],
  ["Bolt Works", "International Bolt Works", false],
  ["Bolt Works International", "Bolt Works Group", false],
  ["Gruppo Bianchi", "Bianchi S.p.A.", false],
])("filed for %s, declared by %s: asks %s", (name, declared, asks) => {
  const roster = parseRoster(`id,name\nS-900,${name}`);
  const evaluation = judged([response("in/S-900/cmrt.xlsx", declared)], roster);
  expect(evaluation.findings.some(({ rule }) => rule === DOUBT)).toBe(asks);
});

const CONFIRM = "declarant-name-to-confirm";
const ADDRESS = "declarations@yamato-denshi.co.jp";

test.each<[string, string, string | null, string?]>([
  // Abbreviated names.
  ["Texas Instruments Incorporated", "TI", null],
  ["Texas Instruments Deutschland GmbH", "TI", null],
  ["Advanced Micro Devices, Inc.", "AMD", null],
  ["Analog Devices, Inc.", "ADI", null],
  ["Taiwan Semiconductor Manufacturing Company Limited", "TSMC", null],
  ["NXP Semiconductors N.V.", "NXP Semi", null],
  ["ON Semiconductor", "onsemi", null],
  ["Bolt Manufacturing GmbH", "Bolt Mfg.", null],
  ["MACOM Technology Solutions", "M/A-COM", null],
  ["STMicroelectronics", "STM", CONFIRM],
  ["Harrow Metals Europe", "HM", CONFIRM],
  ["National Instruments", "TI", DOUBT],
  ["Toshiba", "TI", DOUBT],
  ["ON Semiconductor", "NXP Semi", DOUBT],
  ["Intelligent Lighting", "Intel", CONFIRM],
  // Names in other scripts.
  ["Yamato Denshi", "大和電子", null],
  ["Yamato Electronics Co., Ltd.", "大和電子株式会社", null],
  ["Taiyo Yuden", "太陽誘電株式会社", null],
  ["Japan Aviation Electronics Industry", "日本航空電子工業株式会社", null],
  ["Samsung Electronics", "삼성전자", null],
  ["Daiwa Denshi", "大和電子", null],
  ["Yamada Denshi", "山田電子", null],
  ["Murata Manufacturing", "株式会社村田製作所", null],
  ["Kyocera", "京セラ株式会社", null],
  ["Tokyo Electron", "東京エレクトロン株式会社", null],
  ["Shenzhen Shunluo Electronics", "深圳顺络电子股份有限公司", null],
  ["Dahe Electronics", "大和电子有限公司", null],
  ["深圳华强电子", "华强电子有限公司", null],
  // Read only in part, with an unusual reading, or approximately.
  ["Yamato Denshi", "山田電子", CONFIRM],
  ["Yamato Denshi", "大和田電子", CONFIRM],
  ["Yamato Denshi", "ヤマダ電子", CONFIRM],
  ["Tanaka Denshi", "中田電子", CONFIRM],
  ["Kamida Denshi", "上田電子", CONFIRM],
  ["Taiyo Yuden", "太陽電機", CONFIRM],
  ["Mitsubishi Electric", "三菱マテリアル株式会社", CONFIRM],
  ["Samsung Electronics", "삼성전기", CONFIRM],
  ["Dahe Electronics", "大和電子株式会社", CONFIRM],
  ["大和", "大和田電機", CONFIRM],
  ["Yamato Denshi", "山田電子", null, ADDRESS],
  ["Foxglove Precision", "鴻海精密工業股份有限公司", CONFIRM],
  ["Shenzhen Sunlord Electronics", "深圳顺络电子股份有限公司", CONFIRM],
  ["Foxglove Precision", "鴻海精密工業股份有限公司", null, "cmrt@foxglove.com.tw"],
  ["Foxglove Precision", "鴻海精密工業股份有限公司", CONFIRM, "foxglove@gmail.com"],
  ["Foxglove Precision", "Quillon Circuits", DOUBT, "cmrt@foxglove.com.tw"],
])("filed for %s, declared by %s: %s", (name, declared, rule, email) => {
  const roster = parseRoster(`id,name\nS-900,"${name}"`);
  const evaluation = judged(
    [response("in/S-900/cmrt.xlsx", declared, email ? { contactEmail: email } : {})],
    roster,
  );
  const found = evaluation.findings.filter((finding) => finding.rule === DOUBT || finding.rule === CONFIRM);
  expect(found.map((finding) => finding.rule)).toEqual(rule === null ? [] : [rule]);
  expect(evaluation.responses[0]?.state).toBe(rule === null ? "valid" : "foreign");
});

test("a name that two suppliers of the roster may be read as is asked about", () => {
  const declared = [response("in/S-100/cmrt.xlsx", "高田電子株式会社")];
  const rules = (...names: string[]) =>
    judged(declared, parseRoster(["id,name", ...names.map((name, at) => `S-${at + 1}00,${name}`)].join("\n")))
      .findings.map(({ rule }) => rule)
      .filter((rule) => rule === DOUBT || rule === CONFIRM);
  expect(rules("Takada Denshi", "Takata Denshi")).toEqual([CONFIRM]);
  expect(rules("Takada Denshi", "Takata Seimitsu")).toEqual([]);
});

test("a name in another script that is another supplier's is said to be that", () => {
  const roster = parseRoster("id,name\nS-100,Bolt Works GmbH\nS-200,Yamato Denshi");
  const evaluation = judged([response("in/S-100/cmrt.xlsx", "大和電子")], roster);
  expect(evaluation.findings.filter(({ rule }) => rule === DOUBT)).toMatchObject([
    { facts: { declared: "大和電子", other: "Yamato Denshi" } },
  ]);
});

test.each<[string, string, string | null]>([
  ["short", "HMI", null],
  ["in another script", "大和電子", null],
  ["of which only the mail address is like the supplier's", "Quillon", ADDRESS],
])("a stranger's name %s is offered for a missing supplier", (_about, declared, email) => {
  const roster = parseRoster("name\nHarrow Metals Industries\nYamato Denshi");
  const evaluation = judged(
    [response("in/answer.xlsx", declared, email ? { contactEmail: email } : {})],
    roster,
  );
  const pairs = evaluation.findings.filter(({ rule }) => rule === "missing-supplier-alike");
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.message.includes("whose name the e-mail domain of its contacts has")).toBe(email !== null);
});

test("local script asks nothing", () => {
  const { found } = run([response("in/S-300/cmrt.xlsx", "株式会社村田製作所")]);
  expect(found(DOUBT)).toEqual([]);
});

test.each([
  ["a stranger's", "Quillon Circuits"],
  ["that of another supplier", "Harrow Metals"],
])(
  "a company name that is %s keeps the response from being valid until a person accepts it",
  (_about, name) => {
    const responses = [response("in/S-100/cmrt.xlsx", name)];
    const { found, state, funnel } = run(responses);
    expect(found(DOUBT)).toMatchObject([
      { severity: "warning", supplier: "Bolt Works GmbH", at: "Declaration!D8" },
    ]);
    expect(state["Bolt Works GmbH"]).toBe("foreign");
    expect(funnel).toMatchObject({ surveyed: 3, responded: 1, valid: 0 });
    const accepted = [
      { rule: DOUBT, supplier: "Bolt Works GmbH", cell: "Declaration!D8", reason: "their parent declares" },
    ];
    expect(run(responses, { accepted })).toMatchObject({ funnel: { responded: 1, valid: 1 } });
  },
);

test("a unique ID of another supplier asks", () => {
  const roster = parseRoster("name,unique id\nBolt Works GmbH,11-111-1111\nHarrow Metals,22-222-2222");
  const evaluation = judged(
    [response("Bolt Works/cmrt.xlsx", "Bolt Works GmbH", { companyUniqueId: "22-222-2222" })],
    roster,
  );
  expect(evaluation.responses[0]?.state).toBe("foreign");
  expect(evaluation.findings.find(({ rule }) => rule === DOUBT)?.message).toContain("Harrow Metals");
});

test("our own declaration is an error, not usable, and no response", () => {
  const responses = [response("in/S-100/cmrt.xlsx", "Larkmoor Instruments Ltd")];
  const { found, state, funnel, evaluation } = run(responses, { issuer: "Larkmoor Instruments" });
  expect(found("own-declaration-returned")).toMatchObject([
    { severity: "error", supplier: "Bolt Works GmbH" },
  ]);
  expect(found(DOUBT)).toEqual([]);
  expect(state["Bolt Works GmbH"]).toBe("own");
  expect(funnel).toMatchObject({ received: 1, usable: 0, responded: 0 });
  expect(
    evaluation.findings.filter(
      ({ rule, supplier }) => rule === "supplier-missing" && supplier === "Bolt Works GmbH",
    ),
  ).toEqual([]);
});

test("a missing supplier and a stranger of nearly its name are offered as a pair, which a person accepts", () => {
  const responses = [response("in/answer.xlsx", "Harrow Metals International")];
  const { found, state, funnel } = run(responses);
  expect(found("missing-supplier-alike")).toMatchObject([
    { supplier: "Harrow Metals International", facts: { supplier: "Harrow Metals" } },
  ]);
  expect(state["Harrow Metals"]).toBe("missing");
  expect(funnel.responded).toBe(0);
  const accepted = [
    {
      rule: "missing-supplier-alike",
      supplier: "Harrow Metals International",
      cell: "Declaration!D8",
      reason: "one company",
    },
  ];
  const after = run(responses, { accepted });
  expect(after.state["Harrow Metals"]).toBe("valid");
  expect(after.state).not.toHaveProperty("Harrow Metals International");
  expect(after.funnel.responded).toBe(1);
  expect(after.evaluation.gone).toEqual([]);
});

test("a stranger of another name is no pair", () => {
  expect(run([response("in/answer.xlsx", "Quillon Circuits")]).found("missing-supplier-alike")).toEqual([]);
});

test("a file with the bytes of another supplier's was received and is not usable", () => {
  const one = response("in/S-100/cmrt.xlsx", "Harrow Metals");
  const copies = [{ id: one.id, files: ["in/S-100/cmrt.xlsx", "in/S-200/cmrt.xlsx"] }];
  const { state, funnel, found, evaluation } = run([one], { copies });
  expect(state).toMatchObject({ "Bolt Works GmbH": "copied", "Harrow Metals": "valid" });
  expect(funnel).toMatchObject({ received: 2, usable: 1, responded: 1 });
  expect(found("file-copied")).toMatchObject([{ supplier: "Bolt Works GmbH", severity: "error" }]);
  expect(found("file-duplicate")).toEqual([]);
  expect(
    evaluation.findings.filter(
      ({ rule, supplier }) => rule === "supplier-missing" && supplier === "Bolt Works GmbH",
    ),
  ).toEqual([]);
});

test.each<[string, string, string[], object]>([
  [
    "and the declarant's own copy in a folder of nobody",
    "Harrow Metals",
    ["in/S-100/cmrt.xlsx", "in/mail/reply.xlsx"],
    { "Bolt Works GmbH": "copied", "Harrow Metals": "valid" },
  ],
  [
    "both copies in the folder of one supplier",
    "Harrow Metals",
    ["in/S-100/again.xlsx", "in/S-100/cmrt.xlsx"],
    { "Bolt Works GmbH": "foreign", "Harrow Metals": "missing" },
  ],
  [
    "and a copy of nobody's of the supplier's own file",
    "Bolt Works GmbH",
    ["in/S-100/cmrt.xlsx", "in/mail/reply.xlsx"],
    { "Bolt Works GmbH": "valid", "Harrow Metals": "missing" },
  ],
])("one file twice, %s", (_about, company, files, expected) => {
  const one = response(files[0] as string, company);
  expect(run([one], { copies: [{ id: one.id, files }] }).state).toMatchObject(expected);
});

test("a copy of another's file in a folder of nearly the supplier's name may be what the supplier sent", () => {
  const one = response("in/mail/cmrt.xlsx", "Harrow Metals");
  const missing = (second: string) =>
    run([one], { copies: [{ id: one.id, files: ["in/mail/cmrt.xlsx", second] }] }).found(
      "supplier-missing",
    )[0]?.message;
  expect(missing("in/Bolt Work/answer.xlsx")).toContain("in/Bolt Work/answer.xlsx may be its own");
  expect(missing("a/Bolt Work/answer.xlsx")).toContain("a/Bolt Work/answer.xlsx may be its own");
  expect(missing("in/mail/again.xlsx")).toBe(
    "Nothing was received from Bolt Works GmbH for the period 2025.",
  );
});

test("our own second copy of a supplier's file is an info, and leaves it valid", () => {
  const one = response("in/S-200/cmrt.xlsx", "Harrow Metals");
  const copies = [{ id: one.id, files: ["in/S-200/again.xlsx", "in/S-200/cmrt.xlsx"] }];
  expect(run([one], { copies })).toMatchObject({
    state: { "Harrow Metals": "valid" },
    funnel: { received: 1, valid: 1 },
  });
});

test("a damaged file in a folder with the supplier's name is received and not usable", () => {
  const unreadable: UnreadableFile[] = [
    {
      path: "in/Harrow Metals Ltd/answer.xlsx",
      container: null,
      sha256: null,
      bytes: 10,
      unreadable: { kind: "damaged", reason: "The file is cut off.", ask: "Ask for it again." },
    },
  ];
  const { state, funnel, evaluation } = run([], { unreadable });
  expect(state["Harrow Metals"]).toBe("unreadable");
  expect(funnel).toMatchObject({ received: 1, usable: 0, responded: 0 });
  const ofSupplier = evaluation.findings.filter(({ supplier }) => supplier === "Harrow Metals");
  expect(ofSupplier.map(({ rule }) => rule)).toEqual(["file-unreadable"]);
});
