// What may be concluded: a campaign in which all suppliers answer No but one thing contradicts it, and beside it one in
// which nothing does.
import { expect, test } from "vitest";
import { LISTED_LIST } from "../../helpers/build-evaluation.ts";
import { type BuildOptions, LISTED } from "../../helpers/build-response.ts";
import { type Judged, judge, responseOf } from "../../helpers/judge-campaign.ts";

const ROSTER = ["id,name", "S-100,Bolt Works GmbH", "S-200,Harrow Metals"];
const BOLT = "Bolt Works GmbH";
const NO = "no reason to believe";
const OPEN = "undetermined";
const LISTS = [LISTED_LIST];
const HARROW = responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals");
const ROWS = Object.entries(LISTED).map(([metal, { name, country, id }]) => ({
  metal,
  lookupName: name,
  name,
  country,
  id,
  inOwnList: true,
}));
/** The rows with changes in the one for tin. */
const tinRow = (more: object) => ROWS.map((row) => (row.metal === "tin" ? { ...row, ...more } : row));
const NOT_USED = { intentionallyAdded: "no", necessaryInProduct: null, coveredCountries: null } as const;

const bolt = (more: BuildOptions = {}, file = "in/Bolt Works/cmrt.xlsx") => responseOf(file, BOLT, more);
const run = (responses: ReturnType<typeof bolt>[], more: Judged = {}) =>
  judge([HARROW, ...responses], { roster: ROSTER, lists: LISTS, ...more });
const signs = ({ consolidation }: ReturnType<typeof run>) => consolidation.signs.map(({ kind }) => kind);

test("everybody on the roster is heard and answers No, and nothing speaks against it", () => {
  const result = run([bolt()]);
  expect(result.outcomes).toEqual({ tantalum: NO, tin: NO, gold: NO, tungsten: NO });
  expect(signs(result)).toEqual([]);
});

test("without a roster how many were asked is not known, and nothing is concluded", () => {
  const { outcomes, consolidation } = judge([HARROW, bolt()], { lists: LISTS });
  expect(outcomes.tin).toBe(OPEN);
  expect(consolidation.proposals[0]?.why.join(" ")).toContain(
    "without a roster it is not known how many were asked",
  );
});

test("a supplier that is missing leaves every metal undetermined", () => {
  expect(run([]).outcomes).toEqual({ tantalum: OPEN, tin: OPEN, gold: OPEN, tungsten: OPEN });
});

test.each<[string, BuildOptions, string, string]>([
  [
    "a smelter in Rwanda",
    {
      smelters: tinRow({
        country: "RW",
        lookupName: "Smelter not listed",
        name: "Kigali Tin",
        id: undefined,
      }),
    },
    "smelter-in-covered-country",
    OPEN,
  ],
  [
    "a mine in Rwanda",
    { smelters: tinRow({ mineCountries: "Rwanda" }) },
    "mine-in-covered-country",
    "originated",
  ],
  ["the class CC", { smelters: tinRow({ mineCountries: "CC" }) }, "mine-in-covered-country", "originated"],
  ["the word DRC", { smelters: tinRow({ mineCountries: "DRC" }) }, "mine-in-covered-country", "originated"],
  [
    "a district of Rwanda",
    { smelters: tinRow({ mineNames: "Rutsiro" }) },
    "mine-in-covered-country",
    "originated",
  ],
  ["a No without a survey", { policies: { supplierSurvey: "no" } }, "no-without-basis", OPEN],
  ["a No without a review", { policies: { reviewSupplierInfo: "no" } }, "no-without-basis", OPEN],
  ["a No without due diligence", { policies: { dueDiligenceImplemented: "no" } }, "no-without-basis", OPEN],
])("%s is a warning sign, and the metal is not cleared", (_about, more, kind, outcome) => {
  const result = run([bolt(more)]);
  expect(signs(result)).toContain(kind);
  expect(result.outcomes.tin).toContain(outcome);
});

test.each<[string, object]>([
  ["the class LR", { mineCountries: "LR" }],
  ["a mine in Peru", { mineCountries: "Peru" }],
  ["recycled or scrap", { mineCountries: "RS" }],
  ["a smelter in Bolivia", { country: "BO" }],
])("%s is no warning sign", (_about, more) => {
  const result = run([bolt({ smelters: tinRow(more) })]);
  expect(signs(result)).toEqual([]);
  expect(result.outcomes.tin).toBe(NO);
});

