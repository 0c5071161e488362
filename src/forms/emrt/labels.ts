// Labels and headers of an EMRT: mostly the same as those of a CMRT.
import { LABELS as OF_CMRT } from "../cmrt/labels.ts";
import type { Labels } from "../form.ts";

type Texts = Readonly<Partial<Record<string, readonly string[]>>>;

/** Adds texts by key after the existing ones. */
function withMore<T extends Texts>(texts: T, more: Texts): T {
  return {
    ...texts,
    ...Object.fromEntries(
      Object.entries(more).map(([key, added = []]) => [key, [...(texts[key] ?? []), ...added]]),
    ),
  };
}

/** Headers of the mine list. In German some are those of the smelter list, and one shows 0. */
const MINE_HEADERS: NonNullable<Labels["mines"]> = {
  metal: ["Metal", "金属", "금속", "Métal", "Metall"],
  smelter: [
    "Name of Smelter(s) sourcing from this Mine Facility",
    "从该矿厂采购的冶炼厂的名称",
    "この鉱山施設を調達元にしている製錬業者の名称",
    "이 광산 시설에서 공급을 받는 제련소(들) 이름",
    "Nom de la ou des fonderie(s) qui s’approvisionnent auprès de cette installation minière",
    "Name der Schmelzhütte(n), die ihre Rohstoffe aus dieser Bergbauanlage beziehen",
  ],
  name: [
    "Mine Facility (Site) Name",
    "矿厂(矿场)名称",
    "鉱山施設(採掘場)所名",
    "광산시설 (현장 ) 이름",
    "Nom de l'installation minière (un site minier)",
  ],
  id: [
    "Mine Identification (e.g. CID)",
    "矿厂识别（例如《CID》）",
    "鉱山施設業者識別番号 (例えば: CID)",
    "광산시설 ID (예: CID)",
    "Identifiant de l'installation minière (par ex., CID)",
    "Bergbauanlage Identifikation (z.B. CID)",
  ],
  idSource: [
    "Source of Mine Facility Identification Number",
    "冶炼厂出处识别号",
    "鉱山施設業者識別番号の発行元",
    "광산시설 ID 번호 소스자료",
    "Type de l'identifiant l'installation minière",
    "Quelle der Bergbauanlage Identifikationsnummer",
  ],
  country: [
    "Mine Facility Country",
    "矿厂所在国家或地区",
    "鉱山施設業者所在地：国",
    "광산시설 국가",
    "Localisation de l'installation minière : Pays",
    "Schmelzhütten: Land",
  ],
  street: [
    "Mine Facility Street",
    "矿厂所在街道",
    "鉱山施設業者所在地：番地",
    "광산시설 주소",
    "Localisation de l'installation minière : Rue et Numéro",
    "Schmelzhütten: Straße",
  ],
  city: [
    "Mine Facility City",
    "矿厂所在城市",
    "鉱山施設業者所在地：市",
    "광산시설 시",
    "Localisation de l'installation minière : Ville",
    "Schmelzhütten: Stadt",
  ],
  state: [
    "Mine Facility Location: State / Province",
    "矿厂地址：州/省",
    "鉱山施設施設所在地：州／県",
    "광산시설 위치: 도/주",
    "Localisation de l'installation minière : Etat / Province",
    "Schmelzhütten: Bundesland/Provinz",
  ],
  contactName: [
    "Mine Facility Contact Name",
    "矿厂联系人",
    "鉱山施設業者連絡先担当者名",
    "광산시설 연락처 이름",
    "Nom du contact de l'installation minière",
    "Schmelzhütten-Ansprechpartner: Name",
  ],
  contactEmail: [
    "Mine Facility Contact Email",
    "矿厂联系人电子邮件",
    "鉱山施設業者連絡先電子メール",
    "광산시설 연락처 이메일",
    "Email du contact de l'installation minière",
    "Schmelzhütten-Ansprechpartner: E-mail",
  ],
  nextSteps: [
    "Proposed next steps",
    "建议的后续步骤",
    "今後の対策案",
    "다음 단계 제안",
    "Prochaines étapes proposées…",
    "Vorgeschlagene nächste Schritte",
  ],
  comments: ["Comments", "注释", "備考", "추가 내용", "Commentaires", "Kommentare"],
};

/** For the EMRT, the AMRT and the CRT, which differ mostly in Korean. */
export const LABELS: Labels = {
  ...OF_CMRT,
  company: withMore(OF_CMRT.company, {
    companyName: ["회사 이름"],
    scope: ["선언 범위 또는 등급"],
    scopeDescription: ["선언 범위"],
    companyUniqueId: ["회사 고유 ID"],
    companyUniqueIdAuthority: ["회사 고유 ID 권한"],
    contactName: ["문의 담당자 이름"],
    contactEmail: ["이메일 - 문의 담당자"],
    contactPhone: ["전화 - 문의 담당자"],
    authorizerTitle: ["직책 - 책임자", "Titre du responsable"],
    authorizerEmail: ["이메일 - 책임자", "E-mail du responsable"],
    authorizerPhone: ["전화번호 - 책임자", "Téléphone du responsable"],
    effectiveDate: ["발효일자"],
  }),
  smelters: withMore(OF_CMRT.smelters, {
    idInput: ["제련소 식별 번호 입력 열"],
    metal: ["金属 l"],
    name: ["제련소 명칭"],
    id: ["제련소 식별"],
    idSource: ["제련소 식별 번호 출처", "제련소 조달 식별 번호", "Source de l’identifiant de la fonderie"],
    street: ["제련소 도로명", "Localisation de la fonderie : Rue"],
    city: ["제련소 도시"],
    state: ["제련소 시설 위치: 시/도"],
    contactName: ["제련소 연락 담당자 이름"],
    contactEmail: ["제련소 연락 담당자 이메일"],
    nextSteps: ["제시된 다음 단계", "Prochaines étapes proposées"],
    mineNames: ["광물의 이름을 입력하거나…"],
    mineCountries: ["광물의 위치(국가)를 입력하거나…"],
    recycled: ["製錬業者の原料はすべてリサイクル又はスクラップ資源を由来としていますか？"],
    comments: ["의견"],
  }),
  products: withMore(OF_CMRT.products, {
    number: ["制造商产品编号", "제조사의 제품 번호", "Référence du produit du fabricant"],
    name: ["제조사의 제품명", "Nom du produit du fabricant"],
    comments: ["备注", "의견"],
  }),
  mines: MINE_HEADERS,
};
