import { smelterCell } from "../../model/response.ts";
import { defineRule } from "../rule.ts";
import { EXAMPLE_LIST } from "../support/example-matches.ts";
import { facilities } from "../support/named-smelters.ts";

export const productScopeManySmelters = defineRule<{ smelters: number; products: number; limit: number }>({
  id: "product-scope-many-smelters",
  severity: "warning",
  needs: ["company", "smelters"],
  title: "A declaration for named products lists very many smelters.",
  why: "Few products hardly contain metal of so many smelters: the list may be that of the whole company.",
  ask: "Which of these smelters are in the supply chain of the products that the declaration names?",
  source: "Reviewers' practice; the number of smelters is a setting (100).",
  message: ({ smelters, products, limit }) =>
    `The declaration covers ${products} listed product${products === 1 ? "" : "s"} and names ${smelters} smelters; from ${limit} on that is asked about.`,
  *check(subject, { settings }) {
    const { response } = subject;
    if (response.company.scope?.value !== "product") return;
    const limit = settings.thresholds.productScopeSmelters;
    const [first] = response.smelters;
    const smelters = facilities(subject).size;
    if (first === undefined || smelters < limit) return;
    yield {
      at: smelterCell(response, first, "metal"),
      facts: { smelters, products: response.products.length, limit },
    };
  },
  example: ({ second }) => {
    const company = { scope: { value: "product", raw: "B. Product (or List of Products)" } };
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        metal: second.id,
        id: `${EXAMPLE_LIST.entries[0]?.id?.slice(0, 3) ?? ""}${String(index).padStart(6, "0")}`,
      }));
    const products = [{ row: 6, number: "AC-100" }];
    const settings = { thresholds: { productScopeSmelters: 5 } };
    return {
      fires: {
        about: "one product, as many smelters as the setting names",
        company,
        products,
        settings,
        smelters: rows(5),
      },
      silent: { about: "one product, fewer smelters", company, products, settings, smelters: rows(4) },
    };
  },
});
