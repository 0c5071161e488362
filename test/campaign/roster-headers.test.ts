import { expect, test } from "vitest";
import { parseRoster, readRoster, rosterRows } from "../../src/campaign/parse-roster.ts";
import { UnclearDates } from "../../src/campaign/roster-dates.ts";
import { ROSTER_HEADERS, type RosterField, rosterColumns } from "../../src/campaign/roster-headers.ts";

test("each spelling is understood as its own field", () => {
  for (const [field, spellings] of Object.entries(ROSTER_HEADERS)) {
    for (const spelling of spellings) {
      const { columns } = rosterColumns([spelling]);
      expect([spelling, [...columns.keys()]]).toEqual([spelling, [field]]);
    }
  }
});

test.each<[string, RosterField]>([
  ["Vendor No", "id"],
  ["Vendor #", "id"],
  ["Vendor No.", "id"],
  ["LIEFERANTEN-NR.", "id"],
  ["Contact Email", "emailDomains"],
  ["E-Mail 2", "emailDomains"],
  ["Supplier Name*", "name"],
  ["Supplier Name (legal)", "name"],
  ["供应商名称", "name"],
  ["2nd Reminder", "remindedOn"],
  ["Reminder #3", "remindedOn"],
  ["2. Mahnung", "remindedOn"],
  ["Spend (USD)", "spendShare"],
  ["Data richiesta", "askedOn"],
  ["Fecha solicitud", "askedOn"],
  ["Date demande", "askedOn"],
  ["Date envoi", "askedOn"],
  ["Código do fornecedor", "id"],
  ["Codice del fornitore", "id"],
  ["Nombre del proveedor", "name"],
  ["Date of the request", "askedOn"],
  ["Share of the spend", "spendShare"],
])("the header %s", (header, field) => {
  expect([...rosterColumns([header]).columns.keys()]).toEqual([field]);
});

test.each([
  [
    ["Contact Name", "City", "Buyer"],
    ["Contact Name", "City", "Buyer"],
  ],
  [["Supplier", "Supplier Name"], ["Supplier"]],
  [["ID", "Supplier ID", "Name"], ["Supplier ID"]],
  [["Name", "Reminder 1", "Reminder 2"], []],
  [["Name", "", "Language 2"], ["Language 2"]],
])("of %j the columns %j are not used", (headers, unused) => {
  expect(rosterColumns(headers).unused).toEqual(unused);
});

test("a header may have a long note behind it, but a paragraph is not a header", () => {
  const noted = (length: number) => `Supplier Name (${"x".repeat(length)})`;
  expect([...rosterColumns([noted(900)]).columns.keys()]).toEqual(["name"]);
  expect(rosterColumns([noted(1000)]).unused).toEqual([noted(1000)]);
});

test.each([
  ["a title", "Our suppliers 2025\n\nVendor No;Vendor\n1;Acme\n"],
  ["a title and sep=", "sep=;\r\nOur suppliers, and more, as of today\r\nVendor No;Vendor\r\n1;Acme\r\n"],
  ["a title cell of a spreadsheet", "Our suppliers 2025,,\nVendor No,Vendor,\n1,Acme,\n"],
  ["a title that is a header's name", "Suppliers;\nVendor No;Vendor\n1;Acme\n"],
  ["tabs", "Vendor No\tVendor\n1\tAcme\n"],
])("headers below %s", (_about, text) => {
  expect(parseRoster(text).suppliers.map(({ id, name }) => [id, name])).toEqual([["1", "Acme"]]);
});

const read = (text: string, options = {}) => readRoster(rosterRows(text, "suppliers.csv"), options);

test("several reminders, in one cell and in several columns, each once and in their order", () => {
  const { roster } = read(
    "Vendor;Reminder 1;Reminder 2;Last reminder\nAcme;15.07.2025 | 01.07.2025;;2025-09-01\nBeta;;2025-08-01;\nGamma;;;\n",
  );
  expect(roster.suppliers.map(({ remindedOn }) => remindedOn)).toEqual([
    ["2025-07-01", "2025-07-15", "2025-09-01"],
    ["2025-08-01"],
    undefined,
  ]);
});

