// Parts of written pages that are made from the code.
import { expect } from "vitest";

/** A page with another text between two of its marks. */
export function between(page: string, mark: string, text: string): string {
  const [before, after] = [`<!-- ${mark}:start -->\n`, `\n<!-- ${mark}:end -->`];
  const [start, end] = [page.indexOf(before) + before.length, page.indexOf(after)];
  expect(end).toBeGreaterThan(start);
  return page.slice(0, start) + text + page.slice(end);
}
