import { basename } from "node:path/posix";
import type { Unreadable } from "../../model/workbook.ts";

/** A file inside a container. */
export type Member = ReadableMember | { name: string | null; unreadable: Unreadable };

export interface ReadableMember {
  /** Null where the container gives it no name. Never to be used as a path. */
  name: string | null;
  bytes: Buffer;
  /** Nobody sent it: a picture in the text of a letter, a signature, a business card, what a Mac keeps beside a file. */
  trimming?: boolean;
}

/** The name of an attachment without folders, which some programs write before it; null where there is none. */
export function baseName(name: string | null | undefined): string | null {
  return basename(name?.replaceAll("\\", "/") ?? "") || null;
}
