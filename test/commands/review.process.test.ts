// The page of `cmrt review` in a real browser, over a real workspace.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOKEN_HEADER } from "../../src/lib/token-header.ts";
import { browserProgram, openBrowser, sharedContexts } from "../helpers/browser.ts";
import { EXECUTABLE, isBuilt, PROGRAM } from "../helpers/built.ts";
import { HOSTILE, REVIEW_DAY, reviewCampaign } from "../helpers/review-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { cmrtArguments } from "../helpers/spawn-cmrt.ts";

const BROWSER = browserProgram();

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it cleanly, and nothing is left behind",
  async (signal) => {
    const root = await reviewCampaign();
    const words = cmrtArguments(["review", "--no-open", "--by", "ada"]);
    const server = spawn(PROGRAM, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    const ended = once(server, "exit");
    const [said] = await once(server.stdout, "data");
    const address = new URL(String(said).trim());
    // An open request does not keep the process alive.
    const asked = await fetch(new URL("api/queue?queue=smelters", address), {
      headers: { [TOKEN_HEADER]: address.hash.slice(1) },
    });
    expect(asked.status).toBe(200);
    server.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(join(root, ".cmrt")).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  },
);

// From the sources, and in the executable, there is no thread to evaluate in.
test.skipIf(!isBuilt() || EXECUTABLE !== undefined)(
  "what is being evaluated is not waited for: the page comes, and the end",
  async () => {
    const root = await reviewCampaign();
    const words = cmrtArguments(["review", "--no-open", "--by", "ada"]);
    const server = spawn(PROGRAM, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(server, "exit");
    let told = "";
    server.stderr.on("data", (text) => {
      told += text;
    });
    const [said] = await once(server.stdout, "data");
    const address = new URL(String(said).trim());
    const headers = { [TOKEN_HEADER]: address.hash.slice(1) };
    const asked = fetch(new URL("api/queue?queue=smelters", address), { headers }).then(
      () => "answered",
      () => "given up",
    );
    expect(await Promise.race([asked, fetch(address).then(({ status }) => status)])).toBe(200);
    server.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(await asked).toBe("given up");
    expect(told).not.toContain("Internal error");
  },
);

describe.skipIf(BROWSER === undefined)(`in a browser (${BROWSER ?? "no Chromium on this machine"})`, () => {
  let browser: Browser;
  const contextOf = sharedContexts(() => browser, { viewport: { width: 1280, height: 900 } });
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Serves the page of a campaign while `work` uses it; every error and every external request fails the test. */
  async function reviewing(
    work: (page: Page, root: string, address: string) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const root = await reviewCampaign();
    const context = await contextOf(options);
    context.setDefaultTimeout(20_000);
    let address = "";
    let fault: unknown;
    const { code, err } = await runCli(["review", "--by", "ada"], root, {
      today: REVIEW_DAY,
      showPage: async (its: string) => {
        address = its;
      },
      async untilStopped() {
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(error.message));
        page.on("console", (message) => {
          const isAnswer = /status of 4(?:00|09)/.test(message.text());
          if (message.type() === "error" && !isAnswer) faults.push(message.text());
        });
        page.on("request", (request) => {
          if (!request.url().startsWith(new URL(address).origin)) faults.push(request.url());
        });
        try {
          await page.goto(address);
          await work(page, root, address);
          expect(faults).toEqual([]);
        } catch (error) {
          fault = error;
        }
        await page.close();
      },
    });
    if (fault !== undefined) throw fault;
    expect([code, err.includes("Internal error")]).toEqual([0, false]);
  }

  const title = (page: Page) => page.locator("#item-title");
  const saidOn = (page: Page) => page.locator(".said output");
  const linesOf = (root: string, name: string) =>
    readFileSync(join(root, name), "utf8").split("\r\n").slice(1).filter(Boolean);

  test("twenty smelters decided by keyboard, each saved at once, and taken back with u", async () => {
    await reviewing(async (page, root) => {
      await title(page).getByText("gold: Kazinc").waitFor();
      // The token is in no address that the browser remembers.
      expect(new URL(page.url()).hash).toBe("#smelters");
      expect(await page.locator(".compare").innerText()).toContain("CID000957");
      await page.keyboard.press("1");
      await saidOn(page).getByText("gold: Kazinc → CID000957").waitFor();
      for (let count = 2; count <= 20; count++) {
        const name = (await title(page).innerText()).replace("gold: ", "");
        await page.keyboard.press("n");
        await saidOn(page).getByText(`${name} → not a smelter`).waitFor();
        await page
          .locator("h2 small")
          .getByText(`${24 - count} smelters open`)
          .waitFor();
      }
      const lines = linesOf(root, "smelter-decisions.csv");
      expect(lines).toHaveLength(20);
      expect(lines[0]).toBe(`gold,Kazinc,Kazakhstan,CID000957,,ada,${REVIEW_DAY}`);
      expect(lines.slice(1).every((line) => line.endsWith(`,China,not a smelter,,ada,${REVIEW_DAY}`))).toBe(
        true,
      );

      const last = (await saidOn(page).innerText()).replace(" → not a smelter", "");
      // Fast typing: the next item is skipped as soon as it is shown, before anything is painted.
      await page.evaluate(`{
        const observer = new MutationObserver(() => {
          if (!document.querySelector("#item-title")?.textContent?.includes(${JSON.stringify(last)})) return;
          observer.disconnect();
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true }));
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }`);
      await page.keyboard.press("u");
      await saidOn(page).getByText("Undone:").waitFor();
      await page.locator("h2 small").getByText("5 smelters open, 1 skipped").waitFor();
      expect(await title(page).innerText()).not.toContain(last);
      expect(linesOf(root, "smelter-decisions.csv")).toEqual(lines.slice(0, -1));
      expect(linesOf(root, "smelter-decisions.csv")).toHaveLength(19);
    });
  });

  test("a key typed into a field decides nothing; another ID and a reason are saved", async () => {
    await reviewing(async (page, root) => {
      await title(page).getByText("gold: Kazinc").waitFor();
      await page.getByLabel("Reason, if you give one").fill("");
      await page.getByLabel("Reason, if you give one").pressSequentially("seen in a certificate, n1");
      await page.getByLabel("Another ID").fill("CID999999");
      await page.keyboard.press("Enter");
      await saidOn(page).getByText("CID999999 is not on any available list").waitFor();
      await page.getByLabel("Another ID").fill("CID000401");
      await page.keyboard.press("Enter");
      await saidOn(page).getByText("gold: Kazinc → CID000401").waitFor();
      expect(linesOf(root, "smelter-decisions.csv")).toEqual([
        `gold,Kazinc,Kazakhstan,CID000401,"seen in a certificate, n1",ada,${REVIEW_DAY}`,
      ]);
    });
  });

  test("a finding accepted, an identity confirmed, a file attached, an outcome decided", async () => {
    await reviewing(async (page, root) => {
      await page.getByRole("link", { name: /^Findings/ }).click();
      await page.locator("main select").selectOption("smelter-list-missing-for-metal");
      await title(page).getByText("A metal is in scope, but").waitFor();
      await page.getByRole("button", { name: /^Accept/ }).click();
      // Nothing is accepted without a reason.
      expect(await page.getByLabel("Reason").evaluate((field) => field.matches(":invalid"))).toBe(true);
      await page.getByLabel("Reason").fill("gold alone, they say");
      await page.keyboard.press("Enter");
      await saidOn(page).getByText("accepted").waitFor();
      expect(linesOf(root, "accepted-findings.csv")).toEqual([
        expect.stringMatching(/^smelter-list-missing-for-metal,.*,"gold alone, they say",ada,2017-06-01$/),
      ]);

      await page.getByRole("link", { name: /^Files/ }).click();
      await title(page).getByText("in/b.xlsx").waitFor();
      await page.keyboard.press("s");
      await title(page).getByText("responses/broken.xlsx").waitFor();
      await page.locator("main select").selectOption("V-3");
      await page.getByRole("button", { name: "It is theirs" }).click();
      await saidOn(page).getByText("responses/broken.xlsx → Zeta Parts").waitFor();
      expect(linesOf(root, "suppliers.csv")).toContain("V-3,Zeta Parts,responses/broken.xlsx");

      await page.getByRole("link", { name: /^Identities/ }).click();
      await page.getByLabel("Reason").fill("same group");
      await page.getByRole("button", { name: "It is the supplier" }).click();
      await saidOn(page).getByText("missing-supplier-alike").waitFor();
      expect(linesOf(root, "accepted-findings.csv")).toHaveLength(2);

      await page.getByRole("link", { name: /^Outcomes/ }).click();
      await page.getByLabel("Determination").fill("undetermined");
      await page.getByLabel("Reason").fill("responses are open");
      await page.getByRole("button", { name: "Decide" }).click();
      await saidOn(page).getByText("tantalum: undetermined").waitFor();
      expect(JSON.parse(readFileSync(join(root, "cmrt.json"), "utf8")).decisions["2016"].tantalum).toEqual({
        determination: "undetermined",
        reason: "responses are open",
        by: "ada",
        date: REVIEW_DAY,
      });
    });
  });

  test("what another process wrote meanwhile is said and not overwritten, and the queue is another one", async () => {
    await reviewing(async (page, root) => {
      await title(page).getByText("gold: Kazinc").waitFor();
      const theirs =
        "metal,reported_name,country,smelter_id,reason,by,date\r\ngold,Kazinc,Kazakhstan,CID000957,theirs,bob,2017-06-01\r\n";
      writeFileSync(join(root, "smelter-decisions.csv"), theirs);
      await page.keyboard.press("n");
      await saidOn(page).getByText("smelter-decisions.csv").waitFor();
      await page.locator("h2 small").getByText("23 smelters open").waitFor();
      expect(await title(page).innerText()).not.toContain("Kazinc");
      expect(readFileSync(join(root, "smelter-decisions.csv"), "utf8")).toBe(theirs);
    });
  });

  test("a response with the cells in question marked, and a letter; suppliers' texts are only shown", async () => {
    await reviewing(async (page) => {
      await page.getByRole("link", { name: "Responses", exact: true }).click();
      await page.getByRole("link", { name: "Bolt Works" }).click();
      await page.getByRole("heading", { name: "Bolt Works" }).waitFor();
      const finding = page.locator(".finding").filter({ hasText: "Kazinc" }).first();
      await finding.locator("button.cell").click();
      const cell = page.locator("td.asked:focus");
      await cell.waitFor();
      expect(await cell.innerText()).toMatch(/Kazinc|Smelter not listed/);
      const text = await page.locator("main").innerText();
      expect(text).not.toMatch(/Quendel|ottilie/i);
      expect(text).toContain(HOSTILE);

      await page.getByRole("link", { name: "Letters" }).click();
      await page.getByRole("link", { name: "Bolt Works" }).click();
      expect(await page.locator("pre.letter").innerText()).toContain("Dear Bolt Works,");
      for (const view of ["smelters", "findings", "files", "responses", "letters"]) {
        await page.goto(`${new URL(page.url()).origin}/#${view}`);
        await page.locator("main h2").waitFor();
        expect(await page.title()).toBe("cmrt review");
        expect(await page.locator("#review img, #review script").count()).toBe(0);
      }
    });
  });

  test("nothing is shown without the token, nor to a page of another origin", async () => {
    await reviewing(async (page, root, address) => {
      const { origin } = new URL(address);
      const other = await (await browser.newContext()).newPage();
      await other.goto(`${origin}/`);
      await other.locator(".said output").getByText("lacks its token").waitFor();
      // From this page, which has another origin than the server.
      await other.goto("about:blank");
      const token = new URL(address).hash.slice(1);
      const sent = await other.evaluate<string>(
        `Promise.allSettled([
          fetch("${origin}/api/queue?queue=smelters", { headers: { "x-cmrt-token": "${token}" } }),
          fetch("${origin}/api/undo", { method: "POST", mode: "no-cors", body: "{}" }),
        ]).then((all) => all.map((one) => one.status + (one.value ? one.value.type + one.value.status : "")).join())`,
      );
      expect(sent).toBe("rejected,rejected");
      await other.setContent(
        `<form method="post" enctype="text/plain" action="${origin}/api/smelter"><input name='{"key":"' value='x","id":null,"reason":""}'></form>`,
      );
      await other.evaluate("document.forms[0].submit()");
      await other.getByText("are not answered").waitFor();
      await other.context().close();
      expect(() => readFileSync(join(root, "smelter-decisions.csv"))).toThrow();
      await title(page).waitFor();
    });
  });

  const RESPONSE = `response/${"a".repeat(64)}`;
  const VIEWS = [
    ...["smelters", "findings", "identities", "files", "outcomes", "responses", RESPONSE],
    ...["letters", "letter/Bolt%20Works"],
  ];

  test.each([
    ["light", VIEWS, {}],
    ["dark", ["smelters", RESPONSE], { colorScheme: "dark" as const }],
    ["420 px", ["smelters", "findings", RESPONSE], { viewport: { width: 420, height: 900 } }],
  ])("%s: no violation by axe, and nothing wider than the screen", async (_, views, options) => {
    await reviewing(
      async (page) => {
        const { origin } = new URL(page.url());
        for (const view of views) {
          await page.goto(`${origin}/#${view}`);
          await page.locator("main :is(#item-title, .view-title)").first().waitFor();
          if (await page.evaluate("!('axe' in window)")) await page.evaluate(axe.source);
          const violations = await page.evaluate<unknown[]>(
            "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]))",
          );
          expect([view, violations]).toEqual([view, []]);
          const over = await page.evaluate<string[]>(
            `document.documentElement.scrollWidth === document.documentElement.clientWidth ? [] : [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML.slice(0, 80))`,
          );
          expect([view, over]).toEqual([view, []]);
        }
      },
      { ...options, bypassCSP: true },
    );
  });
});
