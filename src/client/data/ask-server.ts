// The page's requests to its server, each with the token from the page's address.
import { TOKEN_HEADER } from "../../lib/token-header.ts";
import type { Refused } from "../../model/review.ts";

/** The key for keeping the token while the tab is open, as the address is used for the views. */
const KEPT = "cmrt-token";

/** Removes the token from the address, if present, so that the browser neither shows nor remembers it. */
export function takeToken(): void {
  const [, token] = /^#([\w-]{40,})$/.exec(location.hash) ?? [];
  if (token === undefined) return;
  sessionStorage.setItem(KEPT, token);
  history.replaceState(null, "", "#smelters");
}

/** Sends a read-only request; returns the answer, or the reason if the server refuses. */
export function ask<Body>(
  name: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Body | Refused> {
  const words = new URLSearchParams(query).toString();
  return request<Body>(name, words === "" ? "" : `?${words}`, {});
}

/** Sends a request that changes something. */
export function act<Body>(name: string, body: unknown): Promise<Body | Refused> {
  return request<Body>(name, "", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export function isRefused(answer: object): answer is Refused {
  return "error" in answer;
}

async function request<Body>(name: string, query: string, options: RequestInit): Promise<Body | Refused> {
  const token = sessionStorage.getItem(KEPT) ?? "";
  try {
    const answer = await fetch(`api/${name}${query}`, {
      ...options,
      headers: { ...options.headers, [TOKEN_HEADER]: token },
      redirect: "error",
    });
    return (await answer.json()) as Body | Refused;
  } catch {
    return { error: "cmrt does not answer: it was ended. Run cmrt review again.", reload: false };
  }
}
