import { type CheckReport, checkAnswer } from "./check-report.ts";

const FINDINGS_PER_PIECE = 500;

/** Renders `cmrt check --format json`: every finding with its facts, in pieces, as it may be long. */
export function* renderCheckJson(report: CheckReport): Generator<Uint8Array> {
  const { findings, notRun, acceptedGone, summary, families, ...before } = checkAnswer(report);
  const after = { notRun, acceptedGone, summary, ...(families === undefined ? {} : { families }) };
  yield Buffer.from(`${lines(before).slice(0, -"\n}".length)},\n  "findings": [`, "utf8");
  for (let first = 0; first < findings.length; first += FINDINGS_PER_PIECE) {
    const some = lines(findings.slice(first, first + FINDINGS_PER_PIECE)).slice("[".length, -"\n]".length);
    yield Buffer.from(`${first === 0 ? "" : ","}${some.replaceAll("\n", "\n  ")}`, "utf8");
  }
  yield Buffer.from(`${findings.length === 0 ? "]" : "\n  ]"},${lines(after).slice("{".length)}\n`, "utf8");
}

function lines(value: object): string {
  return JSON.stringify(value, null, 2);
}
