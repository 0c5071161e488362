import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, parseSettings } from "../../src/forms/schemas.ts";
import { UsageError } from "../../src/lib/errors.ts";
import { LIMITS } from "../../src/model/limits.ts";

test("an empty file means the defaults", () => {
  expect(parseSettings("{}")).toEqual(DEFAULT_SETTINGS);
  expect(DEFAULT_SETTINGS.cutoff).toBe("05-31");
});

test("a byte-order mark in front is no fault", () => {
  expect(parseSettings('\uFEFF{"issuer":"Example Inc."}').issuer).toBe("Example Inc.");
});

test('"$schema" is for editors: any text is accepted, and no setting comes of it', () => {
  expect(parseSettings('{ "$schema": "./settings.schema.json" }')).toEqual(DEFAULT_SETTINGS);
  expect(() => parseSettings('{ "$schema": 1 }')).toThrow(/\$schema/);
});

test("every fault is named with its path in the file", () => {
  const text = JSON.stringify({
    severities: { "smelter-duplicate": "fatal" },
    off: { "language-not-english": " " },
    thresholds: { ageMonths: -1, minimumTemplateVersion: "newest" },
    cutoff: "31-05",
    isuer: "Example Inc.",
  });
  let message = "";
  try {
    parseSettings(text, "campaign/cmrt.json");
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    message = (error as Error).message;
  }
  expect(message).toContain("campaign/cmrt.json");
  for (const path of [
    "severities.smelter-duplicate",
    "off.language-not-english",
    "thresholds.ageMonths",
    "thresholds.minimumTemplateVersion",
    "cutoff",
    "isuer",
  ]) {
    expect(message).toContain(path);
  }
});

test("settings under a rule's former id are those of the rule, and are not set twice", () => {
  const parsed = parseSettings(
    JSON.stringify({
      severities: { "q1-answer-missing": "warning", "smelter-duplicate": "info" },
      off: { "q1-no-comment-missing": "known" },
    }),
  );
  expect(parsed.severities).toEqual({ "use-answer-missing": "warning", "smelter-duplicate": "info" });
  expect(parsed.off).toEqual({ "not-used-comment-missing": "known" });
  const twice = { severities: { "q1-answer-missing": "info", "use-answer-missing": "warning" } };
  expect(() => parseSettings(JSON.stringify(twice))).toThrow(
    'cmrt.json: severities sets "use-answer-missing" twice',
  );
});

test("text that is no JSON is a usage error", () => {
  expect(() => parseSettings("{issuer: 1}")).toThrow(UsageError);
});

test("limits are settings: those not given keep their default, and a slip is named", () => {
  expect(parseSettings('{ "limits": { "fileBytes": 1000 } }').limits).toEqual({ ...LIMITS, fileBytes: 1000 });
  expect(() => parseSettings('{ "limits": { "filebytes": 1000 } }')).toThrow(/filebytes/);
  expect(() => parseSettings('{ "limits": { "sheetCells": 0 } }')).toThrow(/limits\.sheetCells/);
});
