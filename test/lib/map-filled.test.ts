import { describe, expect, it } from "vitest";
import { mapFilled } from "../../src/lib/map-filled.ts";

describe("mapping a list that is not empty", () => {
  it("maps every item, in order", () => {
    expect(mapFilled([1], (one) => one * 2)).toEqual([2]);
    expect(mapFilled([3, 1, 2], String)).toEqual(["3", "1", "2"]);
  });
});
