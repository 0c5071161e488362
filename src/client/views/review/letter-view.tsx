// The letters as they would go out today.
import type { LetterLine, LetterPage, ReviewHead } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { ViewTitle } from "../../parts/view-title.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { type Desk, useHeard } from "./desk.ts";

/** Whom a letter would go to. */
export function LetterList({ desk }: { desk: Desk }) {
  const answer = useAnswer<{ head: ReviewHead; suppliers: readonly LetterLine[] }>("letters", {}, desk.round);
  useHeard(desk, answer);
  if (answer === undefined) return <Waiting />;
  if (isRefused(answer)) return null;
  return (
    <>
      <ViewTitle>Letters</ViewTitle>
      <p>
        As they would go out today, with what you accepted left out. Nothing is sent or written here:{" "}
        <code>cmrt letters --period {answer.head.period}</code> writes them.
      </p>
      <ul>
        {answer.suppliers.map(({ supplier, asks }) => (
          <li key={supplier}>
            <a href={`#letter/${encodeURIComponent(supplier)}`}>{supplier}</a>: {asks}
          </li>
        ))}
      </ul>
    </>
  );
}

export function LetterView({ desk, supplier }: { desk: Desk; supplier: string }) {
  const answer = useAnswer<LetterPage>("letter", { supplier }, desk.round);
  useHeard(desk, answer);
  if (answer === undefined) return <Waiting />;
  if (isRefused(answer))
    return <p>No letter would go to {supplier}: nothing is open that it could be asked.</p>;
  return (
    <>
      <ViewTitle>Letter to {answer.supplier}</ViewTitle>
      <p>Language: {answer.language}. Nothing is sent from here.</p>
      <pre class="letter">{answer.text}</pre>
    </>
  );
}
