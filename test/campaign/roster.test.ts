import { expect, test } from "vitest";
import { indexRoster } from "../../src/campaign/identify.ts";
import { parseRoster } from "../../src/campaign/parse-roster.ts";
import { surveyedIn } from "../../src/campaign/suppliers.ts";
import type { RosterSupplier } from "../../src/model/roster.ts";
import { type BuildOptions, buildResponse } from "../helpers/build-response.ts";

const parseOne = (text: string): RosterSupplier => parseRoster(text).suppliers[0] as RosterSupplier;

test("only the name is required", () => {
  expect(parseRoster("name\nAcme Ltd\n")).toEqual({
    suppliers: [
      { key: "acme", name: "Acme Ltd", otherNames: [], emailDomains: [], files: [], products: [], line: 2 },
    ],
  });
  expect(parseRoster("")).toEqual({ suppliers: [] });
});

test("headers in any order and spelling, several values in a cell, semicolons, a byte order mark", () => {
  const text = [
    "\uFEFFSpend share;E-Mail domains;Company name;Supplier ID;Aliases;DUNS;Folder or file pattern;Part numbers;In scope since;Until;Language;Asked on;Reminded on;Buyer",
    '"12,5 %";acme.example|@acme.test;Acme Ltd;S-17;"Acme Fixings|Acme GmbH";10-000-0001;in/acme;"A-1|A-2";2015-01-01;2016-12-31;DE;2016-09-01;2016-10-01;Jo',
  ].join("\r\n");
  expect(parseOne(text)).toEqual({
    key: "S-17",
    id: "S-17",
    name: "Acme Ltd",
    otherNames: ["Acme Fixings", "Acme GmbH"],
    emailDomains: ["acme.example", "acme.test"],
    uniqueId: "10-000-0001",
    files: ["in/acme"],
    products: ["A-1", "A-2"],
    spendShare: 0.125,
    since: "2015-01-01",
    until: "2016-12-31",
    language: "de",
    askedOn: "2016-09-01",
    remindedOn: ["2016-10-01"],
    line: 2,
  });
});

test.each([
  ["shares", ["0.5", "0.25"], [0.5, 0.25]],
  ["per cent by the sign", ["50 %", "2 %"], [0.5, 0.02]],
  ["per cent by their sum", ["60", "40"], [0.6, 0.4]],
  ["amounts", ["1,200", "3,600"], [0.25, 0.75]],
])("spend as %s", (_name, cells, shares) => {
  const { suppliers } = parseRoster(`name;spend\nA;${cells[0]}\nB;${cells[1]}\n`);
  expect(suppliers.map(({ spendShare }) => spendShare)).toEqual(shares);
});

test.each([
  ["shares of more than the whole", ["1", "1"], "the spends are all at most 1 and add up to 2: as shares"],
  ["per cent of more than the whole", ["60 %", "60 %"], "the spends add up to 120 %, more than the whole."],
])("%s are refused", (_name, cells, fault) => {
  expect(() => parseRoster(`name;spend\nA;${cells[0]}\nB;${cells[1]}\n`)).toThrow(fault);
});

test("shares of suppliers that are in scope in different years need not add up", () => {
  const { suppliers } = parseRoster("name;spend;until\nA;60 %;2016-12-31\nB;60 %;\n");
  expect(suppliers.map(({ spendShare }) => spendShare)).toEqual([0.6, 0.6]);
});

test("every fault is named with its line, and nothing is taken", () => {
  const text = "id,name,since,spend\nS-1,Acme,soon,much\nS-2,,,\nS-1,Beta,,\n";
  expect(() => parseRoster(text)).toThrow(
    [
      "suppliers.csv has invalid lines:",
      "  line 2: since “soon” is not a date such as 2016-12-31.",
      "  line 2: the spend “much” is not a number.",
      "  line 3: the name is empty.",
      "  line 4: S-1 is already in line 2. Give each supplier an id.",
    ].join("\n"),
  );
  expect(() => parseRoster("vendor no,city\n1,Ulm\n")).toThrow("no column of the header (vendor no, city)");
});

test.each([
  ["2015", ["A", "C"]],
  ["2016", ["A", "B", "C"]],
  ["2017", ["B", "C"]],
])("who is in scope in %s", (period, names) => {
  const roster = parseRoster("name,since,until\nA,,2016-03-01\nB,2016-12-31,\nC,,\n");
  expect(surveyedIn(roster, Number(period)).map(({ name }) => name)).toEqual(names);
});

