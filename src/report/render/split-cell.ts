/** Splits "Smelter List!F12" into sheet and cell; nulls if there is none. */
export function splitCell(at: string | null): [sheet: string | null, cell: string | null] {
  if (at === null) return [null, null];
  const mark = at.lastIndexOf("!");
  return mark === -1 ? [null, at] : [at.slice(0, mark), at.slice(mark + 1)];
}
