// Parses what `sourceOf` writes, and what people type instead.
import { UsageError } from "../../lib/errors.ts";
import { type Condition, quote, type Source } from "./figure.ts";

const EXAMPLE =
  'smelters.csv where status_class=unmatched, or in the shell: smelters.csv "status_class=not known"';

/**
 * The source given by these words: as printed in the report, whole or split into words by the shell; or the name of a
 * file and conditions as separate words. Throws UsageError if it is neither.
 */
export function readSource(words: readonly string[]): Source {
  const text = words
    .map((word, index) => {
      const [, column, value = ""] = /^(\w+)=([^"].*|)$/s.exec(word) ?? [];
      return column === undefined || index === 0 ? word : `${column}=${quote(value.replace(/,$/, ""))}`;
    })
    .join(" ");
  let at = 0;
  /** The groups of the pattern if the text continues with it. */
  const take = (sticky: RegExp): readonly string[] | undefined => {
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (match === null) return undefined;
    at = sticky.lastIndex;
    return match;
  };
  const value = (): string => {
    const quoted = take(/"((?:[^"]|"")*)"\s*/y);
    if (quoted) return (quoted[1] ?? "").replaceAll('""', '"');
    const bare = take(/([^\s,()"]+)\s*/y);
    if (bare?.[1] === undefined) throw notASource(text.slice(at));
    return bare[1];
  };

  const file = take(/\s*([\w-]+(?:\.csv)?)(?=[\s,]|$)\s*/y)?.[1];
  if (file === undefined) throw notASource(text);
  take(/where\s+/y);
  const where: Condition[] = [];
  let measure: Pick<Source, "distinct" | "sum" | "once"> = {};
  while (at < text.length) {
    const distinct = take(/,?\s*distinct\s+(\w+)\s*$/y);
    const sum = distinct ?? take(/,?\s*sum\s+(\w+)(?:\s+once per\s+(\w+))?\s*$/y);
    if (distinct?.[1] !== undefined) measure = { distinct: distinct[1] };
    else if (sum?.[1] !== undefined) measure = { sum: sum[1], ...(sum[2] ? { once: sum[2] } : {}) };
    else {
      take(/(?:and\s|,)\s*/y);
      where.push(condition());
    }
  }
  return { file, where, ...measure };

  function condition(): Condition {
    const single = take(/(\w+)\s*=\s*/y)?.[1];
    if (single !== undefined) return { column: single, values: [value()] };
    const several = take(/(\w+)\s+in\s*\(\s*/y)?.[1];
    if (several === undefined) throw notASource(text.slice(at));
    const values = [value()];
    while (take(/,\s*/y)) values.push(value());
    if (!take(/\)\s*/y)) throw notASource(text.slice(at));
    return { column: several, values };
  }
}

function notASource(rest: string): UsageError {
  return new UsageError(`“${rest.trim()}” is not a file or a condition. Expected: ${EXAMPLE}`);
}
