import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const PROCESS = "test/**/*.process.test.ts";
const ALONE = "test/**/*.alone.process.test.ts";
const LONG = "test/**/*.{corpus,long}.test.ts";

/** Long files first, so that no worker begins one when the others are done. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFast = ({ project }: TestSpecification) => project.name === "fast";
    return [...sorted.filter((file) => !isFast(file)), ...sorted.filter(isFast)];
  }
}

// The tiers. What takes its time says why in its name: it starts processes, reads real workbooks, or goes through very
// many made ones. Loading the program for each file would take longer than most tests, so that files share it; only those
// that replace modules do not.
export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    // No test takes long on an idle machine; a busy one is no fault.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // A larger place for new objects: workbooks make many that are soon left, and those of a small one are kept for long.
    execArgv: ["--max-semi-space-size=64"],
    // Modules are made ready for the tests once, not in each run and for each project.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: { name: "fast", include: ["test/**/*.test.ts"], exclude: [PROCESS, LONG], isolate: false },
      },
      { extends: true, test: { name: "long", include: [LONG], isolate: false } },
      { extends: true, test: { name: "process", include: [PROCESS], exclude: [ALONE], isolate: false } },
      { extends: true, test: { name: "alone", include: [ALONE] } },
    ],
  },
});
