import { pageHref } from "../../lib/page-address.ts";
import { hasTable } from "../data/page-store.ts";
import { rowsWhere } from "../data/row.ts";
import type { ClientTable } from "../data/unpack-table.ts";
import { useTable } from "../data/use-table.ts";
import { Facts } from "../parts/facts.tsx";
import { FindingList } from "../parts/finding-list.tsx";
import { RelatedTable } from "../parts/related-table.tsx";
import { ViewTitle } from "../parts/view-title.tsx";

const STATUS_BY_DATE = "smelter-status.csv";

/**
 * One smelter: what the lists say about it, today and by date, who reports it in which cells, and how its rows were
 * matched.
 */
export function SmelterView({ smelterKey, minerals }: { smelterKey: string; minerals: readonly string[] }) {
  const smelters = useTable("smelters.csv");
  const reported = useTable("smelter-rows.csv");
  const findings = useTable("findings.csv");
  if (!smelters || !reported || !findings) return <p class="waiting">Opening the smelter …</p>;
  const [smelter] = rowsWhere(smelters, { smelter: smelterKey });
  if (smelter === undefined) return <p>No smelter of this period has the key {smelterKey}.</p>;
  const matched = smelter.text("smelter_id") !== "";
  const country = smelter.text("facility_country");
  return (
    <>
      <ViewTitle>{smelter.text("standard_name") || smelter.text("reported_name")}</ViewTitle>
      <Facts
        facts={[
          ["Metal", smelter.text("metal")],
          ["Smelter ID", smelter.text("smelter_id") || "not matched to the reference list"],
          [
            "Located in",
            country && (
              <a href={pageHref({ view: "country", key: smelter.text("facility_country_iso") })}>{country}</a>
            ),
          ],
          ["Status", smelter.text("status") || smelter.text("status_class")],
          [
            "Status by",
            [smelter.text("status_list"), smelter.text("status_as_of")].filter(Boolean).join(", "),
          ],
          ["Removed from", smelter.text("removed_from")],
          ["Tied to a covered country by an origin list", smelter.text("origin_covered")],
          ["Matched by", smelter.shown("match")],
          ["Suppliers that report it", smelter.text("suppliers")],
        ]}
      />
      {!matched && (
        <p class="next">
          No match is certain. <code>cmrt smelters</code> shows the candidates and records your decision.
        </p>
      )}
      {hasTable(STATUS_BY_DATE) && (
        <RelatedTable
          title="Status by date"
          file={STATUS_BY_DATE}
          where={{ smelter: smelterKey }}
          minerals={minerals}
          hide={["metal", "smelter", "smelter_id", "standard_name"]}
          none="No list of statuses has it."
        />
      )}
      <RelatedTable
        title="Rows that report it"
        file="smelter-rows.csv"
        where={{ smelter: smelterKey }}
        minerals={minerals}
        hide={["metal", "smelter", "smelter_id", "standard_name"]}
        none="No row of a response that counts reports it."
      />
      <h3>Findings in these rows</h3>
      <FindingList findings={findingsInRows(reported, findings, smelterKey)} withFile />
    </>
  );
}

/** Findings whose cell is in a row that reports the smelter. */
function findingsInRows(reported: ClientTable, findings: ClientTable, smelter: string) {
  const rows = new Set(
    rowsWhere(reported, { smelter }).map((row) =>
      placeKey(row.text("file"), row.text("sheet"), row.text("row")),
    ),
  );
  const files = [...new Set(rowsWhere(reported, { smelter }).map((row) => row.text("file")))];
  return files.flatMap((file) =>
    rowsWhere(findings, { file }).filter((finding) => {
      const [row] = /\d+/.exec(finding.text("cell")) ?? [];
      return row !== undefined && rows.has(placeKey(file, finding.text("sheet"), row));
    }),
  );
}

function placeKey(file: string, sheet: string, row: string): string {
  return JSON.stringify([file, sheet, row]);
}
