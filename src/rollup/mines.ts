// Our mine list: the union of what the counted responses report about the mines of our smelters.
import { facilityKey } from "../domain/facility.ts";
import { smeltersOfMine } from "../domain/mine-smelters.ts";
import { compareTexts } from "../lib/compare-texts.ts";
import { defined } from "../lib/defined.ts";
import { fold } from "../lib/text.ts";
import type { EvaluatedResponse } from "../model/evaluation.ts";
import type {
  MineLeftOut,
  OwnDeclaration,
  OwnMine,
  OwnSmelter,
  SmelterSource,
} from "../model/own-declaration.ts";
import type { MineRow } from "../model/response.ts";
import { sourceText } from "../model/workbook.ts";

/**
 * The mines of our smelters: one line per smelter, name, ID and country. A mine whose row refers to none of our
 * smelters, or to several, is omitted with the reason.
 */
export function uniteMines(
  counted: readonly EvaluatedResponse[],
  smelters: readonly OwnSmelter[],
): Required<Pick<OwnDeclaration, "mines" | "minesLeftOut">> {
  const found = new Map<string, OwnMine>();
  const minesLeftOut: MineLeftOut[] = [];
  const bySource = new Map(
    smelters.flatMap((smelter) => smelter.sources.map((source) => [sourceKey(source), smelter] as const)),
  );
  for (const one of counted) {
    const { response, matches, supplier } = one;
    const file = sourceText(response.source);
    for (const mine of response.mines ?? []) {
      const source = { supplier: supplier.name, file, row: mine.row };
      // Rows of the same facility count as one.
      const rows = smeltersOfMine(response, mine);
      const keys = new Set(
        rows.map((index) => facilityKey(response.smelters[index] as never, matches[index])),
      );
      const own = rows.flatMap((index) => {
        const row = response.smelters[index]?.row ?? 0;
        return bySource.get(sourceKey({ ...source, row })) ?? [];
      });
      const [smelter] = own;
      if (smelter === undefined || keys.size > 1 || smelter.kind === "notIdentified") {
        const name = mine.name ?? mine.id ?? "";
        const reason = keys.size > 1 ? SEVERAL : rows.length === 0 ? NO_ROW : NOT_OURS;
        minesLeftOut.push({ metal: mine.metal ?? null, name, reason, sources: [source] });
        continue;
      }
      const key = mineKey(mine, smelter);
      const known = found.get(key);
      if (known) known.sources.push(source);
      else found.set(key, { ...toMine(mine, smelter), sources: [source] });
    }
  }
  const text = (mine: OwnMine) =>
    [mine.smelter.name ?? "", mine.name ?? "", mine.id ?? "", mine.country ?? ""].join("\u0000");
  const order = [...new Set(smelters.map(({ metal }) => metal))];
  return {
    mines: [...found.values()].sort(
      (a, b) => order.indexOf(a.metal) - order.indexOf(b.metal) || compareTexts(text(a), text(b)),
    ),
    minesLeftOut: minesLeftOut.sort((a, b) =>
      compareTexts(sourceKey(a.sources[0] as SmelterSource), sourceKey(b.sources[0] as SmelterSource)),
    ),
  };
}

const NO_ROW = "The row names no smelter of the supplier's smelter list.";
const SEVERAL = "The row names several smelters of the supplier's smelter list.";
const NOT_OURS = "Its smelter is not in the declaration.";

function sourceKey({ supplier, file, row }: SmelterSource): string {
  return [supplier, file, String(row).padStart(7, "0")].join("\u0000");
}

function mineKey({ name = "", id = "", country = "" }: MineRow, smelter: OwnSmelter): string {
  const { metal, id: smelterId = "", name: smelterName = "", country: located = "" } = smelter;
  return [metal, smelterId || `${fold(smelterName)} ${located}`, fold(name), fold(id), country].join(
    "\u0000",
  );
}

function toMine(mine: MineRow, { metal, id, name, country }: OwnSmelter): Omit<OwnMine, "sources"> {
  return {
    metal,
    smelter: defined({ id, name, country }),
    ...defined({
      name: mine.name,
      id: mine.id,
      idSource: mine.idSource,
      country: mine.country,
      street: mine.street,
      city: mine.city,
      state: mine.state,
    }),
  };
}
