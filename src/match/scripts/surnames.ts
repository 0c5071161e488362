// Japanese family names at the start of company names, whose characters have one usual reading out of many.

import { normalForm } from "../../lib/normal-form.ts";

/**
 * The most frequent family names with their usual readings, in Hepburn without long vowels. Character by character they
 * could be read in many more ways: 山田 is Yamada, never Yamato. Names of one character are left out, as other names
 * start with them.
 */
const LINES = `
佐藤 sato|鈴木 suzuki|高橋 takahashi|田中 tanaka|伊藤 ito|渡辺 渡邊 渡邉 watanabe|山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato
吉田 yoshida|山田 yamada|佐々木 sasaki|山口 yamaguchi|松本 matsumoto|井上 inoue|木村 kimura|斎藤 斉藤 齋藤 saito|清水 shimizu
山崎 yamazaki yamasaki|池田 ikeda|橋本 hashimoto|阿部 abe|石川 ishikawa|山下 yamashita|中島 nakajima nakashima|石井 ishii|小川 ogawa
前田 maeda|岡田 okada|長谷川 hasegawa|藤田 fujita|後藤 goto|近藤 kondo|村上 murakami|遠藤 endo|青木 aoki|坂本 sakamoto
福田 fukuda fukuta|太田 大田 ota ohta|西村 nishimura|藤井 fujii|金子 kaneko|岡本 okamoto|藤原 fujiwara|三浦 miura|中野 nakano|中川 nakagawa
原田 harada|松田 matsuda|竹内 takeuchi|小野 ono|田村 tamura|中山 nakayama|和田 wada|石田 ishida|森田 morita|上田 ueda
内田 uchida|柴田 shibata|酒井 sakai|宮崎 miyazaki|横山 yokoyama|高木 takagi|安藤 ando|宮本 miyamoto|大野 ono ohno
小島 kojima ojima|谷口 taniguchi|工藤 kudo|今井 imai|高田 takada takata|増田 masuda|丸山 maruyama|杉山 sugiyama|村田 murata|大塚 otsuka ohtsuka
新井 荒井 arai|小山 koyama oyama|平野 hirano|河野 kono|藤本 fujimoto|野口 noguchi|武田 takeda|松井 matsui|千葉 chiba|菅原 sugawara
岩崎 iwasaki|久保 kubo|木下 kinoshita|佐野 sano|野村 nomura|松尾 matsuo|市川 ichikawa|菊地 菊池 kikuchi|杉本 sugimoto|古川 furukawa
大西 onishi ohnishi|島田 shimada|水野 mizuno|桜井 sakurai|高野 takano|吉川 yoshikawa kikkawa|山内 yamauchi yamanouchi|西田 nishida|飯田 iida|菊田 kikuta
西川 nishikawa|小松 komatsu|北村 kitamura|安田 yasuda|五十嵐 igarashi|川口 kawaguchi|平田 hirata|中田 nakata nakada|久保田 kubota
服部 hattori|岩田 iwata|土屋 tsuchiya|川崎 kawasaki|福島 fukushima|本田 honda|樋口 higuchi|秋山 akiyama
田口 taguchi|永井 nagai|中西 nakanishi|吉村 yoshimura|川上 kawakami|石原 ishihara|大橋 ohashi|松岡 matsuoka|馬場 baba|浜田 濱田 hamada
森本 morimoto|星野 hoshino|矢野 yano|浅野 asano|岡崎 okazaki|松下 matsushita|三宅 miyake|大島 oshima ohshima|望月 mochizuki|荒木 araki
豊田 toyoda toyota|三田 mita sanda|広田 廣田 hirota|北川 kitagawa|大川 okawa ohkawa|三木 miki|川田 kawada kawata|江口 eguchi|富田 tomita
大和 yamato daiwa|大和田 owada|新田 nitta|小田 oda|黒田 kuroda|白石 shiraishi|津田 tsuda|戸田 toda|本間 honma|堀内 horiuchi
角田 tsunoda kakuta|熊谷 kumagai kumagaya|三井 mitsui|三菱 mitsubishi|住友 sumitomo|安川 yaskawa yasukawa|村山 murayama|北山 kitayama|東山 higashiyama|平山 hirayama
片山 katayama|横田 yokota|児玉 kodama|荒川 arakawa|松浦 matsuura|内藤 naito|大久保 okubo ohkubo|須藤 sudo suto|宮田 miyata|田辺 田邊 tanabe
`;

const READINGS: readonly { name: string; readings: readonly string[] }[] = LINES.split(/[|\n]/)
  .flatMap((entry) => {
    const words = entry.trim().split(" ");
    const readings = words.filter((word) => /^[a-z]/.test(word));
    return words.filter((word) => word !== "" && !/^[a-z]/.test(word)).map((name) => ({ name, readings }));
  })
  .sort((a, b) => b.name.length - a.name.length);

/** Legal forms before a name. */
const IN_FRONT = /^(?:株式会社|有限会社|合同会社|合資会社|[㈱㈲]|\(株\)|（株）|\(有\)|（有）)\s*/u;

/**
 * The usual readings of the family name at the start of a company's name, in Latin letters; undefined if it starts with
 * no known one. The longest name counts: 大和田 is not 大和.
 */
export function usualReadings(name: string): readonly string[] | undefined {
  const own = normalForm(name, "NFC").replace(IN_FRONT, "");
  return READINGS.find((one) => own.startsWith(one.name))?.readings;
}
