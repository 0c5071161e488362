// Options that every command has.
import { DEFAULT_FAMILY } from "../forms/families.ts";
import type { Family } from "../forms/form.ts";

export interface CommonOptions {
  /** Folder that holds `.cmrt/`; without it the nearest parent that has one, else the current folder. */
  workspace?: string;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/** The subfolder for the output about a family, so that it does not take the place of that of campaigns; none for theirs. */
export function ownFolder(family: Family): string[] {
  return family === DEFAULT_FAMILY ? [] : [family.id.toLowerCase()];
}
