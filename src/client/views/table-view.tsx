import { pageHref, type TableAddress } from "../../lib/page-address.ts";
import { useTable } from "../data/use-table.ts";
import { TablePanel } from "../parts/table-panel.tsx";
import { ViewTitle } from "../parts/view-title.tsx";

/** A table of the page at its address: interactions change the address, so that it can be shared. */
export function TableView({ address, minerals }: { address: TableAddress; minerals: readonly string[] }) {
  const table = useTable(address.file);
  if (table === undefined) return <p class="waiting">Opening {address.file} …</p>;
  return (
    <>
      <ViewTitle>{table.title}</ViewTitle>
      <p class="about">
        One row per {table.onePer}.{" "}
        {address.file.endsWith(".csv") ? (
          <>
            The same rows are in <code>{address.file}</code>.
          </>
        ) : null}
      </p>
      <TablePanel
        table={table}
        address={address}
        minerals={minerals}
        onAddress={(changed) => {
          // Typing does not add a step to the browser's history.
          history.replaceState(null, "", pageHref({ view: "table", table: changed }));
          window.dispatchEvent(new HashChangeEvent("hashchange"));
        }}
      />
    </>
  );
}
