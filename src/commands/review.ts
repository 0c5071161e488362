// `cmrt review`: serves a local page for making open decisions.
import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { requireIngested } from "../app/campaign/load-campaign.ts";
import { startReview } from "../app/review/start-review.ts";
import { workspaceHere } from "../app/workspace-here.ts";
import { clientFile } from "../lib/client-file.ts";
import { EXIT, type ExitCode, UsageError } from "../lib/errors.ts";
import type { Io } from "../lib/io.ts";
import { printable } from "../lib/printable.ts";
import { version } from "../lib/version.ts";
import { serveLocally } from "../server/serve-locally.ts";
import type { CommonOptions } from "./options.ts";

export interface ReviewCommandOptions extends CommonOptions {
  /** Abbreviation of the template family to review; by default every one of the campaign. */
  family?: string;
  /** Calendar year of the inquiry; by default the newest of the campaign. */
  period?: number;
  /** Port to listen on; by default any free one. */
  port?: number;
  /** False: do not open a browser. */
  open?: boolean;
  /** Who makes the decisions; by default the login name. */
  by?: string;
  /** Day of the run, ISO. */
  today?: string;
}

/** Length of the token in bytes: too long to guess. */
const TOKEN_BYTES = 32;

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>cmrt review</title>
<link rel="stylesheet" href="review.css">
<script src="review.js" defer></script>
</head>
<body>
<div id="review"><noscript><p>This page needs its script. Decide in the files, or with cmrt smelters.</p></noscript></div>
</body>
</html>
`;

/**
 * Serves the page until the person stops it. Decisions are written immediately. Throws UsageError if it is unknown who
 * decides, and if the port is in use; WorkspaceError if nothing was ingested.
 */
export async function review(options: ReviewCommandOptions, io: Io): Promise<ExitCode> {
  const by = (options.by ?? io.env.USER ?? io.env.USERNAME ?? "").trim();
  if (by === "") throw new UsageError("Decisions say who took them. Name yourself with --by <name>.");
  if (io.untilStopped === undefined) throw new UsageError("cmrt review needs a process that can be stopped.");
  const { workspace, period, today, family } = options;
  const here = workspaceHere(io, options);
  requireIngested(here);
  const running = startReview(io, {
    workspace: here.root,
    by,
    ...(period === undefined ? {} : { period }),
    ...(today === undefined ? {} : { today }),
    ...(family === undefined ? {} : { family }),
  });
  try {
    const server = await serveLocally(
      {
        token: randomBytes(TOKEN_BYTES).toString("base64url"),
        files: {
          "/": { type: "text/html", text: PAGE },
          "/review.js": { type: "text/javascript", text: clientFile("review.js") },
          "/review.css": { type: "text/css", text: clientFile("review.css") },
        },
        ask: running.ask,
        act: running.act,
        onFault: (error) =>
          io.err(
            `Internal error in cmrt ${version()}. Please report it with what you did:\n${inspect(error).split("\n").map(printable).join("\n")}\n`,
          ),
      },
      options.port ?? 0,
    );
    io.out(
      options.json ? `${JSON.stringify({ schema: 1, address: server.address })}\n` : `${server.address}\n`,
    );
    if (!options.quiet) {
      const where = workspace === undefined ? "" : ` of ${printable(here.root)}`;
      io.err(`The review${where} is open at this address, for this machine alone. Ctrl-C ends it.\n`);
    }
    if (options.open !== false) await io.showPage?.(server.address).catch(() => undefined);
    await io.untilStopped();
    await server.close();
  } finally {
    await running.close();
  }
  return EXIT.clean;
}
