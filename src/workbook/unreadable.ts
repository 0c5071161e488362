// The explanations for files that yield no workbook: what the file is, and what to ask the supplier for.
import { WANTED } from "../forms/wanted.ts";
import { type Unreadable, UnreadableError } from "../model/workbook.ts";

const SEND_AGAIN = "Ask for the file again; this copy was damaged on its way.";

/** The file is empty. */
export const EMPTY: Unreadable = {
  kind: "empty",
  reason: "The file is empty (0 bytes).",
  ask: "Ask for the file again; nothing arrived.",
};

/** Something other than a spreadsheet; `what` completes "The file is …". */
export function notAWorkbook(what: string, ask?: string): Unreadable {
  return {
    kind: "not-a-workbook",
    reason: `The file is ${what}, not a workbook.`,
    ask: ask ?? `Ask for the ${WANTED.id} as the Excel workbook itself.`,
  };
}

/** The bytes started like a workbook but are invalid; `what` is one sentence. */
export function damaged(what: string): Unreadable {
  return { kind: "damaged", reason: what, ask: SEND_AGAIN };
}

/** A password is needed. */
export const ENCRYPTED: Unreadable = {
  kind: "encrypted",
  reason: "The workbook is protected with a password.",
  ask: "Ask for the password and give it with --password, or ask for a copy without one.",
};

/** The same for OpenDocument, whose encryption is not supported. */
export const PROTECTED_ODS: Unreadable = { ...ENCRYPTED, ask: "Ask for a copy without a password." };

/** An unsupported spreadsheet format; `what` is one sentence. */
export function unsupported(what: string, ask = `Ask for the ${WANTED.id} saved as .xlsx.`): Unreadable {
  return { kind: "unsupported", reason: what, ask };
}

/** The file is being written or downloaded. */
export const CHANGING: Unreadable = {
  kind: "not-accessible",
  reason: "The file changed while it was being read.",
  ask: "Wait until it is complete, then ingest again.",
};

/** A pipe, a socket or a device, reading which may never end. */
export const NO_FILE: Unreadable = {
  kind: "not-accessible",
  reason: "It is a pipe, a socket or a device, and not a file.",
  ask: "Remove it from the folder, or name the files to read.",
};

/** The file's name is in a legacy code page, and other files may be listed under the same name. */
export const FOREIGN_NAME: Unreadable = {
  kind: "not-accessible",
  reason: "The file cannot be opened: its name is not written in UTF-8.",
  ask: "Rename it and others with such names, or ingest the archive that it came in; then ingest again.",
};

/** A limit is exceeded; `what` is one sentence. */
export function tooLarge(
  what: string,
  ask = `Ask for the ${WANTED.id} as a plain workbook; no real one is this large.`,
): Unreadable {
  return { kind: "too-large", reason: what, ask };
}

/** Throws the error that carries such an explanation. */
export function fail(unreadable: Unreadable): never {
  throw new UnreadableError(unreadable);
}

/** A mail that only its recipient can open; `how` names the method. */
export function encryptedMail(how: string): Unreadable {
  return {
    kind: "encrypted",
    reason: `The e-mail is encrypted (${how}).`,
    ask: "Open it in the recipient's mail program and save the workbook, or ask for it without encryption.",
  };
}

/** An attachment that is not in the saved mail. */
export const ATTACHMENT_ELSEWHERE: Unreadable = {
  kind: "empty",
  reason: "The attachment is empty in the saved e-mail: it may be a link to a file that is kept elsewhere.",
  ask: "Open the e-mail, save the attachment and ingest it, or ask for the workbook as an attachment.",
};

/** One of the files into which an archive was split. */
export const PART_OF_ARCHIVE: Unreadable = unsupported(
  "The file is one part of an archive that was split into several.",
  "Put all its parts into one folder, unpack the archive and ingest the workbook, or ask for the workbook itself.",
);

/** An archive whose files need another password than those given. */
export function lockedArchive(hasPasswords: boolean): Unreadable {
  return {
    kind: "encrypted",
    reason: hasPasswords
      ? "The archive is protected with a password, and none of those given opens it."
      : "The archive is protected with a password.",
    ask: "Ask for the password and give it with --password, or ask for the workbook itself.",
  };
}
