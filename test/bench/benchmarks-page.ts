// docs/benchmarks.md: each benchmark writes its own part between markers and leaves the others unchanged.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = join(import.meta.dirname, "..", "..", "docs", "benchmarks.md");

/** Replaces the text between the part's markers. Throws if the page has no such part. */
export function writePart(
  part: "reading" | "other-templates" | "scale" | "page" | "matching",
  text: string,
): void {
  const page = readFileSync(PAGE, "utf8");
  const [start, end] = [`<!-- ${part}:start -->\n`, `<!-- ${part}:end -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no part "${part}" between its markers`);
  writeFileSync(PAGE, `${page.slice(0, from + start.length)}${text.trim()}\n${page.slice(to)}`);
}
