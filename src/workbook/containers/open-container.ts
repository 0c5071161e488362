// Opens containers that are read as a whole. Damaged ones can keep libraries busy, so this must be called where it can
// be stopped.
import type { Limits } from "../../model/limits.ts";
import { isMessage, mayBeMessage } from "../legacy/open-ole.ts";
import { type ContainerKind, sniff } from "../sources/sniff.ts";
import { isAppleDouble } from "./apple-file.ts";
import { ContainerLimits } from "./container-limits.ts";
import type { Member } from "./member.ts";

type Open = (bytes: Buffer, limits: Limits) => Member[] | Promise<Member[]>;

/** Each reader is loaded when the first container of its kind is opened. */
const OPEN: Readonly<Record<ContainerKind, () => Promise<Open>>> = {
  mail: async () => (await import("./mail.ts")).mailMembers,
  mailbox: async () => (await import("./mailbox.ts")).mailboxMembers,
  tnef: async () => (await import("./tnef.ts")).tnefMembers,
  smime: async () => (await import("./smime.ts")).smimeMembers,
  uuencode: async () => {
    const { uuencodedFiles } = await import("./uuencode.ts");
    return (bytes) => uuencodedFiles(bytes.toString("latin1"));
  },
  "apple-single": async () => (await import("./apple-file.ts")).appleSingleMembers,
  "mac-binary": async () => (await import("./apple-file.ts")).macBinaryMembers,
  gzip: async () => (await import("./gzip.ts")).gzipMembers,
  archive: async () => (await import("./archive.ts")).archiveMembers,
};

/** Whether the bytes look like a container that `openContainer` opens, by a quick check. */
export function mayBeContainer(bytes: Buffer): boolean {
  const { type } = sniff(bytes);
  return type === "container" || (type === "ole" && mayBeMessage(bytes));
}

/**
 * The files in a container; undefined if the bytes are not one. Throws UnreadableError if they are invalid, encrypted,
 * or exceed the limits.
 */
export async function openContainer(bytes: Buffer, limits: Limits): Promise<Member[] | undefined> {
  const content = sniff(bytes);
  let open: Open;
  if (content.type === "container") open = await OPEN[content.kind]();
  else if (await isMessage(bytes)) open = (await import("./outlook.ts")).outlookMembers;
  else return undefined;
  const members = await open(bytes, limits);
  const allowed = new ContainerLimits(limits, bytes.length);
  return members.map((member) => {
    if ("unreadable" in member) return member;
    allowed.add(member.bytes.length);
    return { ...member, trimming: member.trimming === true || isAppleDouble(member.bytes) };
  });
}
