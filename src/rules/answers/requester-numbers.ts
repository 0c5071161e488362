// The customer's own product numbers, if the product list asks for them.
import { groupBy } from "../../lib/group-by.ts";
import { joinWords } from "../../lib/join-words.ts";
import { defineRule } from "../rule.ts";
import type { About } from "../support/about.ts";
import { productCell } from "../support/rows.ts";

const REQUESTED: About = {
  products: true,
  where: ({ layout }) => layout.products?.columns.requesterNumber !== undefined,
};
const PRODUCTS = { company: { scope: { value: "product", raw: "B. Product (or List of Products)" } } };

export const requesterNumberMissing = defineRule<{ row: number; number: string }>({
  id: "requester-number-missing",
  severity: "info",
  needs: ["company", "products"],
  about: REQUESTED,
  title: "Some rows of the product list have the customer's product number, and this one has none.",
  why: "The customer's number is what ties the declaration to the customer's parts.",
  ask: "Which of our product numbers is this product?",
  source: "The requester's columns of the product list; not required by the template.",
  message: ({ row, number }) =>
    `Row ${row} of the product list (${number}) has no product number of the requester, which other rows have.`,
  *check({ response, layout }) {
    const { products } = layout;
    if (response.company.scope?.value !== "product" || products === undefined) return;
    if (response.products.every(({ requesterNumber }) => requesterNumber === undefined)) return;
    for (const product of response.products) {
      const { row, number, requesterNumber } = product;
      if (number === undefined || requesterNumber !== undefined) continue;
      yield { at: productCell(products, product, "requesterNumber"), facts: { row, number } };
    }
  },
  example: {
    fires: {
      about: "one row with it and one without",
      ...PRODUCTS,
      products: [
        { row: 6, number: "AC-100", requesterNumber: "4711" },
        { row: 7, number: "AC-101" },
      ],
    },
    silent: {
      about: "no row has one",
      ...PRODUCTS,
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, number: "AC-101" },
      ],
    },
  },
});

export const requesterNumberDuplicate = defineRule<{ row: number; number: string; others: string[] }>({
  id: "requester-number-duplicate",
  severity: "info",
  needs: ["products"],
  about: REQUESTED,
  title: "One product number of the customer is given for several products.",
  why: "Several products may serve one part of the customer, or a number is in the wrong row.",
  ask: "Are all of these products delivered under this number of ours?",
  source: "Derived.",
  message: ({ row, number, others }) =>
    `Row ${row} of the product list gives the requester's product number "${number}" also for another product: it is in row ${joinWords(others, "and")} too.`,
  *check({ response, layout, says }) {
    const { products } = layout;
    if (products === undefined) return;
    const key = (text: string | undefined) => (text ?? "").trim().toLowerCase();
    const numbered = response.products.filter(({ requesterNumber }) => key(requesterNumber) !== "");
    for (const [, same] of groupBy(numbered, ({ requesterNumber }) => key(requesterNumber))) {
      // The repeated product itself is reported by another rule.
      const each = says("product-duplicate")
        ? [...groupBy(same, (product) => key(product.number)).values()].map(([first]) => first)
        : same;
      for (const product of each.slice(1)) {
        yield {
          at: productCell(products, product, "requesterNumber"),
          facts: {
            row: product.row,
            number: product.requesterNumber as string,
            others: each.filter((one) => one.row < product.row).map(({ row }) => String(row)),
          },
        };
      }
    }
  },
  example: {
    fires: {
      about: "two products, one number",
      ...PRODUCTS,
      products: [
        { row: 6, number: "AC-100", requesterNumber: "4711" },
        { row: 7, number: "AC-101", requesterNumber: "4711" },
      ],
    },
    silent: {
      about: "two products, two numbers",
      ...PRODUCTS,
      products: [
        { row: 6, number: "AC-100", requesterNumber: "4711" },
        { row: 7, number: "AC-101", requesterNumber: "4712" },
      ],
    },
  },
});
