// The minerals that an AMRT offers; a declaration may name others. Words in languages other than English are what
// people type. In the first edition minerals were typed, including some of the EMRT's.

import { MINERALS as OF_EMRT } from "../emrt/minerals.ts";
import type { Mineral } from "../form.ts";

const ALSO_OF_EMRT: readonly string[] = ["copper", "lithium", "nickel"];

export const MINERALS: readonly Mineral[] = [
  {
    id: "aluminum",
    symbol: "Al",
    names: ["Aluminum", "Aluminium", "Bauxite", "铝", "アルミニウム", "알루미늄"],
  },
  { id: "cadmium", symbol: "Cd", names: ["Cadmium", "镉", "カドミウム", "카드뮴"] },
  { id: "chromium", symbol: "Cr", names: ["Chromium", "铬", "クロム", "크롬", "Chrome", "Chrom"] },
  ...OF_EMRT.filter(({ id }) => ALSO_OF_EMRT.includes(id)),
  { id: "iridium", symbol: "Ir", names: ["Iridium", "铱", "イリジウム", "이리듐"] },
  { id: "lead", symbol: "Pb", names: ["Lead", "铅", "鉛", "납", "Plomb", "Blei"] },
  { id: "lime", names: ["Lime", "石灰", "석회", "Chaux", "Kalk"] },
  { id: "manganese", symbol: "Mn", names: ["Manganese", "锰", "マンガン", "망간", "Manganèse", "Mangan"] },
  {
    id: "molybdenum",
    symbol: "Mo",
    names: ["Molybdenum", "钼", "モリブデン", "몰리브덴", "Molybdène", "Molybdän"],
  },
  { id: "palladium", symbol: "Pd", names: ["Palladium", "钯", "パラジウム", "팔라듐"] },
  { id: "platinum", symbol: "Pt", names: ["Platinum", "铂", "白金", "백금", "Platine", "Platin"] },
  {
    id: "rare earth elements",
    symbol: "REE",
    names: [
      "Rare Earth Elements",
      "Rare earths",
      "Rare earth",
      "稀土元素",
      "稀土",
      "希土類元素",
      "희토류 원소",
      "희토류",
      "Terres rares",
      "Seltene Erden",
    ],
  },
  { id: "rhenium", symbol: "Re", names: ["Rhenium", "铼", "レニウム", "레늄", "Rhénium"] },
  { id: "rhodium", symbol: "Rh", names: ["Rhodium", "铑", "ロジウム", "로듐"] },
  { id: "ruthenium", symbol: "Ru", names: ["Ruthenium", "钌", "ルテニウム", "루테늄", "Ruthénium"] },
  { id: "selenium", symbol: "Se", names: ["Selenium", "硒", "セレン", "셀레늄", "Sélénium", "Selen"] },
  { id: "silver", symbol: "Ag", names: ["Silver", "银", "銀", "은", "Argent", "Silber"] },
  { id: "soda ash", names: ["Soda Ash", "纯碱", "ソーダ灰", "소다회", "Carbonate de sodium", "Soda"] },
  { id: "tellurium", symbol: "Te", names: ["Tellurium", "碲", "テルル", "텔루륨", "Tellure", "Tellur"] },
  { id: "zinc", symbol: "Zn", names: ["Zinc", "锌", "亜鉛", "아연", "Zink"] },
];
