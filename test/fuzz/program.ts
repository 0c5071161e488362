// The parts of the built program used by fuzzing: its own modules, so that workers and errors are the real ones.
import type { Reader } from "../../src/app/reading/open-reader.ts";
import type { OpenOptions } from "../../src/workbook/open-workbook.ts";
import { builtModule } from "../helpers/built.ts";

/** What is needed to read a case. */
export type CaseReader = Pick<Reader, "read" | "unpack">;

/** Loads the built program (npm run build). */
export async function loadProgram() {
  const [errors, workbook, schemas, sniff, reader, content, unpack, all, evaluation, ...edited] =
    await Promise.all([
      builtModule<typeof import("../../src/lib/errors.ts")>("lib/errors"),
      builtModule<typeof import("../../src/model/workbook.ts")>("model/workbook"),
      builtModule<typeof import("../../src/forms/schemas.ts")>("forms/schemas"),
      builtModule<typeof import("../../src/workbook/sources/sniff.ts")>("workbook/sources/sniff"),
      builtModule<typeof import("../../src/app/reading/open-reader.ts")>("app/reading/open-reader"),
      builtModule<typeof import("../../src/app/reading/read-content.ts")>("app/reading/read-content"),
      builtModule<typeof import("../../src/workbook/sources/unpack-files.ts")>(
        "workbook/sources/unpack-files",
      ),
      builtModule<typeof import("../../src/app/reading/read-all.ts")>("app/reading/read-all"),
      builtModule<typeof import("../../src/app/campaign/evaluate.ts")>("app/campaign/evaluate"),
      builtModule<typeof import("../../src/campaign/parse-roster.ts")>("campaign/parse-roster"),
      builtModule<typeof import("../../src/rules/support/accepted.ts")>("rules/support/accepted"),
      builtModule<typeof import("../../src/match/decisions.ts")>("match/decisions"),
      builtModule<typeof import("../../src/rollup/products.ts")>("rollup/products"),
      builtModule<typeof import("../../src/app/lists/read-list-file.ts")>("app/lists/read-list-file"),
      builtModule<typeof import("../../src/campaign/request-log.ts")>("campaign/request-log"),
    ]);
  const [roster, accepted, decisions, products, lists, requests] = edited;
  return {
    ...errors,
    ...workbook,
    ...schemas,
    ...sniff,
    ...reader,
    ...all,
    ...evaluation,
    ...roster,
    ...accepted,
    ...decisions,
    ...products,
    ...lists,
    ...requests,
    /** Reads in this process, with the functions that a worker calls: nothing stops a hanging file. */
    readerHere: (options: OpenOptions): CaseReader => ({
      read: (file) => content.readContent(file, options),
      unpack: (found) => unpack.unpackFiles(found, options),
    }),
  };
}

export type Program = Awaited<ReturnType<typeof loadProgram>>;
