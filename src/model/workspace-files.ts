// Names of what lies in a workspace beside the suppliers' files.

/** Everything that can be made again from the suppliers' files. */
export const STORE_FOLDER = ".cmrt";

/** What people write and edit. */
export const SETTINGS_FILE = "cmrt.json";
export const ROSTER_FILE = "suppliers.csv";
/** The same as a workbook; the roster where there is no table of that name. */
export const ROSTER_WORKBOOK = "suppliers.xlsx";
export const ACCEPTED_FILE = "accepted-findings.csv";
export const DECISIONS_FILE = "smelter-decisions.csv";
/** What suppliers were asked and told; letters add to it. */
export const REQUESTS_FILE = "requests.csv";

/** Imported reference lists, one file per snapshot. */
export const LISTS_FOLDER = "reference";

/** Where the answers of verbs go unless another folder is asked for. */
export const LETTERS_FOLDER = "letters";
export const ROLLUP_FOLDER = "rollup";
export const EXPORTS_FOLDER = "exports";
export const REPORTS_FOLDER = "reports";

/** Files of people that a report rests on beside the responses, in the order in which its manifest lists them. */
export const KEPT_FILES = [ACCEPTED_FILE, SETTINGS_FILE, REQUESTS_FILE, DECISIONS_FILE, ROSTER_FILE] as const;

/** The reports are left out: people keep what they send beside them, and a pack is known by its manifest. */
const NOT_SENT: ReadonlySet<string> = new Set([
  ...KEPT_FILES,
  ROSTER_WORKBOOK,
  LISTS_FOLDER,
  LETTERS_FOLDER,
  ROLLUP_FOLDER,
  EXPORTS_FOLDER,
]);

/** Whether a file or folder of this name, beside the store, is one that no supplier sent. */
export function isKeptInWorkspace(name: string): boolean {
  return NOT_SENT.has(name.toLowerCase());
}
