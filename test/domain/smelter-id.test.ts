import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currentId,
  idDigits,
  idOfDigits,
  isCurrentId,
  isLegacyId,
  readSmelterId,
  spelledByLegacyId,
} from "../../src/domain/smelter-id.ts";

test.each([
  ["CID000438", "CID000438"],
  ["cid000438", "CID000438"],
  [" CID 000438 ", "CID000438"],
  ["CID-000438", "CID000438"],
  ["CID: 000438", "CID000438"],
  ["CID#000438", "CID000438"],
  ["ＣＩＤ０００４３８", "CID000438"],
  ["CID\u00ad000438", "CID000438"],
  ["1deu001", "1DEU001"],
  ["1-DEU-001", "1DEU001"],
  ["CID00438", undefined],
  ["CID0004381", undefined],
  ["5DEU001", undefined],
  ["000438", undefined],
  ["", undefined],
])("%j is read as %s", (text, id) => {
  expect(readSmelterId(text)?.id).toBe(id);
});

test("a 2.x ID names the one that replaced it, where there is one", () => {
  expect(readSmelterId("2BOL010")).toEqual({ id: "2BOL010", legacy: true, successor: "CID000438" });
  expect(readSmelterId("1ZZZ999")).toEqual({ id: "1ZZZ999", legacy: true });
  expect([currentId("2BOL010"), currentId("1ZZZ999"), currentId("CID000438")]).toEqual([
    "CID000438",
    "1ZZZ999",
    "CID000438",
  ]);
  expect(spelledByLegacyId("2BOL010")).toEqual({ metal: "tin", country: "BOL" });
});

test("the digits of what was meant to be an ID", () => {
  const inColumn = ["CID438", "438", "CID-000438", "0000438", "CIDOO0438", "12", "EM Vinto"];
  expect(inColumn.map((text) => idDigits(text))).toEqual([
    "438",
    "438",
    "000438",
    "0000438",
    "000438",
    undefined,
    undefined,
  ]);
  const inName = ["EM Vinto CID000438", "000438 EM Vinto", "Vinto 438", "438", "EM Vinto"];
  expect(inName.map((text) => idDigits(text, true))).toEqual([
    "000438",
    "000438",
    undefined,
    "438",
    undefined,
  ]);
  expect(idOfDigits("438")).toBe("CID000438");
});

test("what is read is written as lists write it, and reading it again changes nothing", () => {
  const typed = fc.stringMatching(/^[cC][iI][dD][ .:#_-]{0,2}\d{6}$|^[1-4][a-zA-Z]{3}[ -]?\d{3}$/);
  fc.assert(
    fc.property(typed, (text) => {
      const read = readSmelterId(text);
      expect(read && (isCurrentId(read.id) || isLegacyId(read.id))).toBe(true);
      expect(readSmelterId(read?.id ?? "")).toEqual(read);
    }),
  );
});
