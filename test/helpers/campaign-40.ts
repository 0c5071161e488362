// A campaign of 40 suppliers over two periods with every state that a response can have. The expectations in
// test/report/pack/campaign-40.test.ts are calculated by hand from the comments here.
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Response } from "../../src/model/response.ts";
import type { Roster } from "../../src/model/roster.ts";
import type { UnreadableFile } from "../../src/model/workbook.ts";
import { type BuildOptions, buildResponse } from "./build-response.ts";

const idOf = (number: number): string => `S-${String(number).padStart(2, "0")}`;

/**
 * S-01 to S-20 with 3 % of spend each, S-21 to S-40 with 2 %. S-37 and S-38 are in scope from 2016 on, S-39 until the end
 * of 2015, S-40 from 2017 on: 37 in scope in 2015, 38 in 2016. S-01 and S-02 share an e-mail domain.
 */
export const ROSTER: Roster = parseRoster(
  [
    "id,name,e-mail domains,spend share,in scope since,in scope until,asked on",
    ...Array.from({ length: 40 }, (_, index) => {
      const number = index + 1;
      const domain = number <= 2 ? "group.example" : "";
      const since = number === 40 ? "2017-01-01" : number === 37 || number === 38 ? "2016-01-01" : "";
      const until = number === 39 ? "2015-12-31" : "";
      return `${idOf(number)},Supplier ${number},${domain},${number <= 20 ? "3 %" : "2 %"},${since},${until},2016-09-01`;
    }),
  ].join("\n"),
);

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function response(id: string, supplier: string, date: string | null, more: BuildOptions = {}): Response {
  return buildResponse({
    id,
    file: `${supplier}/${id}.xlsx`,
    version: "4.20",
    ...more,
    company: {
      companyName: `Supplier ${Number(supplier.slice(2))}`,
      companyUniqueId: null,
      contactEmail: null,
      authorizerEmail: null,
      effectiveDate: date === null ? null : { value: date },
      ...more.company,
    },
  });
}

const LISTED_BUT_TUNGSTEN: BuildOptions["smelters"] = [
  { metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", id: "CID001869" },
  { metal: "tin", lookupName: "EM Vinto", id: "CID000438" },
  { metal: "gold", lookupName: "8853 S.p.A.", id: "CID002763" },
];

/**
 * In 2015 all that are in scope answer, and all are valid: no supplier has tungsten, all gold is recycled, S-05 answers
 * Yes on tantalum, and everything else is No.
 */
const OF_2015: Response[] = [...numbers(1, 36), 39].map((number) => {
  const supplier = idOf(number);
  return response(`${supplier}-2015`, supplier, "2015-09-15", {
    answers: {
      tungsten: { intentionallyAdded: "no", necessaryInProduct: "no", coveredCountries: null },
      gold: { recycledOrScrap: "yes" },
      ...(supplier === "S-05" ? { tantalum: { coveredCountries: "yes" as const } } : {}),
    },
    smelters: LISTED_BUT_TUNGSTEN,
  });
});

/** Gold is out of scope for S-01 to S-20 in 2016. */
const without = (supplier: string): BuildOptions["answers"] =>
  Number(supplier.slice(2)) <= 20
    ? { gold: { intentionallyAdded: "no", necessaryInProduct: "no", coveredCountries: null } }
    : {};

function of2016(number: number, more: BuildOptions = {}): Response {
  const supplier = idOf(number);
  return response(`${supplier}-2016`, supplier, "2016-10-10", {
    ...more,
    answers: { ...without(supplier), ...more.answers },
  });
}

/**
 * In 2016: S-01 to S-12 valid, S-13 to S-18 with questions, S-19 to S-22 invalid; S-23 unreadable; S-24 and S-25
 * corrected once; S-26, S-27 and S-33 to S-36 only in 2015; S-28 too late; S-29 withdrawn; S-30 undated; S-31 with a
 * valid company response and an invalid one for products; S-32 twice on one day, of which the newer template counts;
 * S-37 and S-38 missing; S-40 not asked. In addition: Xylo, which is not on the roster, and Ypsilon, whose e-mail fits
 * two suppliers. On tin S-11 answers Yes and S-12 Unknown; S-13 has a mine in Rwanda for tantalum; S-14 names an
 * unlisted tin smelter, S-15 one not yet identified.
 */
const OF_2016: Response[] = [
  ...numbers(1, 22).map((number) =>
    of2016(number, {
      ...(number === 11 ? { answers: { tin: { coveredCountries: "yes" } } } : {}),
      ...(number === 12 ? { answers: { tin: { coveredCountries: "unknown" } } } : {}),
      ...(number === 13
        ? {
            smelters: [{ metal: "tantalum", lookupName: "Taki Chemical Co., Ltd.", mineCountries: "Rwanda" }],
          }
        : {}),
      ...(number === 14
        ? { smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: "Foo Tin", country: "PE" }] }
        : {}),
      ...(number === 15 ? { smelters: [{ metal: "tin", lookupName: "Smelter not yet identified" }] } : {}),
    }),
  ),
  ...[24, 25].flatMap((number) => [
    response(`${idOf(number)}-first`, idOf(number), "2016-08-01"),
    of2016(number),
  ]),
  response("S-28-2016", "S-28", "2017-06-01"),
  response("S-29-2016", "S-29", "2016-10-10"),
  response("S-30-2016", "S-30", null),
  of2016(31),
  response("S-31-products", "S-31", "2016-11-11", {
    company: { scope: { value: "product" } },
    products: [{ row: 6, number: "A-1" }],
  }),
  response("S-32-old", "S-32", "2016-10-10", { version: "4.10" }),
  of2016(32),
  of2016(40),
  response("xylo", "misc", "2016-10-10", { company: { companyName: "Xylo" } }),
  response("ypsilon", "misc", "2016-10-10", {
    company: { companyName: "Ypsilon", contactEmail: "y@group.example" },
  }),
];

export const RESPONSES: Response[] = [...OF_2015, ...OF_2016];
export const WITHDRAWN: ReadonlySet<string> = new Set(["S-29-2016"]);
export const UNREADABLE: UnreadableFile[] = [
  {
    path: "S-23/cmrt.pdf",
    container: null,
    sha256: "e".repeat(64),
    bytes: 10,
    unreadable: { kind: "not-a-workbook", reason: "It is a PDF.", ask: "Ask for the workbook." },
  },
];
export const FINDINGS: [string, Finding["severity"]][] = [
  ...numbers(13, 18).map((number): [string, Finding["severity"]] => [`${idOf(number)}-2016`, "warning"]),
  ...numbers(19, 22).map((number): [string, Finding["severity"]] => [`${idOf(number)}-2016`, "error"]),
  ["S-31-products", "error"],
];
