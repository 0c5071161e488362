// report.html in a real browser, opened as a file like users do.
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseRoster } from "../../../src/campaign/parse-roster.ts";
import { packTable } from "../../../src/report/page/pack-table.ts";
import { browserProgram, openBrowser, pageFile, sharedContexts } from "../../helpers/browser.ts";
import { buildPack } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";
import { campaign40 } from "../../helpers/campaign-40-pack.ts";

const PROGRAM = browserProgram();
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

describe.skipIf(PROGRAM === undefined)(`in a browser (${PROGRAM ?? "no Chromium on this machine"})`, () => {
  let browser: Browser;
  let html: string;
  let file: ReturnType<typeof pageFile>;
  let hostile: ReturnType<typeof pageFile>;

  beforeAll(async () => {
    browser = await openBrowser();
    html = String((await campaign40()).pack["report.html"]);
    file = pageFile(html);
    hostile = pageFile(await hostilePage());
  });
  afterAll(async () => {
    await browser?.close();
    file?.remove();
    hostile?.remove();
  });

  const contextOf = sharedContexts(() => browser, { viewport: { width: 1400, height: 900 } });

  /** Opens the page at an address; every error and every request of the page fails the test. */
  async function open(address = "", options: BrowserContextOptions = {}, url = file.url): Promise<Page> {
    const context = await contextOf(options);
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    page.on("console", (message) => {
      if (message.type() === "error") throw new Error(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) throw new Error(`The page asked for ${request.url()}.`);
    });
    await page.goto(url + address);
    return page;
  }

  /** Goes to another address of the open page, which is faster than opening it there, and waits until it is shown. */
  async function goTo(page: Page, address: string): Promise<void> {
    await page.goto(file.url + address);
    // The page handles the new address in a separate task.
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    await page.locator("main .part:visible :is(h2, h3, table)").first().waitFor();
  }

  test("first screen: period, figures, outcomes, what needs a person, last year", async () => {
    const page = await open();
    const text = await page.locator("#overview").innerText();
    expect(await page.locator("header").innerText()).toContain("Period 2016, responses to 2017-05-31");
    expect(text).toMatch(/26\s+of 38 suppliers responded/);
    expect(text).toContain("What needs a person");
    expect(text).toContain("2016 beside 2015");
    expect(await page.locator(".card").count()).toBe(4);
    expect(await page.locator("#overview svg[role=img]").count()).toBeGreaterThanOrEqual(2);
    // The other parts exist, but are hidden.
    expect(await page.locator("#report").isVisible()).toBe(false);
    await page.close();
  });

  test("every figure of the first screen leads to as many rows, or a measure of them, as it says", async () => {
    const page = await open();
    const figures = await page
      .locator("#overview a.figure, .tiles a")
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute("href"), link.querySelector("data")?.getAttribute("value")]),
      );
    expect(figures.length).toBeGreaterThan(40);
    for (const [href, value] of new Map(figures.map(([href, value]) => [href as string, value])).entries()) {
      await page.goto(file.url + href);
      await page.locator("#view output").first().waitFor();
      const said = (await page.locator("#view output").innerText()).replace(/^[A-Z][^:]*: /, "");
      expect([href, Number(said.replaceAll(",", "").match(/^\d+/)?.[0])]).toEqual([href, Number(value)]);
    }
    await page.close();
  });

  test("from a figure to a supplier to a cell", async () => {
    const page = await open();
    await page.locator("#overview").getByRole("link", { name: /^5$/ }).first().click();
    await page.locator("#view tbody a").first().waitFor();
    await page.goto(`${file.url}#supplier/S-05`);
    await page.getByRole("heading", { name: "Supplier 5", level: 2 }).waitFor();
    const answers = page.locator("table.answers").first();
    await answers.waitFor();
    expect(await answers.innerText()).toContain("Declaration!D");
    await page
      .locator("#view")
      .getByRole("link", { name: /\.xlsx$/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /\.xlsx$/, level: 2 }).waitFor();
    expect(await page.locator("#view").innerText()).toContain("SHA-256");
    await page.goBack();
    await page.getByRole("heading", { name: "Supplier 5", level: 2 }).waitFor();
    await page.close();
  });

  test("a supplier's letter, as it would go out", async () => {
    const page = await open("#table/letters");
    const first = page.locator("#view tbody a").first();
    const name = await first.innerText();
    await first.click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    await page.locator("#view summary").filter({ hasText: "As it would go out" }).click();
    expect(await page.locator("#view pre.letter").innerText()).toContain(`Dear ${name},`);
    await page.close();
  });

  test("a figure by its ID, and one that the report does not have", async () => {
    const page = await open("#figure/scope.in-scope.tin");
    await page.locator("#view output").first().waitFor();
    expect(await page.locator("#view .lead").innerText()).toMatch(/^\d+ In scope, Tin$/);
    const said = await page.locator("#view output").innerText();
    expect(said).toContain(
      `${(await page.locator("#view .lead strong").innerText()).trim()} different supplier`,
    );
    await page.goto(`${file.url}#figure/no"such`);
    await page.getByText("No figure of this report has this ID.").waitFor();
    await page.close();
  });

  test("a table sorts, searches, filters, hides columns and copies, and its address says so", async () => {
    const page = await open("#table/responses.csv", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Supplier", exact: true }).click();
    await page
      .getByRole("button", { name: /^Supplier/ })
      .first()
      .click();
    expect(await page.locator("th[aria-sort=descending]").innerText()).toContain("Supplier");
    await page.getByRole("searchbox").fill("stale");
    await page.locator("summary", { hasText: "Filters" }).click();
    await page
      .locator("label", { hasText: /^Template version/ })
      .locator("select")
      .selectOption("=4.20");
    await page.locator("summary", { hasText: "Filters" }).click();
    await page.locator("summary", { hasText: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Reason" }).uncheck();
    const address = await page.evaluate<string>("location.hash");
    expect(address).toMatch(/template_version=4\.20.*\.search=stale.*\.sort=-supplier.*\.hide=reason/);
    await page.getByRole("button", { name: "Copy as CSV" }).click();
    await page.getByText(/Copied \d+ rows as CSV/).waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    const shown = await page.locator("#view output").innerText();
    expect(copied.trim().split("\r\n").length - 1).toBe(Number(shown.match(/^\d+/)?.[0]));
    expect(copied).not.toContain("reason");

    const again = await open(address);
    await again.locator("#view output").waitFor();
    expect((await again.locator("#view output").innerText()).split(".")[0]).toBe(
      shown.split(".")[0]?.replace(/ Copied.*/, ""),
    );
    await page.close();
    await again.close();
  });

  test("keyboard: along the navigation, into a table, down its rows, into a row and out", async () => {
    const page = await open("#table/responses.csv");
    await page.locator(".rows tbody button").first().focus();
    for (let press = 0; press < 40; press++) await page.keyboard.press("ArrowDown");
    const place = () =>
      page.evaluate<string>("document.activeElement?.closest('[data-place]')?.getAttribute('data-place')");
    await expect.poll(place).toBe("40");
    await page.keyboard.press("End");
    await expect.poll(place).not.toBe("40");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.close();
  });

  test("of 200,000 rows only those in sight are in the page, and all are found, filtered and sorted", async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => [
      row % 7 === 0 ? "tin" : "gold",
      `Smelter ${(row * 7919) % 200_000}`,
      row,
    ]);
    const names = ["metal", "name", "row"];
    const columns = names.map(
      (name) => ({ name, type: name === "row" ? "number" : "text", about: "" }) as const,
    );
    const table = {
      file: "smelter-rows.csv",
      title: "Rows",
      onePer: "row",
      columns,
      hidden: [],
      cells: () => rows,
    };
    const packed = Buffer.from(packTable(table).packed).toString("base64");
    const long = pageFile(html.replace(/(?<=id="table-smelter-rows-csv">)[^<]*/, packed));
    const page = await open("#table/smelter-rows.csv", {}, long.url);
    const said = page.locator("#view output");
    await said.getByText("200,000 rows").waitFor();
    expect(await page.locator("#view tbody tr").count()).toBeLessThan(100);
    await page.getByRole("button", { name: "Name" }).click();
    const first = page.locator("tr[data-place='0'] td");
    await expect.poll(() => first.allInnerTexts()).toEqual(["⋯", "tin", "Smelter 0", "0"]);
    // In the name of one row and in the number of another.
    await page.getByRole("searchbox").fill("smelter 199999");
    await said.getByText("2 of 200,000 rows").waitFor();
    await page.goto(`${long.url}#table/smelter-rows.csv?metal=tin&.sort=-row`);
    await said.getByText("28,572 of 200,000 rows").waitFor();
    await page.locator("tr[data-place='0'] button").focus();
    await page.keyboard.press("End");
    await page.locator("tr[data-place='28571']").waitFor();
    expect((await page.locator("tr[data-place='28571'] td").allInnerTexts()).at(-1)).toBe("0");
    await page.close();
    long.remove();
  });

  test("supplier text is shown as it is, in every view", async () => {
    const page = await open("", {}, hostile.url);
    for (const address of [
      "",
      "#report",
      "#table/findings.csv",
      "#table/smelter-rows.csv",
      "#table/answer-cells",
      "#table/suppliers",
      `#supplier/${encodeURIComponent(HOSTILE)}`,
      `#file/${encodeURIComponent(HOSTILE)}`,
    ]) {
      // Loaded at this address rather than navigated to.
      await page.goto("about:blank");
      await page.goto(hostile.url + address);
      await page.locator("main").getByText("onerror").first().waitFor({ state: "attached" });
      expect(await page.title()).toContain("2016");
      expect(await page.locator("main img, main script").count()).toBe(0);
    }
    await page.close();
  });

  const VIEWS = [
    "",
    "#tables",
    "#table/suppliers",
    "#table/responses.csv",
    "#supplier/S-05",
    "#smelter/tin%7Cid%7CCID000438",
    "#country/CD",
    "#rule/error-rule",
    "#by-rule",
    "#filing",
  ];

  test.each([
    ["light", [...VIEWS, "#report"], {}],
    ["dark", ["", "#table/responses.csv"], { colorScheme: "dark" as const }],
    ["420 px", [""], { viewport: { width: 420, height: 900 } }],
  ])("%s: no violation by axe", async (_, addresses, options) => {
    const page = await open("", { ...options, bypassCSP: true });
    for (const address of addresses) {
      await goTo(page, address);
      if (await page.evaluate("!('axe' in window)")) await page.evaluate(axe.source);
      const violations = await page.evaluate<unknown[]>(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]))",
      );
      expect([address, violations]).toEqual([address, []]);
    }
    await page.close();
  });

  test("at 420 px nothing is wider than the screen", async () => {
    const page = await open("", { viewport: { width: 420, height: 900 } });
    for (const address of [...VIEWS, "#report"]) {
      await goTo(page, address);
      const over = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect([address, over]).toEqual([address, 0]);
    }
    await page.close();
  });

  test("printed, the first screen is four pages and carries no controls", async () => {
    const page = await open();
    // Before the script has started, all parts are shown, and all would be printed.
    await page.locator("#report").waitFor({ state: "hidden" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(4);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav:visible").count()).toBe(0);
    await page.close();
  });

  test("printed, outcomes with many reasons are four pages too", async () => {
    const many = pageFile(await manyReasons());
    const page = await open("", {}, many.url);
    await page.locator("#report").waitFor({ state: "hidden" });
    expect(await page.locator(".card li").count()).toBeGreaterThan(20);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(4);
    await page.close();
    many.remove();
  });

  test("a long text beside many columns is read in lines, and columns that are empty in every row are not shown", async () => {
    const many = pageFile(await manyReasons());
    const page = await open("#table/suppliers", {}, many.url);
    await page.locator("#view tbody tr").first().waitFor();
    const highest = await page.evaluate<number>(
      "Math.max(...[...document.querySelectorAll('#view tbody tr')].map((row) => row.offsetHeight))",
    );
    expect(highest).toBeLessThan(130);
    await page.goto(`${many.url}#table/smelters.csv`);
    await page.getByRole("columnheader", { name: "Reported name" }).waitFor();
    expect(await page.getByRole("columnheader", { name: "Sanctions" }).count()).toBe(0);
    await page.close();
    many.remove();
  });

  test("at 420 px the words of a chart are as large as those of a footnote", async () => {
    const page = await open("", { viewport: { width: 420, height: 900 } });
    const smallest = await page.evaluate<number>(
      "Math.min(...[...document.querySelectorAll('#overview .chart')].map((chart) => (13 * chart.getBoundingClientRect().width) / chart.viewBox.baseVal.width))",
    );
    expect(smallest).toBeGreaterThan(9);
    await page.close();
  });

  test("findings by rule: folds with suppliers; the filing is printed alone, on its own paper", async () => {
    const page = await open("#by-rule");
    const fold = page.locator("#by-rule details").first();
    await fold.locator("summary").click();
    await fold
      .getByRole("link", { name: /^Supplier / })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Supplier \d+$/, level: 2 }).waitFor();
    await page.goto(`${file.url}#filing`);
    await page.getByRole("heading", { name: "Draft of Form SD for 2016" }).waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    // Letter size in points; the rest of the page is not printed.
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, w, h]) => `${Math.round(Number(w))} ${Math.round(Number(h))}`,
    );
    expect(new Set(sizes)).toEqual(new Set(["612 792"]));
    await page.close();
  });

  test("without its script the page shows the overview and the report", async () => {
    const page = await open("", { javaScriptEnabled: false });
    expect(await page.locator("#overview").isVisible()).toBe(true);
    expect(await page.locator("#report").isVisible()).toBe(true);
    await page.close();
  });
});

