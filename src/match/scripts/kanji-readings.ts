// Readings of characters in the names of Japanese companies, families and places.

/**
 * Each character with its readings in names, in Hepburn without long vowels, as companies romanise themselves;
 * including the forms that a reading takes inside a word (hishi, bishi). Old and simplified forms are beside the
 * current one. A dictionary of all words and readings would be many times larger than cmrt; a missing reading only
 * means that a name is not found.
 */
const LINES = `
一 ichi hito kazu|二 ni futa|三 mi mitsu san sa zo|四 yon shi yo|五 go itsu|六 roku mu|七 nana shichi|八 hachi ya|九 kyu ku|十 ju to
千 chi sen|百 hyaku momo|万萬 man yorozu|上 kami ue jo u|下 shimo shita ka ge|中 naka chu|大 o oh dai tai hiro|小 ko o sho ki|高 taka ko|長 naga cho
東 higashi to azuma|西 nishi sai|南 minami nan|北 kita hoku|左 sa hidari|右 u migi|内內 uchi nai|外 soto gai|前 mae zen|後 go ato
日 hi ni nichi bi ka|月 tsuki getsu|火 hi ka|水 mizu sui|木 ki gi moku|金 kin kane kana gane|土 tsuchi do to|山 yama san zan|川 kawa gawa sen|河 kawa gawa
田 ta da den|野 no ya|原 hara wara bara gen|谷 tani ya dani|沢澤 sawa zawa|池 ike|沼 numa|海 umi kai|島嶋 shima jima to|崎 saki zaki
岡 oka|丘 oka|坂 saka zaka|阪 saka|峰 mine|岩 iwa|石 ishi seki shi|砂 suna sa|江 e ko|浦 ura|浜濱 hama|津 tsu zu|港 minato
林 hayashi bayashi rin|森 mori shin|松 matsu sho|竹 take chiku|梅 ume|杉 sugi|桜櫻 sakura|柳 yanagi|桑 kuwa|菊 kiku|藤 fuji to do|花 hana|草 kusa
村 mura son|町 machi cho|里 sato ri|宮 miya|寺 tera dera|神 kami kan shin|社 sha|堂 do|橋 hashi bashi|城 shiro jo ki|家 ie ya|屋 ya|戸 to do be|門 kado mon
井 i|泉 izumi|滝 taki|清 kiyo sei|新 shin ni ara nii atara|古 furu ko|永 naga ei|福 fuku|吉 yoshi kichi|和 wa kazu|平 hira taira hei|安 yasu an|明 aki mei|光 mitsu ko hikari
正 masa sho|義 yoshi gi|信 nobu shin|徳德 toku|仁 hito jin|忠 tada chu|孝 taka|勝 katsu|利 toshi ri|力 riki|栄榮 ei sakae|成 nari sei|昌 masa sho|英 hide ei|幸 yuki saki ko|良 yoshi ryo
秋 aki shu|春 haru|夏 natsu|冬 fuyu|朝 asa|夕 yu|旭 asahi|浅淺 asa|深 fuka|香 ka ko|相 ai so|会會 ai kai|多 ta|本 moto hon pon|元 moto gen|根 ne|久 hisa kyu|玉 tama|竜龍 tatsu ryu|鶴 tsuru|亀 kame|熊 kuma|馬 ma uma|牛 ushi|鳥 tori|鹿 shika ka|虎 tora
青 ao|赤 aka|白 shiro shira haku|黒黑 kuro|緑 midori|紫 murasaki|色 iro shiki
伊 i|佐 sa|加 ka|古 ko|賀 ga ka|志 shi|波 nami ha|尾 o bi|足 ashi|手 te|口 kuchi guchi|目 me|耳 mimi|角 kado tsuno|矢 ya|弓 yumi|刀 katana|丸 maru|国國 kuni koku|州 shu su|居 i|直 nao|関關 seki zeki|所 tokoro sho
住 sumi|友 tomo|菱 hishi bishi ryo|鈴 suzu|渡 watana wata|辺邊邉 be nabe|斎齋 sai|斉 sai|伯 eki haku|遠 en to|近 kon chika|工 ku ko|作 saku|望 mochi|酒 saka sake|飯 ii meshi|服 hatto|部 be bu|阿 a|尼 ama|奈 na|良 ra|静 shizu|愛 ai e|媛 hime|知 chi|岐 gi ki|阜 fu|兵 hyo|庫 go ko|滋 shi|京 kyo|都 to miyako|富 to fu tomi|梨 nashi|群 gun|茨 ibara|埼 sai|葉 ha ba yo|奥 oku|羽 ha wa|宇 u|都 tsu|厚 atsu|湘 sho|横橫 yoko|相 saga|模 mi mo|塚 tsuka zuka|釜 kama|鎌 kama|倉 kura|蔵 kura zo|札 sat|幌 poro|函 hako|館 date kan|仙 sen|台 dai|盛 mori|郡 kori gun|磐 iwa ban|常 hita jo tsune|那 na|桐 kiri|生 ryu o i|川 kawa|越 koshi goe etsu|入 iri iru|間 ma|狭 sa|所 toko|草 so|加 ka|庄 sho|児 kodama ko|桶 oke
貴 ki taka|属屬 zoku|銀 gin|銅 do aka|鉄鐵 tetsu|鉛 en namari|亜亞 a|錫 suzu shaku|鉱鑛 ko|業 gyo|産產 san|製 sei|造 zo|煉錬鍊 ren|精 sei|電 den|子 shi ko|機 ki|械 kai|器 ki|化 ka|学學 gaku|薬藥 yaku|品 hin|材 zai|料 ryo|理 ri|研 ken|究 kyu|興 ko|商 sho|事 ji|店 ten|株 kabu|式 shiki|有 yu ari|限 gen|製 sei|作 saku|鋼 ko hagane|管 kan|線 sen|板 ita ban|幣 hei|局 kyoku|環 kan|境 kyo|資 shi|源 gen|地 ji chi|縣県 ken|市 shi ichi|區区 ku|工 ko|場 ba jo|社 sha|組 kumi|合 ai go|総 so|公 ko|通 tsu|進 shin|協 kyo|立 tachi ritsu|共 kyo|同 do|伸 shin|鍍 to|触觸 shoku|媒 bai|晶 sho|素 so|半 han|導 do|体 tai|芝 shiba|豊豐 toyo ho|洋 yo|世 se|界 kai|瀬 se|堀 hori|栗 kuri|柏 kashiwa|榎 enoki|楠 kusu|桂 katsura|椿 tsubaki|荻 ogi|萩 hagi|菅 suga kan|葛 katsu kuzu|黄 ki|桃 momo|米 yone kome|麦 mugi|豆 mame|粟 awa|稲 ina ine|苗 nae|笠 kasa|笹 sasa|篠 shino|箱 hako|鍋 nabe|釘 kugi|鏡 kagami|鐘 kane|鴨 kamo|鷹 taka|鳩 hato|鯨 kujira|鮫 same|播 hari|磨 ma|契 chigiri|彦 hiko|掛 kake|須 su|磯 iso|湊 minato|灘 nada|別 bes betsu|条條 jo|予豫 yo|炭 sumi|鳴 naru|渕 fuchi|淵 fuchi|瀧 taki|窪 kubo|塩鹽 shio|樫 kashi
士 shi ji|太 ta tai|陽 yo|誘 yu|重 shige ju|双 futa so|柴 shiba|辻 tsuji|梶 kaji|勢 se zei|恵 megumi kei e|武 take mu bu|航 ko|空 sora ku|装 so|船 fune sen|車 kuruma sha|動 do|自 ji|輪 wa rin|密 mitsu|計 kei|測 soku|音 oto on|響 hibiki kyo|写 sha|真 ma shin|印 in|刷 satsu|紙 kami shi|繊 sen|維 i|油 yu abura|脂 shi|塗 to|接 setsu|着 chaku|硝 sho|陶 to|磁 ji|型 kata gata|鋳 chu i|鍛 tan|螺 ra|弁 ben|軸 jiku|受 uke|歯 ha
`;

export const KANJI_READINGS: ReadonlyMap<string, readonly string[]> = readLines();

function readLines(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const entry of LINES.split(/[|\n]/)) {
    const [characters = "", ...readings] = entry.trim().split(" ");
    for (const character of characters) {
      map.set(character, [...new Set([...(map.get(character) ?? []), ...readings])]);
    }
  }
  return map;
}
