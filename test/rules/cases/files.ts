import type { UnreadableFile } from "../../../src/model/workbook.ts";
import { type Cases, inList, on, VINTO } from "./case.ts";

const file = (kind: UnreadableFile["unreadable"]["kind"]): UnreadableFile => ({
  path: "in/file.xlsx",
  container: null,
  sha256: null,
  bytes: 1,
  unreadable: { kind, reason: "It is what it is.", ask: "Ask." },
});

export const FILES: Cases = {
  "file-unreadable": [
    ["read", {}, []],
    [
      "damaged, encrypted, empty",
      { unreadable: [file("damaged"), file("encrypted"), file("empty")] },
      ["file error", "file error", "file error"],
    ],
    ["another template", { unreadable: [file("other-template")] }, []],
  ],
  "file-other-template": [
    ["read", {}, []],
    ["an EMRT", { unreadable: [file("other-template"), file("damaged")] }, ["file error"]],
  ],
  "not-a-cmrt": [
    ["read", {}, []],
    [
      "a price list, and one without its sheets",
      { unreadable: [file("not-a-cmrt"), file("missing-sheet")] },
      ["file error", "file error"],
    ],
  ],
  "file-duplicate": [
    ["once", { copies: [] }, []],
    [
      "under three names, one finding",
      { copies: [{ id: "1".repeat(64), files: ["a", "b", "c"] }] },
      ["file info"],
    ],
  ],
  "file-copied": [
    ["read", {}, []],
    ["another supplier's file", { unreadable: [file("copied"), file("damaged")] }, ["file error"]],
    [
      "beside a response of its own it is no gap",
      {
        supplier: "Acme",
        unreadable: [{ ...file("copied"), supplier: { key: "acme", name: "Acme" } }],
      },
      ["file info"],
    ],
  ],
  "blank-template": [
    ["filled in", {}, []],
    ["blank", { standing: "blank" }, ["file error"]],
    [
      "beside a declaration of the same supplier",
      { responses: [{ supplier: "Acme", standing: "blank" }, { supplier: "Acme" }] },
      ["file info"],
    ],
  ],
  "own-declaration-returned": [
    ["the supplier's own", {}, []],
    ["ours", { standing: "own" }, on("error", "D8")],
    [
      "beside the supplier's own",
      { responses: [{ supplier: "Acme", standing: "own" }, { supplier: "Acme" }] },
      on("info", "D8"),
    ],
  ],
  "template-version-unknown": [
    ["known", { version: "4.01b" }, []],
    ["newer, with the known labels", { version: "99.1" }, on("info", "J3")],
    [
      "newer, with other labels",
      { version: "99.1", notes: [{ kind: "labels", note: "The label of question 3 is another one." }] },
      on("warning", "J3"),
    ],
    ["between two that are known", { version: "6.35" }, on("warning", "J3")],
  ],
  "template-version-superseded": [
    ["the newest", {}, []],
    ["the newest on that day", { version: "6.4", today: "2025-04-24" }, []],
    ["a day later", { version: "6.4", today: "2025-04-25" }, on("info", "J3")],
    [
      "what came after the cut-off does not count",
      { version: "6.4", period: 2023, cutoff: "2024-05-31" },
      [],
    ],
  ],
  "template-version-too-old": [
    ["equal", { version: "4.20", settings: { thresholds: { minimumTemplateVersion: "4.2" } } }, []],
    [
      "older",
      { version: "4.10", settings: { thresholds: { minimumTemplateVersion: "4.2" } } },
      on("warning", "J3"),
    ],
  ],
  "template-shifted": [
    ["in place", {}, []],
    [
      "two rows, one finding",
      {
        version: "2.03",
        smelters: [VINTO, { ...VINTO, columns: { id: "A" } }, { ...VINTO, columns: { id: "A" } }],
      },
      inList("warning", "B6"),
    ],
  ],
  "cell-without-value": [
    ["another note", { notes: [{ at: "Declaration!D9", kind: "notUnderstood", note: "No choice." }] }, []],
    [
      "an error and an uncalculated formula",
      {
        notes: [
          { at: "Declaration!D26", kind: "noValue", note: "D26 (#REF!) shows an error." },
          { at: "Smelter List!C5", kind: "noValue", note: "C5 holds a formula." },
        ],
      },
      [...on("warning", "D26"), ...inList("warning", "C5")],
    ],
  ],
  "formulas-not-calculated": [
    ["calculated", {}, []],
    [
      "not calculated",
      { smelters: [VINTO, { ...VINTO, recovered: ["id", "country"] }] },
      inList("info", "F6"),
    ],
  ],
  "smelter-list-full": [
    ["four rows", {}, []],
    ["one row at the very end, below a gap", { smelters: [{ ...VINTO, row: 2504 }] }, []],
    ["full", { smelters: Array.from({ length: 2500 }, () => VINTO) }, inList("info", "B2504")],
  ],
  "checker-result-stale": [
    ["no Checker read", {}, []],
    ["right", { checker: { outstanding: "0", at: "Checker!D2" } }, []],
    [
      "one item too few",
      { company: { contactName: null }, checker: { outstanding: "0", at: "Checker!D2" } },
      on("info", "Checker!D2"),
    ],
    [
      "the cascade of an empty first answer",
      { answers: { gold: { used: null } }, checker: { outstanding: "8", at: "Checker!D2" } },
      [],
    ],
    [
      "an unknown ID breaks it",
      {
        smelters: [VINTO, { idInput: "CID999999", inOwnList: false }],
        checker: { outstanding: "#N/A", at: "Checker!D2" },
      },
      [],
    ],
    [
      "one open item per generation: 3.01 counts the phone",
      {
        version: "3.01",
        company: { authorizerPhone: null },
        policies: { publishesPolicy: { value: "yes", comment: "www.acme.example" } },
        checker: { outstanding: "1", at: "Checker!D2" },
      },
      [],
    ],
    [
      "4.x has a Checker that is not known",
      { version: "4.20", checker: { outstanding: "17", at: "Checker!D2" } },
      [],
    ],
  ],
  "second-sheet-not-used": [
    ["one of each kind", {}, []],
    [
      "a second declaration that answers otherwise, and lists that are likely meant",
      {
        unusedSheets: [
          { kind: "declaration", sheet: "Declaration (2)", instead: "Declaration", why: "otherAnswers" },
          { kind: "smelters", sheet: "Gold", instead: "Smelter List", why: "otherHeaders", rows: 1 },
          { kind: "products", sheet: "Products", instead: "Product List", why: "sharedRows", rows: 2 },
        ],
      },
      ["Declaration (2)!A1 warning", "Gold!A1 warning", "Products!A1 warning"],
    ],
    [
      "hidden, or of another year by its name",
      {
        unusedSheets: [
          { kind: "smelters", sheet: "Smelter List (2)", instead: "Smelter List", why: "hidden", rows: 3 },
          {
            kind: "smelters",
            sheet: "Smelter List 2023",
            instead: "Smelter List",
            why: "otherName",
            rows: 9,
          },
        ],
      },
      ["Smelter List (2)!A1 info", "Smelter List 2023!A1 info"],
    ],
    [
      "a hidden one that is filled in beside the blank one that was read",
      {
        unusedSheets: [
          {
            kind: "declaration",
            sheet: "Declaration (2)",
            instead: "Declaration",
            why: "hidden",
            insteadOfBlank: true,
          },
        ],
      },
      ["Declaration (2)!A1 warning"],
    ],
  ],
};
