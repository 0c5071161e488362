// Reported smelters that no list knows, as the report names them.
import { expect, test } from "vitest";
import { buildPack } from "../../helpers/build-report.ts";
import { buildResponse } from "../../helpers/build-response.ts";

async function packOf() {
  return buildPack(
    [
      buildResponse({
        version: "4.20",
        company: { companyName: "Larkfield", effectiveDate: { value: "2016-10-10" } },
        smelters: [
          { metal: "tin", lookupName: "Smelter not listed", name: "Nowhere Tin", country: "PE" },
          { metal: "tin", lookupName: "Smelter not listed", country: "VN" },
          { idInput: "CID999999" },
        ],
      }),
    ],
    { period: 2016 },
  );
}

test("the report names who reports them, and calls no choice of the template a name", async () => {
  const text = String((await packOf())["report.md"]);
  const [, section = ""] = text.split("### Not matched\n");
  expect(section).toContain("| tin | Nowhere Tin |  | Peru | 1 | 1 | Larkfield |");
  expect(section).toContain(
    "| tin | no name given (“Smelter not listed”) |  | Vietnam | 1 | 1 | Larkfield |",
  );
  expect(section).toContain("Rows without a name, or without a metal, are for their suppliers to complete");
});
