// Detects a list of suppliers among the responses: people keep their roster there, and it is not a response.
import { headersIn, type RosterRow, rosterRows } from "../../campaign/parse-roster.ts";
import type { RosterField } from "../../campaign/roster-headers.ts";
import { decodeText } from "../../lib/decode-text.ts";
import { UsageError } from "../../lib/errors.ts";
import { printable } from "../../lib/printable.ts";
import { fold } from "../../lib/text.ts";
import { type Unreadable, UnreadableError, type Workbook } from "../../model/workbook.ts";
import { ROSTER_FILE } from "../../model/workspace-files.ts";
import { readSheetRows } from "../../reference/read-table.ts";

/** Larger files are not rosters: this is enough for a hundred thousand suppliers. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Headers that distinguish a campaign's list of suppliers from other lists of companies. */
const TELLING = ["spendShare", "emailDomains"] as const;
/** Headers that only a list of those asked has: beside the names, one of them is enough. */
const OF_REQUESTS = ["askedOn", "remindedOn"] as const;
/** How many headers must be recognised otherwise, and how many suppliers named. */
const LEAST = { headers: 3, names: 2 };
const SHOWN = { headers: 4, length: 30 };

/** The result for a text file that is a list of suppliers; undefined for any other. */
export function textRoster(bytes: Uint8Array, file: string): Unreadable | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  return unlessBroken(() => rosterAmong([rosterRows(decodeText(bytes).text, file)]));
}

/** The same for a workbook that is not a template. */
export function workbookRoster(workbook: Workbook): Unreadable | undefined {
  return unlessBroken(() =>
    rosterAmong(
      workbook.sheets.map(({ name }) => {
        const sheet = workbook.sheet(name);
        return sheet === undefined ? [] : readSheetRows(sheet);
      }),
    ),
  );
}

function rosterAmong(tables: readonly (readonly RosterRow[])[]): Unreadable | undefined {
  for (const rows of tables) {
    const found = headersIn(rows);
    if (found === undefined) continue;
    const has = (field: RosterField) => found.columns.has(field);
    if (!OF_REQUESTS.some(has) && !(TELLING.some(has) && found.columns.size >= LEAST.headers)) continue;
    const [column = 0] = found.columns.get("name") ?? [];
    const names = rows.slice(found.at + 1).map(({ cells }) => fold(cells[column] ?? ""));
    const suppliers = new Set(names.filter((name) => name !== "")).size;
    // A table with mostly blank or repeated names is not a list of suppliers.
    if (suppliers < LEAST.names || suppliers < names.length / 2) continue;
    const used = [...found.columns.values()].flat().sort((a, b) => a - b);
    return rosterFile(
      used.map((at) => rows[found.at]?.cells[at] ?? ""),
      suppliers,
    );
  }
  return undefined;
}

function rosterFile(headers: readonly string[], suppliers: number): Unreadable {
  const shown = headers
    .slice(0, SHOWN.headers)
    .map((header) => `“${printable(header).slice(0, SHOWN.length)}”`);
  const columns = `${shown.join(", ")}${headers.length > shown.length ? " …" : ""}`;
  return {
    kind: "roster",
    reason: `It looks like a list of suppliers, not a response (columns ${columns}; ${suppliers} suppliers).`,
    ask: `If it is your roster, name it with \`cmrt init --roster <file>\` or keep it as ${ROSTER_FILE} in the campaign's folder, and take it out of the responses.`,
  };
}

/** A file that cannot be read as a table is not a roster. */
function unlessBroken<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError || error instanceof UnreadableError) return undefined;
    throw error;
  }
}
