// `cmrt check --format sarif`: the findings for viewers of code-scanning results (SARIF 2.1.0).

import { unusableTexts } from "../../domain/standing.ts";
import { DEFAULT_FAMILY } from "../../forms/families.ts";
import { defined } from "../../lib/defined.ts";
import { printable } from "../../lib/printable.ts";
import type { CheckedFinding } from "../../model/check.ts";
import type { Severity } from "../../model/finding.ts";
import { formerRuleIds } from "../../model/former-rule-ids.ts";
import { SETTINGS_FILE } from "../../model/workspace-files.ts";
import { splitCell } from "../render/split-cell.ts";
import { type CheckReport, familyOf } from "./check-report.ts";
import type { CheckContext } from "./formats.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/**
 * A file's name as a relative URI. For a file inside containers it is the outermost one, as only that can be opened.
 */
function fileUri(file: string): string {
  return (file.split(" » ")[0] ?? file)
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}

/** The report as SARIF text. */
export function renderCheckSarif(report: CheckReport, { rules, version }: CheckContext): string {
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const sarif = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cmrt",
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              ...deprecatedIds(rule.id),
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              help: { text: rule.ask },
              defaultConfiguration: { level: LEVELS[rule.severity] },
              properties: { risk: rule.risk === true, source: rule.source },
            })),
          },
        },
        invocations: [
          {
            executionSuccessful: report.unreadable.length === 0,
            toolExecutionNotifications: [
              // A file without a known supplier is in the report on every template.
              ...unusableTexts(report.unreadable).map((text) => ({
                level: "error",
                message: { text: printable(text) },
              })),
              ...report.notRun.map((one) => ({
                level: "note",
                message: { text: printable(`Not run${one.file ? ` on ${one.file}` : ""}: ${one.reason}`) },
                associatedRule: { id: one.rule, index: index.get(one.rule) ?? -1 },
              })),
            ],
          },
        ],
        results: report.findings.map((finding) =>
          result(finding, {
            ruleIndex: index.get(finding.rule) ?? -1,
            family: finding.family ?? familyOf(report),
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function deprecatedIds(id: string): { deprecatedIds?: string[] } {
  const former = formerRuleIds(id);
  return former.length > 0 ? { deprecatedIds: former } : {};
}

function result(
  finding: CheckedFinding,
  { ruleIndex, family }: { ruleIndex: number; family: string },
): object {
  const [sheet, cell] = splitCell(finding.at);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    // Code scanning shows a file and the message, but not sheet and cell, so these go in the message.
    message: { text: printable(finding.at === null ? finding.message : `${finding.at}: ${finding.message}`) },
    locations: [
      {
        // Code scanning accepts no result without a file, so findings about the whole campaign refer to its settings.
        physicalLocation: { artifactLocation: { uri: fileUri(finding.file ?? SETTINGS_FILE) } },
        logicalLocations: [
          finding.at === null
            ? { name: printable(finding.file ?? finding.supplier), kind: "resource" }
            : { name: cell, fullyQualifiedName: `${sheet}!${cell}`, kind: "member" },
        ],
      },
    ],
    partialFingerprints: {
      "ruleSupplierCell/v1": [
        ...[finding.rule, finding.supplier, finding.at ?? ""],
        ...(family === DEFAULT_FAMILY.id ? [] : [family]),
      ].join("|"),
    },
    ...(finding.accepted
      ? { suppressions: [{ kind: "external", justification: finding.accepted.reason }] }
      : {}),
    properties: {
      supplier: finding.supplier,
      risk: finding.risk === true,
      facts: finding.facts,
      ...defined({ family: finding.family }),
    },
  };
}
