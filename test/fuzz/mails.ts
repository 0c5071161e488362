// Mails as written by many programs, valid and invalid: varying in nesting, encoding and names of attachments.
import { cms, tnef, uuencode } from "../helpers/build-containers.ts";
import { msg } from "../helpers/build-mail.ts";
import { buildZip } from "../helpers/build-zip.ts";
import { editWorkbook, isEditable } from "./edits.ts";
import { mutate, mutateBytes, type Seed } from "./mutate.ts";
import { NASTY_TEXTS } from "./nasty-texts.ts";
import type { Random } from "./random.ts";

interface Attachment {
  name: string;
  bytes: Buffer;
}

/** Maximum nesting of parts; few of them branch, so that a case stays small. */
const DEPTH = 6;

/** A mail, several in a mailbox, or an Outlook message, containing workbooks from the seeds. */
export function someMail(workbooks: readonly Seed[], random: Random): Buffer {
  const roll = random.next();
  if (roll < 0.2) return outlookMessage(workbooks, random);
  let mail = roll < 0.4 ? mailbox(workbooks, random) : mime(workbooks, random, DEPTH);
  // Forwarded repeatedly, beyond the nesting limit.
  for (let times = random.chance(0.08) ? random.below(9) : 0; times > 0; times--) {
    mail = Buffer.concat([Buffer.from("Subject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n"), mail]);
  }
  return random.chance(0.15) ? mutateBytes(mail, random) : mail;
}

/** An Outlook message; damage affects the directory of its streams as often as the streams. */
function outlookMessage(workbooks: readonly Seed[], random: Random): Buffer {
  const bytes = msg(...attachments(workbooks, random, DEPTH));
  switch (random.below(4)) {
    case 0:
      return bytes;
    case 1:
      return mutateBytes(bytes, random);
    case 2:
      return Buffer.concat([mutateBytes(bytes.subarray(0, 512), random), bytes.subarray(512)]);
    default: {
      // The names of streams are in the directory, in UTF-16.
      const names = Buffer.from(random.pick(["__substg1.0_3701", "__attach", "__properties"]), "utf16le");
      const at = random.chance(0.5) ? bytes.indexOf(names) : bytes.lastIndexOf(names);
      const from = Math.max(0, at);
      return Buffer.concat([
        bytes.subarray(0, from),
        mutateBytes(bytes.subarray(from, from + 128), random),
        bytes.subarray(from + 128),
      ]);
    }
  }
}

function mailbox(workbooks: readonly Seed[], random: Random): Buffer {
  const lines = ["From a@example.org Mon Jan  1 00:00:00 2024", "From - x", "From ", ">From a@example.org"];
  const mails = Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const line = index === 0 && random.chance(0.9) ? lines[0] : random.pick(lines);
    return Buffer.concat([Buffer.from(`${line}\n`), mime(workbooks, random, 2), Buffer.from("\n\n")]);
  });
  return Buffer.concat(mails);
}

