import { defineRule } from "../rule.ts";
import { productCell } from "../support/rows.ts";

export const productDuplicate = defineRule<{ number: string; row: number; firstRow: number }>({
  id: "product-duplicate",
  severity: "info",
  needs: ["products"],
  about: { products: true, instruction: "productNumbers" },
  title: "A product number is listed twice.",
  why: "One of the two rows may be meant for another product.",
  ask: "Is one of the two rows meant for another product?",
  source: "Derived.",
  message: ({ number, row, firstRow }) =>
    `Row ${row} of the product list repeats the number "${number}" of row ${firstRow}.`,
  *check({ response, layout }) {
    if (layout.products === undefined) return;
    const seen = new Map<string, number>();
    for (const product of response.products) {
      const { row, number, requesterNumber } = product;
      if (number === undefined) continue;
      // One product may be listed under several product numbers of the customer.
      const key = [number, requesterNumber ?? ""].map((text) => text.trim().toLowerCase()).join("\u0000");
      const firstRow = seen.get(key);
      if (firstRow === undefined) seen.set(key, row);
      else yield { at: productCell(layout.products, product), facts: { number, row, firstRow } };
    }
  },
  example: {
    fires: {
      about: "the same number in two spellings",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, number: "ac-100 " },
      ],
    },
    silent: {
      about: "two numbers",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [
        { row: 6, number: "AC-100" },
        { row: 7, number: "AC-101" },
      ],
    },
  },
});
