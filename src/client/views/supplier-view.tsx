import { pageHref } from "../../lib/page-address.ts";
import { type Row, rowsWhere } from "../data/row.ts";
import { useTable } from "../data/use-table.ts";
import { AnswerSheet } from "../parts/answer-sheet.tsx";
import { Facts } from "../parts/facts.tsx";
import { FindingList } from "../parts/finding-list.tsx";
import { RelatedTable } from "../parts/related-table.tsx";
import { ViewTitle } from "../parts/view-title.tsx";
import { cellText } from "../parts/words.ts";

/** One supplier: its state, what it sent and answered, findings, smelters, and what is open. */
export function SupplierView({
  supplierKey,
  minerals,
}: {
  supplierKey: string;
  minerals: readonly string[];
}) {
  const suppliers = useTable("suppliers");
  const responses = useTable("responses.csv");
  const answers = useTable("answer-cells");
  const findings = useTable("findings.csv");
  if (!suppliers || !responses || !answers || !findings) return <p class="waiting">Opening the supplier …</p>;

  const byId = rowsWhere(suppliers, { supplier_id: supplierKey });
  const [supplier] = byId.length > 0 ? byId : rowsWhere(suppliers, { supplier: supplierKey });
  if (supplier === undefined) return <NoSupplier name={supplierKey} minerals={minerals} />;
  const id = supplier.text("supplier_id");
  const sent = rowsWhere(responses, { supplier_id: id }).filter((row) => row.text("file") !== "");
  const found = rowsWhere(findings, { supplier_id: id });
  return (
    <>
      <ViewTitle>{supplier.text("supplier")}</ViewTitle>
      <Facts
        facts={[
          ["Supplier ID", id],
          ["State", supplier.shown("state")],
          ["How far it came", supplier.shown("funnel_step")],
          ["On the roster", supplier.text("on_roster")],
          ["Share of spend", shareText(supplier.text("spend_share"))],
          ["Effective date", supplier.text("effective_date")],
          ["Requests and letters", supplier.text("follow_up")],
          ["Owes", supplier.text("owes")],
          ["To look at", supplier.text("note")],
        ]}
      />
      <h3>What it sent</h3>
      {sent.length === 0 ? (
        <p class="none">Nothing was received under this name.</p>
      ) : (
        <SentFiles sent={sent} />
      )}
      <h3>Findings</h3>
      <FindingList
        findings={found}
        withFile={sent.length > 1}
        href={pageHref({
          view: "table",
          table: { file: "findings.csv", where: [{ column: "supplier_id", values: [id] }] },
        })}
      />
      {sent.map((response) => {
        const file = response.text("file");
        const given = rowsWhere(answers, { file, supplier_id: id });
        if (given.length === 0) return null;
        return (
          <section key={response.index}>
            <h3>
              Answers in <a href={pageHref({ view: "file", key: file })}>{file}</a> ({response.shown("state")}
              )
            </h3>
            <AnswerSheet answers={given} />
          </section>
        );
      })}
      <LetterTo supplier={supplier.text("supplier")} />
      <RelatedTable
        title="Smelters it reports"
        file="smelter-rows.csv"
        where={{ supplier_id: id }}
        minerals={minerals}
        hide={["supplier"]}
        none="No smelter row in a response that counts."
      />
    </>
  );
}

/** The letter that would be sent to it. */
function LetterTo({ supplier }: { supplier: string }) {
  const letters = useTable("letters");
  if (!letters) return <p class="waiting">Opening the letter …</p>;
  const [written] = rowsWhere(letters, { supplier });
  return (
    <>
      <h3>Letter</h3>
      {written === undefined ? (
        <p class="none">No letter would go out: nothing is open that it could be asked.</p>
      ) : (
        <details>
          <summary>As it would go out on the day of the report: {written.text("asks")}</summary>
          <pre class="letter" lang={written.text("language")}>
            {written.text("letter")}
          </pre>
        </details>
      )}
    </>
  );
}

function shareText(share: string): string {
  return share === "" ? "" : cellText(Number(share), "share");
}

function SentFiles({ sent }: { sent: readonly Row[] }) {
  return (
    <ul>
      {sent.map((row) => (
        <li key={row.index}>
          <a href={pageHref({ view: "file", key: row.text("file") })}>{row.text("file")}</a>:{" "}
          <strong>{row.shown("state")}</strong>. {row.text("reason")}
        </li>
      ))}
    </ul>
  );
}

/** For a supplier in a finding that is in no table of suppliers. */
function NoSupplier({ name, minerals }: { name: string; minerals: readonly string[] }) {
  return (
    <>
      <ViewTitle>{name}</ViewTitle>
      <p>No supplier of this period has this ID or name.</p>
      <RelatedTable
        title="Findings that name it"
        file="findings.csv"
        where={{ supplier: name }}
        minerals={minerals}
        none="No finding names it."
      />
    </>
  );
}
