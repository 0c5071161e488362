import { defineRule } from "../rule.ts";
import { productCell } from "../support/rows.ts";

export const productListNotNeeded = defineRule<{ rows: number; scope: string }>({
  id: "product-list-not-needed",
  severity: "info",
  needs: ["company", "products"],
  about: { products: true, instruction: "productNumbers" },
  title: "Products are listed although the declaration does not cover a list of products.",
  why: "The list has no meaning with this scope; perhaps the scope is the wrong one.",
  ask: "Does the declaration cover these products only, or more?",
  source: "The head of the product list.",
  message: ({ rows, scope }) =>
    `The product list has ${rows} ${rows === 1 ? "row" : "rows"}, but the declaration's scope is "${scope}".`,
  *check({ response, layout }) {
    const { scope } = response.company;
    if (layout.products === undefined || scope === undefined || scope.value === "product") return;
    const [first] = response.products;
    if (first === undefined) return;
    const choice = layout.scopes.find((entry) => entry.scope === scope.value)?.text;
    yield {
      at: productCell(layout.products, first),
      facts: { rows: response.products.length, scope: scope.raw ?? choice ?? "" },
    };
  },
  example: {
    fires: { about: "company scope with a product", products: [{ row: 6, number: "AC-100" }] },
    silent: {
      about: "product scope with a product",
      company: { scope: { value: "product", raw: "B. Product (or List of Products)" } },
      products: [{ row: 6, number: "AC-100" }],
    },
  },
});