/** A mail with text, attachments and nested mails. */
function mime(workbooks: readonly Seed[], random: Random, depth: number): Buffer {
  const entity = part(workbooks, random, depth);
  const head = [
    ...(random.chance(0.05) ? [""] : []),
    "From: a@example.org",
    `Subject: ${random.chance(0.1) ? random.pick(NASTY_TEXTS) : "=?utf-8?B?Q01SVA==?="}`,
    ...(random.chance(0.1) ? longHead(random) : []),
    ...(random.chance(0.9) ? ["MIME-Version: 1.0"] : []),
  ];
  const mail = Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n`), entity]);
  if (!random.chance(0.15)) return mail;
  const end = random.pick(["\n", "\r", "\r\r\n"]);
  return Buffer.from(mail.toString("latin1").replace(/\r\n/g, end), "latin1");
}

function longHead(random: Random): string[] {
  switch (random.below(4)) {
    case 0:
      return [`X-Long: ${"a".repeat(200_000)}`];
    case 1:
      return Array.from({ length: 3_000 }, (_, index) => `Received: from h${index}.example.org`);
    case 2:
      return [`References: ${"<a@example.org>\r\n ".repeat(5_000)}<b@example.org>`];
    default:
      return ["no colon here", ": no name", "X:", "\tfolded before anything"];
  }
}

/** A part with its header: a multipart, a mail, an attachment or a text. */
function part(workbooks: readonly Seed[], random: Random, depth: number): Buffer {
  const roll = random.next();
  if (depth > 0 && roll < (depth === DEPTH ? 0.7 : 0.3)) return multipart(workbooks, random, depth - 1);
  if (depth > 0 && roll < 0.75) {
    const head = `Content-Type: message/rfc822${random.chance(0.3) ? '; name="fwd.eml"' : ""}\r\n`;
    const inner = mime(workbooks, random, depth - 1);
    // A mail must not be encoded, but some programs do it.
    return random.chance(0.2)
      ? encoded(head, inner, random)
      : Buffer.concat([Buffer.from(`${head}\r\n`), inner]);
  }
  if (roll < 0.85) {
    const text = random.pick([
      "See attached.",
      "--b\r\n",
      "",
      "begin 644 x.xlsx\nM",
      random.pick(NASTY_TEXTS),
    ]);
    return encoded("Content-Type: text/plain; charset=x-unknown\r\n", Buffer.from(text), random);
  }
  return attached(attachment(workbooks, random, depth), random);
}

function multipart(workbooks: readonly Seed[], random: Random, depth: number): Buffer {
  const plain = `b${depth}`;
  const boundary = random.chance(0.85)
    ? plain
    : random.pick(["", "b", "=_(x)+?'", " ", "--", "b".repeat(300), "ü"]);
  const type = random.pick(["mixed", "mixed", "alternative", "related", "signed", "report", "x-other"]);
  const parts = [part(workbooks, random, depth)];
  parts.push(...attachments(workbooks, random, depth).map((file) => attached(file, random)));
  const broken = random.chance(0.25) ? random.below(6) : -1;
  const head = `Content-Type: multipart/${type}${broken === 0 ? "" : `; boundary="${boundary}"`}\r\n\r\n`;
  const pieces = parts.flatMap((each, index) => {
    const line = `--${broken === 1 && index > 0 ? `${boundary}x` : boundary}${broken === 2 ? "--" : ""}`;
    return [Buffer.from(`${line}\r\n${broken === 3 ? line : ""}`), each, Buffer.from("\r\n")];
  });
  const end = broken === 4 ? "" : `--${boundary}${broken === 5 ? "" : "--"}\r\n`;
  return Buffer.concat([Buffer.from(head), ...pieces, Buffer.from(end)]);
}

function attachments(workbooks: readonly Seed[], random: Random, depth: number): Attachment[] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => attachment(workbooks, random, depth));
}

/** A workbook, unchanged, edited or damaged; or another container with one. */
function attachment(workbooks: readonly Seed[], random: Random, depth: number): Attachment {
  const name = attachmentName(random);
  if (depth > 0 && random.chance(0.25)) {
    const inner = () => mime(workbooks, random, depth - 2);
    const files = () => [attachment(workbooks, random, depth - 2)];
    const [usual, bytes] = random.pick<() => [string, Buffer]>([
      () => ["winmail.dat", tnef(...files())],
      () => ["winmail.dat", mutateBytes(tnef(...files()), random)],
      () => [
        "smime.p7m",
        cms(random.pick(["signed", "signed", "compressed", "enveloped"]), inner(), random.chance(0.5)),
      ],
      () => ["smime.p7m", mutateBytes(cms("signed", inner()), random)],
      () => ["all.zip", buildZip(files().map((file) => ({ ...file, stored: true })))],
      () => ["mail.eml", inner()],
      () => ["mail.msg", msg(...files())],
    ])();
    return { name: random.chance(0.8) ? usual : name, bytes };
  }
  const seed = random.pick(workbooks);
  const roll = random.next();
  if (roll < 0.4) return { name, bytes: seed.bytes };
  return { name, bytes: roll < 0.7 && isEditable(seed) ? editWorkbook(seed, random) : mutate(seed, random) };
}

const HOSTILE_NAMES = [
  "../../../../etc/cron.d/cmrt.xlsx",
  "C:\\Windows\\cmrt.xlsx",
  "\\\\server\\share\\cmrt.xlsx",
  "con.xlsx",
  "cmrt.xlsx\r\nContent-Type: text/html",
  "cmrt.xlsx.exe",
  ".xlsx",
  "~$cmrt.xlsx",
  "cmrt\u202exslx.exe",
  "=cmd|'/c calc'!A1.xlsx",
  "a/".repeat(300),
  `${"ü".repeat(300)}.xlsx`,
];

function attachmentName(random: Random): string {
  if (random.chance(0.75))
    return random.pick(["acme.xlsx", "CMRT 2016.xls", "bolt (1).xlsx", "x.bin", "x.ods"]);
  return random.pick(random.chance(0.7) ? HOSTILE_NAMES : NASTY_TEXTS);
}

/** An attachment with a header that names it in one of the possible ways. */
function attached({ name, bytes }: Attachment, random: Random): Buffer {
  const type = random.pick([
    "application/octet-stream",
    "application/vnd.ms-excel",
    "application/ms-tnef",
    "application/pkcs7-mime; smime-type=signed-data",
    "text/plain",
    "message/partial; number=1; total=2",
    "image/png",
    "",
  ]);
  const percent = [...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const disposition = random.pick([
    `attachment; filename="${name}"`,
    `attachment; filename=${name}`,
    `inline; filename="${name.replace(/["\\]/g, "\\$&")}"`,
    `attachment; filename*=UTF-8''${percent}`,
    `attachment; filename*0*=x-unknown''${percent.slice(0, 9)}; filename*1="${name}"; filename*9=x`,
    `attachment; filename="=?utf-8?B?${Buffer.from(name).toString("base64")}?="`,
    "attachment",
    "",
  ]);
  const head = `Content-Type: ${type}${random.chance(0.3) ? `; name="${name}"` : ""}\r\nContent-Disposition: ${disposition}\r\n`;
  return encoded(head, bytes, random);
}

