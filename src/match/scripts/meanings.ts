// Words in smelter names that mean the same in several languages and scripts.
import { COMPANY_LINES } from "./companies.ts";

/**
 * One meaning per line: its English words | words of other languages in Latin letters | other scripts. Several English
 * words are forms of one word; a phrase has hyphens. A Cyrillic spelling is a word stem, as endings vary. Latin words
 * of fewer than four letters are omitted if they are common syllables.
 */
const LINES = [
  "gold | huangjin oro ouro emas altin altyn zoloto goud guld vang | 黄金 黃金 金 골드 황금 ゴールド золот",
  "silver | baiyin plata prata perak silber zilver serebro argent | 白银 白銀 银 銀 シルバー серебр",
  "copper | cobre cuivre kupfer tembaga rame bakir miedz med | 铜 銅 동 구리 медн медь меде",
  "tin | timah estanho estano zinn etain stagno kalay thiec olovo | 锡 錫 スズ 주석 олов",
  "tungsten wolfram | volfram wolframio volframio tungstene vonfram | 钨 鎢 タングステン 텅스텐 вольфрам",
  "tantalum tantalite tantal | tantalo tantale | 钽 鉭 タンタル 탄탈 тантал",
  "niobium columbium | niobio | 铌 鈮 ニオブ 니오븀 ниоби",
  "molybdenum moly | molibdeno molybdan | 钼 鉬 モリブデン 몰리브덴 молибден",
  "zinc | zink cinc seng | 锌 鋅 亜鉛 아연 цинк",
  "lead | plomo chumbo blei | 铅 鉛 납 свин",
  "nickel | niquel | 镍 鎳 ニッケル 니켈 никел",
  "cobalt | cobalto kobalt | 钴 鈷 コバルト 코발트 кобальт",
  "magnesium | magnesio | 镁 鎂 マグネシウム 마그네슘 магни",
  "platinum | platino platina platin | 铂 白金 プラチナ 백금 платин",
  "rare | raro raros rares | 稀有 稀土 希少 レア 희소 희귀 редк",
  "precious noble | preciosos preciosas precieux guijinshu kikinzoku edelmetall edelmetalle edelmetaal mulia | 贵 貴 귀 драгоценн благородн",
  "metal metals metallic | metais metales metaux metalli metalle metall logam jinshu kinzoku guijinshu kikinzoku | 金属 金屬 メタル 금속 메탈 메탈스 металл",
  "nonferrous | youse hitetsu nichteisen | 有色 非鉄 非铁 비철 цветн",
  "ferrous ferro iron | | 铁 鐵 鉄 желез",
  "alloy alloys | ligas aleaciones legierungen | 合金 アロイ 합금 сплав",
  "mining mine mines miner | mineracao mineria minera minas kuangye kozan kogyo tambang bergbau madencilik kuang gruvor | 矿业 礦業 鉱業 矿山 礦山 鉱山 矿 礦 鉱 광업 광산 горн рудник шахт",
  "mineral minerals ore ores | minerais minerales mineralien khoang | 矿产 礦產 鉱物 矿物 광물 минерал",
  "smelter smelting smelt smelters smeltery smeltry | fundicao fundicion fundiciones yelian seiren schmelze hutte huette huttenwerk peleburan fonderie | 冶炼 冶煉 製錬 製煉 제련 멜팅 스멜팅 スメルティング 熔炼 плавильн",
  "refinery refining refiner refiners refine smelter smelting | affinerie raffinerie rafineri rafinerisi refinaria refineria scheideanstalt jinglian seiren afinerija | 精炼 精煉 精錬 提炼 정련 리파이닝 リファイニング リファイナリー аффинаж",
  "metallurgy metallurgical metallurgic | metalurgica metalurgia metalurgicas metallurgie metallurgia yejin | 冶金 야금 металлург",
  "processing process | pengolahan procesamiento | 加工 プロセシング 가공 обработ переработ",
  "recycling recycle recycled | reciclagem reciclaje recyclage | 回收 再生 循环利用 循環利用 循环 リサイクリング リサイクル 리사이클링 리사이클",
  "electrolysis electrolytic electrolyze | dianjie | 电解 電解 전해 электролит",
  "electronic electronics electro electron | denshi elektronik dianzi | 电子 電子 エレクトロニクス 전자 электрон",
  "electric electrical | denki dianqi elektrik electrica elettrica | 電機 電気 电机 电气 電器 电器 전기 エレクトリック электрическ",
  "semiconductor semiconductors | handotai bandaoti halbleiter semiconductores | 半導体 半導體 半导体 반도체 セミコンダクター セミコンダクタ полупроводник",
  "precision | seimitsu jingmi prazision | 精密 정밀 プレシジョン",
  "aviation aerospace | koku hangkong | 航空 항공 авиац",
  "communication communications telecom | tsushin tongxin | 通信 通讯 通訊 통신",
  "machinery machine | kikai jixie maschinen | 機械 机械 機器 机器 기계",
  "instrument instruments | keiki yiqi | 計器 仪器 儀器 仪表",
  "material materials | cailiao zairyo werkstoffe materiais | 材料 综合材料 マテリアル マテリアルズ 머티리얼 머티리얼즈 소재 материал",
  "new | | 新 ニュー нов",
  "technology technologies technical tech technolog | keji tecnologia technologie | 科技 技术 技術 テクノロジー テクノロジーズ テック 테크 텍 테크놀로지 технолог",
  "science scientific | | 科学 科學 과학 наук",
  "chemical chemicals chemistry chem | kagaku huagong huaxue quimica chemie kimia | 化学 化學 化工 ケミカル 화학 케미칼 хими",
  "pharmaceutical drug | yakuhin | 薬品 药品 制药 製薬 약품",
  "industry industrial industries | gongye industria industri industrie kogyo sangyo shiye sanayi | 工业 工業 产业 產業 産業 实业 實業 興業 业 業 산업 공업 인더스트리 промышлен",
  "trade trading commerce | maoyi gongmao handel comercio shoji ticaret boeki | 贸易 貿易 工贸 商事 商贸 트레이딩 무역 торгов",
  "gold-industry | | 金业 金業",
  "silver-industry | | 银业 銀業",
  "copper-industry | | 铜业 銅業",
  "tin-industry | | 锡业 錫業",
  "tungsten-industry | | 钨业 鎢業",
  "tantalum-industry | | 钽业 鉭業",
  "molybdenum-industry | | 钼业 鉬業",
  "zinc-industry | | 锌业",
  "manufacturing manufactory manufacture | seizo zhizao imalat | 制造 製造 マニュファクチャリング 제조",
  "plant factory works mill | kojo koujyo koujou gongchang fabrica usine werk zavod pabrik fabrik planta | 工厂 工廠 工場 製作所 製錬所 製煉所 제련소 厂 廠 공장 завод фабрик",
  "branch division | filial fengongsi cabang sucursal | 分公司 支店 分社 지점 филиал",
  "group holding holdings | jituan gruppe grupo groupe gruppo | 集团 集團 グループ ホールディングス 그룹 홀딩스 групп",
  "headquarters honten | honsha | 本店 本社 总部 總部 본사",
  "mint | zouheikyoku zoheikyoku munze | 造币 造幣 ミント 조폐 조폐공사 монетн",
  "bank | banco bangko banque | 银行 銀行 은행 банк",
  "central | | 中央 중앙 центральн",
  "national state government | negara persero estatal nasional | 国家 國家 国营 國營 국가 국영 государственн",
  "royal | | 皇家 ロイヤル 로얄 королевск",
  "corporation corp | kongsi korporasi | 总公司 總公司 公司 会社 корпораци",
  "resources resource | ziyuan shigen | 资源 資源 リソース 자원 ресурс",
  "environment environmental eco protection | huanbao kankyo | 环保 環保 环境 環境 エコ 환경 에코 экологич",
  "product products | chanpin produtos productos produk | 制品 製品 产品 產品 제품 продук",
  "powder powders | pulver fenmo polvos | 粉末 粉体 粉 パウダー 분말 порош",
  "carbide carbides hardmetal | karbid | 超硬 碳化 炭化 カーバイド 초경 카바이드",
  "cemented-carbide | | 硬质合金 硬質合金 초경합금",
  "hard | | 硬质 硬質 тверд",
  "special specialty speciality | | 特殊 特种 特種 スペシャル 특수 специальн",
  "advanced | | 先进 先進 アドバンスト アドバンスド 첨단 어드밴스드",
  "global | | 环球 環球 全球 グローバル 글로벌",
  "international | guoji kokusai internasional | 国际 國際 インターナショナル 국제 인터내셔널 международн",
  "allied | | アライド 얼라이드",
  "system systems | | システム 系统 시스템",
  "service services | | サービス 服务 服務 서비스",
  "development | kaihatsu kaifa | 开发 開發 発展 发展 發展 개발 развит",
  "research institute | yanjiu kenkyu | 研究 研究所 研究院 연구소 연구원 институт исследов",
  "applied application | | 应用 應用 応用 응용",
  "share joint-stock | gufen | 股份 주식",
  "city | | 市 시 город",
  "east eastern orient oriental | dongfang | 東 东 东方 東方 東日本 イースト",
  "west western | | 西日本 ウエスト ウェスト",
  "north northern | | 北日本 北 ノース",
  "south southern | | 南方 南 サウス",
  "pan | | パン 팬",
  "pacific | | 太平洋 パシフィック 퍼시픽",
  "great-wall | changcheng | 长城 長城",
  "hill mountain | | 小山 山 힐",
  "sea | | 海 바다",
  "dragon | | 龙 龍 드래곤",
  "diamond | | 钻石 鑽石 ダイヤモンド 다이아몬드",
  "cloud | | 云 雲",
  "green | | 绿 綠 グリーン 그린",
  "fine | | ファイン 파인",
  "high hi | | 高 ハイ 하이",
  "combine combinat kombinat | combinado | 联合 聯合 комбинат",
  "complex | komplek | комплекс 综合体",
  "china chinese | zhongguo | 中国 中國 中华 中華 차이나 중국 китай",
  "japan japanese nippon nihon | riben | 日本 ジャパン 재팬 일본 япон",
  "korea korean | | 韩国 韓國 高丽 高麗 고려 한국 코리아 корей",
  "malaysia malaysian | | 马来西亚 馬來西亞 マレーシア 말레이시아 малайз",
  "thailand thai | | 泰国 泰國 タイ 태국 ไทย ไทยแลนด์ таиланд",
  "indonesia indonesian | | 印尼 印度尼西亚 インドネシア 인도네시아 индонез",
  "vietnam viet-nam | | 越南 ベトナム 베트남 вьетнам",
  "singapore | | 新加坡 シンガポール 싱가포르 сингапур",
  "taiwan | | 台湾 台灣 臺灣 대만 тайван",
  "hong-kong hk | xianggang | 香港 ホンコン 홍콩 гонконг",
  "usa united-states america american | | 美国 美國 アメリカ 미국 сша америк",
  "canada canadian | | 加拿大 カナダ カナディアン 캐나다 канад",
  "brazil brasil | | 巴西 ブラジル 브라질 бразил",
  "germany german deutschland | | 德国 德國 ドイツ 독일 герман",
  "switzerland swiss suisse schweiz | | 瑞士 スイス 스위스 швейцар",
  "belgium | belgie belgique | 比利时 比利時 ベルギー 벨기에 бельги",
  "australia australian | | 澳大利亚 澳洲 オーストラリア 호주 австрал",
  "russia russian | | 俄罗斯 俄羅斯 ロシア 러시아 росси",
  "inner-mongolia | neimenggu | 内蒙古 內蒙古",
  "1 i one first | | 一 第一 제1",
  "2 ii two second | | 二 第二 제2",
  "3 iii three third | | 三 第三 제3",
  "4 iv four fourth | | 四 第四 제4",
];

