// First bytes of file types that are sent instead of workbooks.
import type { ContainerKind } from "./sniff.ts";

export interface Signature {
  /** One character per byte. */
  bytes: string;
  /** Offset from the beginning; 0 by default. */
  at?: number;
  /** Completes "The file is …". */
  what: string;
  ask?: string;
}

const UNPACK = "Unpack it, or ask for the workbook itself or a .zip.";

/** Containers, described for the case that they are empty. */
export const CONTAINERS: readonly (Signature & { kind: ContainerKind })[] = [
  { bytes: 'x\x9f>"', kind: "tnef", what: "an Outlook container (winmail.dat) without attachments" },
  { bytes: "\0\x05\x16\0", kind: "apple-single", what: "a Mac file (AppleSingle) without content" },
  { bytes: "\x1f\x8b\x08", kind: "gzip", what: "a gzip archive without content" },
  { bytes: "ustar", at: 257, kind: "archive", what: "a tar archive without files" },
  { bytes: "7z\xbc\xaf\x27\x1c", kind: "archive", what: "a 7-Zip archive without files" },
  { bytes: "Rar!\x1a\x07", kind: "archive", what: "a RAR archive without files" },
  { bytes: "\xfd7zXZ\0", kind: "archive", what: "an xz archive without files" },
  { bytes: "1AY&SY", at: 4, kind: "archive", what: "a bzip2 archive without files" },
  { bytes: "\x1f\x9d", kind: "archive", what: "a compressed archive (.Z) without files" },
  { bytes: "MSCF\0\0\0\0", kind: "archive", what: "a cabinet archive (.cab) without files" },
];

/** File types that are sent instead of workbooks. */
export const OTHERS: readonly Signature[] = [
  { bytes: "%PDF", what: "a PDF document" },
  { bytes: "\xff\xd8\xff", what: "a JPEG image" },
  { bytes: "\x89PNG", what: "a PNG image" },
  { bytes: "GIF8", what: "a GIF image" },
  { bytes: "II*\0", what: "a TIFF image" },
  { bytes: "MM\0*", what: "a TIFF image" },
  { bytes: "WEBP", at: 8, what: "a WebP image" },
  { bytes: "ftyphei", at: 4, what: "a HEIC image" },
  { bytes: "ftypmif1", at: 4, what: "a HEIC image" },
  { bytes: "ftyp", at: 4, what: "a video" },
  { bytes: "{\\rtf", what: "a rich text document" },
  { bytes: "%!PS", what: "a PostScript document" },
  { bytes: "\0\x05\x16\x07", what: "the part of a file that only a Mac uses (AppleDouble)" },
  {
    bytes: "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d",
    what: "a OneNote notebook",
    ask: "Save the workbook out of it, or ask for the workbook itself.",
  },
  { bytes: "L\0\0\0\x01\x14\x02\0", what: "a shortcut to a file on another computer (.lnk)" },
  { bytes: "bplist00", what: "a settings file of a Mac, or a link (.webloc)" },
  { bytes: "SQLite format 3", what: "a database" },
  { bytes: "\0\x01\0\0Standard ", what: "an Access database" },
  { bytes: "!BDN", what: "an Outlook data file (.pst)", ask: "Save its mails one by one as .msg." },
  {
    bytes: "v\xe8\x04`\xc4\x11\xe3\x86",
    what: "an e-mail protected by rights management (.rpmsg)",
    ask: "Open it in Outlook and save the workbook, or ask for it without protection.",
  },
  { bytes: "\x28\xb5\x2f\xfd", what: "a Zstandard archive", ask: UNPACK },
  { bytes: "\x04\x22\x4d\x18", what: "an LZ4 archive", ask: UNPACK },
  { bytes: "LZIP", what: "an lzip archive", ask: UNPACK },
  { bytes: "\x60\xea", what: "an ARJ archive", ask: UNPACK },
  { bytes: "MSWIM\0\0\0", what: "a Windows image (.wim)", ask: UNPACK },
  { bytes: "xar!", what: "a xar archive", ask: UNPACK },
  { bytes: "!<arch>\n", what: "an ar archive", ask: UNPACK },
  {
    bytes: "\x7fELF",
    what: "a program or a self-extracting archive",
    ask: "Do not run it. Ask for the workbook itself.",
  },
  // The archive library skips files with names that are not ASCII, which Japanese ones have.
  { bytes: "-lh", at: 2, what: "an LZH archive", ask: UNPACK },
  { bytes: "**ACE**", at: 7, what: "an ACE archive", ask: UNPACK },
  { bytes: "SIT!", what: "a StuffIt archive", ask: UNPACK },
  { bytes: "StuffIt", what: "a StuffIt archive", ask: UNPACK },
];

/** Whether the beginning of a file, with one character per byte, has a signature. */
export function hasSignature(head: string, { bytes, at = 0 }: Signature): boolean {
  return head.startsWith(bytes, at);
}
