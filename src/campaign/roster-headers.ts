// The headers by which roster columns are recognised, as purchasing systems and people write them.
import { fold, LONGEST_COLUMN_NAME, withoutBrackets } from "../lib/text.ts";

export type RosterField =
  | "id"
  | "name"
  | "otherNames"
  | "emailDomains"
  | "uniqueId"
  | "files"
  | "products"
  | "minerals"
  | "spendShare"
  | "since"
  | "until"
  | "language"
  | "askedOn"
  | "remindedOn"
  | "families";

/**
 * Spellings of the headers, the clearest first: if two columns fit one field, the spelling that comes first wins.
 * Letter case, accents and punctuation do not matter; "#" and "№" are read as "no".
 */
export const ROSTER_HEADERS: Readonly<Record<RosterField, readonly string[]>> = {
  id: [
    ...[
      "id",
      "supplier id",
      "supplier number",
      "supplier no",
      "supplier nr",
      "supplier code",
      "supplier key",
    ],
    ...[
      "vendor id",
      "vendor number",
      "vendor no",
      "vendor nr",
      "vendor code",
      "vendor account",
      "vendor key",
    ],
    ...["company id", "company code", "partner id", "account number", "account no", "account id"],
    ...["creditor number", "creditor no", "sap number", "sap no", "erp number", "erp no", "erp id"],
    ...["Lieferantennummer", "Lieferantennr", "Lieferanten-Nr", "Lieferanten-ID", "Lieferant Nr"],
    ...["Kreditorennummer", "Kreditorennr", "Kreditoren-Nr", "Kreditor Nr"],
    ...[
      "numéro fournisseur",
      "numéro de fournisseur",
      "n° fournisseur",
      "code fournisseur",
      "id fournisseur",
    ],
    ...["número de proveedor", "n° de proveedor", "n° proveedor", "no proveedor", "código de proveedor"],
    ...["código proveedor", "id proveedor", "id de proveedor"],
    ...["número do fornecedor", "código do fornecedor", "código fornecedor", "id do fornecedor"],
    ...["codice fornitore", "numero fornitore", "n° fornitore", "id fornitore"],
    ...["tedarikçi no", "tedarikçi numarası", "tedarikçi kodu"],
    ...["仕入先コード", "仕入先番号", "サプライヤーコード", "サプライヤー番号", "取引先コード", "取引先番号"],
    ...["供应商编号", "供应商代码", "供应商编码", "供应商号", "供應商編號", "供應商代碼", "廠商代碼"],
    ...["공급업체 번호", "공급업체 코드", "공급사 코드", "협력사 코드", "협력업체 코드", "거래처 코드"],
    ...["number", "no", "nr", "Nummer", "numéro", "número", "numero", "編號", "编号", "番号", "번호"],
  ],
  name: [
    ...[
      "supplier name",
      "name of supplier",
      "vendor name",
      "name of vendor",
      "company name",
      "supplier company",
    ],
    ...["supplier company name", "legal name", "supplier legal name", "account name", "partner name"],
    ...["Lieferantenname", "Name des Lieferanten", "Firmenname", "Kreditorenname", "Name 1"],
    ...["nom du fournisseur", "nom fournisseur", "raison sociale", "nom de la société"],
    ...["nombre del proveedor", "nombre de proveedor", "nombre proveedor", "razón social"],
    ...["nome do fornecedor", "nome fornecedor", "razão social", "nome del fornitore", "ragione sociale"],
    ...["tedarikçi adı", "firma adı", "şirket adı"],
    ...["仕入先名", "サプライヤー名", "取引先名", "会社名", "供应商名称", "供应商名", "公司名称"],
    ...["供應商名稱", "公司名稱", "공급업체명", "공급사명", "협력사명", "협력업체명", "거래처명", "회사명"],
    ...["supplier", "vendor", "company", "Lieferant", "Firma", "Kreditor", "fournisseur", "proveedor"],
    ...["fornecedor", "fornitore", "tedarikçi", "仕入先", "サプライヤー", "取引先", "供应商", "供應商"],
    ...["공급업체", "공급사", "협력사", "name", "nom", "nombre", "nome", "名称", "名稱"],
  ],
  otherNames: ["other names", "other name", "aliases", "alias", "also known as", "aka", "former names"],
  emailDomains: [
    ...["e-mail domains", "email domains", "e-mail domain", "email domain", "domains", "domain"],
    ...[
      "e-mail",
      "email",
      "e-mails",
      "emails",
      "mail",
      "e-mail address",
      "email address",
      "e-mail addresses",
    ],
    ...["email addresses", "mail address", "contact e-mail", "contact email", "contact e-mail address"],
    ...["contact email address", "contact mail", "supplier e-mail", "supplier email", "vendor email"],
    ...["vendor e-mail", "email contact", "e-mail contact", "primary email", "primary e-mail"],
    ...["E-Mail-Adresse", "E-Mail Kontakt", "Kontakt E-Mail", "adresse e-mail", "adresse mail", "courriel"],
    ...["correo", "correo electrónico", "correo de contacto", "endereço de e-mail", "indirizzo e-mail"],
    ...["indirizzo email", "e-posta", "e-posta adresi", "メール", "メールアドレス", "电子邮件", "电子邮箱"],
    ...["邮箱", "電子郵件", "이메일", "이메일 주소"],
  ],
  uniqueId: ["unique id", "company unique id", "DUNS", "DUNS number", "DUNS no", "D-U-N-S number"],
  files: [
    ...["folder or file pattern", "files", "file", "folder", "folders", "file pattern", "folder pattern"],
    ...["pattern", "path", "Ordner", "Datei"],
  ],
  products: [
    ...["products or part numbers", "products", "product", "part numbers", "part number", "parts", "part no"],
    ...["part nos", "item numbers", "item number", "items", "material numbers", "material number"],
    ...["Teilenummern", "Teilenummer", "Artikelnummern", "Artikelnummer", "Materialnummer"],
    ...["品番", "部品番号", "料号", "物料编号", "物料號", "부품번호", "품번"],
  ],
  minerals: [
    "metals in parts",
    "metals",
    "metal",
    "minerals",
    "mineral",
    "expected metals",
    "3TG",
    "Metalle",
  ],
  spendShare: [
    ...["spend share", "share of spend", "spend", "spend %", "share", "annual spend", "total spend"],
    ...["purchase volume", "purchasing volume", "Einkaufsvolumen", "Umsatz", "volume d'achat"],
    ...["採購金額", "采购金额", "購入金額", "구매금액"],
  ],
  since: [
    ...["in scope since", "since", "from", "in scope from", "start", "start date", "valid from", "gültig ab"],
    ...["seit"],
  ],
  until: [
    "in scope until",
    "until",
    "to",
    "in scope to",
    "end",
    "end date",
    "valid until",
    "valid to",
    "bis",
  ],
  language: [
    "language",
    "lang",
    "Sprache",
    "langue",
    "idioma",
    "lingua",
    "dil",
    "言語",
    "语言",
    "語言",
    "언어",
  ],
  askedOn: [
    ...[
      "asked on",
      "asked",
      "requested on",
      "requested",
      "date requested",
      "request date",
      "date of request",
    ],
    ...["request sent", "request sent on", "date sent", "sent on", "sent", "sent date", "first request"],
    ...[
      "first request date",
      "first contact",
      "date asked",
      "initial request",
      "invitation date",
      "invited on",
    ],
    ...["angefragt am", "Anfragedatum", "Anfrage am", "Anfrage vom", "angeschrieben am", "versendet am"],
    ...["demandé le", "date de demande", "date de la demande", "envoyé le", "date d'envoi"],
    ...["solicitado el", "fecha de solicitud", "enviado el", "fecha de envío", "solicitado em"],
    ...["data da solicitação", "data de envio", "richiesto il", "data della richiesta", "data di invio"],
    ...["talep tarihi", "gönderim tarihi", "依頼日", "送付日", "请求日期", "发送日期", "發送日期", "요청일"],
    ...["발송일"],
  ],
  remindedOn: [
    ...[
      "reminded on",
      "reminded",
      "last reminder",
      "reminder",
      "reminders",
      "reminder date",
      "reminder dates",
    ],
    ...[
      "reminder sent",
      "reminder sent on",
      "date of reminder",
      "date reminded",
      "follow-up",
      "follow-up date",
    ],
    ...["followed up on", "final reminder", "chased on", "erinnert am", "Erinnerung", "Erinnerung am"],
    ...["Mahnung", "Mahnung am", "Mahndatum", "relance", "relancé le", "date de relance", "rappel"],
    ...["recordatorio", "fecha de recordatorio", "lembrete", "data do lembrete", "sollecito"],
    ...[
      "data sollecito",
      "hatırlatma",
      "hatırlatma tarihi",
      "督促日",
      "リマインド日",
      "催促日期",
      "提醒日期",
    ],
    ...["독촉일", "알림일"],
  ],
  families: ["templates", "template", "families", "family", "forms", "asked for"],
};

