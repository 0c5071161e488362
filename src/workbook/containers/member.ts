import { basename } from "node:path/posix";
import type { Unreadable } from "../../model/workbook.ts";

/** A file inside a container. */
export type Member = ReadableMember | { name: string | null; unreadable: Unreadable };

export interface ReadableMember {
  /** Null if the container gives it no name. Must never be used as a path. */
  name: string | null;
  bytes: Buffer;
  /** Not sent deliberately: a picture in the text of a letter, a signature, a business card, a Mac's metadata. */
  trimming?: boolean;
}

/** The name of an attachment without the folders that some programs add; null if there is none. */
export function baseName(name: string | null | undefined): string | null {
  return basename(name?.replaceAll("\\", "/") ?? "") || null;
}
