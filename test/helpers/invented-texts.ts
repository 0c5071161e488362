// Texts and formulas as long, and as hard to compress, as those of a real template, because the cost of inflating
// depends on it.

/** Pseudo-random numbers that are the same in every run (the generator of Park and Miller). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = (seed % 2_147_483_646) + 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

const SYLLABLES =
  "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo an er in on us sch ter ling ment".split(" ");
const SIGNS = "部品鉱物製錬所回答確認国名会社合計年度日付";

/** A sentence of invented words, occasionally of invented signs; different for each number. */
export function sentence(number: number): string {
  const random = numbers(number * 7919);
  const next = (below: number) => random.next().value % below;
  const word = () =>
    Array.from({ length: 2 + next(2) }, () => SYLLABLES[next(SYLLABLES.length)] as string).join("");
  const signs = () =>
    Array.from({ length: 4 + next(12) }, () => SIGNS[next(SIGNS.length)] as string).join("");
  const words = Array.from({ length: 3 + next(9) }, number % 5 === 0 ? signs : word);
  return `${words.join(" ")} ${number}`;
}

const FORMULAS: readonly ((row: number) => string)[] = [
  (row) => `IF(ISERROR($V${row}),"",OFFSET('Smelter Look-up'!$D$4,$V${row}-4,0)&"")`,
  (row) => `IF(LEN($A${row})=0,"",INDEX('Smelter Look-up'!$A:$A,MATCH($A${row},'Smelter Look-up'!$E:$E,0)))`,
  (row) =>
    `IF(ISERROR($V${row}),IF(C${row}="","",Declaration!$B$${(row % 40) + 1}),OFFSET('Smelter Look-up'!$G$4,$V${row}-4,0))`,
  (row) =>
    `IF(AND(LEN(B${row})>0,LEN(C${row})>0),IF(ISERROR($V${row}),"?",OFFSET('Smelter Look-up'!$C$4,$V${row}-4,0)),"")`,
  (row) => `IF(COUNTIF($W$5:$W${row},$W${row})>1,"x","")&IF(ISERROR($V${row}),"",TEXT($V${row},"0"))`,
  (row) => `IF(B${row}&C${row}="",NA(),MATCH(B${row}&C${row},'Smelter Look-up'!$J:$J,0))`,
];

/** The formula in a cell of a smelter row, as in a sheet's XML. */
export function smelterFormula(column: number, row: number): string {
  const formula = FORMULAS[column % FORMULAS.length] as (typeof FORMULAS)[number];
  return formula(row)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
