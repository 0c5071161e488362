import { readPageAddress } from "../../lib/page-address.ts";
import { ViewTitle } from "../parts/view-title.tsx";
import { TableView } from "./table-view.tsx";

/** A figure of the report by its ID, as in `cmrt explain` and report.md, with its rows. */
export function FigureView({ name, minerals }: { name: string; minerals: readonly string[] }) {
  // The report's text is in the page, and each of its figures is a link to its rows.
  const link = document.querySelector<HTMLAnchorElement>(`a[data-figure="${CSS.escape(name)}"]`);
  const address = link === null ? undefined : readPageAddress(new URL(link.href).hash);
  if (link === null || address?.view !== "table") {
    return (
      <>
        <ViewTitle>{name}</ViewTitle>
        <p>
          No figure of this report has this ID. <a href="#report">The report</a> has all figures.
        </p>
      </>
    );
  }
  const row = link.closest("tr")?.querySelector("th")?.textContent ?? "";
  const column = headerOf(link);
  return (
    <>
      <p class="lead">
        <strong>{link.textContent}</strong> {[row, column].filter(Boolean).join(", ")}
      </p>
      <p class="about">
        Figure <code>{name}</code>. <code>cmrt explain {name}</code> shows the rows with their cells, rules,
        lists and decisions.
      </p>
      <TableView address={address.table} minerals={minerals} />
    </>
  );
}

/** The header of an element's column; empty if it is not in a table. */
function headerOf(element: Element): string {
  const cell = element.closest("td");
  const heads = cell?.closest("table")?.querySelectorAll("thead > tr > *");
  return cell === null ? "" : (heads?.[cell.cellIndex]?.textContent ?? "");
}
