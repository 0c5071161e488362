// The parts of the built program that fuzzing drives: its own modules, so that workers and errors are the real ones.
import { builtModule } from "../helpers/built.ts";

/** Loads the built program (npm run build). */
export async function loadProgram() {
  const [errors, workbook, response, settings, sniff, reader, all, evaluation, ...edited] = await Promise.all(
    [
      builtModule<typeof import("../../src/errors.ts")>("errors"),
      builtModule<typeof import("../../src/model/workbook.ts")>("model/workbook"),
      builtModule<typeof import("../../src/model/response.ts")>("model/response"),
      builtModule<typeof import("../../src/model/settings.ts")>("model/settings"),
      builtModule<typeof import("../../src/workbook/sniff.ts")>("workbook/sniff"),
      builtModule<typeof import("../../src/commands/open-reader.ts")>("commands/open-reader"),
      builtModule<typeof import("../../src/commands/read-all.ts")>("commands/read-all"),
      builtModule<typeof import("../../src/commands/evaluate.ts")>("commands/evaluate"),
      builtModule<typeof import("../../src/campaign/parse-roster.ts")>("campaign/parse-roster"),
      builtModule<typeof import("../../src/rules/accepted.ts")>("rules/accepted"),
      builtModule<typeof import("../../src/match/decisions.ts")>("match/decisions"),
      builtModule<typeof import("../../src/rollup/products.ts")>("rollup/products"),
      builtModule<typeof import("../../src/commands/read-list-file.ts")>("commands/read-list-file"),
    ],
  );
  const [roster, accepted, decisions, products, lists] = edited;
  return {
    ...errors,
    ...workbook,
    ...response,
    ...settings,
    ...sniff,
    ...reader,
    ...all,
    ...evaluation,
    ...roster,
    ...accepted,
    ...decisions,
    ...products,
    ...lists,
  };
}

export type Program = Awaited<ReturnType<typeof loadProgram>>;
