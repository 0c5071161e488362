import { createHash } from "node:crypto";

/** SHA-256 of bytes or of a text in UTF-8, in lower-case hexadecimal: the identity of files and responses. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The same for bytes that may come in pieces. */
export function sha256OfPieces(content: string | Uint8Array | Iterable<Uint8Array>): string {
  if (typeof content === "string" || content instanceof Uint8Array) return sha256Of(content);
  const hash = createHash("sha256");
  for (const piece of content) hash.update(piece);
  return hash.digest("hex");
}