const ROSTER = parseRoster(
  [
    "id,name,other names,e-mail domains,unique id,files",
    "S-17,Acme Ltd,Acme Fixings,acme.example,10-000-0001,",
    "S-170,Acme Holding,,acme.example,,",
    "S-20,Beta GmbH,,beta.example,DUNS 20-000-0002,beta/*",
    "S-21,Beta GmbH,,,,incoming/beta-two",
    "7,Gamma,,,,",
    "S-30,Delta,,jo@qq.com,,",
  ].join("\n"),
);
const INDEX = indexRoster(ROSTER);
const NOBODY = { companyName: "Nobody", companyUniqueId: null, contactEmail: null, authorizerEmail: null };

function identify(options: BuildOptions): string {
  const found = INDEX.identify(
    buildResponse({ file: "x.xlsx", ...options, company: { ...NOBODY, ...options.company } }),
  );
  if (found.kind === "known") return `${found.supplier.id} by ${found.by}`;
  return found.kind === "unknown" ? "unknown" : `${found.candidates.map(({ id }) => id).join(" or ")}`;
}

test.each<[string, BuildOptions, string]>([
  ["the id in the file's name", { file: "in/S-17 response.xlsx" }, "S-17 by file"],
  ["the id in a folder, in other case", { file: "s-170/cmrt.xlsx" }, "S-170 by file"],
  ["a short id in a file name says nothing", { file: "7.xlsx" }, "unknown"],
  ["a folder pattern", { file: "beta/2016.xlsx" }, "S-20 by file"],
  ["a folder", { file: "incoming/beta-two/a.xlsx" }, "S-21 by file"],
  ["a longer folder name is another folder", { file: "incoming/beta-two-b/a.xlsx" }, "unknown"],
  ["the unique ID, however written", { company: { companyUniqueId: "200000002" } }, "S-20 by uniqueId"],
  ["the e-mail domain", { company: { contactEmail: "a@beta.example" } }, "S-20 by emailDomain"],
  ["a domain below it", { company: { authorizerEmail: "a@mail.beta.example" } }, "S-20 by emailDomain"],
  ["a provider of mail addresses says nothing", { company: { contactEmail: "al@qq.com" } }, "unknown"],
  [
    "the name beside such an address",
    { company: { contactEmail: "al@qq.com", companyName: "Delta" } },
    "S-30 by name",
  ],
  ["the name, without its legal form", { company: { companyName: "ACME limited" } }, "S-17 by name"],
  ["another name", { company: { companyName: "acme fixings" } }, "S-17 by name"],
  [
    "one domain of two suppliers, told apart by name",
    { company: { contactEmail: "a@acme.example", companyName: "Acme Holding" } },
    "S-170 by name",
  ],
  [
    "one domain of two suppliers, another name",
    { company: { contactEmail: "a@acme.example", companyName: "Acme Asia" } },
    "S-17 or S-170",
  ],
  ["one name of two suppliers", { company: { companyName: "Beta" } }, "S-20 or S-21"],
  ["the file before the name", { file: "S-17.xlsx", company: { companyName: "Gamma" } }, "S-17 by file"],
  ["nothing", {}, "unknown"],
])("a response is tied by %s", (_name, options, expected) => {
  expect(identify(options)).toBe(expected);
});

test.each([
  ["*acme*.xlsx", "in/new acme 2016.xlsx", true],
  ["*a*b*c*", "in/xaxbxcx/y.xlsx", true],
  ["*a*b*c*", "in/a/b/c", false],
  ["a*b/c*d", "in/axb/cxd/y", true],
  ["a?c*e", "abcde", true],
  ["*ab*ab*", "xabx", false],
  ["*AB*", "xaby.xls", true],
  ["/in//", "in/x", true],
])("the pattern %s and the path %s", (pattern, path, fits) => {
  const supplier = { key: "k", name: "X", otherNames: [], emailDomains: [], products: [], line: 2 };
  const found = indexRoster({ suppliers: [{ ...supplier, files: [pattern] }] });
  expect(found.identifyFile({ path, container: null }).kind === "known").toBe(fits);
});

test("a file that could not be read is tied by its path alone", () => {
  const found = INDEX.identifyFile({ path: "cmrt.pdf", container: "S-20.zip" });
  expect(found).toMatchObject({ kind: "known", supplier: { id: "S-20" }, by: "file" });
  expect(INDEX.identifyFile({ path: "acme steel.pdf", container: null })).toEqual({ kind: "unknown" });
});

test.each([
  ["in/Acme Fixings Ltd/scan.pdf", "S-17"],
  ["in/ACME_CMRT_2025_v2.pdf", "S-17"],
  ["in/Acme Holding/acme.pdf", "S-17"],
  ["in/Acme Holding/answer (2).pdf", "S-170"],
])("a name in the path ties a file where nothing else there does: %s", (path, id) => {
  expect(INDEX.identifyFile({ path, container: null })).toMatchObject({ kind: "known", supplier: { id } });
});
