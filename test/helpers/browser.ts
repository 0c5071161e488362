// A real browser for tests of pages: the machine's Chromium or Chrome, under its usual names or in CHROMIUM.
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

/** The windowless one first: the same engine at half the processor time. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"];

/** The browser's program; undefined if the machine has none. */
export function browserProgram(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it. The caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserProgram() ?? "chromium",
    // Chromium refuses to run its sandbox as root, as in containers. The pages are our own.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/**
 * Returns browser contexts by their options. Each has its own window and processes, so that pages share one if
 * possible; a blank page in it keeps the window open between tests.
 */
export function sharedContexts(
  browser: () => Browser,
  common: BrowserContextOptions,
): (options: BrowserContextOptions) => Promise<BrowserContext> {
  const contexts = new Map<string, Promise<BrowserContext>>();
  const make = async (options: BrowserContextOptions) => {
    const context = await browser().newContext({ ...common, ...options });
    await context.newPage();
    return context;
  };
  return (options) => {
    const key = JSON.stringify(options);
    const known = contexts.get(key) ?? make(options);
    contexts.set(key, known);
    return known;
  };
}

/** A page as a separate file, as users open it. */
export function pageFile(html: string): { url: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "cmrt-page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  return { url: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
