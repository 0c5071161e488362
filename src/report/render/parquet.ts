// Tables as Parquet.
import type { CsvValue } from "./csv.ts";
import type { ColumnType, Table } from "./table.ts";

/** How each type of column is stored: whole numbers, shares, days and texts, all nullable. */
const ELEMENTS = {
  number: { type: "INT32" },
  share: { type: "DOUBLE" },
  date: { type: "INT32", converted_type: "DATE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  list: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const satisfies Record<ColumnType, object>;

/** A table as one Parquet file, Snappy-compressed. The same table gives the same bytes. */
export async function renderParquet(table: Table): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columns = table.columns.map(() => [] as (CsvValue | Date | undefined)[]);
  for (const cells of table.cells()) {
    for (const [index, cell] of cells.entries())
      columns[index]?.push(stored(cell, table.columns[index]?.type));
  }
  const buffer = parquetWriteBuffer({
    columnData: table.columns.map(({ name }, index) => ({ name, data: columns[index] ?? [] })),
    schema: [
      { name: "root", num_children: table.columns.length },
      ...table.columns.map(({ name, type }) => ({
        name,
        repetition_type: "OPTIONAL" as const,
        ...ELEMENTS[type],
      })),
    ],
    createdBy: "cmrt",
  });
  return new Uint8Array(buffer);
}

function stored(cell: CsvValue, type: ColumnType | undefined): CsvValue | Date | undefined {
  if (cell === null) return undefined;
  if (type !== "date") return typeof cell === "string" ? cell.replace(LONE_SURROGATE, "\uFFFD") : cell;
  const day = new Date(`${cell}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

/** Unpaired surrogates, which UTF-8 cannot represent. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
