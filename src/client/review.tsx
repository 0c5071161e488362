// The script of `cmrt review`: queues of open decisions, one item at a time, with the evidence for them.
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Decided, Refused, ReviewHead, ReviewQueue, ReviewRequests } from "../model/review.ts";
import { act, isRefused, takeToken } from "./data/ask-server.ts";
import { counted } from "./parts/words.ts";
import type { Desk } from "./views/review/desk.ts";
import { LetterList, LetterView } from "./views/review/letter-view.tsx";
import { FileItem, FindingItem, IdentityItem, OutcomeItem, RuleChoice } from "./views/review/other-items.tsx";
import { QueueView } from "./views/review/queue-view.tsx";
import { ResponseList, ResponseView } from "./views/review/response-view.tsx";
import { SmelterItem } from "./views/review/smelter-item.tsx";
import { TemplateChoice } from "./views/review/template.tsx";

const QUEUES: readonly (readonly [queue: ReviewQueue, title: string])[] = [
  ["smelters", "Smelters"],
  ["findings", "Findings"],
  ["identities", "Identities"],
  ["files", "Files"],
  ["outcomes", "Outcomes"],
];

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => setHash(location.hash);
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return hash;
}

/** The last message shown. */
interface Said {
  text: string;
  isFault: boolean;
}

function App() {
  const [view = "smelters", word = "", part = ""] = useHash().slice(1).split("/", 3);
  const [template, setTemplate] = useState("");
  const [head, setHead] = useState<ReviewHead>();
  const [said, setSaid] = useState<Said>();
  const [round, setRound] = useState(0);
  const [wanted, setWanted] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** The same without waiting for a render, as a second key may be pressed before it. */
  const writing = useRef(false);

  const take = async (name: keyof ReviewRequests, request: unknown): Promise<Decided | undefined> => {
    if (writing.current) return undefined;
    writing.current = true;
    setBusy(true);
    const answer = await act<Decided>(name, request);
    writing.current = false;
    setBusy(false);
    if (isRefused(answer)) {
      refused(answer);
      return undefined;
    }
    setHead(answer.head);
    setSaid({ text: answer.done, isFault: false });
    return answer;
  };
  const refused = ({ error, reload }: Refused) => {
    setSaid({ text: error, isFault: true });
    if (reload) setRound((times) => times + 1);
  };
  const desk: Desk = {
    round,
    wanted,
    busy,
    async decide(name, request) {
      return (await take(name, request)) !== undefined;
    },
    async undo() {
      if (head?.undo == null) return;
      const undone = await take("undo", {});
      if (undone === undefined) return;
      setWanted(undone.key);
      location.hash = `#${undone.queue}`;
      setRound((times) => times + 1);
    },
    heard(now) {
      setHead(now);
      if (now.changed.length > 0) {
        const text = `Changed by another process: ${now.changed.join(", ")}. The page was reloaded.`;
        setSaid({ text, isFault: true });
      }
    },
    failed: refused,
  };
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the queue
      </button>
      <header class="band">
        <h1>Review{head?.issuer ? ` for ${head.issuer}` : ""}</h1>
        {head && (
          <p>
            Period {head.period}. Decisions are saved as {head.by}, {head.day}.{" "}
            <button
              type="button"
              onClick={async () => (await take("refresh", {})) && setRound((times) => times + 1)}
            >
              Refresh
            </button>
          </p>
        )}
      </header>
      <nav aria-label="Queues and views">
        <ul>
          {QUEUES.map(([queue, title]) => (
            <li key={queue}>
              <a href={`#${queue}`} aria-current={view === queue ? "page" : undefined}>
                {title} {head && <span class="open-count">{head.open[queue].toLocaleString("en")}</span>}
              </a>
            </li>
          ))}
          <li>
            <a href="#responses" aria-current={view.startsWith("response") ? "page" : undefined}>
              Responses
            </a>
          </li>
          <li>
            <a href="#letters" aria-current={view.startsWith("letter") ? "page" : undefined}>
              Letters
            </a>
          </li>
        </ul>
      </nav>
      <div class="said">
        <output class={said?.isFault ? "fault" : undefined}>{said?.text ?? ""}</output>{" "}
        {head?.undo != null && (
          <button type="button" disabled={busy} onClick={desk.undo}>
            Undo <kbd>u</kbd>
            <span class="unseen">: {head.undo}</span>
          </button>
        )}
      </div>
      <main id="main" tabIndex={-1}>
        {view !== "response" && view !== "letter" && (
          <TemplateChoice templates={head?.templates ?? []} template={template} onChoose={setTemplate} />
        )}
        <View view={view} word={word} part={part} template={template} desk={desk} />
        <Notices notices={head?.notices ?? []} />
      </main>
    </>
  );
}

interface ViewProps {
  view: string;
  /** The name of the view in the address. */
  word: string;
  part: string;
  /** The selected template; empty for all. */
  template: string;
  desk: Desk;
}

function View({ view, word, part, template, desk }: ViewProps) {
  const [rule, setRule] = useState("");
  const query = template === "" ? {} : { template };
  switch (view) {
    case "findings":
      return (
        <QueueView
          key="findings"
          desk={desk}
          queue="findings"
          title="Findings to accept"
          noun="finding"
          none="No finding is open."
          query={rule === "" ? query : { ...query, rule }}
          tools={(page) => <RuleChoice page={page} rule={rule} onChoose={setRule} />}
          Item={FindingItem}
        />
      );
    case "identities":
      return (
        <QueueView
          key="identities"
          desk={desk}
          query={query}
          queue="identities"
          title="Identities to confirm"
          noun="company"
          none="No company has to be confirmed as a supplier."
          Item={IdentityItem}
        />
      );
    case "files":
      return (
        <QueueView
          key="files"
          desk={desk}
          query={query}
          queue="files"
          title="Files to attach to suppliers"
          noun="file"
          none="Every file is with a supplier of the roster, or there is no roster."
          Item={FileItem}
        />
      );
    case "outcomes":
      return (
        <QueueView
          key="outcomes"
          desk={desk}
          query={query}
          queue="outcomes"
          title="Outcomes to decide"
          noun="outcome"
          none="The outcome of every metal is decided."
          Item={OutcomeItem}
        />
      );
    case "responses":
      return <ResponseList desk={desk} template={template} />;
    case "response":
      return <ResponseView key={word} desk={desk} id={word} />;
    case "letters":
      return <LetterList desk={desk} template={template} />;
    case "letter":
      return (
        <LetterView key={`${word}/${part}`} desk={desk} supplier={decoded(word)} template={decoded(part)} />
      );
    default:
      return (
        <QueueView
          key="smelters"
          desk={desk}
          query={query}
          queue="smelters"
          title="Smelters to decide"
          noun="smelter"
          none="All reported smelters are matched or decided."
          Item={SmelterItem}
        />
      );
  }
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <details>
      <summary>{counted(notices.length, "remark")} on the files that you keep</summary>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </details>
  );
}

takeToken();
const root = document.getElementById("review");
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
