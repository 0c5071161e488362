import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../../model/review.ts";
import { ask } from "./ask-server.ts";

/** The server's answer to a request; undefined until it arrives. The request is repeated when `round` changes. */
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
