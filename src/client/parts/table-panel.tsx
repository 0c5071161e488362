// A table with its controls: search, filter, choose columns, sort, copy.

import { useMemo, useState } from "preact/hooks";
import { columnTitle } from "../../lib/column-title.ts";
import type { TableAddress } from "../../lib/page-address.ts";
import { csvText } from "../data/csv-text.ts";
import { countValues, measure, selectRows } from "../data/query.ts";
import { type ClientTable, columnOf, wordsFor } from "../data/unpack-table.ts";
import { copyText } from "./copy-text.ts";
import { DataTable } from "./data-table.tsx";
import { RowDialog } from "./row-dialog.tsx";
import { counted } from "./words.ts";

/** Columns with up to this many values are offered as filters. */
const MOST_CHOICES = 250;

export interface TablePanelProps {
  table: ClientTable;
  address: TableAddress;
  minerals: readonly string[];
  /** Conditions of the table's context, which cannot be removed. */
  fixed?: TableAddress["where"];
  onAddress(address: TableAddress): void;
}

export function TablePanel({ table, address, minerals, fixed = [], onAddress }: TablePanelProps) {
  const [opened, setOpened] = useState<number | null>(null);
  // The choices are counted only while they are shown.
  const [filtering, setFiltering] = useState(false);
  const [said, setSaid] = useState("");
  const rows = useMemo(
    () => selectRows(table, { ...address, where: [...fixed, ...address.where] }),
    [table, address, fixed],
  );
  // A column that is empty in every row is hidden unless the reader asks for it.
  const empty = table.columns.flatMap(({ name, values }) => (values.length === 0 ? name : []));
  const hidden = address.hidden ?? [...table.hidden, ...empty];
  const columns = table.columns.filter(({ name }) => !hidden.includes(name));
  const change = (part: Partial<TableAddress>) => onAddress({ ...address, ...part });

  const sortBy = (column: string) => {
    const { sort } = address;
    const { sort: _, ...unsorted } = address;
    if (sort?.column !== column) change({ sort: { column, descending: false } });
    else if (!sort.descending) change({ sort: { column, descending: true } });
    else onAddress(unsorted);
  };
  const copy = async () => {
    const names = columns.map(({ name }) => name);
    const done = await copyText(csvText(table, rows, names));
    setSaid(done ? `Copied ${counted(rows.length, "row")} as CSV.` : "The browser did not allow copying.");
  };

  return (
    <section class="panel" aria-label={table.title}>
      <div class="tools">
        <label>
          Search{" "}
          <input
            type="search"
            autocomplete="off"
            value={address.search ?? ""}
            onInput={(event) => change({ search: event.currentTarget.value })}
          />
        </label>
        <Conditions table={table} address={address} onAddress={onAddress} />
        <details class="menu" onToggle={(event) => setFiltering(event.currentTarget.open)}>
          <summary>Filters</summary>
          {filtering && <Filters table={table} rows={rows} address={address} change={change} />}
        </details>
        <details class="menu">
          <summary>Columns</summary>
          <fieldset>
            <legend>Columns shown</legend>
            {table.columns.map(({ name, about }) => (
              <label key={name} title={about}>
                <input
                  type="checkbox"
                  checked={!hidden.includes(name)}
                  onChange={(event) =>
                    change({
                      hidden: event.currentTarget.checked
                        ? hidden.filter((other) => other !== name)
                        : [...hidden, name],
                    })
                  }
                />{" "}
                {columnTitle(name)}
              </label>
            ))}
          </fieldset>
        </details>
        <button type="button" onClick={copy}>
          Copy as CSV
        </button>
        <output aria-live="polite">
          {countText(table, rows, address)} {said}
        </output>
      </div>
      {rows.length === 0 ? (
        <p class="none">{table.rows === 0 ? "This table is empty." : "No row meets these conditions."}</p>
      ) : (
        <DataTable
          table={table}
          rows={rows}
          columns={columns}
          label={`${table.title}, one row per ${table.onePer}`}
          minerals={minerals}
          sort={address.sort}
          onSort={sortBy}
          onOpen={setOpened}
        />
      )}
      <RowDialog table={table} row={opened} onClose={() => setOpened(null)} />
    </section>
  );
}

function countText(table: ClientTable, rows: Uint32Array, address: TableAddress): string {
  const count =
    rows.length === table.rows
      ? counted(rows.length, "row")
      : `${rows.length.toLocaleString("en")} of ${counted(table.rows, "row")}`;
  const { distinct, sum } = address;
  if (distinct === undefined && sum === undefined) return count;
  const value = measure(table, rows, address).toLocaleString("en");
  return distinct === undefined
    ? `${columnTitle(sum as string)}: ${value} in all, in ${count}.`
    : `${value} different ${columnTitle(distinct).toLowerCase().replace(/ id$/, "")}${value === "1" ? "" : "s"} in ${count}.`;
}

/** The active conditions, each with a button to remove it. */
function Conditions({ table, address, onAddress }: Pick<TablePanelProps, "table" | "address" | "onAddress">) {
  const { where, distinct: _d, sum: _s, once: _o, ...rest } = address;
  return (
    <>
      {where.map(({ column, values }) => {
        const known = columnOf(table, column);
        const shown = values.map((value) => (known && wordsFor(known, value)) || value || "(empty)");
        const text = `${columnTitle(column)}: ${shown.join(" or ")}`;
        return (
          <button
            key={column}
            type="button"
            class="chip"
            onClick={() => onAddress({ ...rest, where: where.filter((other) => other.column !== column) })}
            aria-label={`Remove the filter ${text}`}
          >
            {text} <span aria-hidden="true">×</span>
          </button>
        );
      })}
    </>
  );
}

interface FiltersProps {
  table: ClientTable;
  rows: Uint32Array;
  address: TableAddress;
  change(part: Partial<TableAddress>): void;
}

/** A choice of values for each column that has few of them. */
function Filters({ table, rows, address, change }: FiltersProps) {
  const columns = table.columns.filter(({ values }) => values.length > 0 && values.length <= MOST_CHOICES);
  return (
    <div class="filters">
      {columns.map((column) => {
        const chosen = address.where.find((one) => one.column === column.name)?.values ?? [];
        const counts = new Map(countValues(column, rows).map((one) => [one.value, one.rows]));
        const values = ["", ...column.values.map(String)].filter(
          (value) => value !== "" || column.codes.includes(0) || chosen.includes(""),
        );
        const others = address.where.filter((one) => one.column !== column.name);
        return (
          <label key={column.name}>
            {columnTitle(column.name)}
            <select
              value={chosen.length === 1 ? `=${chosen[0]}` : ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({
                  where:
                    value === "" ? others : [...others, { column: column.name, values: [value.slice(1)] }],
                });
              }}
            >
              <option value="">{chosen.length > 1 ? "(several)" : "(all)"}</option>
              {values.sort(byReader).map((value) => (
                <option key={value} value={`=${value}`}>
                  {value === "" ? "(empty)" : (wordsFor(column, value) ?? value)} (
                  {(counts.get(value) ?? 0).toLocaleString("en")})
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}

const byReader = new Intl.Collator(undefined, { numeric: true }).compare;
