// Saved mails with attachments, for tests.
import XLSX from "@e965/xlsx";

/** A mail with these attachments. */
export function eml(...attachments: { name: string; bytes: Buffer; headers?: string }[]): Buffer {
  const parts = attachments.map(
    ({ name, bytes, headers }) =>
      `--b\r\n${headers ?? "Content-Type: application/octet-stream\r\nContent-Disposition: attachment"}; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64")}\r\n`,
  );
  return Buffer.from(
    `Received: from example.org\r\nFrom: a@example.org\r\nMIME-Version: 1.0\r\nSubject: CMRT\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n${parts.join("")}--b--\r\n`,
  );
}

/** A message as saved by Outlook, with the properties that name and contain attachments (MS-OXMSG). */
export function msg(...attachments: { name: string; bytes: Buffer }[]): Buffer {
  const { CFB } = XLSX;
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/__properties_version1.0", Buffer.alloc(32));
  for (const [index, { name, bytes }] of attachments.entries()) {
    const storage = `/__attach_version1.0_#${index.toString(16).padStart(8, "0")}`;
    CFB.utils.cfb_add(file, `${storage}/__properties_version1.0`, Buffer.alloc(8));
    CFB.utils.cfb_add(file, `${storage}/__substg1.0_3707001F`, Buffer.from(name, "utf16le"));
    CFB.utils.cfb_add(file, `${storage}/__substg1.0_37010102`, bytes);
  }
  return CFB.write(file, { type: "buffer" }) as Buffer;
}
