// Mails with unencoded parts (Content-Transfer-Encoding: binary or 8bit). The mail library splits every part into
// lines, which changes the bytes of a workbook.
const LINE_END = Buffer.from("\n");
const BOUNDARY = /\bboundary[ \t]*=[ \t]*(?:"([^"\r\n]+)"|([^\s;"]+))/gi;
const ENCODING = /^content-transfer-encoding[ \t]*:.*(?:\r?\n[ \t].*)*\r?\n?/gim;
const IN_CHARACTERS = /^content-transfer-encoding[ \t]*:[ \t]*(?:base64|quoted-printable|x-?uu)/im;
/** RFC 2046 allows 70 characters; a delimiter has four more and may have trailing blanks. */
const LONGEST_DELIMITER = 200;

/** The mail with every binary part re-encoded in base64; the mail itself if there is none. */
export function withoutBinaryParts(mail: Buffer): Buffer {
  if (!mail.includes(0)) return mail;
  const output: Buffer[] = [];
  let start = 0;
  for (const { at, next } of delimiters(mail)) {
    // The line end before a delimiter belongs to it.
    const end = Math.max(start, at - (mail[at - 2] === 0x0d ? 2 : 1));
    output.push(...inText(mail.subarray(start, end)), mail.subarray(end, next));
    start = next;
  }
  output.push(...inText(mail.subarray(start)));
  return Buffer.concat(output);
}

/** The lines between the parts of a mail, as offsets. */
function delimiters(mail: Buffer): { at: number; next: number }[] {
  const boundaries = new Set<string>();
  for (const [, quoted, plain] of mail.toString("latin1").matchAll(BOUNDARY)) {
    boundaries.add((quoted ?? plain ?? "").trimEnd());
  }
  const found: { at: number; next: number }[] = [];
  const mark = Buffer.from("\n--");
  for (let at = mail.indexOf(mark); at >= 0; at = mail.indexOf(mark, at + 1)) {
    const end = mail.indexOf(LINE_END, at + 1);
    const next = end < 0 ? mail.length : end + 1;
    const line = mail.toString("latin1", at + 3, Math.min(next, at + LONGEST_DELIMITER)).trimEnd();
    if (boundaries.has(line) || boundaries.has(line.replace(/--$/, ""))) found.push({ at: at + 1, next });
  }
  return found;
}

/** A part re-encoded in base64 if its body is not text. */
function inText(part: Buffer): Buffer[] {
  const body = startOfBody(part);
  if (body === undefined || !part.includes(0, body)) return [part];
  const head = part.toString("latin1", 0, body);
  if (IN_CHARACTERS.test(head)) return [part];
  const fields = head.replace(ENCODING, "").trimEnd();
  const lines = part.toString("base64", body).replace(/.{76}/g, "$&\r\n");
  return [
    Buffer.from(`${fields}\r\nContent-Transfer-Encoding: base64\r\n\r\n`, "latin1"),
    Buffer.from(lines),
  ];
}

/** The start of a part's body, after the first empty line; undefined if there is none. */
function startOfBody(part: Buffer): number | undefined {
  for (let at = 0; at >= 0 && at < part.length; ) {
    const end = part.indexOf(LINE_END, at);
    if (end < 0) return undefined;
    if (end === at || (end === at + 1 && part[at] === 0x0d)) return end + 1;
    at = end + 1;
  }
  return undefined;
}
