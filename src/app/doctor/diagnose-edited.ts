// Diagnoses the files that people edit.

import { DEFAULT_SETTINGS } from "../../forms/schemas.ts";
import { UsageError } from "../../lib/errors.ts";
import { decisionsOffLists } from "../../match/decisions-off-lists.ts";
import {
  ACCEPTED_FILE,
  DECISIONS_FILE,
  LISTS_FOLDER,
  REQUESTS_FILE,
  ROSTER_FILE,
  SETTINGS_FILE,
} from "../../model/workspace-files.ts";
import { parseAccepted } from "../../rules/support/accepted.ts";
import { requireRules } from "../../rules/support/find-rule.ts";
import type { Workspace } from "../../store/open-workspace.ts";
import { loadRequests } from "../follow-up/load-requests.ts";
import { loadImportedLists } from "../lists/imported-lists.ts";
import { loadDecisions } from "../lists/load-decisions.ts";
import { availableLists } from "../lists/workspace-lists.ts";
import { loadRoster } from "../load-roster.ts";
import { readSettings } from "../read-settings.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** Diagnoses settings, roster, accepted findings, imported lists and decisions; files that do not exist are skipped. */
export async function diagnoseEdited(workspace: Workspace): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  for (const [name, look] of LOOKS) {
    try {
      found.push(...(await look(workspace)).map((what): Diagnosis => ({ state: "sound", what })));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const mend = name === LISTS_FOLDER ? `See the folder ${name}.` : `Edit ${name}.`;
      found.push({ state: "problem", what: error.message, mend });
    }
  }
  return [...found, ...linesAtFault(workspace)];
}

/** Each file or folder with a function that throws if it cannot be understood. */
const LOOKS: readonly [name: string, look: (workspace: Workspace) => string[] | Promise<string[]>][] = [
  [
    SETTINGS_FILE,
    (workspace) => {
      const { severities, off } = readSettings(workspace);
      requireRules([...Object.keys(severities), ...Object.keys(off)], SETTINGS_FILE);
      const isThere = workspace.readUserFile(SETTINGS_FILE) !== undefined;
      return [isThere ? `${SETTINGS_FILE} is valid.` : `No ${SETTINGS_FILE}: default settings apply.`];
    },
  ],
  [
    ROSTER_FILE,
    async (workspace) => {
      const read = await loadRoster(workspace, orNothing(() => readSettings(workspace)) ?? DEFAULT_SETTINGS);
      return read === undefined
        ? []
        : [`Suppliers on the roster: ${read.roster.suppliers.length}.`, ...read.notices];
    },
  ],
  [
    ACCEPTED_FILE,
    (workspace) => {
      const accepted = parseAccepted(workspace.readUserFile(ACCEPTED_FILE) ?? "");
      requireRules(
        accepted.map(({ rule }) => rule),
        ACCEPTED_FILE,
      );
      return accepted.length === 0 ? [] : [`Accepted findings: ${accepted.length}.`];
    },
  ],
  [
    LISTS_FOLDER,
    (workspace) => {
      const { length } = loadImportedLists(workspace);
      return length === 0 ? [] : [`Imported reference lists: ${length}.`];
    },
  ],
  [
    REQUESTS_FILE,
    (workspace) => {
      const { length } = loadRequests(workspace).requests;
      return length === 0 ? [] : [`Requests and letters logged: ${length}.`];
    },
  ],
  [
    DECISIONS_FILE,
    (workspace) => {
      const { length } = loadDecisions(workspace).decisions;
      return length === 0 ? [] : [`Decisions on smelters: ${length}.`];
    },
  ],
];

/**
 * Faulty lines in the decisions file and the request log, and decisions for smelters that are not on any available
 * list.
 */
function linesAtFault(workspace: Workspace): Diagnosis[] {
  const decided = orNothing(() => loadDecisions(workspace));
  const lists = orNothing(() => availableLists(workspace));
  return [
    ...(decided?.notices ?? []).map(
      (what): Diagnosis => ({ state: "problem", what, mend: `Edit ${DECISIONS_FILE}.` }),
    ),
    ...(orNothing(() => loadRequests(workspace))?.notices ?? []).map(
      (what): Diagnosis => ({ state: "problem", what, mend: `Edit ${REQUESTS_FILE}.` }),
    ),
    ...decisionsOffLists(
      decided?.decisions ?? [],
      lists ? [...lists.fromWorkbooks, ...lists.imported] : [],
    ).map(
      ({ line, fault }): Diagnosis => ({
        state: "note",
        what: `${DECISIONS_FILE}, line ${line}: ${fault}.`,
        mend: "Check the ID, or import a list that has it with `cmrt reference import`.",
      }),
    ),
  ];
}

/** A file that cannot be read is reported separately. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
