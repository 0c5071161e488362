import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../../model/review.ts";
import { ask } from "./ask-server.ts";

/** What the server says to a question; undefined until it does. Asked again when `round` is another one. */
export function useAnswer<Body>(
  name: string,
  query: Readonly<Record<string, string>>,
  round: number,
): Body | Refused | undefined {
  const key = JSON.stringify([name, query, round]);
  const [state, setState] = useState<{ key: string; answer?: Body | Refused }>({ key });
  useEffect(() => {
    let wanted = true;
    ask<Body>(name, query).then((answer) => wanted && setState({ key, answer }));
    return () => {
      wanted = false;
    };
  }, [key]);
  return state.key === key ? state.answer : undefined;
}
