// Options that every command has.

export interface CommonOptions {
  /** Folder that holds `.cmrt/`; without it the nearest parent that has one, else the current folder. */
  workspace?: string;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/** How `cmrt check` can print its findings. */
export const CHECK_FORMATS = ["console", "json", "csv", "markdown", "sarif"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Kinds of reference lists. */
export const LIST_KINDS = ["look-up", "status", "origin", "revision", "watch", "alias"] as const;
