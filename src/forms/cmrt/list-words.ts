// What lists of publishers and companies say of the family's minerals and areas.
import type { ListWords } from "../form.ts";

export const LIST_WORDS: ListWords = {
  recognised: [
    { title: "LBMA", scheme: "LBMA", status: "LBMA Good Delivery", mineral: "gold" },
    { title: "Good Delivery", scheme: "LBMA", status: "LBMA Good Delivery", mineral: "gold" },
    {
      title: "London Bullion Market Association",
      scheme: "LBMA",
      status: "LBMA Good Delivery",
      mineral: "gold",
    },
    { title: "RJC", scheme: "RJC", status: "RJC Chain of Custody", mineral: "gold" },
    {
      title: "Responsible Jewellery Council",
      scheme: "RJC",
      status: "RJC Chain of Custody",
      mineral: "gold",
    },
    { title: "Responsible Jewelry Council", scheme: "RJC", status: "RJC Chain of Custody", mineral: "gold" },
    { title: "Chain of Custody", scheme: "RJC", status: "RJC Chain of Custody", mineral: "gold" },
    { title: "TI-CMC", scheme: "TI-CMC", status: "TI-CMC", mineral: "tungsten" },
    {
      title: "Tungsten Industry Conflict Minerals Council",
      scheme: "TI-CMC",
      status: "TI-CMC",
      mineral: "tungsten",
    },
  ],
  areaHeaders: ["cahra", "cahra name", "cahra area", "cahra country", "conflict affected and high risk area"],
  areaLevelHeaders: ["cahra level", "cahra status", "cahra category"],
};
