import { describe, expect, test } from "vitest";
import { readScheme, readStatus, statusClass } from "../../src/domain/status-words.ts";

describe("readStatus", () => {
  test.each([
    ["Conformant", { class: "conformant" }],
    ["CFSP Compliant", { class: "conformant", scheme: "RMAP" }],
    ["RMAP - Conformant", { class: "conformant", scheme: "RMAP" }],
    ["Conformant - LBMA", { class: "conformant", scheme: "LBMA", crossRecognised: true }],
    ["Conformant (LBMA Responsible Gold)", { class: "conformant", scheme: "LBMA", crossRecognised: true }],
    ["RMAP Conformant (RJC)", { class: "conformant", scheme: "RJC", crossRecognised: true }],
    ["Conformant (cross-recognised)", { class: "conformant", crossRecognised: true }],
    ["Cross-Recognized: RJC CoC", { class: "conformant", scheme: "RJC", crossRecognised: true }],
    ["TI-CMC Active", { class: "active", scheme: "TI-CMC", crossRecognised: true }],
    ["Active (re-audit in progress)", { class: "active", reassessing: true }],
    ["Conformant, re-audit pending", { class: "conformant", reassessing: true }],
    ["Active - CAP", { class: "active" }],
    ["合规", { class: "conformant" }],
    ["ACTIVE – Reassessment in process", { class: "active", reassessing: true }],
    ["Conformant*", { class: "conformant" }],
    ["Conformant (Re-audit in progress)", { class: "conformant", reassessing: true }],
    ["Active (Pre-Audit)", { class: "active" }],
    ["Audit in progress", { class: "active" }],
    ["Non-Conformant", { class: "other" }],
    ["Outreach Required", { class: "other" }],
    ["Communication Suspended – Not Interested", { class: "other" }],
  ])("knows %j", (text, expected) => {
    expect(readStatus(text)).toEqual({ ...expected, known: true });
  });

  test.each([
    ["a word that changes the class", "Conformant until 2023"],
    ["a class that is gone", "formerly conformant"],
    ["a denial in other words", "no longer active"],
    ["two classes", "Active, formerly Conformant"],
    ["two classes of two schemes", "RMAP Active / LBMA Conformant"],
    ["two schemes beside RMAP", "Conformant LBMA RJC"],
    ["a class in a longer word", "conformants"],
    ["a phase of an assessment that is over", "Conformant (pre-audit)"],
    ["a scheme alone", "LBMA"],
    ["nothing", ""],
  ])("does not know %s", (_, text) => {
    expect(readStatus(text)).toEqual({ class: "other" });
  });

  test("a status takes its class from words alone", () => {
    expect(statusClass("conformant")).toBe("conformant");
    expect(statusClass("nonconformant")).toBe("other");
  });
});

test("a scheme is read where a text names it and nothing else", () => {
  expect(readScheme("LBMA")).toBe("LBMA");
  expect(readScheme("Responsible Jewellery Council")).toBe("RJC");
  expect(readScheme("rmap")).toBe("RMAP");
  expect(readScheme("Yes")).toBeUndefined();
  expect(readScheme("conformant")).toBeUndefined();
});