/** Fields whose values may be spread over several columns: "Reminder 1", "Reminder 2". */
const SPREAD: ReadonlySet<RosterField> = new Set([
  "otherNames",
  "emailDomains",
  "files",
  "products",
  "remindedOn",
]);

/** "date d'envoi": the joining word before the apostrophe. */
const ELIDED = /(?<![\p{L}\p{N}])([dl])['’ʼ](?=\p{L})/giu;

const FIELD_OF = new Map(
  (Object.keys(ROSTER_HEADERS) as RosterField[]).flatMap((field) =>
    ROSTER_HEADERS[field].map((spelling, rank) => [foldHeader(spelling), { field, rank }] as const),
  ),
);

/** Words that join the parts of a header and may be left out: "numéro (de) fournisseur", "data (della) richiesta". */
const JOINING = /(?<= )(?:of|the|de|du|des|del|della|do|da|di|la|le|el|der|des|den|の) /g;

/** The same without joining words, for headers whose spelling is not in the table; the clearest spelling stays. */
const FIELD_OF_SHORT = new Map(
  [...FIELD_OF].reverse().map(([spelling, known]) => [spelling.replace(JOINING, ""), known]),
);

interface Known {
  field: RosterField;
  /** The position of its spelling in the table. */
  rank: number;
}

/** What was recognised in a header line. */
export interface RosterColumns {
  /** The columns (0-based) of each field, in order; more than one only for fields that may be spread. */
  columns: ReadonlyMap<RosterField, readonly number[]>;
  /** Headers of unused columns, in order. */
  unused: readonly string[];
}

/** Maps the cells of a line to the fields that they name as headers. */
export function rosterColumns(headers: readonly string[]): RosterColumns {
  const known = headers.map(knownHeader);
  const columns = new Map<RosterField, number[]>();
  for (const field of Object.keys(ROSTER_HEADERS) as RosterField[]) {
    const its = known.flatMap((one, column) => (one?.field === field ? [{ ...one, column }] : []));
    const best = Math.min(...its.map(({ rank }) => rank));
    const taken = SPREAD.has(field) ? its : its.filter(({ rank }) => rank === best).slice(0, 1);
    if (taken.length > 0)
      columns.set(
        field,
        taken.map(({ column }) => column),
      );
  }
  const used = new Set([...columns.values()].flat());
  return { columns, unused: headers.filter((header, column) => header !== "" && !used.has(column)) };
}

function knownHeader(header: string): Known | undefined {
  if (header.length > LONGEST_COLUMN_NAME) return undefined;
  const plain = foldHeader(header);
  const found = FIELD_OF.get(plain) ?? FIELD_OF.get(foldHeader(withoutBrackets(header)));
  if (found) return found;
  const short = FIELD_OF_SHORT.get(plain.replace(JOINING, ""));
  if (short) return short;
  const bare = FIELD_OF.get(plain.replace(NUMBERED, ""));
  return bare && SPREAD.has(bare.field) ? bare : undefined;
}

/** What distinguishes several columns of one field: "2nd", "reminder 2", "erste". */
const NUMBERED =
  /^(?:\d+(?:st|nd|rd|th|er|e|o|a)?|first|second|third|fourth|last|erste|zweite|dritte|letzte) |(?: no)? ?\d+$/;

function foldHeader(header: string): string {
  return fold(header.replace(/[#№]/g, " no ").replace(ELIDED, "$1e "));
}
