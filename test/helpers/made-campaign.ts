// A workspace folder with the workbooks of the invented campaign.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** The committed workbooks of the invented campaign. */
export const RESPONSES = join(import.meta.dirname, "..", "..", "fixtures", "responses-2016");

/** A new folder with the campaign's workbooks in `responses/`, removed after the current test. */
export function madeCampaign(): string {
  const root = temporaryFolder();
  cpSync(RESPONSES, join(root, "responses"), { recursive: true });
  return root;
}
