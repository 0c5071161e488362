// The minerals of the EMRT, in its sort order. Words in other languages are from templates before 2.0, or what people
// type.
import type { Mineral } from "../form.ts";

export const MINERALS = [
  { id: "cobalt", symbol: "Co", names: ["Cobalt", "Cobalt (Co)", "钴", "コバルト", "코발트", "Kobalt"] },
  {
    id: "copper",
    symbol: "Cu",
    names: ["Copper", "Copper (Cu)", "铜", "銅", "구리", "Cuivre", "Kupfer"],
  },
  {
    id: "graphite",
    unlisted: true,
    names: [
      "Graphite",
      "Natural graphite",
      "Graphite (natural)",
      "石墨",
      "天然石墨",
      "黒鉛",
      "흑연",
      "Graphit",
      "Graphite naturel",
      "Naturgraphit",
    ],
  },
  { id: "lithium", symbol: "Li", names: ["Lithium", "Lithium (Li)", "锂", "リチウム", "리튬"] },
  {
    id: "mica",
    names: [
      "Mica",
      "Natural mica",
      "Mica (natural)",
      "云母",
      "天然云母",
      "マイカ",
      "雲母",
      "운모",
      "Glimmer",
    ],
  },
  { id: "nickel", symbol: "Ni", names: ["Nickel", "Nickel (Ni)", "镍", "ニッケル", "니켈"] },
] as const satisfies readonly Mineral[];

export type EmrtMineral = (typeof MINERALS)[number]["id"];
