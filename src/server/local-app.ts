// The request handler of a local page: static files for anybody on this machine, data only with the token, and nothing
// for pages of other origins.
import { timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { sha256Of } from "../lib/sha256.ts";
import { TOKEN_HEADER } from "../lib/token-header.ts";

/** An answer to the page: an HTTP status, and a value sent as JSON. */
export interface Answer {
  status: 200 | 400 | 404 | 409;
  body: unknown;
}

export interface LocalSite {
  /** The token that the page's script must send with every request for data. */
  token: string;
  /** The page and its resources, by path. They contain no data. */
  files: Readonly<Record<string, { type: string; text: string }>>;
  /** Handles a read-only request. */
  ask(name: string, query: Readonly<Record<string, string>>): Promise<Answer>;
  /** Handles a request that changes something. */
  act(name: string, body: unknown): Promise<Answer>;
  /** Called with unexpected errors. */
  onFault(error: unknown): void;
}

/** Maximum size of a request in bytes. */
const LARGEST_BODY = 64 * 1024;

/**
 * The page may load only its own script and style, send requests only to this server, not be framed, and not set HTML
 * from its script.
 */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** The request handler. `hosts` are the host names, with port, that requests may use. */
export function localApp(site: LocalSite, hosts: () => readonly string[]): Hono {
  const app = new Hono();
  const refuse = (status: number, error: string): Response =>
    Response.json({ error, reload: false }, { status });

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });
  app.use(async ({ req }, next) => {
    const host = req.header("host") ?? "";
    const origin = req.header("origin");
    const from = req.header("sec-fetch-site");
    // Rejects other names that resolve to this machine (DNS rebinding).
    if (!hosts().includes(host)) return refuse(403, "This server is not asked under this name.");
    if (origin !== undefined && origin !== `http://${host}`)
      return refuse(403, "Pages of other origins are not answered.");
    if (from !== undefined && from !== "same-origin" && from !== "none")
      return refuse(403, "Pages of other sites are not answered.");
    if (!["GET", "HEAD", "POST"].includes(req.method)) return refuse(405, "This method is not answered.");
    return next();
  });
  app.use("/api/*", async ({ req }, next) => {
    if (!isSame(req.header(TOKEN_HEADER) ?? "", site.token))
      return refuse(401, "Open the address that cmrt review printed: this one lacks its token.");
    return next();
  });

  for (const [path, { type, text }] of Object.entries(site.files))
    app.get(path, () => new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } }));
  app.get("/favicon.ico", () => new Response(null, { status: 204 }));
  app.get("/api/:name", async ({ req }) => toResponse(await site.ask(req.param("name"), req.query())));
  app.post(
    "/api/:name",
    bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuse(413, "The request is too large.") }),
    async ({ req }) => {
      if (req.header("origin") === undefined) return refuse(403, "Only the page itself can ask for changes.");
      if (!/^application\/json(?:;|$)/.test(req.header("content-type") ?? ""))
        return refuse(415, "A request is JSON.");
      let body: unknown;
      try {
        body = await req.json();
      } catch {
        return refuse(400, "The request is not valid JSON.");
      }
      return toResponse(await site.act(req.param("name"), body));
    },
  );
  app.notFound(() => refuse(404, "Not found."));
  app.onError((error) => {
    site.onFault(error);
    return refuse(500, "Internal error in cmrt. The terminal says more.");
  });
  return app;
}

function toResponse({ status, body }: Answer): Response {
  return Response.json(body, { status });
}

/** Compares two texts in constant time. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Of(one), "hex"), Buffer.from(sha256Of(other), "hex"));
}
