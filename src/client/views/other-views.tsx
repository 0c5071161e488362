// Views of a rule, a country and a file.
import { pageHref } from "../../lib/page-address.ts";
import { rowsWhere } from "../data/row.ts";
import { useTable } from "../data/use-table.ts";
import { AnswerSheet } from "../parts/answer-sheet.tsx";
import { Facts } from "../parts/facts.tsx";
import { FindingList } from "../parts/finding-list.tsx";
import { RelatedTable } from "../parts/related-table.tsx";
import { ViewTitle } from "../parts/view-title.tsx";

interface ViewProps {
  name: string;
  minerals: readonly string[];
}

/** One rule: its texts, its findings, and where it could not run. */
export function RuleView({ name, minerals }: ViewProps) {
  const rules = useTable("rules");
  if (!rules) return <p class="waiting">Opening the rule …</p>;
  const [rule] = rowsWhere(rules, { rule: name });
  return (
    <>
      <ViewTitle>{name}</ViewTitle>
      <p class="lead">{rule?.text("title") ?? "No rule of this version of cmrt has this ID."}</p>
      <Facts
        facts={[
          ["Severity", rule?.text("severity")],
          ["Why it matters", rule?.text("why")],
          ["To ask", rule?.text("ask")],
          ["Source", rule?.text("source")],
        ]}
      />
      <RelatedTable
        title="Findings"
        file="findings.csv"
        where={{ rule: name }}
        minerals={minerals}
        hide={["rule"]}
        none="It found nothing."
      />
      <RelatedTable
        title="Not run"
        file="not-run.csv"
        where={{ rule: name }}
        minerals={minerals}
        hide={["rule"]}
        none="It ran on every response that it is about."
      />
    </>
  );
}

/** One country: the smelters located there and, separately, what is declared to come from there. */
export function CountryView({ name, minerals }: ViewProps) {
  const smelters = useTable("smelters.csv");
  const origins = useTable("countries.csv");
  if (!smelters || !origins) return <p class="waiting">Opening the country …</p>;
  const title =
    rowsWhere(origins, { iso: name })[0]?.text("country") ??
    rowsWhere(smelters, { facility_country_iso: name })[0]?.text("facility_country") ??
    name;
  return (
    <>
      <ViewTitle>{title}</ViewTitle>
      <RelatedTable
        title="Smelters located there"
        file="smelters.csv"
        where={{ facility_country_iso: name }}
        minerals={minerals}
        hide={["facility_country"]}
        none="No reported smelter is located there."
      />
      <p class="about">Where a smelter is located says nothing of where its minerals were mined.</p>
      <RelatedTable
        title="Declared as origin"
        file="countries.csv"
        where={{ iso: name }}
        minerals={minerals}
        hide={["country", "iso"]}
        none="No response or origin list names it as an origin."
      />
      <RelatedTable
        title="Smelter rows that name it as origin"
        file="origin-cells"
        where={{ iso: name }}
        minerals={minerals}
        hide={["country", "iso"]}
        none="No smelter row of a response that counts names it."
      />
    </>
  );
}

/** One file: its supplier, whether it counts, its answers and findings. */
export function FileView({ name, minerals }: ViewProps) {
  const responses = useTable("responses.csv");
  const answers = useTable("answer-cells");
  const findings = useTable("findings.csv");
  if (!responses || !answers || !findings) return <p class="waiting">Opening the file …</p>;
  const [response] = rowsWhere(responses, { file: name });
  return (
    <>
      <ViewTitle>{name}</ViewTitle>
      {response === undefined ? (
        <p>No file of this period has this name.</p>
      ) : (
        <Facts
          facts={[
            [
              "Supplier",
              response.text("supplier") && (
                <a href={pageHref({ view: "supplier", key: response.text("supplier_id") })}>
                  {response.text("supplier")}
                </a>
              ),
            ],
            ["State", response.shown("state")],
            ["Why", response.text("reason")],
            ["Effective date", response.text("effective_date")],
            ["Template version", response.text("template_version")],
            ["Language", response.text("language")],
            ["Scope", response.shown("scope")],
            ["Tied to the supplier by", response.text("identified_by")],
            ["SHA-256", response.text("sha256")],
          ]}
        />
      )}
      <h3>Findings</h3>
      <FindingList
        findings={rowsWhere(findings, { file: name })}
        withFile={false}
        href={pageHref({
          view: "table",
          table: { file: "findings.csv", where: [{ column: "file", values: [name] }] },
        })}
      />
      <h3>Answers</h3>
      <AnswerSheet answers={rowsWhere(answers, { file: name })} />
      <RelatedTable
        title="Smelters it reports"
        file="smelter-rows.csv"
        where={{ file: name }}
        minerals={minerals}
        hide={["supplier", "file"]}
        none="No smelter row, or a response that does not count."
      />
    </>
  );
}
