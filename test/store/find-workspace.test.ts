import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findWorkspace } from "../../src/store/find-workspace.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test("the nearest parent with a store is the workspace", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "campaign", ".cmrt"), { recursive: true });
  mkdirSync(join(root, "campaign", "responses", "deep"), { recursive: true });
  expect(findWorkspace(join(root, "campaign", "responses", "deep"))).toBe(join(root, "campaign"));
});

test("without a store anywhere above it is the current folder", () => {
  const root = temporaryFolder();
  expect(findWorkspace(root)).toBe(root);
});

test("a folder asked for is taken as it is, and must be there", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ".cmrt"));
  mkdirSync(join(root, "other"));
  expect(findWorkspace(root, "other")).toBe(join(root, "other"));
  expect(() => findWorkspace(root, "missing")).toThrow("missing: no such folder.");
});
