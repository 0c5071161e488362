// Who is answered by a local server, and what a request can change.
import { expect, test } from "vitest";
import { TOKEN_HEADER } from "../../src/lib/token-header.ts";
import { localApp } from "../../src/server/local-app.ts";

const HOST = "127.0.0.1:4000";
const TOKEN = "t".repeat(43);

function build() {
  const acted: unknown[] = [];
  const faults: unknown[] = [];
  const app = localApp(
    {
      token: TOKEN,
      files: { "/": { type: "text/html", text: "<p>page</p>" } },
      async ask(name, query) {
        if (name === "throw") throw new Error("secret of the fault");
        return { status: name === "queue" ? 200 : 404, body: { name, query } };
      },
      async act(name, body) {
        acted.push([name, body]);
        return { status: 200, body: { done: name } };
      },
      onFault: (error) => faults.push(error),
    },
    () => [HOST, "localhost:4000"],
  );
  const send = async (path: string, headers: Record<string, string> = {}, options: RequestInit = {}) =>
    app.request(`http://${headers.host || HOST}${path}`, { ...options, headers: { host: HOST, ...headers } });
  const post = (headers: Record<string, string> = {}, body = "{}") =>
    send(
      "/api/undo",
      { origin: `http://${HOST}`, "content-type": "application/json", [TOKEN_HEADER]: TOKEN, ...headers },
      { method: "POST", body },
    );
  return { acted, faults, send, post };
}

test("the page itself is given without the token, and holds nothing but itself", async () => {
  const { send } = build();
  const answer = await send("/");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("<p>page</p>");
  const policy = answer.headers.get("content-security-policy") ?? "";
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "form-action 'none'",
    "trusted-types 'none'",
  ])
    expect(policy.split("; ")).toContain(part);
  expect(policy).not.toMatch(/unsafe|\*|http/);
  expect(answer.headers.get("x-frame-options")).toBe("DENY");
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("data are given for the right token alone", async () => {
  const { send } = build();
  expect((await send("/api/queue?queue=smelters", { [TOKEN_HEADER]: TOKEN })).status).toBe(200);
  for (const token of ["", "x", `${TOKEN}t`, TOKEN.toUpperCase()]) {
    const answer = await send("/api/queue", { [TOKEN_HEADER]: token });
    expect([token, answer.status]).toEqual([token, 401]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  }
  expect((await send(`/api/queue?${TOKEN_HEADER}=${TOKEN}`)).status).toBe(401);
  expect((await send("/api/queue", { cookie: `${TOKEN_HEADER}=${TOKEN}` })).status).toBe(401);
});

test.each([
  "evil.example",
  "evil.example:4000",
  "127.0.0.1",
  "127.0.0.1:4001",
  "127.0.0.1.evil.example:4000",
  "",
])("another name of the host is refused, with the token too: %s", async (host) => {
  const { send } = build();
  expect((await send("/", { host })).status).toBe(403);
  expect((await send("/api/queue", { host, [TOKEN_HEADER]: TOKEN })).status).toBe(403);
});

test.each([
  ["another origin", { origin: "http://evil.example" }, 403],
  ["another port of this machine", { origin: "http://127.0.0.1:4001" }, 403],
  ["an origin that hides", { origin: "null" }, 403],
  ["a page of another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a page of the same site on another port", { "sec-fetch-site": "same-site" }, 403],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["a form that looks like JSON", { "content-type": "text/plain" }, 415],
  ["no token", { [TOKEN_HEADER]: "" }, 401],
])("nothing is changed by %s", async (_, headers, status) => {
  const { acted, post } = build();
  expect((await post(headers)).status).toBe(status);
  expect(acted).toEqual([]);
});

test("nothing is changed without an origin, by another method, by what is no JSON or is too large", async () => {
  const { acted, post, send } = build();
  const headers = { "content-type": "application/json", [TOKEN_HEADER]: TOKEN };
  expect((await send("/api/undo", headers, { method: "POST", body: "{}" })).status).toBe(403);
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
    expect([method, (await send("/api/undo", headers, { method })).status]).toEqual([method, 405]);
  expect((await send("/api/undo", headers)).status).toBe(404);
  expect((await post({}, "{")).status).toBe(400);
  expect((await post({}, JSON.stringify({ text: "x".repeat(70_000) }))).status).toBe(413);
  expect(acted).toEqual([]);
  expect((await post()).status).toBe(200);
  expect(acted).toEqual([["undo", {}]]);
});

test("a fault is told to the terminal, and nothing of it to the page", async () => {
  const { faults, send } = build();
  const answer = await send("/api/throw", { [TOKEN_HEADER]: TOKEN });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  expect(faults).toHaveLength(1);
});
