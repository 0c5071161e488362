// The letters that would be sent today.
import type { LetterLine, LetterPage, ReviewHead } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { ViewTitle } from "../../parts/view-title.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { type Desk, useHeard } from "./desk.ts";
import { ofTemplate, Template } from "./template.tsx";

/** The suppliers that would receive a letter. */
export function LetterList({ desk, template }: { desk: Desk; template: string }) {
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
        {ofTemplate(answer.suppliers, template).map(({ supplier, template: of, asks }) => (
          <li key={`${supplier} ${of}`}>
            <a href={`#letter/${[supplier, ...(of ? [of] : [])].map(encodeURIComponent).join("/")}`}>
              {supplier}
            </a>
            {of === undefined ? null : <Template id={of} />}: {asks}
          </li>
        ))}
      </ul>
    </>
  );
}

export function LetterView({ desk, supplier, template }: { desk: Desk; supplier: string; template: string }) {
  const asked = template === "" ? { supplier } : { supplier, template };
  const answer = useAnswer<LetterPage>("letter", asked, desk.round);
  useHeard(desk, answer);
  if (answer === undefined) return <Waiting />;
  if (isRefused(answer))
    return <p>No letter would go to {supplier}: nothing is open that it could be asked.</p>;
  return (
    <>
      <ViewTitle>
        Letter to {answer.supplier}
        {answer.template === undefined ? null : <Template id={answer.template} />}
      </ViewTitle>
      <p>Language: {answer.language}. Nothing is sent from here.</p>
      <pre class="letter">{answer.text}</pre>
    </>
  );
}