/** The words for one meaning: in English, in Latin letters of any language, in other scripts. */
export interface Meaning {
  /** Words of the first English entry. */
  english: readonly string[];
  /** Single words in Latin letters with this meaning, including the English ones. */
  latin: readonly string[];
  spellings: readonly string[];
}

function readLine(line: string): Meaning {
  const [english = [], others = [], spellings = []] = line
    .split("|")
    .map((part) => part.split(" ").filter((word) => word !== ""));
  return {
    english: (english[0] ?? "").split("-"),
    latin: [...english, ...others].filter((word) => !word.includes("-")),
    spellings,
  };
}

/** Meanings of words, followed by names of companies. */
export const MEANINGS: readonly Meaning[] = LINES.map(readLine);
export const COMPANIES: readonly Meaning[] = COMPANY_LINES.map(readLine);

const BY_WORD = new Map<string, Meaning[]>();
for (const meaning of [...MEANINGS, ...COMPANIES]) {
  for (const word of meaning.latin) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), meaning]);
}

/** Other words in Latin letters with the same meaning as a folded word; empty for most words. */
export function sameMeaning(word: string): readonly string[] {
  return (BY_WORD.get(word) ?? []).flatMap(({ latin }) => latin).filter((each) => each !== word);
}

/** The words that a single one stands for ("hk": "hong", "kong"); undefined for most words. */
export function phraseFor(word: string): readonly string[] | undefined {
  return BY_WORD.get(word)?.find(({ english }) => english.length > 1)?.english;
}

/**
 * Whether a folded word occurs in the names of many companies in some language ("denshi") and therefore identifies
 * none.
 */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(word);
}

const COMMON_WORDS: ReadonlySet<string> = new Set(MEANINGS.flatMap(({ latin }) => latin));
