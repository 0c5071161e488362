// Options shared by all commands.
import { DEFAULT_FAMILY } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";

export interface CommonOptions {
  /** Folder that contains `.cmrt/`; by default the nearest parent that has one, else the current folder. */
  workspace?: string;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/** The subfolder for a family's output, so that it does not overwrite that of the default family, which has none. */
export function ownFolder(family: Family): string[] {
  return family === DEFAULT_FAMILY ? [] : [family.id.toLowerCase()];
}
