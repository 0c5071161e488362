// Cryptographic messages (CMS, RFC 5652): mails signed or encrypted as a whole (smime.p7m), and signed files (.p7m).
// Signatures are not verified: signed content is read like any other.
import { inflateSync } from "node:zlib";
import type * as Asn1 from "asn1js";
import type { Limits } from "../../model/limits.ts";
import { sniff } from "../sources/sniff.ts";
import { isCms } from "../sources/sniff-structure.ts";
import { damaged, encryptedMail, fail, notAWorkbook } from "../unreadable.ts";
import { ContainerLimits } from "./container-limits.ts";
import { mailMembers } from "./mail.ts";
import type { Member } from "./member.ts";

/** Object identifiers of the content types (RFC 5652, 3274). */
const SIGNED = "1.2.840.113549.1.7.2";
const COMPRESSED = "1.2.840.113549.1.9.16.1.9";
/** Enveloped, signed and enveloped, encrypted, authenticated and enveloped data (RFC 5652, 5083). */
const ENCRYPTED = [
  "1.2.840.113549.1.7.3",
  "1.2.840.113549.1.7.4",
  "1.2.840.113549.1.7.6",
  "1.2.840.113549.1.9.16.1.23",
];

const DAMAGED = damaged("The signed or encrypted e-mail is cut off or damaged.");

/**
 * The attachments of a signed mail, or the signed file. Throws UnreadableError for encrypted messages, detached
 * signatures, and invalid bytes.
 */
export async function smimeMembers(file: Buffer, limits: Limits): Promise<Member[]> {
  const content = await signedContent(inDer(file), limits);
  const kind = sniff(content);
  if (kind.type === "container" && kind.kind === "mail") return mailMembers(content);
  return [{ name: null, bytes: content }];
}

/** Decodes the base64 in which such messages are saved as text, with or without lines around it. */
function inDer(file: Buffer): Buffer {
  if (isCms(file)) return file;
  const text = file.toString("latin1");
  const armoured = /-----BEGIN [^-]+-----([^-]*)/.exec(text)?.[1] ?? text;
  return Buffer.from(armoured, "base64");
}

/** The content of a signed or compressed message. */
async function signedContent(bytes: Buffer, limits: Limits): Promise<Buffer> {
  const asn1 = await import("asn1js");
  try {
    const { offset, result } = asn1.fromBER(bytes);
    if (offset < 0) return fail(DAMAGED);
    const [type, data] = children(result);
    const kind = identifier(asn1, type);
    if (ENCRYPTED.includes(kind)) return fail(encryptedMail("S/MIME"));
    const fields = children(children(data)[0]);
    // Version, algorithms (a set, or one for compression), content, then certificates and signatures.
    const [, wrapped] = children(fields[2]);
    const content = children(wrapped)[0];
    if (content === undefined) {
      return fail(notAWorkbook("a signature without what was signed (.p7s)", "Ask for the workbook itself."));
    }
    if (!(content instanceof asn1.OctetString)) return fail(DAMAGED);
    const value = Buffer.from(content.getValue());
    if (kind === SIGNED) return value;
    if (kind !== COMPRESSED) return fail(DAMAGED);
    return inflate(value, limits);
  } catch (error) {
    if (error instanceof Error && error.name === "UnreadableError") throw error;
    return fail(DAMAGED);
  }
}

function inflate(packed: Buffer, limits: Limits): Buffer {
  const allowed = new ContainerLimits(limits, packed.length);
  try {
    return inflateSync(packed, { maxOutputLength: allowed.rest });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return allowed.refuse();
    return fail(DAMAGED);
  }
}

/** The elements of a constructed value; empty for any other. */
function children(element: Asn1.AsnType | undefined): Asn1.AsnType[] {
  const value: unknown = (element?.valueBlock as { value?: unknown } | undefined)?.value;
  return Array.isArray(value) ? value : [];
}

function identifier(asn1: typeof Asn1, element: Asn1.AsnType | undefined): string {
  return element instanceof asn1.ObjectIdentifier ? element.getValue() : "";
}
