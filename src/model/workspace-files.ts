// Names of the files and folders in a workspace other than the suppliers' files.

/** Everything that can be recreated from the suppliers' files. */
export const STORE_FOLDER = ".cmrt";

/** Where suppliers' files are usually kept; any other folder will do. */
export const RESPONSES_FOLDER = "responses";

/** Files that people write and edit. */
export const SETTINGS_FILE = "cmrt.json";
export const ROSTER_FILE = "suppliers.csv";
/** The roster as a workbook, used if there is no table. */
export const ROSTER_WORKBOOK = "suppliers.xlsx";
export const ACCEPTED_FILE = "accepted-findings.csv";
export const DECISIONS_FILE = "smelter-decisions.csv";
/** What suppliers were asked and told; letters append to it. */
export const REQUESTS_FILE = "requests.csv";

/** Imported reference lists, one file per snapshot. */
export const LISTS_FOLDER = "reference";

/** Default folders for the output of verbs. */
export const LETTERS_FOLDER = "letters";
export const ROLLUP_FOLDER = "rollup";
export const EXPORTS_FOLDER = "exports";
export const REPORTS_FOLDER = "reports";

/** People's files that a report depends on besides the responses, in the order of its manifest. */
export const KEPT_FILES = [ACCEPTED_FILE, SETTINGS_FILE, REQUESTS_FILE, DECISIONS_FILE, ROSTER_FILE] as const;

/** Excludes reports: people keep what they send beside them, and a pack is recognised by its manifest. */
const NOT_SENT: ReadonlySet<string> = new Set([
  ...KEPT_FILES,
  ROSTER_WORKBOOK,
  LISTS_FOLDER,
  LETTERS_FOLDER,
  ROLLUP_FOLDER,
  EXPORTS_FOLDER,
]);

/** Whether a file or folder of this name, beside the store, was not sent by a supplier. */
export function isKeptInWorkspace(name: string): boolean {
  return NOT_SENT.has(name.toLowerCase());
}
