// Whatever is in a cell or a table, processing it takes linear time. The only assertion about time is the limit of the
// test: a step with quadratic time takes minutes here.

import { describe, expect, test } from "vitest";
import { CMRT, layoutFor } from "../fixtures/cmrt.ts";
import { indexRoster } from "../src/campaign/identify.ts";
import { parseRoster } from "../src/campaign/parse-roster.ts";
import { readRequests } from "../src/campaign/request-log.ts";
import { readSmelterId } from "../src/domain/smelter-id.ts";
import { readAnswer } from "../src/forms/answers.ts";
import { splitCountries } from "../src/forms/countries.ts";
import { foldWords } from "../src/forms/fold.ts";
import { parseSettings } from "../src/forms/schemas.ts";

import { UsageError } from "../src/lib/errors.ts";
import { readDate, readMonth } from "../src/lib/read-date.ts";
import { fold, nameKey } from "../src/lib/text.ts";
import { readDecisions } from "../src/match/decisions.ts";
import { createMatcher } from "../src/match/matcher.ts";
import { cleanText } from "../src/model/cells.ts";
import { readScope } from "../src/normalise/scope.ts";
import { calculateOnLoad } from "../src/package/calc-on-load.ts";
import { patchSheet } from "../src/package/patch-sheet.ts";
import { staleFormulas } from "../src/package/stale-formulas.ts";
import { UnexpectedPart } from "../src/package/xml-tags.ts";
import { importList } from "../src/reference/import-list.ts";
import { readHeader } from "../src/reference/list-headers.ts";
import { readCsvRows } from "../src/reference/read-table.ts";
import { phrase } from "../src/report/letters/wording.ts";
import { toCsv } from "../src/report/render/csv.ts";
import { escapeHtml, escapeMarkdown } from "../src/report/render/escape.ts";
import { withholdEmails } from "../src/report/render/withhold.ts";
import { parseProducts } from "../src/rollup/products.ts";
import { RULES } from "../src/rules/index.ts";
import { check } from "../src/rules/run.ts";
import { parseAccepted } from "../src/rules/support/accepted.ts";
import { exampleInput } from "../src/rules/support/example.ts";
import { LISTED_LIST } from "./helpers/build-evaluation.ts";
import { countedWords, FEW_FILLERS, FILLERS, fill } from "./helpers/hostile-texts.ts";

const LENGTH = 100_000;
/** V8 accepts some 120,000. */
const MORE_THAN_ARGUMENTS = 130_000;
const LIMIT = { timeout: 120_000 };
const layout = layoutFor("6.5");

/** A reported problem is a valid result, too. */
function orFault(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
  }
}

test.each<[string, (text: string) => unknown]>([
  ["folded", fold],
  ["folded as a word of the template", foldWords],
  ["made a key", nameKey],
  ["cleaned", cleanText],
  ["read as a date", (text) => readDate(text, false)],
  ["read as a month", readMonth],
  ["read as an answer", (text) => readAnswer(text, layout.questions[4]?.choices ?? [], CMRT)],
  ["read as a scope", (text) => readScope(text, CMRT, layout)],
  ["read as an ID", readSmelterId],
  ["read as a header", (text) => readHeader([text])],
  ["escaped for Markdown", escapeMarkdown],
  ["escaped for HTML", escapeHtml],
  ["searched for addresses", withholdEmails],
  ["put into a letter", (text) => phrase("{text}[ and {more}]", { text, more: text }, "en")],
  ["put into a table", (text) => toCsv(["a"], [[text]])],
])("a text is %s", LIMIT, (_name, read) => {
  for (const filler of FILLERS) read(fill(filler, LENGTH));
});

test("a text is split into countries", LIMIT, () => {
  for (const filler of FILLERS) splitCountries(fill(filler, LENGTH / 5));
  splitCountries(countedWords(30_000, ", "));
});

test("the rules look at a text", LIMIT, () => {
  for (const filler of FEW_FILLERS) {
    const text = fill(filler, LENGTH);
    const input = exampleInput({
      about: "one text in the cells that rules read by a pattern",
      company: { companyName: text, contactEmail: text, authorizerName: text, scopeDescription: text },
      policies: { publishesPolicy: { value: "yes", comment: text } },
      answers: { gold: { coveredOrigin: { raw: text, comment: text } } },
      smelters: [
        { metal: "gold", lookupName: "Smelter not listed", name: text, city: text, raw: { country: text } },
        { metal: "tin", lookupName: text, idInput: text, comments: text, raw: { recycled: text, id: text } },
      ],
      products: [{ row: 6, number: text, name: text }],
    });
    expect(check(input, RULES).findings.length).toBeGreaterThan(0);
  }
});

test("a name is matched, and likened to the names of a list", LIMIT, () => {
  const { match } = createMatcher(LISTED_LIST);
  for (const filler of FILLERS) {
    const text = fill(filler, LENGTH / 5);
    match({ metal: "tin", lookupName: text, name: `${text}!`, id: text, country: "BO" });
  }
  match({ metal: "tin", name: countedWords(30_000, " ") });
  match({ metal: "tin", name: countedWords(30_000, "vinto ") });
});

