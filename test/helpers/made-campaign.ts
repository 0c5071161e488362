// A workspace folder with the made campaign's workbooks in it.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** The committed workbooks of the made campaign. */
export const RESPONSES = join(import.meta.dirname, "..", "..", "fixtures", "responses-2016");

/** A fresh folder with the campaign's workbooks under `responses/`, removed after the current test. */
export function madeCampaign(): string {
  const root = temporaryFolder();
  cpSync(RESPONSES, join(root, "responses"), { recursive: true });
  return root;
}
