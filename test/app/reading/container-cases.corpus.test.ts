// Small inputs of the kinds that an inbox holds, each in a folder of its own: what is read out of them, and under which name.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openReader } from "../../../src/app/reading/open-reader.ts";
import { type Dealt, notAccessible, readAll } from "../../../src/app/reading/read-all.ts";
import type { ReadResult } from "../../../src/app/reading/read-response.ts";
import { sourceText } from "../../../src/model/workbook.ts";
import { type Found, findFiles } from "../../../src/workbook/sources/find-files.ts";

const CASES = process.env.CMRT_CASES;
const BROOKHAVEN = "Brookhaven Sensors Ltd, 2025-06-12";

/** What each folder gives with the password "secret": the company and the date, or the kind of what is wrong. */
const EXPECTED: Record<string, string[]> = {
  "leading-slash": [`a.xlsx: ${BROOKHAVEN}`],
  "mail-appledouble": [`mail.eml » acme.xlsx: ${BROOKHAVEN}`],
  "mail-long-head": [`mail.eml » acme.xlsx: ${BROOKHAVEN}`],
  "ole-stream-name-case": ["WORKBOOK.xls: Glenrock Cable & Connector Ltd, 2014-11-12"],
  "reference-spreadsheetml": ["RMI_list.xls: not-a-workbook", "RMI_list.xml: the same"],
  "smime-opaque": [`mail.eml » smime.p7m » acme.xlsx: ${BROOKHAVEN}`],
  tar: [`a.tar » acme.xlsx: ${BROOKHAVEN}`],
  "tnef-winmail": [`mail.eml » winmail.dat » acme.xlsx: ${BROOKHAVEN}`, "winmail.dat » acme.xlsx: the same"],
  uuencoded: [`mail.eml » acme.xlsx: ${BROOKHAVEN}`],
  "zip-aes": ["a.zip » acme.xlsx: encrypted"],
  "zip-zipcrypto": [`a.zip » acme.xlsx: ${BROOKHAVEN}`],
};

describe.skipIf(CASES === undefined)(`cases (CMRT_CASES ${CASES ?? "is not set"})`, () => {
  test.each(Object.entries(EXPECTED))("%s", async (folder, expected) => {
    const path = join(CASES as string, folder);
    const files = readdirSync(path).filter((name) => name !== "README");
    expect(await linesOf(await findFiles(files, path))).toEqual(expected);
  });
});

async function linesOf(found: Found): Promise<string[]> {
  const reader = openReader({ passwords: ["secret"] }, { workers: 1 });
  const lines: string[] = [];
  try {
    for await (const file of readAll(reader.unpack(found), reader.read)) {
      lines.push(`${sourceText(file.source)}: ${outcome(file)}`);
    }
  } finally {
    await reader.close();
  }
  return lines.sort();
}

function outcome(file: Dealt<ReadResult>): string {
  if (file.is === "failure") return notAccessible(file.failure).kind;
  if (file.is !== "read") return "the same";
  if (!file.result.ok) return file.result.unreadable.kind;
  const { company } = file.result.response;
  return `${company.companyName?.value}, ${company.effectiveDate?.value}`;
}
