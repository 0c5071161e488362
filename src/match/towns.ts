// Towns with smelters, and their provinces as given on lists.

/** Province as on lists: its towns and districts, which smelters are named after. */
const LINES = [
  "ehime | niihama toyo saijo besshi",
  "oita | saganoseki",
  "okayama | tamano hibi",
  "kagawa | naoshima",
  "akita | kosaka kazuno",
  "hiroshima | takehara chigirishima",
  "fukushima | onahama aizu aizuwakamatsu iwaki",
  "hyogo | ikuno amagasaki kobe koube harima asago takasago himeji",
  "gifu | kamioka",
  "aomori | hachinohe",
  "ibaraki | hitachi mito bando tsukuba",
  "kanagawa | hiratsuka shonan syonan sagamihara yokohama",
  "saitama | iruma kuki soka honjo sayama",
  "fukuoka | omuta miike kitakyushu",
  "shandong | zhaoyuan laizhou penglai yantai",
  "fujian | shanghang longyan sanming",
  "yunnan | gejiu kunming malipo mengzi",
  "jiangxi | guixi ganzhou chongyi dayu nankang jiujiang yichun huichang xiushui tonggu gaoan",
  "hunan | chenzhou zhuzhou hengyang yuanling yanling guiyang linwu",
  "guangxi | laibin liuzhou hechi hezhou nandan pinggui",
  "guangdong | conghua yingde chaozhou zhaoqing jiangmen gaoyao shenzhen dongguan guangzhou shaoguan",
  "henan | luoyang luanchuan sanmenxia lingbao",
  "hubei | huangshi daye jingmen wuhan",
  "anhui | tongling maanshan",
  "gansu | lanzhou baiyin",
  "ningxia | shizuishan",
  "sichuan | chengdu zigong",
  "zhejiang | hangzhou fuyang",
  "bangka | mentok muntok pangkalpinang sungailiat pangkal-pinang",
  "riau | kundur karimun batam",
  "ulsan | onsan",
  "gyeonggi | ansan gimpo danwon pyeongtaek siheung",
  "oruro | vinto",
  "ika | pisco paracas",
  "penang | butterworth",
  "selangor | klang",
];

const PROVINCES = new Map<string, string>(
  LINES.flatMap((line) => {
    const [province = "", towns = ""] = line.split("|").map((part) => part.trim());
    return towns.split(" ").map((town): [string, string] => [town, province]);
  }),
);

/** The province of a town with smelters; both as folded words. */
export function provinceOf(town: string): string | undefined {
  return PROVINCES.get(town);
}
