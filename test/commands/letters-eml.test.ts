// `cmrt letters --eml`: draft e-mails, parsed by a mail library.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/lib/sha256.ts";
import { renderDraft } from "../../src/report/letters/draft.ts";
import { composeLetter } from "../../src/report/letters/letter.ts";
import { madeCampaign } from "../helpers/made-campaign.ts";
import { runCli } from "../helpers/run-cli.ts";

const ROSTER = `id,name,e-mail
1,Quillon Circuits Inc.,quality@quillon.example
2,星空電子株式会社,contact@hoshizora.example
`;
const SETTINGS = {
  letters: { sender: { name: "Jo 調達 Doe", email: "jo@issuer.example" }, signature: "Jo Doe\nPurchasing" },
};

async function drafts(root: string) {
  await runCli(["ingest", "responses"], root);
  writeFileSync(join(root, "suppliers.csv"), ROSTER);
  writeFileSync(join(root, "cmrt.json"), JSON.stringify(SETTINGS));
  const { out, err } = await runCli(["letters", "--period", "2016", "--eml", "--json"], root);
  expect(err).toBe("");
  return JSON.parse(out);
}

test("each letter is a draft to the roster's address, with its text and the marked workbook", async () => {
  const root = madeCampaign();
  const { letters, folder } = await drafts(root);
  for (const { supplier, files } of letters) {
    const of = (ending: string) => files.find((file: string) => file.endsWith(ending));
    const bytes = readFileSync(join(root, folder, of(".eml")));
    expect(bytes.toString("latin1")).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    const mail = await PostalMime.parse(bytes);
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: "x-unsent", value: "1" }));
    expect(mail.from).toEqual({ name: "Jo 調達 Doe", address: "jo@issuer.example" });
    const to = supplier.startsWith("Quillon")
      ? ["quality@quillon.example"]
      : supplier.startsWith("星")
        ? ["contact@hoshizora.example"]
        : [];
    expect([supplier, (mail.to ?? []).map(({ address }) => address)]).toEqual([supplier, to]);
    const [subject, ...body] = readFileSync(join(root, folder, of(".txt")), "utf8").split("\n\n");
    expect(mail.subject).toBe(subject);
    expect(mail.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(body.join("\n\n").trimEnd());
    const workbooks = files.filter((file: string) => /\.xls[xm]$/.test(file));
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(workbooks);
    for (const { filename, content } of mail.attachments) {
      const written = readFileSync(join(root, folder, filename as string));
      expect(sha256Of(Buffer.from(content as ArrayBuffer))).toBe(sha256Of(written));
    }
  }
  expect(letters.some(({ supplier }: { supplier: string }) => supplier.startsWith("Quillon"))).toBe(true);

  // The same run gives the same bytes; none of the files is read as a response, wherever the folder is.
  const quillon = join(root, folder, "quillon-circuits-inc.eml");
  const before = sha256Of(readFileSync(quillon));
  await drafts(root);
  expect(sha256Of(readFileSync(quillon))).toBe(before);
  mkdirSync(join(root, "responses", "sent"));
  renameSync(join(root, folder), join(root, "responses", "sent", "2016"));
  const ingested = JSON.parse((await runCli(["ingest", "--json"], root)).out);
  const read = JSON.stringify([ingested.read, ingested.unchanged, ingested.duplicates]);
  expect(read).not.toMatch(/sent\/2016\/[^"]*\.(?:eml|xlsx)/);
  expect(existsSync(join(root, "responses", "sent", "2016", "quillon-circuits-inc.eml"))).toBe(true);
});

test("an address is in no file without --eml", async () => {
  const root = madeCampaign();
  await drafts(root);
  const { out } = await runCli(["letters", "--period", "2016", "--out", "plain", "--json"], root);
  for (const { files } of JSON.parse(out).letters) {
    for (const file of files) {
      expect(file).not.toMatch(/\.eml$/);
      expect(readFileSync(join(root, "plain", file), "utf8")).not.toContain("@");
    }
  }
});

test("hostile texts stay texts: no header, no address, no file is added", async () => {
  const letter = composeLetter({
    supplier: "Acme\r\nBcc: all@evil.example\r\n\r\n<script>",
    language: "ja",
    period: 2025,
    answerBy: "2025-07-07",
    signature: "",
    subject: "{supplier}",
    received: [{ file: "a.xlsx", version: "6.5", dates: null }],
    findings: [
      {
        rule: "authorizer-name-placeholder",
        severity: "error",
        supplier: "Acme",
        file: "a.xlsx",
        response: "1",
        at: "Declaration!D18",
        facts: {
          field: "authorizerName",
          text: `=cmd|' /c calc'!A0\u0000\u001b[31m\r\n.\r\n${"x".repeat(32_767)}`,
        },
        message: "",
      },
    ],
  });
  if (!letter) throw new Error("no letter");
  const bytes = await renderDraft({
    letter,
    to: [
      "ok@acme.example",
      "a@b.example\r\nBcc: all@evil.example",
      "x@y.example,all@evil.example",
      "file:///etc/passwd",
    ],
    from: { name: 'Jo"\r\nBcc: all@evil.example', email: "jo@issuer.example" },
    today: "2025-06-16",
    attachments: [{ name: 'a"\r\nX-Evil: 1.xlsx', bytes: Buffer.from("x") }],
  });
  const mail = await PostalMime.parse(bytes);
  const keys = mail.headers.map(({ key }) => key);
  expect(keys).not.toContain("bcc");
  expect(keys).not.toContain("x-evil");
  expect(mail.bcc ?? []).toEqual([]);
  expect(mail.to?.map(({ address }) => address)).toEqual(["ok@acme.example"]);
  expect(mail.html).toBeUndefined();
  expect(mail.attachments).toHaveLength(1);
  expect(mail.text).toContain("=cmd|' /c calc'!A0");
  expect(mail.text).not.toContain("\u001b");
});
