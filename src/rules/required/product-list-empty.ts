import { defineRule } from "../rule.ts";

export const productListEmpty = defineRule<{ rows: number }>({
  id: "product-list-empty",
  severity: "error",
  needs: ["company", "products"],
  about: { products: true },
  title: "The declaration covers products, but the first row of the product list has no product number.",
  why: "Without numbers nobody can tell which products are meant; the template's Checker looks at the first row only.",
  ask: "Which products does this declaration cover, from the first row of the product list on?",
  source: "The template's Checker.",
  message: ({ rows }) =>
    rows === 0
      ? "The declaration's scope is a list of products, but the product list is empty."
      : "The declaration's scope is a list of products, but the first row of the product list has no product number, and the template's Checker looks at no other row.",
  *check({ response, layout }) {
    if (response.company.scope?.value !== "product" || layout.products === undefined) return;
    const { sheet, firstRow, columns } = layout.products;
    if (
      response.products.some(
        (product) => product.sheet === undefined && product.row === firstRow && product.number !== undefined,
      )
    )
      return;
    yield { at: `${sheet}!${columns.number}${firstRow}`, facts: { rows: response.products.length } };
  },
  example: {
    fires: {
      about: "product scope without products",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
    },
    silent: {
      about: "product scope with a product",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [{ row: 6, number: "AC-100" }],
    },
  },
});
