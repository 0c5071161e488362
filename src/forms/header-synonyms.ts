// Headers that people write on lists of their own, besides the templates' words: sufficient to recognise a header row
// or a list, but not to read a column by.
import type { SmelterColumn } from "../model/vocabulary.ts";

export const SMELTER_HEADERS: Readonly<Partial<Record<SmelterColumn, readonly string[]>>> = {
  metal: [
    ...["Mineral", "Minerals", "Metals", "Metal Name", "Mineral Name", "Material", "Element", "3TG"],
    ...["Métal", "Minéral", "Minerai", "Metallo", "Minerale", "Metallart", "Rohstoff", "Maden"],
    ...["矿物", "矿产", "鉱物", "광물"],
  ],
  lookupName: [
    ...["Smelter", "Refiner", "Smelter / Refiner", "Smelter or Refiner", "Smelters", "Refinery", "SOR"],
    ...["Fonderie", "Affinerie", "Fonderia", "Fundidora", "Fundición", "Fundidor", "Fundição"],
    ...[
      "Schmelzhütte",
      "Schmelze",
      "Hütte",
      "İzabe Tesisi",
      "冶炼厂",
      "製錬所",
      "精錬所",
      "製錬業者",
      "제련소",
    ],
  ],
  name: [
    ...["Name", "Name of Smelter", "Refiner Name", "Refinery Name", "Smelter / Refiner Name"],
    ...["Smelter or Refiner Name", "Facility", "Facility Name", "Standard Smelter Name"],
    ...["Nom", "Nombre", "Nome", "Ad", "名称", "名稱", "名前", "이름"],
  ],
  country: [
    ...[
      "Country",
      "Country / Region",
      "Country of Smelter",
      "Smelter Location",
      "Location",
      "Country Location",
    ],
    ...["Facility Location", "Pays", "País", "Paese", "Land", "Ülke", "国家", "國家", "国", "국가"],
  ],
  id: [
    ...["CID", "ID", "RMI ID", "RMAP ID", "Smelter CID", "Smelter No", "Smelter Number", "Facility ID"],
    ...["Smelter Identification Number", "ID Number"],
  ],
  city: ["City", "Ville", "Ciudad", "Cidade", "Città", "Stadt", "Şehir", "城市", "都市", "도시"],
  state: ["State", "Province", "State / Province", "État", "Estado", "Stato", "Bundesland", "İl", "省"],
  street: [
    "Street",
    "Address",
    "Adresse",
    "Dirección",
    "Indirizzo",
    "Endereço",
    "Straße",
    "Adres",
    "地址",
    "住所",
    "주소",
  ],
  comments: [
    "Comment",
    "Remarks",
    "Remark",
    "Notes",
    "Bemerkungen",
    "Remarques",
    "Observaciones",
    "Note",
    "备注",
    "비고",
  ],
};
