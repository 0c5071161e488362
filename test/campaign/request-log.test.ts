import { expect, test } from "vitest";
import { addRequest, readRequests, requestsAbout } from "../../src/campaign/request-log.ts";
import { CMRT } from "../../src/forms/cmrt/family.ts";
import { EMRT } from "../../src/forms/emrt/family.ts";
import { UsageError } from "../../src/lib/errors.ts";

const ENTRY = {
  period: 2016,
  supplierId: "S-1",
  supplier: '星空電子, Ltd. "A"',
  kind: "letter",
  date: "2017-03-01",
  corrections: 2,
  questions: 0,
  responses: ["0123456789ab", "cafecafecafe"],
  note: "",
} as const;

test("what is added is read back, and other lines stay as they are", () => {
  const first = addRequest(undefined, ENTRY);
  expect(first.startsWith("\uFEFFperiod,supplier_id,supplier,kind,date,")).toBe(true);
  const second = addRequest(`${first}2016,,Beta,answer,2017-03-09,,,,by telephone\n`, {
    ...ENTRY,
    kind: "reminder",
    date: "2017-04-01",
  });
  expect(second.startsWith(first)).toBe(true);
  expect(readRequests(second)).toEqual({
    requests: [
      { ...ENTRY, line: 2 },
      {
        ...ENTRY,
        supplierId: "",
        supplier: "Beta",
        kind: "answer",
        date: "2017-03-09",
        corrections: null,
        questions: null,
        responses: [],
        note: "by telephone",
        line: 3,
      },
      { ...ENTRY, kind: "reminder", date: "2017-04-01", line: 4 },
    ],
    faults: [],
  });
});

test("a spreadsheet's file: semicolons, its own order and words, one more column, days of its country", () => {
  const text =
    "Kind;Date;Year;Supplier name;Who wrote\r\nReminded;05/06/2017;2016;Acme;Jo\r\nletter;25/06/2017;2016;Beta;\r\n";
  expect(readRequests(text).requests).toMatchObject([
    { kind: "reminder", date: "2017-06-05", supplier: "Acme" },
    { kind: "letter", date: "2017-06-25", supplier: "Beta", responses: [] },
  ]);
  const more = addRequest(text, ENTRY);
  expect(more.startsWith(text)).toBe(true);
  expect(readRequests(more).requests.at(-1)).toMatchObject({
    kind: "letter",
    date: "2017-03-01",
    period: 2016,
  });
});

test("a line that says nothing clear is told and does not apply; the others do", () => {
  const text = [
    "period,supplier,kind,date,corrections",
    "16,Acme,letter,2017-03-01,",
    "2016,,letter,2017-03-01,",
    "2016,Acme,phone call,2017-03-01,",
    "2016,Acme,letter,05/06/2017,",
    "2016,Acme,letter,2017-03-01,two",
    "2016,Acme,letter,2017-03-01,2",
  ].join("\n");
  const { requests, faults } = readRequests(text);
  expect(requests).toMatchObject([{ line: 7, corrections: 2 }]);
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(faults[2]?.fault).toBe("the kind “phone call” is not one of request, reminder, letter, answer");
  expect(faults[3]?.fault).toBe("the date “05/06/2017” is not a clear day; write 2024-05-31");
});

test("a table without the columns is refused, an empty file is none", () => {
  expect(() => readRequests("supplier,date\nAcme,2017-03-01\n")).toThrow(UsageError);
  expect(() => readRequests("supplier,date\n")).toThrow("no columns period, kind");
  expect(readRequests("\uFEFF\r\n")).toEqual({ requests: [], faults: [] });
});

test("what a spreadsheet would run is made inert, and read back as the supplier", () => {
  const text = addRequest(undefined, { ...ENTRY, supplier: "=1+1\nEvil" });
  expect(text).toContain('"\'=1+1\nEvil"');
  expect(readRequests(text).requests).toHaveLength(1);
});

test("a line about another template says so, also in a log that had no column for it", () => {
  const old = "period,supplier,kind,date\n2016,Acme,request,2017-01-05\n";
  const text = addRequest(old, { ...ENTRY, template: "EMRT" });
  const { requests, faults } = readRequests(addRequest(text, ENTRY));
  expect(faults).toEqual([]);
  expect(requests.map(({ template, line }) => [template, line])).toEqual([
    [undefined, 2],
    ["EMRT", 3],
    [undefined, 4],
  ]);
  expect(requestsAbout(requests, EMRT).map(({ line }) => line)).toEqual([3]);
  expect(requestsAbout(requests, CMRT).map(({ line }) => line)).toEqual([2, 4]);
  // A log in the format without templates stays unchanged byte for byte.
  expect(addRequest(old, ENTRY).startsWith(old)).toBe(true);
});

test("the template of a line is one that can be asked for", () => {
  const text =
    "period,supplier,kind,date,template\n2016,Acme,letter,2017-03-01,emrt\n2016,Acme,letter,2017-03-01,CMR\n";
  const { requests, faults } = readRequests(text);
  expect(requests).toMatchObject([{ template: "EMRT" }]);
  expect(faults).toEqual([{ line: 3, fault: "the template “CMR” is not one of CMRT, AMRT, EMRT and CRT" }]);
});
