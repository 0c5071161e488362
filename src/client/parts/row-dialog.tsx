// A dialog with all columns of a row.

import { useEffect, useRef } from "preact/hooks";
import { columnTitle } from "../../lib/column-title.ts";
import { type ClientTable, cellOf } from "../data/unpack-table.ts";
import { cellHref } from "./cell-links.ts";
import { columnText } from "./words.ts";

export interface RowDialogProps {
  table: ClientTable;
  row: number | null;
  onClose(): void;
}

export function RowDialog({ table, row, onClose }: RowDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (row !== null) dialog.current?.showModal();
  }, [row]);
  if (row === null) return null;
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={`${table.title}: one ${table.onePer}`}>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
      <dl class="facts">
        {table.columns.map((column) => {
          const value = cellOf(column, row);
          if (value === null) return null;
          const href = cellHref(table, column.name, row);
          const text = columnText(column, value);
          return (
            <div key={column.name}>
              <dt title={column.about}>{columnTitle(column.name)}</dt>
              <dd>
                {href ? (
                  <a href={href} onClick={() => dialog.current?.close()}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </dialog>
  );
}
