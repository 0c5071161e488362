import { ownFile } from "./own-files.ts";

const read = new Map<string, string>();

/**
 * The text of a file that the build makes for the browser, by its name in `dist/client`. Throws if the
 * checkout has not been built.
 */
export function clientFile(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  try {
    const text = ownFile(`dist/client/${name}`).toString("utf8");
    read.set(name, text);
    return text;
  } catch (cause) {
    throw new Error(`dist/client/${name} is missing. Run: npm run build`, { cause });
  }
}
