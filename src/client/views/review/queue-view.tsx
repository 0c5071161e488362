// One queue: an item at a time, in order; skipped ones come again after the others.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { QueuePage, ReviewItems, ReviewQueue, ReviewRequests } from "../../../model/review.ts";
import { isRefused } from "../../data/ask-server.ts";
import { useAnswer } from "../../data/use-answer.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { counted } from "../../parts/words.ts";
import type { Desk } from "./desk.ts";
import { Template } from "./template.tsx";

export interface QueueItemProps<Queue extends ReviewQueue> {
  item: ReviewItems[Queue];
  page: QueuePage<Queue>;
  busy: boolean;
  decide<Name extends keyof ReviewRequests>(name: Name, request: ReviewRequests[Name]): void;
}

export interface QueueViewProps<Queue extends ReviewQueue> {
  desk: Desk;
  queue: Queue;
  title: string;
  /** The noun for one item. */
  noun: string;
  /** The text to show without items. */
  none: string;
  query?: Readonly<Record<string, string>>;
  /** Controls above the item. */
  tools?(page: QueuePage<Queue>): ComponentChildren;
  Item(props: QueueItemProps<Queue>): ComponentChildren;
}

export function QueueView<Queue extends ReviewQueue>(props: QueueViewProps<Queue>) {
  const { desk, queue, title, noun, none, query = {}, tools, Item } = props;
  const [more, setMore] = useState(0);
  const answer = useAnswer<QueuePage<Queue>>("queue", { queue, ...query }, desk.round + more);
  const [done, setDone] = useState<readonly string[]>([]);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);

  const page = answer !== undefined && !isRefused(answer) ? answer : undefined;
  const open = (page?.items ?? []).filter(({ key }) => !done.includes(key));
  const item =
    open.find(({ key }) => key === desk.wanted && !skipped.includes(key)) ??
    open.find(({ key }) => !skipped.includes(key));
  const left = (page?.total ?? 0) - ((page?.items.length ?? 0) - open.length);

  useEffect(() => {
    if (answer === undefined) return;
    if (isRefused(answer)) return desk.failed({ ...answer, reload: false });
    desk.heard(answer.head);
    setDone([]);
  }, [answer]);
  // Fetches more, as the page has only the next items.
  useEffect(() => {
    if (page !== undefined && open.length === 0 && left > 0) setMore((times) => times + 1);
  }, [page, open.length, left]);
  useEffect(() => heading.current?.focus(), [item?.key]);

  const decide: QueueItemProps<Queue>["decide"] = async (name, request) => {
    if (item === undefined || !(await desk.decide(name, request))) return;
    setDone((before) => [...before, item.key]);
  };
  const skip = () => item && setSkipped((before) => [...before, item.key]);
  useKeys({ s: skip, u: desk.undo }, desk.busy);

  if (answer === undefined) return <Waiting />;
  if (page === undefined) return null;
  return (
    <>
      <h2>
        {title}{" "}
        <small class="about">
          {left === 0
            ? ""
            : `${counted(left, noun)} open${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`}
        </small>
      </h2>
      {tools?.(page)}
      {item === undefined ? (
        <Finished left={left} none={none} again={() => setSkipped([])} />
      ) : (
        <article class="item" aria-labelledby="item-title">
          <h3 id="item-title" class="view-title" tabIndex={-1} ref={heading}>
            {nameOf(item)}
            {item.template === undefined ? null : <Template id={item.template} />}
          </h3>
          <Item key={item.key} item={item} page={page} busy={desk.busy} decide={decide} />
          <p class="tools">
            <button type="button" onClick={skip}>
              Skip <kbd>s</kbd>
            </button>
          </p>
        </article>
      )}
    </>
  );
}

function Finished({ left, none, again }: { left: number; none: string; again(): void }) {
  if (left <= 0) return <p class="none">{none}</p>;
  return (
    <p>
      All others are skipped.{" "}
      <button type="button" onClick={again}>
        Go through them again
      </button>
    </p>
  );
}

/** The heading of an item. */
function nameOf(item: ReviewItems[ReviewQueue]): string {
  if ("candidates" in item) return `${item.metal}: ${item.name}`;
  if ("places" in item) return item.title;
  if ("declared" in item) {
    return item.declared === ""
      ? `Is this the declaration of ${item.supplier}?`
      : `Is ${item.declared} ${item.supplier}?`;
  }
  if ("likely" in item) return item.file;
  return item.metal;
}

/**
 * Handles single keys, except in a field, with a modifier, and while a decision is being written. The handler is
 * replaced before painting: otherwise a quick key press would apply to the item shown before.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>, busy: boolean): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || busy) return;
      if (target.closest("input, textarea, select, dialog")) return;
      const does = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