/** A header and a content in some transfer encoding, which the header usually declares correctly. */
function encoded(head: string, bytes: Buffer, random: Random): Buffer {
  const encoding = random.chance(0.7)
    ? "base64"
    : random.pick(["quoted-printable", "8bit", "binary", "7bit", "x-uuencode"]);
  const said = random.chance(0.93)
    ? encoding
    : random.pick(["base64", "quoted-printable", "BASE 64", "x-gzip"]);
  const content = Buffer.from(ENCODE[encoding as keyof typeof ENCODE]?.(bytes, random) ?? bytes);
  return Buffer.concat([Buffer.from(`${head}Content-Transfer-Encoding: ${said}\r\n\r\n`), content]);
}

const ENCODE = {
  base64(bytes: Buffer, random: Random): string {
    const text = bytes.toString("base64");
    switch (random.below(8)) {
      case 0:
        return text;
      case 1:
        return text.replace(/=+$/, "");
      case 2:
        return `${text.slice(0, text.length / 2)}==${text.slice(text.length / 2)}`;
      case 3:
        return text.replace(/.{60}/g, "$&\r\n * ");
      default:
        return text.replace(/.{76}/g, "$&\r\n");
    }
  },
  "quoted-printable": (bytes: Buffer, random: Random): string => {
    const text = bytes
      .toString("latin1")
      .replace(/[^ -<>-~]/g, escapedByte)
      .replace(/.{1,70}/g, "$&=\r\n");
    return random.chance(0.2) ? `${text}=G1=\r\n=` : text;
  },
  "x-uuencode": (bytes: Buffer): string => uuencode({ name: "acme.xlsx", bytes }),
};

function escapedByte(character: string): string {
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
