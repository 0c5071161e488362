// A response laid out like its workbook, with the cells in question marked and their findings beside it.
import { STATE_NAMES } from "../../../model/labels.ts";
import type { ResponseLine, ResponseSheet, ReviewHead, Sheet, SheetCell } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { ViewTitle } from "../../parts/view-title.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { counted } from "../../parts/words.ts";
import { type Desk, useHeard } from "./desk.ts";
import { ofTemplate, Template } from "./template.tsx";

/** All responses that can be shown. */
export function ResponseList({ desk, template }: { desk: Desk; template: string }) {
  const answer = useAnswer<{ head: ReviewHead; responses: readonly ResponseLine[] }>(
    "responses",
    {},
    desk.round,
  );
  useHeard(desk, answer);
  if (answer === undefined) return <Waiting />;
  if (isRefused(answer)) return null;
  return (
    <>
      <ViewTitle>Responses</ViewTitle>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard */}
      <section class="wide" tabIndex={0} aria-label="Responses">
        <table>
          <thead>
            <tr>
              <th scope="col">Supplier</th>
              <th scope="col">State</th>
              <th scope="col" class="number">
                Errors
              </th>
              <th scope="col" class="number">
                Warnings
              </th>
              <th scope="col">File</th>
            </tr>
          </thead>
          <tbody>
            {ofTemplate(answer.responses, template).map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={`#response/${one.id}`}>{one.supplier}</a>
                  {one.template === undefined ? null : <Template id={one.template} />}
                </th>
                <td>{STATE_NAMES[one.state]}</td>
                <td class="number">{one.errors}</td>
                <td class="number">{one.warnings}</td>
                <td>{one.file}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

export function ResponseView({ desk, id }: { desk: Desk; id: string }) {
  const answer = useAnswer<ResponseSheet>("response", { id }, desk.round);
  useHeard(desk, answer);
  if (answer === undefined) return <Waiting />;
  if (isRefused(answer)) return <p>No response of this campaign has this address.</p>;
  const { sheets, findings } = answer;
  return (
    <>
      <ViewTitle>{answer.supplier}</ViewTitle>
      <p>
        {answer.file} · {answer.template} · <strong>{STATE_NAMES[answer.state]}</strong>. {answer.reason}
      </p>
      <h3>{findings.length === 0 ? "Nothing is in question" : "In question"}</h3>
      <ol class="findings">
        {findings.map((finding, place) => (
          <li
            key={`${finding.rule} ${finding.cell} ${finding.message}`}
            class={`finding ${finding.severity}`}
          >
            <p id={`finding-${place}`} tabIndex={-1}>
              <strong class="severity">
                {place + 1} {finding.severity}
              </strong>{" "}
              {finding.message}
            </p>
            <p class="where">
              {finding.cell === null ? "The file as a whole" : <ToCell cell={finding.cell} />} · rule{" "}
              {finding.rule}
            </p>
            {finding.accepted === null ? null : <p class="decided">Accepted: {finding.accepted}</p>}
          </li>
        ))}
      </ol>
      {sheets.map((sheet) => (
        <SheetTable key={sheet.name} sheet={sheet} />
      ))}
    </>
  );
}

const cellId = (cell: string): string => `cell ${cell}`;

/** Scrolls to an element of the view and focuses it. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: "center", inline: "center" });
  element?.focus({ preventScroll: true });
}

function ToCell({ cell }: { cell: string }) {
  return (
    <button type="button" class="plain cell" onClick={() => goTo(cellId(cell))}>
      {cell}
    </button>
  );
}

function SheetTable({ sheet: { name, columns, rows, more } }: { sheet: Sheet }) {
  const hasLabels = rows.some(({ label }) => label !== "");
  return (
    <>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard */}
      <section class="wide sheet" tabIndex={0} aria-label={`Sheet ${name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">Row</span>
              </th>
              {hasLabels && <th scope="col">Asks for</th>}
              {columns.map(({ letter, title }) => (
                <th key={letter} scope="col">
                  {letter} {title === "" ? "" : <small>{title}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, label, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {hasLabels && <td class="about">{label}</td>}
                {columns.map(({ letter }) => (
                  <Cell
                    key={letter}
                    cell={cells.find(({ column }) => column === letter)}
                    at={`${name}!${letter}${row}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p class="about">{counted(more, "row")} without findings left out.</p>}
    </>
  );
}

function Cell({ cell, at }: { cell: SheetCell | undefined; at: string }) {
  if (cell === undefined) return <td />;
  if (cell.findings.length === 0) return <td>{cell.text}</td>;
  return (
    <td class="asked" id={cellId(at)} tabIndex={-1}>
      {cell.text ?? <span class="none">no value read</span>}{" "}
      {cell.findings.map((place) => (
        <button
          key={place}
          type="button"
          class="plain"
          aria-label={`Finding ${place + 1}`}
          onClick={() => goTo(`finding-${place}`)}
        >
          ▸{place + 1}
        </button>
      ))}
    </td>
  );
}
