// LibreOffice, if installed: another program that saves workbooks.
import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Whether its command, soffice, is available. */
export function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Saves workbooks in a format ("xlsx", "ods", "xls") to `folder`/<format> and returns that folder. */
export async function saveByOffice(
  paths: readonly string[],
  format: string,
  folder: string,
): Promise<string> {
  const saved = join(folder, format);
  // A separate profile, as the user's may be in use.
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await promisify(execFile)("soffice", [
    profile,
    "--headless",
    "--convert-to",
    format,
    "--outdir",
    saved,
    ...paths,
  ]);
  return saved;
}
