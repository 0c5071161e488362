import { defineRule } from "../rule.ts";
import { productCell } from "../support/rows.ts";

export const productNumberMissing = defineRule<{ row: number; name: string | null }>({
  id: "product-number-missing",
  severity: "error",
  needs: ["company", "products"],
  about: { products: true, instruction: "productNumbers" },
  title: "A row of the product list has no product number.",
  why: "The number is what the customer's parts are compared with.",
  ask: "What is the number of this product?",
  source: "The template's instructions and the star at the column's head.",
  message: ({ row, name }) =>
    name === null
      ? `Row ${row} of the product list has no product number.`
      : `Row ${row} of the product list ("${name}") has no product number.`,
  *check({ response, layout, says }) {
    if (response.company.scope?.value !== "product" || layout.products === undefined) return;
    const { firstRow } = layout.products;
    for (const product of response.products) {
      const { row, sheet, number, name } = product;
      // The Checker takes a first row without a number for an empty list, which another rule reports.
      const isFirst = row === firstRow && sheet === undefined;
      if (number === undefined && !(isFirst && says("product-list-empty"))) {
        yield { at: productCell(layout.products, product), facts: { row, name: name ?? null } };
      }
    }
  },
  example: {
    fires: {
      about: "a second product with a name alone",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, name: "Hinge, brass" },
      ],
    },
    silent: {
      about: "both with a number",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, number: "AC-101", name: "Hinge, brass" },
      ],
    },
  },
});
