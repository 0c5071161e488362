// How large report.html becomes and how quick it is: pages of 5, 300 and 5,000 suppliers, made in memory and opened in the
// machine's own Chromium.
//   npm run bench:page [-- --write]
import { cpus, loadavg } from "node:os";
import type { CDPSession, Page } from "playwright-core";
import { packFiles } from "../../src/report/pack/pack.ts";
import { openBrowser, pageFile } from "../helpers/browser.ts";
import { buildList } from "../helpers/build-list.ts";
import { buildReportInput } from "../helpers/build-report.ts";
import { buildResponse } from "../helpers/build-response.ts";
import { inventFacilities, misspell, randomOf } from "../helpers/invented-smelters.ts";
import { writePart } from "./benchmarks-page.ts";

const SUPPLIERS = [5, 300, 5_000];
/** As many rows per supplier as in the campaigns of bench:scale. */
const ROWS = 240;
const FACILITIES = 400;
const SPELLINGS = 16_000;

interface Measured {
  suppliers: number;
  rows: number;
  seconds: number;
  megabytes: number;
  open: number;
  table: number;
  search: number;
  filter: number;
  sort: number;
}

async function makePage(suppliers: number): Promise<{ html: string; seconds: number }> {
  const random = randomOf(7);
  const facilities = inventFacilities(FACILITIES);
  const list = buildList(
    facilities.map(
      ({ metal, standardName, country, id, city }) =>
        `${metal} | ${standardName} | ${standardName} | ${country} | ${id} | ${city}`,
    ),
  );
  const typed = Array.from({ length: SPELLINGS }, () => {
    const { metal, standardName } = facilities[random(FACILITIES)] as (typeof facilities)[number];
    return { metal, lookupName: "Smelter not listed", name: misspell(standardName, random) };
  });
  const chosen = facilities.map(({ metal, standardName, id }) => ({ metal, lookupName: standardName, id }));
  const responses = Array.from({ length: suppliers }, (_, index) =>
    buildResponse({
      id: index.toString(16).padStart(64, "0"),
      file: `responses/supplier-${index}.xlsx`,
      version: "4.20",
      company: { companyName: `Supplier ${index} Ltd`, effectiveDate: { value: "2016-05-01" } },
      smelters: Array.from({ length: ROWS }, (_, row) =>
        row % 10 === 9 ? typed[random(SPELLINGS)] : chosen[random(FACILITIES)],
      ) as never,
    }),
  );
  const start = process.cpuUsage();
  for await (const [name, content] of packFiles(buildReportInput(responses, { list }))) {
    if (name !== "report.html") continue;
    const { user, system } = process.cpuUsage(start);
    return { html: String(content), seconds: (user + system) / 1e6 };
  }
  throw new Error("The pack has no report.html.");
}

/** Milliseconds of processor time used so far by the page's main thread. */
async function taskTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** Milliseconds of it that an action takes until the browser has drawn the result: the minimum of five rounds. */
async function timed(page: Page, client: CDPSession, action: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const before = await taskTime(client);
    await page.evaluate(`(async (round) => {
      ${action}
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    })(${round})`);
    times.push((await taskTime(client)) - before);
  }
  return Math.min(...times);
}

async function measure(suppliers: number): Promise<Measured> {
  const { html, seconds } = await makePage(suppliers);
  const file = pageFile(html);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    page.setDefaultTimeout(120_000);
    await page.goto(file.url);
    const open = await taskTime(client);
    await page.evaluate("location.hash = '#table/smelter-rows.csv'");
    await page.locator("#view tbody a").first().waitFor();
    const table = (await taskTime(client)) - open;
    const search = await timed(
      page,
      client,
      "const box = document.querySelector('input[type=search]'); box.value = round % 2 ? 'supplier 4' : 'works'; box.dispatchEvent(new Event('input', { bubbles: true }));",
    );
    const filter = await timed(
      page,
      client,
      "location.hash = '#table/smelter-rows.csv?metal=' + (round % 2 ? 'tin' : 'gold');",
    );
    await page.evaluate("location.hash = '#table/smelter-rows.csv'");
    const sort = await timed(page, client, "document.querySelectorAll('th .sort')[3 + (round % 2)].click();");
    const megabytes = Buffer.byteLength(html) / 1e6;
    return { suppliers, rows: suppliers * ROWS, seconds, megabytes, open, table, search, filter, sort };
  } finally {
    await browser.close();
    file.remove();
  }
}

const wanted = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const results: Measured[] = [];
for (const suppliers of wanted.length > 0 ? wanted.map(Number) : SUPPLIERS) {
  const result = await measure(suppliers);
  results.push(result);
  console.log(JSON.stringify(result));
}
const rounded = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const text = `## The page of the report

Made by \`npm run bench:page -- --write\`: invented suppliers with ${ROWS} smelter rows each, nine in ten of them chosen from a
list of ${FACILITIES} facilities and the others typed in ${SPELLINGS.toLocaleString("en")} spellings. All times are processor
time, in the browser that of the page's main thread, which other programs on the machine do not lengthen. Made: the pack up
to the page, from responses in memory. Opened: the page from a file in Chromium, to its first screen. The table is that of
smelter rows, opened for the first time; search, filter and sort are of that table, the least of five, until the browser has
drawn the result.

Measured on ${cpus()[0]?.model ?? "an unknown machine"}, ${cpus().length} cores, ${process.platform}, Node ${process.versions.node}; load average ${(loadavg()[0] ?? 0).toFixed(1)} at the end.

| suppliers | smelter rows | made in s | MB | opened in ms | table in ms | search in ms | filter in ms | sort in ms |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${results
  .map(
    (one) =>
      `| ${one.suppliers.toLocaleString("en")} | ${one.rows.toLocaleString("en")} | ${rounded(one.seconds)} | ${rounded(one.megabytes)} | ${rounded(one.open)} | ${rounded(one.table)} | ${rounded(one.search)} | ${rounded(one.filter)} | ${rounded(one.sort)} |`,
  )
  .join("\n")}`;
if (process.argv.includes("--write")) writePart("page", text);
else console.log(text);
