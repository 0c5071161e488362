// The public API gives the same results as the command.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  checkResponses,
  openSession,
  type ReadFile,
  RULES,
  readResponse,
  UsageError,
  WorkspaceError,
} from "../src/index.ts";
import { RULES as CATALOGUE } from "../src/rules/index.ts";
import { madeCampaign } from "./helpers/made-campaign.ts";
import { runCli } from "./helpers/run-cli.ts";
import { schemaErrors } from "./helpers/schema-errors.ts";
import { temporaryFolder } from "./helpers/temporary-folder.ts";

const TODAY = "2017-06-01";

async function readFolder(root: string): Promise<ReadFile[]> {
  const names = readdirSync(join(root, "responses")).sort();
  return Promise.all(
    names.map((name) => readResponse(readFileSync(join(root, "responses", name)), `responses/${name}`)),
  );
}

test("files that were read are checked as cmrt check does it, unreadable ones and copies among them", async () => {
  const root = madeCampaign();
  const responses = join(root, "responses");
  writeFileSync(join(responses, "zz scan.xlsx"), "%PDF-1.4");
  writeFileSync(join(responses, "zz copy.xlsx"), readFileSync(join(responses, "quillon_circuits.xlsx")));
  const files = await readFolder(root);
  expect(files.filter(({ ok }) => !ok)).toEqual([
    expect.objectContaining({
      ok: false,
      path: "responses/zz scan.xlsx",
      bytes: 8,
      unreadable: expect.objectContaining({ kind: "not-a-workbook" }),
    }),
  ]);
  const { out } = await runCli(["check", "responses", "--json", "--today", TODAY], root);
  const answer = checkResponses(files, { today: TODAY });
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(out));
  expect(schemaErrors("check", JSON.parse(JSON.stringify(answer)))).toEqual([]);
  expect(answer.findings.map(({ rule }) => rule)).toContain("file-duplicate");

  const narrowed = checkResponses(files, { today: TODAY, rules: ["file-duplicate"], supplier: "quillon" });
  expect(new Set(narrowed.findings.map(({ rule }) => rule))).toEqual(new Set(["file-duplicate"]));
  const settings = { severities: { "file-duplicate": "error" } };
  const graver = checkResponses(files, { today: TODAY, rules: ["file-duplicate"], settings });
  expect(new Set(graver.findings.map(({ severity }) => severity))).toEqual(new Set(["error"]));
});

test("a campaign is opened with what people keep beside it, and answers as the commands do", async () => {
  const root = madeCampaign();
  await runCli(["ingest", "responses"], root);
  writeFileSync(join(root, "suppliers.csv"), "name\nQuillon Circuits Inc.\nNobody Heard Ltd.\n");
  writeFileSync(
    join(root, "smelter-decisions.csv"),
    "metal,reported_name,smelter_id\ngold,Nowhere Works,CID99\n",
  );
  const notices: string[] = [];
  const session = await openSession({ folder: root, today: TODAY, onNotice: (text) => notices.push(text) });
  expect(notices).toEqual([expect.stringContaining("CID99")]);
  expect(session.responses).toHaveLength(8);
  expect(session.settings.cutoff).toBe("05-31");

  const asked = ["check", "--json", "--today", TODAY, "--period", "2016", "--strict"];
  const { out } = await runCli(asked, root);
  const answer = session.check({ period: 2016, strict: true });
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(out));
  expect(answer.findings.map(({ rule }) => rule)).toContain("supplier-missing");
  expect(session.evaluate({ period: 2016 }).findings).toHaveLength(answer.findings.length);

  await runCli(["report", "--period", "2016", "--today", TODAY], root);
  const written = join(root, "reports", "2016");
  const names: string[] = [];
  for await (const [name, content] of session.pack({ period: 2016 })) {
    const whole = typeof content === "string" || content instanceof Uint8Array;
    const bytes = whole ? Buffer.from(content) : Buffer.concat([...content]);
    expect([name, bytes.equals(readFileSync(join(written, name)))]).toEqual([name, true]);
    names.push(name);
  }
  expect(names.sort()).toEqual(readdirSync(written).sort());
});

test("files can be looked at without ingesting them, by their paths in the folder", async () => {
  const root = madeCampaign();
  const session = await openSession({
    folder: root,
    today: TODAY,
    paths: ["responses/quillon_circuits.xlsx"],
  });
  expect(session.responses.map(({ source }) => source.path)).toEqual(["responses/quillon_circuits.xlsx"]);
  expect(readdirSync(root)).not.toContain(".cmrt");
});

test("what a person has to put right is an error that says so", async () => {
  expect(() => checkResponses([], { today: TODAY, settings: { isuer: "Larkmoor" } })).toThrow(UsageError);
  expect(() => checkResponses([], { today: TODAY, rules: ["smelter-duplicates"] })).toThrow("Did you mean");
  await expect(openSession({ folder: temporaryFolder(), today: TODAY })).rejects.toThrow(WorkspaceError);
  await expect(openSession({ folder: join(temporaryFolder(), "gone"), today: TODAY })).rejects.toThrow(
    WorkspaceError,
  );
});

test("limits and passwords hold for one file", async () => {
  const bytes = readFileSync(join(madeCampaign(), "responses", "quillon_circuits.xlsx"));
  expect(await readResponse(bytes, "a.xlsx", { limits: { sheetCells: 5 } })).toMatchObject({
    ok: false,
    unreadable: { kind: "too-large" },
  });
});

test("the catalogue is that of cmrt rules", () => {
  expect(RULES.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
});
