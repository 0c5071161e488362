// A reported smelter beside its candidates: what the row says, what the list says, and the evidence.
import { useState } from "preact/hooks";
import { capitalised } from "../../../lib/capitalised.ts";
import type { SmelterItem as Smelter, SmelterCandidate } from "../../../model/review.ts";
import { counted } from "../../parts/words.ts";
import { type QueueItemProps, useKeys } from "./queue-view.tsx";

/** Keys that select candidates. */
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

export function SmelterItem({ item, busy, decide }: QueueItemProps<"smelters">) {
  const [reason, setReason] = useState("");
  const [other, setOther] = useState("");
  const choose = (id: string | null) => {
    if (!busy) decide("smelter", { key: item.key, id, reason });
  };
  const byKey = item.candidates.flatMap(({ id }, at) =>
    id === "" || KEYS[at] === undefined ? [] : [[KEYS[at], () => choose(id)] as const],
  );
  useKeys({ ...Object.fromEntries(byKey), n: () => choose(null) }, busy);
  return (
    <>
      <p>
        {counted(item.rows, "row")} of {counted(item.suppliers.length + item.moreSuppliers, "supplier")}:{" "}
        {item.suppliers.join("; ")}
        {item.moreSuppliers > 0 ? ` and ${item.moreSuppliers} more` : ""}. {capitalised(item.evidence)}.
      </p>
      {item.doubts.length > 0 && (
        <ul class="doubts">
          {item.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      <Comparison item={item} busy={busy} choose={choose} />
      <div class="tools">
        <label>
          Reason, if you give one{" "}
          <input value={reason} maxLength={2000} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <button type="button" disabled={busy} onClick={() => choose(null)}>
          Not a smelter <kbd>n</kbd>
        </button>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (other.trim() !== "") choose(other.trim());
          }}
        >
          <label>
            Another ID{" "}
            <input
              value={other}
              maxLength={40}
              size={12}
              placeholder="CID…"
              onInput={(event) => setOther(event.currentTarget.value)}
            />
          </label>{" "}
          <button type="submit" disabled={busy}>
            Choose
          </button>
        </form>
      </div>
      <ReportedRows item={item} />
    </>
  );
}

const LINES: readonly (readonly [
  title: string,
  candidate: (one: SmelterCandidate) => string,
  column?: string,
])[] = [
  ["Name", ({ standardName }) => standardName, "Name"],
  ["ID", ({ id }) => id || "no ID", "ID"],
  ["Place", ({ place }) => place],
  ["Other names", ({ otherNames }) => otherNames.join("; ")],
  ["Status", ({ status }) => status || "not known"],
  ["Evidence", ({ evidence, score }) => `${evidence} (${score})`],
];

function Comparison({ item, busy, choose }: { item: Smelter; busy: boolean; choose(id: string): void }) {
  const { candidates } = item;
  if (candidates.length === 0)
    return (
      <p class="none">
        No list that you have knows a facility of such a name. Give its ID if you know it; else skip it: the
        letter to the supplier asks which smelter is meant.
      </p>
    );
  const reported = (title: string): string => {
    if (title === "Name") return item.name;
    if (title === "ID") return item.id ?? "";
    const texts = new Map(item.reported[0]?.texts);
    const places = [texts.get("City"), texts.get("State"), item.country].filter(Boolean);
    return title === "Place" ? places.join(", ") : "";
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard
    <section class="wide" tabIndex={0} aria-label="As reported, and the candidates">
      <table class="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">As reported</th>
            {candidates.map(({ id, standardName }, at) => (
              <th key={`${id} ${standardName}`} scope="col">
                <button type="button" disabled={busy || id === ""} onClick={() => choose(id)}>
                  This one {KEYS[at] ? <kbd>{KEYS[at]}</kbd> : null}
                  <span class="unseen"> {standardName}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map(([title, text]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>{reported(title)}</td>
              {candidates.map((candidate) => (
                <td key={`${candidate.id} ${candidate.standardName}`}>{text(candidate)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReportedRows({ item: { reported, rows } }: { item: Smelter }) {
  return (
    <>
      <h4>{rows > reported.length ? `The first ${reported.length} rows` : "Rows"}</h4>
      <ul class="findings">
        {reported.map((row) => (
          <li key={`${row.file} ${row.at}`} class="finding">
            <p>
              {row.supplier}: <a href={`#response/${row.response}`}>{row.file}</a>{" "}
              <span class="cell">{row.at}</span>
            </p>
            <p class="where">{row.texts.map(([title, text]) => `${title}: ${text}`).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
