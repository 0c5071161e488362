// The page's requests to the server that served it, each with the token that the page's address brought.
import { TOKEN_HEADER } from "../../lib/token-header.ts";
import type { Refused } from "../../model/review.ts";

/** Where the token is kept while the tab is open: the address is for the views. */
const KEPT = "cmrt-token";

/** Takes the token out of the address, where it has one, so that it is neither shown nor remembered by the browser. */
export function takeToken(): void {
  const [, token] = /^#([\w-]{40,})$/.exec(location.hash) ?? [];
  if (token === undefined) return;
  sessionStorage.setItem(KEPT, token);
  history.replaceState(null, "", "#smelters");
}

/** What the server says to a question; why it says nothing where it refuses. */
export function ask<Body>(
  name: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Body | Refused> {
  const words = new URLSearchParams(query).toString();
  return request<Body>(name, words === "" ? "" : `?${words}`, {});
}

/** Has something done. */
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
