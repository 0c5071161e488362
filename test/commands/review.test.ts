// `cmrt review` as used by a person: address, name, port and end. Decisions are tested in test/app/review.
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { TOKEN_HEADER } from "../../src/lib/token-header.ts";
import { reviewCampaign } from "../helpers/review-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const ADA = { env: { USER: "ada" } };

/** Runs the command until `work`, which gets the page's address, has ended. */
async function whileServed(
  root: string,
  words: readonly string[],
  work: (address: URL, shown: readonly string[]) => Promise<void>,
) {
  const shown: string[] = [];
  let end = (): void => undefined;
  let working: Promise<void> | undefined;
  const stopped = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = runCli(["review", ...words], root, {
    ...ADA,
    showPage: async (address: string) => void shown.push(address),
    async untilStopped() {
      working = work(new URL(shown[0] ?? ""), shown).finally(end);
      await stopped;
    },
  });
  const result = await run;
  await working;
  return { ...result, shown };
}

test("serves the page to this machine under the printed address, and ends", async () => {
  const root = await reviewCampaign();
  let address: URL | undefined;
  const { code, out, err, shown } = await whileServed(root, ["--by", "Bob"], async (its) => {
    address = its;
    expect(await (await fetch(its)).text()).toContain("review.js");
    const headers = { [TOKEN_HEADER]: its.hash.slice(1) };
    const answer = await fetch(new URL("api/queue?queue=smelters", its), { headers });
    expect(await answer.json()).toMatchObject({ total: 24, head: { by: "Bob" } });
    expect((await fetch(new URL("api/queue?queue=smelters", its))).status).toBe(401);
  });
  expect(code).toBe(0);
  expect(out).toBe(`${shown[0]}\n`);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}\n$/);
  expect(err).toContain("Ctrl-C ends it");
  await expect(fetch(address as URL)).rejects.toThrow();
});

test("a port that is taken, and nobody who decides, are said", async () => {
  const root = await reviewCampaign();
  const other = createServer().listen({ host: "127.0.0.1", port: 0 });
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const untilStopped = async () => undefined;
  const words = ["review", "--no-open", "--port", String(port)];
  expect(await runCli(words, root, { ...ADA, untilStopped })).toMatchObject({
    code: 2,
    err: expect.stringContaining("Name another one with --port"),
  });
  other.close();
  expect(await runCli(["review"], root, { untilStopped })).toMatchObject({
    code: 2,
    err: expect.stringContaining("--by <name>"),
  });
  expect(await runCli(["review", "--port", "80"], root, { ...ADA, untilStopped })).toMatchObject({ code: 2 });
  expect(await runCli(["review"], temporaryFolder(), { ...ADA, untilStopped })).toMatchObject({
    code: 2,
    err: expect.stringContaining("Nothing has been ingested"),
  });
});
