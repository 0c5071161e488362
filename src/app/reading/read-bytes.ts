// Reads a file that a person named, such as a template or a table.
import { UsageError } from "../../lib/errors.ts";
import { findFiles } from "../../workbook/sources/find-files.ts";
import { notAccessible } from "./read-all.ts";

/** The bytes of a file. Throws UsageError if the path is not a file or cannot be read. */
export async function readBytes(path: string, cwd: string): Promise<Buffer> {
  const { files } = await findFiles([path], cwd);
  const [file] = files;
  if (files.length !== 1 || file === undefined) throw new UsageError(`${path} is not a file.`);
  try {
    return await file.read();
  } catch (error) {
    throw new UsageError(`${path}: ${notAccessible(error).reason}`);
  }
}
