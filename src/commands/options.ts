// Options that every command has.

export interface CommonOptions {
  /** Folder that holds `.cmrt/`; without it the nearest parent that has one, else the current folder. */
  workspace?: string;
  json?: boolean;
  quiet?: boolean;
  color?: boolean;
}
