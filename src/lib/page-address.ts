// Addresses within the report's page, that is, what comes after "#". The page's script reads them; links are
// written with them.

/** Views of one thing, by its key. */
export const THING_VIEWS = ["supplier", "smelter", "rule", "country", "file", "figure"] as const;
export type ThingView = (typeof THING_VIEWS)[number];

/** A table and which part of it is shown. */
export interface TableAddress {
  file: string;
  /** Columns and the values to which each is filtered. */
  where: readonly { column: string; values: readonly string[] }[];
  /** The column whose distinct values a figure counts; see `Source` of the report's figures. */
  distinct?: string;
  sum?: string;
  once?: string;
  /** Words that a row must contain. */
  search?: string;
  sort?: { column: string; descending: boolean };
  /** Columns that are hidden, instead of those that the table hides by default. */
  hidden?: readonly string[];
}

export type PageAddress =
  | { view: "table"; table: TableAddress }
  | { view: ThingView; key: string }
  /** A part of the page by its id. */
  | { view: "part"; id: string };

/** Parameters that are not columns: no column name begins with a dot. */
const DISTINCT = ".distinct";
const SUM = ".sum";
const ONCE = ".once";
const SEARCH = ".search";
const SORT = ".sort";
const HIDE = ".hide";
/** Instead of a column: no column is hidden. */
const NONE = "";

/** An address as text, including "#". Equal addresses give equal texts. */
export function pageHref(address: PageAddress): string {
  switch (address.view) {
    case "part":
      return `#${address.id}`;
    case "table":
      return `#table/${encodeURIComponent(address.table.file)}${query(address.table)}`;
    default:
      return `#${address.view}/${encodeURIComponent(address.key)}`;
  }
}

function query({ where, distinct, sum, once, search, sort, hidden }: TableAddress): string {
  const parameters = new URLSearchParams();
  for (const { column, values } of where) for (const value of values) parameters.append(column, value);
  if (distinct !== undefined) parameters.append(DISTINCT, distinct);
  if (sum !== undefined) parameters.append(SUM, sum);
  if (once !== undefined) parameters.append(ONCE, once);
  if (search) parameters.append(SEARCH, search);
  if (sort) parameters.append(SORT, `${sort.descending ? "-" : ""}${sort.column}`);
  if (hidden) for (const column of hidden.length > 0 ? hidden : [NONE]) parameters.append(HIDE, column);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Parses what `pageHref` writes. Anything that is not the address of a view, such as one that a person typed,
 * is taken for a part.
 */
export function readPageAddress(hash: string): PageAddress {
  const text = hash.replace(/^#/, "");
  const slash = text.indexOf("/");
  if (slash < 0) return { view: "part", id: decode(text) };
  const [view, rest] = [text.slice(0, slash), text.slice(slash + 1)];
  if (view === "table") return { view, table: readTable(rest) };
  const thing = THING_VIEWS.find((name) => name === view);
  return thing === undefined ? { view: "part", id: decode(text) } : { view: thing, key: decode(rest) };
}

function readTable(text: string): TableAddress {
  const mark = text.indexOf("?");
  const parameters = new URLSearchParams(mark < 0 ? "" : text.slice(mark + 1));
  const where = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    if (!name.startsWith(".")) where.set(name, [...(where.get(name) ?? []), value]);
  }
  const one = (key: "distinct" | "sum" | "once" | "search", name: string) => {
    const value = parameters.get(name);
    return value ? { [key]: value } : {};
  };
  const sort = parameters.get(SORT);
  return {
    file: decode(mark < 0 ? text : text.slice(0, mark)),
    where: [...where].map(([column, values]) => ({ column, values })),
    ...one("distinct", DISTINCT),
    ...one("sum", SUM),
    ...one("once", ONCE),
    ...one("search", SEARCH),
    ...(sort ? { sort: { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") } } : {}),
    ...(parameters.has(HIDE) ? { hidden: parameters.getAll(HIDE).filter((column) => column !== NONE) } : {}),
  };
}

/** Text that is not valid percent-encoding is returned as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
