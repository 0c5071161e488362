// The schemas of stored responses, settings and report manifests, with the minerals and questions of every family.
import { UsageError } from "../lib/errors.ts";
import { currentRuleId } from "../model/former-rule-ids.ts";
import { reportManifestSchemaWith } from "../model/report-manifest.ts";
import { responseSchemaWith } from "../model/response.ts";
import { type Settings, settingsSchemaWith } from "../model/settings.ts";
import type { TemplateWords } from "../model/vocabulary.ts";
import { SETTINGS_FILE } from "../model/workspace-files.ts";
import { VERSION_SHAPE } from "./editions.ts";
import { DEFAULT_FAMILY, FAMILIES, findFamily } from "./families.ts";
import type { Family } from "./form.ts";

function wordsOf(families: readonly Family[]): TemplateWords {
  const all = (of: (family: Family) => readonly string[]): string[] => [...new Set(families.flatMap(of))];
  return {
    families: families.map(({ id }) => id),
    selecting: families.flatMap(({ id, editions }) =>
      editions.some(({ layout }) => layout.selection) ? [id] : [],
    ),
    minerals: all(({ minerals }) => minerals.map(({ id }) => id)),
    questions: all(({ questions }) => questions.map(({ key }) => key)),
    practices: all(({ practices }) => practices.map(({ key }) => key)),
    version: VERSION_SHAPE,
  };
}

/** Determinations are about the campaign's template; responses, reports and our own answers may be about any. */
const ASKED_FOR = wordsOf([DEFAULT_FAMILY]);

/** A stored response, whose minerals, questions and company questions must be those of its family. */
export const responseSchema = responseSchemaWith(wordsOf(FAMILIES)).refine(
  ({ template, minerals: selected = [], answers, policies, smelters, mines = [] }) => {
    const family = findFamily(template.family);
    const minerals = new Set([...(family?.minerals ?? []), ...selected].map(({ id }) => id));
    const questions = new Set(family?.questions.map(({ key }) => key));
    const practices = new Set(family?.practices.map(({ key }) => key));
    return (
      Object.keys(answers).every((mineral) => minerals.has(mineral)) &&
      Object.values(answers).every((given) => Object.keys(given ?? {}).every((key) => questions.has(key))) &&
      Object.keys(policies).every((key) => practices.has(key)) &&
      [...smelters, ...mines].every(({ metal }) => metal === undefined || minerals.has(metal))
    );
  },
  "expected the minerals and questions of the template's family",
);

export const settingsSchema = settingsSchemaWith(ASKED_FOR, wordsOf(FAMILIES));

export const reportManifestSchema = reportManifestSchemaWith(ASKED_FOR, wordsOf(FAMILIES));

/** The settings without a settings file. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/**
 * Parses a settings file. `file` is the name used in errors. Throws a UsageError that lists all problems with their
 * path in the file.
 */
export function parseSettings(text: string, file: string = SETTINGS_FILE): Settings {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) {
    const { $schema: _, $comment: __, severities, off, ...settings } = parsed.data;
    return {
      ...settings,
      severities: byCurrentId(severities, `${file}: severities`),
      off: byCurrentId(off, `${file}: off`),
    };
  }
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.length === 0 ? "(top)" : issue.path.join(".")}: ${issue.message}`,
  );
  throw new UsageError(`${file} has invalid settings:\n${faults.join("\n")}`);
}

/** Settings per rule, by the rules' current ids. Throws a UsageError if a rule is set under two of its ids. */
function byCurrentId<Value>(settings: Readonly<Record<string, Value>>, where: string): Record<string, Value> {
  const renamed = new Map<string, Value>();
  for (const [id, value] of Object.entries(settings)) {
    const current = currentRuleId(id);
    if (renamed.has(current)) {
      throw new UsageError(
        `${where} sets "${current}" twice, once under its former id. Remove one of the two.`,
      );
    }
    renamed.set(current, value);
  }
  return Object.fromEntries(renamed);
}