test("long words of a list and of a name are not likened letter by letter", LIMIT, () => {
  // A Chinese name is one word, and one with this many different characters has as many pairs of them.
  const long = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join("");
  const entries = Array.from({ length: 100 }, (_, index) => ({
    metal: "tin",
    id: `CID${900_000 + index}`,
    standardName: `${long}${index}`,
    lookupNames: [`${long}${index}`],
    at: "A1",
  }));
  const { match } = createMatcher({ ...LISTED_LIST, entries });
  expect(match({ metal: "tin", name: `${long}7` }).id).toBe("CID900007");
  expect(match({ metal: "tin", name: `${long}x` }).kind).toBe("none");
});

test("a response finds its supplier by domain and path", LIMIT, () => {
  const supplier = {
    key: "k",
    name: "Acme",
    otherNames: [],
    emailDomains: ["acme.example"],
    products: [],
    line: 2,
  };
  const files = ["*a*b*c*.xlsx", "*(*)*", "a/*/b", "? *?x", "*-*-*-*-*x"];
  const index = indexRoster({ suppliers: [{ ...supplier, id: "a-a", files }] });
  for (const filler of FILLERS) {
    const text = fill(filler, LENGTH);
    const company = { contactEmail: { value: text, at: "D16" }, companyUniqueId: { value: text, at: "D12" } };
    index.identify({ company, source: { path: text.slice(0, 65_535), container: null } } as never);
  }
});

/** As one cell of a CSV file. */
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const row = (...cells: string[]) => `${cells.map(cell).join(",")}\n`;
const source = { file: "list.csv", sha256: "", rows: 1 };

describe("tables of people", () => {
  test.each<[string, (text: string) => unknown]>([
    [
      "the roster",
      (text) =>
        parseRoster(`name,other names,e-mail domains,file,spend\n${row(text, text, text, text, text)}`),
    ],
    ["the roster's header", (text) => parseRoster(row(text, "name"))],
    [
      "decisions",
      (text) => readDecisions(`metal,reported_name,smelter_id,country\n${row("tin", text, text, text)}`),
    ],
    [
      "accepted findings",
      (text) => parseAccepted(`rule,supplier,cell,reason\n${row(text, text, text, text)}`),
    ],
    [
      "the log of requests",
      (text) => readRequests(`period,supplier,kind,date,note\n${row("2016", text, text, text, text)}`),
    ],
    ["products", (text) => parseProducts(`number,name\n${row(text, text)}`, "products.csv")],
    ["settings", (text) => parseSettings(JSON.stringify({ issuer: text, off: { [text]: text } }))],
    [
      "a reference list",
      (text) =>
        importList(
          readCsvRows(
            `Metal,Smelter ID,Name,Aliases,Country,${cell(text)}\n${row("Tin", text, text, text, text)}`,
            "f",
          ),
          { name: text, asOf: "2025-04-25", source, titles: [text] },
        ),
    ],
    ["text that is no table", (text) => readCsvRows(text, "f")],
  ])("%s", LIMIT, (_name, read) => {
    for (const filler of FEW_FILLERS) orFault(() => read(fill(filler, LENGTH)));
  });

  test("a name with very many aliases", LIMIT, () => {
    const aliases = countedWords(LENGTH, ";");
    const rows = readCsvRows(
      `Metal,Smelter ID,Name,Aliases\n${row("Tin", "CID000438", "EM Vinto", aliases)}`,
      "f",
    );
    const read = importList(rows, { name: "list", asOf: "2025-04-25", source });
    expect(read.ok === true && read.list.entries[0]?.lookupNames.length).toBe(LENGTH + 1);
  });

  test("more wrong lines than a function takes arguments", LIMIT, () => {
    const rows = Array.from({ length: MORE_THAN_ARGUMENTS }, (_, index) => ({
      line: index + 2,
      cells: ["Tin", "CID000438", `Name ${index}`],
    }));
    const read = importList([{ line: 1, cells: ["Metal", "Smelter ID", "Name"] }, ...rows], {
      name: "list",
      asOf: "2025-04-25",
      source,
      kind: "look-up",
    });
    expect(!read.ok && read.faults.length).toBe(MORE_THAN_ARGUMENTS - 1);
  });
});

function attempt<Result>(act: () => Result): Result | Error {
  try {
    return act();
  } catch (error) {
    return error as Error;
  }
}

test.each(['<c r="A1">', "<c ", "<f>", 'r="A1" ', " ", "a", "a!", "'a'!A1,", "A1:XFD1048576,", "<row "])(
  "a template whose XML repeats %j",
  LIMIT,
  (unit) => {
    const text = fill({ unit }, LENGTH);
    const cells = `<c r="A1" ${text}t="s"><f>${text}</f></c>${text}`;
    const sheet = `<sheetData><row r="1" ${text}>${cells}</row></sheetData>`;
    const patched = attempt(() => patchSheet(sheet, new Map([["A1", { text: "x" }]])));
    // XML that is not well-formed is refused.
    if (patched instanceof Error) expect(patched).toBeInstanceOf(UnexpectedPart);
    staleFormulas(cells, new Set(["B1"]));
    calculateOnLoad(`<sheets></sheets><calcPr ${text}`);
  },
);
