// cmrt never uses the network.
import dns from "node:dns";
import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

test("the main job opens no connection and looks up no name", async () => {
  const used = [
    vi.spyOn(net.Socket.prototype, "connect"),
    vi.spyOn(dns, "lookup"),
    vi.spyOn(dns.promises, "lookup"),
    vi.spyOn(globalThis, "fetch"),
  ];
  const root = madeCampaign();
  for (const words of ["ingest responses", "check", "report --period 2016", "doctor"]) {
    await runCli(words.split(" "), root);
  }
  for (const spy of used) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

test("no module of cmrt asks for the network but the server and the page of a review, which stay on this machine", () => {
  const src = join(import.meta.dirname, "..", "..", "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  // test/architecture.test.ts limits these to the machine itself.
  const local = [join("server", "serve-locally.ts"), join("client", "data", "ask-server.ts")];
  const breaches = files.filter(
    (name) =>
      !local.includes(name) &&
      /["'](node:)?(net|tls|http|https|http2|dgram|dns)(\/promises)?["']|\bfetch\(|\bWebSocket\b/.test(
        readFileSync(join(src, name), "utf8"),
      ),
  );
  expect(breaches).toEqual([]);
});
