// Findings individually: what the rule says, where, what to ask, and who accepted it.
import { pageHref } from "../../lib/page-address.ts";
import { type Row, rowsWhere } from "../data/row.ts";
import { useTable } from "../data/use-table.ts";
import { counted } from "./words.ts";

/** More findings are shown as a table. */
const MOST = 100;
const ORDER = ["error", "warning", "info"];

export interface FindingListProps {
  findings: readonly Row[];
  /** Whether to show supplier and file, which may be given by the view. */
  withFile: boolean;
  /** A link to all of them as a table, if a table can be filtered to them. */
  href?: string;
}

export function FindingList({ findings, withFile, href }: FindingListProps) {
  const rules = useTable("rules");
  if (findings.length === 0) return <p class="none">No finding.</p>;
  if (rules === undefined) return <p class="waiting">Opening the rules …</p>;
  const shown = [...findings]
    .sort(
      (a, b) => ORDER.indexOf(a.text("severity")) - ORDER.indexOf(b.text("severity")) || a.index - b.index,
    )
    .slice(0, MOST);
  return (
    <>
      <ul class="findings">
        {shown.map((finding) => {
          const [rule] = rowsWhere(rules, { rule: finding.text("rule") });
          return <FindingItem key={finding.index} finding={finding} rule={rule} withFile={withFile} />;
        })}
      </ul>
      {href && (
        <p>
          <a href={href}>
            {findings.length > MOST ? `All ${counted(findings.length, "finding")} as a table` : "As a table"}
          </a>
        </p>
      )}
    </>
  );
}

function FindingItem({
  finding,
  rule,
  withFile,
}: {
  finding: Row;
  rule: Row | undefined;
  withFile: boolean;
}) {
  const severity = finding.text("severity");
  const place = [finding.text("sheet"), finding.text("cell")].filter(Boolean).join("!");
  const accepted = [
    finding.text("accepted_reason"),
    finding.text("accepted_by"),
    finding.text("accepted_date"),
  ];
  return (
    <li class={`finding ${severity}`}>
      <p>
        <strong class="severity">{severity}</strong> {finding.text("message")}
      </p>
      <p class="where">
        {place ? <span class="cell">{place}</span> : "The file as a whole"}
        {withFile && finding.text("file") ? (
          <>
            {" "}
            in <a href={pageHref({ view: "file", key: finding.text("file") })}>{finding.text("file")}</a>
          </>
        ) : null}
        {" · rule "}
        <a href={pageHref({ view: "rule", key: finding.text("rule") })}>{finding.text("rule")}</a>
        {finding.text("superseded") ? " · about a response that a newer one has replaced" : ""}
      </p>
      {rule?.text("ask") ? <p class="ask">To ask: {rule.text("ask")}</p> : null}
      {finding.text("accepted") ? (
        <p class="decided">Accepted: {accepted.filter(Boolean).join("; ")}</p>
      ) : null}
    </li>
  );
}
