// Filled workbooks of editions whose blank could not be had: what is known to be typed in them. They lie in the folder
// that CMRT_CASES names; skipped without it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readResponse } from "../../../src/app/reading/read-response.ts";

const cases = process.env.CMRT_CASES;
const file = cases ? join(cases, "cmrt-6.6-product-list", "cmrt-6.6.xlsx") : "";
if (!existsSync(file)) console.warn("Skipped: needs the folder of cases that CMRT_CASES names.");

test.skipIf(!existsSync(file))("the product list of 6.6 has the requester's number and name", async () => {
  const read = await readResponse(readFileSync(file), { path: "cmrt-6.6.xlsx", container: null });
  if (!read.ok) throw new Error(read.unreadable.reason);
  const { template, products, notes } = read.response;
  expect(template).toMatchObject({ family: "CMRT", version: "6.6" });
  expect(products).toMatchObject([
    { number: "RESP-001", name: "Valve body", requesterNumber: "REQ-001", comments: "see drawing" },
  ]);
  expect(products[0]?.requesterName).toBeTruthy();
  expect(notes).toEqual([]);
});
