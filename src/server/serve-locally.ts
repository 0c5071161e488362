// The only module that listens: on the loopback address, for this machine only.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { UsageError } from "../lib/errors.ts";
import { type LocalSite, localApp } from "./local-app.ts";

export interface LocalServer {
  /** The page's address with the token, which follows "#", so that requests do not contain it. */
  address: string;
  /** Ends requests in progress and stops listening. */
  close(): Promise<void>;
}

/** The address that only programs on this machine can reach. */
const LOOPBACK = "127.0.0.1";

/** Serves a site; port 0 means any free port. Throws UsageError if the port is in use. */
export async function serveLocally(site: LocalSite, port: number): Promise<LocalServer> {
  let hosts: readonly string[] = [];
  const app = localApp(site, () => hosts);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const taken = await listen(server, port);
  hosts = [`${LOOPBACK}:${taken}`, `localhost:${taken}`];
  return {
    address: `http://${LOOPBACK}:${taken}/#${site.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
      reject(
        isTaken
          ? new UsageError(`Port ${port} cannot be used (${error.code}). Name another one with --port.`)
          : error,
      );
    });
    server.listen({ host: LOOPBACK, port }, () => resolve((server.address() as AddressInfo).port));
  });
}
