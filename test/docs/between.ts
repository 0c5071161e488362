// Parts of hand-written pages that are generated from the code.
import { expect } from "vitest";

/** The page with another text between the two markers of a part. */
export function between(page: string, mark: string, text: string): string {
  const [before, after] = [`<!-- ${mark}:start -->\n`, `\n<!-- ${mark}:end -->`];
  const [start, end] = [page.indexOf(before) + before.length, page.indexOf(after)];
  expect(end).toBeGreaterThan(start);
  return page.slice(0, start) + text + page.slice(end);
}