/** Suppliers in every state that keeps a metal undetermined, with names as long as companies have. */
async function manyReasons(): Promise<string> {
  const NAMES = ["Precision Components", "Cable & Connector", "Power Systems", "Circuit Works", "Castings"];
  const name = (kind: string, index: number) => `${kind} ${NAMES[index % NAMES.length]} Corporation ${index}`;
  const kinds = ["Silent", "Invalid", "Stale", "Unknown"];
  const names = kinds.flatMap((kind) => Array.from({ length: 8 }, (_, index) => name(kind, index)));
  const roster = parseRoster(["name,asked on", ...names.map((one) => `${one},2016-09-01`)].join("\n"));
  const dated = (companyName: string, value: string, coveredCountries: "no" | "unknown") =>
    buildResponse({
      id: companyName,
      file: `responses/${companyName}.xlsx`,
      version: "4.20",
      company: { companyName, effectiveDate: { value } },
      answers: Object.fromEntries(
        ["tantalum", "tin", "gold", "tungsten"].map((metal) => [
          metal,
          { coveredCountries: { value: coveredCountries }, allSmeltersIdentified: { value: "no" as const } },
        ]),
      ),
      smelters: [
        { metal: "tin", lookupName: "Smelter not listed", name: `Tin of ${companyName}`, country: "PE" },
        { metal: "gold", lookupName: "Smelter not yet identified" },
      ],
    });
  const responses = Array.from({ length: 8 }, (_, index) => [
    dated(name("Invalid", index), "2016-05-01", "no"),
    dated(name("Stale", index), "2012-05-01", "no"),
    dated(name("Unknown", index), "2016-05-01", "unknown"),
  ]).flat();
  const findings = responses.flatMap(({ id }) =>
    id.startsWith("Invalid") ? [[id, "error"] as [string, "error"]] : [],
  );
  const pack = await buildPack(responses, { period: 2016, roster, findings });
  return String(pack["report.html"]);
}

async function hostilePage(): Promise<string> {
  const pack = await buildPack(
    [
      buildResponse({
        id: "a",
        file: HOSTILE,
        version: "4.20",
        company: { companyName: HOSTILE, effectiveDate: { value: "2016-03-01" } },
        answers: { tin: { coveredCountries: { value: null, raw: HOSTILE, comment: HOSTILE } } },
        smelters: [{ metal: "tin", lookupName: "Smelter not listed", name: HOSTILE, country: "PE" }],
      }),
    ],
    { findings: [["a", "error", { message: HOSTILE }]] },
  );
  return String(pack["report.html"]);
}
