import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8 or of bytes, lower-case hexadecimal: what files and responses are known by. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The same of bytes that may come in pieces. */
export function sha256OfPieces(content: string | Uint8Array | Iterable<Uint8Array>): string {
  if (typeof content === "string" || content instanceof Uint8Array) return sha256Of(content);
  const hash = createHash("sha256");
  for (const piece of content) hash.update(piece);
  return hash.digest("hex");
}
