// A process that runs cases: reading in the process, which is fast, or in a worker that can be stopped, as for users.
import { fuzzCase, runCase } from "./fuzz-case.ts";
import { GUARD } from "./guard.ts";
import { loadProgram } from "./program.ts";
import { allSeeds } from "./seeds.ts";
import { serveCases } from "./serve-cases.ts";

const [how, seed, fileSeconds] = process.argv.slice(2);
const [seeds, program] = await Promise.all([allSeeds(), loadProgram()]);
const options = {
  limits: { ...program.DEFAULT_SETTINGS.limits, ...GUARD, fileSeconds: Number(fileSeconds) },
};
const reader = how === "guarded" ? program.openReader(options, { workers: 1 }) : program.readerHere(options);
serveCases((number) => {
  const each = fuzzCase(seeds, Number(seed), number);
  return { kind: each.kind, run: () => runCase(each, program, reader) };
});
