// A part of a table within the view of one thing.
import { useMemo, useState } from "preact/hooks";
import { pageHref, type TableAddress } from "../../lib/page-address.ts";
import { selectRows } from "../data/query.ts";
import { useTable } from "../data/use-table.ts";
import { TablePanel } from "./table-panel.tsx";

export interface RelatedTableProps {
  title: string;
  file: string;
  where: Readonly<Record<string, string>>;
  minerals: readonly string[];
  /** Columns with the same value in every row here. */
  hide?: readonly string[];
  /** The text to show without rows. */
  none: string;
}

export function RelatedTable({ title, file, where, minerals, hide = [], none }: RelatedTableProps) {
  const table = useTable(file);
  const key = JSON.stringify(where);
  const fixed = useMemo(
    () =>
      Object.entries(JSON.parse(key) as Record<string, string>).map(([column, value]) => ({
        column,
        values: [value],
      })),
    [key],
  );
  const [address, setAddress] = useState<TableAddress>({ file, where: [] });
  if (table === undefined) return <p class="waiting">Opening {file} …</p>;
  const empty = selectRows(table, { where: fixed }).length === 0;
  return (
    <section class="related">
      <h3>{title}</h3>
      {empty ? (
        <p class="none">{none}</p>
      ) : (
        <>
          <TablePanel
            table={{ ...table, hidden: [...table.hidden, ...hide] }}
            address={address}
            minerals={minerals}
            fixed={fixed}
            onAddress={setAddress}
          />
          <p>
            <a href={pageHref({ view: "table", table: { file, where: fixed } })}>As a table of its own</a>
          </p>
        </>
      )}
    </section>
  );
}
