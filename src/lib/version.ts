import { ownFile } from "./own-files.ts";

/** The version of this package, from its package.json. */
export function version(): string {
  return (JSON.parse(ownFile("package.json").toString("utf8")) as { version: string }).version;
}
