// Recognises bytes by their beginning, as file names are unreliable.
import { startOfZip } from "../zip/trim-zip.ts";
import { findMail } from "./mail-head.ts";
import { CONTAINERS, hasSignature, OTHERS } from "./signatures.ts";
import { sniffStructure } from "./sniff-structure.ts";
import { sniffText } from "./sniff-text.ts";

/** Containers that containers/open-container.ts opens, in addition to zips and Outlook messages. */
export type ContainerKind =
  | "mail"
  | "mailbox"
  | "tnef"
  | "smime"
  | "uuencode"
  | "apple-single"
  | "mac-binary"
  | "gzip"
  | "archive";

/**
 * `zip`, `ole` and `biff` may be workbooks, `zip` and `ole` containers too. Everything else is described for a person:
 * `what` completes "The file is …", for a container if it is empty.
 */
export type Content =
  | { type: "zip" | "ole" | "biff" }
  | { type: "container"; kind: ContainerKind; what: string; ask?: string }
  | { type: "other"; what: string; ask?: string; isEncrypted?: true };

/** Zips with the mark of a split archive before their first file. */
const MARKED_ZIP = ["PK\x05\x06", "PK\x07\x08PK\x03\x04", "PK00PK\x03\x04"];
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** The first record of an Excel 5 to 2003 sheet without its OLE container (MS-XLS 2.4.21). */
const BIFF = ["\x09\x08\x10\0\0\x06", "\x09\x08\x08\0\0\x05", "\x09\x08\x06\0\0\x06"];
/** How much of a file is needed to recognise it. */
const HEAD = 4096;

/** Recognises the kind of file that these bytes are. */
export function sniff(bytes: Buffer): Content {
  const head = bytes.toString("latin1", 0, HEAD);
  const begins = (signature: string) => head.startsWith(signature);
  if (startOfZip(bytes) !== undefined || MARKED_ZIP.some(begins)) return { type: "zip" };
  if (begins(OLE)) return { type: "ole" };
  if (BIFF.some(begins)) return { type: "biff" };
  const container = CONTAINERS.find((signature) => hasSignature(head, signature));
  if (container !== undefined) return { type: "container", kind: container.kind, what: container.what };
  const structured = sniffStructure(bytes);
  if (structured !== undefined) return structured;
  const known = OTHERS.find((signature) => hasSignature(head, signature));
  if (known !== undefined) return { ...known, type: "other" };
  if (bytes.subarray(0, HEAD).every((byte) => byte === 0))
    return { type: "other", what: "filled with zero bytes" };
  return findMail(bytes) ?? sniffText(bytes) ?? { type: "other", what: "of an unknown kind" };
}
