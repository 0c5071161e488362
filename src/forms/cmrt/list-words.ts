// Words for the family's minerals and areas on lists of publishers and companies.
import type { ListWords } from "../form.ts";

export const LIST_WORDS: ListWords = {
  recognised: [
    {
      titles: ["LBMA", "Good Delivery", "London Bullion Market Association"],
      scheme: "LBMA",
      status: "LBMA Good Delivery",
      mineral: "gold",
    },
    {
      titles: ["RJC", "Responsible Jewellery Council", "Responsible Jewelry Council", "Chain of Custody"],
      scheme: "RJC",
      status: "RJC Chain of Custody",
      mineral: "gold",
    },
    {
      titles: ["TI-CMC", "Tungsten Industry Conflict Minerals Council"],
      scheme: "TI-CMC",
      status: "TI-CMC",
      mineral: "tungsten",
    },
  ],
  areaHeaders: ["cahra", "cahra name", "cahra area", "cahra country", "conflict affected and high risk area"],
  areaLevelHeaders: ["cahra level", "cahra status", "cahra category"],
};
