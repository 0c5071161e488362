import { groupBy } from "../../lib/group-by.ts";
import { defineCampaignRule } from "../rule.ts";
import { productCell } from "../support/rows.ts";
import { about, standing } from "../support/standing.ts";
import { subjectOf } from "../support/subject.ts";

const key = (text: string) => text.trim().toLowerCase();

export const requesterNumberUnknown = defineCampaignRule<{ row: number; number: string }>({
  id: "requester-number-unknown",
  severity: "info",
  needs: ["roster", "rosterProducts"],
  about: {
    products: true,
    where: ({ layout }) => layout.products?.columns.requesterNumber !== undefined,
  },
  title: "A product list gives a product number of ours that the roster does not have for the supplier.",
  why: "The number is mistyped or another customer's, or the roster does not have all parts of the supplier.",
  ask: "Which of our product numbers is meant?",
  source: "The requester's column of the product list against the part numbers on the roster.",
  message: ({ row, number }) =>
    `Row ${row} of the product list gives "${number}" as the requester's product number, which is not among the supplier's parts on the roster.`,
  *check(input) {
    const parts = new Map((input.roster ?? []).map((one) => [one.key, one.products ?? []]));
    for (const checked of standing(input)) {
      const known = new Set((parts.get(checked.selected.supplier.key) ?? []).map(key));
      const { layout, response } = subjectOf(checked);
      const { products } = layout;
      if (known.size === 0 || products === undefined) continue;
      const numbered = response.products.filter(({ requesterNumber = "" }) => key(requesterNumber) !== "");
      for (const [number, [first]] of groupBy(numbered, (one) => key(one.requesterNumber as string))) {
        if (known.has(number)) continue;
        const facts = { row: first.row, number: first.requesterNumber as string };
        yield about(checked, { at: productCell(products, first, "requesterNumber"), facts });
      }
    }
  },
  example: {
    fires: {
      about: "a number that the roster lacks",
      supplier: "Acme Fixings Ltd",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [{ row: 6, number: "AC-100", requesterNumber: "4712" }],
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", products: ["4711"] }],
    },
    silent: {
      about: "a number of the roster",
      supplier: "Acme Fixings Ltd",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [{ row: 6, number: "AC-100", requesterNumber: "4711" }],
      roster: [{ key: "acme fixings ltd", name: "Acme Fixings Ltd", products: ["4711"] }],
    },
  },
});
