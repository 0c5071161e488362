// Committed pages that are generated from the code; `npm run docs` updates them.
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { realIo } from "../../src/cli/real-io.ts";
import { renderRulesPage } from "../../src/report/console/rule-pages.ts";
import { RULES } from "../../src/rules/index.ts";
import { rulePage } from "../../src/rules/support/rule-page.ts";
import { libraryNames } from "../forms/library-names.ts";
import { dataDictionary } from "./data-dictionary.ts";
import { manPage } from "./man-page.ts";

const PROGRAM = createProgram(realIo(), () => undefined);

test("the manual page is that of the commands as they are (else: npm run docs)", async () => {
  await expect(manPage(PROGRAM)).toMatchFileSnapshot("../../docs/cmrt.1");
});

test("the data dictionary is that of the columns as they are (else: npm run docs)", async () => {
  await expect(dataDictionary()).toMatchFileSnapshot("../../docs/data-dictionary.md");
});

test("the page of the rules is that of the catalogue (else: npm run docs)", async () => {
  await expect(renderRulesPage(RULES.map(rulePage))).toMatchFileSnapshot("../../docs/rules.md");
});

test("the table of country names is that of the country library (else: npm run docs)", async () => {
  await expect(libraryNames()).toMatchFileSnapshot("../../src/forms/library-names.json");
});