test("a smelter in a covered country is a sign of a metal that is declared out of scope too", () => {
  const rows = tinRow({ country: "RW", lookupName: "Smelter not listed", name: "Kigali Tin", id: undefined });
  const others = { answers: { tin: NOT_USED } };
  const quiet = judge(
    [
      responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals", others),
      bolt({ ...others, smelters: ROWS.filter(({ metal }) => metal !== "tin") }),
    ],
    { roster: ROSTER, lists: LISTS },
  );
  expect(quiet.outcomes.tin).toBe("not in scope");
  const result = judge(
    [responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals", others), bolt({ ...others, smelters: rows })],
    { roster: ROSTER, lists: LISTS },
  );
  expect(signs(result)).toContain("smelter-in-covered-country");
  expect(result.outcomes.tin).toBe(OPEN);
});

test("a No that was Yes last year with the same smelters keeps the metal open; with other smelters it is a question only", () => {
  const yes = { coveredCountries: "yes", cahra: "yes" } as const;
  const last = (smelters: BuildOptions["smelters"] = ROWS) =>
    bolt(
      { smelters: smelters ?? [], answers: { tin: yes }, company: { effectiveDate: "2024-06-12" } },
      "old/Bolt Works/cmrt.xlsx",
    );
  const same = run([last(), bolt()]);
  expect(signs(same)).toContain("no-was-yes");
  expect(same.outcomes.tin).toBe(OPEN);
  expect(same.outcomes.gold).toBe(NO);
  const other = run([
    last(tinRow({ lookupName: "Smelter not listed", name: "Old Works", id: undefined, country: "PE" })),
    bolt(),
  ]);
  expect(signs(other)).toEqual([]);
  expect(other.found("origin-no-was-yes")).toHaveLength(2);
  expect(run([bolt()]).found("origin-no-was-yes")).toEqual([]);
});

test("declarations of one supplier that contradict each other keep the metal open", () => {
  const products = [{ row: 6, number: "B-1" }];
  const product = (coveredCountries: "yes" | "no" | "unknown") =>
    bolt(
      {
        products,
        company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
        answers: { tin: { coveredCountries } },
      },
      "in/Bolt Works/product.xlsx",
    );
  const result = run([bolt(), product("yes")]);
  expect(signs(result)).toContain("contradicting-declarations");
  expect(result.outcomes.tin).toContain("originated");
  expect(signs(run([bolt(), product("no")]))).toEqual([]);
});

test("the declaration of another company keeps every metal open until a person accepts it", () => {
  const foreign = responseOf("in/Bolt Works/cmrt.xlsx", "Quillon Circuits");
  const result = run([foreign]);
  expect(signs(result)).toContain("another-company");
  expect(result.outcomes).toEqual({ tantalum: OPEN, tin: OPEN, gold: OPEN, tungsten: OPEN });
  const accepted = [
    { rule: "declarant-not-supplier", supplier: BOLT, cell: "Declaration!D8", reason: "their parent" },
  ];
  expect(run([foreign], { accepted }).outcomes.tin).toBe(NO);
});

test("a metal that the roster expects and the supplier denies is not out of scope", () => {
  const roster = ["id,name,minerals", "S-100,Bolt Works GmbH,tin", "S-200,Harrow Metals,"];
  const others = { answers: { tin: NOT_USED }, smelters: ROWS.filter(({ metal }) => metal !== "tin") };
  const responses = [responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals", others), bolt(others)];
  const result = judge(responses, { roster, lists: LISTS });
  expect(result.found("expected-metal-denied")).toHaveLength(1);
  expect(result.outcomes.tin).toBe(OPEN);
  expect(judge(responses, { roster: ROSTER, lists: LISTS }).outcomes.tin).toBe("not in scope");
});

test.each<[string, BuildOptions]>([
  [
    "a smelter that is not on the list",
    {
      smelters: tinRow({
        lookupName: "Smelter not listed",
        name: "Nobody's Tin",
        id: undefined,
        country: "BO",
      }),
    },
  ],
  ["smelters that are not all identified", { answers: { tin: { allSmeltersIdentified: "no" } } }],
  ["an answer of Unknown", { answers: { tin: { coveredCountries: "unknown" } } }],
])("%s leaves the metal undetermined, and the others as they are", (_about, more) => {
  const { outcomes } = run([bolt(more)]);
  expect(outcomes.tin).toBe(OPEN);
  expect(outcomes.gold).toBe(NO);
});

test("an accepted sign no longer keeps the metal open", () => {
  const smelters = tinRow({ country: "RW" });
  const entries = LISTED_LIST.entries.map((one) => (one.metal === "tin" ? { ...one, country: "RW" } : one));
  const lists = [{ ...LISTED_LIST, entries }];
  const harrow = responseOf("in/Harrow Metals/cmrt.xlsx", "Harrow Metals", {
    answers: { tin: NOT_USED },
    smelters: ROWS.filter(({ metal }) => metal !== "tin"),
  });
  const all = (more: Judged = {}) => judge([harrow, bolt({ smelters })], { roster: ROSTER, lists, ...more });
  const open = all();
  const [finding] = open.found("smelter-in-covered-country");
  expect(open.outcomes.tin).toBe(OPEN);
  const accepted = [
    {
      rule: "smelter-in-covered-country",
      supplier: BOLT,
      cell: finding?.at ?? "",
      reason: "ore from Bolivia, documents seen",
    },
  ];
  const after = all({ accepted });
  expect(after.outcomes.tin).toBe(NO);
  expect(after.consolidation.proposals.find(({ metal }) => metal === "tin")?.why.join(" ")).toContain(
    "accepted",
  );
});

test("an accepted finding of nobody in the campaign is told, since it accepts nothing", () => {
  const accepted = (supplier: string) => [
    { rule: "declarant-not-supplier", supplier, cell: "Declaration!D8", reason: "their parent" },
  ];
  const gone = (supplier: string, more: Judged = {}) =>
    judge([HARROW, bolt()], { roster: ROSTER, accepted: accepted(supplier), ...more }).evaluation.gone;
  expect(gone("Bolt Wurks")).toMatchObject([{ supplier: "Bolt Wurks" }]);
  expect(gone(BOLT)).toMatchObject([{ supplier: BOLT }]);
  // For a supplier from which nothing was received, no finding can be said to be gone.
  expect(judge([HARROW], { roster: ROSTER, accepted: accepted(BOLT) }).evaluation.gone).toEqual([]);
});
