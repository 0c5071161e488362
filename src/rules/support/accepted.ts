// Findings that a person accepted, kept in accepted-findings.csv beside the responses.

import { findFamily } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { appendRow, withColumn } from "../../lib/append-row.ts";
import { UsageError } from "../../lib/errors.ts";
import { readCsv } from "../../lib/read-csv.ts";
import type { AcceptedFinding, Finding } from "../../model/finding.ts";
import { currentRuleId } from "../../model/former-rule-ids.ts";
import { ACCEPTED_FILE } from "../../model/workspace-files.ts";

const COLUMNS = ["rule", "supplier", "cell", "reason", "by", "date"] as const;
/** An additional column for lines about a single template, as cells of several templates may have the same name. */
const FAMILY = "family";
const REQUIRED = ["rule", "supplier", "cell", "reason"] as const;

/**
 * Parses the file's text: a header with rule, supplier, cell and reason (by and date are optional, the order is free),
 * and one finding per line. An empty cell means the finding about the whole file, an empty family one in any template.
 * `file` is the name used in errors. Throws a UsageError with the line of the problem.
 */
export function parseAccepted(text: string, file: string = ACCEPTED_FILE): AcceptedFinding[] {
  const [header, ...rows] = readCsv(text, file);
  if (header === undefined) return [];
  const names = header.cells.map((name) => name.toLowerCase());
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new UsageError(`${file}: the header has no column ${missing.join(", ")}.`);

  return rows.map(({ line, cells }) => {
    const value = (name: (typeof COLUMNS)[number] | typeof FAMILY): string =>
      cells[names.indexOf(name)] ?? "";
    for (const name of ["rule", "supplier", "reason"] as const) {
      if (value(name) === "") throw new UsageError(`${file}, line ${line}: the ${name} is empty.`);
    }
    const [by, date, family] = [value("by"), value("date"), value(FAMILY).toUpperCase()];
    if (family !== "" && findFamily(family) === undefined) {
      throw new UsageError(`${file}, line ${line}: no template is called “${value(FAMILY)}”.`);
    }
    return {
      rule: value("rule"),
      supplier: value("supplier"),
      cell: value("cell"),
      reason: value("reason"),
      ...(by === "" ? {} : { by }),
      ...(date === "" ? {} : { date }),
      ...(family === "" ? {} : { family }),
    };
  });
}

/**
 * Returns the text of the file with one more line. Its other lines, columns and delimiter are unchanged, except that a
 * column for the template is added if the line names one.
 */
export function addAccepted(text: string | undefined, accepted: AcceptedFinding): string {
  const columns = accepted.family === undefined ? COLUMNS : ([...COLUMNS, FAMILY] as const);
  const fieldOf = (header: string) => header.toLowerCase();
  const wider =
    accepted.family === undefined ? text : withColumn(text, FAMILY, { fieldOf, file: ACCEPTED_FILE });
  return appendRow(wider, new Map(columns.map((name) => [name, accepted[name] ?? ""])), {
    columns,
    fieldOf,
    file: ACCEPTED_FILE,
  });
}

/** The accepted findings that apply to a template family. */
export function acceptedIn(accepted: readonly AcceptedFinding[], { id }: Family): AcceptedFinding[] {
  return accepted.filter(({ family = id }) => family === id);
}

/** Findings with equal keys are accepted by the same line. */
export function acceptedKey({ rule, supplier, at }: Pick<Finding, "rule" | "supplier" | "at">): string {
  return key(rule, supplier, at);
}

function key(rule: string, supplier: string, cell: string | null): string {
  return JSON.stringify([currentRuleId(rule), acceptedName(supplier), bare(cell ?? "")]);
}

/** The form in which the supplier names of accepted findings are compared. */
export function acceptedName(supplier: string): string {
  return bare(supplier).toLowerCase();
}

/**
 * The text without what only a CSV file adds: the apostrophe before a formula sign, which findings.csv has
 * too and people copy along with names; and with blanks normalised.
 */
function bare(text: string): string {
  return text
    .replace(/'+(?=[=+\-@＝＋－＠])/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Marks accepted findings in place and returns the accepted ones that no longer occur. Considers only those
 * of `suppliers`: a finding that was not looked for cannot be said to be gone.
 */
export function markAccepted(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  suppliers: ReadonlySet<string>,
): AcceptedFinding[] {
  if (accepted.length === 0) return [];
  const open = new Map(accepted.map((one) => [key(one.rule, one.supplier, one.cell), one]));
  const used = new Set<AcceptedFinding>();
  for (const finding of findings) {
    const one = open.get(key(finding.rule, finding.supplier, finding.at));
    if (one === undefined) continue;
    used.add(one);
    finding.accepted = {
      reason: one.reason,
      ...(one.by === undefined ? {} : { by: one.by }),
      ...(one.date === undefined ? {} : { date: one.date }),
    };
  }
  const looked = new Set([...suppliers].map(acceptedName));
  return accepted.filter((one) => !used.has(one) && looked.has(acceptedName(one.supplier)));
}
