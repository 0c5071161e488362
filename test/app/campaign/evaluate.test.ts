import { expect, test } from "vitest";
import { METALS } from "../../../fixtures/cmrt.ts";
import type { CampaignList } from "../../../src/app/campaign/campaign-lists.ts";
import { evaluate } from "../../../src/app/campaign/evaluate.ts";
import type { Campaign } from "../../../src/app/campaign/load-campaign.ts";
import { DEFAULT_SETTINGS } from "../../../src/forms/schemas.ts";
import type { ReferenceList } from "../../../src/model/reference.ts";
import type { Response } from "../../../src/model/response.ts";

import { buildList } from "../../helpers/build-list.ts";
import { buildResponse, LISTED } from "../../helpers/build-response.ts";

function list(version: string, asOf: string, without: string[] = []): ReferenceList {
  // Adds another facility to those in the responses, so that they do not name the complete list.
  const rows = METALS.filter((metal) => !without.includes(metal)).flatMap((metal, index) => {
    const { name, country, id } = LISTED[metal];
    return [
      `${metal} | ${name} | ${name} | ${country} | ${id}`,
      `${metal} | Other ${metal} | Other ${metal} | DE | CID99999${index}`,
    ];
  });
  const source = { file: "read first", templateVersion: version, sha256: "", rows: rows.length };
  return buildList(rows, { name: `CMRT ${version}`, asOf, source });
}

function campaign(responses: Response[], lists: CampaignList[] = [], withdrawn: string[] = []): Campaign {
  return { responses, lists, withdrawn: new Set(withdrawn), unreadable: [], copies: [] };
}

const OPTIONS = { today: "2025-12-01", settings: DEFAULT_SETTINGS };
const ACME = buildResponse({ id: "a".repeat(64), file: "acme.xlsx" });
const BOLT = buildResponse({
  id: "b".repeat(64),
  file: "bolt.xlsx",
  company: { companyName: "Bolt & Sons", authorizerName: null },
});

test("responses are selected, matched, checked and put in a state", () => {
  const older = buildResponse({
    id: "c".repeat(64),
    file: "old.xlsx",
    company: { effectiveDate: { value: "2025-02-01" } },
    answers: { tin: { allSmeltersIdentified: "no" } },
  });
  const evaluation = evaluate(
    campaign([BOLT, ACME, older], [{ list: list("6.5", "2025-04-25"), files: ["acme.xlsx"] }]),
    { ...OPTIONS, period: 2025 },
  );
  expect(evaluation.responses.map(({ response, state }) => `${response.source.path} ${state}`)).toEqual([
    "old.xlsx superseded",
    "acme.xlsx valid",
    "bolt.xlsx invalid",
  ]);
  expect(evaluation.responses[1]?.matches.map((match) => match.id)).toEqual(
    METALS.map((metal) => LISTED[metal].id),
  );
  expect(evaluation.responses[2]?.findings.map((finding) => finding.severity)).toContain("error");
  expect(evaluation.cutoff).toBe("2026-05-31");
});

test("the newest look-up sheet counts, the one that most workbooks of its version have", () => {
  const own: CampaignList[] = [
    { list: list("6.31", "2023-05-26"), files: ["a.xlsx", "b.xlsx", "c.xlsx"] },
    { list: list("6.5", "2025-04-25", ["gold"]), files: ["changed.xlsx"] },
    { list: list("6.5", "2025-04-25"), files: ["d.xlsx", "e.xlsx"] },
  ];
  for (const lists of [own, [...own].reverse()]) {
    const { reference } = evaluate(campaign([ACME], lists), OPTIONS);
    expect(reference?.list.name).toBe("CMRT 6.5");
    expect(reference?.list.entries).toHaveLength(8);
    expect(reference?.why).toContain(
      "the same sheet is in 1 more workbook; 1 workbook of this version with another sheet",
    );
  }
});

test("without any list nothing is matched", () => {
  const { reference, responses } = evaluate(campaign([ACME]), OPTIONS);
  expect(reference).toBeNull();
  expect(responses[0]?.matches.map((match) => match.kind)).toEqual(["none", "none", "none", "none"]);
});

test("a withdrawn response is listed and not checked", () => {
  const { responses, findings } = evaluate(campaign([BOLT], [], [BOLT.id]), OPTIONS);
  expect(responses.map(({ state }) => state)).toEqual(["withdrawn"]);
  expect(findings).toEqual([]);
});

test("the order of the responses changes nothing", () => {
  const lists: CampaignList[] = [{ list: list("6.5", "2025-04-25"), files: ["acme.xlsx"] }];
  const one = evaluate(campaign([ACME, BOLT], lists), OPTIONS);
  const two = evaluate(campaign([BOLT, ACME], lists), OPTIONS);
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
});
