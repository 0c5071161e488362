import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/lib/errors.ts";
import { readDecisions } from "../../src/match/decisions.ts";
import { createMatcher, type ReportedSmelter } from "../../src/match/matcher.ts";
import { buildList } from "../helpers/build-list.ts";

const LIST = buildList([
  "Gold | Dowa | Dowa | JAPAN | CID000401 | Kosaka",
  "Gold | Kazzinc | Kazzinc | KAZAKHSTAN | CID000957 | Ust-Kamenogorsk",
  "Tin | Minsur | Minsur | PERU | CID001182 | Paracas",
]);
const EARLIER = buildList(["Gold | Doduco | Doduco | GERMANY | CID000362"], {
  name: "CMRT 6.1",
  asOf: "2021-04-28",
});
const HEADER = "metal,reported_name,country,smelter_id,reason,by,date";

function match(lines: readonly string[], row: ReportedSmelter) {
  const { decisions } = readDecisions([HEADER, ...lines].join("\n"));
  return createMatcher(LIST, { earlier: [EARLIER], decisions }).match(row);
}

describe("a saved decision", () => {
  test("stands above name and ID, whatever the spelling, and names who decided", () => {
    const line = "gold,Kazzinc trader,,CID000401,asked them,Ada,2025-06-01";
    expect(match([line], { metal: "gold", name: "KAZZINC  Trader", id: "CID000957" })).toMatchObject({
      kind: "decided",
      id: "CID000401",
      standardName: "Dowa",
      evidence: "decided by Ada on 2025-06-01: asked them; CID000401 is listed for gold as Dowa on CMRT 6.5",
    });
  });

  test("holds for its metal and its country only; one without a country for every country", () => {
    const lines = ["gold,Acme,JAPAN,CID000401,,,", "gold,Acme,,not a smelter,,,"];
    expect(match(lines, { metal: "gold", name: "Acme", country: "JP" }).id).toBe("CID000401");
    expect(match(lines, { metal: "gold", name: "Acme", country: "CN" }).kind).toBe("notSmelter");
    expect(match(lines, { metal: "tin", name: "Acme" }).kind).not.toBe("decided");
  });

  test("may be on an ID where there is no name", () => {
    expect(match(["gold,CID999999,,CID000401,,,"], { metal: "gold", id: "CID999999" }).id).toBe("CID000401");
  });

  test("whose facility has left the list, or stands on none, says so", () => {
    const gone = match(["gold,Acme,,CID000362,,,"], { metal: "gold", name: "Acme" });
    expect(gone).toMatchObject({ kind: "decided", id: "CID000362", removed: { list: "CMRT 6.1" } });
    expect(gone.evidence).toBe(
      "decided; CID000362 is listed for gold as Doduco on the earlier CMRT 6.1 of 2021-04-28, not on any later list",
    );
    expect(match(["gold,Acme,,CID999999,,,"], { metal: "gold", name: "Acme" }).evidence).toBe(
      "decided; CID999999 is not on any available list",
    );
  });

  test("on a facility of another metal is told", () => {
    expect(match(["gold,Acme,,CID001182,,,"], { metal: "gold", name: "Acme" }).disagreements).toEqual([
      { kind: "otherMetal", id: "CID001182", metal: "tin" },
    ]);
  });
});

describe("the file", () => {
  test("is read with its columns in any order, semicolons, a byte order mark, capitals and blanks in the header", () => {
    const text = "\uFEFFReported name;Metal;Smelter ID\r\n\r\nAcme; Gold ;cid000401\r\n";
    expect(readDecisions(text)).toEqual({
      faults: [],
      decisions: [
        { metal: "gold", reportedName: "Acme", id: "CID000401", reason: "", by: "", date: "", line: 3 },
      ],
    });
  });

  test("gives faults with their lines and keeps the other lines", () => {
    const { decisions, faults } = readDecisions(
      [
        HEADER,
        "water,Acme,,CID000401,,,",
        "gold,,,CID000401,,,",
        "gold,Acme,Atlantis,CID000401,,,",
        "gold,Acme,,CID4O1,,,",
        "gold,Acme,,CID000401,,,",
        "gold,ACME,,CID000957,,,",
        "gold,acme,,CID000401,,,",
      ].join("\n"),
    );
    expect(decisions.map(({ line }) => line)).toEqual([6]);
    expect(faults).toEqual([
      { line: 2, fault: '"water" is not a metal that a template asks about' },
      { line: 3, fault: "the reported name is missing" },
      { line: 4, fault: '"Atlantis" is not a country' },
      { line: 5, fault: '"CID4O1" is neither a smelter ID nor "not a smelter"' },
      { line: 7, fault: 'line 6 decides differently on "ACME"; the first line applies' },
    ]);
  });

  test("may be written by cmrt and added to in an editor that ends lines otherwise", () => {
    const text = `\uFEFF${HEADER}\r\ngold,"Acme, Ltd",,CID000401,,,\r\ngold,Bolt,,CID000957,,,\ntin,The "Cog" works,,not a smelter\rwater,x\n,,,\n`;
    const { decisions, faults } = readDecisions(text);
    expect(decisions.map(({ line, reportedName, id }) => [line, reportedName, id])).toEqual([
      [2, "Acme, Ltd", "CID000401"],
      [3, "Bolt", "CID000957"],
      [4, 'The "Cog" works', null],
    ]);
    expect(faults).toEqual([{ line: 5, fault: '"water" is not a metal that a template asks about' }]);
  });

  test("without its columns is refused; an empty one decides nothing", () => {
    expect(() => readDecisions("a,b\n1,2\n")).toThrow(UsageError);
    expect(readDecisions("")).toEqual({ decisions: [], faults: [] });
    expect(readDecisions(`${HEADER}\n`)).toEqual({ decisions: [], faults: [] });
  });
});