test.each([
  ["15.07.2025, 01.09.2025", ["2025-07-15", "2025-09-01"]],
  ["2025-07-15,2025-09-01", ["2025-07-15", "2025-09-01"]],
  ["07/15/2025, 09/01/2025", ["2025-07-15", "2025-09-01"]],
  ["July 15, 2025; September 1, 2025", ["2025-07-15", "2025-09-01"]],
  ["15 July 2025, 14:30", ["2025-07-15"]],
])("reminders %j, parted as people part them", (cell, days) => {
  const { roster } = read(`Vendor\tReminder\nAcme\t${cell}\n`);
  expect(roster.suppliers.map(({ remindedOn }) => remindedOn)).toEqual([days]);
});

test("columns that are not used are named, but for those of the settings", () => {
  const text = "Vendor,Buyer,City\nAcme,Jo,Ulm\n";
  expect(read(text).notices).toEqual(["suppliers.csv: columns not used: Buyer, City."]);
  expect(read(text, { ignore: ["buyer"] }).notices).toEqual(["suppliers.csv: columns not used: City."]);
});

const asked = (...days: string[]) =>
  `Vendor,Date sent\n${days.map((day, at) => `S${at},${day}`).join("\n")}\n`;
const daysOf = (text: string, options = {}) =>
  read(text, options).roster.suppliers.map(({ askedOn }) => askedOn);

test.each([
  ["points", ["15.06.2025", "05.06.2025"], ["2025-06-15", "2025-06-05"]],
  ["month first, told by another line", ["06/15/2025", "05/06/2025"], ["2025-06-15", "2025-05-06"]],
  ["day first, told by another line", ["15/06/2025", "05/06/2025"], ["2025-06-15", "2025-06-05"]],
  ["with a time", ["06/15/2025 00:00", "05/06/2025 0:00:00"], ["2025-06-15", "2025-05-06"]],
  ["one reading only", ["15/06/2025", "06/16/2025"], ["2025-06-15", "2025-06-16"]],
  ["words and serial numbers", ["15-Jun-2025", "45823"], ["2025-06-15", "2025-06-15"]],
])("days: %s", (_about, days, iso) => {
  expect(daysOf(asked(...days))).toEqual(iso);
});

test("the reading of days with two is stated, and nothing where the settings say it", () => {
  const text = asked("05/06/2025", "06/15/2025");
  expect(read(text).notices).toEqual([
    "suppliers.csv: dates such as “05/06/2025” are read month first, since “06/15/2025” (line 3) can only be read so.",
  ]);
  expect(read(text, { dates: "month first" }).notices).toEqual([]);
  expect(daysOf(asked("05/06/2025"), { dates: "day first" })).toEqual(["2025-06-05"]);
});

test.each([
  [
    "nothing tells",
    ["05/06/2025", "07/08/2025"],
    undefined,
    /“05\/06\/2025” is 2025-06-05 or 2025-05-06, and no other/,
  ],
  ["both are there", ["05/06/2025", "15/06/2025", "06/16/2025"], undefined, /other dates are in both orders/],
  ["the settings are wrong", ["05/06/2025", "06/15/2025"], "day first", /can only be month first/],
])("days that cannot be told: %s", (_about, days, dates, fault) => {
  expect(() => daysOf(asked(...days), { dates })).toThrow(fault);
  expect(() => daysOf(asked(...days), { dates })).toThrow(UnclearDates);
});

test("a faulty day is named by the header above it", () => {
  expect(() => read("Vendor,Reminder 1,2nd reminder\nAcme,2025-01-01,soon\n")).toThrow(
    "  line 2: 2nd reminder “soon” is not a date such as 2016-12-31.",
  );
});
