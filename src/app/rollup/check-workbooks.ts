// Checks the workbooks that a roll-up wrote.
import { familyNamed } from "../../forms/families.ts";
import type { Finding } from "../../model/finding.ts";
import { evaluate } from "../campaign/evaluate.ts";
import type { Reader } from "../reading/open-reader.ts";
import { readWith } from "../reading/read-with.ts";
import type { Session } from "../session.ts";

/** The findings of our own rules in the written workbooks, read back from their bytes, each workbook separately. */
export async function checkWorkbooks(
  workbooks: Record<string, Buffer>,
  { settings, today }: Pick<Session, "settings" | "today">,
  reader: Pick<Reader, "read">,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  // Our own company is the declarant here; with it in the settings, the workbook would be taken for our declaration
  // sent back.
  const { issuer: _issuer, company: _company, ...asReceived } = settings;
  for (const [name, bytes] of Object.entries(workbooks)) {
    const read = await readWith(reader, name, bytes);
    if (!read.ok) throw new Error(`the workbook just written cannot be read: ${read.unreadable.reason}`);
    const lists = read.lookUpList ? [{ list: read.lookUpList, files: [name] }] : [];
    const evaluation = evaluate(
      { responses: [read.response], withdrawn: new Set(), unreadable: [], lists, copies: [] },
      { today, settings: asReceived, family: familyNamed(read.response.template.family) },
    );
    for (const finding of evaluation.findings) findings.push(finding);
  }
  return findings;
}
