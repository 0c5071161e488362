// A table of any length: only the visible rows are in the page.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { columnTitle } from "../../lib/column-title.ts";
import { type ClientColumn, type ClientTable, cellOf } from "../data/unpack-table.ts";
import { cellHref } from "./cell-links.ts";
import { toneOf } from "./tone.ts";
import { columnText } from "./words.ts";

/** Tables of up to this many rows are shown in full, with wrapped texts. */
const WHOLE = 60;
/** Height of a row of a longer table in pixels, as in report.css. */
const ROW = 34;
/** Rows rendered above and below the visible ones. */
const SPARE = 10;
/** A text longer than this many characters gets room for several words per line. */
const LONG = 40;
/** Columns for which report.css has a width. */
const FITTED: ReadonlySet<string> = new Set(["file", "supplier"]);
/** Browsers do not support elements much higher than this. */
const HIGHEST = 8_000_000;

export interface DataTableProps {
  table: ClientTable;
  /** The rows to show, in order. */
  rows: Uint32Array;
  columns: readonly ClientColumn[];
  /** The content of the table, for screen readers. */
  label: string;
  minerals: readonly string[];
  sort?: { column: string; descending: boolean } | undefined;
  /** Requests another order; without it the table cannot be sorted. */
  onSort?(column: string): void;
  /** Shows a row with all of its columns. */
  onOpen(row: number): void;
}

export function DataTable(props: DataTableProps) {
  const { rows } = props;
  const whole = rows.length <= WHOLE;
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [inSight, setInSight] = useState(25);
  const focusNext = useRef<number | null>(null);

  const height = Math.min(rows.length * ROW, HIGHEST);
  const furthest = Math.max(0, rows.length - inSight);
  /** Pixels of scrolling per row: fewer than a row's height if the whole would be too high. */
  const step = furthest === 0 ? ROW : (height - inSight * ROW) / furthest;

  // Other rows are shown from the top.
  useEffect(() => {
    setFirst(0);
    if (box.current) box.current.scrollTop = 0;
  }, [rows]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setInSight(Math.max(1, Math.ceil(element.clientHeight / ROW)));
    look();
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  useLayoutEffect(() => {
    if (focusNext.current !== null && focusRow(focusNext.current)) focusNext.current = null;
  });

  const from = whole ? 0 : Math.max(0, first - SPARE);
  const to = whole ? rows.length : Math.min(rows.length, first + inSight + SPARE);
  const shown = useMemo(() => Array.from(rows.subarray(from, to)), [rows, from, to]);
  // If there are more rows than fit in the height, the visible ones are positioned at the scroll offset.
  const above = whole
    ? 0
    : Math.max(0, Math.min(height - (to - from) * ROW, first * step - (first - from) * ROW));
  const below = whole ? 0 : Math.max(0, height - above - (to - from) * ROW);

  const onScroll = () => {
    if (whole || box.current === null) return;
    setFirst(Math.min(furthest, Math.max(0, Math.round(box.current.scrollTop / step))));
  };
  /** Keyboard navigation from the focused row: up and down, by page, to either end. */
  const onKeyDown = (event: KeyboardEvent) => {
    const place = (event.target as HTMLElement).closest<HTMLElement>("[data-place]")?.dataset.place;
    if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = Number(place);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + inSight,
      PageUp: at - inSight,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = moves[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(rows.length - 1, wanted));
    if (!whole && box.current && (target < first || target > first + inSight - 3)) {
      const top = Math.min(furthest, Math.max(0, target - Math.floor(inSight / 2)));
      box.current.scrollTop = top * step;
      setFirst(top);
    }
    if (!focusRow(target)) focusNext.current = target;
  };
  const focusRow = (target: number): boolean => {
    const button = box.current?.querySelector<HTMLElement>(`[data-place="${target}"] button`);
    button?.focus({ preventScroll: !whole });
    return button !== undefined && button !== null;
  };

  return (
    <section
      class={whole ? "rows whole" : "rows"}
      ref={box}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard
      tabIndex={0}
      aria-label={props.label}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="opener">
              <span class="unseen">Details</span>
            </th>
            {props.columns.map((column) => (
              <HeadCell key={column.name} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={props.columns.length + 1} />}
          {shown.map((row, index) => (
            <Row key={row} row={row} place={from + index} {...props} />
          ))}
          {below > 0 && <Gap height={below} columns={props.columns.length + 1} />}
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr class="gap-row">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function HeadCell({ column, sort, onSort }: DataTableProps & { column: ClientColumn }) {
  const title = columnTitle(column.name);
  const sorted = sort?.column === column.name ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <th
      scope="col"
      class={column.type === "number" || column.type === "share" ? "number" : undefined}
      aria-sort={sorted}
      title={column.about}
    >
      {onSort ? (
        <button type="button" class="sort" onClick={() => onSort(column.name)}>
          {title}
          <span aria-hidden="true">{sorted === undefined ? "" : sorted === "ascending" ? " ▲" : " ▼"}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

function Row({
  table,
  columns,
  minerals,
  row,
  place,
  onOpen,
}: DataTableProps & { row: number; place: number }) {
  return (
    <tr data-place={place} aria-rowindex={place + 2}>
      <td class="opener">
        <button type="button" onClick={() => onOpen(row)} aria-label={`Row ${place + 1}: all of it`}>
          ⋯
        </button>
      </td>
      {columns.map((column) => (
        <Cell key={column.name} table={table} column={column} row={row} minerals={minerals} />
      ))}
    </tr>
  );
}

/** One cell, with a link if it names something that has a view. */
function Cell({
  table,
  column,
  row,
  minerals,
}: Pick<DataTableProps, "table" | "minerals"> & { column: ClientColumn; row: number }) {
  const value = cellOf(column, row);
  const text = columnText(column, value);
  const href = value === null ? undefined : cellHref(table, column.name, row);
  const tone = toneOf(column.name, value, minerals);
  const kind = column.type === "share" ? "number" : column.type;
  const classes = [
    kind === "number" || kind === "date" ? kind : "",
    text.length > LONG ? "long" : "",
    FITTED.has(column.name) ? `col-${column.name}` : "",
    tone ? `tone ${tone}` : "",
  ];
  return (
    <td class={classes.filter(Boolean).join(" ") || undefined}>{href ? <a href={href}>{text}</a> : text}</td>
  );
}
