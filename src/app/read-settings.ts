import { DEFAULT_SETTINGS, parseSettings } from "../forms/schemas.ts";
import type { Settings } from "../model/settings.ts";
import { SETTINGS_FILE } from "../model/workspace-files.ts";
import type { Workspace } from "../store/open-workspace.ts";

/** The settings of a workspace; the defaults if the file does not exist. Throws UsageError if the file is invalid. */
export function readSettings(workspace: Workspace): Settings {
  const text = workspace.readUserFile(SETTINGS_FILE);
  return text === undefined ? DEFAULT_SETTINGS : parseSettings(text);
}
