// Changes of a smelter list row that did not name a smelter.
import { expect, test } from "vitest";
import { diffSmelters } from "../../../src/campaign/diff/diff-smelters.ts";
import type { RowMatch } from "../../../src/model/match.ts";
import type { SmelterRow } from "../../../src/model/response.ts";
import { buildResponse } from "../../helpers/build-response.ts";

const RESPONSE = buildResponse();
const NOT_LISTED = { lookupName: "Smelter not listed" };
const kennametal = { lookupName: "Kennametal Huntsville", id: "CID000105" };

type Row = Partial<SmelterRow>;
const matched = (row: Row): { row: SmelterRow; match: RowMatch } => ({
  row: { row: 10, metal: "tungsten", ...row } as SmelterRow,
  match: {
    metal: "tungsten",
    kind: row.id === undefined ? "unmatched" : "id",
    ...(row.id === undefined ? {} : { id: row.id }),
    evidence: "",
    candidates: [],
    disagreements: [],
  } as RowMatch,
});

test.each<[string, Row, Row, string[]]>([
  [
    "a choice gets a name of no list",
    NOT_LISTED,
    { ...NOT_LISTED, name: "Valley Works" },
    ["in Valley Works"],
  ],
  ["an ID of no list gets a listed one", { idInput: "CID999999" }, kennametal, ["identified", "id"]],
  ["a choice gets a listed smelter", NOT_LISTED, kennametal, ["identified", "id"]],
  ["a choice stays", NOT_LISTED, NOT_LISTED, []],
  [
    "a name gives way to another one",
    { ...NOT_LISTED, name: "Hill Works" },
    kennametal,
    ["out Hill Works", "in Kennametal Huntsville"],
  ],
])("%s", (_, was, is, expected) => {
  const pairs = [{ before: matched(was), after: matched(is) }];
  const changes = diffSmelters(RESPONSE, RESPONSE, { pairs, in: [], out: [] });
  const told = changes.map(({ kind, name }) => (kind === "in" || kind === "out" ? `${kind} ${name}` : kind));
  expect(told).toEqual(expected);
});
