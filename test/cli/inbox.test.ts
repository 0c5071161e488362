// An inbox with one of everything that is sent: what can be read is read, everything else is one line with its reason.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import officeCrypto from "officecrypto-tool";
import { expect, test } from "vitest";
import { buildOoxml, MAIN } from "../helpers/build-ooxml.ts";
import { buildWorkbook } from "../helpers/build-workbook.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { cmrtBytes, workbookBytes } from "../helpers/cmrt-bytes.ts";
import { runCli } from "../helpers/run-cli.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const good = (number: number) => cmrtBytes({ number });
const PRT = workbookBytes(
  buildWorkbook({
    Revision: { B3: "Pilot Reporting Template" },
    Declaration: { D2: "Pilot Reporting Template (PRT)", J3: "Revision 1.1\nOctober 27, 2023" },
  }),
);
const CRC_WRONG = buildZip([{ name: "xl/workbook.xml", bytes: "<workbook/>", claims: { crc: 1 } }]);
const MAIL = Buffer.from(
  `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename="responses.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${buildZip(
    [
      { name: "bolt.xlsx", bytes: good(2) },
      { name: "terms.pdf", bytes: "%PDF-1.7" },
    ],
  ).toString("base64")}\r\n--b--\r\n`,
);

const INBOX: Record<string, Buffer | string> = {
  "acme.xlsx": good(1),
  "mail.eml": MAIL,
  "acme (protected sheets).xlsx": officeCrypto.encrypt(good(3), {
    password: "VelvetSweatshop",
    type: "standard",
  }),
  "~$acme.xlsx": "Aseel",
  ".DS_Store": "x",
  "scan.pdf": "%PDF-1.4",
  "photo.xlsx": Buffer.from("ffd8ffe000104a464946", "hex"),
  "letter.docx": buildZip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    { name: "word/document.xml", bytes: "<w/>" },
  ]),
  "export.xlsx": "Company;Scope\nAcme;A\n",
  "note.txt": "Dear all,\nwe do not use any of these metals.\n",
  "answer.eml": "From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: CMRT\r\n\r\nWe have no CMRT.\r\n",
  "pilot.xlsx": PRT,
  "budget.xlsx": workbookBytes(buildWorkbook({ Budget: { A1: "Total", B1: 12 } })),
  "cut off.xlsx": good(4).subarray(0, 2000),
  "damaged.xlsx": CRC_WRONG,
  "bomb.xlsx": buildOoxml({
    sheets: { Declaration: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>${" ".repeat(3_000_000)}` },
  }),
  "secret.xlsx": officeCrypto.encrypt(good(5), { password: "tantalum", type: "standard" }),
  "empty.xlsx": "",
};

const UNREADABLE: Record<string, [kind: string, reason: RegExp]> = {
  "answer.eml": ["not-a-workbook", /e-mail without attachments/],
  "bomb.xlsx": ["too-large", /unpacks to \d+ times its size/],
  "budget.xlsx": ["not-a-cmrt", /./],
  "cut off.xlsx": ["damaged", /cut off/],
  "damaged.xlsx": ["damaged", /check sum/],
  "empty.xlsx": ["empty", /0 bytes/],
  "export.xlsx": ["not-a-workbook", /CSV/],
  "pilot.xlsx": ["other-template", /PRT 1\.1/],
  "letter.docx": ["not-a-workbook", /Word/],
  "mail.eml » responses.zip » terms.pdf": ["not-a-workbook", /PDF/],
  "note.txt": ["not-a-workbook", /plain text/],
  "photo.xlsx": ["not-a-workbook", /JPEG/],
  "scan.pdf": ["not-a-workbook", /PDF/],
  "secret.xlsx": ["encrypted", /password/],
};

function fill(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "inbox"));
  for (const [name, bytes] of Object.entries(INBOX)) writeFileSync(join(root, "inbox", name), bytes);
  return root;
}

test("everything that is a CMRT is read, everything else is one line with its reason", async () => {
  const root = fill();
  const { code, out } = await runCli(["ingest", "inbox", "--json"], root);
  expect(code).toBe(3);
  const result = JSON.parse(out);
  expect(result.summary).toMatchObject({ read: 3, unreadable: Object.keys(UNREADABLE).length, skipped: 2 });
  const named = (file: { path: string; container: string | null }) =>
    `${file.container === null ? "" : `${file.container} » `}${file.path}`.replace("inbox/", "");
  expect(result.read.map(named)).toEqual([
    "acme (protected sheets).xlsx",
    "acme.xlsx",
    "mail.eml » responses.zip » bolt.xlsx",
  ]);
  const found = Object.fromEntries(
    result.unreadable.map((file: { path: string; container: string | null; unreadable: object }) => [
      named(file),
      file.unreadable,
    ]),
  );
  expect(Object.keys(found).sort()).toEqual(Object.keys(UNREADABLE).sort());
  for (const [name, [kind, reason]] of Object.entries(UNREADABLE)) {
    expect(found[name], name).toMatchObject({ kind, reason: expect.stringMatching(reason) });
    expect(found[name].ask, name).toMatch(/^[A-Z].*\.$/);
  }
});

test("for people each is one line, with what to ask for", async () => {
  const root = fill();
  const { out } = await runCli(["ingest", "inbox"], root);
  const lines = out.split("\n").filter((line) => line.startsWith("unreadable"));
  expect(lines).toHaveLength(Object.keys(UNREADABLE).length);
  expect(lines).toContain(
    "unreadable  inbox/mail.eml » responses.zip » terms.pdf: The file is a PDF document, not a workbook. Ask for the CMRT as the Excel workbook itself.",
  );
  expect(out).toContain("2 lock files and similar files skipped.\n");
});

test("a password given opens what it fits", async () => {
  const root = fill();
  const words = ["ingest", "inbox/secret.xlsx", "--password", "tin", "--password", "tantalum", "--json"];
  const { code, out } = await runCli(words, root);
  expect(code).toBe(0);
  expect(JSON.parse(out).read).toMatchObject([
    { path: "inbox/secret.xlsx", supplier: "Invented Works No. 5 Ltd" },
  ]);
});

test("cmrt show reads the one response in a mail, and says how many there are in a zip of two", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "one.zip"), buildZip([{ name: "a.xlsx", bytes: good(1) }]));
  writeFileSync(
    join(root, "two.zip"),
    buildZip([
      { name: "a.xlsx", bytes: good(1) },
      { name: "b.xlsx", bytes: good(2) },
    ]),
  );
  const one = await runCli(["show", "one.zip", "--json"], root);
  expect(JSON.parse(one.out).source).toMatchObject({ path: "a.xlsx", container: "one.zip", format: "xlsx" });
  expect(await runCli(["show", "two.zip"], root)).toMatchObject({
    code: 2,
    err: expect.stringContaining("holds 2 files"),
  });
});
