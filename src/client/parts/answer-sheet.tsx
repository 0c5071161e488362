// The answers of a response as typed, with their cells.
import type { Row } from "../data/row.ts";

/** The answers of one response: a column for each mineral, then the company questions and the company block. */
export function AnswerSheet({ answers }: { answers: readonly Row[] }) {
  const perMineral = answers.filter((row) => row.text("metal") !== "");
  const others = answers.filter((row) => row.text("metal") === "");
  const minerals = distinct(perMineral, "metal");
  const questions = distinct(perMineral, "question");
  const at = new Map(perMineral.map((row) => [`${row.text("question")}\n${row.text("metal")}`, row]));
  return (
    <>
      {minerals.length > 0 && (
        <div class="wide">
          <table class="answers">
            <caption>Answers by metal</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                {minerals.map((mineral) => (
                  <th key={mineral} scope="col">
                    {mineral}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question}>
                  <th scope="row">{question}</th>
                  {minerals.map((mineral) => (
                    <td key={mineral}>
                      <Answer row={at.get(`${question}\n${mineral}`)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others.length > 0 && (
        <div class="wide">
          <table class="answers">
            <caption>Company</caption>
            <tbody>
              {others.map((row) => (
                <tr key={row.index}>
                  <th scope="row">{row.text("question")}</th>
                  <td>
                    <Answer row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Answer({ row }: { row: Row | undefined }) {
  if (row === undefined) return <span class="none">–</span>;
  const { text } = row;
  return (
    <>
      {text("answer") || <span class="none">{text("typed") ? "not understood" : "no answer"}</span>}
      {text("typed") ? <span class="typed"> typed “{text("typed")}”</span> : null}{" "}
      <span class="cell">{text("cell")}</span>
      {text("comment") ? (
        <span class="comment">
          “{text("comment")}” <span class="cell">{text("comment_cell")}</span>
        </span>
      ) : null}
    </>
  );
}

function distinct(rows: readonly Row[], column: string): string[] {
  return [...new Set(rows.map((row) => row.text(column)))];
}
