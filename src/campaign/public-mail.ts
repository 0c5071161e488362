// Mail providers open to anybody: their domains say nothing about the company behind an address.

/** Domains shared by many suppliers, in lower case, grouped by where most of their users are. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com"],
  ...["ymail.com", "rocketmail.com", "aol.com", "icloud.com", "me.com", "mac.com", "gmx.com", "mail.com"],
  ...["proton.me", "protonmail.com", "zoho.com", "yandex.com", "fastmail.com", "comcast.net", "att.net"],
  ...["sbcglobal.net", "bellsouth.net", "verizon.net", "cox.net", "earthlink.net", "charter.net"],
  // China, Hong Kong and Taiwan
  ...["qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "vip.163.com", "vip.126.com", "188.com"],
  ...["sina.com", "sina.cn", "sohu.com", "139.com", "189.cn", "aliyun.com", "21cn.com", "tom.com"],
  ...["yahoo.com.cn", "yahoo.com.hk", "yahoo.com.tw", "hinet.net", "msa.hinet.net", "pchome.com.tw"],
  ...["netvigator.com", "seed.net.tw"],
  // Japan and Korea
  ...[
    "yahoo.co.jp",
    "ybb.ne.jp",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "nifty.com",
    "biglobe.ne.jp",
  ],
  ...["ocn.ne.jp", "naver.com", "hanmail.net", "daum.net", "nate.com", "kakao.com"],
  // India and South East Asia
  ...["yahoo.co.in", "yahoo.in", "rediffmail.com", "yahoo.com.sg", "yahoo.com.ph", "yahoo.com.vn"],
  ...["yahoo.co.id", "yahoo.co.th", "singnet.com.sg", "streamyx.com"],
  // Europe, Turkey and Israel
  ...[
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "t-online.de",
    "freenet.de",
    "yahoo.de",
    "hotmail.de",
  ],
  ...["outlook.de", "live.de", "bluewin.ch", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr"],
  ...[
    "yahoo.fr",
    "hotmail.fr",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "btinternet.com",
    "btconnect.com",
    "libero.it",
  ],
  ...["virgilio.it", "tiscali.it", "alice.it", "yahoo.it", "hotmail.it", "yahoo.es", "hotmail.es"],
  ...["telefonica.net", "sapo.pt", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "seznam.cz", "centrum.cz"],
  ...["mail.ru", "yandex.ru", "bk.ru", "list.ru", "inbox.ru", "rambler.ru", "ukr.net", "mynet.com"],
  ...[
    "hotmail.com.tr",
    "walla.co.il",
    "walla.com",
    "netvision.net.il",
    "bezeqint.net",
    "skynet.be",
    "telenet.be",
  ],
  ...["ziggo.nl", "kpnmail.nl", "planet.nl", "home.nl", "live.nl"],
  // Latin America and Australia
  ...[
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "ig.com.br",
    "yahoo.com.br",
    "hotmail.com.br",
    "yahoo.com.mx",
  ],
  ...["prodigy.net.mx", "hotmail.com.mx", "yahoo.com.ar", "bigpond.com", "bigpond.net.au", "optusnet.com.au"],
]);

/** Whether a domain, in lower case, belongs to a public mail provider. */
export function isPublicMail(domain: string): boolean {
  return PUBLIC_MAIL.has(domain);
}
